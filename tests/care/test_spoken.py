"""Whole messages that are no question: each has one meaning, none is one that the gate should hear."""

import tomllib

import pytest

from bot.care.risk import Action
from bot.care.spoken import SIGNS, parse_spoken
from bot.handlers import spoken, words
from bot.library import CONTENT, open_library

LIBRARY = open_library()
SPOKEN = LIBRARY.companions.spoken


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Hi!", "hello"),
        ("  thank you so much. ", "thanks"),
        ("Español", "language"),
        ("My results", "results"),
        ("Germany", "country:DE"),
        ("alemania", "country:DE"),
        ("UK", "country:GB"),
        ("the States", "country:US"),
        ("delete my data", "forget"),
        ("?", "help"),
        ("👍", SIGNS),
        ("...", SIGNS),
        ("Georgia", ""),
        ("I can't sleep", ""),
        ("goodbye", ""),
        ("hi i can't do this anymore", ""),
        ("", SIGNS),
    ],
)
def test_what_a_whole_message_means(text: str, meaning: str) -> None:
    assert SPOKEN.meant(text) == meaning


@pytest.mark.parametrize("lang", LIBRARY.sentences.languages)
def test_the_gate_lets_every_one_of_them_pass(lang: str) -> None:
    heard = {said: LIBRARY.risk.screen(said, lang).action for said in SPOKEN.meanings}
    assert {said for said, action in heard.items() if action not in (Action.PASS, Action.SUPPORT)} == set()


def test_every_meaning_is_answered_in_every_language() -> None:
    content = tomllib.loads((CONTENT / "flows" / "spoken.toml").read_text("utf-8"))
    assert set(content) == set(LIBRARY.sentences.languages)
    meanings = {meaning for meaning in SPOKEN.meanings.values() if ":" not in meaning}
    assert meanings - {*spoken.SAID, *words()} == set()
    assert all(meanings <= set(tables) for tables in content.values())


@pytest.mark.parametrize(
    "content",
    [
        {"en": {"hello": ["Hi!"]}},
        {"en": {"hello": ["hi"], "thanks": ["hi"]}},
        {"en": {"hello": ["hi"]}, "es": {"thanks": ["hi"]}},
    ],
)
def test_a_message_that_is_not_plain_or_means_two_things_is_refused(content: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"spoken\.toml"):
        parse_spoken(content)
