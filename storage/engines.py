"""Connections to SQLite, where deleted means overwritten and only the owner opens the file, or to PostgreSQL.

On both, readers see one consistent state and never wait for the writer, and nothing waits for a lock for long.
"""

import os
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from storage.errors import StorageUnavailable

READERS = 2
BUSY_SECONDS = 1.0  # how long the database itself waits for a lock before it says so
STATEMENT_SECONDS = (
    4.0  # under the longest wait of a caller, so that the server gives up before its client does
)
MIGRATION_BUSY_SECONDS = 10.0  # another process may be migrating the same database just now
MIGRATION_SECONDS = 600.0  # a large table takes its time; only PostgreSQL counts it
CONNECT_SECONDS = 3
_MIGRATIONS = (
    5_361_072_011  # the number of our advisory lock: replicas that start together migrate one by one
)
_OURS = ("", "-wal", "-shm", "-journal")
_WRITER_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "journal_size_limit = 1048576",
    "secure_delete = ON",
)
_ALL_PRAGMAS = ("foreign_keys = ON", "temp_store = MEMORY")


def writer_engine(url: URL) -> Engine:
    """One connection that takes the write lock at BEGIN, so that no transaction fails half way for want of it."""
    if not is_sqlite(url):
        return _postgres_engine(url, pool_size=1)
    engine = _sqlite_engine(url, BUSY_SECONDS, pool_size=1, max_overflow=0)
    _begin_with(engine, "BEGIN IMMEDIATE")
    _pragmas(engine, *_WRITER_PRAGMAS, *_ALL_PRAGMAS)
    return engine


def reader_engine(url: URL) -> Engine:
    """Connections that see one consistent state and cannot write."""
    if not is_sqlite(url):
        engine = _postgres_engine(url, pool_size=READERS, isolation_level="REPEATABLE READ")
        return engine.execution_options(postgresql_readonly=True)
    engine = _sqlite_engine(url, BUSY_SECONDS, pool_size=READERS, max_overflow=0)
    _begin_with(engine, "BEGIN")
    _pragmas(engine, *_ALL_PRAGMAS, "query_only = ON")
    return engine


def migration_engine(url: URL) -> Engine:
    """For changing the tables themselves: SQLite rebuilds a table by copying it, which foreign keys would forbid."""
    if not is_sqlite(url):
        engine = create_engine(
            url, hide_parameters=True, poolclass=NullPool, connect_args=_postgres_arguments(MIGRATION_SECONDS)
        )
        _one_migration_at_a_time(engine)
        return engine
    engine = _sqlite_engine(url, MIGRATION_BUSY_SECONDS, poolclass=NullPool)
    _begin_with(engine, "BEGIN IMMEDIATE")
    _pragmas(engine, *_WRITER_PRAGMAS, "foreign_keys = OFF")
    return engine


def durable_engine(url: URL, schema: str) -> Engine:
    """Like a writer's, but what was committed also survives a power cut: for keys, without which rows say nothing.

    On PostgreSQL it looks into `schema` first, if there is one.
    """
    if not is_sqlite(url):
        return _postgres_engine(url, f"-c search_path={schema},public", pool_size=2)
    engine = _sqlite_engine(url, BUSY_SECONDS, pool_size=1, max_overflow=0)
    _begin_with(engine, "BEGIN IMMEDIATE")
    _pragmas(engine, *_WRITER_PRAGMAS, *_ALL_PRAGMAS, "synchronous = FULL")
    return engine


def fold_log_in(engine: Engine) -> None:
    """SQLite: nothing of what was deleted stays in the log."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def take_migration_turn(connection: Connection) -> None:
    """PostgreSQL: whoever changes tables does so alone, until the transaction ends."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATIONS})").close()


def is_sqlite(url: URL) -> bool:
    """Whether the database is one file of ours."""
    return url.get_backend_name() == "sqlite"


def parse(url: str) -> URL:
    """Raises StorageUnavailable without quoting the address, which may hold a password."""
    try:
        parsed = make_url(url)
    except Exception as error:  # noqa: BLE001  SQLAlchemy raises whatever int() or a missing driver does
        raise StorageUnavailable(f"DATABASE_URL: {type(error).__name__}") from None
    if parsed.drivername.split("+")[0] in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")  # the driver is ours to choose
    if not is_sqlite(parsed):
        raise StorageUnavailable("DATABASE_URL: begin it with sqlite:/// or postgresql://")
    if file_of(parsed) is None:
        raise StorageUnavailable("DATABASE_URL: a file is needed; a database in memory would forget everyone")
    return parsed


def file_of(url: URL) -> Path | None:
    """Where the SQLite file lies; None for other databases and for one in memory."""
    name = url.database or ""
    if not is_sqlite(url) or name in {"", ":memory:"} or url.query.get("mode") == "memory":
        return None
    return Path(name.removeprefix("file:"))


def identity(file: Path) -> tuple[int, int] | None:
    """Which file this is, whatever its name; None when it is gone."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_private(file: Path) -> None:
    """The file is made if missing and is its owner's alone (0600), and so is a folder (0700) that holds nothing else.

    A folder shared with other things is left as it is: closing it could lock others out.
    """
    folder = file.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = {file.name + ending for ending in _OURS}
    kin = file.stem.split(".")[0] + "."  # the keys lie beside the tables
    if all(entry.name.startswith(kin) for entry in folder.iterdir()):
        with suppress(OSError):
            folder.chmod(0o700)
    if not file.exists():
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    for name in ours:
        with suppress(OSError):  # not there, or not ours to change
            (folder / name).chmod(0o600)


def _postgres_engine(url: URL, options: str = "", **more: Any) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        max_overflow=0,
        pool_pre_ping=True,
        connect_args=_postgres_arguments(STATEMENT_SECONDS, options),
        **more,
    )


def _postgres_arguments(seconds: float, more: str = "") -> dict[str, Any]:
    # A process that hangs in the middle of a transaction must not hold its locks for ever.
    waits = {
        "lock_timeout": min(seconds, MIGRATION_BUSY_SECONDS if seconds > STATEMENT_SECONDS else BUSY_SECONDS),
        "statement_timeout": seconds,
        "idle_in_transaction_session_timeout": seconds * 3,
    }
    options = " ".join(f"-c {name}={int(value * 1000)}" for name, value in waits.items())
    return {
        "connect_timeout": CONNECT_SECONDS,
        "options": f"{options} -c timezone=UTC {more}".strip(),
        "application_name": "statuscheck",
    }


def _one_migration_at_a_time(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def wait_for_our_turn(connection: Connection) -> None:
        take_migration_turn(connection)


def _sqlite_engine(url: URL, busy_seconds: float, **pool: Any) -> Engine:
    return create_engine(url, hide_parameters=True, connect_args={"timeout": busy_seconds}, **pool)


def _begin_with(engine: Engine, begin: str) -> None:
    @event.listens_for(engine, "connect")
    def leave_begin_to_us(connection: SqliteConnection, _record: object) -> None:
        # Python's sqlite3 would otherwise begin on its own, late and without SAVEPOINT in mind.
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def take_the_lock(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _pragmas(engine: Engine, *pragmas: str) -> None:
    @event.listens_for(engine, "connect")
    def set_up(connection: SqliteConnection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()
