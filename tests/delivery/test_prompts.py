"""Prompts on their way: each once, in the words of now, whatever Telegram, storage or a crash does in between."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.care.people import Profile
from bot.care.schedule_wishes import Window, Wishes
from bot.delivery.prompts import Prompts, Worded
from bot.sandbox.telegram import Person
from bot.screens import Screen
from storage import members, subscriptions
from storage.database import Storage
from storage.errors import StorageFull
from storage.subscriptions import LEASE, Claimed
from storage.tables import MemberRow, SubscriptionRow
from storage.vault import Vault
from tests.delivery.wire import Wire, wired

START = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SECRET = "a secret of the tests, long enough for any check"
DAILY = Wishes(per_week=7, window=Window(start=1080, end=1140))
CLOSES = datetime(2026, 11, 25, 0, 55, tzinfo=UTC)  # all are due by then, and none is late


@dataclass(slots=True)
class House:
    """Subscribers in real storage, written to over a real connection; `now` moves when a test says so."""

    storage: Storage
    vault: Vault
    wire: Wire
    now: datetime = START
    worded: list[str] = field(default_factory=list)
    unwordable: set[str] = field(default_factory=set)

    def prompts(self) -> Prompts:
        """As the composition root makes it; a new one is a restarted process."""
        return Prompts(self.storage, self.vault, self.wire.sender, word=self._word, now=lambda: self.now)

    def _word(self, claimed: Claimed, now: datetime) -> Worded:
        self.worded.append(claimed.subscription.key)
        if claimed.subscription.key in self.unwordable:
            raise KeyError("no words")
        return Worded(Screen(f"Breathe. {now.date()}"), lambda w: w.after_prompt(now))

    async def person(self) -> Person:
        """Somebody who asked for one a day, between six and seven in Chicago."""
        someone = self.wire.telegram.person("Sam")
        await someone.starts()
        name = self.vault.pseudonym(someone.id)

        def sign_up(session: Session) -> None:
            members.remember(session, name, Profile(), today=self.now.date())
            members.set_timezone(session, name, "America/Chicago")
            subscriptions.begin(session, self.vault, name, someone.id, DAILY, now=self.now)

        await self.storage.write(sign_up)
        return someone

    async def until_due(self) -> None:
        """The moment at which the last of them is due."""
        self.now = max(row.due_at for row in await self.rows() if row.due_at)

    async def rows(self) -> list[SubscriptionRow]:
        def read(session: Session) -> list[SubscriptionRow]:
            found = list(session.exec(select(SubscriptionRow)))
            session.expunge_all()
            return found

        return await self.storage.read(read)


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    async with Storage.open(f"sqlite:///{folder / 'statuscheck.db'}") as storage, wired() as wire:
        yield House(storage, Vault(SECRET), wire)


async def test_a_prompt_comes_when_it_is_due_and_only_once(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        prompts = home.prompts()
        await prompts.run()
        assert sam.received == []
        home.now = CLOSES
        await prompts.run()
        await prompts.run()
        await home.prompts().run()
        assert [message.text for message in sam.received] == ["Breathe. 2026-11-25"]
        assert prompts.counts == {"sent": 1}


async def test_after_an_outage_what_is_late_is_dropped_and_counted(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        people = [await home.person() for _ in range(45)]
        home.now = CLOSES + timedelta(days=3, hours=2)
        prompts = home.prompts()
        await prompts.run()
        assert not any(one.received for one in people)
        assert prompts.counts == {"late": 45}
        home.now += timedelta(hours=22)
        await prompts.run()
        assert all(len(one.received) == 1 for one in people)  # one, not four


async def test_one_who_blocked_the_bot_is_unsubscribed_at_once(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        await sam.blocks()
        home.now = CLOSES
        await home.prompts().run()
        assert await home.rows() == []
        kept = await home.storage.read(lambda s: s.exec(select(MemberRow.sealed_chat)).all())
        assert list(kept) == [None]


@pytest.mark.parametrize("trouble", [{"status": 503}, {"status": 429, "retry_after": 90}])
async def test_what_never_left_is_tried_again_later(tmp_path: Path, trouble: dict[str, int]) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        home.wire.telegram.fail("sendMessage", **trouble)  # type: ignore[arg-type]
        await home.until_due()
        await home.prompts().run()
        assert sam.received == []
        home.wire.telegram.heal()
        home.now += timedelta(minutes=3)
        await home.prompts().run()
        assert len(sam.received) == 1


async def test_what_may_have_arrived_is_not_sent_twice(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        home.wire.telegram.fail("sendMessage", reset=True, after=True)
        await home.until_due()
        for _ in range(3):
            await home.prompts().run()
            home.now += timedelta(minutes=10)
        assert len(sam.received) == 1


async def test_one_that_cannot_be_worded_stops_no_other_and_is_tried_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        people = [await home.person() for _ in range(3)]
        broken = home.vault.pseudonym(people[0].id)
        home.unwordable.add(broken)
        await home.until_due()
        await home.prompts().run()
        assert [len(one.received) for one in people] == [0, 1, 1]
        home.unwordable.clear()
        home.now += timedelta(minutes=4)
        await home.prompts().run()
        assert [len(one.received) for one in people] == [1, 1, 1]


async def test_another_key_writes_to_nobody_and_loses_nobody(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        right, home.vault = home.vault, Vault("another secret of the tests, also long enough")
        await home.until_due()
        prompts = home.prompts()
        await prompts.run()
        assert sam.received == []
        assert prompts.counts == {"unreadable": 1}
        home.vault = right
        home.now += LEASE
        await home.prompts().run()
        assert len(sam.received) == 1


async def test_a_full_disk_after_the_send_makes_nobody_hear_it_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> bool:
        raise StorageFull("disk full")

    async with house(tmp_path) as home:
        sam = await home.person()
        prompts = home.prompts()
        await home.until_due()
        with monkeypatch.context() as broken:
            broken.setattr(subscriptions, "settle", full)
            await prompts.run()
        home.now += LEASE
        await prompts.run()
        assert len(sam.received) == 1
        (row,) = await home.rows()
        assert row.attempts == 0


async def test_a_crash_before_the_send_loses_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house(tmp_path) as home:
        people = [await home.person() for _ in range(20)]
        await home.until_due()

        async def killed(*_: object, **__: object) -> None:
            raise asyncio.CancelledError

        with monkeypatch.context() as dying:
            dying.setattr(home.wire.sender, "show", killed)
            await asyncio.gather(home.prompts().run(), return_exceptions=True)
        claimed = sum(row.attempts for row in await home.rows())
        assert claimed
        for minutes in (1, 10, 3):
            home.now += timedelta(minutes=minutes)
            await home.prompts().run()
        assert all(len(one.received) == 1 for one in people)


async def test_a_crash_between_sending_and_settling_repeats_one_at_most_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it crashes there: the third process gives up, and plans the next for another day."""

    def killed(*_: object, **__: object) -> bool:
        raise StorageFull("the process is gone")

    async with house(tmp_path) as home:
        people = [await home.person() for _ in range(10)]
        await home.until_due()
        with monkeypatch.context() as dying:
            dying.setattr(subscriptions, "settle", killed)
            for _ in range(5):
                await home.prompts().run()  # a new process each time: nothing is remembered
                home.now += LEASE
        heard = Counter(len(one.received) for one in people)
        assert set(heard) <= {1, 2}
        assert all(row.due_at and row.due_at > home.now + timedelta(hours=12) for row in await home.rows())


async def test_whoever_stops_while_one_is_on_its_way_is_not_planned_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        name = home.vault.pseudonym(sam.id)
        home.now = CLOSES
        batch = await home.storage.write(
            lambda s: subscriptions.claim_due(s, home.vault, now=home.now, limit=5)
        )
        assert len(batch.claimed) == 1
        await home.storage.write(lambda s: subscriptions.end(s, name))
        home.now += LEASE
        await home.prompts().run()
        assert await home.rows() == []
        assert sam.received == []
