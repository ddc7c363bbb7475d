"""What a coordinator reads while a tip is on its way: steps nobody can be counted by, and only what they may do."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.care.broadcast import State
from bot.care.people import Profile
from bot.screens import Screen
from storage.broadcasts import Progress
from storage.ledger import Entry
from tests.broadcast_house import coordinator, department_house, goes_out, library_tip, member, newest
from tests.chat import House

NUMBER = re.compile(r"\d[\d,]*")


async def _screen(
    house: House, state: State, sent: int, left: int, *, band: int, seconds: float = 20, author: bool = True
) -> Screen:
    """A tip in that state, sent to so many and to go to so many."""
    at = house.hands.at
    one = replace(
        await newest(house),
        state=state,
        reach_from=band,
        began_at=at - timedelta(seconds=seconds),
        waking=False,
    )
    counts = dict.fromkeys(Entry, 0) | {Entry.SENT: sent, Entry.PLANNED: left}
    return house.bot.services.broadcast_progress.screen(Progress(one, counts), Profile(), is_author=author)


@pytest.mark.parametrize("sent", [0, 40, 99, 250, 899, 950, 999])
async def test_the_bar_of_a_large_department_moves_in_steps_and_never_says_the_end(
    tmp_path: Path, sent: int
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.taps("broadcast-send")
        screen = await _screen(house, State.RUNNING, sent, 1000 - sent, band=501)
        (percent,) = [int(found) for found in re.findall(r"(\d+)%", screen.text)]
        assert percent % 5 == 0
        assert percent <= min(95, sent / 10)
        assert str(sent) not in NUMBER.findall(screen.text) or sent in (0, 250)
        again = await _screen(house, State.RUNNING, sent, 1001 - sent, band=501)
        assert abs(percent - int(re.findall(r"(\d+)%", again.text)[0])) in (0, 5)


async def test_a_small_department_has_no_bar_no_rate_and_no_time(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.taps("broadcast-send")
        early = await _screen(house, State.RUNNING, 1, 29, band=26)
        late = await _screen(house, State.RUNNING, 29, 1, band=26)
        assert early == late
        assert "%" not in early.text


async def test_the_rate_and_the_time_left_are_rounded(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.taps("broadcast-send")
        screen = await _screen(house, State.RUNNING, 563, 5437, band=1001)
        assert "About 30 a second" in screen.text
        assert "About 4 minutes left" in screen.text


async def test_a_cancelled_tip_has_no_figures_and_a_done_one_only_bands(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.taps("broadcast-send")
        cancelled = await _screen(house, State.CANCELLED, 600, 0, band=501)
        assert set(NUMBER.findall(cancelled.text)) <= {"501", "1,000"}
        assert cancelled.buttons == ()
        done = await _screen(house, State.DONE, 600, 0, band=501)
        assert set(NUMBER.findall(done.text)) <= {"501", "1,000", "11"}


async def test_a_report_says_only_that_something_may_have_broken(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await goes_out(house)
        chief.sees("broadcast-report-unsure")
        assert "If anything broke" in chief.reads


async def test_the_buttons_are_what_this_coordinator_may_do_now(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.taps("broadcast-send")

        async def acts(state: State, *, author: bool) -> list[str]:
            screen = await _screen(house, state, 0, 5, band=0, author=author)
            return [(button.data or "").split(":")[1] for row in screen.buttons for button in row]

        assert await acts(State.WAITING, author=True) == ["cancel"]
        assert await acts(State.WAITING, author=False) == ["approve", "decline", "cancel"]
        assert await acts(State.RUNNING, author=True) == ["pause", "cancel"]
        assert await acts(State.PAUSED, author=False) == ["resume", "cancel"]
        for end in (State.DONE, State.DECLINED, State.EXPIRED, State.CANCELLED):
            assert await acts(end, author=True) == []


async def test_the_message_is_edited_in_place_and_let_go_of_at_the_end(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, _ = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        message = chief.person.received[-1].id
        await goes_out(house)
        assert chief.person.received[-1].id == message
        chief.sees("broadcast-state-done")
        calls = len(house.telegram.record)
        await house.time_passes(timedelta(seconds=30))
        assert not [call for call in list(house.telegram.record)[calls:] if call.method == "editMessageText"]
