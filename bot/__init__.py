"""Status Check: a self-hosted Telegram bot that helps police officers and their families find help early."""

__version__ = "0.1.0"
