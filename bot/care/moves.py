"""Moves typed instead of tapped: going on, back, more, a place in a list, a tool by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.care.typed import SHORT, folded


@dataclass(frozen=True, slots=True)
class Moves:
    """Messages, folded. One may be several moves: the screen it was typed at knows which it has."""

    moves: Mapping[str, tuple[str, ...]]
    places: Mapping[str, int]
    small: frozenset[str]
    tools: Mapping[str, str]

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

    def tool(self, text: str) -> str:
        """The tool of /calm that goes by this name, or ""."""
        return self.tools.get(folded(text), "") if len(text) <= SHORT else ""


def parse_moves(content: Mapping[str, Any]) -> Moves:
    """Read moves.toml. Raises ValueError for a message that is not folded, or a tool's name given twice."""
    moves: dict[str, tuple[str, ...]] = {}
    places: dict[str, int] = {}
    tools: dict[str, str] = {}
    small: set[str] = set()
    for lang, tables in content.items():
        for move, messages in tables["moves"].items():
            for message in _whole(lang, messages):
                moves[message] = tuple(dict.fromkeys((*moves.get(message, ()), move)))
        for number, messages in enumerate(tables["places"], 1):
            places |= dict.fromkeys(_whole(lang, messages), number)
        for tool, messages in tables["tools"].items():
            for message in _whole(lang, messages):
                if tools.setdefault(message, tool) != tool:
                    raise ValueError(f"moves.toml [{lang}.tools]: {message!r} is {tool} and {tools[message]}")
        small |= set(_whole(lang, tables["small"]))
    return Moves(moves, places, frozenset(small), tools)


def _whole(lang: str, messages: list[str]) -> list[str]:
    for message in messages:
        if message != folded(message):
            raise ValueError(f"moves.toml [{lang}]: write {message!r} as {folded(message)!r}")
    return messages
