"""Which zone somebody is in: sure where there is only one, a city in any spelling, or the hour their clock shows."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.care.people import Profile
from bot.care.places_in_time import FILE, PlacesInTime, by_clock, clock, is_zone, load
from bot.care.wording import WordingError
from tests.chat import the_library

NOON = datetime(2026, 11, 23, 18, 5, tzinfo=UTC)
COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ")


@pytest.fixture(scope="module")
def places() -> PlacesInTime:
    """As shipped."""
    return the_library().companions.places


@pytest.mark.parametrize(
    ("country", "region", "zone"),
    [
        ("GB", None, "Europe/London"),
        ("IE", None, "Europe/Dublin"),
        ("NZ", None, "Pacific/Auckland"),
        ("US", "California", "America/Los_Angeles"),
        ("AU", "Queensland", "Australia/Brisbane"),
        ("US", "Texas", None),  # most of it is Central, El Paso is not
        ("US", None, None),
        ("CA", "Ontario", None),
        ("ZZ", None, None),
    ],
)
def test_nobody_is_asked_what_their_country_or_state_has_said(
    places: PlacesInTime, country: str, region: str | None, zone: str | None
) -> None:
    assert places.sure(Profile(country=country, region=region)) == zone


@pytest.mark.parametrize(
    ("typed", "country", "zone"),
    [
        ("Tucson", "US", "America/Phoenix"),
        ("  el paso ", "US", "America/Denver"),
        ("MONTREAL", "CA", "America/Toronto"),
        ("Montréal", "CA", "America/Toronto"),
        ("st. john's", "CA", "America/St_Johns"),
        ("Birmingham", "GB", "Europe/London"),
        ("London", "CA", "Europe/London"),
        ("Hamilton", "CA", "America/Toronto"),
        ("Hamilton", "NZ", "Pacific/Auckland"),
        ("Victoria", "CA", "America/Vancouver"),
        ("Victoria", "AU", "Australia/Melbourne"),
        ("bogota", "US", "America/Bogota"),
        ("Sevilla", "ZZ", "Europe/Madrid"),
        ("Gotham", "US", None),
        ("I can't sleep", "US", None),
    ],
)
def test_a_city_is_found_in_ones_own_country_first(
    places: PlacesInTime, typed: str, country: str, zone: str | None
) -> None:
    assert places.typed(typed, country) == zone


def test_every_country_has_its_zones_and_few_enough_buttons(places: PlacesInTime) -> None:
    for country in COUNTRIES:
        assert 1 <= len(places.offered(country)) <= 7
        names = [place.zone for place in places.by_country[country]]
        assert len(names) == len(set(names))
    for country, found in places.by_country.items():
        cities = [city.casefold() for place in found for city in place.cities]
        assert len(cities) == len(set(cities)), country


def test_every_label_is_there_in_both_languages(places: PlacesInTime) -> None:
    for found in places.by_country.values():
        for place in found:
            assert set(place.label) == {"en", "es"}


def test_every_hour_a_clock_can_show_leads_to_a_zone_that_shows_it() -> None:
    found = by_clock(NOON)
    assert len(found) == 24
    for shows, zone in found.items():
        assert clock(zone, NOON) == shows
        assert NOON.astimezone(ZoneInfo(zone)).strftime("%H:%M") == shows


def test_a_zone_is_called_by_a_word_a_person_would_use(places: PlacesInTime) -> None:
    assert places.name("America/Chicago", "es") == "Centro"
    assert places.name("Etc/GMT+7", "en") == "UTC-7"
    assert places.name("Etc/GMT-10", "en") == "UTC+10"
    assert places.name("Etc/GMT", "en") == "UTC"
    assert places.name("Africa/Lagos", "en") == "Africa/Lagos"


@pytest.mark.parametrize("name", ["", "Mars/Base", "../../etc/passwd", "America", "x" * 300])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.parametrize(
    "text",
    [
        '[[US]]\nzone = "America/Gotham"\nlabel.en = "x"\ncities = []\nregions = []\n',
        '[[US]]\nzone = "America/Chicago"\ncities = []\nregions = []\n',
        "US = 5\n",
    ],
)
def test_a_broken_file_is_refused_and_says_where(text: str) -> None:
    with pytest.raises(WordingError, match="US"):
        load({FILE: text})
