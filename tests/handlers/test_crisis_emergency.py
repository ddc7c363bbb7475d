"""An emergency number typed, somebody else's overdose, a country named in the same breath: the right number comes first."""

import pytest

from tests.chat import Chatter, House
from tests.handlers.crisis_places import at, step_of

ASKED_FOR = (
    "911", "999", "112", "000", "emergency", "i need an ambulance", "call 911 for me", "send help",
    "please call an ambulance for me", "necesito una ambulancia", "llama al 911",
)  # fmt: skip


@pytest.mark.parametrize("words", ASKED_FOR)
async def test_the_emergency_number_comes_first_and_that_nobody_here_can_call(
    house: House, officer: Chatter, words: str
) -> None:
    await officer.says(words)
    assert officer.new[0].text.startswith("Call 911 now.")
    officer.sees("crisis-card-cannot-call")
    assert "988" in officer.reads
    officer.sees("crisis-acute-called")
    officer.sees_not("crisis-where")
    await officer.says(words)
    assert officer.new[0].text.startswith("Call 911 now.")


async def test_inside_a_step_the_step_stays(house: House) -> None:
    someone = await at(house, "Sam", "en", "home_out")
    await someone.says("911")
    assert someone.new[0].text.startswith("Call 911 now.")
    assert await step_of(house, someone) == "home_out"


@pytest.mark.parametrize(
    "words", ["we need an ambulance at the scene", "i called an ambulance last year", "should i call my mom"]
)
async def test_other_talk_of_ambulances_is_no_call(officer: Chatter, words: str) -> None:
    await officer.says(words)
    officer.sees_not("crisis-card-emergency-first")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "mi mamá se tomó todas sus pastillas"),
        ("en", "my mom took all her pills"),
        ("en", "my wife overdosed"),
    ],
)
async def test_somebody_elses_overdose(house: House, lang: str, words: str) -> None:
    someone = house.person("Ana", lang)
    await someone.says(words)
    card = someone.new[0].text
    someone.sees("crisis-card-emergency-first-other")
    assert card.index("911") < card.index("1-800-222-1222") < card.index("988")
    assert await step_of(house, someone) == "other_emergency"


@pytest.mark.parametrize(
    ("first", "words", "numbers"),
    [
        ("", "im in the uk, i want to die", ("999", "116 123")),
        ("im a police officer in london", "i want to die", ("999", "116 123")),
        ("im with the met police", "i want to kill myself", ("999", "116 123")),
        ("", "im a garda and i want to die", ("112", "116 123")),
        ("", "vicpol constable here, i want to kill myself", ("000", "13 11 14")),
    ],
)
async def test_a_country_named_adds_one_line_and_changes_nothing(
    officer: Chatter, first: str, words: str, numbers: tuple[str, ...]
) -> None:
    if first:
        await officer.says(first)
    await officer.says(words)
    assert "988" in officer.new[0].text
    officer.sees("crisis-card-named")
    assert all(number in officer.new[0].text for number in numbers)


async def test_the_country_of_the_profile_is_not_told_twice(officer: Chatter) -> None:
    await officer.says("im in texas and i want to die")
    officer.sees_not("crisis-card-named")
    await officer.says("/clear")
