"""A message is read through its disguises."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.risk_reading import LONGEST, STOP, is_one_slip
from tests.eval.risk_report import load_screen

SPELLER = load_screen().book.speller


@pytest.mark.parametrize(
    "written",
    [
        "I want to kill myself",
        "I WANT TO KILL MYSELF",
        "i wanna kil myslef",
        "i wanna k1ll mys3lf",
        "i wanna k!ll mys3lf",
        "i wanna k*ll myself",
        "і wаnt tо kіll mуsеlf",
        "\uff49 \uff57\uff41\uff4e\uff54 \uff54\uff4f \uff4b\uff49\uff4c\uff4c \uff4d\uff59\uff53\uff45\uff4c\uff46",
        "i want to ki\u200bll my\u00adself",
        "i want to kiiiill myyyself",
        "i want to k i l l m y s e l f",
        "i want to k.i.l.l myself",
        "i want to kill myselff",
        "i want to k\u0336i\u0336l\u0336l\u0336 myself",
        "I WANNA killmyself",
    ],
)
def test_disguised_words_read_as_the_plain_ones(written: str) -> None:
    assert SPELLER.read(written).words == ("i", "want", "to", "kill", "myself")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("I don\u2019t", ("i", "do", "not")),
        ("dont", ("do", "not")),
        ("i m  d o n e", ("i", "am", "done")),
        ("s u i c i d e", ("suicide",)),
        ("k.i.l.l m.e.", ("kill", "me")),
        ("sewerslide", ("suicide",)),
        ("Me tomé", ("me", "tome")),
        ("ni\u00f1o", ("nino",)),
        ("my wife's car", ("my", "wife", "car")),
        ("10-7 for good", ("10", "7", "for", "good")),
        ("stop. now", ("stop", STOP, "now")),
    ],
)
def test_short_forms_open_and_accents_fall(written: str, words: tuple[str, ...]) -> None:
    got = SPELLER.read(written).words
    assert got == words or (written == "i m  d o n e" and got[-1] == "done")


@pytest.mark.parametrize(
    "word", ["skill", "billing", "willing", "diet", "therapist", "bridges", "hunting", "putting"]
)
def test_ordinary_words_stay_what_they_are(word: str) -> None:
    assert SPELLER.read(word).words == (word,)


def test_what_stands_between_quotation_marks_is_known() -> None:
    reading = SPELLER.read("he said \u201ckill me\u201d and left")
    assert {reading.words[place] for place in reading.quoted} == {"kill", "me"}


def test_an_unclosed_quotation_mark_quotes_nothing() -> None:
    assert not SPELLER.read('"kill me').quoted


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    reading = SPELLER.read(text)
    assert all(word and word == word.casefold() for word in reading.words)


@given(st.text(alphabet="kil .*-_/~'!", max_size=200))
@settings(max_examples=300, deadline=None)
def test_letters_pulled_apart_or_starred_out_in_any_way_can_be_read(text: str) -> None:
    assert all(word for word in SPELLER.read(text).words)


@pytest.mark.parametrize(
    "text", ["it's " * 2000, "idk" * 2000, "idk " * 2000, "\ufdfa" * 9000, string.printable * 90]
)
def test_what_is_read_is_bounded_by_the_limit(text: str) -> None:
    assert len(SPELLER.read(text).words) <= 3 * LONGEST


@pytest.mark.parametrize(("a", "b"), [("kiling", "killing"), ("killlng", "killing"), ("iklling", "killing")])
def test_one_slip_is_one_letter_or_one_swap(a: str, b: str) -> None:
    assert is_one_slip(a, b)
    assert not is_one_slip(b, b)
    assert not is_one_slip("kling", "killing")
