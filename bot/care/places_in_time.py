"""Which time zone somebody is in: known from the country or state, tapped, typed as a city, or read off their clock."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from bot.care.people import Profile
from bot.care.typed import folded
from bot.care.wording import WordingError, Words, said

FILE = "zones.toml"
_BEFORE = re.compile(
    r"^(?:(?:im|i am|i live|live|estoy|vivo|soy)\b ?)?(?:(?:in|near|from|en|cerca de|de)\b ?)?"
)
OFFSETS = range(-11, 13)
"""Whole hours from UTC: one for each hour a clock can show. Who lives by a half hour types their city."""


def _there_is(zone: str) -> str:
    if not is_zone(zone):
        raise ValueError("there is no such time zone")
    return zone


class Place(BaseModel):
    """One zone of a country. Without a `button` it is found by city or state alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zone: Annotated[str, AfterValidator(_there_is)]
    label: Words
    cities: tuple[str, ...]
    regions: tuple[str, ...]
    button: bool = True

    def said(self, lang: str) -> str:
        """What a button calls it."""
        return said(self.label, lang)


@dataclass(frozen=True, slots=True)
class PlacesInTime:
    """All zones by country; "ZZ" holds those of everywhere else."""

    by_country: Mapping[str, tuple[Place, ...]]

    def sure(self, profile: Profile) -> str | None:
        """The zone of somebody from there, when country or state leaves no doubt."""
        places = self.by_country.get(profile.country, ())
        shown = [place for place in places if place.button]
        if len(shown) == 1 and profile.country != "ZZ":
            return shown[0].zone
        return next((place.zone for place in places if profile.region in place.regions), None)

    def offered(self, country: str) -> tuple[Place, ...]:
        """What there are buttons for."""
        return tuple(place for place in self.by_country.get(country, ()) if place.button)

    def typed(self, words: str, country: str) -> str | None:
        """The zone of a city somebody typed, with or without its state; their own country's London first."""
        whole = self._named(words, country)
        if whole is not None or len(words.split()) == 1:
            return whole
        city, _, state = words.rpartition(",") if "," in words else words.rpartition(" ")
        return self._named(city, country) or ("," in words and self._named(state, country)) or None

    def states(self) -> dict[str, dict[str, str]]:
        """By country: a state by its own name."""
        return {
            country: {folded(region): region for place in places for region in place.regions}
            for country, places in self.by_country.items()
        }

    def _named(self, words: str, country: str) -> str | None:
        name = _BEFORE.sub("", folded(words))
        order = (country, *(code for code in self.by_country if code != country))
        for code in order:
            for place in self.by_country.get(code, ()):
                if name in {folded(city) for city in (*place.cities, *place.regions)}:
                    return place.zone
        return None

    def name(self, zone: str, lang: str) -> str:
        """What a person would call that zone: its button, its city, or its offset."""
        for places in self.by_country.values():
            for place in places:
                if place.zone == zone:
                    return place.said(lang)
        offset = zone.removeprefix("Etc/GMT")
        return zone if offset == zone else f"UTC{-int(offset):+d}" if offset else "UTC"


def load(texts: Mapping[str, str]) -> PlacesInTime:
    """What zones.toml holds. Raises WordingError naming the country and what is wrong."""
    found: dict[str, tuple[Place, ...]] = {}
    for country, rows in tomllib.loads(texts[FILE]).items():
        try:
            found[country] = tuple(Place.model_validate(row) for row in rows)
        except (ValidationError, TypeError) as error:
            raise WordingError(f"{FILE} {country}: {error}") from error
    return PlacesInTime(found)


def is_zone(zone: str) -> bool:
    """Whether there is such a zone."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def by_clock(now: datetime) -> dict[str, str]:
    """Zones by what a clock there shows now, "14:05", from the west to the east. Without summer time."""
    zones = {hours: f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT" for hours in OFFSETS}
    return {f"{now + timedelta(hours=hours):%H:%M}": zone for hours, zone in zones.items()}


def clock(zone: str, now: datetime) -> str:
    """What a clock there shows, "14:05"."""
    return f"{now.astimezone(ZoneInfo(zone)):%H:%M}"
