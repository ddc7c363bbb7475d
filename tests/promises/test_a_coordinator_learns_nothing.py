"""Promise 3, tried by a coordinator: no button, count, screen or moment tells who is in; other departments are closed."""

import asyncio
import logging
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.broadcast_progress import BroadcastProgress
from bot.care.roles import Role
from storage import audit, members
from tests.broadcast_house import (
    coordinator,
    department_house,
    goes_out,
    got,
    library_tip,
    link,
    member,
    newest,
    pseudonym,
)
from tests.chat import Chatter, House

NUMBER = re.compile(r"(?<![\d:])\d+(?![\d:])")


async def _forges(chatter: Chatter, data: str) -> None:
    await chatter.does(chatter.person.taps(data, anyway=True))


async def _everything_read(chief: Chatter) -> str:
    """Every screen of a coordinator, from choosing to the report, without what names a time."""
    before = len(chief.person.received)
    await chief.says("/department")
    await library_tip(chief)
    await chief.taps("broadcast-send")
    await goes_out(chief.house)
    read = "\n".join(message.text for message in chief.person.received[before:])
    return re.sub(r"\d{2}:\d{2}", "", read)


@pytest.mark.parametrize("act", ["approve", "decline", "pause", "resume", "cancel", "show"])
async def test_a_coordinator_of_another_department_sees_and_moves_nothing(tmp_path: Path, act: str) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        stranger = await coordinator(house, "Rex", department="Springfield PD")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        before = (await newest(house)).state
        await stranger.says("/department")
        await _forges(stranger, f"bcrun:{act}:1")
        stranger.sees("broadcast-not-yours")
        assert (await newest(house)).state == before
        await goes_out(house)
        assert len(got(sam)) == 1


async def test_a_coordinators_tip_never_reaches_another_department(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        await coordinator(house)
        sam = await member(house, "Sam")
        stranger = await coordinator(house, "Rex", department="Springfield PD")
        await stranger.says("/broadcast")
        await _forges(stranger, "bc:for:1")
        stranger.sees("broadcast-not-yours")
        await library_tip(stranger)
        await stranger.taps("broadcast-send")
        await goes_out(house)
        assert got(sam) == []


async def test_who_has_stepped_down_can_do_nothing_from_that_moment_on(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        await chief.says("/department")
        await chief.taps("department-step-down")
        chief.sees("department-stepped-down")
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert got(sam) == []
        for data in ("bc:for:1", "bc:step:writing", "bcrun:cancel:1", "bcrun:show:1"):
            await _forges(chief, data)
            assert not re.search("Joined|Metro", chief.reads)
        await chief.says("/broadcast")
        chief.sees("broadcast-not-yours")
        await chief.says("/department")
        chief.sees("department-none")
        trail = await house.bot.services.storage.read(lambda session: audit.trail(session, 1))
        assert "stepped down" in [entry.deed for entry in trail]


async def test_a_member_who_was_shown_a_button_can_do_nothing_with_it(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await chief.taps("broadcast-act-pause")
        for data in (
            "bcrun:resume:1",
            "bcrun:cancel:1",
            "bcrun:show:1",
            "bcrun:approve:1",
            "bc:send::1",
            "bc:at:now:1",
        ):
            await _forges(sam, data)
            sam.sees_not("broadcast-about-what")
        assert (await newest(house)).state == "paused"


async def test_every_screen_is_the_same_before_and_after_one_joins_blocks_or_wants_quiet(
    tmp_path: Path,
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        for number in range(10):
            await member(house, f"P{number}")
        house.hands.forward(timedelta(days=7))
        await _everything_read(chief)  # the first tip of a quarter alone carries the question
        before = await _everything_read(chief)
        joined = await member(house, "The eleventh")
        after_one_joined = await _everything_read(chief)
        await joined.does(joined.person.blocks())
        after_one_blocked = await _everything_read(chief)
        quiet = await member(house, "The twelfth")
        await quiet.says("I want to kill myself")
        after_one_was_in_danger = await _everything_read(chief)
        assert before == after_one_joined == after_one_blocked == after_one_was_in_danger


async def test_no_screen_holds_a_small_number_of_people(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        for number in range(3):
            await member(house, f"P{number}")
        read = await _everything_read(chief)
        lines = [line for line in read.splitlines() if re.search("Joined|reached|sure", line)]
        assert len(lines) >= 4
        assert all(set(NUMBER.findall(line)) <= {"11"} for line in lines), lines


async def test_the_end_is_told_later_than_it_came_so_that_nobody_counts_by_the_clock(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, _ = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await house.time_passes(timedelta(seconds=1))
        await house.time_passes(timedelta(seconds=1))
        assert (await newest(house)).state == "done"
        chief.sees("broadcast-state-running")
        await house.time_passes(timedelta(seconds=20))
        chief.sees("broadcast-state-done")
        progress: BroadcastProgress = house.bot.services.broadcast_progress
        assert progress._shown == {}


async def test_an_officer_in_distress_in_the_middle_of_it_gets_the_card_at_once_and_no_tip(
    tmp_path: Path,
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        people = [await member(house, f"P{number}") for number in range(12)]
        await library_tip(chief)
        await chief.taps("broadcast-send")
        ticks = {tick.name: tick for tick in house.bot.clockwork._ticks}
        house.hands.forward(timedelta(seconds=1))
        await ticks["tips begin and end"].run()
        by_turn = sorted(people, key=pseudonym)
        held = house.telegram.hold("sendMessage", lane_chat=by_turn[0].person.id)
        running = asyncio.gather(ticks["tips"].run())
        await held.arrived(1)
        officer = by_turn[-1]
        await officer.person.says("I want to kill myself")
        async with asyncio.timeout(30):
            while not _card(officer):  # noqa: ASYNC110  the chat is not idle: a tip is held on its way
                await asyncio.sleep(0.01)
        house.telegram.heal()
        await running
        await goes_out(house)
        texts = [message.text for message in officer.person.received]
        assert not set(got(officer)) & set(texts[texts.index(_card(officer)[0]) :])


async def test_nothing_of_a_tip_or_its_receivers_is_in_a_log_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("zebra-umbrella: talk to the peer team after a bad call.")
        await sam.does(sam.person.blocks())
        secrets = ["zebra-umbrella", str(sam.person.id), pseudonym(sam), pseudonym(chief), "Metro"]
        said = "\n".join(
            record.getMessage() for record in caplog.records if record.name.startswith(("statuscheck", "sql"))
        )
        assert not [secret for secret in secrets if secret in said]


async def test_a_draft_is_sealed_on_disk(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("zebra-umbrella: talk to the peer team after a bad call.")
    assert b"zebra-umbrella" not in _every_byte(tmp_path)


async def test_stopping_or_leaving_erases_the_address_and_coordinating_keeps_it(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        sam = await member(house, "Sam")
        assert await _has_address(house, sam)
        await sam.says(f"/start {await link(house, Role.COORDINATOR)}")
        await sam.taps("department-accept")
        await sam.says("/department")
        await sam.taps("department-leave")
        assert await _has_address(house, sam)
        await sam.says("/department")
        await sam.taps("department-step-down")
        assert not await _has_address(house, sam)


async def _has_address(house: House, one: Chatter) -> bool:
    who = pseudonym(one)
    found = await house.bot.services.storage.read(lambda session: members.find(session, who))
    return found is not None and found.sealed_chat is not None


def _every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _card(one: Chatter) -> list[str]:
    return [message.text for message in one.person.received if "988" in message.text]
