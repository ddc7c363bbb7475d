"""Countries a message names in passing ("I live in Sydney"): a hint for a button, never a change by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.care.typed import folded


@dataclass(frozen=True, slots=True)
class SaidCountries:
    """Countries by the one or two words that name them or a place there."""

    by_words: Mapping[str, str]

    def of(self, text: str) -> tuple[str, ...]:
        """The countries named in the first 160 characters, each once, in order. "Northern Ireland" is not Ireland."""
        words = folded(text).split()
        pairs = [f"{a} {b}" for a, b in pairwise(words)]
        within = {word for pair in pairs if pair in self.by_words for word in pair.split()}
        said = [
            *(pair for pair in pairs if pair in self.by_words),
            *(one for one in words if one not in within),
        ]
        return tuple(dict.fromkeys(self.by_words[one] for one in said if one in self.by_words))


def parse_said_countries(content: Mapping[str, Sequence[str]]) -> SaidCountries:
    """Read said_countries.toml. Raises ValueError for words that are not folded, or of two countries."""
    by_words: dict[str, str] = {}
    for code, names in content.items():
        for name in names:
            if name != folded(name) or len(name.split()) > 2 or by_words.setdefault(name, code) != code:
                raise ValueError(f"said_countries.toml {code}: {name!r} is not plain, or of two countries")
    return SaidCountries(by_words)
