"""Where help must hold: the person's own country and state, unless the message names another.

Austin, Victoria and Jersey are also people and shirts: such words are a place only where the message uses them as one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.people import Profile
from bot.care.search_phrases import Phrases
from bot.care.search_reading import Question

DOUBT = ("words", "before", "after", "never_before")
"""The lists of `[in_doubt]`: the words, and the neighbours that make a place of them or keep them from being one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166-1 alpha-2) and what is known of the state, province or nation in it; `named` by the message."""

    country: str
    regions: frozenset[str]
    named: bool = False


@dataclass(frozen=True)
class Places:
    """The words that give a country or a region away."""

    countries: Mapping[str, Phrases]
    regions: Mapping[str, Mapping[str, Phrases]]
    doubtful: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    never_before: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, content: Mapping[str, Mapping[str, str]]) -> Self:
        """Read `places.toml`."""
        countries = {code: Phrases.parse(said) for code, said in content["countries"].items()}
        regions = {
            country: {name: Phrases.parse(said) for name, said in table.items()}
            for country, table in content.items()
            if country not in ("countries", "in_doubt")
        }
        doubt = {name: frozenset(said.split()) for name, said in content.get("in_doubt", {}).items()}
        return cls(countries, regions, *(doubt.get(name, frozenset()) for name in DOUBT))

    def of(self, question: Question, profile: Profile) -> Place:
        """Where the answer must hold. A region of the person's own country wins over another country's name."""
        home = frozenset((profile.region,)) if profile.region else frozenset()
        words = self._without_doubtful(question.words)
        here = self._named(words, profile.country)
        if here:
            return Place(profile.country, here & home or here, named=True)
        for country, said in self.countries.items():
            if country != profile.country and said.find(words):
                return Place(country, self._named(words, country), named=True)
        return Place(profile.country, home)

    def _named(self, words: tuple[str, ...], country: str) -> frozenset[str]:
        regions = self.regions.get(country, {})
        return frozenset(name for name, said in regions.items() if said.find(words))

    def _without_doubtful(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words, with a gap where one that is rarely a place stands neither behind "in" nor before "police"."""
        padded = ("", *words, "")
        return tuple(
            word
            if word not in self.doubtful
            or ((before in self.before or after in self.after) and after not in self.never_before)
            else ""
            for before, word, after in zip(padded, words, padded[2:], strict=False)
        )
