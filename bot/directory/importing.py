"""`python -m bot resources import`: what a file would change, and, only when told to, the change itself."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.care.hsds_reading import resource_of
from bot.care.hsds_shapes import Refused
from bot.care.hsds_strangers import Givens
from bot.care.resource_changes import Change, changes
from bot.care.resource_csv import resource_of_row
from bot.care.resource_numbers import number_problems
from bot.care.resource_toml import merged, table_of
from bot.care.resources import Resource
from bot.directory.files import Unreadable, is_plain_csv, rows_in, services_in
from bot.library import records_in

ORIGIN = "service.id"


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import comes to. `refused` holds where a row stands, its name, and why it is not taken."""

    changes: tuple[Change, ...]
    same: int
    refused: tuple[tuple[str, str, str], ...]
    stays: int = 0  # records of the target that the file does not name


@dataclass(slots=True)
class _Names:
    """Ids that are taken. A place of another directory keeps the id it was first given."""

    known: Mapping[str, Resource]
    elsewhere: Mapping[str, Resource]
    by_origin: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    next_number: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_origin = {origin: key for key, one in self.known.items() if (origin := one.extra.get(ORIGIN))}

    def named(self, record: Resource, *, is_own: bool) -> Resource:
        """The record under an id of its own. Raises Refused when it is our own record and stands elsewhere."""
        wanted = self.by_origin.get(record.extra.get(ORIGIN, ""), record.id)
        if is_own:
            if wanted in self.elsewhere:
                raise Refused(f"{wanted} is known already, from another file; change it there")
            if wanted in self.given:
                raise Refused(f"{wanted} is in the file twice")
        elif record.extra.get(ORIGIN, "") not in self.by_origin:
            is_listed = ORIGIN not in record.extra and wanted in self.known and wanted not in self.given
            wanted = wanted if is_listed else self._free(wanted)
        self.given.add(wanted)
        return record if wanted == record.id else record.model_copy(update={"id": wanted})

    def _free(self, wanted: str) -> str:
        found, number = wanted, self.next_number.get(wanted, 1)
        while found in self.given or found in self.known or found in self.elsewhere:
            number += 1
            found = f"{wanted}-{number}"
        self.next_number[wanted] = number
        return found


def plan(path: Path, givens: Givens, into: Path, shipped: Mapping[str, Resource]) -> Plan:
    """Read a file and see what it would change in `into`. Raises Unreadable or ContentError."""
    known = known_in(into)
    elsewhere = {key: one for key, one in shipped.items() if key not in known}
    names = _Names(known, elsewhere)
    taken: list[Resource] = []
    refused: list[tuple[str, str, str]] = []
    known_elsewhere = 0
    for where, thing in rows_in(path) if is_plain_csv(path) else services_in(path):
        try:
            record = _record(thing, givens, plain_csv=is_plain_csv(path))
            if _is_same(elsewhere.get(record.id), record):
                known_elsewhere += 1
                continue
            taken.append(names.named(record, is_own=_is_own(thing, record, plain_csv=is_plain_csv(path))))
        except Refused as error:
            name = thing.get("name", "") if isinstance(thing, Mapping) else ""
            refused.append((where, str(name)[:80], str(error)))
    if not taken and not refused and not known_elsewhere:
        raise Unreadable(f"{path} holds no services")
    found = tuple(changes(known, taken))
    stays = len(known.keys() - {record.id for record in taken})
    return Plan(found, len(taken) - len(found) + known_elsewhere, tuple(refused), stays)


def _is_same(known: Resource | None, record: Resource) -> bool:
    return known is not None and known.model_copy(update={"pack": record.pack}) == record


def known_in(into: Path) -> dict[str, Resource]:
    """The records of the file that would be written; none when there is no such file yet."""
    if not into.exists():
        return {}
    return {record.id: record for record in records_in(into)}


def write(done: Plan, into: Path) -> None:
    """Put new and changed records into the file, which is replaced whole or not at all."""
    into.parent.mkdir(parents=True, exist_ok=True)
    text = into.read_text(encoding="utf-8") if into.exists() else ""
    records = [change.record for change in done.changes]
    new = _merged_lines(text, records) if into.suffix == ".jsonl" else merged(text, records)
    beside = into.with_name(f".{into.name}.new")
    beside.write_text(new, encoding="utf-8")
    beside.replace(into)


def _record(thing: Any, givens: Givens, *, plain_csv: bool) -> Resource:
    record = resource_of_row(thing, givens) if plain_csv else resource_of(_object(thing), givens)
    problems = number_problems([record])
    if problems:
        raise Refused("; ".join(problems))
    try:
        record.model_dump_json().encode()
    except ValueError:
        raise Refused("it holds signs that are no letters of any language") from None
    return record


def _is_own(thing: Any, record: Resource, *, plain_csv: bool) -> bool:
    """Whether its id was given by us or by the department, so that it must not be changed."""
    return bool(thing.get("id")) if plain_csv else ORIGIN not in record.extra


def _object(thing: Any) -> Mapping[str, Any]:
    if not isinstance(thing, Mapping):
        raise Refused("a service is an object with fields")
    return thing


def _merged_lines(text: str, records: Iterable[Resource]) -> str:
    new = {record.id: _line(record) for record in records}
    old = {json.loads(line)["id"]: line for line in text.split("\n") if line.strip()}
    return "".join(f"{line}\n" for line in (old | new).values())


def _line(record: Resource) -> str:
    table = table_of(record)
    return json.dumps(
        {"id": record.id, **json.loads(record.model_dump_json(include=set(table), exclude_defaults=True))}
    )


def first_refused(done: Plan, most: int) -> Iterator[str]:
    """The refused rows in words, the first of them."""
    for where, name, reason in done.refused[:most]:
        yield f"{where}{f' ({name})' if name else ''}: {reason}"
    if len(done.refused) > most:
        yield f"and {len(done.refused) - most:,} more"
