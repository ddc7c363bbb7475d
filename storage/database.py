"""The database for a bot that must never wait for it: functions run on threads, callers wait so long and no longer.

Opening never raises: a database that is locked, full, read-only, broken or gone is a StorageError at each use and a
reason in `state`.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self, TypeVar, cast

from sqlmodel import Session

from storage import this_update
from storage.engines import READERS
from storage.errors import StorageBusy, StorageError, StorageUncertain
from storage.opening import Door, State
from storage.threads import ReaderThread, ScrubThread, WriterThread
from storage.turns import Queue, Turn

T = TypeVar("T")
LONGEST_WAIT = 5.0  # seconds a person's answer may hang on the database
_START_WAIT, _END_WAIT = 1.0, 5.0  # seconds


class Storage:
    """`async with Storage.open(url) as storage: await storage.write(fn)`; `fn` takes a Session and never commits."""

    def __init__(self, door: Door, clock: Callable[[], float]) -> None:
        """Use `open`."""
        self._door, self._clock = door, clock
        self._writes, self._reads, self._scrubs = Queue(), Queue(), Queue()
        self._threads = (
            WriterThread(door, self._writes),
            *(ReaderThread(door, self._reads) for _ in range(READERS)),
            ScrubThread(door, self._scrubs),
        )

    @classmethod
    def open(cls, url: str, *, clock: Callable[[], float] = time.monotonic) -> Self:
        """`clock` (monotonic seconds) paces the attempts to open again. Nothing is touched before `async with`."""
        return cls(Door(url, clock), clock)

    @property
    def state(self) -> State:
        """Ready or not, and why, as of the last use."""
        return self._door.state

    async def write(self, fn: Callable[[Session], T], *, timeout: float = LONGEST_WAIT) -> T:  # noqa: ASYNC109  a thread cannot be cancelled
        """What `fn` returned, once it is committed. What it raised comes out here, and then it alone was undone.

        `fn` runs on another thread: it takes what it needs as arguments, returns plain records, does no slow work.
        Raises StorageBusy after `timeout` seconds (nothing written), StorageUncertain when the write had begun by then.
        """
        turn: Turn[T] = Turn(fn, late=StorageUncertain)
        this_update.forget()
        self._writes.put(turn)
        try:
            return await turn.outcome(timeout)
        finally:
            this_update.forget()  # a read beside it may have learned what held a moment before

    async def read(self, fn: Callable[[Session], T], *, timeout: float = LONGEST_WAIT) -> T:  # noqa: ASYNC109  as above
        """What `fn` returned; it sees one consistent state and cannot write. Raises StorageBusy after `timeout` seconds."""
        known, value = this_update.off_hand(fn)
        if known:
            return cast("T", value)
        turn: Turn[T] = Turn(fn)
        self._reads.put(turn)
        return await turn.outcome(timeout)

    async def scrub(self, *, large: bool = False, timeout: float = LONGEST_WAIT) -> bool:  # noqa: ASYNC109  as above
        """After a deletion that deleted something: leave no byte of it in SQLite's file or log.

        False when not all is gone yet: readers or a writer were in the way, or the file is over 64 MB and `large` was
        not said (a nightly tick should, with minutes to wait: writers are held up for about a second per 150 MB).
        """
        turn: Turn[bool] = Turn(large)
        try:
            self._scrubs.put(turn)
            return await turn.outcome(timeout)
        except StorageBusy:
            return False

    async def __aenter__(self) -> Self:
        """Starts the threads and gives the database a moment to open; a slow or broken one is not waited for."""
        for thread in self._threads:
            thread.start()
        with suppress(StorageError):
            await self.read(lambda _: None, timeout=_START_WAIT)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """What was asked before is still written, unless the disk does not answer."""
        await asyncio.to_thread(self._end)

    def _end(self) -> None:
        deadline = self._clock() + _END_WAIT
        for queue in (self._writes, self._reads, self._scrubs):
            queue.close()
        for thread in self._threads:
            thread.join(max(0.0, deadline - self._clock()))
        if not any(thread.is_alive() for thread in self._threads):
            self._door.close()
