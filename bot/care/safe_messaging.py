"""Reads what a coordinator wrote before it goes to many: finds what may hurt or mislead, each with what to write instead.

It judges words, never people: nothing here decides whether somebody is in danger.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.care.reading_grade import HARDEST, grade

SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
NUMBERS = re.compile(
    r"\d+(?:[.,]\d+)?\s?(?:%|percent\b|por ciento\b)"
    r"|\b(?:\d+|one|two|three|nine)\s+(?:in|out of)\s+(?:\d+|four|five|seven|ten)\b"
    r"|\b(?:\d+|uno|una|dos|tres|nueve)\s+de\s+cada\s+(?:\d+|cuatro|cinco|siete|diez)\b"
    r"|\b(?:twice|three times)\s+as\b|\bel doble de\b"
)
LINK = re.compile(r"(?:https?://|www\.)[^\s<>()\"']+", re.IGNORECASE)
BARE = re.compile(r"(?<![\w@./])([a-z0-9-]+(?:\.[a-z]{2,})+)(/[^\s<>()\"']*)?", re.IGNORECASE)
MENTION = re.compile(r"(?<![\w@./])@\w{4,}")
OWN_DANGER = "own-danger"  # the rule for words in which the writer is the one in danger
QUOTED = 60  # characters of the text that a finding shows


class LintError(ValueError):
    """Rules that cannot be used. Its text names the rule and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `rule` names its two sentences; `quote` is the place in the text, "" when it is all of it."""

    rule: str
    quote: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule about phrases, ready to look."""

    id: str
    blocks: bool
    found: tuple[re.Pattern[str], ...]
    near: re.Pattern[str] | None
    lifted: re.Pattern[str] | None


class Linter:
    """The rules of one file. Reads both languages always: people mix them."""

    def __init__(self, rules: Sequence[Rule], words: dict[str, list[str]]) -> None:
        """Use `parse`."""
        self._rules = rules
        self._words = words
        self._suicide, self._place = _any(words["suicide"]), _any(words["place"])
        self._sources = _any(words["sources"])
        ranks = "|".join(map(re.escape, sorted(words["ranks"], key=len, reverse=True)))
        self._named = re.compile(rf"\b(?:{ranks})\b\.?\s+(\w[\w'-]+)", re.IGNORECASE)

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of everything that can be found."""
        return (*(rule.id for rule in self._rules), *CODED)

    def look(self, text: str, lang: str = "en", links: Iterable[str] = ()) -> tuple[Finding, ...]:
        """What is in the text, what must change first; each rule once. `links` hide behind words of it."""
        folded = fold(text)
        found = [*self._phrases(text, folded), *self._coded(text, folded, lang, tuple(links))]
        once = {one.rule: one for one in reversed(found)}
        return tuple(
            sorted((one for one in once.values()), key=lambda one: (not one.blocks, found.index(one)))
        )

    def _phrases(self, text: str, folded: str) -> Iterator[Finding]:
        for rule in self._rules:
            if rule.lifted is not None and rule.lifted.search(folded):
                continue
            for start, end in _sentences(folded):
                sentence = folded[start:end]
                if rule.near is not None and not rule.near.search(sentence):
                    continue
                match = next((hit for one in rule.found if (hit := one.search(sentence))), None)
                if match is not None:
                    yield Finding(
                        rule.id, _quote(text, start + match.start(), start + match.end()), rule.blocks
                    )
                    break

    def _coded(self, text: str, folded: str, lang: str, links: tuple[str, ...]) -> Iterator[Finding]:
        about_suicide = self._suicide.search(folded) is not None
        yield from self._links(text, links)
        yield from self._people(text, about_suicide)
        if not self._place.search(folded):
            yield Finding("place", "", about_suicide)
        number = NUMBERS.search(folded)
        if number is not None and not self._sources.search(folded):
            yield Finding("statistics", _quote(text, number.start(), number.end()), blocks=False)
        if grade(text, lang) > HARDEST:
            yield Finding("grade", "", blocks=False)

    def _links(self, text: str, links: tuple[str, ...]) -> Iterator[Finding]:
        written = [match.group() for match in (*LINK.finditer(text), *BARE.finditer(text))]
        for link in (*links, *written):
            small = link.lower()
            host = re.sub(r"^(?:https?://)?(?:www\.)?", "", small).partition("/")[0]
            if host in self._words["shorteners"] or any(one in small for one in self._words["trackers"]):
                yield Finding("tracking", link[:QUOTED], blocks=True)
            elif small.startswith("http://"):
                yield Finding("plain-link", link[:QUOTED], blocks=False)

    def _people(self, text: str, about_suicide: bool) -> Iterator[Finding]:
        mention = MENTION.search(text)
        if mention is not None:
            yield Finding("person", mention.group(), blocks=True)
        for match in self._named.finditer(text):
            name = match.group(1)
            if name[0].isupper() and not name.isupper() and fold(name) not in self._words["no_names"]:
                yield Finding("person", _quote(text, match.start(), match.end()), about_suicide)


CODED = ("tracking", "plain-link", "person", "place", "statistics", "grade")


def parse(content: str) -> Linter:
    """The linter of a TOML text. Raises LintError."""
    try:
        table = tomllib.loads(content)
        words = {name: [str(word) for word in listed] for name, listed in table["words"].items()}
        return Linter([_rule(one) for one in table["rule"]], words)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise LintError(f"safe_messaging.toml: {error}") from error


def fold(text: str) -> str:
    """Small letters without accents, straight quotes; every character keeps its place."""
    return "".join(map(_fold, text))


def _fold(char: str) -> str:
    if char in "‘’ʼ`´":
        return "'"
    plain = unicodedata.normalize("NFKD", char)[:1].lower()
    return plain if len(plain) == 1 else char


def _rule(table: dict[str, Any]) -> Rule:
    found = [_any(table["phrases"]), *(re.compile(one) for one in table.get("patterns", ()))]
    near, lifted = table.get("with"), table.get("unless")
    return Rule(
        str(table["id"]),
        bool(table["blocks"]),
        tuple(found),
        _any(near) if near else None,
        _any(lifted) if lifted else None,
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Whole words; a star at the end of a word is any ending, a star alone any word."""
    parts = [
        r"\s+".join(
            r"\w+" if word == "*" else re.escape(fold(word)).replace(r"\*", r"\w*") for word in phrase.split()
        )
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _sentences(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in SENTENCE.finditer(folded):
        yield start, gap.start()
        start = gap.end()
    yield start, len(folded)


def _quote(text: str, start: int, end: int) -> str:
    return text[start:end][:QUOTED]
