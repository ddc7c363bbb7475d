"""Two hundred people, a day; half of them ask to be forgotten; then every byte is searched, yesterday's too."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.care.roles import Role
from bot.sandbox.telegram_people import Person
from storage import backups
from storage.keys import Keys
from storage.sealing import Wrapping
from tests.broadcast_house import department_house, link
from tests.chat import SECRET, House
from tests.promises.every_byte import Outlets, all_outlets, bytes_in, leaks

PEOPLE = 200
WORDS = "walnut trapeze number"
RISK = 5  # every fifth says so

Crowd = Sequence[tuple[Person, str]]


@asynccontextmanager
async def _a_day(folder: Path) -> AsyncIterator[tuple[House, list[tuple[Person, str]]]]:
    """Everybody with a name and a sentence of their own: found, checked in, joined, in danger, family, in Spanish."""
    async with department_house(folder) as house:
        crowd = [
            (
                house.telegram.person(
                    f"Quetzal{number}",
                    user_id=7_412_306_000 + 37 * number,
                    username=f"feather_{number}x",
                    language_code="es" if number % 3 == 0 else "en",
                ),
                f"{WORDS} q{number}z",
            )
            for number in range(PEOPLE)
        ]
        code = await link(house, Role.MEMBER)
        for round_ in (
            lambda *_: "/start",
            lambda words, _: words,
            lambda words, n: f"{words} I want to kill myself" if n % RISK == 0 else f"/find {words}",
            lambda words, n: f"/start {code}" if n % 4 == 1 else f"I am tired, {words}",
        ):
            await asyncio.gather(*(one.says(round_(words, n)) for n, (one, words) in enumerate(crowd)))
            await house.telegram.idle(within=100)
        for data in ("start:officer", f"department:join:officer~{code}", "check:open", "prompts:show"):
            await asyncio.gather(*(one.taps(data, anyway=True) for one, _ in crowd))
            await house.telegram.idle(within=100)
        await asyncio.gather(*(one.says(words) for one, words in crowd))
        await house.telegram.idle(within=100)
        yield house, crowd


def _of(crowd: Crowd) -> list[str | int]:
    return [secret for one, words in crowd for secret in (one.id, str(one.user["username"]), words)]


def _found(data: bytes, secrets: Sequence[str | int]) -> list[str]:
    """Quick for many: the words they share first, then each id and name."""
    shared = leaks(data, [WORDS, "Quetzal", "feather_"])
    lower = data.lower()
    return shared + [str(one) for one in secrets if str(one).lower().encode() in lower]


async def _forget(house: House, crowd: Crowd) -> None:
    for say in ("/forget", "privacy:forget"):
        deeds = [one.says(say) if say.startswith("/") else one.taps(say, anyway=True) for one, _ in crowd]
        await asyncio.gather(*deeds)
        await house.telegram.idle(within=100)


def _rows(file: Path, names: Sequence[str]) -> int:
    """How many rows of any table name one of these pseudonyms in any column."""
    found = 0
    with sqlite3.connect(file) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # our own tables
            found += sum(any(value in names for value in row if isinstance(value, str)) for row in rows)
    return found


async def test_forgotten_is_forgotten_in_every_byte_and_in_yesterdays_backup(tmp_path: Path) -> None:
    folder, away = tmp_path / "house", tmp_path / "away"
    folder.mkdir()
    away.mkdir()
    with all_outlets() as outlets:
        async with _a_day(folder) as (house, crowd):
            vault, url = house.bot.services.vault, house.bot.services.settings.database_url
            leaving, staying = crowd[::2], crowd[1::2]
            gone, here = ([vault.pseudonym(one.id) for one, _ in half] for half in (leaving, staying))
            backups.make(url, vault, SECRET, away / "yesterday")
            assert _rows(folder / "house.db", gone) > PEOPLE / 2
            assert _found(bytes_in(tmp_path), _of(crowd)) == []
            house.hands.forward(timedelta(days=1))
            await _forget(house, leaving)
            stayed = _rows(folder / "house.db", here)
            assert stayed > PEOPLE / 2
            assert [name for name in gone if name.encode() in bytes_in(folder)] == []
        _search_again(tmp_path, outlets, crowd, gone)
    assert _restored(folder, away, gone, here)


def _search_again(folder: Path, outlets: Outlets, crowd: Crowd, gone: Sequence[str]) -> None:
    held = bytes_in(folder)
    assert _found(held + outlets.bytes(), _of(crowd)) == []
    assert [name for name in gone if name.encode() in held] == []


def _restored(folder: Path, away: Path, gone: Sequence[str], here: Sequence[str]) -> bool:
    """Yesterday's backup with today's keys: who stayed is back, who left is not."""
    file = away / "again.db"
    keys = Keys(f"sqlite:///{folder / 'house.keys.db'}", Wrapping(SECRET, []))
    try:
        done = backups.restore(f"sqlite:///{file}", keys, [SECRET], away / "yesterday")
    finally:
        keys.close()
    assert done.left_out >= len(gone) / 2
    assert _rows(file, here) > len(here) / 2
    assert [name for name in gone if name.encode() in bytes_in(away)] == []
    return _rows(file, gone) == 0


async def test_second_forget_finds_nothing(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        one = house.telegram.person("Sam", user_id=7_412_306_589)
        for words in ("/start", "I want to kill myself", f"/start {await link(house, Role.MEMBER)}"):
            await one.says(words)
        await house.telegram.idle()
        await _forget(house, [(one, "")])
        assert one.last.text.count("\n") > 2
        await _forget(house, [(one, "")])
        nothing = house.bot.services.library.text("privacy-forgotten-none", "en")
        assert nothing in one.last.text
        assert _rows(tmp_path / "house.db", [house.bot.services.vault.pseudonym(one.id)]) == 0
        assert house.bot.services.vault.people() == []
