"""Chats side by side, each chat in its order. A line exists only while somebody stands in it."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import TypeVar

T = TypeVar("T")


class _Line:
    """Those of one chat: one is being served, the others wait in the order they came."""

    __slots__ = ("served", "waiting")

    def __init__(self) -> None:
        self.served: object | None = None
        self.waiting: deque[tuple[object, asyncio.Future[None]]] = deque()


class ChatQueues:
    """Lines by key. A flood in one chat makes that chat's line long and nobody else's.

    Nothing that waits is ever dropped or merged: any of it may be the message that matters. What bounds a flood is
    `patience`: one who is served longer steps aside and goes on in the background, so a line always moves.
    """

    def __init__(self) -> None:
        self._lines: dict[Hashable, _Line] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def waiting(self, key: Hashable) -> int:
        """How many of this chat stand in line, the served one included."""
        line = self._lines.get(key)
        return 0 if line is None else len(line.waiting) + (line.served is not None)

    async def run(
        self, key: Hashable, work: Callable[[], Awaitable[T]], *, patience: float | None = None
    ) -> T:
        """Do `work` when all that came before it under `key` is done, or has been served `patience` seconds."""
        place = object()
        await self._reach(key, place)
        timer = None
        if patience is not None:
            timer = asyncio.get_running_loop().call_later(patience, self._leave, key, place)
        try:
            return await work()
        finally:
            if timer is not None:
                timer.cancel()
            self._leave(key, place)

    async def _reach(self, key: Hashable, place: object) -> None:
        line = self._lines.setdefault(key, _Line())
        if line.served is None:
            line.served = place
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        entry = (place, turn)
        line.waiting.append(entry)
        try:
            await turn
        except asyncio.CancelledError:
            # The turn may have come in the same moment as the cancellation; then it is passed on.
            self._leave(key, place)
            if entry in line.waiting:
                line.waiting.remove(entry)
            raise

    def _leave(self, key: Hashable, place: object) -> None:
        line = self._lines.get(key)
        if line is None or line.served is not place:
            return
        line.served = None
        while line.waiting:
            following, turn = line.waiting.popleft()
            if not turn.done():
                line.served = following
                turn.set_result(None)
                return
        del self._lines[key]
