"""/broadcast from the first tap to the last report, as coordinators and members see it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.care.roles import Role
from tests.broadcast_house import (
    coordinator,
    department_house,
    goes_out,
    got,
    ledger_of,
    library_tip,
    link,
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


async def test_danger_in_a_draft_is_asked_about_and_goes_on_when_it_is_for_the_tip(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says(f"I want to kill myself is a thought many officers know. {WRITTEN}")
        chief.sees("broadcast-about")
        assert "988" in chief.reads
        await chief.taps("broadcast-about-tip")
        chief.sees_not("broadcast-about")
        chief.sees_not("crisis-together")


async def test_danger_in_a_draft_that_is_about_the_coordinator_leads_into_the_protocol(
    tmp_path: Path,
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("I want to kill myself")
        await chief.taps("broadcast-about-me")
        assert "988" in chief.reads
        chief.sees("crisis-together")
        await chief.says("I want to kill myself")
        chief.sees_not("broadcast-about")


async def test_danger_said_at_any_other_step_is_the_coordinators_own(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.says("I want to kill myself")
        chief.sees("crisis-together")


async def test_a_written_tip_is_checked_and_goes_out_in_the_languages_it_has(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        sam, ana = await member(house, "Sam"), await member(house, "Ana", lang="es", family=True)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("It is confidential. Talk to peer support.")
        chief.sees("lint-confidential")
        chief.sees("broadcast-finding-must")
        chief.sees_not("broadcast-keep")
        await chief.taps("broadcast-again")
        await chief.says(f"One in four officers drink too much. {WRITTEN}")
        chief.sees("lint-statistics")
        await chief.taps("broadcast-keep")
        chief.sees("broadcast-written-more")
        await chief.taps("Write it in Spanish")
        await chief.says(SPANISH)
        await chief.taps("broadcast-go-on")
        await chief.taps("tip-topic-after-incident")
        await chief.taps("broadcast-to-both")
        await chief.taps("broadcast-at-now")
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert [WRITTEN in text for text in got(sam)] == [True]
        assert [SPANISH in text for text in got(ana)] == [True]


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
        chief.sees("broadcast-state-cancelled")
        await goes_out(house)
        assert got(sam) == []


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


async def test_everybody_else_hears_one_kind_sentence(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        await link(house, Role.MEMBER)
        sam = await member(house, "Sam")
        await sam.says("/broadcast")
        sam.sees("broadcast-not-yours")


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
