"""Keeping the promise to write again: due check-backs are claimed, sent in the scheduled lane, and settled by outcome."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.delivery.lanes import Lane
from bot.delivery.sender import Outcome, Sender
from bot.screens import Screen
from storage import check_backs
from storage.check_backs import CheckBack, CheckBackState
from storage.database import Storage
from storage.errors import StorageError
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.delivery")

AT_ONCE = 20  # claimed together: sent well within the lease, and the most that a crash can leave unsettled
AGAIN_AFTER = timedelta(minutes=1)  # times the number of attempts
ENDS = {
    Outcome.SENT: CheckBackState.SENT,
    Outcome.BLOCKED: CheckBackState.REFUSED,
    Outcome.REFUSED: CheckBackState.REFUSED,
    Outcome.UNKNOWN: CheckBackState.UNKNOWN,
}


class CheckBacks:
    """`compose` words one promise for its person now, or says None when it is no longer wanted."""

    def __init__(
        self,
        storage: Storage,
        vault: Vault,
        sender: Sender,
        *,
        compose: Callable[[CheckBack], Awaitable[Screen | None]],
        now: Callable[[], datetime],
    ) -> None:
        self._storage = storage
        self._vault = vault
        self._sender = sender
        self._compose = compose
        self._now = now
        self._unsettled: dict[int, CheckBackState] = {}

    async def run(self) -> None:
        """One tick: everything that is due. Raises StorageError when nothing can be claimed."""
        while claimed := await self._claim():
            await asyncio.gather(*map(self._keep, claimed))

    async def _claim(self) -> tuple[CheckBack, ...]:
        now = self._now()
        return await self._storage.write(
            lambda session: check_backs.claim_due(session, now=now, limit=AT_ONCE)
        )

    async def _keep(self, promise: CheckBack) -> None:
        # Sent before, but storage failed before it could be settled: the person has heard it.
        end = self._unsettled.get(promise.id) or await self._send(promise)
        try:
            await self._settle(promise, end)
        except StorageError as error:
            log.warning("a check-back could not be settled (%s)", type(error).__name__)
            if isinstance(end, CheckBackState):
                self._unsettled[promise.id] = end
        else:
            self._unsettled.pop(promise.id, None)

    async def _send(self, promise: CheckBack) -> CheckBackState | timedelta:
        """How it ended, or after what time it should be tried again."""
        later = AGAIN_AFTER * promise.attempts
        try:
            chat_id = await asyncio.to_thread(check_backs.chat_of, self._vault, promise)
            screen = await self._compose(promise)
        except VaultError as error:
            log.warning("a check-back has no readable address (%s)", type(error).__name__)
            return CheckBackState.REFUSED
        except Exception as error:  # noqa: BLE001  # one promise never stops the others
            log.error("a check-back could not be worded: %s", type(error).__name__)  # noqa: TRY400
            return later
        if screen is None:
            return CheckBackState.DROPPED
        delivery = await self._sender.show(chat_id, screen, lane=Lane.SCHEDULED)
        return ENDS.get(delivery.outcome) or max(later, timedelta(seconds=delivery.retry_after))

    async def _settle(self, promise: CheckBack, end: CheckBackState | timedelta) -> None:
        if isinstance(end, CheckBackState):
            await self._storage.write(lambda session: check_backs.settle(session, promise, end))
            return
        until = self._now() + end
        await self._storage.write(lambda session: check_backs.postpone(session, promise, until=until))
