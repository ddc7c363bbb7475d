"""In the middle of the protocol: features by their names, countries, the one word after "leave me alone"."""

from datetime import timedelta

import pytest

from tests.chat import Chatter, House

RISK = "I want to kill myself"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("delete my data", "privacy-forget-ask"),
        ("breathe", "calm-shelf"),
        ("my results", "trend-none"),
        ("commands", "help-intro"),
        ("unsubscribe", "spoken-stop-none"),
    ],
)
async def test_a_feature_called_by_its_name_comes_and_the_step_stays(
    officer: Chatter, words: str, key: str
) -> None:
    await officer.says(RISK)
    await officer.says(words)
    officer.sees(key)
    officer.sees("crisis-where")


async def test_a_greeting_while_a_step_waits_is_listened_to_and_returned_later(
    house: House, officer: Chatter
) -> None:
    await officer.says(RISK)
    await officer.says("hi")
    officer.sees("crisis-heard")
    await house.time_passes(timedelta(hours=5))
    await officer.says("hi")
    officer.sees("start-welcome")
    await officer.says("can't sleep after nights")
    officer.sees("find-results")


@pytest.mark.parametrize("word", ["worse", "bad", "please", "hi", "..."])
async def test_one_word_after_leave_me_alone_brings_somebody(officer: Chatter, word: str) -> None:
    await officer.says(RISK)
    await officer.says("leave me alone")
    officer.sees("crisis-left-alone")
    await officer.says(word)
    assert officer.sees_a_number


@pytest.mark.parametrize("word", ["thanks", "ok"])
async def test_thanks_after_leave_me_alone_bring_no_numbers(officer: Chatter, word: str) -> None:
    await officer.says(RISK)
    await officer.says("leave me alone")
    await officer.says(word)
    assert "988" not in officer.reads


async def test_a_country_typed_under_the_card_brings_the_card_of_that_country(officer: Chatter) -> None:
    await officer.says(RISK)
    await officer.says("New Zealand")
    await officer.taps("Help for New Zealand")
    assert "1737" in officer.reads


async def test_a_country_named_with_the_danger_is_one_tap_away(officer: Chatter) -> None:
    await officer.says("i live in sydney and i want to kill myself")
    assert "988" in officer.reads
    await officer.taps("Help for Australia")
    assert "13 11 14" in officer.reads


async def test_asking_for_the_card_by_a_word_shows_its_step_once(officer: Chatter) -> None:
    await officer.says("emergency")
    assert officer.sees_a_number
    officer.sees_not("crisis-where")


@pytest.mark.parametrize("words", ["im alone", "nobody", "by myself"])
async def test_being_alone_is_no_denial(officer: Chatter, words: str) -> None:
    await officer.says("what's the use of getting up again")
    officer.sees("crisis-asked")
    await officer.says(words)
    officer.sees_not("crisis-asked-no")
    await officer.says("yes")
    officer.sees("crisis-together-first")
    await officer.says(words)
    officer.sees("crisis-alone")
