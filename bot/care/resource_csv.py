"""A department's own list as a table with one place a row: the columns are those of docs/resources.md."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.care.hsds_shapes import Refused, told
from bot.care.hsds_strangers import Givens, plain, slug
from bot.care.resources import Resource
from bot.care.typed_numbers import NoNumber, phone_of

LISTS = ("also_known_as", "countries", "regions", "not_in", "audiences", "topics", "reach", "languages")
WORDS = ("who_answers", "what", "privacy", "limits", "watch_out")
PLAIN = ("id", "name", "name_es", "kind", "url", "chat_url", "email", "anonymous", "checked_by", "checked_on")
COLUMNS = frozenset((
    *LISTS, *WORDS, *PLAIN, *(f"{word}_es" for word in WORDS), "phones", "texts", "hours", "cost", "cost_es", "asks",
    "asks_es", "evidence",
))  # fmt: skip
_HOURS = re.compile(
    r"(?P<days>[A-Za-z, -]+?)\s+(?P<opens>\d\d:\d\d)\s*-\s*(?P<closes>\d\d:\d\d)(\s+(?P<zone>\S+))?"
)


def resource_of_row(row: Mapping[str, str], givens: Givens) -> Resource:
    """The record of one row; columns we do not know are kept in `extra`. Raises Refused with every reason."""
    said = {
        key.strip().casefold(): words
        for key, value in row.items()
        if key and (words := (value or "").strip())
    }
    table: dict[str, Any] = {
        "kind": "programme",
        "anonymous": "unknown",
        "risk": "low",
        "status": "active",
        "evidence": "verified",
        "languages": ["en"],
        "audiences": list(givens.audiences),
        "countries": [givens.country] if givens.country else [],
        "regions": [] if givens.everywhere else list(givens.regions),
        "topics": list(givens.topics),
        "checked_on": givens.checked_on,
        "sources": [{"url": givens.source, "saw": f"listed in {givens.source}"}],
        "extra": {f"csv.{key}": value for key, value in said.items() if key not in COLUMNS},
    }
    table.update({key: _parts(said[key]) for key in LISTS if key in said})
    table.update({key: plain(said[key]) for key in PLAIN if key in said})
    table.setdefault("id", slug(said.get("name", "")))
    table["en"] = {word: plain(said.get(word, "")) for word in WORDS}
    table["es"] = {word: plain(said.get(f"{word}_es", "")) or table["en"][word] for word in WORDS}
    table["asks"] = {"en": _parts(said.get("asks", "")), "es": _parts(said.get("asks_es", ""))}
    table["hours"] = _hours(said.get("hours", ""), givens.zone)
    table["cost"] = _cost(said)
    problems = _contacts(said, table)
    try:
        record = Resource.model_validate(table)
    except ValidationError as error:
        problems += told(error)
    if not problems and not (record.regions or givens.everywhere or "countries" in said):
        problems.append("regions: not said where it serves; --region NAME or --everywhere can")
    if problems:
        raise Refused("; ".join(problems))
    return record


def _parts(cell: str) -> list[str]:
    return [plain(part) for part in cell.split(";") if part.strip()]


def _hours(cell: str, zone: str) -> Any:
    if cell in ("", "24/7", "web", "unknown"):
        return cell or "unknown"
    found = []
    for part in cell.split(";"):
        stretch = _HOURS.fullmatch(part.strip())
        if stretch is None:
            raise Refused(
                f'hours: write "24/7" or "Mon-Fri 08:00-20:00 America/New_York", not {part.strip()!r}'
            )
        days = stretch["days"].replace(" ", "")
        found.append(
            {
                "days": days,
                "opens": stretch["opens"],
                "closes": stretch["closes"],
                "zone": stretch["zone"] or zone,
            }
        )
    return found


def _cost(said: Mapping[str, str]) -> Any:
    words = said.get("cost", "unknown")
    if words.casefold() in ("free", "unknown"):
        return words.casefold()
    return {"en": plain(words), "es": plain(said.get("cost_es", words))}


def _contacts(said: Mapping[str, str], table: dict[str, Any]) -> list[str]:
    problems = []
    evidence, country = said.get("evidence", "published"), next(iter(table["countries"]), "")
    table["phones"], table["texts"] = [], []
    for part in _parts(said.get("phones", "")):
        try:
            table["phones"].append(phone_of(part, country) | {"evidence": evidence})
        except NoNumber as error:
            problems.append(f"phones: {error}")
    for part in _parts(said.get("texts", "")):
        typed, _, keyword = part.rpartition(" ") if re.search(r" [A-Za-z]+$", part) else (part, "", "")
        try:
            contact = phone_of(typed, country)
        except NoNumber as error:
            problems.append(f"texts: {error}")
        else:
            e164 = {"e164": contact["e164"]} if "e164" in contact else {}
            table["texts"].append(
                {"number": contact["dial"], "keyword": keyword, "evidence": evidence} | e164
            )
    table.setdefault("reach", [way for key, way in (("phones", "phone"), ("texts", "text")) if table[key]])
    return problems
