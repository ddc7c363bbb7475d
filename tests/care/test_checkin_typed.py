"""Typed answers, in both languages: what is an answer is taken as one, and what is not is never guessed at."""

import pytest

from bot.care.checkin import SKIP, STOP, State
from bot.care.checkin_typed import DONE, GO_ON, HELP
from bot.care.people import Audience, Profile
from bot.care.typed import folded
from bot.checkin_hearing import Hearing
from bot.checkin_screens import CheckinScreens, Place
from bot.crisis_card import CrisisCards
from tests.care.checkin_walk import FLOW, LIBRARY, known

SCREENS = CheckinScreens(LIBRARY, CrisisCards(LIBRARY))
HEARING = Hearing(LIBRARY, SCREENS)


def _meant(text: str, lang: str, step: str, at: int = 0, audience: Audience = Audience.OFFICER) -> str:
    place = Place(State(step, {"safety": "no"}, at=at), known(audience, lang, scored=True), 1)
    return HEARING.understood(Profile(lang=lang, audience=audience), place, text)[1]


@pytest.mark.parametrize(
    ("text", "lang", "answer"),
    [
        ("six", "en", "n6"), ("Diez", "es", "n10"),
        ("7", "en", "n7"), ("0", "en", "n0"), ("10", "en", "n10"), ("7/10", "en", "n7"), ("7 out of 10", "en", "n7"),
        ("10/10", "en", "n10"), ("7 de 10", "es", "n7"), ("11", "en", ""), ("-3", "en", "n3"), ("skip", "en", SKIP),
        ("Skip.", "en", SKIP), ("saltar", "es", SKIP), ("siguiente", "es", SKIP), ("stop", "en", STOP),
        ("STOP!", "en", STOP), ("para", "es", STOP), ("leave me alone", "en", STOP), ("déjame en paz", "es", STOP),
        ("parar aquí", "es", STOP), ("rather not say", "en", SKIP), ("no sé", "es", SKIP), ("help", "en", HELP),
        ("ayuda", "es", HELP), ("banana", "en", ""), ("", "en", ""), ("7 years on the job", "en", ""),
        ("stop here", "en", STOP), ("skip", "es", SKIP),
    ],
)  # fmt: skip
def test_a_number_a_skip_a_stop(text: str, lang: str, answer: str) -> None:
    assert _meant(text, lang, "today") == answer


@pytest.mark.parametrize(
    ("text", "lang", "answer"),
    [
        ("yes", "en", "yes"), ("Yeah", "en", "yes"), ("sometimes", "en", "yes"), ("a little", "en", "yes"),
        ("no", "en", "no"), ("nope", "en", "no"), ("sí", "es", "yes"), ("a veces", "es", "yes"), ("no", "es", "no"),
        ("rather not say", "en", "rather_not"), ("I'd rather not say", "en", "rather_not"),
        ("prefiero no decirlo", "es", "rather_not"), ("prefer not to answer", "en", "rather_not"),
        ("idk", "en", "rather_not"), ("not sure", "en", "rather_not"), ("no sé", "es", "rather_not"),
        ("skip", "en", "rather_not"), ("saltar", "es", "rather_not"), ("none of your business", "en", "rather_not"),
        ("stop", "en", STOP), ("pues si", "es", "yes"), ("tuesday", "en", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("step", ["asq_1", "asq_2", "asq_3", "asq_4", "away"])
def test_at_a_straight_question_not_saying_is_an_answer(step: str, text: str, lang: str, answer: str) -> None:
    assert _meant(text, lang, step) == answer


@pytest.mark.parametrize(
    ("text", "lang", "step", "at", "answer"),
    [
        ("several days", "en", "phq4", 0, "1.1"), ("Not at all", "en", "phq4", 1, "2.0"),
        ("casi todos los días", "es", "phq4", 2, "3.3"), ("varios dias", "es", "phq4", 3, "4.1"),
        ("skip", "en", "phq4", 0, SKIP), ("I don't know", "en", "phq4", 0, SKIP), ("2", "en", "phq4", 0, "1.2"),
        ("yes", "en", "phq4", 0, ""), ("no", "en", "phq4", 0, ""), ("sometimes", "en", "phq4", 0, ""),
        ("never", "en", "audit_c", 0, "1.0"), ("nunca", "es", "audit_c", 0, "1.0"), ("3", "en", "audit_c", 0, ""),
        ("3", "en", "audit_c", 1, "2.1"), ("8", "en", "audit_c", 1, "2.3"), ("12", "en", "audit_c", 1, "2.4"),
        ("10", "es", "audit_c", 1, "2.4"), ("2", "es", "audit_c", 1, "2.0"), ("monthly", "en", "audit_c", 2, "3.2"),
        ("yes", "en", "pc_ptsd_5", 0, "gate.1"), ("nope", "en", "pc_ptsd_5", 3, "3.0"),
        ("nearly every day", "en", "phq9", 8, "9.3"),
    ],
)  # fmt: skip
def test_an_item_takes_its_own_words_and_guesses_at_nothing(
    text: str, lang: str, step: str, at: int, answer: str
) -> None:
    assert _meant(text, lang, step, at) == answer


@pytest.mark.parametrize(
    ("text", "lang", "step", "answer"),
    [
        ("sleep", "en", "weighs", "sleep"), ("el dinero", "es", "weighs", "money"), ("a bad call", "en", "weighs", "call"),
        ("man", "en", "sex", "man"), ("mujer", "es", "sex", "woman"), ("yes", "en", "phq4_offer", "ok"),
        ("no thanks", "en", "phq4_offer", "skip"), ("just let me vent", "en", "hello", "vent"), ("no", "en", "back", "no"),
    ],
)  # fmt: skip
def test_the_words_on_a_button_can_be_typed(text: str, lang: str, step: str, answer: str) -> None:
    assert _meant(text, lang, step) == answer


@pytest.mark.parametrize(
    ("text", "lang", "step", "at", "answer"),
    [
        ("0", "en", "phq4", 0, "1.0"), ("3", "en", "phq4", 1, "2.3"), ("4", "en", "phq4", 0, ""),
        ("1", "es", "phq9", 8, "9.1"),
        ("more than half", "en", "phq4", 0, "1.2"), ("daily", "en", "phq4", 0, "1.3"), ("every day", "en", "phq4", 0, "1.3"),
        ("todos los días", "es", "phq4", 0, "1.3"), ("every day", "es", "phq4", 0, "1.3"), ("never", "en", "phq4", 0, "1.0"),
        ("nunca", "es", "phq4", 0, "1.0"), ("nada", "es", "phq4", 0, "1.0"), ("más de la mitad", "es", "gad7", 0, "1.2"),
        ("daily", "en", "audit_c", 0, "1.4"), ("nunca", "en", "audit_c", 0, "1.0"), ("4", "en", "audit_c", 2, "3.4"),
        ("1", "en", "pc_ptsd_5", 1, ""), ("daily", "en", "audit_c", 2, "3.4"),
    ],
)  # fmt: skip
def test_a_scale_takes_its_numbers_and_what_its_words_plainly_mean(
    text: str, lang: str, step: str, at: int, answer: str
) -> None:
    assert _meant(text, lang, step, at) == answer


@pytest.mark.parametrize(
    ("text", "lang", "step", "answer"),
    [
        ("1", "en", "weighs", "call"), ("2", "en", "listen", "tonight"), ("9", "en", "listen", ""),
        ("0", "en", "listen", ""),
        ("1", "en", "call", ""), ("sueño", "es", "weighs", "sleep"), ("nada", "es", "weighs", "nothing"),
        ("years ago", "en", "call", "older"), ("last month", "en", "call", "recent"), ("hace años", "es", "call", "older"),
        ("the boss", "en", "weighs", "job"), ("tonight", "en", "listen", "tonight"), ("vent", "en", "listen", "vent"),
        ("go on", "en", "hello", "start"), ("sí", "es", "hello", "start"), ("empezar", "es", "hello", "start"),
        ("dale", "es", "phq4_offer", "ok"), ("continue", "en", "listen", "go_on"), ("seguir", "es", "tip_calm", "enough"),
        ("continue", "en", "asq_1", GO_ON), ("empezar", "es", "phq4", GO_ON), ("ok", "en", "today", GO_ON),
        ("done", "en", "phq4", DONE), ("listo", "es", "weighs", DONE), ("done", "en", "vent", "enough"),
        ("ok", "en", "vent", ""), ("no", "en", "home", "unsafe"), ("next", "en", "result", "what_now"),
        ("yes", "en", "tonight", ""), ("something", "en", "weighs", "other"), ("someone", "en", "weighs", "hurt"),
    ],
)  # fmt: skip
def test_a_step_takes_other_words_for_its_buttons_and_for_going_on(
    text: str, lang: str, step: str, answer: str
) -> None:
    assert _meant(text, lang, step) == answer


@pytest.mark.parametrize("step", ["asq_1", "asq_2", "asq_3", "asq_4", "away"])
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yeah sometimes", "yes"), ("yes but not right now", "yes"), ("every day", "yes"), ("once or twice", "yes"),
        ("yes i have, most nights", "yes"), ("not seriously", "yes"), ("who hasn't", "yes"), ("who hasnt", "yes"),
        ("not anymore", "yes"), ("not yet", "yes"), ("no, well sometimes", "yes"), ("1", "yes"), ("ya", "yes"),
        ("una o dos veces", "yes"), ("quién no", "yes"), ("sí pero ahora no", "yes"), ("todas las noches", "yes"),
        ("hell no", "no"), ("no never", "no"), ("never", "no"), ("jamás", "no"), ("claro que no", "no"), ("para nada", "no"),
        ("i haven't", "no"), ("not once", "no"), ("no i have never", "no"),
        ("not today", ""), ("2", ""), ("0", ""), ("banana", ""),
    ],
)  # fmt: skip
def test_at_a_straight_question_all_that_is_no_plain_no_is_yes(step: str, text: str, answer: str) -> None:
    assert _meant(text, "en", step) == answer
    assert _meant(text, "es", step) == answer


def test_no_word_for_a_label_means_two_things() -> None:
    for lang, table in FLOW.same.items():
        for label, words in table.items():
            assert label == folded(label), f"{lang}: {label}"
            assert all(word == folded(word) for word in words), f"{lang}: {label}"
    for table in FLOW.straight.values():
        assert not set(table["yes"]) & set(table["no"])


def test_no_word_means_two_things() -> None:
    for lang, table in FLOW.typed.items():
        words = [word for messages in table.values() for word in messages]
        assert len(words) == len(set(words)), lang
