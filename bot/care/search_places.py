"""Where help must hold: the person's own country and state, unless the message names another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.people import Profile
from bot.care.search_phrases import Phrases
from bot.care.search_reading import Question


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

    @classmethod
    def parse(cls, content: Mapping[str, Mapping[str, str]]) -> Self:
        """Read `places.toml`."""
        countries = {code: Phrases.parse(said) for code, said in content["countries"].items()}
        regions = {
            country: {name: Phrases.parse(said) for name, said in table.items()}
            for country, table in content.items()
            if country != "countries"
        }
        return cls(countries, regions)

    def of(self, question: Question, profile: Profile) -> Place:
        """Where the answer must hold. A region of the person's own country wins over another country's name."""
        home = frozenset((profile.region,)) if profile.region else frozenset()
        here = self._named(question, profile.country)
        if here:
            return Place(profile.country, here, named=True)
        for country, said in self.countries.items():
            if country != profile.country and said.find(question.words):
                return Place(country, self._named(question, country), named=True)
        return Place(profile.country, home)

    def _named(self, question: Question, country: str) -> frozenset[str]:
        regions = self.regions.get(country, {})
        return frozenset(name for name, said in regions.items() if said.find(question.words))
