"""Moves everything from one database to another, whichever engine, and proves that nothing was lost on the way."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage import engines, migrations
from storage.errors import StorageUnavailable, mapped
from storage.tables import declared, name_of, table_of

AT_ONCE = 1_000  # rows in one statement


@dataclass(frozen=True, slots=True)
class Copied:
    """One table, the same on both sides: how many rows, and the SHA-256 over all of them in order of their keys."""

    table: str
    rows: int
    checksum: str


class CopyRefused(Exception):
    """Nothing was copied; the text says why and what to do."""


def copy(source: str, target: str, *, tell: Callable[[Copied], None] = lambda _: None) -> tuple[Copied, ...]:
    """Copy every table, all or nothing, into a target that holds none of ours yet or only empty ones.

    Both sides are read again and compared before the copy is kept. Stop the bot first: what it writes meanwhile stays
    behind. Raises CopyRefused, or StorageError when a database cannot be used.
    """
    here, there = engines.parse(source), engines.parse(target)
    if here == there:
        raise CopyRefused("Source and target are the same database.")
    if (behind := migrations.pending(source)) or migrations.current(source) is None:
        raise CopyRefused(
            f"The source lacks {len(behind)} migrations. Run `python -m bot db upgrade` with it first."
        )
    file = engines.file_of(there)
    if file is not None:
        engines.make_private(file)
    migrations.make_or_upgrade(there)
    reader, writer = engines.reader_engine(here), engines.migration_engine(there)
    try:
        with reader.connect() as old, writer.connect() as new, new.begin():
            return tuple(_copied(old, new, table_of(row), name_of(row), tell) for row in declared())
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        reader.dispose()
        writer.dispose()


def _copied(
    old: Connection, new: Connection, table: Table, name: str, tell: Callable[[Copied], None]
) -> Copied:
    if new.scalar(select(func.count()).select_from(table)):
        raise CopyRefused(f"The target already holds rows in {name}. Copy into an empty database.")
    for rows in _batches(old, table):
        new.execute(insert(table), rows)
    go_on_counting(new, table)
    before, after = _proof(old, table), _proof(new, table)
    if before != after:
        raise StorageUnavailable(f"{name} is not the same on both sides; nothing was kept")
    done = Copied(name, *before)
    tell(done)
    return done


def _batches(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    found = connection.execute(select(table).execution_options(yield_per=AT_ONCE))
    for rows in found.mappings().partitions():
        yield [dict(row) for row in rows]


def _proof(connection: Connection, table: Table) -> tuple[int, str]:
    """The rows are hashed one by one and the hashes sorted: engines order text differently."""
    hashes = sorted(
        hashlib.sha256(json.dumps(list(row.values()), default=_plain).encode()).digest()
        for rows in _batches(connection, table)
        for row in rows
    )
    return len(hashes), hashlib.sha256(b"".join(hashes)).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def go_on_counting(connection: Connection, table: Table) -> None:
    """After rows that brought their ids along: PostgreSQL counts ids by a sequence that knows nothing of them."""
    column = table.autoincrement_column
    if column is None or connection.dialect.name != "postgresql":
        return
    sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
    if sequence is not None:
        highest = connection.scalar(select(func.max(column)))
        connection.execute(
            text("SELECT setval(CAST(:sequence AS regclass), :next, false)"),
            {"sequence": sequence, "next": (highest or 0) + 1},
        )
