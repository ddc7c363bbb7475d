"""Reads the content of the risk screen, phrases and word lists, from file texts already in memory."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.care.risk_context import Surroundings, Who
from bot.care.risk_phrases import Automaton, PhraseError, Step, parse_phrase
from bot.care.risk_reading import Speller
from bot.care.risk_verdict import Level

STRENGTHS = ("crisis", "concern", "ask", "hint", "cue")
"""What a phrase earns where it stands; a hint is evidence for the second opinion, a cue says what the talk is about."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the content folder: what it is called, what it means, and whose danger it speaks of."""

    name: str
    text: str
    group: str
    level: Level
    strength: str
    who: Who
    topic: str
    deniable: bool
    plain: bool
    language: str
    steps: tuple[Step, ...]
    own_words: frozenset[str]

    @property
    def cue(self) -> str:
        """What a cue phrase is a sign of: "work", "past", "fiction" and so on."""
        return self.group.partition("/cue-")[2]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Everything the screen reads with, checked and built."""

    speller: Speller
    surroundings: Surroundings
    phrases: tuple[Phrase, ...]
    automaton: Automaton

    @classmethod
    def parse(cls, files: Mapping[str, str | bytes]) -> Self:
        """Read `words.toml`, `context.toml` and `phrases/**/*.toml`; names are paths inside `bot/content/risk`.

        Raises KeyError for a missing file or field and PhraseError for a phrase that cannot be read.
        """
        words = _toml(files["words.toml"])
        lists = {name: tuple(text.split()) for name, text in words["lists"].items()}
        plain = _speller(words, ())
        phrases = tuple(
            phrase
            for path in sorted(files)
            if path.startswith("phrases/") and path.endswith(".toml")
            for phrase in _phrases(_toml(files[path]), lists, plain)
        )
        used = {word for phrase in phrases for step in phrase.steps for word in step.words}
        context = _toml(files["context.toml"])
        context.pop("reviewed_by")
        surroundings = Surroundings({name: frozenset(text.split()) for name, text in context.items()})
        return cls(_speller(words, used), surroundings, phrases, Automaton.build(p.steps for p in phrases))


def _toml(text: str | bytes) -> dict[str, Any]:
    return tomllib.loads(text.decode("utf-8") if isinstance(text, bytes) else text)


def _speller(words: Mapping[str, Any], used: Iterable[str]) -> Speller:
    return Speller.build(
        opens=words["opens"],
        mendable=[word for text in words["mended"].values() for word in text.split()],
        ordinary=[*words["ordinary"]["words"].split(), *used],
        emoji=words["emoji"],
    )


def _phrases(page: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]], speller: Speller) -> list[Phrase]:
    phrases: list[Phrase] = []
    for group in page["group"]:
        lines = [line.split("#")[0].strip() for line in group["phrases"].splitlines()]
        unique = dict.fromkeys(filter(None, lines))
        phrases += [_phrase(line, group, page["language"], lists, speller) for line in unique]
    return phrases


def _phrase(
    line: str, group: Mapping[str, Any], language: str, lists: Mapping[str, tuple[str, ...]], speller: Speller
) -> Phrase:
    if group["action"] not in STRENGTHS:
        raise PhraseError(f"{group['id']}: no action called {group['action']!r}")
    steps = parse_phrase(speller.fold(line), lists, speller.spell)
    return Phrase(
        name=f"{language}/{group['id']}: {line}",
        text=line,
        group=f"{language}/{group['id']}",
        level=Level(group["level"]),
        strength=group["action"],
        who=Who(group["who"]),
        topic=group.get("topic", ""),
        deniable=group.get("deniable", False),
        plain=group.get("plain", False),
        language=language,
        steps=steps,
        own_words=frozenset(word for step in steps for word in step.words),
    )
