"""Which language a message is written in: told only when it is plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.tongue import parse_tongues
from bot.library import open_library

LIBRARY = open_library()
TONGUES = LIBRARY.companions.tongues


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("quiero matarme", "es"),
        ("Ya no puedo más con esto", "es"),
        ("NECESITO HABLAR CON ALGUIEN", "es"),
        ("mi esposo es policia y ya no duerme", "es"),
        ("I want to die", "en"),
        ("my husband is a cop", "en"),
        ("insomnio", ""),
        ("no", ""),
        ("ok", ""),
        ("COPLINE", ""),
        ("", ""),
        ("👍", ""),
    ],
)
def test_it_is_told_by_plain_words(text: str, lang: str) -> None:
    assert TONGUES.of(text) == lang


def test_every_language_of_the_house_has_its_words_and_none_is_in_two() -> None:
    assert set(TONGUES.words) == set(LIBRARY.sentences.languages)
    every = [word for words in TONGUES.words.values() for word in words]
    assert len(every) == len(set(every))


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    assert TONGUES.of(text) in ("", *LIBRARY.sentences.languages)


def test_a_word_with_an_accent_in_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match=r"tongues\.toml"):
        parse_tongues({"es": "policía"})
