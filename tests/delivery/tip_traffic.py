"""A department's ledger in real storage, sent over a Telegram in memory that enforces its limits; workers that die."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session, select
from telegram.ext import ExtBot

from bot.care.broadcast import Wording
from bot.care.people import Audience, Profile
from bot.care.tips import TipAudience
from bot.delivery.broadcasts import Broadcasts
from bot.delivery.lanes import Lane, LaneLimiter
from bot.delivery.letters import Letter, Letters
from bot.delivery.sender import Sender
from bot.sandbox.telegram import TOKEN, Person, Telegram
from bot.sandbox.telegram_request import SandboxRequest
from bot.screens import Screen
from storage import broadcasts, departments, members
from storage.broadcasts import Order
from storage.database import Storage
from storage.ledger import Claim
from storage.tables import BroadcastRow, LedgerRow, MembershipRow
from storage.vault import Vault

START = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SECRET = "a secret of the tests, long enough for any check"
WORDS = "Talk to the peer team after a bad call."


@dataclass(slots=True)
class Road:
    """Everything between the ledger and the people; `now` moves when a test says so."""

    storage: Storage
    vault: Vault
    telegram: Telegram
    letters: Letters
    people: list[Person]
    now: datetime = START
    composed: Callable[[Claim], Awaitable[None]] | None = None
    workers: list["asyncio.Future[Any]"] = field(default_factory=list)
    clock: Callable[[], datetime] | None = None

    def worker(self) -> Broadcasts:
        """As the composition root makes it; a new one is a restarted process."""
        return Broadcasts(
            self.storage,
            self.vault,
            self.letters,
            compose=self._compose,
            zone=lambda chosen, _country, _region: chosen,
            now=self.clock or (lambda: self.now),
        )

    async def _compose(self, claimed: Claim) -> Letter:
        if self.composed is not None:
            await self.composed(claimed)
        return Letter(Screen(WORDS))

    async def hand_in(self, *, waking: bool = False) -> None:
        """One tip, due now, and begun."""
        wording, now = Wording(texts={"en": WORDS}), self.now
        order = Order(1, "author", TipAudience.BOTH, "sleep", wording, now, waking=waking, zone="UTC")
        await self.storage.write(
            lambda session: broadcasts.submit(session, self.vault, order, waits=False, now=now)
        )

    async def begin(self) -> None:
        """Plan it."""
        await self.worker().keep()

    async def runs_and_dies(self, when: Callable[[], Awaitable[None]]) -> None:
        """A worker sends until `when` has happened; then it is gone, in the middle of whatever it does."""
        work = asyncio.ensure_future(self.worker().run())
        await when()
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work

    async def runs(self) -> None:
        """A worker of a restarted process, until nothing is left, with leases running out in between."""
        for _ in range(6):
            worker = self.worker()
            await worker.keep()
            await worker.run()
            self.now += timedelta(seconds=60)
        await self.worker().keep()

    async def states(self) -> dict[str, str]:
        """Everybody's row, by pseudonym."""

        def read(session: Session) -> dict[str, str]:
            return {row.pseudonym: row.state for row in session.exec(select(LedgerRow))}

        return await self.storage.read(read)

    async def state(self) -> str:
        """The tip's own."""
        return await self.storage.read(lambda session: session.exec(select(BroadcastRow.state)).one())

    def copies(self) -> dict[str, int]:
        """How often it arrived, by pseudonym."""
        return {
            self.vault.pseudonym(one.id): sum(WORDS in message.text for message in one.received)
            for one in self.people
        }

    async def agrees(self) -> Counter[str]:
        """Assert that ledger and Telegram say the same of every single person; how many are where."""
        states, copies = await self.states(), self.copies()
        assert states.keys() == copies.keys()
        for who, state in states.items():
            assert state in ("sent", "refused", "unknown", "skipped"), state
            allowed = {"sent": (1,), "unknown": (0, 1)}.get(state, (0,))
            assert copies[who] in allowed, f"{state} and {copies[who]} copies"
        return Counter(states.values())


@asynccontextmanager
async def road(
    folder: Path,
    people: int,
    *,
    storage: Storage | None = None,
    telegram: Telegram | None = None,
    pace: Callable[[], float] | None = None,
) -> AsyncIterator[Road]:
    """So many members; with `pace` the lanes run on that clock, else as fast as they can."""
    telegram, vault = telegram or Telegram(), Vault(SECRET)
    limiter = LaneLimiter(clock=pace) if pace else _unpaced()
    request = SandboxRequest(telegram, read_timeout=None)
    async with AsyncExitStack() as stack:
        opened = storage or Storage.open(f"sqlite:///{folder / 'statuscheck.db'}")
        await stack.enter_async_context(opened)
        bot: ExtBot[Lane] = ExtBot(
            TOKEN, "http://x/bot", "http://x/file/bot",
            request=request, get_updates_request=request, rate_limiter=limiter,
        )  # fmt: skip
        await stack.enter_async_context(bot)
        letters = Letters(bot, Sender(bot))
        joined = [telegram.person(f"P{number}") for number in range(people)]
        for one in joined:
            one.chat.started = one.chat.met = True
        await opened.write(lambda session: _join(session, vault, joined))
        yield Road(opened, vault, telegram, letters, joined)


def _unpaced() -> LaneLimiter:
    """Lanes whose pauses take no time."""
    seconds = [0.0]

    async def sleep(pause: float) -> None:
        seconds[0] += pause
        await asyncio.sleep(0)

    return LaneLimiter(clock=lambda: seconds[0], sleep=sleep)


def _join(session: Session, vault: Vault, people: list[Person]) -> None:
    department = departments.establish(session, "Metro PD", today=START.date())
    for one in people:
        who = vault.pseudonym(one.id)
        members.remember(session, who, Profile(audience=Audience.OFFICER), today=START.date())
        members.keep_chat(session, vault, who, one.id)
        session.add(
            MembershipRow(pseudonym=who, department_id=department.id, audience="officer", since=START.date())
        )
    session.flush()
