"""Typed answers, in both languages: what is an answer is taken as one, and what is not is never guessed at."""

import pytest

from bot.care.checkin import SKIP, STOP, State
from bot.care.checkin_typed import HELP, understood
from bot.care.people import Audience, Profile
from bot.checkin_screens import CheckinScreens, Place
from bot.crisis_card import CrisisCards
from tests.care.checkin_walk import FLOW, LIBRARY, known

SCREENS = CheckinScreens(LIBRARY, CrisisCards(LIBRARY))


def _meant(text: str, lang: str, step: str, at: int = 0, audience: Audience = Audience.OFFICER) -> str:
    place = Place(State(step, {"safety": "no"}, at=at), known(audience, lang, scored=True), 1)
    labels = SCREENS.labels(Profile(lang=lang, audience=audience), place)
    tables = [FLOW.typed[lang], FLOW.typed["es" if lang == "en" else "en"]]
    return understood(text, FLOW.steps[step], labels, tables, LIBRARY.typed.meaning(text, lang))


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
        ("skip", "en", "phq4", 0, SKIP), ("I don't know", "en", "phq4", 0, SKIP), ("2", "en", "phq4", 0, ""),
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


def test_no_word_means_two_things() -> None:
    for lang, table in FLOW.typed.items():
        words = [word for messages in table.values() for word in messages]
        assert len(words) == len(set(words)), lang
