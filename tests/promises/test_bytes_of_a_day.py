"""Promise 3, byte by byte: marked words and people go through every feature, and are looked for wherever a byte can lie."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage import backups
from tests.broadcast_house import department_house
from tests.chat import SECRET, House
from tests.promises.every_byte import (
    Outlets,
    a_temporary_place,
    all_outlets,
    bytes_in,
    forms_of,
    in_memory,
    leaks,
    words_in_memory,
)
from tests.promises.marked_day import DRAFTED, FIRST_ID, NAME, USERNAME, WORDS, Day

EXPECTED = {"member", "conversation", "membership", "role", "subscription", "broadcast", "ledger", "audit"}


def _filled(folder: Path) -> set[str]:
    with sqlite3.connect(folder / "house.db") as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name for name in tables if db.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()}  # noqa: S608


@pytest.fixture
def outlets() -> Iterator[Outlets]:
    """Everything that is logged, by us at DEBUG and by all libraries."""
    with all_outlets() as opened:
        yield opened


@asynccontextmanager
async def _day(folder: Path) -> AsyncIterator[Day]:
    with a_temporary_place(folder / "temporary"):
        async with department_house(folder) as house:
            yield Day(house)


def _roots(house: House) -> list[object]:
    bot = house.bot
    return [
        bot,
        bot.application,
        bot.services,
        bot.intake,
        bot.poller,
        bot.clockwork,
        bot.nursery,
        bot.limiter,
    ]


async def test_nothing_of_a_day_is_in_any_file_log_line_or_memory(tmp_path: Path, outlets: Outlets) -> None:
    async with _day(tmp_path) as day:
        await day.passes()
        await day.department(second=False)
        running = bytes_in(tmp_path)
        services = day.house.bot.services
        backups.make(services.settings.database_url, services.vault, SECRET, tmp_path / "backup")
        said = [*words_in_memory(*_roots(day.house))]
        watched = day.house.bot.watch.metrics.page() + repr(dict(day.house.bot.watch.health())).encode()
        assert _filled(tmp_path) >= EXPECTED
    for place, found in {
        "files while it runs": running,
        "files afterwards, with a backup": bytes_in(tmp_path),
        "log": outlets.bytes(),
        "metrics and health": watched,
    }.items():
        assert leaks(found, day.secrets) == [], place
    assert len(said) > 1000
    assert [one[:200] for one in said if any(str(secret) in one for secret in day.secrets)] == []


async def test_a_tip_that_waits_lies_sealed(tmp_path: Path, outlets: Outlets) -> None:
    async with _day(tmp_path) as day:
        await day.department(second=True)
        services = day.house.bot.services
        backups.make(services.settings.database_url, services.vault, SECRET, tmp_path / "backup")
        assert leaks(bytes_in(tmp_path), day.secrets) == []
        assert leaks(outlets.bytes(), day.secrets) == []


def test_the_search_finds_what_it_looks_for() -> None:
    for form in (
        *forms_of(WORDS),
        *forms_of(FIRST_ID),
        *forms_of(NAME),
        *forms_of(USERNAME),
        *forms_of(DRAFTED),
    ):
        assert leaks(b"before" + form + b"after", [WORDS, FIRST_ID, NAME, USERNAME, DRAFTED]) != []
    held = {"a": [("b", {WORDS})]}
    assert WORDS in set(words_in_memory(held))
    assert any(one is held for one in in_memory([held]))
