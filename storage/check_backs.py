"""Promises to write again at a set time, kept across restarts: planned, claimed, and settled as what became of them.

A claim is a lease: a worker that dies loses it, and the promise is kept by another. So a person may hear it twice when a
worker died between sending and settling, never not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage import tables
from storage.tables import CheckBackRow
from storage.vault import Vault

LEASE = timedelta(minutes=2)  # longer than a send with its retries takes


class CheckBackState(StrEnum):
    """Planned and claimed are on their way; the others are ends, and end with the chat id erased."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    REFUSED = "refused"  # Telegram said no: blocked, or the chat is gone
    UNKNOWN = "unknown"  # it may have arrived
    DROPPED = "dropped"  # no longer wanted


_OPEN = (CheckBackState.PLANNED.value, CheckBackState.CLAIMED.value)


@dataclass(frozen=True, slots=True)
class CheckBack:
    """One claimed promise. `note` is the content key of what is said; `attempts` counts claims and tells them apart."""

    id: int
    pseudonym: str
    kind: str
    note: str
    due_at: datetime
    attempts: int
    sealed_chat: bytes = field(repr=False)


def plan(
    session: Session, vault: Vault, pseudonym: str, chat_id: int, *, kind: str, note: str, due_at: datetime
) -> int:
    """Promise to write; in place of an open promise of the same kind. Its id."""
    drop(session, pseudonym, kind=kind)
    row = CheckBackRow(
        pseudonym=pseudonym,
        sealed_chat=vault.seal(str(chat_id), place=_place(pseudonym)),
        kind=kind,
        note=note,
        due_at=due_at,
        state=CheckBackState.PLANNED.value,
        ready_at=due_at,
    )
    session.add(row)
    session.flush()
    assert row.id is not None  # noqa: S101  the flush gave it one
    return row.id


def claim_due(
    session: Session, *, now: datetime, limit: int, lease: timedelta = LEASE
) -> tuple[CheckBack, ...]:
    """Take what is due, oldest first. Nobody else gets it before the lease is over; then it comes again."""
    due = select(CheckBackRow).where(col(CheckBackRow.ready_at) <= now).order_by(col(CheckBackRow.ready_at))
    rows = session.exec(due.limit(limit).with_for_update(skip_locked=True)).all()
    for row in rows:
        row.state = CheckBackState.CLAIMED.value
        row.ready_at = now + lease
        row.attempts += 1
    session.flush()
    return _records(rows)


def settle(session: Session, claimed: CheckBack, state: CheckBackState) -> bool:
    """How it ended. False when the lease was over and somebody else has it, or it was dropped or forgotten meanwhile."""
    return _change(session, claimed, state=state.value, ready_at=None, sealed_chat=None)


def postpone(session: Session, claimed: CheckBack, *, until: datetime) -> bool:
    """Give it back to be claimed later (Telegram asked to wait). False as for `settle`."""
    return _change(session, claimed, state=CheckBackState.PLANNED.value, ready_at=until)


def drop(session: Session, pseudonym: str, *, kind: str | None = None) -> int:
    """No longer wanted: all open promises to this person, or those of one kind. How many."""
    mine = [col(CheckBackRow.pseudonym) == pseudonym, col(CheckBackRow.state).in_(_OPEN)]
    if kind is not None:
        mine.append(col(CheckBackRow.kind) == kind)
    dropped = {"state": CheckBackState.DROPPED.value, "ready_at": None, "sealed_chat": None}
    return session.exec(update(CheckBackRow).where(*mine).values(**dropped)).rowcount


def chat_of(vault: Vault, claimed: CheckBack) -> int:
    """Where to write. Raises VaultError."""
    return int(vault.unseal(claimed.sealed_chat, place=_place(claimed.pseudonym)))


def _change(session: Session, claimed: CheckBack, **values: Any) -> bool:
    mine = (
        col(CheckBackRow.id) == claimed.id,
        col(CheckBackRow.state) == CheckBackState.CLAIMED.value,
        col(CheckBackRow.attempts) == claimed.attempts,
    )
    return bool(session.exec(update(CheckBackRow).where(*mine).values(**values)).rowcount)


def _records(rows: Sequence[CheckBackRow]) -> tuple[CheckBack, ...]:
    return tuple(
        CheckBack(
            id=row.id or 0,
            pseudonym=row.pseudonym,
            kind=row.kind,
            note=row.note,
            due_at=row.due_at,
            attempts=row.attempts,
            sealed_chat=row.sealed_chat or b"",
        )
        for row in rows
    )


def _place(pseudonym: str) -> str:
    return tables.place(CheckBackRow, "sealed_chat", {"pseudonym": pseudonym})
