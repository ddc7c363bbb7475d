"""Waking those who wait, and telling those who watch, without tasks and without polling."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Self

from bot.sandbox.telegram_shapes import Event


class Bell:
    """Wakes everyone who waits at the moment it rings; nobody who comes later."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
        self._waiting.clear()

    async def heard(self) -> None:
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.add(waiter)
        try:
            await waiter
        finally:
            self._waiting.discard(waiter)


class Watchers:
    """Calls every listener at once, in the order in which things happened."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Event], None]] = []

    def __bool__(self) -> bool:
        return bool(self._listeners)

    def tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Calls `listener` for each change from now on; the returned function stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop


class Subscription(AsyncIterator[Event]):
    """Every change since the moment it was made, in order, until closed. Also an async context manager."""

    def __init__(self, watchers: Watchers) -> None:
        self._queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._stop = watchers.listen(self._queue.put_nowait)

    async def __anext__(self) -> Event:
        event = await self._queue.get()
        if event is None:
            raise StopAsyncIteration
        return event

    def close(self) -> None:
        self._stop()
        self._queue.put_nowait(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.close()
