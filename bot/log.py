"""Logging that cannot leak: of libraries only the place that spoke, of errors only kind and place, no token, no id."""

import json
import logging
import re
import sys
import threading
import traceback
from datetime import UTC, datetime
from types import TracebackType

OURS = "statuscheck"
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
TOKEN = re.compile(r"\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{20,}")
LONG_NUMBER = re.compile(r"-?\d{6,}")


class Redacting(logging.Formatter):
    """Formats a record without anything a person wrote or is: no exception text, no token, no id.

    The words of a library are never shown: asyncio alone quotes whatever an error said in the name of its task.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted last, so that whatever got into it is redacted too."""
        if record.name.partition(".")[0] != OURS:
            record = _only_where(record)
        return LONG_NUMBER.sub("[number]", TOKEN.sub("[token]", super().format(record)))

    def formatException(self, ei: object) -> str:  # noqa: N802  # logging's own name
        """Where it broke and the kind of error; the error's text may quote a message, so it is left out."""
        return where_it_broke(ei[1]) if isinstance(ei, tuple) and isinstance(ei[1], BaseException) else ""


class JsonLines(Redacting):
    """The same, one JSON object a line: `at` (UTC), `level`, `logger` and `message`."""

    def format(self, record: logging.LogRecord) -> str:
        """As Redacting."""
        return json.dumps(
            {
                "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
                "level": record.levelname,
                "logger": record.name,
                "message": super().format(record),
            },
            ensure_ascii=False,
        )


def where_it_broke(error: BaseException) -> str:
    """`KeyError at bot/care/search.py:41 < bot/handlers/find.py:20`, without values and without the error's words."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    tail = f" from {type(cause).__name__}" if cause is not None else ""
    return f"{type(error).__name__}{tail} at {places or 'an unknown place'}"


def set_up(level: str, form: str = "text") -> None:
    """One handler on stderr for everything; libraries speak at WARNING only, because their INFO names people."""
    handler = logging.StreamHandler(sys.stderr)
    text = Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if form == "json" else text)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Our error handler says what is safe to say of an error in a handler; PTB's line adds nothing to it.
    logging.getLogger("telegram.ext.Application").setLevel(logging.CRITICAL)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # else a line that cannot be written is printed with all its values
    sys.excepthook = _crash
    sys.unraisablehook = lambda met: _say("in passing", met.exc_value)
    threading.excepthook = lambda met: _say("in a thread", met.exc_value)


def _only_where(record: logging.LogRecord) -> logging.LogRecord:
    place = f"(at {record.filename}:{record.lineno} {record.funcName})"
    bare = logging.LogRecord(
        record.name, record.levelno, record.pathname, record.lineno, place, None, record.exc_info
    )
    bare.created, bare.msecs = record.created, record.msecs
    return bare


def _crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        logging.getLogger(OURS).info("stopped by hand")
        return
    _say("stopped", error.with_traceback(trace))


def _say(what: str, error: BaseException | None) -> None:
    # The object that met it is left out: its name may be made of what somebody wrote.
    told = where_it_broke(error) if error is not None else "an unknown error"
    logging.getLogger(OURS).critical("%s: %s", what, told)
