"""The phrase finder finds what is written in the content folder, and nothing makes it slow."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.risk_content import Phrase
from bot.care.risk_phrases import MOST_FOUND, Automaton, PhraseError, Step, parse_phrase
from bot.care.risk_reading import STOP
from tests.eval.risk_report import load_screen

BOOK = load_screen().book
LISTS = {"gun": ("gun", "pistol"), "my": ("my", "his")}


def spell(word: str) -> tuple[str, ...]:
    return ("going", "to") if word == "gonna" else (word,)


def build(*phrases: str) -> Automaton:
    return Automaton.build(parse_phrase(phrase, LISTS, spell) for phrase in phrases)


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("eat my {gun}", "i will eat my pistol now", True),
        ("eat (my) {gun}", "eat gun", True),
        ("put .. gun", "put the old gun", True),
        ("put .. gun", "put the very old rusty gun", False),
        ("put ... gun", "put a b c d gun", True),
        ("a/b c", "x b c", True),
        ("gonna go", "going to go", True),
        ("one two", "one . two", False),
        ("a .. a b", "a a a b", True),
        ("a (b) (c) d", "a c d", True),
        ("a (b) (c) d", "a c b d", False),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, *, found: bool) -> None:
    assert bool(build(phrase).find(text.split())) is found


def test_a_find_says_where_it_begins_and_ends() -> None:
    (found,) = build("put .. {gun} down").find(["now", "put", "the", "gun", "down", "please"])
    assert (found.start, found.end) == (1, 4)


@pytest.mark.parametrize("wrong", ["", ".. gun", "(a) b", "a (b)", "a ..", "{nothing} x", "gonna/go x"])
def test_a_phrase_that_cannot_be_read_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(PhraseError):
        parse_phrase(wrong, LISTS, spell)


def naive(steps: tuple[Step, ...], words: list[str]) -> set[int]:
    """Ends of all finds, by a plain search that may take its time."""
    pattern = ""
    for step in steps:
        choice = "|".join(map(re.escape, sorted(step.words))) or "[^. ]+"
        pattern += f"(?:(?:{choice}) )" + ("?" if step.optional else "")
    ends = set()
    for end in range(len(words)):
        text = " ".join(words[: end + 1]) + " "
        if re.search(f"(?:^|(?<= )){pattern}$", text):
            ends.add(end)
    return ends


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", STOP]), max_size=12)
STEPS = st.lists(
    st.builds(
        Step, st.sampled_from([frozenset("a"), frozenset("ab"), frozenset("cd"), frozenset()]), st.booleans()
    ),
    max_size=4,
).map(lambda middle: (Step(frozenset("ab")), *middle, Step(frozenset("bc"))))


@given(st.lists(STEPS, min_size=1, max_size=4), WORDS)
@settings(max_examples=400, deadline=None)
def test_the_row_of_bits_finds_exactly_what_a_plain_search_finds(
    phrases: list[tuple[Step, ...]], words: list[str]
) -> None:
    found = Automaton.build(phrases).find(words)
    for number, steps in enumerate(phrases):
        assert {one.end for one in found if one.phrase == number} == naive(steps, words)


def test_finds_are_capped_however_often_a_phrase_is_said() -> None:
    assert len(build("a b").find(["a", "b"] * 3000)) <= MOST_FOUND + 1


def _said(phrase: Phrase) -> list[str]:
    return [min(step.words) for step in phrase.steps if not step.optional]


def test_every_phrase_of_the_content_folder_is_found_by_itself() -> None:
    lost = [
        phrase.name
        for number, phrase in enumerate(BOOK.phrases)
        if number not in {one.phrase for one in BOOK.automaton.find(_said(phrase))}
    ]
    assert not lost


def test_every_phrase_has_its_own_name() -> None:
    names = [phrase.name for phrase in BOOK.phrases]
    assert len(names) == len(set(names))
