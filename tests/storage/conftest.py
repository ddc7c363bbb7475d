"""Real databases for the storage tests, SQLite and PostgreSQL: migrated once, copied for each test."""

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from storage import engines, migrations
from storage.database import Storage
from storage.vault import Vault
from tests import postgres

SECRET = "a secret of the tests, long enough for any check"
NOW = datetime(2026, 11, 22, 3, 20, 30, tzinfo=UTC)
TODAY = NOW.date()


def address(file: Path) -> str:
    """DATABASE_URL of a file."""
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def vault() -> Vault:
    """Keys derived once."""
    return Vault(SECRET)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database of this release; to be copied, never written."""
    file = tmp_path_factory.mktemp("migrated") / "empty.db"
    migrations.upgrade(address(file))
    return file


@pytest.fixture
def file(tmp_path: Path, migrated: Path) -> Path:
    """A database of this test's own, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(migrated, folder / "statuscheck.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """DATABASE_URL of this test's own database, once on each engine."""
    if request.param == "sqlite":
        yield address(request.getfixturevalue("file"))
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    migrated = server.migrated()
    yield migrated
    server.drop(migrated)


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """Open storage."""
    async with Storage.open(url) as opened:
        yield opened


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    """One write transaction, for the plain functions."""
    engine = engines.writer_engine(engines.parse(url))
    with Session(engine, expire_on_commit=False) as opened:
        yield opened
    engine.dispose()
