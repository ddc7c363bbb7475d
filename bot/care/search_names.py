"""Named look-ups: somebody who asks for a line by its name gets that line first, also when they misspell it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.care.search_entries import Entry
from bot.care.search_phrases import phrases
from bot.care.search_reading import Question, fold

MISSPELT_AT_MOST = 7
"""Words of a message in which a misspelt name is looked for."""
SHORTEST, ALIKE = 6, 84.0
"""Letters of a name that may be misspelt, and how alike (0 to 100) the message must be."""
HALF = 0.5
"""The share of a message that a name must be when it is also what people say of other things."""


@dataclass(frozen=True)
class Names:
    """The names of entries as folded words, by their first words."""

    names: Mapping[tuple[str, ...], tuple[str, ...]]
    longest: Mapping[str, int]
    long: tuple[str, ...]
    around: frozenset[str]
    ambiguous: frozenset[tuple[str, ...]]

    @classmethod
    def parse(
        cls, entries: Collection[Entry], more: Mapping[str, str], around: frozenset[str], ambiguous: str
    ) -> Self:
        """Names from the records and from `names.toml`."""
        found: dict[tuple[str, ...], list[str]] = {}
        for entry in entries:
            if entry.kind == "article":
                continue
            for name in _spellings(entry, more.get(entry.id, "")):
                if name:
                    found.setdefault(name, []).append(entry.id)
        names = {name: tuple(dict.fromkeys(ids)) for name, ids in found.items()}
        taught = {entry.id for entry in entries if entry.asks}
        long = tuple(
            sorted(
                " ".join(name)
                for name, ids in names.items()
                if len(" ".join(name)) >= SHORTEST and taught & set(ids)
            )
        )
        longest: dict[str, int] = {}
        for name in names:
            longest[name[0]] = max(longest.get(name[0], 0), len(name))
        return cls(names, longest, long, around, frozenset(words for words, _ in phrases(ambiguous)))

    def of(self, question: Question) -> list[tuple[str, float]]:
        """Ids named in the message with the share of it that the name is, longest names first."""
        words = question.words
        hits: dict[str, float] = {}
        total = max(len(question.terms), 1)
        at = 0
        while at < len(words):
            size = self._size(words, at)
            name = words[at : at + size]
            share = min(1.0, size / total)
            if size and (name not in self.ambiguous or share > HALF):
                hits |= {one: max(hits.get(one, 0.0), share) for one in self.names[name]}
            at += size or 1
        if not hits and 0 < len(words) <= MISSPELT_AT_MOST:
            hits = self._misspelt(question.typed)
        return sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))

    def looked_up(self, question: Question, share: float) -> bool:
        """Whether a name of that share is most of what the message asks, words like "number for" aside."""
        asked = sum(word not in self.around for word in question.terms)
        return 2 * share * len(question.terms) >= asked

    def _size(self, words: tuple[str, ...], at: int) -> int:
        """How many words from there on are a name; the longest, 0 for none."""
        most = min(self.longest.get(words[at], 0), len(words) - at)
        return next((size for size in range(most, 0, -1) if words[at : at + size] in self.names), 0)

    def _is_around(self, word: str) -> bool:
        """Whether the word is one that stands around names, with a slip perhaps: "nubmer", "contct"."""
        return word in self.around or (
            len(word) > 4
            and process.extractOne(word, self.around, scorer=OSA.distance, score_cutoff=1) is not None
        )

    def _misspelt(self, typed: tuple[str, ...]) -> dict[str, float]:
        """A short message that is nearly a name, whatever it says of numbers and phones."""
        said = " ".join(word for word in typed if not self._is_around(word))
        if len(said) < SHORTEST:
            return {}
        near = process.extractOne(said, self.long, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return dict.fromkeys(self.names[tuple(near[0].split())], 0.9) if near else {}


def _spellings(entry: Entry, more: str) -> list[tuple[str, ...]]:
    names = [*entry.names, *more.split(",")]
    found = []
    for name in names:
        whole = name.partition("(")[0] if not name.startswith("(") else name
        inside = name.partition("(")[2].rstrip(") ")
        for one in (whole, inside if inside.isupper() and len(inside) > 2 else "", name):
            words = tuple(fold(one))
            found.append(words)
            if words[:1] == ("the",) and len(words) > 2:
                found.append(words[1:])
    return found
