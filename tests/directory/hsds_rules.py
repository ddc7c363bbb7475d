"""Holds an object or a row against hsds_shapes.toml, strictly: a field that is not there may not be written."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

RULES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "hsds_shapes.toml").read_text(encoding="utf-8")
)
LOOKS = {
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "uri": re.compile(r"https?://\S+"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "moment": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"),
    "time": re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d"),
    "text": re.compile(r"[\s\S]+"),
}


def broken_rules(kind: str, thing: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with an object of this kind, inner objects included."""
    rules = RULES[kind]
    yield from (f"{kind}: no {field}" for field in rules["required"] if not thing.get(field))
    for field, value in thing.items():
        inner_one, inner_many = rules.get("one", {}).get(field), rules.get("many", {}).get(field)
        if inner_one:
            yield from broken_rules(inner_one, value)
        elif inner_many:
            for inner in value:
                yield from broken_rules(inner_many, inner)
        elif not _fits(rules, field, value):
            yield f"{kind}.{field}: {value!r}"


def _fits(rules: Mapping[str, Any], field: str, value: Any) -> bool:
    if field in rules.get("uuid", ()):
        return bool(str(UUID(value)) == value)
    if field in rules.get("number", ()):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if field in rules.get("enum", {}):
        return str(value) in rules["enum"][field]
    looks = (LOOKS[name] for name in LOOKS if field in rules.get(name, ()))
    look = next(looks, None)
    return look is not None and isinstance(value, str) and look.fullmatch(value) is not None
