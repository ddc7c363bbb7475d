"""Brings a database to the tables of this release. Alembic is imported only when something is to be done (0.1 s)."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, inspect, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from storage import engines
from storage.errors import StorageBusy, StorageUnavailable, mapped
from storage.tables import Row

if TYPE_CHECKING:
    from alembic.config import Config

AGAIN_AFTER = 0.5  # seconds
_HERE = Path(__file__).parent
_VERSION_TABLE = (
    "CREATE TABLE alembic_version "
    "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def revisions() -> tuple[str, ...]:
    """All revisions, oldest first: a migration's file is named `<revision>_<what it does>.py`, counting up from 0001."""
    return tuple(sorted(file.name.split("_")[0] for file in (_HERE / "versions").glob("[0-9]*.py")))


def head() -> str:
    """The newest revision of this release."""
    return revisions()[-1]


def current(url: str) -> str | None:
    """The revision a database is at; None before the first."""
    return _current(engines.parse(url))


def pending(url: str) -> tuple[str, ...]:
    """The revisions a database still lacks, oldest first."""
    return _behind(current(url))


def upgrade(url: str) -> tuple[str, ...]:
    """Make the missing changes, all or none, and say which. Raises StorageError."""
    parsed = engines.parse(url)
    file = engines.file_of(parsed)
    if file is not None:
        engines.make_private(file)
    return upgrade_if_behind(parsed)


def upgrade_if_behind(url: URL) -> tuple[str, ...]:
    """`upgrade` for a file that is there. When nothing is missing it looks at one row and takes no lock."""
    for tries_left in (2, 1, 0):
        try:
            return _migrate(url, head()) if _behind(_current(url)) else ()
        except StorageBusy:  # two processes start on one new file: SQLite does not always wait as it was told
            if not tries_left:
                raise
            time.sleep(AGAIN_AFTER)
    raise AssertionError("the last try returns or raises")


def make_or_upgrade(url: URL) -> tuple[str, ...]:
    """`upgrade_if_behind`, but an empty database gets today's tables at once.

    No migration has anything to move there, and the weight of Alembic (10 MB, 0.1 s) stays out of a first start.
    """
    return _made(url) or upgrade_if_behind(url)


def downgrade(url: str, revision: str) -> None:
    """Back to an older revision, or to nothing with "base". Loses what only newer tables can hold."""
    _migrate(engines.parse(url), revision)


def _current(url: URL) -> str | None:
    file = engines.file_of(url)
    if file is not None and not file.exists():
        return None
    engine = engines.reader_engine(url)
    try:
        with engine.connect() as connection:
            return _version(connection)
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        engine.dispose()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _behind(version: str | None) -> tuple[str, ...]:
    if version is not None and version not in revisions():
        raise StorageUnavailable(
            f"the database is of another release ({version}); this one knows up to {head()}"
        )
    return tuple(revision for revision in revisions() if revision > (version or ""))


def _made(url: URL) -> tuple[str, ...]:
    if _current(url) is not None:
        return ()
    engine = engines.migration_engine(url)
    try:
        with engine.connect() as connection, connection.begin():
            if inspect(connection).get_table_names():  # somebody else was first, or it is no database of ours
                return ()
            Row.metadata.create_all(connection)
            connection.execute(text(_VERSION_TABLE))
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head()})
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        engine.dispose()
    return revisions()


def _migrate(url: URL, to: str) -> tuple[str, ...]:
    from alembic import command

    engine = engines.migration_engine(url)
    try:
        with engine.connect() as connection, connection.begin():
            before = _version(connection)  # again, now that nobody else can migrate
            behind = _behind(before)
            config = configuration(connection)
            if to == head():
                command.upgrade(config, to)
            else:
                command.downgrade(config, to)
            _no_dangling_rows(connection)
            return behind
    except DBAPIError as error:
        raise mapped(error) from None
    finally:
        engine.dispose()


def configuration(connection: Connection) -> "Config":
    """Alembic's settings, in code: it works on this connection, inside its transaction."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _no_dangling_rows(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StorageUnavailable("a migration left rows that point nowhere; nothing was changed")
