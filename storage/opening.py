"""Opens the database when it is first needed and again after it was lost, and never twice in a hurry."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Engine

from storage import engines, migrations
from storage.errors import (
    StorageBusy,
    StorageError,
    StorageFull,
    StorageReadOnly,
    StorageUnavailable,
    mapped,
)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 10.0  # seconds between attempts to open; doubles
SCRUBBED_AT_ONCE = 64 * 2**20  # bytes of file; rewriting that much holds writers up for about half a second
log = logging.getLogger("statuscheck.storage")


@dataclass(frozen=True, slots=True)
class State:
    """How the database is, for /healthz and `check`. `reason` is empty when all is well and never holds a value."""

    ready: bool
    writable: bool
    reason: str = ""


class Opened:
    """The engines of a database that was found in order, and which file that was."""

    def __init__(self, address: str) -> None:
        """Makes the file private and brings its tables up to date. Raises StorageError or what SQLAlchemy raises."""
        url = engines.parse(address)
        self.file = engines.file_of(url)
        if self.file is not None and url.query.get("mode") != "ro":
            engines.make_private(self.file)
        migrations.make_or_upgrade(url)
        self._url = url
        self._identity = _identity_of(self.file)
        self.writer: Engine = engines.writer_engine(url)
        self.reader: Engine = engines.reader_engine(url)

    def still_there(self) -> bool:
        """Whether the file is still the one opened; SQLite itself would go on writing into a deleted one."""
        return self.file is None or _identity_of(self.file) == self._identity

    def scrub(self, *, large: bool) -> bool:
        """Leave nothing of deleted rows in file or log. False: not all of it, because of readers or of the file's size."""
        if self.file is None:
            return True
        small = self.file.stat().st_size <= SCRUBBED_AT_ONCE
        engine = engines.writer_engine(self._url)
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            if small or large:
                # secure_delete misses the copies that SQLite leaves behind when it moves rows between pages.
                cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _in_log, _moved = cursor.fetchone() or (1, 0, 0)
            return not busy and (small or large)
        finally:
            connection.close()
            engine.dispose()

    def close(self) -> None:
        """Connections in use close when they come back."""
        self.reader.dispose()
        self.writer.dispose()  # last, because only a connection that may write tidies the log away


class Door:
    """One opened database for all threads. What went wrong last is told at once until it is time to try again."""

    def __init__(self, address: str, clock: Callable[[], float]) -> None:
        """`clock` is monotonic, in seconds. Nothing is opened yet."""
        self._address, self._clock = address, clock
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._error: StorageError = StorageUnavailable("not opened yet")
        self._pause, self._again_at = FIRST_PAUSE, float("-inf")
        self._no_writing = ""

    @property
    def state(self) -> State:
        """As of the last use; asks nothing of the disk."""
        if self._opened is None:
            return State(ready=False, writable=False, reason=str(self._error))
        return State(ready=True, writable=not self._no_writing, reason=self._no_writing)

    def opened(self) -> Opened:
        """The database, opened now if need be. Raises StorageError when it cannot be had."""
        with self._lock:
            if self._opened is not None and not self._opened.still_there():
                self._shut(StorageUnavailable("the file was moved or removed"))
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def cannot_read(self, opened: Opened, error: BaseException | None) -> None:
        """What reading with `opened` met: after a loss everything is opened anew."""
        if isinstance(error, StorageUnavailable):
            with self._lock:
                if opened is self._opened:
                    self._shut(error)
                    self._wait_longer()

    def cannot_write(self, opened: Opened, error: BaseException | None) -> None:
        """What writing with `opened` met: readers go on, the writer is renewed (it may have opened the file read-only)."""
        if isinstance(error, StorageReadOnly | StorageUnavailable):
            opened.writer.dispose()
        if isinstance(error, StorageBusy | StorageReadOnly | StorageFull | StorageUnavailable):
            if not self._no_writing:
                log.warning("storage cannot write: %s", error)
            self._no_writing = f"{type(error).__name__} {error}"

    def wrote(self) -> None:
        """A commit went through."""
        self._no_writing = ""

    def close(self) -> None:
        """For good, as far as this door is concerned."""
        with self._lock:
            if self._opened is not None:
                with suppress(Exception):  # a log left behind is taken up at the next start
                    self._opened.scrub(large=False)
                self._opened.close()
            self._opened, self._error = None, StorageUnavailable("closed")
            self._again_at = float("inf")

    def _open(self) -> Opened:
        if self._clock() < self._again_at:
            raise type(self._error)(*self._error.args)
        try:
            opened = Opened(self._address)
        except Exception as error:  # noqa: BLE001  whatever it is, people get answers without the database
            self._refuse(error)
        self._pause, self._again_at, self._no_writing = FIRST_PAUSE, float("-inf"), ""
        log.info("storage is ready")
        return opened

    def _refuse(self, error: Exception) -> NoReturn:
        known = mapped(error)
        if not isinstance(known, StorageError) or isinstance(known, StorageBusy):
            known = StorageUnavailable(f"{type(known).__name__} while opening")
        if str(known) != str(self._error):
            log.warning("storage cannot be opened: %s", known)
        self._error = known
        self._wait_longer()
        raise known from None

    def _wait_longer(self) -> None:
        self._again_at = self._clock() + self._pause
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _shut(self, error: StorageError) -> None:
        if self._opened is not None:
            self._opened.close()
            log.warning("storage was shut: %s", error)
        self._opened, self._error = None, error


def _identity_of(file: Path | None) -> tuple[int, int] | None:
    return engines.identity(file) if file else None
