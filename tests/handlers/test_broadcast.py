"""/broadcast from the first tap to the last report, as coordinators and members see it."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.broadcast_house import (
    coordinator,
    department_house,
    goes_out,
    got,
    ledger_of,
    library_tip,
    member,
    newest,
    pseudonym,
)

WRITTEN = "After a bad call, talk to the peer team before you drive home. Ten minutes is enough."
SPANISH = "Después de algo duro, habla con el equipo de apoyo antes de manejar. Bastan diez minutos."


async def test_a_tip_of_the_library_goes_to_everybody_in_their_own_language(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        sam, ana = await member(house, "Sam"), await member(house, "Ana", lang="es", family=True)
        other = await member(house, "Alex", department="Springfield PD")
        await library_tip(chief)
        assert got(sam) == []
        await chief.taps("broadcast-send")
        await goes_out(house)
        tip = next(one for one in house.bot.services.library.tips if one.audience == "both")
        assert [tip.said("en")[0] in text for text in got(sam)] == [True]
        assert [tip.said("es")[0] in text for text in got(ana)] == [True]
        assert got(other) == []
        assert set((await ledger_of(house)).values()) == {"sent"}
        assert (await newest(house)).state == "done"
        chief.sees("broadcast-state-done")


async def test_with_two_coordinators_the_second_one_decides_and_nobody_approves_their_own(
    tmp_path: Path,
) -> None:
    async with department_house(tmp_path) as house:
        chief, second = await coordinator(house), await coordinator(house, "Kim", lang="es")
        sam = await member(house, "Sam")
        await library_tip(chief)
        chief.sees("broadcast-confirm-second")
        await chief.taps("broadcast-hand-in")
        chief.sees("broadcast-state-waiting")
        await chief.does(chief.person.taps("bcrun:approve:1", anyway=True))
        chief.sees("broadcast-state-waiting")
        await goes_out(house)
        assert got(sam) == []
        await second.taps("broadcast-act-approve")
        await goes_out(house)
        assert len(got(sam)) == 1


async def test_declined_it_never_leaves(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, second = await coordinator(house), await coordinator(house, "Kim")
        sam = await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-hand-in")
        await second.taps("broadcast-act-decline")
        second.sees("broadcast-state-declined")
        chief.sees("broadcast-declined")
        await goes_out(house)
        assert got(sam) == []


async def test_without_the_setting_one_coordinator_is_enough(tmp_path: Path) -> None:
    async with department_house(tmp_path, broadcast_approval="off") as house:
        chief, _ = await coordinator(house), await coordinator(house, "Kim")
        await library_tip(chief)
        chief.sees_not("broadcast-confirm-second")
        await chief.taps("broadcast-send")
        assert (await newest(house)).state == "scheduled"


async def test_who_left_blocked_or_wants_quiet_after_planning_gets_nothing(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        people = [await member(house, name) for name in ("Left", "Blocked", "Quiet", "Stays")]
        left, blocked, quiet, _ = people
        await library_tip(chief)
        await chief.taps("broadcast-send")
        keeper = next(tick for tick in house.bot.clockwork._ticks if tick.name == "tips begin and end")
        await keeper.run()
        assert set((await ledger_of(house)).values()) == {"planned"}
        await left.says("/department")
        await left.taps("department-leave")
        await blocked.does(blocked.person.blocks())
        await quiet.says("I want to kill myself")
        assert "988" in quiet.reads
        await goes_out(house)
        assert [len(got(one)) for one in people] == [0, 0, 0, 1]
        states = await ledger_of(house)
        assert [states[pseudonym(one)] for one in people] == ["skipped", "skipped", "skipped", "sent"]


async def test_pause_holds_everybody_and_cancel_ends_it(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await chief.taps("broadcast-act-pause")
        chief.sees("broadcast-state-paused")
        await goes_out(house)
        assert got(sam) == []
        await chief.taps("broadcast-act-resume")
        await chief.taps("broadcast-act-cancel")
        chief.sees("broadcast-state-cancelled-unsent")
        await goes_out(house)
        assert got(sam) == []


async def test_cancelled_on_its_way_some_may_have_it_and_before_that_nobody(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, _ = await coordinator(house), await member(house, "Sam")
        await library_tip(chief, when="broadcast-at-tomorrow")
        await chief.taps("broadcast-send")
        await chief.taps("broadcast-act-cancel")
        chief.sees("broadcast-state-cancelled-unsent")
        chief.sees_not("broadcast-state-cancelled")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        keeper = next(tick for tick in house.bot.clockwork._ticks if tick.name == "tips begin and end")
        await keeper.run()
        await chief.taps("broadcast-act-cancel")
        chief.sees("broadcast-state-cancelled")


async def test_stop_under_a_tip_is_one_tap_and_help_names_somebody(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await goes_out(house)
        await sam.taps("tip-help")
        sam.sees("tip-help-here")
        assert sam.sees_a_number
        await sam.taps("tip-stop")
        sam.sees("tip-stopped")
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert len(got(sam)) == 1


async def test_a_tip_for_later_waits_and_who_sleeps_gets_it_in_their_morning(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await library_tip(chief, when="broadcast-at-hour")
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert got(sam) == []
        house.hands.forward(timedelta(hours=9))  # NOON is 12:00 in Chicago: now it is night
        await goes_out(house)
        assert got(sam) == []
        house.hands.forward(timedelta(hours=11))
        await goes_out(house)
        assert len(got(sam)) == 1


@pytest.mark.parametrize("lang", ["en", "es"])
async def test_the_preview_is_what_members_get_in_every_language(tmp_path: Path, lang: str) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house, lang=lang)
        sam, ana = await member(house, "Sam"), await member(house, "Ana", lang="es")
        await library_tip(chief)
        shown = [message.html for message in chief.new]
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert sam.person.received[-1].html in shown
        assert ana.person.received[-1].html in shown


async def test_what_waits_is_found_again_by_every_coordinator(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, second = await coordinator(house), await coordinator(house, "Kim")
        await library_tip(chief)
        await chief.taps("broadcast-hand-in")
        await second.says("/broadcast")
        waiting = [
            button for row in second.new[-1].buttons for button in row if button.data == "bcrun:show:1"
        ]
        await second.taps(waiting[0].text)
        second.sees("broadcast-state-waiting")
        assert "bcrun:approve:1" in [button.data for row in second.new[-1].buttons for button in row]
