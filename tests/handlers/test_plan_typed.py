"""My plan typed: yes begins it, labels and numbers tick, "done" goes on, a line that brought the question is not lost."""

from datetime import timedelta

import pytest

from tests.chat import Chatter, House


async def _begin(person: Chatter) -> None:
    await person.says("/plan")
    await person.taps("plan-begin.start")


async def _to(person: Chatter, part: int) -> None:
    await _begin(person)
    for _ in range(part - 1):
        await person.taps("plan-next")
        if "3 a.m." in person.reads:
            await person.taps("plan-name.without")


@pytest.mark.parametrize("said", ["yes", "sí", "empecemos", "start", "let's start"])
async def test_yes_begins_it(officer: Chatter, said: str) -> None:
    await officer.says("/plan")
    await officer.says(said)
    officer.sees("plan-warning")


@pytest.mark.parametrize("said", ["done", "listo", "ya", "yes", "sí", "next", "ok", "no"])
async def test_what_only_goes_on_is_no_line(officer: Chatter, said: str) -> None:
    await _begin(officer)
    await officer.says(said)
    officer.sees("plan-helps")
    await officer.says("back")
    officer.sees("plan-warning")
    assert "●" not in str(officer.person.last.buttons)


@pytest.mark.parametrize(
    ("said", "ticked"), [("1", 1), ("2, 3", 2), ("1 and 4", 2), ("9", 0), ("i stop sleeping", 1)]
)
async def test_numbers_and_labels_tick(officer: Chatter, said: str, ticked: int) -> None:
    await _begin(officer)
    await officer.says(said)
    officer.sees("plan-warning")
    assert str(officer.person.last.buttons).count("●") == ticked
    await officer.says("i snap at people")
    assert str(officer.person.last.buttons).count("●") in (ticked, ticked + 1)


async def test_it_can_be_typed_to_its_end(officer: Chatter) -> None:
    await _begin(officer)
    for said in (
        "1",
        "done",
        "music",
        "done",
        "the gym",
        "done",
        "Maria 303 555 0100",
        "done",
        "done",
        "done",
    ):
        await officer.says(said)
    officer.sees("plan-review")
    await officer.says("yes")
    text = "\n".join(message.text for message in officer.person.messages if message.pinned)
    for line in ("I stop sleeping", "Music", "The gym", "Maria 303 555 0100"):
        assert line in text


@pytest.mark.parametrize("answered", ["tap", "no", "nope"])
async def test_a_line_that_brought_the_question_stays_and_the_plan_comes_back(
    house: House, officer: Chatter, answered: str
) -> None:
    await _to(officer, 6)
    house.hands.forward(timedelta(seconds=30))
    await officer.says("i keep rehearsing it")
    house.hands.forward(timedelta(seconds=30))
    buttons = [button.data or "" for row in officer.person.last.buttons for button in row]
    no = next(data for data in buttons if data.startswith("crisis:asked") and ":no:" in data)
    await (officer.taps(no) if answered == "tap" else officer.says(answered))
    officer.sees("plan-again")
    officer.sees("plan-safer")
    assert "● i keep rehearsing it" in str(officer.person.last.buttons)
    house.hands.forward(timedelta(seconds=30))
    await officer.says("no bottles in the garage")
    assert "● no bottles in the garage" in str(officer.person.last.buttons)


async def test_a_yes_goes_on_with_the_protocol_and_the_plan_waits(house: House, officer: Chatter) -> None:
    await _to(officer, 6)
    house.hands.forward(timedelta(seconds=30))
    await officer.says("i keep rehearsing it")
    house.hands.forward(timedelta(seconds=30))
    await officer.says("yes")
    officer.sees_not("plan-again")
    house.hands.forward(timedelta(seconds=30))
    await officer.says("/plan")
    officer.sees("plan-safer")
    house.hands.forward(timedelta(seconds=30))
    await officer.says("no bottles in the garage")
    assert "● no bottles in the garage" in str(officer.person.last.buttons)


async def test_nothing_of_another_screen_is_kept_as_a_line(house: House, officer: Chatter) -> None:
    await _begin(officer)
    await officer.says("/help")
    house.hands.forward(timedelta(seconds=30))
    await officer.says("i keep rehearsing it")
    house.hands.forward(timedelta(seconds=30))
    await officer.says("no")
    officer.sees_not("plan-again")
