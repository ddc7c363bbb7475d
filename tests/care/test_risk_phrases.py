"""The phrase finder finds what is written in the content folder, and nothing makes it slow."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.risk_content import Phrase
from bot.care.risk_phrases import MOST_FOUND, Automaton, PhraseError, Step, parse_phrase
from bot.care.risk_reading import STOP
from tests.eval.risk_report import CONTENT, load_screen

BOOK = load_screen().book
EVAL = Path(__file__).parents[1] / "eval"
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


SMALL_ENGLISH = """
a an the this that these those it its i you he she we they me him them us my your his her our their to of in on
at for from with by as and or but if so than when who what which is am are was were be been being do does did
has have had will would can could should may not no there then just too very about into up out off over
"""
SMALL_SPANISH = """
el la los las un una unos unas lo le les me te se nos mi tu su mis sus yo ella de a en por para con sin y o que
si no ni ya es son fue ser estar estoy esta he ha han hay muy mas como cuando del al va
"""
FUNCTION_WORDS = {"en": frozenset(SMALL_ENGLISH.split()), "es": frozenset(SMALL_SPANISH.split())}
"""Words that say nothing by themselves; a phrase that may end in one of them says next to nothing."""

UNMISTAKABLE = (
    "gun guns kill killed die died dead hurt hit shoot shot knife matar murio muerto pistola arma golpea"
)
"""Common in a police bot, and yet never small talk."""

COMMON = 200
READ_AND_KEPT = EVAL / "risk_kept_phrases.txt"
"""Short phrases somebody read and found to be meant; the list grows by a decision and never by itself."""


def commonest(language: str) -> set[str]:
    """The commonest words of the harmless examples in one language."""
    said: Counter[str] = Counter()
    for path in sorted((CONTENT / "examples" / language).glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("none\t"):
                said.update(BOOK.speller.read(line[5:]).words)
    return {word for word, _ in said.most_common(COMMON)} - set(UNMISTAKABLE.split())


@cache
def everyday(language: str) -> frozenset[str]:
    """What anybody says all day: the commonest words of a language and its function words."""
    return frozenset(commonest(language) | FUNCTION_WORDS[language])


def _says_nothing(phrase: Phrase) -> bool:
    """Whether its last choice may be a function word that leaves two everyday words, or fewer, to be heard."""
    if phrase.strength in ("cue", "hint") or phrase.language not in FUNCTION_WORDS:
        return False
    small, said = FUNCTION_WORDS[phrase.language], everyday(phrase.language)
    *before, last = (step.words for step in phrase.steps if step.words and not step.optional)
    if not last & small or last <= small:
        return False
    spoken = [words for words in before if not words & small]
    return all(words & said for words in before) and len(spoken) <= 2


def test_no_phrase_is_heard_by_two_everyday_words_and_a_stray_small_one() -> None:
    heard = {phrase.name.partition(": ")[2] for phrase in BOOK.phrases if _says_nothing(phrase)}
    kept = {line for line in READ_AND_KEPT.read_text(encoding="utf-8").splitlines() if line[:1] != "#"}
    assert heard - kept == set(), "a choice like `tomorrow/a` alone matches anything: write the whole phrase"
    assert kept - heard == set(), "no longer needs to be kept"


@pytest.mark.parametrize(
    "text",
    [
        "I don't want a counselor who has never met a cop",
        "I taste metal whenever the tones go off",
        "took the rest of the day off",
        "I took everything in on the first day of court",
        "he doesn't want to be a sergeant",
        "She says she will be late",
        "I'm about to do my first ride along",
        "my pistol is at the shop, they can't fix it before friday",
        "thinking about going into detectives",
        "what should I take with me to the exam",
        "I'm ok with not being promoted",
        "I'd be dead if it weren't for my vest",
        "las pastillas ya no me dan sueño",
        "no quiero estar en ese turno",
        "me da igual si es por video",
        "j'ai pris mes médicaments ce matin",
        "não quero estar de plantão",
    ],
)
def test_a_phrase_that_once_matched_on_small_words_stays_silent(text: str) -> None:
    words = BOOK.speller.read(text).words
    heard = [BOOK.phrases[one.phrase] for one in BOOK.automaton.find(words)]
    assert not [phrase.name for phrase in heard if phrase.strength not in ("cue", "hint")]


@pytest.mark.parametrize("text", ["want to taste the metal", "the gun in my mouth, tasted the metal"])
def test_the_taste_of_a_gun_is_still_heard(text: str) -> None:
    words = BOOK.speller.read(text).words
    assert "crisis" in {BOOK.phrases[one.phrase].strength for one in BOOK.automaton.find(words)}
