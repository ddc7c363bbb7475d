"""Phrases by meaning: what a person plausibly types in the middle of a conversation, in any of our languages.

How a phrase is written in `heard.toml`: "called" is a whole message, "called ..." its beginning, "... called ..." stands
anywhere and "... called" at the end; a slash parts words either of which will do ("he/she", "i_am/im"), * is any one
word. A phrase after "!" takes the meaning back. What stands in the middle is not heard where a denial is just before it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from bot.care.typed import folded

WHOLE, LONG = 60, 120  # characters; in a longer message a phrase is part of a story
NEAR = 3  # words before a phrase in which a denial takes it back
_CLAUSE = re.compile(r"[.,;:!?\n…]+|\b(?:but|pero|and|y|because|porque|aunque)\b")
_WORD = re.compile(r"[\w/*]+")
_NO_ONE = re.compile(r"\bno one\b")


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of heard.toml, as a regular expression."""

    expression: str
    whole: bool
    guarded: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """Ready to look for. Two thousand of them take a tenth of a second, for which nobody waits at the start."""
        return _compiled(self.expression)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What says it in one language, and what takes it back."""

    lang: str
    name: str
    phrases: tuple[Phrase, ...]
    unless: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """All meanings in the order written, the graver ones first."""

    meanings: tuple[Meaning, ...]
    denials: Mapping[str, frozenset[str]] = field(default_factory=dict)
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()

    def warm_up(self) -> None:
        """Make every phrase ready, on a thread."""
        for one in self.meanings:
            for phrase in (*one.phrases, *one.unless):
                phrase.pattern  # noqa: B018  kept by what makes it

    def means(self, name: str, text: str) -> bool:
        """Whether the message says this one meaning; every message is asked, so the others are left alone."""
        only = replace(self, meanings=tuple(one for one in self.meanings if one.name == name))
        return bool(only.wholly(text) or only.partly(text))

    def wholly(self, text: str) -> tuple[str, ...]:
        """The meanings that the whole message says, with or without an "ok" before or a "now" behind it."""
        if len(text) > WHOLE:
            return ()
        forms = {_read(text), self.bare(text)} - {""}
        return self._named(one for one in self.meanings if any(_is(one.phrases, said) for said in forms))

    def partly(self, text: str) -> tuple[str, ...]:
        """The meanings that stand at the beginning or anywhere in a short message."""
        if len(text) > LONG:
            return ()
        said = tuple(dict.fromkeys((_read(text), self.bare(text))))
        clauses = [part for part in map(_read, _CLAUSE.split(text.casefold())) if part]
        return self._named(one for one in self.meanings if self._stands(one, said, clauses))

    def bare(self, text: str) -> str:
        """The words without what people only put around them ("ok ...", "... please")."""
        words = _read(text).split()
        while len(words) > 1 and words[0] in self.before:
            words = words[1:]
        while len(words) > 1 and words[-1] in self.after:
            words = words[:-1]
        return " ".join(words)

    def _named(self, found: Iterable[Meaning]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.name for one in found))

    def _stands(self, one: Meaning, said: Sequence[str], clauses: Sequence[str]) -> bool:
        if any(phrase.pattern.search(form) for phrase in one.unless for form in said):
            return False
        loose = [phrase for phrase in one.phrases if not phrase.whole]
        begun = any(phrase.pattern.search(form) for phrase in loose if not phrase.guarded for form in said)
        return begun or any(self._found(phrase, one.lang, clauses) for phrase in loose if phrase.guarded)

    def _found(self, phrase: Phrase, lang: str, clauses: Sequence[str]) -> bool:
        for clause in clauses:
            for found in phrase.pattern.finditer(clause):
                near = clause[: found.start()].split()[-NEAR:]
                if self.denials.get(lang, frozenset()).isdisjoint(near):
                    return True
        return False


def parse_heard(content: Mapping[str, Any]) -> Heard:
    """Read heard.toml. Raises ValueError naming the meaning and the phrase at fault."""
    words = content.get("words", {})
    meanings = []
    for name, tables in content.items():
        if name == "words":
            continue
        for lang, lines in tables.items():
            read = [(line.startswith("!"), _phrase(name, line.removeprefix("!").strip())) for line in lines]
            says, unless = ([one for is_not, one in read if is_not is kind] for kind in (False, True))
            meanings.append(Meaning(lang, name, tuple(says), tuple(unless)))
    return Heard(
        tuple(meanings),
        {lang: frozenset(denials) for lang, denials in words.get("denials", {}).items()},
        frozenset(words.get("before", ())),
        frozenset(words.get("after", ())),
    )


def _is(phrases: Iterable[Phrase], said: str) -> bool:
    return any(phrase.pattern.fullmatch(said) for phrase in phrases)


def _read(text: str) -> str:
    return _NO_ONE.sub("noone", folded(text))


def _phrase(name: str, line: str) -> Phrase:
    body = _NO_ONE.sub("noone", line.removeprefix("...").removesuffix("...").strip())
    words = body.split()
    if not words or any(not _WORD.fullmatch(word) or word != _plain(word) for word in words):
        raise ValueError(f"heard.toml [{name}]: write {line!r} in small letters, without accents or signs")
    open_before, open_after = line.startswith("..."), line.endswith("...")
    pattern = r"(?<!\w)" if open_before else r"\A"
    pattern += " ".join(_any_of(word) for word in words)
    pattern += r"(?!\w)" if open_after else r"\Z"
    return Phrase(pattern, not (open_before or open_after), open_before)


def _plain(word: str) -> str:
    return "/".join(
        "*" if one == "*" else folded(one.replace("_", " ")).replace(" ", "_") for one in word.split("/")
    )


def _any_of(word: str) -> str:
    if word == "*":
        return r"\w+"
    return "(?:" + "|".join(re.escape(one.replace("_", " ")) for one in word.split("/")) + ")"
