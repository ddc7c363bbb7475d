"""Tells every open page what happens, in order; a page too slow to follow is let go, and begins anew by itself."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

LONGEST_QUEUE = 2000  # events a page may lag behind; a fresh state is cheaper than more
Told = dict[str, Any]
Queue = asyncio.Queue[Told | None]


class Stream:
    """One queue for each open page; None in it means the end."""

    def __init__(self) -> None:
        self._queues: set[Queue] = set()

    @contextmanager
    def joined(self) -> Iterator[Queue]:
        queue: Queue = asyncio.Queue(LONGEST_QUEUE)
        self._queues.add(queue)
        try:
            yield queue
        finally:
            self._queues.discard(queue)

    def tell(self, event: Told) -> None:
        for queue in tuple(self._queues):
            if queue.full():
                self._end(queue)
            else:
                queue.put_nowait(event)

    def close(self) -> None:
        """Ends every page's stream; the pages try again until somebody serves them."""
        for queue in tuple(self._queues):
            self._end(queue)

    async def read(self, queue: Queue, *, beat: float) -> AsyncIterator[Told | None]:
        """Events as they come; None after each `beat` seconds of silence, so that a dead page is noticed."""
        while True:
            try:
                async with asyncio.timeout(beat):
                    event = await queue.get()
            except TimeoutError:
                yield None
                continue
            if event is None:
                return
            yield event

    def _end(self, queue: Queue) -> None:
        self._queues.discard(queue)
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(None)
