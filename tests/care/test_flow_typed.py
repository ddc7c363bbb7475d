"""Typed answers: whole messages in both languages, fears named in passing, questions told from answers."""

import pytest

from bot.care.typed import parse_typed
from bot.library import open_library

TYPED = open_library().typed


@pytest.mark.parametrize(
    ("text", "lang", "meaning"),
    [
        ("Yes!", "en", "yes"),
        ("YEP", "en", "yes"),
        ("no, thanks", "en", "no"),
        ("Don’t write to me.", "en", "leave"),
        ("HELP", "en", "help"),
        ("they'd take my badge, you know", "en", "lose_job"),
        ("Sí.", "es", "yes"),
        ("ya no", "es", "no"),
        ("¡Déjame!", "es", "leave"),
        ("me van a quitar el arma", "es", "lose_job"),
        ("sí", "en", "yes"),
        ("no", "es", "no"),
        ("no way out of this marriage and the mortgage", "en", ""),
        ("", "en", ""),
        ("?", "en", ""),
    ],
)
def test_what_a_short_message_means(text: str, lang: str, meaning: str) -> None:
    assert TYPED.meaning(text, lang) == meaning


def test_a_phrase_inside_a_long_story_is_a_story() -> None:
    assert TYPED.meaning("nothing works " + "and so on " * 30, "en") == ""


@pytest.mark.parametrize(
    "text", ["where is help", "i need a counselor", "¿hay alguien?", "busco terapeuta", "a line?"]
)
def test_questions_and_requests_are_known(text: str) -> None:
    assert TYPED.asks(text)


@pytest.mark.parametrize("text", ["in my car", "i am so tired of it", "wherever", "estoy en casa", ""])
def test_other_words_are_no_question(text: str) -> None:
    assert not TYPED.asks(text)


def test_the_same_message_never_means_two_things() -> None:
    for meanings in TYPED.whole.values():
        said = [message for messages in meanings.values() for message in messages]
        assert len(said) == len(set(said))


def test_a_language_that_is_no_table_is_named() -> None:
    with pytest.raises(ValueError, match=r"\[en\]"):
        parse_typed({"en": ["yes"]})
