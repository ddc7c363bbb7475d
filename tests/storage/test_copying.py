"""A department that moves to another engine arrives whole, or stays where it was."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.care.people import Audience, Profile
from bot.care.roles import Role
from storage import check_backs, conversations, copying, departments, members, migrations, privacy
from storage.copying import CopyRefused
from storage.database import Storage
from storage.tables import declared, name_of
from storage.vault import Vault
from tests import postgres
from tests.storage.conftest import NOW, TODAY, address

DAY = timedelta(days=1)


def _live(vault: Vault) -> Callable[[Session], None]:
    def live(session: Session) -> None:
        metro = departments.establish(session, "Metro PD", today=TODAY)
        code = departments.invite(session, vault, metro.id, Role.MEMBER, now=NOW)
        for number in range(30):
            name = f"person{number}"
            members.remember(session, name, Profile("es", "US", "Texas", Audience.OFFICER), today=TODAY)
            conversations.start(session, vault, name, "crisis", "step", {"n": "ñ"}, now=NOW, lifetime=DAY)
            check_backs.plan(
                session, vault, name, number + 1, kind="crisis", note="returned", due_at=NOW + DAY
            )
            departments.join(session, vault, code, name, audience=Audience.OFFICER, now=NOW)

    return live


async def _lived(url: str, vault: Vault) -> None:
    async with Storage.open(url) as storage:
        await storage.write(_live(vault))


async def _seen(url: str, vault: Vault) -> list[tuple[privacy.KeptRow, ...]]:
    async with Storage.open(url) as storage:
        return [
            await storage.read(lambda s, name=f"person{n}": privacy.export(s, vault, name, now=NOW))  # type: ignore[misc]
            for n in range(30)
        ]


@pytest.mark.parametrize("there_and_back", [False, True])
async def test_everything_arrives_and_opens_with_the_same_key(
    file: Path, tmp_path: Path, vault: Vault, postgres_server: postgres.Server, there_and_back: bool
) -> None:
    old, new = address(file), postgres_server.empty()
    await _lived(old, vault)
    before = await _seen(old, vault)
    told: list[copying.Copied] = []
    done = copying.copy(old, new, tell=told.append)
    assert told == list(done)
    assert {one.table for one in done} == {name_of(row) for row in declared()}
    assert {one.table: one.rows for one in done}["member"] == 30
    if there_and_back:
        old, new = new, address(tmp_path / "back" / "statuscheck.db")
        assert copying.copy(old, new) == done
    assert await _seen(new, vault) == before


async def test_ids_go_on_after_those_that_came_along(
    file: Path, vault: Vault, postgres_server: postgres.Server
) -> None:
    await _lived(address(file), vault)
    new = postgres_server.empty()
    copying.copy(address(file), new)
    async with Storage.open(new) as storage:
        planned = await storage.write(
            lambda s: check_backs.plan(s, vault, "late", 1, kind="crisis", note="returned", due_at=NOW)
        )
        await storage.write(lambda s: departments.establish(s, "Harbor PD", today=TODAY))
    assert planned > 30


async def test_a_target_in_use_is_left_alone(
    file: Path, vault: Vault, postgres_server: postgres.Server
) -> None:
    new = postgres_server.migrated()
    await _lived(new, vault)
    before = await _seen(new, vault)
    await _lived(address(file), vault)
    with pytest.raises(CopyRefused, match="empty"):
        copying.copy(address(file), new)
    assert await _seen(new, vault) == before


def test_a_source_behind_this_release_is_refused(file: Path, postgres_server: postgres.Server) -> None:
    migrations.downgrade(address(file), migrations.revisions()[0])
    with pytest.raises(CopyRefused, match="db upgrade"):
        copying.copy(address(file), postgres_server.empty())


def test_onto_itself_is_refused(file: Path) -> None:
    with pytest.raises(CopyRefused, match="same"):
        copying.copy(address(file), address(file))
