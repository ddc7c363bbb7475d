"""Forget, show and let go of what is kept, found by the tables' own declarations: a new table needs no line here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, delete, select, tuple_, update
from sqlmodel import Session

from storage.tables import MemberRow, Row, declared, name_of, place, table_of
from storage.vault import Vault, VaultError

PURGED_AT_ONCE = 2_000  # rows of a table in one call: a purge must not hold up the people who write meanwhile
SEALED = "sealed_"


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One row about one person: column names to plain JSON values, opened where they were sealed.

    `days_old` counts from what the table is dated by; `kept_until` is the last day, None for "until forgotten".
    """

    table: str
    purpose: str
    values: Mapping[str, Any]
    days_old: int
    kept_until: date | None


def forget(session: Session, pseudonym: str) -> dict[str, int]:
    """Everything of this person, gone; how many rows of each table. `Storage.scrub` clears SQLite's log afterwards."""
    return {name_of(row): _forget_in(session, row, [pseudonym]) for row in about_people()}


def export(session: Session, vault: Vault, pseudonym: str, *, now: datetime) -> tuple[KeptRow, ...]:
    """Everything of this person, readable. A value that cannot be opened says why: "WrongKey" or "Damaged"."""
    found = []
    for row in about_people():
        mine = select(table_of(row)).where(_subject(row) == pseudonym)
        found += [
            _kept(row, vault, dict(values), now) for values in session.connection().execute(mine).mappings()
        ]
    return tuple(found)


def purge(session: Session, *, now: datetime) -> dict[str, int]:
    """Let go of what is past its retention; how many rows of each table. A count of PURGED_AT_ONCE or more: call again.

    When a member's time is over, everything else about that person goes too.
    """
    gone = _overdue_members(session, now)
    counts = {name_of(row): _forget_in(session, row, gone) if row.subject else 0 for row in declared()}
    for row in declared():
        counts[name_of(row)] += _purge_table(session, row, now)
        _blank(session, row, now)
    return counts


def strangers(session: Session, pseudonyms: Sequence[str]) -> frozenset[str]:
    """Those of whom nothing is kept."""
    known: set[str] = set()
    for row in about_people():
        known |= set(session.connection().scalars(select(_subject(row)).where(_subject(row).in_(pseudonyms))))
    return frozenset(pseudonyms) - known


def about_people() -> tuple[type[Row], ...]:
    """The tables that name a member."""
    return tuple(row for row in declared() if row.subject is not None)


def _subject(row: type[Row]) -> ColumnElement[str]:
    subject: ColumnElement[str] = table_of(row).c[str(row.subject)]
    return subject


def _forget_in(session: Session, row: type[Row], pseudonyms: Sequence[str]) -> int:
    if not pseudonyms:
        return 0
    return session.exec(delete(table_of(row)).where(_subject(row).in_(pseudonyms))).rowcount


def _overdue_members(session: Session, now: datetime) -> Sequence[str]:
    overdue = select(_subject(MemberRow)).where(_is_over(MemberRow, now)).limit(PURGED_AT_ONCE)
    return session.connection().scalars(overdue).all()


def _purge_table(session: Session, row: type[Row], now: datetime) -> int:
    if row.retention is None:
        return 0
    table = table_of(row)
    key = tuple_(*table.primary_key)
    overdue = select(*table.primary_key).where(_is_over(row, now)).limit(PURGED_AT_ONCE)
    return session.exec(delete(table).where(key.in_(overdue))).rowcount


def _is_over(row: type[Row], now: datetime) -> ColumnElement[bool]:
    assert row.retention is not None  # noqa: S101  asked before
    column = table_of(row).c[row.retention.column]
    limit = now - row.retention.span
    over: ColumnElement[bool] = column < (limit.date() if isinstance(column.type, Date) else limit)
    return over


def _blank(session: Session, row: type[Row], now: datetime) -> None:
    table = table_of(row)
    for name in row.blanked:
        session.exec(update(table).where(table.c[name] < now).values({name: None}))


def _kept(row: type[Row], vault: Vault, values: Mapping[str, Any], now: datetime) -> KeptRow:
    readable = {
        name.removeprefix(SEALED): _opened(vault, value, place(row, name, values))
        if name.startswith(SEALED)
        else value
        for name, value in values.items()
    }
    return KeptRow(
        table=name_of(row),
        purpose=row.purpose,
        values={name: _plain(value) for name, value in readable.items()},
        days_old=max(0, (now.date() - _day(values[row.dated])).days),
        kept_until=_day(values[row.retention.column]) + row.retention.span if row.retention else None,
    )


def _opened(vault: Vault, sealed: bytes | None, bound_to: str) -> Any:
    if sealed is None:
        return None
    try:
        return json.loads(vault.unseal(sealed, place=bound_to))
    except VaultError as error:
        return type(error).__name__


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _day(value: date) -> date:
    return value.astimezone(UTC).date() if isinstance(value, datetime) else value
