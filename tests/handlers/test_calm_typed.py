"""/calm for who types: a tool by its name, and pause, go on, stop, "this makes it worse" while one runs."""

import pytest

from bot.care.breathing import length
from tests.chat import Chatter, House
from tests.handlers.test_calm import pass_time


async def _running(house: House, person: Chatter) -> None:
    await person.says("/calm")
    await person.taps("menu-calm")
    await pass_time(house, 13)


@pytest.mark.parametrize("said", ["pause", "wait", "pausa"])
async def test_pause_pauses_and_go_on_goes_on_from_there(house: House, officer: Chatter, said: str) -> None:
    await _running(house, officer)
    await pass_time(house, 20)
    await officer.says(said)
    officer.sees("calm-paused")
    assert len(house.bot.services.pacers) == 0
    await pass_time(house, 60)
    await officer.says("go on")
    officer.sees("calm-ready-again")
    assert len(house.bot.services.pacers) == 1
    await pass_time(house, 6)
    officer.sees("calm-round")


@pytest.mark.parametrize("said", ["stop", "Stop it", "parar", "para"])
async def test_stop_stops_the_tool(house: House, officer: Chatter, said: str) -> None:
    await _running(house, officer)
    await officer.says(said)
    officer.sees("calm-stopped")
    officer.sees_not("spoken-stop-none")
    assert len(house.bot.services.pacers) == 0


@pytest.mark.parametrize("said", ["this makes it worse", "esto me pone peor", "no ayuda"])
async def test_what_makes_it_worse_ends_it_and_shows_people(
    house: House, officer: Chatter, said: str
) -> None:
    await _running(house, officer)
    await officer.says(said)
    officer.sees("calm-worse")
    assert officer.sees_a_number
    assert len(house.bot.services.pacers) == 0


@pytest.mark.parametrize("said", ["next", "siguiente"])
async def test_next_goes_to_the_next_step(officer: Chatter, said: str) -> None:
    await officer.says("/calm")
    await officer.taps("calm:tool:ground")
    await officer.taps("calm-begin")
    await officer.says(said)
    officer.sees_not("find-none")
    assert any("ground~1" in (button.data or "") for row in officer.person.last.buttons for button in row)


async def test_once_more_and_done_after_it(house: House, officer: Chatter) -> None:
    await _running(house, officer)
    await pass_time(house, length(house.bot.services.library.techniques["sigh"]))
    await officer.says("once more")
    officer.sees("calm-ready")
    await officer.says("stop")
    await officer.says("done")
    officer.sees("calm-closed")


@pytest.mark.parametrize(
    ("said", "tool"),
    [("box breathing", "box"), ("respiración cuadrada", "box"), ("suspiro", "sigh"), ("sigh", "sigh"), ("4-7-8", "relax"),
     ("grounding", "ground"), ("body scan", "scan")],
)  # fmt: skip
async def test_a_tool_opens_by_its_name(officer: Chatter, said: str, tool: str) -> None:
    await officer.says(said)
    officer.sees(f"calm-tool-{tool}.name")
    await officer.says("start")
    assert any(
        (button.data or "").startswith(f"calm:toggle:{tool}")
        for row in officer.person.last.buttons
        for button in row
    )


async def test_after_a_while_the_words_are_the_houses_again(house: House, officer: Chatter) -> None:
    await _running(house, officer)
    await pass_time(house, 3600)
    await officer.says("stop")
    officer.sees("spoken-stop-none")
