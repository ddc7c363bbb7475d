"""All that may be sent unasked or by a department reads easily, hurts nobody and says nothing twice, in every language."""

import re
from collections.abc import Iterator
from statistics import median

import pytest

from bot.care.wording import COMMON_PRACTICE
from bot.checking import companion_findings
from bot.library import CONTENT, LANGUAGES, open_library
from tests.care.article_reading import school_grade, spanish_ease
from tests.care.plain_words import nearly_alike, no_trouble

LIBRARY = open_library()
GRADE, MEDIAN_GRADE = 9.0, 7.0  # US school years
EASE, MEDIAN_EASE = 60.0, 75.0  # Fernández-Huerta; 60 to 70 is grades 7 to 8, higher is easier


def _texts() -> Iterator[tuple[str, str, str]]:
    for practice in LIBRARY.practices:
        yield from ((f"prompts {practice.id}", lang, text) for lang, text in practice.text.items())
    for tip in LIBRARY.tips:
        yield from ((f"tips {tip.id}", lang, f"{tip.title[lang]}. {text}") for lang, text in tip.text.items())
    whole = LIBRARY.programme
    for name, words in (("welcome", whole.welcome), ("caution", whole.caution), ("too much", whole.too_much)):
        yield from ((f"programme {name}", lang, text) for lang, text in words.items())
    for week in whole.week:
        parts = {"missed": week.missed, "end": week.end}
        parts |= {f"unit {number}": words for number, words in enumerate(week.unit, 1)}
        parts |= {f"day {number}": words for number, words in enumerate(week.nudges, 1)}
        for name, words in parts.items():
            yield from ((f"programme {week.number} {name}", lang, text) for lang, text in words.items())


TEXTS = list(_texts())


def test_nothing_is_missing_in_any_language() -> None:
    assert list(companion_findings(LIBRARY)) == []
    assert {lang for _name, lang, _text in TEXTS} == set(LANGUAGES)


def test_each_text_may_be_sent_to_somebody_who_did_not_ask_for_this_one() -> None:
    for name, lang, text in TEXTS:
        try:
            no_trouble(text, lang)
        except AssertionError as error:
            pytest.fail(f"{name} in {lang}: {error}")


def test_english_is_plain_to_read() -> None:
    grades = {name: school_grade(text) for name, lang, text in TEXTS if lang == "en"}
    assert {name: grade for name, grade in grades.items() if grade > GRADE} == {}
    for kind in ("prompts", "tips", "programme"):
        assert median(grade for name, grade in grades.items() if name.startswith(kind)) <= MEDIAN_GRADE


def test_spanish_is_plain_to_read() -> None:
    ease = {name: spanish_ease(text) for name, lang, text in TEXTS if lang == "es"}
    assert {name: found for name, found in ease.items() if found < EASE} == {}
    for kind in ("prompts", "tips", "programme"):
        assert median(found for name, found in ease.items() if name.startswith(kind)) >= MEDIAN_EASE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_texts_are_nearly_alike(lang: str) -> None:
    assert nearly_alike({name: text for name, its, text in TEXTS if its == lang}) == []


def test_the_measure_of_likeness_tells_a_copy_from_a_neighbour() -> None:
    one = "Let your back teeth come apart. Tongue off the roof of your mouth."
    copy = "Let the back teeth come apart. Take your tongue off the roof of your mouth."
    assert nearly_alike({"one": one, "copy": copy}) == [("one", "copy")]
    assert nearly_alike({"one": one, "other": "Hold a cold can until your palm feels it."}) == []


def test_every_source_is_named_in_the_guide() -> None:
    guide = (CONTENT.parents[1] / "docs" / "prompts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \|", guide.partition("## Sources")[2], re.MULTILINE)
    named = {key.strip() for row in rows for key in row.split(",")}
    used = {one.source for one in (*LIBRARY.practices, *LIBRARY.tips, *LIBRARY.programme.week)}
    assert used - {COMMON_PRACTICE} == named - {"key", "---"}
