"""Logging that cannot leak: third-party loggers pinned, tokens and long digits blotted out, tracebacks without values."""

import logging
import re
import sys
import traceback
from types import TracebackType

QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "apscheduler",
    "sqlalchemy",
    "alembic",
    "aiohttp",
    "asyncio",
    "hpack",
)
TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
LONG_NUMBER = re.compile(r"(?<![\w.:-])-?\d{6,}(?![\w:-])")


class Redacting(logging.Formatter):
    """Formats a record without anything a person wrote or is: no exception text, no token, no id."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted last, so that what any library put into it is redacted too."""
        return LONG_NUMBER.sub("[number]", TOKEN.sub("[token]", super().format(record)))

    def formatException(self, ei: object) -> str:  # noqa: N802  # logging's own name
        """Where it broke and the kind of error; the error's text may quote a message, so it is left out."""
        return where_it_broke(ei[1]) if isinstance(ei, tuple) and isinstance(ei[1], BaseException) else ""


def where_it_broke(error: BaseException) -> str:
    """`KeyError at bot/care/search.py:41 < bot/handlers/find.py:20`, without values and without the error's words."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    tail = f" from {type(cause).__name__}" if cause is not None else ""
    return f"{type(error).__name__}{tail} at {places or 'an unknown place'}"


def set_up(level: str) -> None:
    """One handler on stderr for everything; libraries speak at WARNING only, because their INFO names people."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # PTB puts whole updates into its own error lines; our error handler says what is safe to say.
    logging.getLogger("telegram.ext.Application").setLevel(logging.CRITICAL)
    sys.excepthook = _crash


def _crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("statuscheck").critical("stopped: %s", where_it_broke(error.with_traceback(trace)))
