"""Which updates have been answered: known at once in memory, and after a crash from storage, as well as it may be.

A broken database neither delays nor stops an answer; at worst something answered just before a crash is answered twice.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from bot.delivery.nursery import Nursery

log = logging.getLogger("statuscheck.delivery")

REMEMBERED = 20_000  # ids, about 2 MB; Telegram repeats only what lies within its last 100 unconfirmed
STORE_PATIENCE = 1.0  # seconds a confirmation to Telegram waits for storage
STORE_REST = 5.0  # seconds storage is left alone after it failed


class AnsweredUpdates(Protocol):
    """Where answered updates outlive the process. Either may raise; then memory alone has to do."""

    async def recent(self) -> Iterable[int]:
        """Ids answered in the last days."""
        ...

    async def mark(self, update_ids: Sequence[int]) -> None:
        """Keep these ids; one that is already there is no error."""
        ...


class Remembered:
    """Ids of answered updates, the newest `REMEMBERED` of them."""

    def __init__(
        self, store: AnsweredUpdates | None, *, nursery: Nursery, clock: Callable[[], float]
    ) -> None:
        self._store = store
        self._nursery = nursery
        self._clock = clock
        self._ids: OrderedDict[int, None] = OrderedDict()
        self._unstored: list[int] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._writer: asyncio.Task[None] | None = None
        self._rests_until = float("-inf")

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._ids

    async def recall(self) -> None:
        """Fill memory from storage; gives up after a moment, since people are waiting."""
        if self._store is None:
            return
        try:
            async with asyncio.timeout(STORE_PATIENCE):
                recent = await self._store.recent()
        except Exception as error:  # noqa: BLE001  # whatever storage raises, answering comes first
            log.warning("answered updates could not be read (%s)", type(error).__name__)
            return
        for update_id in sorted(recent):
            self._keep(update_id)

    async def add(self, update_id: int) -> None:
        """Remember this id; returns when it is stored, or when storage has had its time."""
        self._keep(update_id)
        if self._store is None:
            return
        self._unstored = [*self._unstored[-REMEMBERED:], update_id]
        if self._clock() < self._rests_until:
            return
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(stored)
        if self._writer is None or self._writer.done():
            self._writer = self._nursery.start(self._write(self._store), "answered updates")
        await stored

    async def _write(self, store: AnsweredUpdates) -> None:
        while self._waiting:
            ids, self._unstored = self._unstored, []
            waiting, self._waiting = self._waiting, []
            try:
                async with asyncio.timeout(STORE_PATIENCE):
                    await store.mark(ids)
            except Exception as error:  # noqa: BLE001  # whatever storage raises, answering comes first
                log.warning("answered updates could not be stored (%s)", type(error).__name__)
                self._unstored = (ids + self._unstored)[-REMEMBERED:]
                self._rests_until = self._clock() + STORE_REST
            finally:
                for stored in waiting:
                    if not stored.done():
                        stored.set_result(None)

    def _keep(self, update_id: int) -> None:
        self._ids[update_id] = None
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)
