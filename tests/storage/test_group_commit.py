"""One writer, many callers: what is written together stands together, what fails falls alone, and nobody hears too early."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.care.people import Profile
from storage import members
from storage.database import Storage
from storage.errors import StorageBusy, StorageConflict, StorageReadOnly, StorageUncertain
from storage.tables import MemberRow
from tests.storage.conftest import TODAY


def _remember(name: str) -> Callable[[Session], str]:
    def write(session: Session) -> str:
        members.remember(session, name, Profile(), today=TODAY)
        return name

    return write


def _insert(name: str) -> Callable[[Session], None]:
    return lambda session: session.add(
        MemberRow(
            pseudonym=name, lang="en", country="US", audience="officer", created_on=TODAY, seen_on=TODAY
        )
    )


def _names(session: Session) -> set[str]:
    return set(session.connection().scalars(text("SELECT pseudonym FROM member")))


class _Held:
    """Keeps the writer thread busy until released, so that what is asked meanwhile queues up together."""

    def __init__(self) -> None:
        self.started, self.release = threading.Event(), threading.Event()

    def __call__(self, _session: Session) -> None:
        self.started.set()
        self.release.wait(30)


async def _holding(storage: Storage) -> tuple[_Held, asyncio.Task[None]]:
    held = _Held()
    task = asyncio.create_task(storage.write(held, timeout=30))
    await asyncio.to_thread(held.started.wait, 30)
    return held, task


async def test_every_caller_gets_its_own_result(storage: Storage) -> None:
    names = [f"member{n}" for n in range(300)]
    assert await asyncio.gather(*(storage.write(_remember(name)) for name in names)) == names
    assert await storage.read(_names) == set(names)


async def test_of_many_queued_together_only_the_failing_ones_are_undone(storage: Storage) -> None:
    def fail_after_writing(session: Session) -> None:
        _remember("undone")(session)
        raise LookupError("mine alone")

    held, task = await _holding(storage)
    queued = [
        asyncio.create_task(storage.write(fn))
        for fn in (_remember("a"), fail_after_writing, _insert("a"), _remember("b"), _insert("b"))
    ]
    await asyncio.sleep(0)
    held.release.set()
    await task
    outcomes = await asyncio.gather(*queued, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [
        str,
        LookupError,
        StorageConflict,
        str,
        StorageConflict,
    ]
    assert await storage.read(_names) == {"a", "b"}


async def test_a_write_is_seen_by_readers_only_once_its_caller_may_hear_of_it(storage: Storage) -> None:
    held, task = await _holding(storage)
    writing = asyncio.create_task(storage.write(_remember("later")))
    await asyncio.sleep(0)
    assert not writing.done()
    assert await storage.read(_names) == set()
    held.release.set()
    await asyncio.gather(task, writing)
    assert await storage.read(_names) == {"later"}


async def test_when_commit_fails_everyone_in_it_hears_so_and_nothing_is_kept(storage: Storage) -> None:
    def tables_that_are_checked_at_commit(session: Session) -> None:
        session.connection().execute(text("CREATE TABLE person (id INTEGER PRIMARY KEY)"))
        reference = "INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED"
        session.connection().execute(text(f"CREATE TABLE gun_lock (person_id {reference})"))

    def points_nowhere(session: Session) -> None:
        session.connection().execute(text("INSERT INTO gun_lock VALUES (7)"))

    await storage.write(tables_that_are_checked_at_commit)
    held, task = await _holding(storage)
    queued = [asyncio.create_task(storage.write(fn)) for fn in (_remember("a"), _remember("b"))]
    guilty = asyncio.create_task(storage.write(points_nowhere))
    await asyncio.sleep(0)
    held.release.set()
    await task
    outcomes = await asyncio.gather(*queued, guilty, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StorageConflict] * 3
    assert await storage.read(_names) == set()
    assert await storage.write(_remember("c")) == "c"


async def test_a_caller_that_leaves_the_queue_leaves_nothing_behind(storage: Storage) -> None:
    held, task = await _holding(storage)
    leaving = asyncio.create_task(storage.write(_remember("left")))
    await asyncio.sleep(0)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    held.release.set()
    await task
    await storage.write(_remember("stayed"))
    assert await storage.read(_names) == {"stayed"}


async def test_waiting_ends_when_it_was_said_to_and_then_nothing_is_written(storage: Storage) -> None:
    held, task = await _holding(storage)
    with pytest.raises(StorageBusy) as waited:
        await storage.write(_remember("late"), timeout=0.01)
    assert not isinstance(waited.value, StorageUncertain)
    held.release.set()
    await task
    assert await storage.read(_names) == set()


async def test_a_write_under_way_when_the_wait_ends_is_called_uncertain(storage: Storage) -> None:
    held = _Held()
    with pytest.raises(StorageUncertain):
        await storage.write(held, timeout=1.0)  # long enough for the thread to have taken it
    held.release.set()


async def test_a_reader_cannot_write(storage: Storage) -> None:
    with pytest.raises(StorageReadOnly):
        await storage.read(_remember("smuggled"))
    assert storage.state.writable


async def test_errors_name_the_table_and_never_a_value(storage: Storage) -> None:
    await storage.write(_insert("somebody"))
    with pytest.raises(StorageConflict) as conflict:
        await storage.write(_insert("somebody"))
    named = {"SQLITE_CONSTRAINT_PRIMARYKEY", "UniqueViolation"}
    assert str(conflict.value) in {f"{name} in INSERT INTO member" for name in named}
    assert conflict.value.__cause__ is None
    assert conflict.value.__context__ is None


async def test_a_function_that_stops_iterating_still_answers_its_caller(storage: Storage) -> None:
    def stop(_session: Session) -> None:
        raise StopIteration

    with pytest.raises(RuntimeError, match="StopIteration"):
        await storage.write(stop)


async def test_what_was_asked_before_closing_is_still_written(url: str) -> None:
    async with Storage.open(url) as storage:
        held, task = await _holding(storage)
        writing = asyncio.create_task(storage.write(_remember("last")))
        await asyncio.sleep(0)
        held.release.set()
    await asyncio.gather(task, writing)
    async with Storage.open(url) as storage:
        assert await storage.read(_names) == {"last"}


async def test_a_closed_storage_says_so_at_once(url: str) -> None:
    async with Storage.open(url) as storage:
        pass
    with pytest.raises(StorageBusy, match="closed"):
        await storage.write(_remember("too late"))
    assert not storage.state.ready
