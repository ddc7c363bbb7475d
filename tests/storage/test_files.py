"""The file is its owner's alone, its folder too where nothing else lives there, and what was deleted leaves no byte."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from bot.care.people import Profile
from storage import engines, members, opening, privacy
from storage.database import Storage
from tests.storage.conftest import TODAY, address

MARK = "MarkedRegionThatNobodyElseWrites"


@pytest.fixture
def url(file: Path) -> str:
    """These are about files."""
    return address(file)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _open_to_all(file: Path) -> None:
    file.chmod(0o644)
    file.parent.chmod(0o755)


def _in_any_byte(file: Path, mark: str) -> bool:
    return any(mark.encode() in path.read_bytes() for path in file.parent.iterdir())


async def _write(storage: Storage, pseudonym: str = "p") -> None:
    await storage.write(
        lambda session: members.remember(session, pseudonym, Profile(region=MARK), today=TODAY)
    )


async def test_new_folder_file_and_log_are_the_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "statuscheck.db"
    async with Storage.open(address(file)) as storage:
        await _write(storage)
        names = ("statuscheck.db", "statuscheck.db-wal", "statuscheck.db-shm")
        assert [_mode(file.parent / name) for name in names] == [0o600] * 3
        assert _mode(file.parent) == 0o700


async def test_an_open_file_in_a_folder_of_its_own_is_closed_to_others(file: Path) -> None:
    _open_to_all(file)
    async with Storage.open(address(file)) as storage:
        await _write(storage)
        assert (_mode(file), _mode(file.parent)) == (0o600, 0o700)


async def test_a_folder_shared_with_other_things_stays_open_to_them(file: Path) -> None:
    (file.parent / "somebody-elses.txt").touch()
    _open_to_all(file)
    async with Storage.open(address(file)) as storage:
        await _write(storage)
        assert (_mode(file), _mode(file.parent)) == (0o600, 0o755)


async def test_the_connections_are_set_up_as_promised(storage: Storage) -> None:
    def ask(pragma: str) -> object:
        return lambda session: session.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar()

    promised = {
        "journal_mode": "wal",
        "synchronous": 1,
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
    }
    for pragma, value in promised.items():
        assert await storage.write(ask(pragma)) == value  # type: ignore[arg-type]
    assert await storage.read(ask("query_only")) == 1  # type: ignore[arg-type]
    for job in (storage.write, storage.read):
        assert await job(ask("busy_timeout")) == engines.BUSY_SECONDS * 1000  # type: ignore[arg-type]


async def test_what_is_forgotten_is_in_no_byte_after_a_scrub(file: Path, storage: Storage) -> None:
    await _write(storage)
    assert await asyncio.to_thread(_in_any_byte, file, MARK)
    await storage.write(lambda session: privacy.forget(session, "p"))
    assert await storage.scrub()
    assert not await asyncio.to_thread(_in_any_byte, file, MARK)


async def test_a_clean_end_leaves_one_file(file: Path) -> None:
    async with Storage.open(address(file)) as storage:
        await _write(storage)
    assert await asyncio.to_thread(lambda: [path.name for path in file.parent.iterdir()]) == [file.name]


async def test_a_scrub_says_when_a_reader_was_in_the_way(file: Path, storage: Storage) -> None:
    await _write(storage)
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM member").fetchall()
        await _write(storage, "q")
        assert not await storage.scrub()
    assert await storage.scrub()


async def test_a_large_file_is_scrubbed_when_that_is_said(
    file: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SCRUBBED_AT_ONCE", 0)
    await _write(storage)
    await storage.write(lambda session: privacy.forget(session, "p"))
    assert not await storage.scrub()
    assert await storage.scrub(large=True)
    assert not await asyncio.to_thread(_in_any_byte, file, MARK)


async def test_many_scrubs_asked_for_together_are_all_answered(file: Path, storage: Storage) -> None:
    names = [f"p{n}" for n in range(200)]
    await asyncio.gather(*(_write(storage, name) for name in names))

    async def forget(name: str) -> bool:
        await storage.write(lambda session: privacy.forget(session, name))
        return await storage.scrub(timeout=30)

    assert all(await asyncio.gather(*map(forget, names)))
    assert not await asyncio.to_thread(_in_any_byte, file, MARK)


async def test_a_database_that_cannot_be_had_is_not_clean(tmp_path: Path) -> None:
    async with Storage.open(address(tmp_path / "data" / "statuscheck.db")) as storage:
        pass
    assert not await storage.scrub()
    async with Storage.open("nonsense") as storage:
        assert not await storage.scrub()
