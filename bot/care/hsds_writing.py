"""One of our records as an HSDS service with everything in it.

A number or address nobody confirmed is not written where other programs would show it: it travels as an
attribute, where only a reader who knows our taxonomy finds it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.care.hours import WEEK
from bot.care.hsds_terms import attribute, uid
from bot.care.resource_kinds import INTERNATIONAL, SHOWABLE, Status
from bot.care.resources import Phone, Resource, TextLine, Words

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NUMBERS = frozenset(("minimum_age", "maximum_age"))
ADDED_TO = frozenset(("phones", "schedules", "languages", "attributes"))
"""Lists of which we may read a part: what was left over is put back behind our own."""
LANGUAGE_NAMES = {
    "en": "English", "es": "Spanish", "fr": "French", "ga": "Irish", "cy": "Welsh", "mi": "Maori",
    "asl": "American Sign Language", "interpreters": "Interpreters for other languages",
    "multi": "Several languages",
}  # fmt: skip
LANGUAGE_CODES = {"asl": "ase", "interpreters": "", "multi": ""}  # ISO 639; no code says "several"
_ELSEWHERE = {
    "pack", "name", "url", "email", "languages", "checked_on", "phones", "texts", "hours", "sources", "extra",
}  # fmt: skip


def service_of(record: Resource) -> dict[str, Any]:
    """The record as a service object of HSDS 3.x, its organization inside. The same record gives the same object."""
    service_id = uid("service", record.id)
    service: dict[str, Any] = {
        "id": service_id,
        "name": record.name,
        "alternate_name": "; ".join(record.also_known_as),
        "description": record.en.what,
        "url": record.url if record.url_is_confirmed else None,
        "email": record.shown_email,
        "status": "inactive" if record.status is Status.UNCONFIRMED else "active",
        "fees_description": record.cost.en if isinstance(record.cost, Words) else record.cost.capitalize(),
        "eligibility_description": ", ".join(record.audiences).replace("_", " "),
        "assured_date": record.checked_on.isoformat(),
        "alert": record.en.watch_out,
        "organization": _organization(record),
        "phones": list(_phones(record)),
        "schedules": list(_schedules(record)),
        "languages": [_language(code, service_id) for code in record.languages],
        "service_areas": [{"id": uid("area", service_id, name), "name": name} for name in _areas(record)],
        "attributes": [attribute(service_id, at, *said) for at, said in enumerate(_statements(record))],
    }
    _give_back(record, service)
    return {key: value for key, value in service.items() if value not in ("", None, [])}


def is_shown(contact: Phone | TextLine, record: Resource) -> bool:
    """Whether somebody confirmed the number, whatever its age."""
    return contact.dialled_on is not None or (contact.evidence in SHOWABLE and record.risk == "low")


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every word of a table with its path; a list repeats the path."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    elif value not in (None, ""):
        yield path, str(value).lower() if isinstance(value, bool) else str(value)


def _statements(record: Resource) -> Iterator[tuple[str, ...]]:
    table = record.model_dump(mode="json", exclude=_ELSEWHERE, exclude_defaults=True)
    table["en"] = {key: said for key, said in table["en"].items() if key != "what"}
    yield from leaves(table)
    if isinstance(record.hours, str):
        yield "hours", record.hours
    if record.url and not record.url_is_confirmed:
        yield "url", record.url
    if record.email and not record.shown_email:
        yield "email", record.email
    for source in record.sources:
        yield "sources", packed(source.model_dump())
    yield from _withheld("phones", record.phones, record)
    yield from _withheld("texts", record.texts, record)
    for key, value in record.extra.items():
        if not key.startswith("service."):
            yield "extra", value, key


def _withheld(kind: str, contacts: Sequence[Phone | TextLine], record: Resource) -> Iterator[tuple[str, ...]]:
    for at, contact in enumerate(contacts):
        if not is_shown(contact, record):
            table = contact.model_dump(mode="json", exclude_defaults=True)
            yield "withheld", packed({"in": kind, "at": at, "contact": table})


def _organization(record: Resource) -> dict[str, Any]:
    found = {"id": uid("organization", record.id), "name": record.name, "description": record.en.what}
    return found | ({"website": record.url} if record.url and record.url_is_confirmed else {})


def _phones(record: Resource) -> Iterator[dict[str, Any]]:
    contacts: tuple[Phone | TextLine, ...] = (*record.phones, *record.texts)
    for number, contact in enumerate(contacts):
        if not is_shown(contact, record):
            continue
        phone_id = uid("phone", record.id, number)
        table = contact.model_dump(mode="json", exclude_defaults=True, exclude={"dial", "number"})
        if isinstance(contact, Phone):
            shown, kind, told = contact.dial, "voice", contact.label.en
        else:
            shown, kind = contact.number, "text" if contact.channel == "sms" else contact.channel
            told = f"Text {contact.keyword}" if contact.keyword else contact.note.en
        said = [attribute(phone_id, at, *one) for at, one in enumerate(leaves(table))]
        row = {"id": phone_id, "number": shown, "type": kind, "attributes": said}
        yield row | ({"description": told} if told else {})


def _schedules(record: Resource) -> Iterator[dict[str, Any]]:
    weekly = {"freq": "WEEKLY", "interval": 1}
    if record.hours == "24/7":
        always = {"byday": ",".join(BYDAY), "opens_at": "00:00:00", "closes_at": "23:59:59"}
        yield {"id": uid("schedule", record.id, 0)} | weekly | always
    for number, stretch in enumerate(() if isinstance(record.hours, str) else record.hours):
        schedule_id = uid("schedule", record.id, number)
        exact = {"days": stretch.days, "zone": stretch.zone}
        if stretch.closes == "24:00":
            exact["closes"] = stretch.closes
        yield (
            {"id": schedule_id}
            | weekly
            | {
                "byday": ",".join(BYDAY[day] for day in _weekdays(stretch.days)),
                "opens_at": f"{stretch.opens}:00",
                "closes_at": f"{stretch.closes.replace('24:', '00:')}:00",
                "timezone": _offset(stretch.zone),
                "notes": f"Clock times in {stretch.zone}",
                "attributes": [attribute(schedule_id, at, *said) for at, said in enumerate(exact.items())],
            }
        )


def _weekdays(days: str) -> list[int]:
    found: set[int] = set()
    for part in days.split(","):
        first, _, last = part.strip().partition("-")
        begin, end = WEEK.index(first), WEEK.index(last or first)
        found |= {day % 7 for day in range(begin, end + 1 if end >= begin else end + 8)}
    return sorted(found)


def _offset(zone: str) -> float:
    """Hours from UTC in standard time, as HSDS wants it; the attribute `zone` is what holds through the year."""
    winter = datetime(2024, 1, 1, tzinfo=ZoneInfo(zone))
    offset, saved = winter.utcoffset(), winter.dst()
    seconds = (offset.total_seconds() if offset else 0) - max(saved.total_seconds() if saved else 0, 0)
    return int(seconds // 3600) if seconds % 3600 == 0 else seconds / 3600


def _language(code: str, service_id: str) -> dict[str, Any]:
    row = {"id": uid("language", service_id, code), "name": LANGUAGE_NAMES.get(code, code)}
    iso = LANGUAGE_CODES.get(code, code)
    return row | ({"code": iso} if iso else {"note": code})


def _areas(record: Resource) -> tuple[str, ...]:
    return () if record.countries == (INTERNATIONAL,) else record.regions or record.countries


def _give_back(record: Resource, service: dict[str, Any]) -> None:
    """Put what another directory had said back where it stood."""
    for key, value in record.extra.items():
        if not key.startswith("service."):
            continue
        name, _, kind = key.removeprefix("service.").partition(":")
        said = json.loads(value) if kind == "json" or name in NUMBERS else value
        service[name] = service[name] + said if name in ADDED_TO else said


def packed(value: Any) -> str:
    """A table in one line, the same for the same table."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
