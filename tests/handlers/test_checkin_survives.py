"""Double taps, old buttons, restarts, two devices, another language, a database that is gone: none of it does harm."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_shapes import Message
from tests.chat import Chatter, Hands, House, open_house, the_library
from tests.handlers.checking import no_to_all, to_the_questions


def _data(message: Message, label: str) -> str:
    return next(button.data or "" for row in message.buttons for button in row if button.text == label)


def _words(*keys: str) -> list[str]:
    return [the_library().text(key, "en") for key in keys]


async def _taps_anyway(someone: Chatter, data: str, message: Message) -> None:
    await someone.does(someone.person.taps(data, message, anyway=True))


# --- taps ---------------------------------------------------------------------------------------------------------


async def test_the_second_half_of_a_double_tap_does_nothing(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.taps("checkin-ok")
    message = officer.person.last_with_buttons
    data = _data(message, "Several days")
    await _taps_anyway(officer, data, message)
    first = officer.reads
    await _taps_anyway(officer, data, message)
    assert officer.reads == first
    assert "2 of 4" in first
    assert officer.person.waiting_taps == 0


async def test_a_double_tap_on_a_yes_brings_one_card(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("3")
    message = officer.person.last_with_buttons
    data = _data(message, "Yes")
    await _taps_anyway(officer, data, message)
    heard = len(officer.person.received)
    await _taps_anyway(officer, data, message)
    assert len(officer.person.received) == heard
    assert sum(one.text.startswith("Call or text 988") for one in officer.person.received) == 1


async def test_an_old_button_shows_the_question_that_is_open_now(house: House, officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    old = officer.person.last_with_buttons
    data = _data(old, "3")
    await officer.says("7")
    await house.time_passes(timedelta(minutes=1))
    await _taps_anyway(officer, data, old)
    assert all(key in old.text for key in _words("checkin-old-screen", "checkin-asq-1"))


async def test_a_yes_counts_on_an_old_screen_too(house: House, officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("3")
    old = officer.person.last_with_buttons
    data = _data(old, "Yes")
    await officer.says("no")
    await officer.says("no")
    await house.time_passes(timedelta(days=3))
    await _taps_anyway(officer, data, old)
    assert "988" in officer.reads
    officer.sees("crisis-checkin-now")


async def test_a_button_of_a_check_in_that_is_over_says_so(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    message = officer.person.last_with_buttons
    data = _data(message, "Sleep")
    await house.time_passes(timedelta(hours=13))
    await _taps_anyway(officer, data, message)
    officer.sees("checkin-over")
    await officer.taps("checkin-begin")
    officer.sees("checkin-hello")


@pytest.mark.parametrize(
    "data", ["check", "check:", "check:nowhere:x:1", "check:asq_1", "check:phq4:9.9:ff", "check:away:perhaps"]
)
async def test_forged_buttons_harm_nothing(officer: Chatter, data: str) -> None:
    await no_to_all(officer)
    await _taps_anyway(officer, data, officer.person.last_with_buttons)
    officer.sees_not("failed")
    assert officer.new[-1].buttons


# --- restarts, devices, languages ---------------------------------------------------------------------------------


async def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    telegram, hands = Telegram(), Hands()
    async with open_house(tmp_path, hands, telegram) as house:
        officer = house.person()
        await to_the_questions(officer)
        await officer.taps("checkin-ok")
        await officer.taps("Several days")
        person = officer.person
    async with open_house(tmp_path, hands, telegram) as house:
        officer = Chatter(house, person)
        await officer.taps("Nearly every day")
        assert "3 of 4" in officer.reads
        await officer.says("not at all")
        await officer.says("not at all")
        officer.sees("score-gad2-3")


async def test_asking_again_shows_where_we_were_or_begins_anew(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.says("/check")
    officer.sees("checkin-open")
    officer.sees("checkin-weighs")
    await officer.taps("checkin-start-over")
    officer.sees("checkin-hello")


async def test_two_devices_go_on_from_the_same_place(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    phone = officer.person.last_with_buttons
    data = _data(phone, "Money")
    await officer.says("/check")  # at the other device
    await officer.taps("checkin-weighs.sleep")
    await house.time_passes(timedelta(minutes=1))
    await _taps_anyway(officer, data, phone)
    assert all(key in phone.text for key in _words("checkin-old-screen", "checkin-listen"))


async def test_another_language_in_the_middle(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.taps("checkin-ok")
    await officer.taps("Several days")
    await officer.says("/language")
    await officer.taps("place:lang:es")
    await officer.says("/check")
    assert "2 de 4" in officer.reads
    await officer.says("casi todos los días")
    assert "3 de 4" in officer.reads


async def test_a_questionnaire_that_the_language_does_not_have_is_left(officer: Chatter) -> None:
    await to_the_questions(officer, "call")
    await officer.taps("checkin-leave-out")
    await officer.taps("checkin-result.more")
    await officer.taps("checkin-deeper.after")
    await officer.taps("checkin-ok")
    await officer.taps("Yes")
    await officer.says("/language")
    await officer.taps("place:lang:es")
    await officer.says("no")
    officer.sees("checkin-gone-on", "es")
    officer.sees("checkin-incomplete", "es")


# --- the database -------------------------------------------------------------------------------------------------


def _lock(house: House) -> Callable[[], None]:
    lock = sqlite3.connect(house.folder / "house.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    return lock.close


async def test_with_the_database_away_it_says_so_gives_numbers_and_still_asks(
    house: House, officer: Chatter
) -> None:
    mend = _lock(house)
    try:
        await officer.says("/check")
        officer.sees("checkin-away")
        assert officer.sees_a_number
        await officer.taps("checkin-no")
        officer.sees("checkin-away-no")
        assert officer.sees_a_number
    finally:
        mend()


async def test_a_yes_is_heard_with_the_database_gone(house: House, officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("3")
    mend = _lock(house)
    try:
        await officer.taps("checkin-rather-not")
        assert "988" in officer.reads
        officer.sees("crisis-checkin-now")
    finally:
        mend()


@pytest.mark.parametrize("typed", ["yes", "rather not say", "sometimes"])
async def test_a_yes_is_heard_typed_with_the_database_gone(
    house: House, officer: Chatter, typed: str
) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("3")
    mend = _lock(house)
    try:
        await officer.says(typed)
        assert "988" in officer.reads
        officer.sees("crisis-checkin-now")
    finally:
        mend()


async def test_the_question_of_a_bot_without_memory_can_be_answered_in_words(
    house: House, officer: Chatter
) -> None:
    mend = _lock(house)
    try:
        await officer.says("/check")
        officer.sees("checkin-away")
        await officer.says("no")
        officer.sees("checkin-away-no")
        await officer.says("/check")
        await officer.says("yes")
        officer.sees("crisis-checkin-now")
    finally:
        mend()


async def test_it_goes_away_in_the_middle_and_comes_back(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    mend = _lock(house)
    try:
        await officer.taps("checkin-weighs.sleep")
        officer.sees("checkin-away")
        assert officer.sees_a_number
    finally:
        mend()
    await officer.says("/check")
    officer.sees("checkin-open")
    officer.sees("checkin-weighs")


async def test_no_promise_is_made_that_cannot_be_kept(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.sleep")
    await officer.taps("checkin-listen.person")
    await officer.taps("checkin-next.will")
    mend = _lock(house)
    try:
        await officer.taps("checkin-back.tomorrow")
        officer.sees_not("checkin-says-tomorrow")
        officer.sees("checkin-away")
    finally:
        mend()
