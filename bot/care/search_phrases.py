"""Lists of phrases written as content, and whether a message is one of them or says one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_reading import fold


def phrases(said: str) -> list[tuple[tuple[str, ...], bool]]:
    """The phrases of a comma-separated list as folded words, each with whether its last word is unfinished (a star)."""
    found = []
    for one in said.split(","):
        words = tuple(fold(one))
        if words:
            found.append((words, one.strip().endswith("*")))
    return found


@dataclass(frozen=True)
class Phrases:
    """Phrases found anywhere in a text; time grows with the text, not with their number."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    open_firsts: tuple[str, ...] = ()

    @classmethod
    def parse(cls, said: str) -> Self:
        """Read a comma-separated list; a star ends an unfinished word."""
        by_first: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for words, unfinished in phrases(said):
            by_first.setdefault(words[0], []).append((words, unfinished))
        alone = tuple(
            first
            for first, found in by_first.items()
            if any(len(words) == 1 and star for words, star in found)
        )
        return cls({first: tuple(found) for first, found in by_first.items()}, alone)

    @classmethod
    def beginnings(cls, lists: Iterable["Phrases"]) -> Self:
        """The first words of them all: what holds none of these holds none of their phrases."""
        each = tuple(lists)
        firsts = {first: (((first,), False),) for one in each for first in one.by_first}
        return cls(firsts, tuple(dict.fromkeys(first for one in each for first in one.open_firsts)))

    def find(self, words: tuple[str, ...]) -> str:
        """The first phrase these words hold, as text, or "" for none."""
        if not self.open_firsts and self.by_first.keys().isdisjoint(words):
            return ""
        for at, word in enumerate(words):
            for phrase, unfinished in self.by_first.get(word, ()):
                if _stands(words[at : at + len(phrase)], phrase, unfinished=unfinished):
                    return " ".join(phrase)
            if word.startswith(self.open_firsts):
                return next(first for first in self.open_firsts if word.startswith(first))
        return ""


def _stands(here: tuple[str, ...], phrase: tuple[str, ...], *, unfinished: bool) -> bool:
    if here == phrase:
        return True
    return (
        unfinished
        and len(here) == len(phrase)
        and here[:-1] == phrase[:-1]
        and here[-1].startswith(phrase[-1])
    )
