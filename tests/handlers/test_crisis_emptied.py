"""After a chat was emptied nothing of it comes back; a yes belongs to the newest question on screen."""

from datetime import timedelta

import pytest

from tests.chat import Chatter, House
from tests.handlers.crisis_places import at, step_of

WAYS = (
    "tap",
    "/clear",
    "clear this chat",
    "empty this chat now",
    "vaciar este chat",
    "vaciar este chat ahora",
)


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_of_an_emptied_chat_comes_back(house: House, officer: Chatter, way: str) -> None:
    await officer.says("my husband hits me")
    officer.sees("crisis-home-safe-now")
    await (officer.taps("crisis-clear") if way == "tap" else officer.says(way))
    assert await step_of(house, officer) == ""
    for words in ("hi", "yes", "no", "ok"):
        await officer.says(words)
        officer.sees_not("crisis-home-safe-now")
        officer.sees_not("crisis-heard")
        assert not any(
            "crisis:" in (button.data or "")
            for message in officer.new
            for row in message.buttons
            for button in row
        )
    before = len(officer.person.received)
    await house.time_passes(timedelta(days=3))
    assert len(officer.person.received) == before
    await officer.says("my husband hits me")
    officer.sees("crisis-card-home")


async def test_a_promise_to_write_goes_with_it_and_that_is_said(house: House) -> None:
    someone = await at(house, "Sam", "en", "shall_i_return")
    await someone.taps("crisis-shall-i-return.yes")
    await someone.says("/clear")
    someone.sees("crisis-cleared-promise")
    before = len(someone.person.received)
    await house.time_passes(timedelta(minutes=30))
    assert len(someone.person.received) == before


@pytest.mark.parametrize("way", ["/clear", "clear chat"])
async def test_an_emptied_check_in_does_not_ask_again(officer: Chatter, way: str) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.says(way)
    officer.sees_not("checkin-today")
    await officer.says("hi")
    officer.sees_not("checkin-today")
    officer.sees_not("checkin-where")
    await officer.says("5")
    officer.sees_not("checkin-asq-1")


@pytest.mark.parametrize("ask", ["/forget", "delete my data"])
@pytest.mark.parametrize("words", ["yes", "sí", "no"])
async def test_a_yes_after_forget_moves_no_step_and_erases_nothing(
    house: House, officer: Chatter, ask: str, words: str
) -> None:
    await officer.says("I want to kill myself")
    await officer.says(ask)
    await officer.says(words)
    officer.sees("crisis-said-erase-tap")
    assert await step_of(house, officer) == "together"
    await officer.taps("privacy-forget-yes")
    assert await step_of(house, officer) == ""


@pytest.mark.parametrize(
    ("words", "step"), [("yeah", "together_first"), ("yes", "together_first"), ("no", "asked_no")]
)
async def test_the_direct_question_in_a_check_in_is_what_a_yes_or_no_answers(
    house: House, officer: Chatter, words: str, step: str
) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("6")
    officer.sees("checkin-asq-1")
    await officer.says("what's the use of getting up again")
    officer.sees("crisis-asked")
    await officer.says(words)
    assert await step_of(house, officer) == step
    officer.sees_not("checkin-asq-2")
    officer.sees_not("spoken-answer")


@pytest.mark.parametrize(("words", "days"), [("tomorrow", 1), ("yes", 1), ("next week", 7)])
async def test_a_promise_made_by_typing_is_kept(house: House, words: str, days: int) -> None:
    someone = await at(house, "Sam", "en", "reached")
    await someone.says(words)
    someone.sees("crisis-tomorrow")
    await someone.says("tomorrow")
    await someone.says("thanks")
    before = len(someone.person.received)
    await house.time_passes(timedelta(days=days, minutes=-5))
    assert len(someone.person.received) == before
    someone._read = before
    await house.time_passes(timedelta(minutes=6))
    someone.sees("crisis-returned-later")
