"""What waits its turn at the database, and the person waiting for it. Nobody waits longer than they said."""

import asyncio
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar

from storage import this_update
from storage.errors import StorageBusy

T = TypeVar("T")
MOST_WAITING = 10_000  # beyond it a dead disk would fill the memory with people who were answered long ago


class Turn(Generic[T]):
    """Either a thread takes it or the caller gives it up, never both; whoever comes first decides."""

    def __init__(self, asked: Any, late: type[StorageBusy] = StorageBusy) -> None:
        """To be created on the event loop that waits for `asked`. `late` is raised when the wait ends with it under way."""
        self.asked = asked
        self.seen = this_update.learned()
        self._late = late
        self.loop = asyncio.get_running_loop()
        self._value: T | None = None
        self.error: BaseException | None = None
        self._future: asyncio.Future[Any] = self.loop.create_future()
        self._taken = threading.Lock()

    def take(self) -> bool:
        """Whether it is still to be had: neither taken nor given up."""
        return self._taken.acquire(blocking=False)

    @property
    def gone(self) -> bool:
        """Taken or given up."""
        return self._taken.locked()

    def succeed(self, value: T) -> None:
        """Note the result; the caller hears of it by `tell`."""
        self._value = value

    def fail(self, error: BaseException) -> None:
        """Note the error, the first one if there are more; the caller hears of it by `tell`."""
        if isinstance(error, StopIteration):
            # A future refuses it, and the caller would wait for nothing.
            error = RuntimeError("StopIteration")
        self.error = self.error or error

    async def outcome(self, seconds: float) -> T:
        """What it came to, returned or raised; StorageBusy (or `late`) when that takes longer."""
        alarm = self.loop.call_later(seconds, self._give_up)
        try:
            value: T = await self._future
            return value
        finally:
            alarm.cancel()
            self.take()  # a caller cancelled while in the queue: nothing shall happen behind its back

    def arrive(self) -> None:
        """On the caller's loop: pass on what was noted, unless the caller has left."""
        if self._future.done():
            return
        if self.error is not None:
            self._future.set_exception(self.error)
        else:
            self._future.set_result(self._value)

    def _give_up(self) -> None:
        error = StorageBusy if self.take() else self._late
        if not self._future.done():
            self._future.set_exception(error("waited as long as was allowed"))


def tell(turns: Sequence[Turn[Any]]) -> None:
    """Hand finished turns back to their event loops, with one wake-up for all of a loop's."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Turn[Any]]] = {}
    for turn in turns:
        by_loop.setdefault(turn.loop, []).append(turn)
    for loop, arrived in by_loop.items():
        with suppress(RuntimeError):  # the loop closed: nobody waits any more
            loop.call_soon_threadsafe(_arrive_together, arrived)


def _arrive_together(turns: Sequence[Turn[Any]]) -> None:
    for turn in turns:
        turn.arrive()


class Queue:
    """Turns in order of arrival, for threads that wait for them."""

    def __init__(self) -> None:
        """Open until `close`."""
        self._waiting: deque[Turn[Any]] = deque()
        self._changed = threading.Condition()
        self._closed = False

    def put(self, turn: Turn[Any]) -> None:
        """Raises StorageBusy when closed or when too many wait."""
        with self._changed:
            if self._closed or len(self._waiting) >= MOST_WAITING:
                raise StorageBusy("closed" if self._closed else "too many are waiting")
            self._waiting.append(turn)
            self._changed.notify()

    def next(self, most: int) -> list[Turn[Any]]:
        """Up to `most` turns, as soon as there is one; none when closed and empty."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    def close(self) -> None:
        """What waits is still served; nothing new comes in."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
