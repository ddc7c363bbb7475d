"""The sentences of the check-in: all there in both languages, short, plain, never a label, never a promise too much."""

import json
import re
from pathlib import Path

import pytest

from bot.care.people import Audience, Profile
from bot.checkin_screens import CheckinScreens, step_key
from bot.crisis_card import CrisisCards
from bot.library import CONTENT, LANGUAGES
from tests.care.checkin_walk import FLOW, LIBRARY

SHOWN = [step for step in FLOW.steps.values() if not step.routes and step.enters is None and not step.asks]
BUTTON = 40  # characters; longer labels are cut off on a phone
ASQ = json.loads((Path(__file__).parent / "asq_words.json").read_text(encoding="utf-8"))
SCREENS = CheckinScreens(LIBRARY, CrisisCards(LIBRARY))
LONG = {"hello": 330, "too_early": 330, "keep_ask": 300}  # what a person must know before a yes


def _keys(lang: str) -> set[str]:
    return {key for key in LIBRARY.sentences.keys[lang] if key.startswith("checkin-")}


def _said() -> set[str]:
    """Every key the data and the code can say."""
    keys = {step_key(step.id) for step in SHOWN if not step.words and not step.rung}
    keys |= {step.words for step in FLOW.steps.values() if step.words}
    for step in FLOW.steps.values():
        keys |= {choice.says for choice in step.choices} | {choice.label for choice in step.choices}
        keys |= {
            f"{step_key(step.id)}.{one.id}" for one in step.choices if not one.label and not _number(one.id)
        }
    code = "\n".join(path.read_text("utf-8") for path in CONTENT.parent.glob("checkin_*.py"))
    return (keys | set(re.findall(r"[\"'](checkin-[a-z-]+)[\"']", code))) - {""}


def _number(answer: str) -> bool:
    return bool(re.fullmatch(r"n\d+", answer))


def test_everything_that_can_be_said_is_written_and_nothing_else_is() -> None:
    said = _said() | {step_key(step.id) for step in SHOWN if step.rung}
    for lang in LANGUAGES:
        written = {re.sub(r"-family\b", "", key) for key in _keys(lang)}
        assert said - written == set()
        assert written - said == set()


def test_a_family_sentence_stands_in_for_one_there_is() -> None:
    for lang in LANGUAGES:
        keys = _keys(lang)
        for key in keys:
            assert re.sub(r"-family\b", "", key) in keys


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_safety_questions_are_those_of_the_instrument_word_for_word(lang: str) -> None:
    for number in range(1, 5):
        for audience in Audience:
            asked = SCREENS.text(f"checkin-asq-{number}", Profile(lang=lang, audience=audience))
            assert asked == ASQ[lang][number - 1]
    assert LIBRARY.text("crisis-checkin-now", lang).endswith(ASQ[lang][4])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("audience", [Audience.OFFICER, Audience.FAMILY])
@pytest.mark.parametrize("step", SHOWN, ids=lambda step: step.id)
def test_a_message_is_short_and_asks_one_thing(step: object, audience: Audience, lang: str) -> None:
    assert isinstance(step, type(SHOWN[0]))
    profile = Profile(lang=lang, audience=audience)
    words = SCREENS.text(step.words or step_key(step.id), profile)
    assert len(words) <= LONG.get(step.id, 250), len(words)
    assert re.sub(r'"[^"]*"', "", words).count("?") <= 2
    for choice in step.choices:
        if not _number(choice.id):
            assert len(SCREENS.text(choice.label or f"{step_key(step.id)}.{choice.id}", profile)) <= BUTTON


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_never_names_an_illness_and_never_agrees_that_there_is_no_hope(lang: str) -> None:
    told = {f"{key}: {LIBRARY.text(key, lang)}" for key in _keys(lang) if not key.startswith("checkin-asq")}
    told |= {LIBRARY.text(key, lang) for key in LIBRARY.sentences.keys[lang] if key.startswith("score-")}
    for text in told:
        assert not re.search(
            r"depress|deprim|disorder|trastorno|mild|moderate|severe|\bleve|moderad|\bsever[ao]s?\b|hopeless|sin esperanza|"
            r"patient|paciente|MHFA|confiden|anonym|anónim|\bhero\b|héroe|broken\b",
            text, re.IGNORECASE,
        ), text  # fmt: skip


def test_the_words_are_those_of_an_eighth_grader_at_most() -> None:
    mine = [key for key in _keys("en") if "." not in key and not key.startswith("checkin-asq-")]
    text = " ".join(re.sub(r"<[^>]+>", "", LIBRARY.text(key, "en", at=1, all=4)) for key in mine)
    sentences, words = len(re.findall(r"[.?!:]+", text)), re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words)
    assert 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 < 6


def test_questions_never_pull_for_a_no() -> None:
    for key in _keys("en"):
        words = LIBRARY.text(key, "en", at=1, all=4)
        assert not re.search(
            r"you're not|you aren't|, right\?|, are you\?|, do you\?|you don't .*\?", words
        ), words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_pictures_and_no_promise_that_is_not_kept(lang: str) -> None:
    text = (CONTENT / "sentences" / lang / "checkin.ftl").read_text(encoding="utf-8")
    assert not re.search("[\U0001f000-\U0001faff\u2600-\u27bf]", text)
    assert str(FLOW.hours) in LIBRARY.text("checkin-hello", lang), "it says how long a place is kept"


def test_what_is_opened_exists_in_every_language() -> None:
    for step in FLOW.steps.values():
        for opened in step.opens:
            assert opened in ("calm", "plan") or set(LIBRARY.articles[opened]) == set(LANGUAGES), opened
        if step.introduces:
            assert step.introduces in LIBRARY.questionnaires
        if step.asks:
            assert step.asks in LIBRARY.questionnaires
