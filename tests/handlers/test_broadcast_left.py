"""Coordinators who leave: nobody waits for an approval that cannot come, and no tip goes out in a name nobody bears."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import department_cli
from bot.sandbox.telegram_shapes import Message
from storage import audit
from tests.broadcast_house import coordinator, department_house, goes_out, got, library_tip, member, newest
from tests.chat import Chatter, house_settings

A_MINUTE = timedelta(minutes=1)


async def _steps_down(one: Chatter) -> None:
    await one.says("/department")
    await one.taps("department-step-down")
    one.sees("department-stepped-down")


def _heard(one: Chatter, words: str) -> int:
    return sum(words in message.text for message in one.person.received)


def _again(one: Chatter, shown: Message) -> Message:
    return next(message for message in one.person.received if message.id == shown.id)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Nobody else coordinates"), ("es", "Ya nadie más coordina")]
)
async def test_when_nobody_is_left_to_approve_the_author_is_told_once_what_to_do(
    tmp_path: Path, lang: str, words: str
) -> None:
    async with department_house(tmp_path) as house:
        chief, second = await coordinator(house, lang=lang), await coordinator(house, "Kim")
        sam = await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-hand-in")
        await _steps_down(second)
        second.sees_not("department-left-cancelled")
        await house.time_passes(A_MINUTE)
        await house.time_passes(timedelta(hours=3))
        assert _heard(chief, words) == 1
        await chief.taps("broadcast-act-cancel")
        chief.sees("broadcast-state-cancelled-unsent")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert len(got(sam)) == 1


async def test_at_the_planned_hour_the_author_hears_that_nobody_approved_it(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, second = await coordinator(house), await coordinator(house, "Kim")
        sam = await member(house, "Sam")
        await library_tip(chief, when="broadcast-at-tomorrow")
        await chief.taps("broadcast-hand-in")
        await house.time_passes(timedelta(hours=19))
        assert _heard(chief, "nobody has approved it yet") == 0
        await house.time_passes(timedelta(hours=2))
        await house.time_passes(A_MINUTE)
        assert _heard(chief, "nobody has approved it yet") == 1
        await second.taps("broadcast-act-approve")
        await goes_out(house)
        assert len(got(sam)) == 1


async def test_a_tip_for_now_leaves_the_second_coordinator_an_hour(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, _ = await coordinator(house), await coordinator(house, "Kim")
        await library_tip(chief)
        await chief.taps("broadcast-hand-in")
        await house.time_passes(timedelta(minutes=50))
        assert _heard(chief, "nobody has approved it yet") == 0
        await house.time_passes(timedelta(minutes=11))
        assert _heard(chief, "nobody has approved it yet") == 1


@pytest.mark.parametrize("lang", ["en", "es"])
async def test_forgetting_the_last_coordinator_cancels_what_has_not_begun_and_says_so(
    tmp_path: Path, lang: str
) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house, lang=lang), await member(house, "Sam")
        await library_tip(chief, when="broadcast-at-hour")
        await chief.taps("broadcast-send")
        shown = chief.person.received[-1]
        assert shown.buttons
        await chief.says("/forget")
        await chief.taps("privacy-forget-yes")
        chief.sees("department-left-cancelled", lang)
        assert not _again(chief, shown).buttons
        assert (await newest(house)).state == "cancelled"
        await house.time_passes(timedelta(hours=2))
        await goes_out(house)
        assert got(sam) == []


async def test_stepping_down_as_the_last_one_says_the_same_and_leaves_a_trace(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief, when="broadcast-at-tomorrow")
        await chief.taps("broadcast-send")
        shown = chief.person.received[-1]
        await _steps_down(chief)
        chief.sees("department-left-cancelled")
        assert not _again(chief, shown).buttons
        trail = await house.bot.services.storage.read(lambda session: audit.trail(session, 1))
        assert [one.deed for one in trail][-2:] == ["stepped down", "cancelled a tip"]


async def test_while_another_one_coordinates_it_goes_out_as_planned(tmp_path: Path) -> None:
    async with department_house(tmp_path, broadcast_approval="off") as house:
        chief, _ = await coordinator(house), await coordinator(house, "Kim")
        sam = await member(house, "Sam")
        await library_tip(chief, when="broadcast-at-hour")
        await chief.taps("broadcast-send")
        await chief.says("/forget")
        await chief.taps("privacy-forget-yes")
        chief.sees_not("department-left-cancelled")
        await house.time_passes(timedelta(hours=2))
        await goes_out(house)
        assert len(got(sam)) == 1


async def test_roles_ended_by_the_operator_end_what_has_not_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief, when="broadcast-at-tomorrow")
        await chief.taps("broadcast-send")
        settings = house_settings(tmp_path, house.telegram)
    await department_cli.revoke(settings, "Metro PD", coordinators=True)
    assert "1 tip not begun: cancelled." in capsys.readouterr().out
