"""A copy of everything, made while the bot runs, that nobody can read without SECRET_KEY and each person's own key.

What is a person's lies in it under that person's key. /forget destroys the key, so an older backup gives that person back
to nobody, and `restore` leaves them out. The keys go into a file of their own, of which only the newest should be kept.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, insert, select
from sqlalchemy.exc import DBAPIError

from storage import backup_file, engines, migrations
from storage.copying import AT_ONCE, go_on_counting
from storage.errors import mapped
from storage.keys import HOUSE, Keys
from storage.sealing import HEADER, Damaged, VaultError, whole
from storage.tables import Owner, declared, name_of, table_of
from storage.vault import Vault

NO_ROW = {"alembic_version"}


class BackupRefused(Exception):
    """Nothing was changed; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and how many rows stayed out because their person was forgotten since (or their key is not here)."""

    rows: int
    left_out: int


def make(url: str, vault: Vault, secret: str, file: Path) -> int:
    """One consistent state of everything, encrypted. How many rows. Raises StorageError, OSError."""
    engine = engines.reader_engine(engines.parse(url))
    try:
        with engine.connect() as connection, connection.begin():
            return backup_file.write(file, secret, _everything(connection, vault)) - 1
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        engine.dispose()


def make_of_keys(keys: Keys, secret: str, file: Path) -> int:
    """Every key, still wrapped, encrypted once more. Keep only the newest: an older one knows those who were forgotten."""
    return backup_file.write(file, secret, ({"key": [*one[:2], _in(one[2])]} for one in keys.wrapped()))


def restore_keys(keys: Keys, secrets: Sequence[str], file: Path) -> int:
    """Into a store that knows nobody yet. Raises BackupRefused, VaultError, StorageError, OSError."""
    if any(not owner.startswith(HOUSE) for owner, _, _ in keys.wrapped()):
        raise BackupRefused("There are keys of people here already. Restore keys only where there are none.")
    rows = [line["key"] for line in backup_file.read(file, secrets)]
    keys.replace_all([(owner, number, _out(wrapped)) for owner, number, wrapped in rows])
    return len(rows)


def restore(url: str, keys: Keys, secrets: Sequence[str], file: Path) -> Restored:
    """Into a database without rows. Raises BackupRefused, VaultError, StorageError, OSError."""
    lines = backup_file.read(file, secrets)
    revision = _revision(next(lines, {}))
    target = engines.parse(url)
    migrations.upgrade(url)
    _refuse_rows(url)
    if revision != migrations.head():
        migrations.downgrade(url, revision)
    engine = engines.migration_engine(target)
    try:
        with engine.connect() as connection, connection.begin():
            done = _put_back(connection, _Opener(keys), lines)
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        engine.dispose()
        migrations.upgrade(url)
    return done


def _everything(connection: Connection, vault: Vault) -> Iterator[dict[str, Any]]:
    yield {"revision": migrations.head()}
    for row in declared():
        table = table_of(row)
        found = connection.execute(select(table).execution_options(yield_per=AT_ONCE)).mappings()
        for values in found:
            plain = {name: _plain(value) for name, value in values.items()}
            if row.owner is Owner.MEMBER and row.subject is not None:
                place = f"backup:{name_of(row)}:{values[row.subject]}"
                yield {"t": name_of(row), "s": _in(vault.seal(json.dumps(plain), place=place))}
            else:
                yield {"t": name_of(row), "v": plain}


class _Opener:
    """Finds the key of a row that does not say whose it is, by the mark its key left on it."""

    def __init__(self, keys: Keys) -> None:
        self._by_mark: dict[bytes, list[tuple[str, Any]]] = {}
        for owner in {owner for owner, _, _ in keys.wrapped()}:
            ring = keys.ring(owner)
            for key in ring.by_generation.values() if ring else ():
                self._by_mark.setdefault(key.fingerprint, []).append((owner, key))

    def open(self, table: str, sealed: bytes) -> dict[str, Any] | None:
        """None when its key is no more."""
        body = whole(sealed)
        for owner, key in self._by_mark.get(body[2:HEADER], ()):
            try:
                plain = key.open(body, f"backup:{table}:{owner}".encode())
            except VaultError:
                continue
            opened: dict[str, Any] = json.loads(plain)
            return opened
        return None


def _put_back(connection: Connection, opener: _Opener, lines: Iterator[dict[str, Any]]) -> Restored:
    known = MetaData()
    known.reflect(connection)
    waiting: dict[str, list[dict[str, Any]]] = {}
    rows = left_out = 0
    for line in lines:
        name = str(line["t"])
        values = line["v"] if "v" in line else opener.open(name, _out(line["s"]))
        if values is None:
            left_out += 1
            continue
        rows += 1
        batch = waiting.setdefault(name, [])
        batch.append({column: _real(value) for column, value in values.items()})
        if len(batch) >= AT_ONCE:
            _insert(connection, known.tables[name], waiting.pop(name))
    for name, batch in waiting.items():
        _insert(connection, known.tables[name], batch)
    for table in known.tables.values():
        if table.name not in NO_ROW:
            go_on_counting(connection, table)
    return Restored(rows, left_out)


def _insert(connection: Connection, table: Table, batch: list[dict[str, Any]]) -> None:
    connection.execute(insert(table), batch)


def _refuse_rows(url: str) -> None:
    engine = engines.reader_engine(engines.parse(url))
    try:
        with engine.connect() as connection:
            for row in declared():
                if connection.scalar(select(func.count()).select_from(table_of(row))):
                    raise BackupRefused(
                        f"There are rows in {name_of(row)} already. Restore into an empty database: "
                        "stop the bot, move the old database away, keep its keys where they are."
                    )
    finally:
        engine.dispose()


def _revision(head: Mapping[str, Any]) -> str:
    revision = str(head.get("revision", ""))
    if revision not in migrations.revisions():
        raise BackupRefused(f"This backup is of a release this one does not know ({revision or 'none'}).")
    return revision


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"b": _in(value)}
    if isinstance(value, datetime):
        return {"m": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    return value


def _real(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, text),) = value.items()
    readers = {"b": _out, "m": datetime.fromisoformat, "d": date.fromisoformat}
    if kind not in readers:
        raise Damaged("a value of unknown kind")
    return readers[kind](text)


def _in(raw: bytes) -> str:
    return b64encode(raw).decode()


def _out(text: str) -> bytes:
    return b64decode(text)
