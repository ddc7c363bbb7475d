"""Which updates have had their answer. Telegram brings one again when a confirmation was lost; a person hears one answer."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from storage.tables import AnsweredUpdateRow, table_of
from storage.upsert import insert_or_keep, insert_several_unless_there


def answered(session: Session, update_ids: Iterable[int]) -> frozenset[int]:
    """Those of `update_ids` that have been answered; at most a batch of Telegram's (100) at a time."""
    known = col(AnsweredUpdateRow.update_id)
    return frozenset(session.exec(select(AnsweredUpdateRow.update_id).where(known.in_(list(update_ids)))))


def mark_answered(session: Session, update_id: int, *, now: datetime) -> bool:
    """Whether this is the first to say so."""
    return insert_or_keep(session, AnsweredUpdateRow, {"update_id": update_id, "answered_at": now})


def mark_all(session: Session, update_ids: Iterable[int], *, now: datetime) -> None:
    """The same for several at once, in one statement."""
    rows = [{"update_id": update_id, "answered_at": now} for update_id in update_ids]
    if rows:
        insert_several_unless_there(session.connection(), table_of(AnsweredUpdateRow), rows)
