"""What only a server can do to us: stop, come back, refuse, hold locks, be shared by several processes."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine, inspect, text
from sqlmodel import Session

from bot.care.people import Profile
from storage import conversations, engines, members, migrations, updates
from storage.conversations import StaleConversation
from storage.database import Storage
from storage.errors import StorageBusy, StorageUnavailable
from storage.keys import Keys
from storage.opening import LONGEST_PAUSE
from storage.sealing import Wrapping
from storage.vault import Vault
from tests import postgres
from tests.storage.conftest import NOW, SECRET, TODAY

HOUR = NOW.replace(hour=4) - NOW


@pytest.fixture
def url(postgres_server: postgres.Server) -> Iterator[str]:
    """PostgreSQL alone."""
    migrated = postgres_server.migrated()
    yield migrated
    postgres_server.drop(migrated)


def _remember(name: str) -> Callable[[Session], None]:
    return lambda session: members.remember(session, name, Profile(), today=TODAY)


def _names(session: Session) -> set[str]:
    return set(session.connection().scalars(text("SELECT pseudonym FROM member")))


def _tables(url: str) -> dict[str, list[tuple[str, str, bool]]]:
    engine = create_engine(engines.parse(url))
    seen = inspect(engine)
    found = {
        name: sorted((one["name"], str(one["type"]), bool(one["nullable"])) for one in seen.get_columns(name))
        + sorted(
            (str(one["name"]), str(one["column_names"]), bool(one["unique"]))
            for one in seen.get_indexes(name)
        )
        for name in seen.get_table_names()
    }
    engine.dispose()
    return found


@pytest.mark.parametrize("revision", migrations.revisions())
def test_each_step_of_the_stairway_goes_up_down_and_up_again(url: str, revision: str) -> None:
    below = ("base", *migrations.revisions())[migrations.revisions().index(revision)]
    if revision != migrations.head():
        migrations.downgrade(url, revision)
    here = _tables(url)
    migrations.downgrade(url, below)
    assert migrations.pending(url)[0] == revision
    migrations.upgrade(url)
    if revision != migrations.head():
        migrations.downgrade(url, revision)
    assert _tables(url) == here
    assert migrations.current(url) == revision


def test_a_first_start_makes_what_the_migrations_would_have_made(
    url: str, postgres_server: postgres.Server
) -> None:
    empty = postgres_server.empty()
    assert migrations.make_or_upgrade(engines.parse(empty)) == migrations.revisions()
    assert _tables(empty) == _tables(url)


async def test_replicas_that_start_together_on_nothing_make_the_tables_once(
    postgres_server: postgres.Server,
) -> None:
    empty = engines.parse(postgres_server.empty())
    made = await asyncio.gather(*(asyncio.to_thread(migrations.make_or_upgrade, empty) for _ in range(6)))
    assert sorted(map(len, made))[:-1] == [0] * 5
    assert migrations.current(empty.render_as_string(hide_password=False)) == migrations.head()


async def test_a_server_that_stops_is_a_reason_and_its_return_is_noticed() -> None:
    at = 1000.0
    with postgres.running() as server:
        url = server.migrated()
        async with Storage.open(url, clock=lambda: at) as storage:
            await storage.write(_remember("before"))
            server.stop()
            with pytest.raises((StorageUnavailable, StorageBusy)):
                await storage.write(_remember("lost"))
            with pytest.raises((StorageUnavailable, StorageBusy)):
                await storage.read(_names)
            server.start()
            at += LONGEST_PAUSE
            await storage.write(_remember("after"))
            assert await storage.read(_names) == {"before", "after"}
            assert storage.state.writable


async def test_connections_cut_by_an_administrator_are_made_anew(url: str, storage: Storage) -> None:
    await storage.write(_remember("before"))
    with closing(psycopg.connect(url, autocommit=True)) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    await storage.write(_remember("after"))
    assert await storage.read(_names) == {"before", "after"}


async def test_a_row_held_by_somebody_else_is_busy_and_the_others_in_the_commit_stand(
    url: str, storage: Storage
) -> None:
    await storage.write(_remember("held"))
    with closing(psycopg.connect(url)) as other:
        other.execute("UPDATE member SET lang = 'es' WHERE pseudonym = 'held'")
        both = await asyncio.gather(
            storage.write(_remember("held")), storage.write(_remember("free")), return_exceptions=True
        )
        assert isinstance(both[0], StorageBusy)
        assert both[1] is None
    assert await storage.read(_names) == {"held", "free"}


async def test_of_two_processes_one_moves_a_conversation(url: str, storage: Storage, vault: Vault) -> None:
    begun = await storage.write(
        lambda s: conversations.start(s, vault, "p", "crisis", "first", now=NOW, lifetime=HOUR)
    )
    async with Storage.open(url) as other:
        moves = [
            one.write(lambda s: conversations.advance(s, vault, begun, "next", {}, now=NOW, lifetime=HOUR))
            for one in (storage, other)
        ]
        ends = await asyncio.gather(*moves, return_exceptions=True)
    assert sorted(type(end).__name__ for end in ends) == ["Conversation", StaleConversation.__name__]


async def test_of_two_processes_one_answers_an_update(url: str, storage: Storage) -> None:
    async with Storage.open(url) as other:
        first = await asyncio.gather(
            *(one.write(lambda s: updates.mark_answered(s, 7, now=NOW)) for one in (storage, other) * 10)
        )
    assert first.count(True) == 1


async def test_two_processes_may_begin_the_same_conversation_at_once(
    url: str, storage: Storage, vault: Vault
) -> None:
    async with Storage.open(url) as other:
        begun = await asyncio.gather(
            *(
                one.write(
                    lambda s: conversations.start(s, vault, "p", "crisis", "first", now=NOW, lifetime=HOUR)
                )
                for one in (storage, other) * 8
            )
        )
    assert len({one.version for one in begun}) == len(begun)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
async def test_every_way_to_write_the_address_works(url: str, scheme: str) -> None:
    async with Storage.open(url.replace("postgresql", scheme, 1)) as storage:
        assert storage.state.ready


@pytest.mark.parametrize(
    "address", ["postgresql://who:hunter2@127.0.0.1:1/nothing", "mysql://who:hunter2@h/d"]
)
async def test_a_server_that_is_not_there_is_a_reason_without_the_password(address: str) -> None:
    async with Storage.open(address) as storage:
        with pytest.raises(StorageUnavailable):
            await storage.read(_names)
        assert "hunter2" not in storage.state.reason


def test_keys_have_a_schema_of_their_own_or_stand_beside_the_tables(
    url: str, postgres_server: postgres.Server
) -> None:
    keys = Keys(url, Wrapping(SECRET))
    Vault(SECRET, keys)
    with closing(psycopg.connect(url, autocommit=True)) as admin:
        assert admin.execute("SELECT count(*) FROM statuscheck_keys.person_key").fetchone() == (3,)
        admin.execute("DROP SCHEMA statuscheck_keys CASCADE")
        admin.execute("CREATE ROLE modest LOGIN")
        admin.execute("GRANT ALL ON SCHEMA public TO modest")
    keys.close()
    modest = Keys(url.replace("statuscheck@", "modest@"), Wrapping(SECRET))
    vault = Vault(SECRET, modest)
    assert vault.unseal(vault.seal("4242", place=f"m:c:{'a' * 32}"), place=f"m:c:{'a' * 32}") == "4242"
    modest.close()
    with closing(psycopg.connect(url, autocommit=True)) as admin:
        assert admin.execute("SELECT count(*) FROM public.person_key").fetchone() == (4,)
