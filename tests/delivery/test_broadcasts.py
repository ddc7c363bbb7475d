"""Tips and their ledger: killed anywhere it goes on by itself, nobody is left out, nothing comes twice."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.care.broadcast import Act
from bot.delivery.broadcasts import CLAIMED_AT_ONCE, HANDS
from storage import broadcasts, departments, ledger, members
from storage.errors import StorageFull
from storage.ledger import Claim
from tests.delivery.tip_traffic import Road, road

PEOPLE = 150


async def _after_claim(home: Road) -> None:
    """A worker that dies with a hundred claims in hand and nothing sent."""
    claimed = asyncio.Event()

    async def hang(_: Claim) -> None:
        claimed.set()
        await asyncio.Event().wait()

    home.composed = hang
    await home.runs_and_dies(lambda: _heard(claimed))
    home.composed = None


async def _in_the_air(home: Road) -> None:
    """A worker that dies while Telegram has its requests and has done nothing yet."""
    held = home.telegram.hold("sendMessage")
    await home.runs_and_dies(lambda: held.arrived(5))
    home.telegram.heal()


async def _arrived_and_not_settled(home: Road) -> None:
    """A worker that dies when messages have arrived and the ledger does not know."""
    settled = ledger.settle
    arrived = asyncio.Event()

    def full(*_: object) -> bool:
        home_loop.call_soon_threadsafe(arrived.set)
        raise StorageFull("disk full")

    home_loop = asyncio.get_running_loop()
    ledger.settle = full  # type: ignore[assignment]
    try:
        await home.runs_and_dies(lambda: _heard(arrived))
    finally:
        ledger.settle = settled


async def _heard(event: asyncio.Event) -> None:
    async with asyncio.timeout(30):
        await event.wait()


async def _begun_only(home: Road) -> None:
    """Killed when it was planned and nobody had claimed anything."""


DEATHS = (_begun_only, _after_claim, _in_the_air, _arrived_and_not_settled)


@pytest.mark.parametrize("second", DEATHS)
@pytest.mark.parametrize("first", DEATHS)
async def test_killed_twice_anywhere_everybody_is_accounted_for_and_nobody_hears_it_twice(
    tmp_path: Path, first: Callable[[Road], Awaitable[None]], second: Callable[[Road], Awaitable[None]]
) -> None:
    async with road(tmp_path, PEOPLE) as home:
        await home.hand_in()
        await home.begin()
        for death in (first, second):
            await death(home)
            home.now += timedelta(seconds=40)
            await home.worker().keep()
        await home.runs()
        counts = await home.agrees()
        assert counts["unknown"] <= 2 * HANDS
        assert counts["sent"] + counts["unknown"] == PEOPLE
        assert await home.state() == "done"
        if {first, second} <= {_begun_only, _after_claim}:
            assert counts["unknown"] == 0


async def test_a_claim_that_was_never_sent_is_taken_over_after_its_lease_and_what_was_in_the_air_never(
    tmp_path: Path,
) -> None:
    async with road(tmp_path, PEOPLE) as home:
        await home.hand_in()
        await home.begin()
        await _in_the_air(home)
        states = list((await home.states()).values())
        assert states.count("sending") <= HANDS
        assert states.count("claimed") <= CLAIMED_AT_ONCE
        await home.runs()
        counts = await home.agrees()
        assert counts["unknown"] == states.count("sending")


async def test_who_blocked_or_is_gone_is_refused_and_their_address_goes(tmp_path: Path) -> None:
    async with road(tmp_path, PEOPLE) as home:
        for one in home.people[:3]:
            one.chat.blocked = True
        await home.hand_in()
        await home.runs()
        counts = await home.agrees()
        assert counts == {"refused": 3, "sent": PEOPLE - 3}
        who = home.vault.pseudonym(home.people[0].id)
        kept = await home.storage.read(lambda session: members.find(session, who))
        assert kept is not None
        assert kept.sealed_chat is None


async def test_a_429_is_waited_for_and_a_broken_connection_is_unknown(tmp_path: Path) -> None:
    async with road(tmp_path, 60) as home:
        for one in home.people[:10]:
            home.telegram.fail("sendMessage", status=429, retry_after=7, lane_chat=one.id)
        home.telegram.fail("sendMessage", reset=True, after=True, lane_chat=home.people[20].id)
        home.telegram.fail("sendMessage", reset=True, lane_chat=home.people[21].id)
        await home.hand_in()
        await home.runs()
        assert await home.agrees() == {"sent": 58, "unknown": 2}


async def test_paused_nothing_more_leaves_and_resumed_the_rest_does(tmp_path: Path) -> None:
    async with road(tmp_path, 120) as home:
        await home.hand_in()
        await home.begin()
        held = home.telegram.hold("sendMessage")
        work = asyncio.ensure_future(home.worker().run())
        await held.arrived(4)
        paused = await home.storage.write(
            lambda session: broadcasts.move(session, 1, Act.PAUSE, now=home.now, by="x")
        )
        assert paused is not None
        home.telegram.heal()
        await work
        arrived = sum(home.copies().values())
        assert arrived <= HANDS
        await home.runs()
        assert sum(home.copies().values()) == arrived
        await home.storage.write(
            lambda session: broadcasts.move(session, 1, Act.RESUME, now=home.now, by="x")
        )
        await home.runs()
        assert await home.agrees() == {"sent": 120}


async def test_cancelled_in_the_middle_the_rest_is_skipped(tmp_path: Path) -> None:
    async with road(tmp_path, 120) as home:
        await home.hand_in()
        await home.begin()
        held = home.telegram.hold("sendMessage")
        work = asyncio.ensure_future(home.worker().run())
        await held.arrived(4)
        await home.storage.write(
            lambda session: broadcasts.move(session, 1, Act.CANCEL, now=home.now, by="x")
        )
        home.telegram.heal()
        await work
        counts = await home.agrees()
        assert counts["sent"] <= HANDS
        assert counts["skipped"] == 120 - counts["sent"]
        assert await home.state() == "cancelled"


async def test_who_leaves_or_wants_quiet_while_their_tip_stands_in_line_gets_nothing(tmp_path: Path) -> None:
    async with road(tmp_path, 40) as home:
        await home.hand_in()
        await home.begin()
        left, quiet = (home.vault.pseudonym(one.id) for one in home.people[:2])
        changed = asyncio.Event()

        def change(session: Session) -> None:
            departments.leave(session, left)
            member = members.find(session, quiet)
            assert member is not None
            until = home.now + timedelta(hours=72)
            members.hush(session, quiet, member.profile, until=until, today=home.now.date())

        async def first(_: Claim) -> None:  # all of them are claimed by now
            if not changed.is_set():
                changed.set()
                await home.storage.write(change)

        home.composed = first
        await home.runs()
        states = await home.states()
        assert {states[left], states[quiet]} == {"skipped"}
        assert (await home.agrees())["sent"] == 38


async def test_a_ledger_that_does_not_answer_keeps_the_tip_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> bool:
        raise StorageFull("disk full")

    async with road(tmp_path, 20) as home:
        await home.hand_in()
        await home.begin()
        with monkeypatch.context() as broken:
            broken.setattr(ledger, "begin", full)
            await home.worker().run()
        assert sum(home.copies().values()) == 0
        home.now += timedelta(seconds=40)
        await home.runs()
        assert await home.agrees() == {"sent": 20}


async def test_a_clean_stop_lands_what_is_in_the_air(tmp_path: Path) -> None:
    async with road(tmp_path, 120) as home:
        await home.hand_in()
        await home.begin()
        held, worker = home.telegram.hold("sendMessage"), home.worker()
        work = asyncio.ensure_future(worker.run())
        await held.arrived(4)
        worker.halt()
        home.telegram.heal()
        await work
        states = list((await home.states()).values())
        assert "sending" not in states
        assert states.count("sent") <= HANDS
        home.now += timedelta(seconds=40)
        await home.runs()
        assert await home.agrees() == {"sent": 120}
