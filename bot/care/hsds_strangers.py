"""Services that others wrote: what HSDS does not say is asked for, never guessed; words are taken without their markup.

A number is shown when the directory says on which day it assured the service; without that day the record says it
is unconfirmed and keeps its number back until somebody dials it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any

from bot.care.hsds_hours import read_hours
from bot.care.hsds_shapes import PhoneShape, Refused, ServiceShape
from bot.care.typed_numbers import NoNumber, phone_of

LONGEST_ID = 44  # of 48, so that a second place of the same name can be told apart
WRITTEN = frozenset(("sms", "text", "whatsapp"))
UNCALLED = frozenset(("fax", "tty", "tdd", "pager", "modem"))
ISO3 = {
    "eng": "en",
    "spa": "es",
    "fra": "fr",
    "ase": "asl",
    "por": "pt",
    "vie": "vi",
    "zho": "zh",
    "rus": "ru",
}
NAMED = {
    "english": "en", "spanish": "es", "español": "es", "french": "fr", "american sign language": "asl",
    "portuguese": "pt", "vietnamese": "vi", "chinese": "zh", "russian": "ru", "arabic": "ar", "korean": "ko",
}  # fmt: skip
COUNTRIES = {"united states": "US", "usa": "US", "canada": "CA", "united kingdom": "GB", "ireland": "IE"}
FREE = re.compile(r"\W*(free|no (fee|fees|cost|charge)|none|free of charge)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Givens:
    """What the person who imports says of all services that do not say it themselves.

    `regions` are English names; `everywhere` says that such services serve their whole country. `zone` is an IANA
    time zone. `checked_on` vouches for services without a day. `words` leads from words to topics.
    """

    source: str
    country: str = ""
    regions: tuple[str, ...] = ()
    everywhere: bool = False
    zone: str = ""
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ("anyone",)
    checked_on: date | None = None
    words: Mapping[str, Iterable[str]] = field(default_factory=dict)


def read_stranger(
    shape: ServiceShape, said: Mapping[str, Any], givens: Givens, left: dict[str, list[Any]]
) -> dict[str, Any]:
    """The table of a record. Raises Refused with all that is missing; puts what it could not say into `left`."""
    problems = [] if shape.status == "active" else [f"status is {shape.status}"]
    day, assured = _day(shape, givens)
    if day is None:
        problems.append("assured_date: nobody says when it was last checked; --checked-on can")
    where = _where(shape, said, givens, problems)
    topics = list(said.get("topics", ())) or _topics(shape, givens)
    if not topics:
        problems.append("attributes: none of its terms says what it helps with; --topic can")
    evidence = "published" if assured else "published_single"
    country = givens.country or (where["countries"][0] if where["countries"] else "")
    contacts = _contacts(shape, country, evidence, problems, left)
    what = plain(shape.description)
    if len(what) < 10:
        problems.append("description: a few words at least say what it is")
    if problems:
        raise Refused("; ".join(problems))
    about = {"who_answers": plain(shape.organization.name), "privacy": "", "limits": "", "watch_out": ""}
    table: dict[str, Any] = {
        **_standing(assured),
        "id": slug(shape.name),
        "name": plain(shape.name),
        "kind": _kind(shape),
        "audiences": list(givens.audiences),
        "cost": _cost(shape.fees_description),
        "checked_on": day,
        "topics": topics,
        "sources": [_source(givens, assured)],
        "languages": _languages(shape, left),
        **where,
        **contacts,
        **_hours(shape, givens, left),
        **_addresses(shape),
        "en": about | {"what": what},
        "es": about | {"what": what},  # read by all until somebody translates it; `check` counts these
    }
    return _reached({**table, **{key: value for key, value in said.items() if key != "topics"}})


def slug(name: str) -> str:
    """An id made from a name."""
    words = re.findall(r"[a-z0-9]+", name.casefold())
    found = ""
    for word in words:
        if len(found) + len(word) + 1 > LONGEST_ID:
            break
        found = f"{found}-{word}".strip("-")
    return found or "place"


def plain(words: str) -> str:
    """Words without markup and control signs: HSDS allows HTML, and a chat would show the tags."""
    if "<" in words or "&" in words:
        stripped = _Text()
        stripped.feed(words)
        stripped.close()
        words = "".join(stripped.found)
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", words).split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.unread = 0

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._enter(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        self._enter(tag, -1)

    def _enter(self, tag: str, step: int) -> None:
        if tag in ("script", "style"):
            self.unread = max(self.unread + step, 0)
        elif tag in ("br", "p", "li", "div", "tr", "td"):
            self.found.append(" ")


def _day(shape: ServiceShape, givens: Givens) -> tuple[date | None, bool]:
    for said, assured in ((shape.assured_date, True), (shape.last_modified, False)):
        try:
            return date.fromisoformat(said[:10]), assured
        except ValueError:
            if givens.checked_on:
                return givens.checked_on, True
    return givens.checked_on, givens.checked_on is not None


def _where(
    shape: ServiceShape, said: Mapping[str, Any], givens: Givens, problems: list[str]
) -> dict[str, Any]:
    areas = [area.name.strip() for area in shape.service_areas if area.name.strip()]
    named = [COUNTRIES.get(area.casefold(), area if re.fullmatch("[A-Z]{2}", area) else "") for area in areas]
    countries = (
        said.get("countries") or list(filter(None, named)) or ([givens.country] if givens.country else [])
    )
    if not countries:
        problems.append("country: not said; --country can")
    whole = givens.everywhere or (bool(areas) and all(named))
    if not (whole or givens.regions or said.get("regions") or said.get("countries")):
        where = ", ".join(areas) or "it is not said where it serves"
        problems.append(f"service_areas: {where}; --region NAME or --everywhere can say for whom it is")
    return {"countries": countries, "regions": [] if whole else list(givens.regions)}


def _topics(shape: ServiceShape, givens: Givens) -> list[str]:
    terms = (str(one.taxonomy_term.get("name", "")) for one in shape.attributes)
    words = f" {' '.join((shape.name, *terms)).casefold()} "
    found = [
        topic
        for topic, said in givens.words.items()
        if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words) for one in said)
    ]
    return found or list(givens.topics)


def _kind(shape: ServiceShape) -> str:
    name = shape.name.casefold()
    if re.search(r"\b(hotline|helpline|crisis line|lifeline)\b", name):
        return "hotline"  # checked twice as often
    return "support_group" if "support group" in name else "programme"


def _standing(assured: bool) -> dict[str, str]:
    sure = (
        {"status": "active", "evidence": "verified"}
        if assured
        else {"status": "unconfirmed", "evidence": "known"}
    )
    return sure | {"risk": "low", "anonymous": "unknown"}


def _cost(fees: str) -> Any:
    said = plain(fees)
    return "unknown" if not said else "free" if FREE.fullmatch(said) else {"en": said, "es": said}


def _source(givens: Givens, assured: bool) -> dict[str, str]:
    listed = f"listed in {givens.source}"
    return {
        "url": givens.source,
        "saw": f"{listed}, assured by it" if assured else f"{listed}, no day of a check",
    }


def _addresses(shape: ServiceShape) -> dict[str, str]:
    """The web and email address, where they are ones we may show; else they stay in `extra`."""
    url, email = shape.url.strip() or shape.organization.website.strip(), shape.email.strip()
    found = {"url": url} if re.fullmatch(r"https://\S+", url) else {}
    return found | ({"email": email} if re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", email) else {})


def _languages(shape: ServiceShape, left: dict[str, list[Any]]) -> list[str]:
    found = []
    for one in shape.languages:
        code = one.code.casefold()
        known = ISO3.get(code) or (code[:2] if re.fullmatch(r"[a-z]{2}(-\w+)?", code) else "")
        if known := known or NAMED.get(one.name.casefold().strip(), ""):
            found.append(known)
        else:
            left.setdefault("languages", []).append(one.model_dump(exclude_unset=True))
    return list(dict.fromkeys(found)) or ["en"]


def _hours(shape: ServiceShape, givens: Givens, left: dict[str, list[Any]]) -> dict[str, Any]:
    places = [inner for place in shape.service_at_locations for inner in (place, place.location) if inner]
    rows = shape.schedules or [row for place in places for row in place.schedules]
    hours, unread = read_hours(rows, givens.zone)
    if shape.schedules and unread:
        left["schedules"] = unread
    note = plain("; ".join(row.description for row in rows if row.description)) if unread else ""
    return {"hours": hours} | ({"hours_note": {"en": note, "es": note}} if note else {})


def _contacts(
    shape: ServiceShape, country: str, evidence: str, problems: list[str], left: dict[str, list[Any]]
) -> dict[str, list[Any]]:
    places = [inner for place in shape.service_at_locations for inner in (place, place.location) if inner]
    near = shape.phones or [row for place in places for row in place.phones] or shape.organization.phones
    phones, texts = [], []
    for row in near:
        kind = row.type.casefold()
        if kind in UNCALLED:
            if row in shape.phones:
                left.setdefault("phones", []).append(row.model_dump(exclude_unset=True))
            continue
        try:
            contact = phone_of(row.number, country, row.extension)
        except NoNumber as error:
            problems.append(f"phones: {error}")
            continue
        if kind in WRITTEN:
            texts.append(_text(row, contact, evidence))
        else:
            phones.append({**_labelled(row, contact), "evidence": evidence})
    return {"phones": phones, "texts": texts}


def _labelled(row: PhoneShape, contact: dict[str, Any]) -> dict[str, Any]:
    told = ", ".join(filter(None, (plain(row.description), contact.get("label", {}).get("en", ""))))
    return contact | ({"label": {"en": told, "es": told}} if told else {})


def _text(row: PhoneShape, contact: Mapping[str, Any], evidence: str) -> dict[str, Any]:
    note = plain(row.description)
    found = {"number": contact["dial"], "evidence": evidence, "channel": "sms"}
    if "e164" in contact:
        found["e164"] = contact["e164"]
    if row.type.casefold() == "whatsapp":
        found["channel"] = "whatsapp"
    return found | ({"note": {"en": note, "es": note}} if note else {})


def _reached(table: dict[str, Any]) -> dict[str, Any]:
    ways = {"phones": "phone", "texts": "text", "url": "website", "email": "email"}
    table.setdefault("reach", [way for key, way in ways.items() if table.get(key)])
    return table
