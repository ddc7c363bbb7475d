"""The threads at the database: one writes, committing what has queued up together, a few read, one scrubs."""

import logging
import threading
from typing import Any

from sqlalchemy.engine import Connection
from sqlmodel import Session

from storage import this_update
from storage.errors import StorageBusy, mapped
from storage.opening import Door, Opened
from storage.turns import MOST_WAITING, Queue, Turn, tell

log = logging.getLogger("statuscheck.storage")
MOST_TOGETHER = 200  # writes in one commit; more would make the first wait for the last
_BREATH = 0.02  # seconds; SQLite mostly waits for a lock itself, but sometimes says busy at once


class WriterThread(threading.Thread):
    """Each function runs in its own savepoint: one that fails takes nothing of the others with it.

    Callers hear nothing before COMMIT has returned; when that fails, all of them hear it.
    """

    def __init__(self, door: Door, queue: Queue) -> None:
        """Daemonic: a disk that never answers does not keep the process from ending."""
        super().__init__(name="storage-writer", daemon=True)
        self._door, self._queue = door, queue
        self._breath = threading.Event()  # never set

    def run(self) -> None:
        """Until the queue is closed and empty."""
        while turns := self._queue.next(MOST_TOGETHER):
            self._write_together(turns)
            while turns := [turn for turn in turns if not turn.gone]:
                self._breath.wait(_BREATH)
                self._write_together(turns)

    def _write_together(self, turns: list[Turn[Any]]) -> None:
        """Who is not taken afterwards is still to be served: the lock was not to be had, or the transaction was lost."""
        opened: Opened | None = None
        taken: list[Turn[Any]] = []
        try:
            opened = self._door.opened()
            with opened.writer.connect() as connection, connection.begin():
                for turn in turns:
                    if turn.take():
                        taken.append(turn)
                        _in_savepoint(connection, turn)
            self._learn(opened, taken)
        except BaseException as raised:  # noqa: BLE001  the thread outlives every error, its callers hear of it
            error = mapped(raised)
            if not taken and not isinstance(error, StorageBusy):
                taken = [turn for turn in turns if turn.take()]
            for turn in taken:
                turn.fail(error)
            if opened is not None:
                self._door.cannot_write(opened, error)
        tell(taken)

    def _learn(self, opened: Opened, taken: list[Turn[Any]]) -> None:
        for turn in taken:
            if turn.error is None:
                self._door.wrote()
            else:
                self._door.cannot_write(opened, turn.error)


class ReaderThread(threading.Thread):
    """Functions that only look, each at one consistent state of the database."""

    def __init__(self, door: Door, queue: Queue) -> None:
        """Daemonic, as the writer."""
        super().__init__(name="storage-reader", daemon=True)
        self._door, self._queue = door, queue

    def run(self) -> None:
        """Until the queue is closed and empty."""
        while turns := self._queue.next(1):
            for turn in turns:
                if turn.take():
                    self._read(turn)

    def _read(self, turn: Turn[Any]) -> None:
        opened: Opened | None = None
        try:
            opened = self._door.opened()
            with Session(
                opened.reader, expire_on_commit=False, info=this_update.noting(turn.seen)
            ) as session:
                turn.succeed(turn.asked(session))
        except BaseException as raised:  # noqa: BLE001  as above
            turn.fail(mapped(raised))
            if opened is not None:
                self._door.cannot_read(opened, turn.error)
        tell([turn])


class ScrubThread(threading.Thread):
    """Scrubs the file once for all who asked since it last began: a rewrite each would leave writers no time."""

    def __init__(self, door: Door, queue: Queue) -> None:
        """Daemonic, as the writer. What is asked is whether a large file may be rewritten too."""
        super().__init__(name="storage-scrub", daemon=True)
        self._door, self._queue = door, queue

    def run(self) -> None:
        """Until the queue is closed and empty."""
        while turns := self._queue.next(MOST_WAITING):
            if taken := [turn for turn in turns if turn.take()]:
                self._scrub(taken)

    def _scrub(self, taken: list[Turn[Any]]) -> None:
        try:
            clean = self._door.opened().scrub(large=any(turn.asked for turn in taken))
        except Exception as raised:  # noqa: BLE001  it can be tried again, and the deletion itself stands
            log.warning("storage was not scrubbed: %s", mapped(raised))
            clean = False
        for turn in taken:
            turn.succeed(clean)
        tell(taken)


def _in_savepoint(connection: Connection, turn: Turn[Any]) -> None:
    """Raises when the database undid the whole transaction, as SQLite does when the disk is full."""
    try:
        with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
            value = turn.asked(session)
            session.commit()
    except BaseException as raised:  # noqa: BLE001  it belongs to one caller and reaches that one
        error = mapped(raised)
        turn.fail(error)
        if not _stands(connection):
            raise error from None
    else:
        turn.succeed(value)


def _stands(connection: Connection) -> bool:
    if connection.invalidated:
        return False
    driver = connection.connection.driver_connection
    return bool(getattr(driver, "in_transaction", not getattr(driver, "closed", False)))
