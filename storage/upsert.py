"""INSERT ... ON CONFLICT for both databases: SQLAlchemy spells it once a dialect."""

from typing import Any

from sqlmodel import Session

from storage.tables import Row, table_of


def insert_or_keep(session: Session, row: type[Row], values: dict[str, Any]) -> bool:
    """Insert unless the key is taken; whether it was inserted."""
    statement = _insert(session, row).values(**values).on_conflict_do_nothing()
    return bool(session.exec(statement).rowcount)


def insert_or_update(session: Session, row: type[Row], values: dict[str, Any], *, changing: set[str]) -> None:
    """Insert, or set only the columns `changing` of the row that has the key."""
    statement = _insert(session, row).values(**values)
    keys = [column.name for column in table_of(row).primary_key]
    session.exec(
        statement.on_conflict_do_update(index_elements=keys, set_={name: values[name] for name in changing})
    )


def _insert(session: Session, row: type[Row]) -> Any:
    if session.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table_of(row))
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table_of(row))
