"""Named look-ups: somebody who asks for a line by its name gets that line first, also when they misspell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from rapidfuzz.distance import OSA

from bot.care.search_entries import Entry
from bot.care.search_reading import Question, fold

_PLAIN = frozenset(("cops", "the", "eap", "cit", "mhfa", "cism"))
"""Names that are also words people use for the thing itself."""


@dataclass(frozen=True)
class Names:
    """The names of entries as folded words, by their first words."""

    names: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: int

    @classmethod
    def parse(cls, entries: Iterable[Entry], more: Mapping[str, str]) -> Self:
        """Names from the records and from `names.toml`; those that are plain words name nothing."""
        found: dict[tuple[str, ...], list[str]] = {}
        for entry in entries:
            if entry.kind == "article":
                continue
            for name in _spellings(entry, more.get(entry.id, "")):
                if name and not (len(name) == 1 and name[0] in _PLAIN):
                    found.setdefault(name, []).append(entry.id)
        names = {name: tuple(dict.fromkeys(ids)) for name, ids in found.items()}
        return cls(names, max(map(len, names), default=1))

    def of(self, question: Question) -> list[tuple[str, float]]:
        """Ids named in the message with the share of it that the name is, longest names first."""
        words = question.words
        hits: dict[str, float] = {}
        total = max(len(question.terms), 1)
        taken: set[int] = set()
        for size in range(min(self.longest, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                span = set(range(at, at + size))
                if span & taken:
                    continue
                ids = self.names.get(words[at : at + size])
                if ids:
                    taken |= span
                    for one in ids:
                        hits.setdefault(one, min(1.0, size / total))
        return sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))


def _spellings(entry: Entry, more: str) -> list[tuple[str, ...]]:
    names = [*entry.names, *more.split(",")]
    found = []
    for name in names:
        whole = name.partition("(")[0] if not name.startswith("(") else name
        inside = name.partition("(")[2].rstrip(") ")
        for one in (whole, inside if inside.isupper() else "", name):
            words = tuple(fold(one))
            found.append(words)
            if words[:1] == ("the",):
                found.append(words[1:])
    return found


def near(first: str, second: str) -> bool:
    """Whether one is a slip of the other."""
    return OSA.distance(first, second, score_cutoff=2) <= (1 if len(second) < 8 else 2)
