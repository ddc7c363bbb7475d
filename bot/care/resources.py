"""Where help is: one record for every line, service or text we know, and what of it may be shown to whom.

A contact is shown only when somebody read it at its source and the record carries no doubt, or when a person
dialled it. Records we could not confirm stay findable and say so; they do not give a number.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.care.hours import Hours
from bot.care.resource_kinds import (
    CRISIS_CHECK,
    CRISIS_KINDS,
    INTERNATIONAL,
    OTHER_CHECK,
    SHOWABLE,
    Country,
    Evidence,
    Freshness,
    Kind,
    Language,
    Reach,
    Serves,
    Status,
    Topic,
)


class ResourceError(ValueError):
    """Records that cannot be used. Each of `problems` names the file, the record and the key."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Record):
    """The same words in each language, or in none."""

    en: str = ""
    es: str = ""

    @model_validator(mode="after")
    def _both_or_neither(self) -> "Words":
        if bool(self.en) != bool(self.es):
            raise ValueError("written in one language only")
        return self

    def say(self, lang: str) -> str:
        """In this language; English where we do not write it."""
        return self.es if lang == "es" else self.en


class Asks(_Record):
    """What people type when this record is the answer. Only the search reads it."""

    en: tuple[str, ...] = ()
    es: tuple[str, ...] = ()


class _Contact(_Record):
    evidence: Evidence
    dialled_on: date | None = None
    ages: bool = True

    e164: str | None = Field(default=None, pattern=r"^\+[1-9]\d{6,14}$")


class Phone(_Contact):
    """A number to call. `dial` is what people read, `e164` what a link dials.

    A short code has no e164; it works only in the countries `works_in`.

    `ages = false` marks a number reserved for this one service (911, 112, 988, 116 123). It cannot fall to a
    stranger, and a crisis card without it is more dangerous than an old check date, so age alone never hides
    it; weak evidence or a record's risk still does.
    """

    dial: str = Field(min_length=2)
    label: Words = Words()
    works_in: tuple[Country, ...] = ()

    @model_validator(mode="after")
    def _dials_what_it_shows(self) -> "Phone":
        digits = re.sub(r"\D", "", self.dial)
        if self.e164 is None:
            if not self.works_in or digits != self.dial.replace(" ", ""):
                raise ValueError(
                    "without e164 it must be a short code: digits, and the countries it works_in"
                )
        elif re.search("[A-Za-z]", self.dial) or not self.e164.endswith(digits.lstrip("0")):
            raise ValueError(
                f"people would read {self.dial!r} but dial {self.e164!r} (words belong in label)"
            )
        return self

    @property
    def link(self) -> str:
        """What a card or a tel: link dials."""
        return self.e164 or self.dial.replace(" ", "")


class TextLine(_Contact):
    """A number to write to, never to call. `lang` is set where the keyword chooses the language."""

    number: str = Field(min_length=3)
    keyword: str = ""
    channel: Literal["sms", "whatsapp"] = "sms"
    lang: str = ""
    note: Words = Words()


class Source(_Record):
    """A page that was read, and what it said. `url` may be words where there was no page."""

    url: str = Field(min_length=3)
    saw: str = Field(min_length=3)


class About(_Record):
    """What people are told, in one language. `limits` is what the promise of `privacy` leaves out."""

    who_answers: str
    what: str = Field(min_length=10)
    privacy: str
    limits: str
    watch_out: str


class Resource(_Record):
    """One place to get help.

    `regions` names the only states or provinces served (English names; empty: the whole country), `not_in`
    those left out of a country-wide service. `unconfirmed` lists what nobody could confirm. `extra` keeps what a
    directory said and we have no key for; nobody is shown it. `pack` is the department pack it came in, or "".
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)  # a button carries it in 64 bytes
    pack: str = ""
    name: str = Field(min_length=2)
    name_es: str = ""
    also_known_as: tuple[str, ...] = ()
    kind: Kind
    status: Status
    countries: tuple[Country, ...] = Field(min_length=1)
    regions: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    audiences: tuple[Serves, ...] = Field(min_length=1)
    topics: tuple[Topic, ...] = Field(min_length=1)
    reach: tuple[Reach, ...] = ()
    languages: tuple[Language, ...] = Field(min_length=1)
    cost: Literal["free", "unknown"] | Words
    hours: Hours
    hours_note: Words = Words()
    hours_claim_by: Words = Words()
    anonymous: bool | Literal["unknown"]
    evidence: Literal["verified", "brief_only", "known"]
    risk: Literal["low", "medium", "high"]
    checked_on: date
    checked_by: str = ""
    reviewed_by: str = ""
    unconfirmed: tuple[Literal["phones", "url", "hours", "email", "everything"], ...] = ()
    url: str | None = Field(default=None, pattern=r"^https://\S+$")
    chat_url: str | None = Field(default=None, pattern=r"^https://\S+$")
    email: str | None = Field(default=None, pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")
    phones: tuple[Phone, ...] = ()
    texts: tuple[TextLine, ...] = ()
    en: About
    es: About
    asks: Asks = Asks()
    sources: tuple[Source, ...] = ()
    extra: dict[str, str] = Field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.id)

    @model_validator(mode="after")
    def _says_the_same_in_each_language(self) -> "Resource":
        for key, words in self.en:
            if bool(words) != bool(getattr(self.es, key)):
                raise ValueError(f"{key} is written in one language only")
        return self

    @model_validator(mode="after")
    def _does_not_overclaim(self) -> "Resource":
        if self.evidence != "verified" and self.status in (Status.ACTIVE, Status.RENAMED):
            raise ValueError(
                f'a record with evidence "{self.evidence}" cannot have the status "{self.status}"'
            )
        return self

    def about(self, lang: str) -> About:
        """The words in this language; English where we do not write it."""
        return self.es if lang == "es" else self.en

    def title(self, lang: str) -> str:
        """The name; most are proper names and the same in every language."""
        return self.name_es if lang == "es" and self.name_es else self.name

    def serves(self, country: str, region: str | None = None) -> bool:
        """Whether this is help for somebody there. A local record needs the region to be known and its own."""
        if self.countries == (INTERNATIONAL,):
            return True
        if country not in self.countries or (self.regions and region not in self.regions):
            return False
        return region is None or region not in self.not_in

    @property
    def is_crisis_line(self) -> bool:
        """Whether it answers at once: those are checked every 180 days, everything else every 365."""
        return self.kind in CRISIS_KINDS

    @property
    def due_on(self) -> date:
        """The last day on which the record counts as checked."""
        return self.checked_on + (CRISIS_CHECK if self.is_crisis_line else OTHER_CHECK)

    def freshness(self, today: date) -> Freshness:
        """How far the record can be trusted today. The card says so whenever it is not FRESH."""
        if self.status is Status.UNCONFIRMED:
            return Freshness.UNCONFIRMED
        return Freshness.FRESH if today <= self.due_on else Freshness.OVERDUE

    def shown_phones(self, today: date, *, crisis: bool = False) -> tuple[Phone, ...]:
        """The numbers that may be called today; `crisis` also leaves out those not checked lately."""
        return tuple(phone for phone in self.phones if self._may_show(phone, today, crisis=crisis))

    def shown_texts(self, today: date, *, crisis: bool = False) -> tuple[TextLine, ...]:
        """The numbers that may be written to today; `crisis` as for phones."""
        return tuple(text for text in self.texts if self._may_show(text, today, crisis=crisis))

    def shown_chat(self, today: date, *, crisis: bool = False) -> str | None:
        """The chat page, under the same rule: it stands with the record, which must carry no doubt."""
        doubt = self.risk != "low" or self.status is Status.UNCONFIRMED
        return None if doubt or (crisis and today > self.due_on) else self.chat_url

    @property
    def shown_email(self) -> str | None:
        """The address, unless nobody could confirm it."""
        return self.email if self._confirmed("email") else None

    @property
    def url_is_confirmed(self) -> bool:
        """Whether somebody read the page behind `url`. An unconfirmed link is shown as such, never in crisis."""
        return self.url is not None and self._confirmed("url")

    @property
    def withholds_a_number(self) -> bool:
        """Whether a number exists that is not shown to anyone until somebody dials it: the card says that."""
        return any(not self._is_trusted(contact) for contact in (*self.phones, *self.texts))

    def _may_show(self, contact: _Contact, today: date, *, crisis: bool) -> bool:
        return self._is_trusted(contact) and not (
            crisis and contact.ages and today > self._good_until(contact)
        )

    def _is_trusted(self, contact: _Contact) -> bool:
        return contact.dialled_on is not None or (contact.evidence in SHOWABLE and self.risk == "low")

    def _good_until(self, contact: _Contact) -> date:
        dialled_on = contact.dialled_on or self.checked_on
        return max(self.due_on, dialled_on + (self.due_on - self.checked_on))

    def _confirmed(self, field: Literal["url", "email"]) -> bool:
        return field not in self.unconfirmed and "everything" not in self.unconfirmed


def parse_resources(toml_data: Mapping[str, object], file_name: str, pack: str = "") -> list[Resource]:
    """The records of one content file of this pack, one table each, named by its id.

    Raises ResourceError with every problem of the file at once.
    """
    problems: list[str] = []
    resources: list[Resource] = []
    for record_id, table in toml_data.items():
        if not isinstance(table, Mapping) or "id" in table:
            problems.append(f"{file_name} [{record_id}] must be a table without an id: its name is the id")
            continue
        try:
            resources.append(Resource.model_validate({**table, "id": record_id, "pack": pack}))
        except ValidationError as error:
            problems += (f"{file_name} [{record_id}] {problem}" for problem in _problems(error))
    if problems:
        raise ResourceError(problems)
    return resources


def _problems(error: ValidationError) -> Iterator[str]:
    for found in error.errors(include_url=False, include_context=False):
        key = ".".join(str(part) for part in found["loc"]) or "the record"
        yield f"{key}: {found['msg'].removeprefix('Value error, ')}"
