"""Looks for what somebody wrote, and who they are, wherever a byte can lie: files, log lines, memory, crash output."""

import base64
import io
import logging
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any
from urllib.parse import quote

from bot.log import QUIET, set_up

NOT_OURS = ("bot.sandbox", "tests.", "_pytest", "pytest", "hypothesis", "_hypothesis")


def forms_of(secret: str | int) -> set[bytes]:
    """Every way it could be written down: plain, UTF-16, hex, base64 at each offset, in an address, as a number."""
    text = str(secret)
    plain = text.encode()
    found = {plain, text.casefold().encode(), text.encode("utf-16-le"), plain.hex().encode()}
    found |= {quote(text).encode(), repr(text)[1:-1].encode()}
    for offset in range(3):
        middle = base64.b64encode(b"\0" * offset + plain)[4:-4]
        found |= {middle} if len(middle) >= 8 else set()
    if isinstance(secret, int):
        found |= {secret.to_bytes(8, order) for order in ("big", "little")}
        found.add(secret.to_bytes(6))  # as SQLite keeps it
    return found


def leaks(data: bytes, secrets: Iterable[str | int]) -> list[str]:
    """Those that are in there, each with what stands around it."""
    lower = data.lower()
    return [
        f"{secret}: ...{data[max(0, at - 60) : at + 60]!r}"
        for secret in secrets
        for form in forms_of(secret)
        if (at := data.find(form) if isinstance(secret, int) else lower.find(form.lower())) >= 0
    ]


def bytes_in(*folders: Path) -> bytes:
    """All files below, names included."""
    found = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\0".join(part for path in found for part in (str(path.name).encode(), path.read_bytes()))


class Outlets:
    """What came out of the program by the side doors: its own log as it is written, and all that wanted to speak."""

    def __init__(self) -> None:
        self.written = io.StringIO()
        self.records: list[logging.LogRecord] = []

    def bytes(self) -> bytes:
        """The log as an operator finds it, and in full every line that our own code wrote."""
        ours = [
            f"{record.getMessage()} {record.args} {record.exc_text}"
            for record in self.records
            if record.name.startswith("statuscheck")
        ]
        return "\n".join([self.written.getvalue(), *ours]).encode()


class _Keeping(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.DEBUG)
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)


@contextmanager
def all_outlets() -> Iterator[Outlets]:
    """The program's own logging at DEBUG, every library made to speak at DEBUG too; all put back afterwards."""
    root, hooks = logging.getLogger(), (sys.excepthook, sys.unraisablehook, threading.excepthook)
    before = root.handlers[:], root.level, logging.raiseExceptions
    named = [*QUIET, "telegram.ext.Application", "telegram.ext.ExtBot", "sqlalchemy.engine", "aiohttp.client"]
    levels = {name: logging.getLogger(name).level for name in named}
    outlets = Outlets()
    stderr, sys.stderr = sys.stderr, outlets.written
    try:
        set_up("DEBUG")
        root.addHandler(_Keeping(outlets.records))
        for name in named:
            logging.getLogger(name).setLevel(logging.DEBUG)
        yield outlets
    finally:
        sys.stderr = stderr
        sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
        root.handlers[:], logging.raiseExceptions = before[0], before[2]
        root.setLevel(before[1])
        logging.captureWarnings(capture=False)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def a_temporary_place(folder: Path) -> Iterator[Path]:
    """Whatever is written to a temporary file goes here, where it is searched too."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    folder.mkdir(exist_ok=True)
    try:
        yield folder
    finally:
        tempfile.tempdir = before


def in_memory(*roots: Any) -> Iterator[Any]:
    """Everything that can be reached from these objects, the Telegram of the test and the code itself left out."""
    seen: set[int] = set()
    waiting: list[Any] = list(roots)
    while waiting:
        one = waiting.pop()
        if id(one) in seen or _is_not_ours(one):
            continue
        seen.add(id(one))
        yield one
        waiting.extend(_inside(one))


def _is_not_ours(one: Any) -> bool:
    if isinstance(one, ModuleType | type | FunctionType | BuiltinFunctionType | CodeType):
        return True
    return type(one).__module__.startswith(NOT_OURS)


def _inside(one: Any) -> Iterable[Any]:
    if isinstance(one, str | bytes | int | float | bool | None):
        return ()
    if isinstance(one, dict):
        return [*one.keys(), *one.values()]
    if isinstance(one, list | tuple | set | frozenset):
        return list(one)
    try:
        inside = [*one] if type(one).__name__ in ("deque", "OrderedDict") else []
    except (TypeError, RuntimeError):
        inside = []
    inside += list(getattr(one, "__dict__", {}).values())
    for kind in type(one).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        names = (slots,) if isinstance(slots, str) else slots
        inside += [getattr(one, name) for name in names if _has(one, name)]
    bound = getattr(one, "__self__", None), getattr(one, "func", None), getattr(one, "args", None)
    return [*inside, *(part for part in bound if part is not None)]


def _has(one: Any, name: str) -> bool:
    try:
        return hasattr(one, name)
    except Exception:  # noqa: BLE001  # a property of a library that cannot answer now
        return False


def words_in_memory(*roots: Any) -> Iterator[str]:
    """The texts among it, and what each of our own objects would say of itself in a debugger or an error report."""
    for one in in_memory(*roots):
        if isinstance(one, str):
            yield one
        elif isinstance(one, bytes | bytearray):
            yield bytes(one).decode("latin-1")
        elif type(one).__module__.startswith(("bot.", "storage.")):
            yield repr(one)
