"""Connections where deleted means overwritten, readers never wait for the writer, and only the owner opens the file."""

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
BUSY_SECONDS = 1.0  # how long SQLite itself waits for a lock before it says so
MIGRATION_BUSY_SECONDS = 10.0  # another process may be migrating the same file just now
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
        return create_engine(url, hide_parameters=True, pool_size=1, max_overflow=0, pool_pre_ping=True)
    engine = _sqlite_engine(url, BUSY_SECONDS, pool_size=1, max_overflow=0)
    _begin_with(engine, "BEGIN IMMEDIATE")
    _pragmas(engine, *_WRITER_PRAGMAS, *_ALL_PRAGMAS)
    return engine


def reader_engine(url: URL) -> Engine:
    """Connections that see one consistent state and cannot write."""
    if not is_sqlite(url):
        engine = create_engine(
            url, hide_parameters=True, pool_size=READERS, max_overflow=0, pool_pre_ping=True
        )
        return engine.execution_options(postgresql_readonly=True)
    engine = _sqlite_engine(url, BUSY_SECONDS, pool_size=READERS, max_overflow=0)
    _begin_with(engine, "BEGIN")
    _pragmas(engine, *_ALL_PRAGMAS, "query_only = ON")
    return engine


def migration_engine(url: URL) -> Engine:
    """For changing the tables themselves: SQLite rebuilds a table by copying it, which foreign keys would forbid."""
    if not is_sqlite(url):
        return create_engine(url, hide_parameters=True, poolclass=NullPool)
    engine = _sqlite_engine(url, MIGRATION_BUSY_SECONDS, poolclass=NullPool)
    _begin_with(engine, "BEGIN IMMEDIATE")
    _pragmas(engine, *_WRITER_PRAGMAS, "foreign_keys = OFF")
    return engine


def is_sqlite(url: URL) -> bool:
    """Whether the database is one file of ours."""
    return url.get_backend_name() == "sqlite"


def parse(url: str) -> URL:
    """Raises StorageUnavailable without quoting the address, which may hold a password."""
    try:
        parsed = make_url(url)
    except Exception as error:  # noqa: BLE001  SQLAlchemy raises whatever int() or a missing driver does
        raise StorageUnavailable(f"DATABASE_URL: {type(error).__name__}") from None
    if is_sqlite(parsed) and file_of(parsed) is None:
        raise StorageUnavailable("DATABASE_URL: a file is needed; a database in memory would forget everyone")
    return parsed


def file_of(url: URL) -> Path | None:
    """Where the SQLite file lies; None for other databases and for one in memory."""
    name = url.database or ""
    if not is_sqlite(url) or name in {"", ":memory:"} or url.query.get("mode") == "memory":
        return None
    return Path(name.removeprefix("file:"))


def make_private(file: Path) -> None:
    """The file is made if missing and is its owner's alone (0600), and so is a folder (0700) that holds nothing else.

    A folder shared with other things is left as it is: closing it could lock others out.
    """
    folder = file.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ours = {file.name + ending for ending in _OURS}
    if {entry.name for entry in folder.iterdir()} <= ours:
        with suppress(OSError):
            folder.chmod(0o700)
    if not file.exists():
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    for name in ours:
        with suppress(OSError):  # not there, or not ours to change
            (folder / name).chmod(0o600)


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
