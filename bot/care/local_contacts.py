"""A department's own help, written by its coordinators: what may be written, and how it stands beside our records.

It leads for the people of that department alone, never ahead of a crisis line, and is hidden once its check is too old.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

import phonenumbers

from bot.care.resource_kinds import INTERNATIONAL, Kind, Serves, Status, Topic
from bot.care.resources import About, Phone, Resource, Words
from bot.care.search import Hit
from bot.care.typed import folded

LASTS = timedelta(days=180)  # as long as a line that answers at once; after that members do not see it
REMIND = timedelta(days=30)  # between two reminders to coordinators
MOST = 20  # of one department
PREFIX = "local-"  # of the ids; no record of ours begins so
LEADING = 5  # as `packs.LEADING`
LONGEST: Mapping[str, int] = {
    "name": 60,
    "who_answers": 120,
    "phone": 40,
    "url": 200,
    "hours": 80,
    "privacy": 240,
}
FIELDS = ("kind", "name", "who_answers", "phone", "url", "hours", "privacy", "for_family")
MAY_BE_EMPTY = frozenset({"phone", "url", "hours"})


_HOUSE = r"(?:own )?(?:department|dept|agency|unit|force)"
_CASA = r"(?:propi[oa] )?(?:departamento|corporacion|agencia|unidad|institucion)"
OWN = re.compile(
    rf"\b(?:from|in|at|of|inside|within) my {_HOUSE}\b|\bmy {_HOUSE} offers?\b"
    rf"|\b(?:de|en|dentro de|tiene|ofrece) mi {_CASA}\b"
)
TURNS_TO = re.compile(
    r"\b(?:talk|speak|call|reach|contact|contacts|help|support|number|offers?|hablar|hablo|llamar|llamo|contactar|contacto|"
    r"ayuda|apoyo|numero|ofrece|platicar)\b"
)
KEEPS_AWAY = re.compile(
    r"\b(?:not|nobody|no one|outside|out|away|about (?:some(?:one|body)|a \w+)|instead) (?:from|in|at|of|my)\b|\boutside\b"
    r"|\b(?:know|knows|knowing|find out|finds out|tell|tells|trust|report|without|never)\b"
    r"|\b(?:no sea|no sean|no este|nadie|fuera|sobre alguien|acerca de alguien|sin que|sepa\w*|saber|enter[ae]\w*|confi\w+|"
    r"denunci\w+|nunca)\b"
)
"""Which questions ask for somebody of one's own department; over folded words."""


class LocalKind(StrEnum):
    """What sort of own help, in the order in which it is offered as a next step."""

    PEER = "peer"
    EAP = "eap"
    CRISIS = "crisis"
    CHAPLAIN = "chaplain"
    OTHER = "other"


class Refused(ValueError):
    """What was typed cannot be taken; the text is the key of the sentence that says why."""


@dataclass(frozen=True, slots=True)
class LocalContact:
    """One of them. `phone` in E.164; `phone`, `url` and `hours` may be empty."""

    id: int
    department_id: int
    department: str
    kind: LocalKind
    country: str
    name: str
    who_answers: str
    phone: str
    url: str
    hours: str
    privacy: str
    for_family: bool
    checked_on: date

    def is_old(self, today: date) -> bool:
        """Whether nobody checked it for so long that members may not rely on it."""
        return today > self.checked_on + LASTS


TOPICS: Mapping[LocalKind, tuple[Topic, ...]] = {
    LocalKind.PEER: ("critical_incident", "ptsd_trauma", "depression", "anxiety", "moral_injury", "anger"),
    LocalKind.EAP: (
        "depression",
        "anxiety",
        "sleep",
        "substance_use",
        "relationships",
        "family_children",
        "finances",
    ),
    LocalKind.CRISIS: ("critical_incident", "ptsd_trauma"),
    LocalKind.CHAPLAIN: ("chaplaincy", "grief_lodd", "moral_injury"),
    LocalKind.OTHER: ("depression", "anxiety", "relationships"),
}
KINDS = {LocalKind.EAP: Kind.THERAPY, LocalKind.PEER: Kind.PEER_LINE}  # the others are programmes
TWINS: Mapping[LocalKind, frozenset[str]] = {
    LocalKind.PEER: frozenset({"peer-support-programmes"}),
    LocalKind.EAP: frozenset({"eap"}),
    LocalKind.CRISIS: frozenset({"cism"}),
}
"""Our records for "every agency has its own": where one of them answers, the department's own answers better."""


def typed(field: str, text: str, country: str) -> str:
    """What a coordinator typed for a field, as it is kept. Raises Refused."""
    said = " ".join(text.split())
    if len(said) < 2:  # characters; one alone names nothing
        raise Refused("local-empty")
    if len(said) > LONGEST[field]:
        raise Refused("local-too-long")
    if field == "phone":
        return _e164(said, country)
    if field == "url":
        return _address(said)
    return said


def spoken(phone: str, country: str) -> str:
    """A kept number as people of that country read it."""
    number = phonenumbers.parse(phone)
    home = phonenumbers.region_code_for_number(number) == country
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, form.NATIONAL if home else form.INTERNATIONAL)


def as_resource(one: LocalContact, what: Words, limits: Words) -> Resource:
    """The record it is for lists, cards and next steps; `what` and `limits` are our words in both languages."""
    phone = (
        Phone(
            dial=spoken(one.phone, one.country),
            e164=one.phone,
            evidence="official",
            dialled_on=one.checked_on,
        )
        if one.phone
        else None
    )
    serves: tuple[Serves, ...] = ("officers", "family") if one.for_family else ("officers",)
    return Resource(
        id=f"{PREFIX}{list(LocalKind).index(one.kind)}-{one.id}",
        pack=pack_name(one.department_id),
        name=one.name,
        kind=KINDS.get(one.kind, Kind.PROGRAMME),
        status=Status.ACTIVE,
        countries=(INTERNATIONAL,),  # its people may live anywhere; nobody else ever gets it
        audiences=serves,
        topics=TOPICS[one.kind],
        reach=("phone",) if one.phone else ("website",),
        languages=("en", "es"),  # not asked and not said: it leads in either
        cost="unknown",
        hours="unknown",
        hours_note=Words(en=one.hours, es=one.hours),
        anonymous="unknown",
        evidence="verified",
        risk="low",
        checked_on=one.checked_on,
        url=one.url or None,
        phones=(phone,) if phone else (),
        en=_about(one, what.en, limits.en),
        es=_about(one, what.es, limits.es),
    )


def pack_name(department_id: int) -> str:
    """The pack a department's own contacts belong to."""
    return f"{PREFIX}{department_id}"


def is_local(record: Resource) -> bool:
    """Whether coordinators wrote it."""
    return record.pack.startswith(PREFIX)


def number_in(record_id: str) -> int:
    """The contact's own number in the id of its record; -1 for any other id."""
    last = record_id.removeprefix(PREFIX).rpartition("-")[2] if record_id.startswith(PREFIX) else ""
    return int(last) if last.isdecimal() and len(last) < 15 else -1


def leading(
    contacts: Sequence[Resource], text: str, hits: Sequence[Hit], records: Mapping[str, Resource]
) -> tuple[Resource, ...]:
    """Those that come before the answers to a question: named in it, or what the answers say every agency has.

    All of them where somebody of one's own department is asked for. Else none before a hotline: it may be urgent.
    """
    if asks_for_own(text):
        return tuple(contacts)
    first = records.get(hits[0].id) if hits else None
    if first is not None and first.kind is Kind.HOTLINE:
        return ()
    top = {hit.id for hit in hits[:LEADING]}
    chaplain = any(records[one].topics == ("chaplaincy",) for one in top if one in records)
    said = f" {_folded(text)} "
    return tuple(
        one for one in contacts if f" {_folded(one.name)} " in said or _answers(one, top, chaplain=chaplain)
    )


def asks_for_own(text: str) -> bool:
    """Whether this asks for somebody of one's own department, and not how to keep away from it or complain of it."""
    said = folded(text)
    return bool(OWN.search(said) and TURNS_TO.search(said) and not KEEPS_AWAY.search(said))


def _answers(one: Resource, top: set[str], *, chaplain: bool) -> bool:
    kind = list(LocalKind)[int(one.id.removeprefix(PREFIX)[0])]
    return bool(TWINS.get(kind, frozenset()) & top) or (kind is LocalKind.CHAPLAIN and chaplain)


def _about(one: LocalContact, what: str, limits: str) -> About:
    return About(who_answers=one.who_answers, what=what, privacy=one.privacy, limits=limits, watch_out="")


def _e164(said: str, country: str) -> str:
    region = country if country in phonenumbers.SUPPORTED_REGIONS else None
    try:
        number = phonenumbers.parse(said, region)
    except phonenumbers.NumberParseException:
        raise Refused("local-bad-phone") from None
    if number.extension or not phonenumbers.is_valid_number(number):
        raise Refused("local-bad-phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _address(said: str) -> str:
    try:
        found = urlsplit(said)
        named = found.hostname or ""
    except ValueError:
        raise Refused("local-bad-url") from None
    if found.scheme != "https" or "." not in named or " " in said or "@" in found.netloc or '"' in said:
        raise Refused("local-bad-url")
    return said


def _folded(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())


def stale(contacts: Iterable[LocalContact], today: date) -> tuple[LocalContact, ...]:
    """Those that members no longer see."""
    return tuple(one for one in contacts if one.is_old(today))
