"""Moves typed instead of tapped: going on, back, more, a place in a list, a tool by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.care.typed import SHORT, folded

CITIES = "cities"
NAMED = ("tools", "times", "rota", "talks", "within")
BUT = frozenset({"but", "pero", "not", "no", "never", "dont", "cant", "aunque", "sin", "without"})


@dataclass(frozen=True, slots=True)
class Moves:
    """Messages, folded. One may be several moves: the screen it was typed at knows which it has.

    `tools` of /calm, `times` of the day ("360-660", minutes) and `rota` ("pattern:dupont", "own:DD--") are by name.
    """

    moves: Mapping[str, tuple[str, ...]]
    places: Mapping[str, int]
    small: frozenset[str]
    tools: Mapping[str, str]
    times: Mapping[str, str]
    rota: Mapping[str, str]
    talks: Mapping[str, str]
    within: Mapping[str, str]
    regions: Mapping[str, Mapping[str, str]]
    heavy: frozenset[str] = frozenset()
    wary: frozenset[str] = frozenset()

    def meant(self, text: str) -> tuple[str, ...]:
        """The moves this message may be."""
        return self.moves.get(folded(text), ()) if len(text) <= SHORT else ()

    def place(self, text: str) -> int | None:
        """ "2", "the second one", "la 2": which of a list, from 1; None for anything else."""
        if len(text) > SHORT:
            return None
        said = folded(text).split()
        words = [word for word in said if word not in self.small] or said[-1:]
        return self.places.get(words[0]) if len(words) == 1 else None

    def is_heavy(self, text: str) -> bool:
        """Whether it holds what makes a call a rough one, and not "we got slaughtered" at softball."""
        return bool(self.heavy & set(folded(text).split()))

    def is_wary_of(self, text: str) -> bool:
        """Whether it holds a word that nobody takes for chatter."""
        return bool(self.wary & set(folded(text).split()))

    def talk(self, text: str) -> str:
        """ "bye", "news" or "hello" for small talk; "" for anything else."""
        said = folded(text)
        whole = self.talks.get(said, "") if len(text) <= SHORT else ""
        if whole or len(text) > 2 * SHORT or set(said.split()) & BUT:
            return whole
        return next((talk for phrase, talk in self.within.items() if f" {phrase} " in f" {said} "), "")

    def region(self, text: str, country: str) -> str:
        """The state of this country that is named, by itself or by a city, and nothing else is said; or ""."""
        known = self.regions.get(country, {})
        parts = [folded(part) for part in text.split(",")] if len(text) <= SHORT else []
        found = [known.get(part.removeprefix("in ").removeprefix("en "), "") for part in parts]
        return next(filter(None, reversed(found)), "")

    def tool(self, text: str) -> str:
        """The tool of /calm that goes by this name, or ""."""
        return self.tools.get(folded(text), "") if len(text) <= SHORT else ""


def parse_moves(content: Mapping[str, Any], regions: Mapping[str, Mapping[str, str]] | None = None) -> Moves:
    """Read moves.toml; `regions` are the states of each country by their folded names, to which it adds cities.

    Raises ValueError for a message that is not folded, or one that goes by two names.
    """
    moves: dict[str, tuple[str, ...]] = {}
    places: dict[str, int] = {}
    named: dict[str, dict[str, str]] = {kind: {} for kind in NAMED}
    small: set[str] = set()
    heavy: set[str] = set()
    wary: set[str] = set()
    states = {code: dict(named) for code, named in (regions or {}).items()}
    for lang, tables in content.items():
        if lang == CITIES:
            _add_cities(states, tables)
            continue
        for move, messages in tables["moves"].items():
            for message in _whole(lang, messages):
                moves[message] = tuple(dict.fromkeys((*moves.get(message, ()), move)))
        for number, messages in enumerate(tables["places"], 1):
            places |= dict.fromkeys(_whole(lang, messages), number)
        for kind, found in named.items():
            for name, messages in tables.get(kind, {}).items():
                for message in _whole(lang, messages):
                    if found.setdefault(message, name) != name:
                        raise ValueError(
                            f"moves.toml [{lang}.{kind}]: {message!r} is {name} and {found[message]}"
                        )
        small |= set(_whole(lang, tables["small"]))
        wary |= set(_whole(lang, tables.get("wary", [])))
        heavy |= set(_whole(lang, tables.get("heavy", [])))
    return Moves(
        moves, places, frozenset(small), **named, regions=states, heavy=frozenset(heavy), wary=frozenset(wary)
    )


def _add_cities(states: dict[str, dict[str, str]], tables: Mapping[str, Mapping[str, list[str]]]) -> None:
    for country, named in tables.items():
        for state, cities in named.items():
            states.setdefault(country, {}).update(dict.fromkeys(_whole(CITIES, cities), state))


def _whole(lang: str, messages: list[str]) -> list[str]:
    for message in messages:
        if message != folded(message):
            raise ValueError(f"moves.toml [{lang}]: write {message!r} as {folded(message)!r}")
    return messages
