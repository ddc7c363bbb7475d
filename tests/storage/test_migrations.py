"""Every migration goes up, down and up again, and ends at the tables the code declares. Needs no
upkeep: it takes what is there."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from storage import engines, migrations
from storage.errors import StorageReadOnly, StorageUnavailable
from storage.tables import Row
from tests.storage.conftest import address


def _schema(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"))


@pytest.mark.parametrize("revision", migrations.revisions())
def test_each_step_of_the_stairway_goes_up_down_and_up_again(tmp_path: Path, revision: str) -> None:
    file = tmp_path / "data" / "stairs.db"
    below = ("base", *migrations.revisions())[migrations.revisions().index(revision)]
    migrations.upgrade(address(file))
    migrations.downgrade(address(file), revision)
    here = _schema(file)
    migrations.downgrade(address(file), below)
    assert migrations.pending(address(file))[0] == revision
    migrations.upgrade(address(file))
    migrations.downgrade(address(file), revision)
    assert _schema(file) == here
    assert migrations.current(address(file)) == revision


def test_going_down_to_nothing_leaves_nothing(file: Path) -> None:
    migrations.downgrade(address(file), "base")
    assert {name for name, _ in _schema(file)} == {"alembic_version"}
    assert migrations.current(address(file)) is None


def test_migrated_tables_are_the_declared_ones(file: Path) -> None:
    engine = engines.migration_engine(engines.parse(address(file)))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_a_first_start_makes_what_the_migrations_would_have_made(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.db"
    made.touch(mode=0o600)
    assert migrations.make_or_upgrade(engines.parse(address(made))) == migrations.revisions()
    assert migrations.current(address(made)) == migrations.head()
    with closing(sqlite3.connect(made)) as new, closing(sqlite3.connect(file)) as grown:
        for (table,) in grown.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = f"PRAGMA table_info({table})"
            assert new.execute(columns).fetchall() == grown.execute(columns).fetchall(), table
        indexes = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' ORDER BY 1"
        assert new.execute(indexes).fetchall() == grown.execute(indexes).fetchall()


def test_the_head_found_by_file_name_is_alembics(file: Path) -> None:
    engine = engines.migration_engine(engines.parse(address(file)))
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(migrations.configuration(connection))
    assert [script.revision for script in reversed(list(scripts.walk_revisions()))] == list(
        migrations.revisions()
    )


def test_a_new_file_lacks_everything_and_a_look_does_not_make_it(tmp_path: Path) -> None:
    file = tmp_path / "none.db"
    assert migrations.pending(address(file)) == migrations.revisions()
    assert migrations.current(address(file)) is None
    assert not file.exists()


def test_an_upgrade_says_what_it_did_and_the_second_does_nothing(tmp_path: Path) -> None:
    url = address(tmp_path / "data" / "statuscheck.db")
    assert migrations.upgrade(url) == migrations.revisions()
    assert migrations.upgrade(url) == ()
    assert migrations.current(url) == migrations.head()
    assert migrations.pending(url) == ()


def test_alembic_is_not_even_imported_when_nothing_is_missing(file: Path) -> None:
    upgrade = f"from storage import migrations; migrations.upgrade({address(file)!r})"
    command = [sys.executable, "-c", f"{upgrade}; import sys; print('alembic' in sys.modules)"]
    told = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603  our own words
    assert told.stdout == "False\n"


def test_an_upgrade_that_fails_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_a_dangling_row(_connection: Connection) -> None:
        raise StorageUnavailable("a row points nowhere")

    url = address(tmp_path / "data" / "statuscheck.db")
    monkeypatch.setattr(migrations, "_no_dangling_rows", find_a_dangling_row)
    with pytest.raises(StorageUnavailable):
        migrations.upgrade(url)
    assert migrations.pending(url) == migrations.revisions()
    assert _schema(tmp_path / "data" / "statuscheck.db") == set()


def test_a_read_only_file_that_is_behind_says_so(file: Path) -> None:
    migrations.downgrade(address(file), "base")
    with pytest.raises(StorageReadOnly):
        migrations.upgrade_if_behind(engines.parse(f"sqlite:///file:{file}?mode=ro&uri=true"))
