"""A backup gives back what was there, to nobody without the keys, and nobody who was forgotten since."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.care.people import Audience, Profile
from bot.care.roles import Role
from storage import backup_file, backups, check_backs, departments, members, migrations, privacy
from storage.backups import BackupRefused
from storage.database import Storage
from storage.keys import Keys, beside
from storage.sealing import Damaged, Wrapping
from storage.vault import Vault, WrongKey
from tests import postgres
from tests.storage.conftest import NOW, SECRET, TODAY

PEOPLE = range(1, 40)


@pytest.fixture
def keys(url: str) -> Iterator[Keys]:
    """The keys of the house on `url`."""
    opened = Keys(beside(url), Wrapping(SECRET))
    yield opened
    opened.close()


@pytest.fixture
def keyed(keys: Keys) -> Vault:
    """Its vault."""
    return Vault(SECRET, keys)


def _live(vault: Vault, people: range = PEOPLE) -> Callable[[Session], None]:
    def live(session: Session) -> None:
        metro = departments.establish(session, "Metro PD", today=TODAY)
        code = departments.invite(session, vault, metro.id, Role.MEMBER, now=NOW)
        for number in people:
            name = vault.pseudonym(number)
            members.remember(session, name, Profile("es", "US", "Texas", Audience.OFFICER), today=TODAY)
            check_backs.plan(session, vault, name, number, kind="crisis", note="returned", due_at=NOW)
            departments.join(session, vault, code, name, audience=Audience.OFFICER, now=NOW)

    return live


async def _seen(url: str, vault: Vault, people: range = PEOPLE) -> list[tuple[privacy.KeptRow, ...]]:
    def see(session: Session) -> list[tuple[privacy.KeptRow, ...]]:
        return [privacy.export(session, vault, vault.pseudonym(one), now=NOW) for one in people]

    async with Storage.open(url) as storage:
        return await storage.read(see)


async def _backed_up(url: str, vault: Vault, file: Path) -> list[tuple[privacy.KeptRow, ...]]:
    async with Storage.open(url) as storage:
        await storage.write(_live(vault))
    backups.make(url, vault, SECRET, file)
    return await _seen(url, vault)


async def test_what_was_there_comes_back_on_either_engine(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path, postgres_server: postgres.Server
) -> None:
    before = await _backed_up(url, keyed, tmp_path / "b")
    for target in (f"sqlite:///{tmp_path}/new/statuscheck.db", postgres_server.empty()):
        assert backups.restore(target, keys, [SECRET], tmp_path / "b").left_out == 0
        assert await _seen(target, keyed) == before
        async with Storage.open(target) as storage:  # ids go on after those that came back
            await storage.write(_live(keyed, range(100, 103)))


async def test_who_was_forgotten_since_stays_forgotten(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    before = await _backed_up(url, keyed, tmp_path / "b")
    gone = [keyed.pseudonym(one) for one in PEOPLE if one % 2]
    keyed.destroy(gone)
    target = f"sqlite:///{tmp_path}/new/statuscheck.db"
    assert backups.restore(target, keys, [SECRET], tmp_path / "b").left_out == len(gone) * 3
    after = await _seen(target, keyed)
    assert [bool(rows) for rows in after] == [one % 2 == 0 for one in PEOPLE]
    assert [rows for rows in after if rows] == [
        rows for one, rows in zip(PEOPLE, before, strict=True) if one % 2 == 0
    ]
    lines = str(list(backup_file.read(tmp_path / "b", [SECRET])))
    assert not [name for name in gone if name in lines]


async def test_a_backup_is_one_moment_while_people_write(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    async with Storage.open(url) as storage:
        await storage.write(_live(keyed))
        making = asyncio.create_task(asyncio.to_thread(backups.make, url, keyed, SECRET, tmp_path / "b"))
        number = 1000
        while not making.done():
            await storage.write(_live(keyed, range(number, number + 2)))
            number += 2
        await making
    target = f"sqlite:///{tmp_path}/new/statuscheck.db"
    backups.restore(target, keys, [SECRET], tmp_path / "b")
    for rows in await _seen(target, keyed, range(1000, number)):
        assert len(rows) in (0, 3), "somebody half there"


async def test_a_new_machine_needs_the_keys_as_well(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    before = await _backed_up(url, keyed, tmp_path / "b")
    backups.make_of_keys(keys, SECRET, tmp_path / "b.keys")
    target = f"sqlite:///{tmp_path}/new/statuscheck.db"
    fresh = Keys(beside(target), Wrapping(SECRET))
    backups.restore_keys(fresh, [SECRET], tmp_path / "b.keys")
    assert backups.restore(target, fresh, [SECRET], tmp_path / "b").left_out == 0
    assert await _seen(target, Vault(SECRET, fresh)) == before
    with pytest.raises(BackupRefused, match="already"):
        backups.restore_keys(fresh, [SECRET], tmp_path / "b.keys")
    fresh.close()


async def test_a_database_in_use_is_not_written_over(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    before = await _backed_up(url, keyed, tmp_path / "b")
    with pytest.raises(BackupRefused, match="empty"):
        backups.restore(url, keys, [SECRET], tmp_path / "b")
    assert await _seen(url, keyed) == before


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_backup_of_an_earlier_release_comes_back_as_todays(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    def earlier() -> Iterator[dict[str, Any]]:
        yield {"revision": "0002"}
        yield from (
            line
            for line in list(backup_file.read(tmp_path / "b", [SECRET]))[1:]
            if line["t"] in ("check_back", "department")
        )

    await _backed_up(url, keyed, tmp_path / "b")
    backup_file.write(tmp_path / "old", SECRET, earlier())
    target = f"sqlite:///{tmp_path}/new/statuscheck.db"
    assert backups.restore(target, keys, [SECRET], tmp_path / "old").rows == len(PEOPLE) + 1
    assert migrations.current(target) == migrations.head()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_another_secret_or_another_release_is_said(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    backups.make(url, keyed, SECRET, tmp_path / "b")
    target = f"sqlite:///{tmp_path}/new/statuscheck.db"
    with pytest.raises(WrongKey):
        backups.restore(target, keys, [SECRET[::-1]], tmp_path / "b")
    backup_file.write(tmp_path / "newer", SECRET, [{"revision": "9999"}])
    with pytest.raises(BackupRefused, match="9999"):
        backups.restore(target, keys, [SECRET], tmp_path / "newer")
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o600


LINES = st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=40), max_size=3), max_size=40)


@settings(max_examples=60)
@given(lines=LINES, data=st.data())
def test_a_file_cut_or_changed_anywhere_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, lines: list[dict[str, str]], data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("backup") / "b"
    backup_file.write(file, SECRET, lines)
    assert list(backup_file.read(file, [SECRET[::-1], SECRET])) == lines
    raw = bytearray(file.read_bytes())
    at = data.draw(st.integers(0, len(raw) - 1))
    if data.draw(st.booleans()):
        raw[at] ^= 1 << data.draw(st.integers(0, 7))
    else:
        del raw[at:]
    file.write_bytes(raw)
    with pytest.raises((Damaged, WrongKey)):
        list(backup_file.read(file, [SECRET]))


def test_pieces_may_not_change_places(tmp_path: Path) -> None:
    import random

    noise = random.Random(1)
    lines = [{"n": noise.randbytes(900).hex()} for _ in range(300)]
    backup_file.write(tmp_path / "b", SECRET, lines)
    assert list(backup_file.read(tmp_path / "b", [SECRET])) == lines
    raw = (tmp_path / "b").read_bytes()
    start, size = len(backup_file.MAGIC) + 16, backup_file.PIECE + 16 + 4
    one, two = raw[start : start + size], raw[start + size : start + 2 * size]
    (tmp_path / "b").write_bytes(raw[:start] + two + one + raw[start + 2 * size :])
    with pytest.raises((Damaged, WrongKey)):
        list(backup_file.read(tmp_path / "b", [SECRET]))


async def test_the_hour_of_the_backup_does_not_matter(
    url: str, keys: Keys, keyed: Vault, tmp_path: Path
) -> None:
    await _backed_up(url, keyed, tmp_path / "monday")
    async with Storage.open(url) as storage:
        later = NOW + timedelta(days=1)
        await storage.write(lambda s: privacy.forget(s, keyed.pseudonym(1)))
        await storage.write(lambda s: members.see(s, keyed.pseudonym(2), today=later.date()))
    backups.make(url, keyed, SECRET, tmp_path / "tuesday")
    target = f"sqlite:///{tmp_path}/new/statuscheck.db"
    backups.restore(target, keys, [SECRET], tmp_path / "tuesday")
    assert (await _seen(target, keyed))[0] == ()
