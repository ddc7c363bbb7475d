"""`python -m bot db`: an operator reads what was done, or what to do, and never a traceback."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from storage import migrations


@pytest.fixture
def old(tmp_path: Path) -> str:
    """A database of this release."""
    url = f"sqlite:///{tmp_path}/old/statuscheck.db"
    migrations.upgrade(url)
    return url


def test_a_copy_is_told_table_by_table(old: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["db", "copy", old, f"sqlite:///{tmp_path}/new/statuscheck.db"])
    assert told.exit_code == 0
    assert "member " in told.output
    assert "the same on both sides" in told.output
    assert migrations.current(f"sqlite:///{tmp_path}/new/statuscheck.db") == migrations.head()


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("postgresql://who:hunter2@127.0.0.1:1/nothing", "cannot be reached"),
        ("mysql://who:hunter2@127.0.0.1/nothing", "begin it with"),
    ],
)
def test_a_target_that_cannot_be_used_is_named_without_its_password(old: str, target: str, says: str) -> None:
    told = CliRunner().invoke(app, ["db", "copy", old, target])
    assert told.exit_code == 2
    assert says in told.output
    assert "hunter2" not in told.output


def test_a_source_that_is_not_there_is_said(tmp_path: Path) -> None:
    told = CliRunner().invoke(
        app, ["db", "copy", f"sqlite:///{tmp_path}/none.db", f"sqlite:///{tmp_path}/new.db"]
    )
    assert told.exit_code == 2
    assert "db upgrade" in told.output
