"""Prompts for those who asked: due ones are claimed, worded, sent in the scheduled lane, and settled by outcome."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.care.schedule import LATE
from bot.delivery.lanes import Lane
from bot.delivery.sender import Outcome, Sender
from bot.screens import Screen
from storage import addresses, members, subscriptions
from storage.database import Storage
from storage.subscriptions import AGAIN_AFTER, Batch, Change, Claimed
from storage.vault import Vault

log = logging.getLogger("statuscheck.delivery")

AT_ONCE = 1_000  # claimed together; about 40 seconds of Telegram's limit, well within the lease
PATIENCE = 60.0  # seconds for a settle: nobody waits for it, and the lease is longer
TOGETHER = 20  # worded in one go (about 5 ms), then people who wrote are answered first


@dataclass(frozen=True, slots=True)
class Worded:
    """A prompt ready to leave. `then` is what having sent it changes; without a screen there was nothing to say."""

    screen: Screen | None
    then: Change


class Prompts:
    """`word` words one claimed prompt; `counts` says what became of all since the start, by outcome or rule."""

    def __init__(
        self,
        storage: Storage,
        vault: Vault,
        sender: Sender,
        *,
        word: Callable[[Claimed, datetime], Worded],
        now: Callable[[], datetime],
    ) -> None:
        self._storage = storage
        self._vault = vault
        self._sender = sender
        self._word = word
        self._now = now
        self._unsettled: dict[str, tuple[Change, datetime]] = {}
        self.counts: Counter[str] = Counter()

    async def run(self) -> None:
        """One tick: everything that is due. Raises StorageError when nothing can be claimed."""
        while batch := await self._claim():
            self._count(batch)
            async with asyncio.TaskGroup() as sending:
                for number, claimed in enumerate(batch.claimed, 1):
                    sending.create_task(self._keep(claimed))
                    if number % TOGETHER == 0:
                        await asyncio.sleep(0)

    async def _claim(self) -> Batch | None:
        now, vault = self._now(), self._vault
        if not await self._storage.read(lambda session: subscriptions.is_any_due(session, now=now)):
            return None
        return await self._storage.write(
            lambda session: subscriptions.claim_due(session, vault, now=now, limit=AT_ONCE)
        )

    def _count(self, batch: Batch) -> None:
        self.counts.update(batch.passed)
        if batch.passed:
            log.info("prompts not sent: %s", ", ".join(f"{n} {why}" for why, n in batch.passed.items()))

    async def _keep(self, claimed: Claimed) -> None:
        try:
            await self._settle(claimed, await self._send(claimed))
        except Exception as error:  # noqa: BLE001  # one prompt never stops the others
            log.warning("a prompt could not be settled (%s)", type(error).__name__)
        else:
            self._unsettled.pop(claimed.subscription.key, None)

    async def _send(self, claimed: Claimed) -> Change | timedelta | None:
        """What having sent it changes; or after what time to try again; or None: this person blocked us."""
        if then := self._sent_before(claimed):
            return then
        try:
            chat_id = await asyncio.to_thread(members.chat_of, self._vault, claimed.member)
            worded = self._word(claimed, self._now())
        except Exception as error:  # noqa: BLE001  # one prompt never stops the others
            log.error("a prompt could not be worded: %s", type(error).__name__)  # noqa: TRY400
            return AGAIN_AFTER
        if chat_id is None or worded.screen is None:
            self.counts["nothing_to_say"] += 1
            return worded.then
        delivery = await self._sender.show(chat_id, worded.screen, lane=Lane.SCHEDULED)
        self.counts[delivery.outcome.value] += 1
        if delivery.outcome is Outcome.BLOCKED:
            return None
        if delivery.outcome is Outcome.NOT_SENT:
            return max(AGAIN_AFTER, timedelta(seconds=delivery.retry_after))
        # Should storage fail now, the person has heard it all the same.
        self._unsettled[claimed.subscription.key] = (worded.then, self._now())
        return worded.then

    def _sent_before(self, claimed: Claimed) -> Change | None:
        then, at = self._unsettled.get(claimed.subscription.key, (None, None))
        return then if at is not None and self._now() - at <= LATE else None

    async def _settle(self, claimed: Claimed, then: Change | timedelta | None) -> None:
        now, vault, key = self._now(), self._vault, claimed.subscription.key
        if then is None:
            await self._write(lambda session: addresses.lost(session, key))
        elif isinstance(then, timedelta):
            until = now + then
            await self._write(lambda session: subscriptions.postpone(session, claimed, until=until))
        else:
            await self._write(lambda session: subscriptions.settle(session, vault, claimed, then, now=now))

    async def _write(self, fn: Callable[[Session], object]) -> None:
        await self._storage.write(fn, timeout=PATIENCE)
