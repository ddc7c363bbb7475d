"""What a bad disk does to a store that is in use."""

from pathlib import Path


def spoil(folder: Path) -> None:
    """Every byte of the store there becomes rubbish, in place: none is cut, not for a moment. The store has its
    `-shm` file mapped, and whoever touches a page past the end of a mapped file is killed (SIGBUS), tests and all.
    """
    for file in folder.glob("house.db*"):
        with file.open("r+b") as spoiled:
            spoiled.write(b"rubbish " * (file.stat().st_size // 8 + 8192))
