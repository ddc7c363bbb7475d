"""Tips on their way: begun when due, claimed a hundred at a time, asked for at the door, settled as what became of them.

Killed at any point it goes on by itself from the ledger: nobody is left out, nothing is sent twice, and what was in the
air at that moment is unknown and said to be.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.delivery.lanes import Lane
from bot.delivery.letters import Letter, Letters
from bot.delivery.sender import Delivery, Outcome
from storage import addresses, broadcasts, ledger
from storage.database import Storage
from storage.errors import StorageError
from storage.ledger import Claim, Entry, Zone
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.delivery")

CLAIMED_AT_ONCE = 100
HANDS = 32  # sends under way: 29 a second even when Telegram takes a second to answer
LOOK_AGAIN = 0.5  # seconds between looks for more while some are still being sent
AGAIN_AFTER = timedelta(seconds=10)  # for what never left
SETTLE_PAUSES = (0.2, 1.0, 5.0, 20.0)  # seconds between tries to write down what became of a send
ENDS = {
    Outcome.SENT: Entry.SENT,
    Outcome.BLOCKED: Entry.REFUSED,
    Outcome.REFUSED: Entry.REFUSED,
    Outcome.UNKNOWN: Entry.UNKNOWN,
}
Compose = Callable[[Claim], Awaitable[Letter | None]]


class Broadcasts:
    """`compose` words a tip for one person now; `zone` is the time zone of somebody who has not chosen one."""

    def __init__(
        self,
        storage: Storage,
        vault: Vault,
        letters: Letters,
        *,
        compose: Compose,
        zone: Zone,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._storage = storage
        self._vault = vault
        self._letters = letters
        self._compose = compose
        self._zone = zone
        self._now = now
        self._sleep = sleep
        self._line: deque[Claim] = deque()
        self._claiming = asyncio.Lock()
        self._busy = 0
        self._halted = False

    async def keep(self) -> None:
        """One tick: take over from the dead, begin what is due, end what is done. Raises StorageError."""
        now, zone = self._now(), self._zone
        await self._storage.write(lambda session: ledger.recover(session, now=now))
        await self._storage.write(lambda session: broadcasts.begin_due(session, zone, now=now))
        await self._storage.write(lambda session: broadcasts.end_finished(session, now=now))

    async def run(self) -> None:
        """One tick: send until nothing is due. Raises StorageError when nothing can be claimed."""
        first = await self._next()
        if first is None:
            return  # as nearly always: one look, not one for each hand
        self._line.appendleft(first)
        ended = await asyncio.gather(*(self._hand() for _ in range(HANDS)), return_exceptions=True)
        for error in ended:
            if error is not None:
                raise error

    def halt(self) -> None:
        """Begin nothing new: the bot is stopping, and what is in the air shall land."""
        self._halted = True

    async def _hand(self) -> None:
        while not self._halted:
            claimed = await self._next()
            if claimed is not None:
                self._busy += 1
                try:
                    await self._deliver(claimed)
                finally:
                    self._busy -= 1
            elif not self._busy:
                return
            else:
                await self._sleep(LOOK_AGAIN)

    async def _next(self) -> Claim | None:
        async with self._claiming:
            if not self._line and not self._halted:
                now, zone = self._now(), self._zone
                self._line.extend(
                    await self._storage.write(
                        lambda session: ledger.claim(session, zone, now=now, limit=CLAIMED_AT_ONCE)
                    )
                )
            return self._line.popleft() if self._line else None

    async def _deliver(self, claimed: Claim) -> None:
        try:
            chat_id, words = await asyncio.to_thread(self._opened, claimed)
            letter = await self._compose(words)
        except StorageError as error:  # no key is to be had just now: its lease ends, and it comes again
            log.warning("a receiver waits for its key (%s)", type(error).__name__)
            return
        except VaultError as error:
            log.warning("a receiver has no readable address (%s)", type(error).__name__)
            await self._settle(claimed, Entry.REFUSED)
            return
        except Exception as error:  # noqa: BLE001  # one receiver never stops the others
            log.error("a tip could not be worded: %s", type(error).__name__)  # noqa: TRY400
            letter = None
        if letter is None:
            await self._settle(claimed, Entry.SKIPPED)
            return
        await self._send(claimed, chat_id, letter)

    def _opened(self, claimed: Claim) -> tuple[int, Claim]:
        return ledger.chat_of(self._vault, claimed), ledger.opened(self._vault, claimed)

    async def _send(self, claimed: Claim, chat_id: int, letter: Letter) -> None:
        wanted = True

        async def may_leave() -> bool:
            nonlocal wanted
            wanted = await self._may_leave(claimed)
            return wanted

        delivery = await self._letters.send(chat_id, letter, lane=Lane.BROADCAST, may_leave=may_leave)
        if wanted:  # else its row already says why not, or its lease will bring it back
            await self._write_down(claimed, delivery)

    async def _may_leave(self, claimed: Claim) -> bool:
        if self._halted:
            return False
        now = self._now()
        try:
            return await self._storage.write(lambda session: ledger.begin(session, claimed, now=now))
        except StorageError as error:
            log.warning("a tip stays: the ledger does not answer (%s)", type(error).__name__)
            return False

    async def _write_down(self, claimed: Claim, delivery: Delivery) -> None:
        end = ENDS.get(delivery.outcome)
        if end is not None:
            await self._settle(claimed, end, blocked=delivery.outcome is Outcome.BLOCKED)
            return
        until = self._now() + max(AGAIN_AFTER, timedelta(seconds=delivery.retry_after))
        try:
            await self._storage.write(lambda session: ledger.give_back(session, claimed, until=until))
        except StorageError as error:  # then its lease ends, and it counts as unknown
            log.warning("a tip could not be given back (%s)", type(error).__name__)

    async def _settle(self, claimed: Claim, end: Entry, *, blocked: bool = False) -> None:
        for pause in (*SETTLE_PAUSES, None):
            try:
                await self._storage.write(lambda session: _settled(session, claimed, end, blocked=blocked))
            except StorageError as error:
                log.warning("a tip could not be settled (%s)", type(error).__name__)
                if pause is not None:
                    await self._sleep(pause)
            else:
                return


def _settled(session: Session, claimed: Claim, end: Entry, *, blocked: bool) -> None:
    ledger.settle(session, claimed, end)
    if blocked:
        addresses.lost(session, claimed.pseudonym)
