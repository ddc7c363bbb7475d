"""People who type instead of tapping: lists, language and country, the set-up of practices, erasing, small talk."""

from datetime import timedelta

import pytest

from tests.chat import Chatter, House


async def test_after_a_list_a_number_opens_that_entry_and_back_shows_the_list(officer: Chatter) -> None:
    await officer.says("sleep after night shift")
    officer.sees("find-results")
    await officer.says("the second one")
    officer.sees_not("find-number")
    officer.sees_not("find-results")
    await officer.says("back")
    officer.sees("find-results")
    await officer.says("la 1")
    officer.sees_not("find-results")


@pytest.mark.parametrize("said", ["more", "más"])
async def test_more_shows_more(officer: Chatter, said: str) -> None:
    await officer.says("sleep after night shift")
    await officer.says(said)
    officer.sees("find-alike")
    officer.sees_not("find-none")


async def test_back_in_find_goes_one_step_back(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.says("2")
    officer.sees_not("find-number")
    await officer.says("atrás")
    officer.sees("find-ask")


async def test_a_number_long_after_the_list_is_answered_kindly(house: House, officer: Chatter) -> None:
    await officer.says("sleep after night shift")
    house.hands.forward(timedelta(hours=1))
    await officer.says("2")
    officer.sees("find-number")


async def test_a_place_after_a_list_is_the_place_of_it(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.taps("need-sleep")
    for said in ("ohio", "denver"):
        await officer.says(said)
        officer.sees("find-need")
        officer.sees_not("find-none")


async def test_one_on_the_first_screen_is_its_first_button(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.says("1")
    officer.sees("home-officer")


@pytest.mark.parametrize(
    ("said", "lang"), [("spanish", "es"), ("español", "es"), ("ingles", "en"), ("english", "en")]
)
async def test_a_language_by_its_name(officer: Chatter, said: str, lang: str) -> None:
    await officer.says("/language")
    await officer.says(said)
    officer.sees("language-set", lang)


@pytest.mark.parametrize(
    ("said", "seen"), [("uk", "region-ask"), ("mexico", "country-unknown"), ("spain", "country-unknown")]
)
async def test_a_country_by_its_name(officer: Chatter, said: str, seen: str) -> None:
    await officer.says("/country")
    await officer.says(said)
    officer.sees(seen)


@pytest.mark.parametrize(
    ("command", "seen"),
    [("/calma", "calm-shelf"), ("/ayuda", "help-intro"), ("/privacidad", "privacy-title"), ("/ajustes", "menu-settings"),
     ("/settings", "menu-settings"), ("/checkin", "checkin-hello"), ("/menu", "start-welcome")],
)  # fmt: skip
async def test_commands_by_other_names(officer: Chatter, command: str, seen: str) -> None:
    await officer.says(command)
    officer.sees(seen)


@pytest.mark.parametrize("said", ["yes", "sí"])
async def test_a_typed_yes_erases_nothing(officer: Chatter, said: str) -> None:
    await officer.says("/forget")
    await officer.says(said)
    officer.sees_not("privacy-forgotten-title")
    await officer.taps("privacy-forget-yes")
    assert any(message.text.startswith("Erased.") for message in officer.person.messages)


@pytest.mark.parametrize(
    "said",
    ["quiero borrar todo lo que sabes de mí", "bórralo todo", "olvídate de mí", "borrar mi cuenta", "delete my account",
     "erase everything about me"],
)  # fmt: skip
async def test_erasing_by_words(officer: Chatter, said: str) -> None:
    await officer.says(said)
    officer.sees("privacy-forget-ask")


async def test_nothing_more_please(officer: Chatter) -> None:
    await officer.says("no me mandes nada")
    officer.sees("spoken-stop-none")


# --- the set-up of short practices ---------------------------------------------------------------------------------


async def _at_the_window(officer: Chatter) -> None:
    await officer.says("/prompts")
    await officer.says("yes")
    officer.sees("prompts-zone-ask")
    await officer.says("San Juan, Puerto Rico")
    officer.sees("prompts-window-ask")


@pytest.mark.parametrize(
    ("said", "hours"),
    [("8 am", "08:00"), ("8am", "08:00"), ("8:30", "08:30"), ("20h", "20:00"), ("8 de la mañana", "08:00"),
     ("a las 8", "08:00"),      ("morning", "06:00"), ("mañana", "06:00"), ("18:00-20:00", "18:00")],
)  # fmt: skip
async def test_a_time_typed_is_taken(officer: Chatter, said: str, hours: str) -> None:
    await _at_the_window(officer)
    await officer.says(said)
    officer.sees("prompts-on")
    assert hours in officer.reads


@pytest.mark.parametrize("said", ["stop", "back", "cancel", "salir", "cancelar"])
async def test_the_question_for_a_place_can_be_left(officer: Chatter, said: str) -> None:
    await officer.says("/prompts")
    await officer.taps("prompts-begin")
    await officer.says(said)
    officer.sees("prompts-intro")
    await officer.says("Gotham")
    officer.sees_not("prompts-zone-unknown")


async def test_a_place_nobody_knows_says_how_to_leave(officer: Chatter) -> None:
    await officer.says("/prompts")
    await officer.taps("prompts-begin")
    await officer.says("Gotham")
    officer.sees("prompts-zone-unknown")
    officer.sees("prompts-typed-leave")


@pytest.mark.parametrize(
    ("said", "seen"),
    [("nights", "rota-off-ask"), ("turno de noche", "rota-off-ask"), ("days", "rota-off-ask"),
     ("4 on 4 off", "rota-kind-ask"), ("2x2", "rota-own-so-far"),
     ("2 on 2 off", "rota-own-so-far"), ("panama", "rota-kind-ask"),
     ("24x48", "prompts-typed-rota"), ("7pm to 7am", "prompts-typed-rota"), ("12 hours", "prompts-typed-rota")],
)  # fmt: skip
async def test_shifts_typed_never_reach_the_search(officer: Chatter, said: str, seen: str) -> None:
    await _at_the_window(officer)
    await officer.says("evening")
    await officer.taps("prompts-set-shifts")
    await officer.says(said)
    officer.sees(seen)
    officer.sees_not("find-none")


@pytest.mark.parametrize("said", ["we got slaughtered", "could murder a pizza", "turno de noche"])
async def test_what_is_no_call_is_not_met_as_a_rough_one(officer: Chatter, said: str) -> None:
    await officer.says(said)
    officer.sees_not("crisis-work")


async def test_a_rough_call_still_is(officer: Chatter) -> None:
    await officer.says("had a dead kid call today")
    officer.sees("crisis-work")


# --- small talk -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["nobody would miss me", "nadie me va a extrañar", "i give up"])
async def test_what_may_be_low_is_never_met_as_chatter(officer: Chatter, said: str) -> None:
    await officer.says(said)
    officer.sees_not("talk-chat")


async def test_chatter_gets_a_short_answer(officer: Chatter) -> None:
    await officer.says("the lasagna was great")
    officer.sees("talk-chat")
    officer.sees_not("find-none")


@pytest.mark.parametrize(
    ("said", "seen"),
    [("hasta mañana", "talk-bye"), ("bye", "talk-bye"), ("off to bed", "talk-bye"), ("qué onda", "talk-hello"),
     ("my wife is pregnant!", "talk-news"), ("I passed sergeant", "talk-news")],
)  # fmt: skip
async def test_small_talk_is_met_like_small_talk(officer: Chatter, said: str, seen: str) -> None:
    await officer.says(said)
    officer.sees(seen)
    officer.sees_not("find-none")
    officer.sees_not("find-results")
