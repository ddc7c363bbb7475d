"""What one update's handlers learn spares them the database, and never outlives a write, the update, or a moment."""

import asyncio
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from storage import conversations, this_update
from storage.conversations import Conversation
from storage.database import Storage
from storage.vault import Vault

NOW = datetime(2026, 3, 3, tzinfo=UTC)
VAULT = Vault("a secret of these tests, of more than thirty-two characters")


def look(session: Session) -> Conversation | None:
    """As the features do."""
    return conversations.latest(session, VAULT, "who", now=NOW)


def begin(session: Session) -> Conversation:
    """A flow of that person."""
    return conversations.start(
        session, VAULT, "who", "flow", "step", {}, now=NOW, lifetime=timedelta(hours=1)
    )


def asks_nothing() -> bool:
    """Whether the next look needs no database."""
    return this_update.off_hand(look)[0]


async def test_the_second_feature_asks_nothing_when_nothing_was_open(tmp_path: Path) -> None:
    async with Storage.open(f"sqlite:///{tmp_path / 'a.db'}") as storage:
        with this_update.answering():
            assert not asks_nothing()
            assert await storage.read(look) is None
            assert asks_nothing()
            assert await storage.read(look) is None


async def test_what_is_written_in_the_same_update_is_seen_at_once(tmp_path: Path) -> None:
    async with Storage.open(f"sqlite:///{tmp_path / 'a.db'}") as storage:
        with this_update.answering():
            await storage.read(look)
            await storage.write(begin)
            assert not asks_nothing()
            found = await storage.read(look)
            assert found is not None
            assert found.step == "step"


async def test_an_open_conversation_is_read_every_time(tmp_path: Path) -> None:
    async with Storage.open(f"sqlite:///{tmp_path / 'a.db'}") as storage:
        await storage.write(begin)
        with this_update.answering():
            assert await storage.read(look) is not None
            assert not asks_nothing()


async def test_nothing_is_learned_outside_of_an_update_or_carried_into_the_next(tmp_path: Path) -> None:
    async with Storage.open(f"sqlite:///{tmp_path / 'a.db'}") as storage:
        await storage.read(look)
        assert not asks_nothing()
        with this_update.answering():
            await storage.read(look)
        with this_update.answering():
            assert not asks_nothing()


async def test_work_that_outlives_the_update_asks_anew(tmp_path: Path) -> None:
    async with Storage.open(f"sqlite:///{tmp_path / 'a.db'}") as storage:
        answered = asyncio.Event()

        async def later() -> Conversation | None:
            await answered.wait()
            return await storage.read(look)

        with this_update.answering():
            await storage.read(look)
            work = asyncio.ensure_future(later())
            await asyncio.sleep(0)
        await storage.write(begin)
        answered.set()
        assert await work is not None


async def test_what_was_read_before_a_write_is_not_learned_after_it(tmp_path: Path) -> None:
    async with Storage.open(f"sqlite:///{tmp_path / 'a.db'}") as storage:
        looked, go_on = threading.Event(), threading.Event()

        def slow(session: Session) -> Conversation | None:
            session.connection().exec_driver_sql("SELECT count(*) FROM conversation").one()
            looked.set()
            go_on.wait(5)
            return look(session)

        with this_update.answering():
            reading = asyncio.ensure_future(storage.read(slow))
            await asyncio.to_thread(looked.wait, 5)
            await storage.write(begin)
            go_on.set()
            assert await reading is None
            assert not asks_nothing()
            found = await storage.read(look)
            assert found is not None
