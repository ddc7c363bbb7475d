"""What records from elsewhere would change: new, changed field by field, or the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.care.resources import Resource


@dataclass(frozen=True, slots=True)
class Change:
    """One record that would be written. `fields` holds each field with its words before and after; none if new."""

    record: Resource
    is_new: bool
    fields: tuple[tuple[str, str, str], ...] = ()


def changes(known: Mapping[str, Resource], incoming: Iterable[Resource]) -> Iterator[Change]:
    """Every record that is new or differs, in the order they came."""
    for record in incoming:
        before = known.get(record.id)
        if before is None:
            yield Change(record, is_new=True)
        elif fields := tuple(_differing(before, record)):
            yield Change(record, is_new=False, fields=fields)


def _differing(before: Resource, after: Resource) -> Iterator[tuple[str, str, str]]:
    for field in type(after).model_fields:
        was, comes = getattr(before, field), getattr(after, field)
        if was == comes or field == "pack":
            continue
        old, new = before.model_dump(mode="json")[field], after.model_dump(mode="json")[field]
        if isinstance(old, dict) and isinstance(new, dict):
            for key in dict.fromkeys((*old, *new)):
                if old.get(key) != new.get(key):
                    yield f"{field}.{key}", _words(old.get(key)), _words(new.get(key))
        else:
            yield field, _words(old), _words(new)


def _words(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    if isinstance(value, dict):
        return ", ".join(
            f"{key}={_words(inner)}" for key, inner in value.items() if inner not in (None, "", [], {})
        )
    return "" if value is None else str(value)
