"""Answers by rule: whom to call in this country, and what follows what. Written as content, resolved per person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_entries import Entry
from bot.care.search_places import Place
from bot.care.search_reading import Question
from bot.care.search_who import Voice

ELSEWHERE = "ZZ"
HERE = "$here"
"""Stands for the entries that serve the person's own state or province only."""


@dataclass(frozen=True)
class Lines:
    """The tables of `lines.toml` and `routes.toml`."""

    countries: Mapping[str, Mapping[str, tuple[str, ...]]]
    answers: Mapping[str, Mapping[str, tuple[str, ...]]]
    routes: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def parse(
        cls, lines: Mapping[str, Mapping[str, object]], routes: Mapping[str, Mapping[str, list[str]]]
    ) -> Self:
        """Read both files. Raises KeyError when the table for other countries is missing."""
        answers = lines["answers"]
        countries = {code: _tuples(table) for code, table in lines.items() if code != "answers"}
        if ELSEWHERE not in countries:
            raise KeyError(f"lines.toml has no [{ELSEWHERE}], for people in countries not listed")
        return cls(
            countries,
            {intent: _tuples(table) for intent, table in answers.items() if isinstance(table, dict)},
            {lead: _tuples(table) for lead, table in routes.items()},
        )

    def ids(self) -> set[str]:
        """Every id that is named, to be checked against what there is."""
        tables = [*self.countries.values(), *self.answers.values(), *self.routes.values()]
        named = {one for table in tables for ids in table.values() for one in ids if not one.startswith("$")}
        return named | self.routes.keys()

    def answer(self, intent: str, voice: Voice, place: Place, question: Question) -> list[str]:
        """The ids for an intent, best first; also those that do not serve the person."""
        return self.resolve(_pick(self.answers[intent], voice, question), place, voice)

    def after(self, lead: str, voice: Voice, place: Place, question: Question) -> list[str]:
        """What follows `lead`, best first."""
        table = self.routes.get(lead)
        return self.resolve(_pick(table, voice, question), place, voice) if table else []

    def resolve(self, ids: Iterable[str], place: Place, voice: Voice) -> list[str]:
        """Ids and words with a dollar sign as ids for this person's country; each once, in order."""
        table = self.countries.get(place.country, self.countries[ELSEWHERE])
        found: list[str] = []
        for one in ids:
            if one == "$police" and voice is Voice.OTHER:
                continue
            found += table.get(one[1:], (one,) if one == HERE else ()) if one.startswith("$") else (one,)
        return list(dict.fromkeys(found))


def serves_here(entry: Entry, place: Place) -> bool:
    """Whether the entry is a local one for the person's own state or province."""
    return bool(entry.regions & place.regions) and entry.serves(place.country, place.regions)


def _pick(table: Mapping[str, tuple[str, ...]], voice: Voice, question: Question) -> tuple[str, ...]:
    if question.spanish and "spanish" in table and voice is not Voice.DEPARTMENT:
        return table["spanish"]
    for name in (str(voice), "any", "unknown", "officer"):
        if name in table:
            return table[name]
    return ()


def _tuples(table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(str, ids)) for name, ids in table.items() if isinstance(ids, list)}
