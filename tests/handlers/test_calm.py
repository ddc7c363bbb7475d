"""/calm in the chat: at once, stopped by one tap, resumed by one, and never more of what makes it worse."""

import shutil
import sqlite3
from datetime import timedelta

import pytest

from bot.calm_screens import GROUNDING
from bot.care.breathing import length
from tests.chat import Chatter, House


async def pass_time(house: House, seconds: float) -> None:
    """The clock moves and every pacer does what is due."""
    house.hands.forward(timedelta(seconds=seconds))
    for edit in house.bot.services.pacers.beat():
        await edit
    await house.telegram.idle()


def data_of(officer: Chatter) -> list[str]:
    """What the buttons of the newest message carry."""
    return [button.data or "" for row in officer.person.last.buttons for button in row]


def leads_to(officer: Chatter, tool: str) -> bool:
    """Whether a button of the newest message leads to this technique, or to the list of all."""
    return any(one.split(":")[2:3] and one.split(":")[2].split("~")[0] == tool for one in data_of(officer))


async def test_a_tool_is_two_taps_from_start_and_moves_at_once(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    picture, words = await officer.taps("menu-calm")
    assert picture.media is not None
    assert (picture.media.kind, picture.media.mime) == ("animation", "video/mp4")
    assert officer.sees("calm-ready")
    assert officer.sees("calm-caution.driving")
    await pass_time(house, 12)
    assert officer.sees("calm-breath.in")
    assert "Breath 1 of 15" in words.text
    assert officer.sees_not("calm-caution.driving")  # said once


async def test_it_needs_no_door_and_leaves_nothing_behind(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("calm:tool:box")
    await officer.taps("calm-rate-first")
    await officer.taps("7")
    await pass_time(house, 160)
    await officer.taps("3")
    assert officer.sees("calm-less")
    assert "7" in officer.reads
    assert "3" in officer.reads
    await officer.says("/export")
    assert officer.sees("privacy-export-none")


async def test_one_tap_stops_it_and_nothing_moves_after(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await pass_time(house, 13)
    await officer.taps("calm-stop")
    assert officer.sees("calm-stopped")
    assert officer.sees("calm-what-next")
    assert len(house.bot.services.pacers) == 0
    await pass_time(house, 30)
    assert officer.sees("calm-stopped")


async def test_it_ends_by_itself_and_says_what_could_come_next(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await pass_time(house, length(house.bot.services.library.techniques["sigh"]))
    assert officer.sees("calm-ended")
    assert [one.split(":")[1] for one in data_of(officer)] == ["begin", "show", "person", "done"]
    await officer.taps("calm-person")
    assert officer.sees_a_number
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await officer.taps("calm-stop")
    await officer.taps("calm-done")
    assert officer.sees("calm-closed")


async def test_a_pause_goes_on_where_it_was(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await pass_time(house, 12 + 3 * 12)
    assert "Breath 4 of 15" in officer.person.last.text
    await officer.taps("calm-toggle")
    assert officer.sees("calm-paused")
    await officer.taps("calm-go-on")
    assert officer.sees("calm-ready-again")
    await pass_time(house, 3)
    assert "Breath 4 of 15" in officer.person.last.text
    assert len(house.bot.services.pacers) == 1


async def test_a_pacer_that_no_longer_runs_goes_on_by_the_same_button(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await pass_time(house, 12 + 5 * 12)
    house.bot.services.pacers._pacers.clear()  # what a kill leaves: the message, and nothing in memory
    await officer.taps("calm-toggle")
    await pass_time(house, 3)
    assert "Breath 6 of 15" in officer.person.last.text
    assert len(house.bot.services.pacers) == 1


async def test_a_pacer_that_another_process_runs_is_paused_by_that_button(
    house: House, officer: Chatter
) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await pass_time(house, 12 + 5 * 12)
    here = house.bot.services.pacers
    here.alone = False  # several processes on one PostgreSQL
    here._pacers.clear()  # this one knows nothing of it
    button, message = officer.person.last.buttons[0][0], officer.person.last
    await officer.taps("calm-toggle")
    assert officer.sees("calm-paused")
    await pass_time(house, 60)
    await officer.does(officer.person.taps(button, message, anyway=True))  # long still: nobody paces it
    assert officer.sees_not("calm-paused")
    assert len(here) == 1


async def test_a_double_tap_on_go_on_runs_one_pacer(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await officer.taps("calm-toggle")
    button = officer.person.last.buttons[0][0]
    message = officer.person.last
    await officer.person.taps(button, message)
    await officer.does(officer.person.taps(button, message, anyway=True))
    assert len(house.bot.services.pacers) == 1
    assert officer.sees("calm-ready")


async def test_what_makes_it_worse_leads_to_the_room_and_to_people(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    picture = officer.person.received[-2]
    await pass_time(house, 20)
    await officer.taps("calm-worse-button")
    assert officer.sees("calm-worse")
    assert officer.sees_a_number
    assert picture.deleted  # it would go on breathing above the words
    assert leads_to(officer, GROUNDING)
    assert not leads_to(officer, "sigh")
    assert "calm:show" not in data_of(officer)
    await officer.taps("calm-ground-me")
    assert officer.sees("calm-tool-ground.see")
    assert "calm:show" not in data_of(officer)
    await officer.taps("calm-worse-button")
    assert officer.sees("calm-worse-ground")
    assert officer.sees_a_number
    assert not leads_to(officer, GROUNDING)


async def test_numbers_that_do_not_fall_lead_to_people(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("calm:tool:scan")
    assert officer.sees("calm-caution.eyes")
    await officer.taps("calm-rate-first")
    await officer.taps("6")
    await pass_time(house, 225)
    await officer.taps("8")
    assert officer.sees("calm-not-less")
    assert not leads_to(officer, "scan")
    assert "calm:person" in data_of(officer)


async def test_steps_wait_for_nobody_who_taps_next(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("calm:tool:ground")
    await officer.taps("calm-begin")
    for part in ("see", "feel", "hear", "smell", "taste", "now"):
        assert officer.sees(f"calm-tool-ground.{part}")
        await officer.taps("calm-next")
    assert officer.sees("calm-ended")
    assert len(house.bot.services.pacers) == 0


async def test_words_typed_in_mid_breath_meet_the_gate_and_get_the_chat(
    house: House, officer: Chatter
) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    paced = officer.person.last
    await pass_time(house, 13)
    await officer.says("I want to kill myself")
    assert officer.sees_a_number
    assert officer.sees("crisis-together")
    await pass_time(house, 3)
    assert "Breathe in" in paced.text
    await pass_time(house, 6)
    assert paced.text.startswith("Paused.")
    assert len(house.bot.services.pacers) == 0


async def test_a_second_one_leaves_the_first_paused(house: House, officer: Chatter) -> None:
    await officer.says("/calm")
    await officer.taps("menu-calm")
    first = officer.person.last
    await officer.taps("menu-calm")
    assert len(house.bot.services.pacers) == 1
    assert first.text.startswith("Paused.")
    assert officer.person.last is not first


async def test_without_room_for_words_the_picture_goes_on_alone(
    house: House, officer: Chatter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.bot.services.pacers, "_most", 0)
    await officer.says("/calm")
    picture, _ = await officer.taps("menu-calm")
    assert picture.media is not None
    assert officer.sees("calm-crowded")
    await officer.says("/calm")
    await officer.taps("calm:tool:ground")
    await officer.taps("calm-begin")
    await officer.taps("calm-next")
    assert officer.sees("calm-tool-ground.feel")  # steps go on by tapping


async def test_a_picture_is_uploaded_once_and_then_sent_by_its_id(house: House) -> None:
    seen = []
    for name in ("Sam", "Alex", "Jo"):
        officer = house.person(name)
        await officer.says("/calm")
        picture, _ = await officer.taps("menu-calm")
        assert picture.media is not None
        seen.append(picture.media.file_id)
    assert len(set(seen)) == 1


@pytest.mark.parametrize("harm", ["locked", "gone"])
async def test_it_works_with_the_database_gone(house: House, officer: Chatter, harm: str) -> None:
    lock = sqlite3.connect(house.folder / "house.db", isolation_level=None)
    if harm == "locked":
        lock.execute("BEGIN EXCLUSIVE")
    else:
        shutil.rmtree(house.folder)
    await officer.says("/calm")
    await officer.taps("menu-calm")
    await pass_time(house, 14)
    assert officer.sees("calm-breath.more")
    await officer.taps("calm-worse-button")
    assert officer.sees("calm-worse")
    assert officer.sees_a_number
    lock.close()


@pytest.mark.parametrize(
    "forged",
    ["calm:go:nothing~1~", "calm:go:sigh~99~", "calm:after:sigh~3~", "calm:go:sigh~x~", "calm:after:sigh~77~5",
     "calm:begin:sigh~0~12", "calm", "calm:worse", "calm:toggle", "calm:go:sigh~1~w~zz", "calm:end:release~40~"],
)  # fmt: skip
async def test_a_button_that_was_never_ours_breaks_nothing(officer: Chatter, forged: str) -> None:
    await officer.says("/calm")
    await officer.does(officer.person.taps(forged, officer.person.last, anyway=True))
    assert officer.sees_not("failed")
    assert officer.person.last.buttons


async def test_everything_is_there_in_spanish(house: House, spouse: Chatter) -> None:
    await spouse.says("/calm")
    assert spouse.sees("calm-shelf", "es")
    await spouse.taps("calm:tool:relax")
    assert spouse.sees("calm-caution.holding", "es")
    await spouse.taps("calm-no-holding")
    await spouse.taps("calm-begin")
    await pass_time(house, 12)
    assert spouse.sees("calm-breath.in", "es")
