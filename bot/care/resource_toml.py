"""Records as the text of a content file, in the order people read them; what a hand wrote around others stays."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.care.resources import Resource

_HEAD = re.compile(r"^\[\[?\s*(?:\"([^\"]+)\"|([A-Za-z0-9_-]+))\s*[.\]]")
_TABLES = ("en", "es", "asks", "extra")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def table_of(record: Resource) -> dict[str, Any]:
    """The record as its content file has it: without its id, its pack and what is as it would be anyway."""
    table = record.model_dump(exclude={"id", "pack"}, exclude_defaults=True)
    return {key: table[key] for key in ("name", *table) if key in table}


def toml_of(record: Resource) -> str:
    """The record's tables, ending in an empty line."""
    table = table_of(record)
    lines = [f"[{record.id}]", *_lines({key: table[key] for key in table if _is_plain(key, table[key])})]
    for key, value in table.items():
        if key in _TABLES:
            lines += ["", f"[{record.id}.{key}]", *_lines(value)]
        elif not _is_plain(key, value):
            for one in value:
                lines += ["", f"[[{record.id}.{key}]]", *_lines(one)]
    return "\n".join(lines) + "\n"


def merged(text: str, records: Iterable[Resource]) -> str:
    """A content file with these records in it, in place of those of the same ids, the rest as it was.

    Raises ValueError (TOMLDecodeError) when `text` is not TOML.
    """
    before = tomllib.loads(text)
    new = {record.id: record for record in records}
    head, blocks = _split(text)
    written = [toml_of(new[key]) if key in new else block for key, block in blocks]
    written += [toml_of(record) for key, record in new.items() if key not in before]
    result = "\n\n".join(part.strip("\n") for part in (head, *written) if part.strip()) + "\n"
    if tomllib.loads(result) != before | {key: _read_back(one) for key, one in new.items()}:
        raise ValueError("its tables do not stand one after another; put them in order first")
    return result


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first table, and each record's lines with the remarks above them."""
    head: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line in text.splitlines():
        found = _HEAD.match(line)
        if found and (not blocks or blocks[-1][0] != (found[1] or found[2])):
            blocks.append((found[1] or found[2], [*(waiting if blocks else []), line]))
            head, waiting = (head if len(blocks) > 1 else waiting), []
        elif not blocks or not line.strip() or line.startswith("#"):
            waiting.append(line)
        else:
            blocks[-1][1].extend((*waiting, line))
            waiting = []
    if blocks:
        blocks[-1][1].extend(waiting)
    return "\n".join(head if blocks else waiting), [(key, "\n".join(lines)) for key, lines in blocks]


def _read_back(record: Resource) -> Any:
    return tomllib.loads(toml_of(record))[record.id]


def _is_plain(key: str, value: Any) -> bool:
    tables = (
        isinstance(value, Sequence) and not isinstance(value, str) and value and isinstance(value[0], Mapping)
    )
    return key not in _TABLES and (key == "hours" or not tables)


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value)}" for key, value in table.items() if value is not None)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(_lines(value)) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_value, value)) + "]"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
