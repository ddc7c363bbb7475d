"""The program's dealings with other directories: export, import and the check of every link and number."""
