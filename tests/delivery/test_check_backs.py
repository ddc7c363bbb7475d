"""Promises to write again: kept once, in the words of now, whatever Telegram or storage does in between."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.delivery.check_backs import CheckBacks
from bot.sandbox.telegram import Person
from bot.screens import Screen
from storage import check_backs
from storage.check_backs import CheckBack
from storage.database import Storage
from storage.errors import StorageFull
from storage.tables import CheckBackRow
from storage.vault import Vault
from tests.delivery.wire import Wire, wired

START = datetime(2026, 11, 22, 3, 20, tzinfo=UTC)
SECRET = "a secret of the tests, long enough for any check"


@dataclass(slots=True)
class House:
    """Promises in real storage, kept over a real connection; `now` moves when a test says so."""

    storage: Storage
    vault: Vault
    wire: Wire
    now: datetime = START
    wanted: bool = True
    worded: list[CheckBack] = field(default_factory=list)

    def keeper(self) -> CheckBacks:
        """As the composition root makes it; a new one is a restarted process."""
        return CheckBacks(
            self.storage, self.vault, self.wire.sender, compose=self._compose, now=lambda: self.now
        )

    async def _compose(self, promise: CheckBack) -> Screen | None:
        self.worded.append(promise)
        if promise.note == "unwordable":
            raise KeyError(promise.note)
        return Screen("How is it now?") if self.wanted else None

    async def person(self, note: str = "check-back") -> Person:
        """Somebody who was promised to hear again in twenty minutes."""
        someone = self.wire.telegram.person("Sam")
        await someone.starts()
        pseudonym, due_at = self.vault.pseudonym(someone.id), self.now + timedelta(minutes=20)
        await self.storage.write(
            lambda session: check_backs.plan(
                session, self.vault, pseudonym, someone.id, kind="crisis", note=note, due_at=due_at
            )
        )
        return someone

    async def states(self) -> list[str]:
        """What became of the promises, oldest first."""

        def read(session: Session) -> list[str]:
            return [row.state for row in session.exec(select(CheckBackRow).order_by("id"))]

        return await self.storage.read(read)


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    async with Storage.open(f"sqlite:///{folder / 'statuscheck.db'}") as storage, wired() as wire:
        yield House(storage, Vault(SECRET), wire)


async def test_a_promise_is_kept_when_it_is_due_and_only_once(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        keeper = home.keeper()
        await keeper.run()
        assert sam.received == []
        home.now += timedelta(minutes=21)
        await keeper.run()
        await keeper.run()
        await home.keeper().run()
        assert [message.text for message in sam.received] == ["How is it now?"]
        assert await home.states() == ["sent"]


async def test_after_an_outage_of_a_day_everybody_hears(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        people = [await home.person() for _ in range(45)]
        home.now += timedelta(days=1)
        await home.keeper().run()
        assert all(len(one.received) == 1 for one in people)
        assert await home.states() == ["sent"] * 45


async def test_one_who_blocked_the_bot_is_not_tried_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        await sam.blocks()
        home.now += timedelta(minutes=21)
        await home.keeper().run()
        assert await home.states() == ["refused"]


@pytest.mark.parametrize("trouble", [{"status": 503}, {"status": 429, "retry_after": 90}])
async def test_what_never_left_is_tried_again_later(tmp_path: Path, trouble: dict[str, int]) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        home.wire.telegram.fail("sendMessage", **trouble)  # type: ignore[arg-type]
        home.now += timedelta(minutes=21)
        await home.keeper().run()
        assert await home.states() == ["planned"]
        home.now += timedelta(seconds=89)
        home.wire.telegram.heal()
        await home.keeper().run()
        assert len(sam.received) == (1 if trouble["status"] == 503 else 0)
        home.now += timedelta(seconds=2)
        await home.keeper().run()
        assert len(sam.received) == 1


async def test_what_may_have_arrived_is_not_sent_twice(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        home.wire.telegram.fail("sendMessage", reset=True, after=True)
        home.now += timedelta(minutes=21)
        for _ in range(3):
            await home.keeper().run()
            home.now += timedelta(minutes=10)
        assert len(sam.received) == 1
        assert await home.states() == ["unknown"]


async def test_a_promise_no_longer_wanted_is_dropped(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        home.wanted = False
        home.now += timedelta(minutes=21)
        await home.keeper().run()
        assert sam.received == []
        assert await home.states() == ["dropped"]


async def test_one_that_cannot_be_worded_stops_no_other_and_is_tried_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await home.person(note="unwordable")
        sam = await home.person()
        home.now += timedelta(minutes=21)
        await home.keeper().run()
        assert len(sam.received) == 1
        assert await home.states() == ["planned", "sent"]


async def test_another_key_cannot_read_the_address_and_says_nothing_to_anybody(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        sam = await home.person()
        home.vault = Vault("another secret of the tests, also long enough")
        home.now += timedelta(minutes=21)
        await home.keeper().run()
        assert sam.received == []
        assert await home.states() == ["refused"]


async def test_a_full_disk_after_the_send_makes_nobody_hear_it_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> bool:
        raise StorageFull("disk full")

    async with house(tmp_path) as home:
        sam = await home.person()
        keeper = home.keeper()
        home.now += timedelta(minutes=21)
        with monkeypatch.context() as broken:
            broken.setattr(check_backs, "settle", full)
            await keeper.run()
        assert await home.states() == ["claimed"]
        home.now += timedelta(minutes=3)
        await keeper.run()
        assert len(sam.received) == 1
        assert await home.states() == ["sent"]
