"""Who stands on the crisis card, by country and language: decided from memory, the same for the same day.

Which record fills which place is content (`crisis.toml`). A place whose record may not be shown in crisis today
stays empty; no number is ever borrowed from another country.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.care.people import Profile
from bot.care.resources import Phone, Resource, ResourceError, TextLine, Words


class Place(StrEnum):
    """A place on the card."""

    GENERAL_LINE = "general_line"
    POLICE_LINE = "police_line"
    TEXT_LINE = "text_line"
    CHAT = "chat"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class CrisisContact:
    """One record in its place, with only what may be used there today: phones, or texts, or the chat page."""

    place: Place
    resource: Resource
    phones: tuple[Phone, ...] = ()
    texts: tuple[TextLine, ...] = ()
    chat_url: str | None = None


@dataclass(frozen=True, slots=True)
class CrisisContacts:
    """Everybody on one person's card. Without `emergency` the card says "your local emergency number".

    `directory` finds lines in every country. It is a link and rings nobody, so it stays whatever its age: the
    card is never empty. `note` is one more sentence for this country, or "".
    """

    emergency: CrisisContact | None
    police_line: CrisisContact | None
    general_line: CrisisContact | None
    text_line: CrisisContact | None
    chat: CrisisContact | None
    directory: Resource
    order: tuple[Place, ...]
    note: str

    def in_order(self) -> tuple[CrisisContact, ...]:
        """The contacts there are, in the order they are read."""
        found = (getattr(self, place.value) for place in self.order)
        return tuple(contact for contact in found if contact is not None)


class _Places(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    emergency: str = ""
    police_line: str = ""
    general_line: str = ""
    text_line: str = ""
    chat: str = ""
    order: tuple[Place, ...] = tuple(Place)
    note: Words = Words()
    es: dict[str, Any] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CrisisPlaces:
    """The content of `crisis.toml`, its records found: what `crisis_contacts` answers from."""

    directory: Resource
    by_country: Mapping[str, Mapping[str, "_Filled"]]


@dataclass(frozen=True, slots=True)
class _Filled:
    records: Mapping[Place, Resource]
    order: tuple[Place, ...]
    note: Words


_NOBODY = _Filled({}, tuple(Place), Words())


def crisis_contacts(places: CrisisPlaces, profile: Profile, today: date) -> CrisisContacts:
    """The card for this person. A country we know nothing about gets the directory and no number."""
    languages = places.by_country.get(profile.country, {})
    filled = languages.get(profile.lang) or languages.get("en") or _NOBODY
    found = {
        place: _contact(place, resource, today, profile.lang)
        for place, resource in filled.records.items()
        if resource.serves(profile.country, profile.region)
    }
    return CrisisContacts(
        emergency=found.get(Place.EMERGENCY),
        police_line=found.get(Place.POLICE_LINE),
        general_line=found.get(Place.GENERAL_LINE),
        text_line=found.get(Place.TEXT_LINE),
        chat=found.get(Place.CHAT),
        directory=places.directory,
        order=filled.order,
        note=filled.note.say(profile.lang),
    )


def _contact(place: Place, resource: Resource, today: date, lang: str) -> CrisisContact | None:
    if place is Place.CHAT:
        chat_url = resource.shown_chat(today, crisis=True)
        return CrisisContact(place, resource, chat_url=chat_url) if chat_url else None
    if place is Place.TEXT_LINE:
        texts = _in_language(resource.shown_texts(today, crisis=True), lang)
        return CrisisContact(place, resource, texts=texts) if texts else None
    phones = resource.shown_phones(today, crisis=True)
    return CrisisContact(place, resource, phones=phones) if phones else None


def _in_language(texts: tuple[TextLine, ...], lang: str) -> tuple[TextLine, ...]:
    """Those this person can use, the ones in their language first."""
    return tuple(sorted((text for text in texts if text.lang in ("", lang)), key=lambda text: not text.lang))


def parse_crisis_places(toml_data: Mapping[str, object], resources: Mapping[str, Resource]) -> CrisisPlaces:
    """The places of `crisis.toml`. Raises ResourceError naming the country and the place at fault."""
    countries = {key: table for key, table in toml_data.items() if isinstance(table, Mapping)}
    directory = resources.get(str(toml_data.get("directory", "")))
    problems = [] if directory else ["crisis.toml: directory names no record"]
    by_country: dict[str, dict[str, _Filled]] = {}
    for country, table in countries.items():
        spanish = {**table, **table.get("es", {}), "es": {}}
        for lang, choice in (("en", table), ("es", spanish)):
            try:
                by_country.setdefault(country, {})[lang] = _fill(
                    country, _Places.model_validate(choice), resources
                )
            except (ValidationError, ValueError) as error:
                problems.append(f"crisis.toml [{country}] ({lang}): {error}")
    if directory is None or problems:
        raise ResourceError(problems)
    return CrisisPlaces(directory, by_country)


def _fill(country: str, places: _Places, resources: Mapping[str, Resource]) -> _Filled:
    records: dict[Place, Resource] = {}
    for place in Place:
        record_id = getattr(places, place.value)
        if not record_id:
            continue
        if record_id not in resources or country not in resources[record_id].countries:
            raise ValueError(f"{place.value}: {record_id!r} is no record that serves {country}")
        records[place] = resources[record_id]
    return _Filled(records, places.order, places.note)
