"""`backup`, `restore` and `keys rotate` as an operator runs them: words for each outcome, and never a traceback."""

import asyncio
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.app import open_records
from bot.backup_cli import backup, restore
from bot.care.people import Profile
from bot.cli import app
from bot.db_cli import NotDone
from bot.keys_cli import rotate_all
from bot.settings import Settings, SettingsError, read_settings
from storage import members

TODAY = date(2026, 11, 23)
SECRET, NEXT = "an operator's secret, long enough for it 1", "an operator's secret, long enough for it 2"


def _settings(home: Path, secret: str = SECRET, old: str | None = None) -> Settings:
    return read_settings(
        secret_key=secret, old_secret_key=old, database_url=f"sqlite:///{home}/statuscheck.db", keys_url=None
    )


async def _live(home: Path) -> None:
    async with open_records(_settings(home)) as (storage, vault):
        for number in range(5):
            name = vault.pseudonym(number)
            await storage.write(partial(members.remember, pseudonym=name, profile=Profile(), today=TODAY))
            await storage.write(partial(members.keep_chat, vault=vault, pseudonym=name, chat_id=number))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The data folder of a house with five people."""
    asyncio.run(_live(tmp_path / "data"))
    return tmp_path / "data"


def test_a_backup_comes_back_on_a_new_machine(home: Path, tmp_path: Path) -> None:
    assert "5 rows" in backup(_settings(home), tmp_path / "b")
    assert "5 stayed out" in restore(_settings(tmp_path / "bare"), tmp_path / "b", None)
    assert restore(_settings(tmp_path / "new"), tmp_path / "b", tmp_path / "b.keys") == "5 rows are back."


def test_what_cannot_be_restored_is_said(home: Path, tmp_path: Path) -> None:
    backup(_settings(home), tmp_path / "b")
    with pytest.raises(NotDone, match="already"):
        restore(_settings(home), tmp_path / "b", None)
    with pytest.raises(NotDone, match="SECRET_KEY"):
        restore(_settings(tmp_path / "new", NEXT), tmp_path / "b", None)
    with pytest.raises(NotDone, match="No such file"):
        restore(_settings(tmp_path / "new"), tmp_path / "none", None)


def test_a_new_secret_takes_over_in_three_steps(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.rotating.SETTLE", 0)
    with pytest.raises(SettingsError, match="OLD_SECRET_KEY"):
        rotate_all(_settings(home, NEXT), print)
    words, whole = rotate_all(_settings(home, NEXT, SECRET), lambda _: None)
    assert (whole, "5 values sealed anew" in words) == (True, True)
    assert "5 values sealed anew" in rotate_all(_settings(home, NEXT), lambda _: None)[0]
    with pytest.raises(SettingsError):
        rotate_all(_settings(home, SECRET), lambda _: None)


def test_the_commands_are_there() -> None:
    for words in (["backup", "--help"], ["restore", "--help"], ["keys", "rotate", "--help"]):
        assert CliRunner().invoke(app, words).exit_code == 0
