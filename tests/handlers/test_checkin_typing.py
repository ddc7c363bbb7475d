"""The check-in typed by people who never tap: other words for its buttons, numbers, "go on", "done"."""

import pytest

from tests.chat import Chatter
from tests.handlers.checking import no_to_all, to_the_questions, to_the_result


async def test_other_words_go_all_the_way_through(officer: Chatter) -> None:
    for said, seen in (
        ("/check", "checkin-hello"), ("go on", "checkin-today"), ("4", "checkin-asq-1"), ("hell no", "checkin-asq-2"),
        ("never", "checkin-asq-3"), ("no never", "checkin-asq-4"), ("i haven't", "checkin-weighs"), ("1", "checkin-call"),
        ("years ago", "checkin-listen"), ("continue", "score-intro-phq4"), ("sure", "checkin-of"), ("1", "checkin-took"),
        ("more than half", "checkin-took"), ("Not at all", "checkin-of"), ("daily", "checkin-result"),
        ("go on", "checkin-next"), ("not now", "checkin-back"),
    ):  # fmt: skip
        await officer.says(said)
        officer.sees(seen)
        officer.sees_not("find-none")


async def test_otras_palabras_tambien(spouse: Chatter) -> None:
    for said, seen in (
        ("/check", "checkin-hello"), ("dale", "checkin-today"), ("5", "checkin-asq-1"), ("jamás", "checkin-asq-2"),
        ("nunca", "checkin-asq-3"), ("para nada", "checkin-asq-4"), ("claro que no", "checkin-weighs"),
        ("sueño", "checkin-listen"), ("seguir", "score-intro-phq4"), ("sí", "checkin-of"), ("nada", "checkin-took"),
        ("diario", "checkin-took"), ("3", "checkin-took"), ("nunca", "checkin-result"),
    ):  # fmt: skip
        await spouse.says(said)
        spouse.sees(seen, "es")


@pytest.mark.parametrize(
    "said",
    ["yeah sometimes", "yes but not right now", "every day", "once or twice", "yes i have, most nights",
     "not seriously", "who hasnt", "not anymore"],
)  # fmt: skip
async def test_what_is_no_plain_no_brings_the_card(officer: Chatter, said: str) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("6")
    await officer.says(said)
    assert officer.sees_a_number
    officer.sees_not("checkin-asq-2")
    officer.sees_not("checkin-again")


@pytest.mark.parametrize("said", ["empezar", "start", "begin", "continue", "ok"])
async def test_start_in_the_middle_does_not_open_the_menu(officer: Chatter, said: str) -> None:
    await to_the_questions(officer)
    await officer.taps("checkin-ok")
    await officer.says(said)
    officer.sees("checkin-where")
    officer.sees("checkin-of")
    officer.sees_not("home-hint")


async def test_done_asks_before_answers_are_gone(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.taps("checkin-ok")
    await officer.says("done")
    officer.sees("checkin-done-ask")
    officer.sees("checkin-of")
    await officer.says("several days")
    officer.sees("checkin-of")


async def test_a_word_at_the_result_does_not_repeat_all_of_it(officer: Chatter) -> None:
    await to_the_result(officer)
    await officer.says("purple monkey")
    officer.sees("checkin-again")
    officer.sees_not("checkin-hope")
    await officer.taps("checkin-result.what_now")
    officer.sees("checkin-next")


async def test_a_label_of_the_screen_beside_goes_there(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.says("just let me vent")
    officer.sees("checkin-vent")


async def test_no_label_leads_around_the_straight_questions(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.says("go on with the check-in")
    officer.sees("checkin-today")


async def test_i_hear_you_is_said_in_other_words_each_time(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.vent")
    keys = (
        "checkin-vent-heard",
        "checkin-vent-heard-more",
        "checkin-vent-heard-still",
        "checkin-vent-heard-person",
    )
    for key in (*keys, keys[0]):
        await officer.says("the paperwork never stops and the lieutenant is on my back all week")
        officer.sees(key)
