"""Phrases by meaning: whole, at the beginning, anywhere; a denial before it takes it back."""

import pytest

from bot.care.flow import Said
from bot.care.heard import parse_heard
from bot.care.spoken import EMERGENCY
from bot.crisis_hearing import DANGER, LISTENING, SAYS
from bot.library import open_library

LIBRARY = open_library()
HEARD, FLOW = LIBRARY.heard, LIBRARY.flows["crisis"]
ELSEWHERE = {*LIBRARY.typed.whole["en"], *LIBRARY.typed.about["en"]}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("I have a gun", "means"),
        ("no, tengo un arma", "means"),
        ("no but i have a gun", "means"),
        ("He's got a knife!", "means"),
        ("ok they're coming now", "called"),
        ("no one is coming", "nobody"),
        ("my sergeant is on the way", "called"),
        ("no he is here", "near_me"),
        ("mi mamá se tomó todas sus pastillas", "other_act"),
    ],
)
def test_what_is_heard(text: str, meaning: str) -> None:
    assert meaning in (*HEARD.wholly(text), *HEARD.partly(text))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("i don't have a gun", "means"),
        ("no tengo arma", "means"),
        ("nobody called 911", "called"),
        ("they are not on the way", "called"),
        ("no one called an ambulance", "called"),
        ("he is not here", "near_me"),
        ("i called in sick", "called"),
        ("so tired of living", "no"),
        ("im just tired of living", "no"),
        (
            "and then he took pills to sleep as he always did when the shift was over and nobody talked about it "
            * 2,
            "other_act",
        ),
    ],
)
def test_what_is_not(text: str, meaning: str) -> None:
    assert meaning not in (*HEARD.wholly(text), *HEARD.partly(text))


def test_every_meaning_is_written_in_both_languages_and_used() -> None:
    written = {lang: {one.name for one in HEARD.meanings if one.lang == lang} for lang in ("en", "es")}
    assert written["en"] == written["es"]
    used = {meaning for step in FLOW.steps.values() for meaning in step.hears}
    used |= {key.rpartition(".")[2] for key in FLOW.said} | {"yes", "no", EMERGENCY} | DANGER
    assert used - ELSEWHERE - written["en"] == set()
    assert written["en"] - used == set()


def test_what_is_said_first_is_known_here() -> None:
    steps = [one for step in FLOW.steps.values() for one in step.hears.values() if isinstance(one, Said)]
    said = {one.says for one in (*steps, *FLOW.said.values()) if one.says}
    assert said <= SAYS
    assert SAYS - said == set()
    assert len(set(LISTENING)) == len(LISTENING)


@pytest.mark.parametrize("line", ["Gun", "¿arma", "", "...", "don't ..."])
def test_a_phrase_that_is_not_plain_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"heard\.toml \[means\]"):
        parse_heard({"means": {"en": [line]}})
