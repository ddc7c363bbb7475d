"""An HSDS service as one of our records: exactly, where we wrote it; by careful defaults, where others did.

Nothing is lost on the way: what a record has no key for stays in its `extra` and goes back where it stood.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from bot.care.hsds_hours import read_hours
from bot.care.hsds_shapes import PhoneShape, Refused, ServiceShape, Statement, shaped, told
from bot.care.hsds_strangers import Givens, read_stranger
from bot.care.hsds_terms import path_of
from bot.care.hsds_writing import ADDED_TO, LANGUAGE_CODES, packed, service_of
from bot.care.resources import Resource

MANY = frozenset((
    "also_known_as", "countries", "regions", "not_in", "audiences", "topics", "reach", "unconfirmed", "asks.en",
    "asks.es", "works_in",
))  # fmt: skip
"""Paths whose value is a list, also of one."""
READ = frozenset(("name", "description", "url", "email", "assured_date"))
"""What a record holds itself: once it is read, the record is where it is corrected."""


def resource_of(service: Mapping[str, Any], givens: Givens) -> Resource:
    """The record of a service. Raises Refused with every reason why there can be none."""
    shape = shaped(service)
    said = [one for one in shape.attributes if path_of(one.taxonomy_term)]
    ours = any(path_of(one.taxonomy_term) == "id" for one in said)
    left: dict[str, list[Any]] = {}
    table = _own(shape, said, left) if ours else read_stranger(shape, unleaf(said), givens, left)
    try:
        record = Resource.model_validate(table)
    except ValidationError as error:
        raise Refused("; ".join(told(error))) from None
    foreign = [
        one.model_dump(exclude_unset=True) for one in shape.attributes if not path_of(one.taxonomy_term)
    ]
    left["attributes"] = foreign
    return record.model_copy(update={"extra": record.extra | _extra(service, record, left)})


def unleaf(said: Iterable[Statement]) -> dict[str, Any]:
    """The table whose words these statements are."""
    table: dict[str, Any] = {}
    for one in said:
        path = path_of(one.taxonomy_term)
        if path in ("withheld", "sources", "extra"):
            continue
        *above, key = path.split(".")
        inner = table
        for step in above:
            inner = inner.setdefault(step, {})
        if path in MANY:
            inner.setdefault(key, []).append(one.value)
        else:
            inner[key] = one.value
    return table


def _own(shape: ServiceShape, said: list[Statement], left: dict[str, list[Any]]) -> dict[str, Any]:
    table = unleaf(said)
    table["name"], table["checked_on"] = shape.name, shape.assured_date
    for about in ("en", "es"):
        table[about] = {"who_answers": "", "privacy": "", "limits": "", "watch_out": ""} | table.get(
            about, {}
        )
    table["en"]["what"] = shape.description
    table.update({key: getattr(shape, key) for key in ("url", "email") if getattr(shape, key)})
    table["phones"], table["texts"] = _contacts(shape.phones, left), _texts(shape.phones)
    for one in _values(said, "withheld"):
        table[one["in"]].insert(one["at"], one["contact"])
    table["sources"] = list(_values(said, "sources"))
    table["extra"] = {one.link_type: one.value for one in said if path_of(one.taxonomy_term) == "extra"}
    table["languages"] = _languages(shape, left)
    if "hours" not in table:
        table["hours"], left["schedules"] = read_hours(shape.schedules, "")
    return table


def _languages(shape: ServiceShape, left: dict[str, list[Any]]) -> list[str]:
    codes = {iso: code for code, iso in LANGUAGE_CODES.items() if iso}
    found = []
    for one in shape.languages:
        code = codes.get(one.code, one.code) or one.note
        if re.fullmatch("[a-z]{2}", code) or code in LANGUAGE_CODES:
            found.append(code)
        else:
            left.setdefault("languages", []).append(one.model_dump(exclude_unset=True))
    return found


def _values(said: Iterable[Statement], path: str) -> Iterator[Any]:
    return (json.loads(one.value) for one in said if path_of(one.taxonomy_term) == path)


def _contacts(phones: Iterable[PhoneShape], left: dict[str, list[Any]]) -> list[dict[str, Any]]:
    found = []
    for phone in phones:
        table = unleaf(phone.attributes)
        if "evidence" not in table:
            left.setdefault("phones", []).append(phone.model_dump(exclude_unset=True))
        elif phone.type == "voice":
            found.append({"dial": phone.number} | table)
    return found


def _texts(phones: Iterable[PhoneShape]) -> list[dict[str, Any]]:
    tables = [(phone, unleaf(phone.attributes)) for phone in phones if phone.type != "voice"]
    return [{"number": phone.number} | table for phone, table in tables if "evidence" in table]


def _extra(service: Mapping[str, Any], record: Resource, left: Mapping[str, list[Any]]) -> dict[str, str]:
    """What our own writing of the record would not say again."""
    written = service_of(record)
    extra: dict[str, str] = {}
    for key, value in service.items():
        if value in (None, "", []) or key in ADDED_TO or (key in READ and key in written):
            continue
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            if str(value) != str(written.get(key, "")):
                extra[f"service.{key}"] = str(value)
        elif not _same(value, written.get(key)):
            extra[f"service.{key}:json"] = packed(value)
    extra.update({f"service.{key}:json": packed(rows) for key, rows in left.items() if rows})
    return extra


def _same(value: Any, written: Any) -> bool:
    """Whether two things are one: by their ids where they have them, for tools add columns of their own."""
    if isinstance(value, list) and isinstance(written, list):
        return [_id(one) for one in value] == [_id(one) for one in written]
    return value == written or (_id(value) is not None and _id(value) == _id(written))


def _id(thing: Any) -> Any:
    return thing.get("id") if isinstance(thing, Mapping) else None
