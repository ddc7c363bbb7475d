"""Reads a question through haste, slang and two languages: words, their stems, and the concepts behind them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

_Key = TypeVar("_Key", str, tuple[str, ...])

BEGINNING, ENDING = 900, 500
"""Characters read of a message, from its beginning and its end: what people need stands there, and a letter of
4,096 must not hold up everybody else for longer than a few milliseconds."""
REMEMBERED = 20_000
"""Words whose concepts and stems are kept; what strangers type must not fill the memory."""
SHORT = 7
"""Letters below which a word may be one slip from the one that is meant; longer ones two."""
FIXED_AT_MOST = 6
"""Unknown words of one message that are looked up for misspelling; each costs a walk over the vocabulary."""

_WORD = re.compile(r"[^\W_]+")
_JOINED = (
    (re.compile(r"\b(do|does|did|is|are|was|were|have|has|had|would|could|should) not\b"), r"\1nt"),
    (re.compile(r"\b(?:cannot|can not)\b"), "cant"),
    (re.compile(r"\bwill not\b"), "wont"),
)
_APOSTROPHES = re.compile("['\u2019\u2018\u02bc\u00b4`]")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_MARKS = re.compile("[\u0300-\u036f]+")
_SPANISH_MARKS = re.compile("[ñ¿¡áéíóú]")


@dataclass(frozen=True, slots=True)
class Question:
    """What a message says, as the search sees it. `terms` are stems of the words that matter, in order;
    `typed` are the words before any misspelling was mended; `asking` says whether there is a question mark."""

    words: tuple[str, ...]
    terms: tuple[str, ...]
    concepts: frozenset[str]
    spanish: bool
    typed: tuple[str, ...] = ()
    asking: bool = False


def fold(text: str) -> list[str]:
    """Lower-case words without accents, apostrophes and stretched letters."""
    if len(text) > BEGINNING + ENDING:
        text = f"{text[:BEGINNING]} {text[-ENDING:]}"
    plain = text.casefold()
    if not plain.isascii():
        plain = _APOSTROPHES.sub("", _MARKS.sub("", unicodedata.normalize("NFKD", plain)))
    plain = plain.replace("'", "").replace("`", "")
    if "." in plain:
        plain = _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", plain)
    joined = _STRETCHED.sub(r"\1\1", " ".join(_WORD.findall(plain)))
    if "not" in joined:
        for pattern, instead in _JOINED:
            joined = pattern.sub(instead, joined)
    return joined.split()


@lru_cache(maxsize=REMEMBERED)
def _stem(word: str, language: str) -> str:
    return str(snowballstemmer.stemmer(language).stemWord(word))


@dataclass(frozen=True)
class Concepts:
    """Words, beginnings of words and phrases, each with the concepts they stand for."""

    words: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], frozenset[str]]
    _longest: Mapping[str, int]
    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, content: Mapping[str, Mapping[str, str]]) -> "Concepts":
        """Read `concepts.toml`. Raises ValueError naming the concept with an empty word."""
        words: dict[str, set[str]] = {}
        beginnings: dict[str, set[str]] = {}
        phrases: dict[tuple[str, ...], set[str]] = {}
        for section in content.values():
            for name, said in section.items():
                for one in said.split(","):
                    parts = tuple(_rejoin(fold(one)))
                    if not parts:
                        raise ValueError(f"concepts.toml {name}: an empty word between commas")
                    if len(parts) > 1:
                        phrases.setdefault(parts, set()).add(name)
                    elif one.strip().endswith("*"):
                        beginnings.setdefault(parts[0], set()).add(name)
                    else:
                        words.setdefault(parts[0], set()).add(name)
        longest: dict[str, int] = {}
        for phrase in phrases:
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
        return cls(_frozen(words), _frozen(beginnings), _frozen(phrases), longest)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that is spelt out in full; a misspelt one may be read as one of them."""
        whole = {word for phrase in self.phrases for word in phrase}
        return frozenset(whole | self.words.keys() | {word for word in self.beginnings if len(word) > 4})

    def of_word(self, word: str) -> frozenset[str]:
        """The concepts of one word."""
        known = self._known.get(word)
        if known is None:
            known = self.words.get(word, frozenset())
            for end in range(2, len(word) + 1):
                known |= self.beginnings.get(word[:end], frozenset())
            if len(self._known) < REMEMBERED:
                self._known[word] = known
        return known

    def of(self, words: list[str]) -> frozenset[str]:
        """The concepts of all the words and of the phrases they form."""
        found: set[str] = set()
        for at, word in enumerate(words):
            if concepts := self.of_word(word):
                found |= concepts
            if longest := self._longest.get(word):
                for size in range(2, min(longest, len(words) - at) + 1):
                    found |= self.phrases.get(tuple(words[at : at + size]), frozenset())
        return frozenset(found)


def _rejoin(words: list[str]) -> list[str]:
    """ "sheriff s office" was written without its apostrophe: "sheriffs office"."""
    joined: list[str] = []
    for word in words:
        if joined and word in {"s", "t"}:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _frozen(found: dict[_Key, set[str]]) -> dict[_Key, frozenset[str]]:
    return {key: frozenset(names) for key, names in found.items()}


@dataclass(frozen=True)
class Reader:
    """Turns messages into questions; knows the concepts, the small words and every word of the content.

    `spellings` are the words a misspelt one may be meant to be, with how often they are said; `known` are those that
    are never taken for misspelt.
    """

    concepts: Concepts
    small: Mapping[str, frozenset[str]]
    shorthand: Mapping[str, str]
    known: frozenset[str]
    spellings: Mapping[str, int]
    _by_length: dict[int, list[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lengths: dict[int, list[str]] = {}
        for word in sorted(self.spellings):
            lengths.setdefault(len(word), []).append(word)
        object.__setattr__(self, "_by_length", lengths)

    def read(self, text: str, folded: list[str] | None = None) -> Question:
        """The question behind `text`, any string at all; `folded` are its words if they are known already."""
        words = [
            part
            for word in (fold(text) if folded is None else folded)
            for part in self.shorthand.get(word, word).split()
        ]
        typed = tuple(words)
        spanish = self._is_spanish(words, text)
        left = FIXED_AT_MOST
        for at, word in enumerate(words):
            if left and self._is_odd(word):
                words[at] = self._spelt(word)
                left -= 1
        language = "spanish" if spanish else "english"
        small = self.small["es" if spanish else "en"]
        terms = tuple(_stem(word, language) for word in words if word not in small)
        return Question(tuple(words), terms, self.concepts.of(words), spanish, typed, "?" in text)

    def _is_spanish(self, words: list[str], text: str) -> bool:
        es, en = self.small["es"], self.small["en"]
        telling = sum((word in es) - (word in en) for word in words)
        return telling > 0 or (telling == 0 and bool(_SPANISH_MARKS.search(text.casefold())))

    def _is_odd(self, word: str) -> bool:
        return (
            len(word) > 3
            and word.isalpha()
            and word not in self.known
            and not any(word in small for small in self.small.values())
            and not self.concepts.of_word(word)
        )

    def _spelt(self, word: str) -> str:
        """The known word this one is a slip of, or the word itself."""
        slips = 1 if len(word) < SHORT else 2
        near = [
            one
            for size in range(len(word) - slips, len(word) + slips + 1)
            for one in self._by_length.get(size, ())
        ]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=8)
        same_start = [
            (distance, -self.spellings[one], one) for one, distance, _ in found if one[0] == word[0]
        ]
        return min(same_start)[2] if same_start else word
