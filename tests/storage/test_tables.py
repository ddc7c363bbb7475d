"""Every table says whose it is, why it is kept and how long; moments keep their time zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Date
from sqlalchemy.exc import StatementError
from sqlmodel import Session, SQLModel

from storage import tables
from storage.privacy import SEALED
from storage.tables import AnsweredUpdateRow, Keep, Owner, Row, UtcDateTime
from tests.storage.conftest import NOW

ALL = pytest.mark.parametrize("row", tables.declared(), ids=tables.name_of)


def test_every_table_of_the_schema_is_declared() -> None:
    assert {tables.name_of(row) for row in tables.declared()} == set(Row.metadata.tables)
    assert not SQLModel.metadata.tables


@ALL
def test_a_table_declares_owner_purpose_and_retention(row: type[Row]) -> None:
    assert isinstance(row.owner, Owner)
    assert row.purpose == f"privacy-kept-{tables.name_of(row).replace('_', '-')}"
    assert row.retention is tables.UNTIL_FORGOTTEN or isinstance(row.retention, Keep)
    assert row.__doc__


@ALL
def test_what_a_table_declares_about_its_columns_is_there_and_never_empty(row: type[Row]) -> None:
    columns = tables.table_of(row).c
    named = [row.dated, *([row.retention.column] if row.retention else [])]
    for name in named:
        assert isinstance(columns[name].type, Date | UtcDateTime)
        assert not columns[name].nullable
    for name in row.blanked:
        assert isinstance(columns[name].type, UtcDateTime)
        assert columns[name].nullable


@ALL
def test_a_members_table_names_the_member_and_no_other_table_does(row: type[Row]) -> None:
    columns = tables.table_of(row).c
    assert (row.subject is not None) == (row.owner is Owner.MEMBER)
    assert (row.subject is None) == ("pseudonym" not in columns)


@ALL
def test_sealed_columns_are_bound_to_their_row(row: type[Row]) -> None:
    columns = tables.table_of(row).c
    sealed = [column.name for column in columns if column.name.startswith(SEALED)]
    for name in sealed:
        bound = dict.fromkeys(row.bound_to, "x")
        assert row.subject is None or row.subject in row.bound_to
        assert row.bound_to, "it would open in any row"
        assert set(bound) <= set(columns.keys())
        assert tables.place(row, name, bound).startswith(f"{tables.name_of(row)}:{name}:x")


@ALL
def test_no_column_is_open_to_free_text_or_a_telegram_id(row: type[Row]) -> None:
    open_to = {"text", "message", "name", "username", "user_id", "chat_id"}
    if row.owner is Owner.DEPARTMENT:  # what it publishes itself: its contacts, its own channel
        open_to -= {"name", "chat_id"}
    assert not open_to & set(tables.table_of(row).c.keys())


@pytest.mark.parametrize("hours", [-5, 0, 5.5])
def test_a_moment_comes_back_as_the_same_moment_in_utc(session: Session, hours: float) -> None:
    moment = NOW.astimezone(timezone(timedelta(hours=hours)))
    session.add(AnsweredUpdateRow(update_id=7, answered_at=moment))
    session.flush()
    session.expire_all()
    found = session.get_one(AnsweredUpdateRow, 7).answered_at
    assert found == moment
    assert found.tzinfo is UTC


def test_a_moment_without_time_zone_is_refused(session: Session) -> None:
    session.add(AnsweredUpdateRow(update_id=7, answered_at=datetime(2026, 1, 1)))  # noqa: DTZ001  the mistake itself
    with pytest.raises(StatementError, match="time zone"):
        session.flush()


def test_retention_is_a_duration() -> None:
    assert Keep("seen_on", days=400).span == timedelta(days=400)
    assert Keep("expires_at").span == timedelta(0)
