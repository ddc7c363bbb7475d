"""New keys for everybody while the bot goes on: each person's values are sealed anew, and only then the old key goes.

Interrupted at any point nothing is unreadable, and the next run goes on where this one ended.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Table, and_, select, tuple_, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage import engines
from storage.errors import StorageUnavailable, mapped
from storage.keys import DATA, FRESH, HOUSE, Keys
from storage.privacy import SEALED
from storage.sealing import KeyDestroyed, VaultError
from storage.tables import Row, declared, place, table_of
from storage.vault import Vault

AT_ONCE = 200  # rows or owners in one transaction, so that nobody waits for us
SETTLE = FRESH * 2  # seconds until no running bot seals under an older key any more


@dataclass(slots=True)
class Rotated:
    """What a run did. `unreadable` values were left as they are: their key is not in this house."""

    owners: int = 0
    values: int = 0
    unreadable: int = 0
    retired: int = 0
    rewrapped: int = 0


def rotate(
    url: str,
    keys: Keys,
    vault: Vault,
    *,
    wait: Callable[[float], None] = time.sleep,
    tell: Callable[[str], None] = lambda _: None,
) -> Rotated:
    """A new key for each owner, every value under it, every wrapping under today's SECRET_KEY. Raises StorageError.

    `wait` sleeps that many seconds: until no running bot uses what it remembers.
    """
    done = Rotated()
    if not vault.settle():
        raise StorageUnavailable("the keys are not to be had")
    generation = _begin(keys)
    tell(f"generation {generation}: new keys")
    done.owners = _give_new_keys(keys, generation)
    for name in ("pseudonym", "code"):
        done.rewrapped += keys.rewrap(HOUSE + name, 0)
    wait(SETTLE)
    engine = engines.writer_engine(engines.parse(url))
    try:
        for row in declared():
            for column in [one.name for one in table_of(row).columns if one.name.startswith(SEALED)]:
                tell(f"{table_of(row).name}.{column}")
                _reseal(engine, vault, row, column, done)
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        engine.dispose()
    if not done.unreadable:
        done.retired = _retire(keys, generation)
    return done


def _begin(keys: Keys) -> int:
    """A run that was cut short left owners behind the newest generation; otherwise a new one begins."""
    generation = keys.generation()
    if next(_behind(keys, generation), None) is None:
        generation += 1
        keys.add(DATA, generation)
    return generation


def _behind(keys: Keys, generation: int) -> Iterator[tuple[str, int]]:
    after = ""
    while batch := keys.owners(below=generation, after=after, limit=AT_ONCE):
        yield from (
            (owner, newest) for owner, newest in batch if owner == DATA or not owner.startswith(HOUSE)
        )
        after = batch[-1][0]


def _give_new_keys(keys: Keys, generation: int) -> int:
    behind = [owner for owner, newest in _behind(keys, generation) if newest < generation]
    for owner in behind:
        keys.add(owner, generation)
    return len(behind)


def _reseal(engine: Engine, vault: Vault, row: type[Row], column: str, done: Rotated) -> None:
    table, after = table_of(row), None
    while True:
        with Session(engine) as session:
            rows = _page(session, table, column, after)
            for values in rows:
                _reseal_one(session, vault, row, column, values, done)
            session.commit()
        if not rows:
            return
        after = tuple(rows[-1][key.name] for key in table.primary_key)


def _page(
    session: Session, table: Table, column: str, after: tuple[Any, ...] | None
) -> list[Mapping[str, Any]]:
    keys = list(table.primary_key)
    page = select(table).where(table.c[column].is_not(None)).order_by(*keys).limit(AT_ONCE)
    if after is not None:
        page = page.where(tuple_(*keys) > tuple_(*after))
    return [dict(values) for values in session.connection().execute(page).mappings()]


def _reseal_one(
    session: Session, vault: Vault, row: type[Row], column: str, values: Mapping[str, Any], done: Rotated
) -> None:
    table, where = table_of(row), place(row, column, values)
    sealed = bytes(values[column])
    try:
        if vault.is_newest(sealed, place=where):
            return
        again = vault.seal(vault.unseal(sealed, place=where), place=where)
    except KeyDestroyed:
        return  # forgotten meanwhile; the row is on its way out
    except VaultError:
        done.unreadable += 1
        return
    mine = and_(*(key == values[key.name] for key in table.primary_key), table.c[column] == sealed)
    done.values += session.connection().execute(update(table).where(mine).values({column: again})).rowcount


def _retire(keys: Keys, generation: int) -> int:
    return sum(keys.retire(owner, generation) for owner, _ in list(_behind(keys, generation)))
