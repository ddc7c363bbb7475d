"""A state's or a country's own line goes to people there and to those who speak of that place, never by resemblance."""

from itertools import product

import pytest

from benchmarks.search_model import load_search
from bot.care.people import Audience, Profile
from bot.care.search import Search
from bot.care.search_entries import Entry

COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ", "DE")
PLAIN = (
    "who can I talk to about the things I saw",
    "a line for first responders near me",
    "peer support in my state, by phone, tonight",
    "money for the family of a fallen officer",
    "mi esposo es agente y necesita hablar con alguien",
    "help",
)


@pytest.fixture(scope="module")
def engine() -> Search:
    """The search over what is shipped."""
    return load_search()


def local(engine: Search) -> list[Entry]:
    """Everything that serves some regions only."""
    return [entry for entry in engine.entries.values() if entry.regions]


def regions(engine: Search) -> list[str | None]:
    """Every region that has a line of its own, one that has none, and none known."""
    return [None, "Ohio", *sorted({region for entry in local(engine) for region in entry.regions})]


def test_no_question_without_a_place_leads_to_another_places_line(engine: Search) -> None:
    texts = [*PLAIN, *(ask for entry in local(engine) for ask in entry.asks)]
    for text, country, audience in product(texts, COUNTRIES, (Audience.OFFICER, Audience.FAMILY)):
        question = engine.reader.read(text)
        for region in regions(engine) if country in ("US", "CA", "AU") and text in PLAIN else (None, "Ohio"):
            profile = Profile("en", country, region, audience)
            place = engine.place_of(question, profile)
            named = engine.names_in(question, place)
            for hit in engine.answer(text, profile).hits:
                entry = engine.entries[hit.id]
                assert not entry.countries or place.country in entry.countries, (text, hit.id)
                assert entry.serves(place.country, place.regions) or hit.id in named, (text, hit.id, region)


def test_a_local_line_needs_its_region_to_be_known_or_to_be_looked_up(engine: Search) -> None:
    for entry in local(engine):
        country = min(entry.countries)
        for text in PLAIN:
            for region in (None, "Ohio"):
                found = [hit.id for hit in engine.answer(text, Profile("en", country, region)).hits]
                assert entry.id not in found, (text, region)
        asked = f"number for {entry.names[0].partition('(')[0]}"
        assert entry.id in [hit.id for hit in engine.answer(asked, Profile("en", country)).hits], asked


@pytest.mark.parametrize(
    "text",
    [
        "I worry about Austin, he drinks every night and talks to nobody",
        "forms from Washington about the benefit, who helps with them",
        "my daughter Victoria is a cop and she cries at night",
        "my cousin in Ohio says COP2COP saved him, is there something like that for the rest of us",
        "tx for ptsd that works",
    ],
)
def test_a_name_or_a_word_in_passing_is_no_place(engine: Search, text: str) -> None:
    found = engine.answer(text, Profile("en", "US", "Ohio", Audience.OFFICER)).hits[:3]
    assert not [hit.id for hit in found if engine.entries[hit.id].regions]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("deputy in Austin needs a peer to talk to", "texas-tlepn"),
        ("I live in New Jersey and need another cop to talk to", "cop2cop-nj"),
        ("Jersey cop, need a helpline", "cop2cop-nj"),
        ("a line for troopers in Washington state", "code-4-northwest"),
        ("policía en Tampa, a quién llamo", "florida-hero-line"),
    ],
)
def test_a_place_that_is_named_is_heard(engine: Search, text: str, record: str) -> None:
    assert record in [
        hit.id for hit in engine.answer(text, Profile("en", "US", None, Audience.OFFICER)).hits[:3]
    ]
