"""Every person's own key, in a store apart from what it opens: with the key gone, older copies of the database say nothing.

Each key is wrapped under SECRET_KEY (AES-256-GCM, bound to its owner). A key's generation counts rotations.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, Engine, Integer, LargeBinary, MetaData, String, Table, delete, func, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateSchema

from storage import engines
from storage.errors import StorageUnavailable, mapped
from storage.sealing import DataKey, Wrapping, new_key
from storage.upsert import insert_unless_there

T = TypeVar("T")


HOUSE = "house:"  # owners that are no person; the rest are pseudonyms
DATA = "house:data"
FRESH = 5.0  # seconds a key is used without looking again: another process may have destroyed or rotated it
REMEMBERED = 10_000  # people; about 5 MB
log = logging.getLogger("statuscheck.storage")
SCHEMA = "statuscheck_keys"  # on PostgreSQL, so that a dump of the tables can leave it out


@dataclass(frozen=True, slots=True)
class Ring:
    """One owner's keys by generation; new values are sealed under the newest."""

    by_generation: Mapping[int, DataKey]

    @property
    def newest(self) -> int:
        """The generation to seal under."""
        return max(self.by_generation)


def beside(url: str) -> str:
    """Where the keys of a database are kept unless KEYS_URL says otherwise: a file of its own next to SQLite's,
    a schema of its own on PostgreSQL. Raises StorageUnavailable."""
    parsed = engines.parse(url)
    file = engines.file_of(parsed)
    return url if file is None else f"sqlite:///{file.with_name(file.stem + '.keys.db')}"


class Keys:
    """Opened when first used. Methods block for a few milliseconds: storage threads may call them, an event loop not."""

    def __init__(self, url: str, wrapping: Wrapping, *, clock: Callable[[], float] = time.monotonic) -> None:
        """`url` as DATABASE_URL. `clock` is monotonic seconds."""
        self._url, self._wrapping, self._clock = url, wrapping, clock
        self._lock = threading.RLock()
        self._engine: Engine | None = None
        self._identity: tuple[int, int] | None = None
        self._table = _TABLE
        self._seen: OrderedDict[str, tuple[float, Ring]] = OrderedDict()

    def ring(self, owner: str) -> Ring | None:
        """The keys of one owner; None when there never were any, or they were destroyed. Raises WrongKey, StorageError."""
        with self._lock:
            at, ring = self._seen.get(owner, (float("-inf"), None))
            if ring is not None and self._clock() - at < FRESH:
                return ring
            return self._learn(owner, self._ask(lambda connection: self._rows(connection, owner)))

    def ring_to_seal(self, owner: str, first: bytes | None = None) -> Ring:
        """The same, made now if need be (of the bytes `first`, else at random). Raises WrongKey, StorageError."""
        ring = self.ring(owner)
        if ring is None:
            self.add(owner, 0 if owner.startswith(HOUSE) else self.generation(), first)
            ring = self.ring(owner)
        if ring is None:
            raise StorageUnavailable("a key was destroyed while it was made")
        return ring

    def lasting(self, owner: str, first: bytes) -> bytes:
        """The bytes of a key that is never rotated, only wrapped anew. Raises WrongKey, StorageError."""
        with self._lock:
            rows = self._ask(lambda connection: self._rows(connection, owner))
            if not rows:
                self.add(owner, 0, first)
                rows = self._ask(lambda connection: self._rows(connection, owner))
            generation, wrapped = rows[0]
            return self._wrapping.unwrap(wrapped, owner, generation)

    def add(self, owner: str, generation: int, key: bytes | None = None) -> None:
        """One more key for this owner, kept before anything is sealed under it; the one that is there wins."""
        wrapped = self._wrapping.wrap(key or new_key(), owner, generation)

        values = {"owner": owner, "generation": generation, "wrapped": wrapped}
        self._ask(lambda connection: insert_unless_there(connection, self._table, values))
        self._forget(owner)

    def destroy(self, owners: Iterable[str]) -> int:
        """What was sealed for these people opens no more, in no copy. How many keys. Raises StorageError."""
        several = list(owners)
        gone = self._ask(
            lambda connection: (
                connection.execute(delete(self._table).where(self._table.c.owner.in_(several))).rowcount
            )
        )
        for owner in several:
            self._forget(owner)
        if gone:
            self._leave_no_trace()
        return gone

    def retire(self, owner: str, below: int) -> int:
        """Destroy an owner's keys of generations before `below`."""
        old = (self._table.c.owner == owner, self._table.c.generation < below)
        gone = self._ask(lambda connection: connection.execute(delete(self._table).where(*old)).rowcount)
        self._forget(owner)
        if gone:
            self._leave_no_trace()
        return gone

    def rewrap(self, owner: str, generation: int) -> bool:
        """Wrap under today's SECRET_KEY what is still under an old one. Whether it was."""

        def rewrap(connection: Connection) -> bool:
            mine = self._is(owner, generation)
            wrapped = connection.scalar(select(self._table.c.wrapped).where(*mine))
            if wrapped is None or self._wrapping.is_current(wrapped):
                return False
            key = self._wrapping.unwrap(wrapped, owner, generation)
            again = self._wrapping.wrap(key, owner, generation)
            connection.execute(self._table.update().where(*mine).values(wrapped=again))
            return True

        return self._ask(rewrap)

    def generation(self) -> int:
        """How often the house has rotated its keys."""
        newest = select(func.max(self._table.c.generation)).where(self._table.c.owner == DATA)
        return self._ask(lambda connection: connection.scalar(newest)) or 0

    def owners(self, *, below: int | None = None, after: str = "", limit: int = 500) -> list[tuple[str, int]]:
        """Owners in order, each with their newest generation; `below`: only those with a key older than that."""
        table = self._table
        rows = select(table.c.owner, func.max(table.c.generation)).where(table.c.owner > after)
        rows = rows.group_by(table.c.owner).order_by(table.c.owner).limit(limit)
        if below is not None:
            rows = rows.having(func.min(table.c.generation) < below)
        return [
            (owner, newest) for owner, newest in self._ask(lambda connection: connection.execute(rows).all())
        ]

    def wrapped(self) -> list[tuple[str, int, bytes]]:
        """Every key as it is kept: owner, generation, wrapped."""
        table = self._table
        rows = select(table.c.owner, table.c.generation, table.c.wrapped).order_by(table.c.owner)
        found = self._ask(lambda connection: connection.execute(rows).all())
        return [(owner, generation, bytes(wrapped)) for owner, generation, wrapped in found]

    def replace_all(self, rows: Sequence[tuple[str, int, bytes]]) -> None:
        """These keys and no others. Raises VaultError, with nothing changed, when one is not for this SECRET_KEY."""
        for owner, generation, wrapped in rows:
            self._wrapping.unwrap(wrapped, owner, generation)

        def replace_all(connection: Connection) -> None:
            connection.execute(delete(self._table))
            for owner, generation, wrapped in rows:
                values = {"owner": owner, "generation": generation, "wrapped": wrapped}
                insert_unless_there(connection, self._table, values)

        self._ask(replace_all)
        with self._lock:
            self._seen.clear()

    def close(self) -> None:
        """Until it is used again."""
        with self._lock:
            self._seen.clear()
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _rows(self, connection: Connection, owner: str) -> list[tuple[int, bytes]]:
        mine = select(self._table.c.generation, self._table.c.wrapped).where(self._table.c.owner == owner)
        return [(generation, bytes(wrapped)) for generation, wrapped in connection.execute(mine)]

    def _learn(self, owner: str, rows: list[tuple[int, bytes]]) -> Ring | None:
        self._forget(owner)
        if not rows:
            return None
        ring = Ring({number: DataKey.of(self._wrapping.unwrap(key, owner, number)) for number, key in rows})
        self._seen[owner] = (self._clock(), ring)
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return ring

    def _forget(self, owner: str) -> None:
        with self._lock:
            self._seen.pop(owner, None)

    def _is(self, owner: str, generation: int) -> tuple[Any, ...]:
        return (self._table.c.owner == owner, self._table.c.generation == generation)

    def _ask(self, work: Callable[[Connection], T]) -> T:
        try:
            with self._lock, self._opened().begin() as connection:
                return work(connection)
        except DBAPIError as error:
            raise mapped(error) from None
        except OSError as error:
            raise StorageUnavailable(type(error).__name__) from None

    def _opened(self) -> Engine:
        url = engines.parse(self._url)
        file = engines.file_of(url)
        if self._engine is not None and file is not None and engines.identity(file) != self._identity:
            self.close()  # moved or removed: keys written into a deleted file would be lost at the next start
        if self._engine is None:
            if file is not None:
                engines.make_private(file)
            engine = engines.durable_engine(url, SCHEMA)
            _make(engine, self._table)
            self._engine, self._identity = engine, engines.identity(file) if file else None
        return self._engine

    def _leave_no_trace(self) -> None:
        """SQLite keeps what was deleted in its log until that is folded in."""
        with self._lock:
            engine = self._opened()
            if engine.dialect.name == "sqlite":
                engines.fold_log_in(engine)


_TABLE = Table(
    "person_key",
    MetaData(),
    Column("owner", String, primary_key=True),
    Column("generation", Integer, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)


def _make(engine: Engine, table: Table) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            # The lock that migrations take: replicas that start together make it once.
            engines.take_migration_turn(connection)
            try:
                with connection.begin_nested():
                    connection.execute(CreateSchema(SCHEMA, if_not_exists=True))
            except DBAPIError as error:
                # Not ours to create: then it stands beside the other tables, where the search path looks next.
                log.warning("the keys have no schema of their own (%s)", mapped(error))
        table.create(connection, checkfirst=True)
