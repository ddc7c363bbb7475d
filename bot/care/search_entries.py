"""What can be found: one entry for every record and article, alike in the eyes of the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.care.articles import ANYWHERE, Article
from bot.care.resource_kinds import INTERNATIONAL, Status
from bot.care.resources import Resource


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find. `countries` is empty for what holds everywhere; `asks` are phrasings in any language."""

    id: str
    names: tuple[str, ...]
    asks: tuple[str, ...]
    words: str
    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    reach: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    kind: str = "article"
    free: bool = False
    always_open: bool = False
    anonymous: bool = False
    only_by_name: bool = False
    pack: str = ""

    def serves(self, country: str, regions: frozenset[str]) -> bool:
        """Whether it is for somebody there; a local one needs one of its own regions to be known."""
        if not self.countries:
            return True
        if country not in self.countries or (self.regions and not self.regions & regions):
            return False
        return not (self.not_in and self.not_in & regions)


def entry_of_record(record: Resource, asks: Sequence[str]) -> Entry:
    """A place to get help as an entry, with more phrasings than the record's own."""
    everywhere = record.countries == (INTERNATIONAL,)
    return Entry(
        id=record.id,
        names=tuple(filter(None, (record.name, record.name_es, *record.also_known_as))),
        asks=(*record.asks.en, *record.asks.es, *asks),
        words=f"{record.en.what} {record.es.what} {' '.join(record.topics).replace('_', ' ')}",
        countries=frozenset() if everywhere else frozenset(record.countries),
        regions=frozenset(record.regions),
        not_in=frozenset(record.not_in),
        audiences=frozenset(record.audiences),
        topics=frozenset(record.topics),
        reach=frozenset(record.reach),
        languages=frozenset(record.languages),
        kind=str(record.kind),
        free=record.cost == "free",
        always_open=record.hours == "24/7",
        anonymous=record.anonymous is True,
        only_by_name=record.risk == "high"
        or record.audiences == ("developers",)
        or (record.status is Status.UNCONFIRMED and not record.asks.en),
        pack=record.pack,
    )


def entry_of_article(translations: Sequence[Article], asks: Sequence[str]) -> Entry:
    """An article in all its languages as one entry, with more phrasings than its own."""
    first = translations[0]
    return Entry(
        id=first.id,
        names=tuple(one.title for one in translations),
        asks=(*(ask for one in translations for ask in one.asks), *asks),
        words=" ".join(one.body for one in translations),
        countries=frozenset() if first.countries == (ANYWHERE,) else frozenset(first.countries),
        audiences=frozenset(first.audiences),
        topics=frozenset(first.topics),
    )
