"""Which updates have been answered: known at once in memory, and after a crash from storage, as well as it may be.

A broken database neither delays nor stops an answer; at worst something answered just before a crash is answered twice.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.delivery.nursery import Nursery
from storage import updates
from storage.database import Storage

log = logging.getLogger("statuscheck.delivery")

REMEMBERED = 20_000  # ids, about 2 MB; Telegram repeats only what lies within its last 100 unconfirmed
STORE_PATIENCE = 1.0  # seconds a confirmation to Telegram waits for storage
STORE_REST = 5.0  # seconds storage is left alone after it failed


class AnsweredUpdates(Protocol):
    """Where answered updates outlive the process. Either may raise; then memory alone has to do."""

    async def known(self, update_ids: Sequence[int]) -> Collection[int]:
        """Those of `update_ids` (at most 100) that have been answered."""
        ...

    async def mark(self, update_ids: Sequence[int]) -> None:
        """Keep these ids; one that is already there is no error."""
        ...


class StoredAnswers:
    """Answered updates in our own storage. `now` is the wall clock, in UTC."""

    def __init__(self, storage: Storage, now: Callable[[], datetime]) -> None:
        self._storage = storage
        self._now = now

    async def known(self, update_ids: Sequence[int]) -> Collection[int]:
        """Those that have been answered. Raises what storage raises."""
        return await self._storage.read(lambda session: updates.answered(session, update_ids))

    async def mark(self, update_ids: Sequence[int]) -> None:
        """Keep them. Raises what storage raises."""
        now = self._now()
        await self._storage.write(lambda session: updates.mark_all(session, update_ids, now=now))


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

    async def recall(self, update_ids: Sequence[int]) -> None:
        """Learn from storage which of these were answered; gives up after a moment, since people are waiting."""
        unknown = [update_id for update_id in update_ids if update_id not in self._ids]
        if self._store is None or not unknown or self._clock() < self._rests_until:
            return
        try:
            async with asyncio.timeout(STORE_PATIENCE):
                known = await self._store.known(unknown)
        except Exception as error:  # noqa: BLE001  # whatever storage raises, answering comes first
            log.warning("answered updates could not be read (%s)", type(error).__name__)
            self._rests_until = self._clock() + STORE_REST
            return
        for update_id in known:
            self._keep(update_id)

    def add(self, update_id: int) -> "asyncio.Future[None]":
        """Remember this id. The future is done when it is stored, or when storage has had its time."""
        self._keep(update_id)
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if self._store is not None:
            self._unstored.append(update_id)
        if self._store is None or self._clock() < self._rests_until:
            del self._unstored[:-REMEMBERED]
            stored.set_result(None)
            return stored
        self._waiting.append(stored)
        if self._writer is None or self._writer.done():
            self._writer = self._nursery.start(self._write(self._store), "answered updates")
        return stored

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
