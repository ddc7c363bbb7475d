"""A database that is locked, full, read-only, broken, gone or somebody else's: said in time, by name, and got over."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.care.people import Profile
from storage import members, migrations
from storage.database import Storage
from storage.errors import (
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageReadOnly,
    StorageUnavailable,
)
from storage.opening import FIRST_PAUSE, LONGEST_PAUSE
from tests.storage.conftest import TODAY, address


@pytest.fixture
def url(file: Path) -> str:
    """These are about files."""
    return address(file)


def _remember(name: str, region: str = "Texas") -> Callable[[Session], None]:
    return lambda session: members.remember(session, name, Profile(region=region), today=TODAY)


def _count(session: Session) -> int:
    return int(session.connection().scalar(text("SELECT count(*) FROM member")) or 0)


class _Clock:
    """Monotonic seconds that pass when told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@contextmanager
def _locked(file: Path, *, readers_too: bool = False) -> Iterator[None]:
    """What a backup tool or a hung process does to us."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        if readers_too:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM member WHERE pseudonym = 'nobody'")
        yield
        other.execute("COMMIT")


async def test_a_locked_database_is_busy_in_time_and_readers_go_on(file: Path, storage: Storage) -> None:
    with _locked(file):
        with pytest.raises(StorageBusy):
            await storage.write(_remember("a"), timeout=0.05)
        assert await storage.read(_count) == 0
    await storage.write(_remember("b"))
    assert await storage.read(_count) == 1
    assert storage.state.writable


async def test_a_write_waits_for_a_lock_that_is_given_back_in_time(file: Path, storage: Storage) -> None:
    with _locked(file):
        waiting = asyncio.create_task(storage.write(_remember("a"), timeout=30))
        assert await storage.read(_count) == 0
    await waiting
    assert await storage.read(_count) == 1


async def test_a_database_locked_for_readers_too_is_busy_for_all(file: Path) -> None:
    with _locked(file, readers_too=True):
        async with Storage.open(address(file)) as storage:
            for asked in (storage.read(_count, timeout=0.05), storage.write(_remember("a"), timeout=0.05)):
                with pytest.raises(StorageError):
                    await asked


async def test_a_database_locked_while_it_opens_is_opened_later(file: Path) -> None:
    clock = _Clock()
    async with AsyncExitStack() as stack:
        with _locked(file, readers_too=True):
            storage = await stack.enter_async_context(Storage.open(address(file), clock=clock))
            with pytest.raises(StorageUnavailable):
                await storage.read(_count)
            assert not storage.state.ready
        clock.at += FIRST_PAUSE
        assert await storage.read(_count) == 0


async def test_a_full_disk_is_full_for_everyone_in_the_commit_and_heals(storage: Storage) -> None:
    def limit(pages: int) -> Callable[[Session], None]:
        return lambda session: (
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()
        )

    await storage.write(_remember("before"))
    await storage.write(limit(1))  # SQLite makes it as small as what is there
    outcomes = await asyncio.gather(
        *(storage.write(_remember(f"big{n}", "x" * 5000)) for n in range(20)), return_exceptions=True
    )
    assert {type(outcome) for outcome in outcomes} == {StorageFull}
    assert not storage.state.writable
    assert await storage.read(_count) == 1
    await storage.write(limit(1_000_000))
    await storage.write(_remember("after", "x" * 5000))
    assert await storage.read(_count) == 2
    assert storage.state.writable


WRITES_UNTIL_THE_DISK_REFUSES = """
import asyncio, resource, sys
from datetime import date
from bot.care.people import Profile
from storage import members
from storage.database import Storage

def remember(n):
    return lambda session: members.remember(session, f"m{n}", Profile(region="x" * 3000), today=date(2026, 1, 1))

async def main():
    async with Storage.open(sys.argv[1]) as storage:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        kept = []
        for batch in range(5):
            asked = [storage.write(remember(batch * 20 + n)) for n in range(20)]
            outcomes = await asyncio.gather(*asked, return_exceptions=True)
            kept += [outcome is None for outcome in outcomes]
        print(sum(kept), len({type(o).__name__ for o in outcomes}), type(outcomes[0]).__name__, storage.state.writable)

asyncio.run(main())
"""


async def test_a_disk_that_refuses_at_commit_keeps_exactly_what_was_acknowledged(file: Path) -> None:
    command = [sys.executable, "-c", WRITES_UNTIL_THE_DISK_REFUSES, address(file)]
    told = (
        await asyncio.to_thread(subprocess.run, command, capture_output=True, check=True, text=True)
    ).stdout
    acknowledged, kinds, kind, writable = told.split()
    assert (kinds, kind, writable) == ("1", "StorageUnavailable", "False")
    async with Storage.open(address(file)) as storage:
        assert await storage.read(_count) == int(acknowledged) > 0


async def test_a_read_only_file_can_be_read_and_says_why_it_is_not_written(file: Path) -> None:
    async with Storage.open(address(file)) as storage:
        await storage.write(_remember("a"))
    async with Storage.open(f"sqlite:///file:{file}?mode=ro&uri=true") as storage:
        assert await storage.read(_count) == 1
        with pytest.raises(StorageReadOnly):
            await storage.write(_remember("b"))
        assert storage.state.ready
        assert not storage.state.writable
        assert "READONLY" in storage.state.reason


async def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    file = tmp_path / "not" / "yet" / "statuscheck.db"
    async with Storage.open(address(file)) as storage:
        await storage.write(_remember("a"))
        assert storage.state.ready
    assert file.exists()


async def test_a_folder_that_cannot_be_made_is_unavailable_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    async with Storage.open(address(tmp_path / "data" / "statuscheck.db")) as storage:
        assert not storage.state.ready
        with pytest.raises(StorageUnavailable):
            await storage.read(_count)


@pytest.fixture
def letter(tmp_path: Path) -> Iterator[Path]:
    """A file that is somebody else's, and still is afterwards."""
    file, words = tmp_path / "letter.txt", "this is a letter, not a database. " * 200
    file.write_text(words)
    yield file
    assert file.read_text() == words


async def test_a_file_that_is_no_database_is_damaged_and_left_as_it_is(letter: Path) -> None:
    async with Storage.open(address(letter)) as storage:
        for asked in (storage.read(_count), storage.write(_remember("a"))):
            with pytest.raises(StorageDamaged):
                await asked
        assert not storage.state.ready
        assert "NOTADB" in storage.state.reason


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "nonsense", "postgresql://u:hunter2@h:x/d", ""]
)
async def test_an_address_that_cannot_be_used_is_a_reason_without_the_address(url: str) -> None:
    async with Storage.open(url) as storage:
        with pytest.raises(StorageUnavailable) as refused:
            await storage.read(_count)
        assert storage.state.reason == str(refused.value)
        assert "hunter2" not in str(refused.value)


async def test_a_database_of_a_newer_release_is_not_touched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    async with Storage.open(address(file)) as storage:
        with pytest.raises(StorageUnavailable):
            await storage.write(_remember("a"))
        assert "9999" in storage.state.reason


async def test_a_file_removed_while_open_is_noticed_and_made_anew(file: Path, storage: Storage) -> None:
    await storage.write(_remember("a"))
    shutil.rmtree(file.parent)
    await storage.write(_remember("b"))
    assert await storage.read(_count) == 1
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT pseudonym FROM member").fetchall() == [("b",)]


async def test_opening_is_tried_again_later_and_not_before(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock, blocker = _Clock(), tmp_path / "data"
    blocker.write_text("in the way")
    async with Storage.open(address(blocker / "statuscheck.db"), clock=clock) as storage:
        with pytest.raises(StorageUnavailable):
            await storage.read(_count)
        blocker.unlink()
        with pytest.raises(StorageUnavailable):
            await storage.read(_count)
        clock.at += FIRST_PAUSE
        assert await storage.read(_count) == 0
        assert storage.state.ready


async def test_pauses_between_attempts_grow_to_a_limit_and_are_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock, blocker = _Clock(), tmp_path / "data"
    blocker.write_text("in the way")
    async with Storage.open(address(blocker / "statuscheck.db"), clock=clock) as storage:
        for _ in range(12):
            clock.at += LONGEST_PAUSE
            with pytest.raises(StorageUnavailable):
                await storage.write(_remember("a"))
        blocker.unlink()
        clock.at += LONGEST_PAUSE - 0.1
        with pytest.raises(StorageUnavailable):
            await storage.write(_remember("a"))
        clock.at += 0.1
        await storage.write(_remember("a"))
    assert sum("cannot be opened" in line for line in caplog.messages) == 1


async def test_two_processes_opening_a_new_database_agree(tmp_path: Path) -> None:
    url = address(tmp_path / "data" / "statuscheck.db")
    command = [sys.executable, "-c", f"from storage import migrations; print(migrations.upgrade({url!r}))"]
    both = [await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE) for _ in range(2)]
    told = [(await process.communicate())[0].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(told) == sorted([f"{migrations.revisions()}\n", "()\n"])


WRITES_AND_SAYS_SO_UNTIL_KILLED = """
import asyncio, sys
from datetime import date
from bot.care.people import Profile
from storage import members
from storage.database import Storage

async def keep_writing(storage, worker):
    for n in range(1_000_000):
        name = f"m{worker}-{n}"
        remember = lambda session: members.remember(session, name, Profile(), today=date(2026, 1, 1))
        await storage.write(remember, timeout=60)
        print(name, flush=True)

async def main():
    async with Storage.open(sys.argv[1]) as storage:
        await asyncio.gather(*(keep_writing(storage, worker) for worker in range(20)))

asyncio.run(main())
"""


async def test_a_killed_process_has_kept_all_it_said_it_had(file: Path) -> None:
    command = (sys.executable, "-c", WRITES_AND_SAYS_SO_UNTIL_KILLED, address(file))
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    said = [await process.stdout.readline() for _ in range(300)]
    process.kill()
    said += (await process.stdout.read()).splitlines(keepends=True)
    await process.wait()
    said = [line for line in said if line.endswith(b"\n")]
    async with Storage.open(address(file)) as storage:
        kept = await storage.read(lambda s: set(s.connection().scalars(text("SELECT pseudonym FROM member"))))
    assert len(said) >= 300
    assert {line.decode().strip() for line in said} <= kept
