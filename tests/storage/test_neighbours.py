"""Several processes, one house: one turn a person, one that keeps time, and nobody waits for the dead."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress

import psycopg
import pytest

from storage.neighbours import Alone, Neighbours, neighbours_on
from storage.neighbours_postgres import OnPostgres
from tests import postgres

Open = Callable[[], OnPostgres]


@pytest.fixture
def url(postgres_server: postgres.Server) -> str:
    """A database of this test's own."""
    return postgres_server.empty()


@pytest.fixture
async def another(url: str) -> AsyncIterator[Open]:
    """As many processes as a test wants."""
    async with AsyncExitStack() as stack:

        def open_one() -> OnPostgres:
            one = OnPostgres(url)
            stack.push_async_callback(one.close)
            return one

        yield open_one


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110  what another process does sets no event of ours
            await asyncio.sleep(0.01)


async def test_one_person_has_one_turn_at_a_time_and_two_people_two(another: Open) -> None:
    one, two = another(), another()
    order: list[str] = []

    async def take(who: Neighbours, number: int, name: str, until: asyncio.Event) -> None:
        async with who.turn(number, 10.0) as shared:
            assert shared
            order.append(f"{name} in")
            await until.wait()
            order.append(f"{name} out")

    go_on = asyncio.Event()
    go_on.set()
    hold = asyncio.Event()
    first = asyncio.create_task(take(one, 7, "first", hold))
    await _until(lambda: order == ["first in"])
    second = asyncio.create_task(take(two, 7, "second", go_on))
    await take(two, 8, "other", go_on)
    hold.set()
    await asyncio.gather(first, second)
    assert order == ["first in", "other in", "other out", "first out", "second in", "second out"]


async def test_nobody_waits_longer_than_said(another: Open) -> None:
    one, two = another(), another()
    async with one.turn(7, 5.0), two.turn(7, 0.1) as shared:
        assert shared


async def test_a_turn_given_up_while_waiting_is_free_for_the_next(another: Open) -> None:
    one, two = another(), another()
    async with one.turn(7, 5.0):
        waiting = asyncio.create_task(two.turn(7, 30.0).__aenter__())
        await asyncio.sleep(0.1)
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting
    async with asyncio.timeout(5), one.turn(7, 30.0):
        pass


async def test_exactly_one_keeps_time_and_another_takes_over(another: Open) -> None:
    several = [another() for _ in range(3)]
    await _until(lambda: any(one.leads for one in several))
    (leader,) = [one for one in several if one.leads]
    await leader.close()
    rest = [one for one in several if one is not leader]
    await _until(lambda: any(one.leads for one in rest))
    assert [one.leads for one in (*rest, leader)].count(True) == 1


async def test_a_process_cut_off_gives_back_what_it_held_and_comes_again(another: Open, url: str) -> None:
    one, two = another(), another()
    await _until(lambda: one.leads or two.leads)
    async with one.turn(7, 5.0), two.turn(8, 5.0):
        with psycopg.connect(url, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        await _until(lambda: not (one.leads or two.leads))
        async with asyncio.timeout(20), two.turn(7, 15.0), one.turn(8, 15.0):
            pass
    await _until(lambda: one.leads != two.leads)


async def test_others_hear_what_was_sent_and_told_and_oneself_does_not(another: Open) -> None:
    one, two = another(), another()
    heard: list[tuple[str, str]] = []
    for who, name in ((one, "one"), (two, "two")):
        for kind in ("sent", "profile"):
            who.listen(kind, lambda text, name=name, kind=kind: heard.append((name, f"{kind} {text}")))  # type: ignore[misc]
    await asyncio.sleep(0.3)
    for _ in range(5):
        one.sent(2)
    one.tell("profile", "abc")
    await _until(lambda: len(heard) >= 2)
    assert {name for name, _ in heard} == {"two"}
    assert ("two", "profile abc") in heard
    await _until(lambda: sum(int(what.split()[1]) for _, what in heard if what.startswith("sent")) == 10)


async def test_with_the_server_away_everybody_has_a_turn_at_once() -> None:
    lost = OnPostgres("postgresql://who:hunter2@127.0.0.1:1/nothing")
    async with asyncio.timeout(5), lost.turn(7, 60.0) as shared:
        assert shared
    assert not lost.leads
    await lost.close()


async def test_on_sqlite_there_is_nobody_else() -> None:
    alone = neighbours_on("sqlite:///./data/none.db")
    assert isinstance(alone, Alone)
    async with alone.turn(7, 1.0) as shared:
        assert not shared
    assert alone.leads
