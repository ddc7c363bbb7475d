"""INSERT ... ON CONFLICT for both databases: SQLAlchemy spells it once a dialect."""

from typing import Any

from sqlalchemy import Connection, Table, case
from sqlmodel import Session

from storage.tables import Row, table_of


def insert_or_keep(session: Session, row: type[Row], values: dict[str, Any]) -> bool:
    """Insert unless the key is taken; whether it was inserted."""
    key = next(iter(table_of(row).primary_key))
    statement = _insert(session, row).values(**values).on_conflict_do_nothing().returning(key)
    return session.exec(statement).first() is not None


def insert_or_update(session: Session, row: type[Row], values: dict[str, Any], *, changing: set[str]) -> None:
    """Insert, or set only the columns `changing` of the row that has the key."""
    session.exec(_upsert(session, row, values, {name: values[name] for name in changing}))


def insert_or_outdo(session: Session, row: type[Row], values: dict[str, Any], *, rising: str) -> int:
    """Insert, or set all columns; `rising` ends above what was there, also when somebody else wrote it just now."""
    there = table_of(row).c[rising]
    higher = case((there >= values[rising], there + 1), else_=values[rising])
    keys = {column.name for column in table_of(row).primary_key}
    changed = {name: value for name, value in values.items() if name not in keys} | {rising: higher}
    return int(session.exec(_upsert(session, row, values, changed).returning(there)).one()[0])


def _upsert(session: Session, row: type[Row], values: dict[str, Any], changed: dict[str, Any]) -> Any:
    keys = [column.name for column in table_of(row).primary_key]
    return _insert(session, row).values(**values).on_conflict_do_update(index_elements=keys, set_=changed)


def insert_unless_there(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    """Insert unless the key is taken."""
    connection.execute(_inserts(connection.dialect.name)(table).values(**values).on_conflict_do_nothing())


def insert_several_unless_there(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert those whose keys are not taken; one statement, run once for each row."""
    connection.execute(_inserts(connection.dialect.name)(table).on_conflict_do_nothing(), rows)


def _insert(session: Session, row: type[Row]) -> Any:
    return _inserts(session.get_bind().dialect.name)(table_of(row))


def _inserts(dialect: str) -> Any:
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert
    from sqlalchemy.dialects import sqlite

    return sqlite.insert
