"""A department's own channels and groups, and the tips posted there: each at most once, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.care.broadcast import ENDS, State
from bot.care.tips import TipAudience
from storage import audit, ledger
from storage.audit import Deed
from storage.tables import BroadcastRow, ChannelPostRow, ChannelRow
from storage.upsert import insert_or_keep
from storage.vault import Vault, VaultError

MOST = 5  # of one department
LEASE = timedelta(minutes=3)  # after which what was being posted is unknown


class Posted(StrEnum):
    """What became of a tip in a channel. "sending" is written before it leaves, so it is never posted twice."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Channel:
    """One of them; `last` is what became of the newest tip there."""

    id: int
    department_id: int
    chat_id: int
    title: str
    is_group: bool
    lang: str
    last: Posted | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One tip to post now."""

    broadcast_id: int
    channel: Channel
    wording: str = field(repr=False)


def of(session: Session, department_id: int) -> tuple[Channel, ...]:
    """Those a department linked, oldest first."""
    mine = (
        select(ChannelRow).where(col(ChannelRow.department_id) == department_id).order_by(col(ChannelRow.id))
    )
    return tuple(_record(row, _last(session, row)) for row in session.exec(mine).all())


def targets(session: Session, department_id: int, audience: TipAudience) -> tuple[Channel, ...]:
    """Where a tip for these people is posted too: none for family alone, as a department's channel is its officers'."""
    return () if audience is TipAudience.FAMILY else of(session, department_id)


def link(
    session: Session,
    department_id: int,
    chat: tuple[int, str],
    *,
    is_group: bool,
    lang: str,
    label: str,
    now: datetime,
) -> bool:
    """Tips go there from now on. False when it is linked already, here or elsewhere, or there is no room."""
    chat_id, title = chat
    if len(of(session, department_id)) >= MOST or _at(session, chat_id) is not None:
        return False
    session.add(
        ChannelRow(
            department_id=department_id,
            chat_id=chat_id,
            title=title,
            is_group=is_group,
            lang=lang,
            linked_on=now.date(),
        )
    )
    session.flush()
    audit.note(session, department_id, label, Deed.CHANNEL_LINKED, now=now)
    return True


def unlink(session: Session, department_id: int, channel_id: int, *, label: str, now: datetime) -> bool:
    """No more tips there. False for another department's, or one that is gone."""
    row = session.get(ChannelRow, channel_id)
    if row is None or row.department_id != department_id:
        return False
    session.delete(row)
    audit.note(session, department_id, label, Deed.CHANNEL_UNLINKED, now=now)
    return True


def lost(session: Session, chat_id: int, *, now: datetime) -> bool:
    """The bot was removed there. Whether it was linked."""
    row = _at(session, chat_id)
    return row is not None and unlink(session, row.department_id, row.id or 0, label=audit.OPERATOR, now=now)


def plan(session: Session, broadcast: BroadcastRow, *, now: datetime) -> None:
    """In the write that sets a tip going: it is to be posted in each channel too. Tips for family alone are not."""
    for channel in targets(session, broadcast.department_id, TipAudience(broadcast.audience)):
        key = {"broadcast_id": broadcast.id, "channel_id": channel.id}
        insert_or_keep(session, ChannelPostRow, {**key, "state": Posted.PLANNED.value, "planned_at": now})


def has_work(session: Session, broadcast_id: int) -> bool:
    """Whether a tip is still to be posted somewhere: until then it has not ended, and its words are kept."""
    open_ = col(ChannelPostRow.state).in_((Posted.PLANNED.value, Posted.SENDING.value))
    mine = select(ChannelPostRow).where(col(ChannelPostRow.broadcast_id) == broadcast_id, open_)
    return session.exec(mine.limit(1)).first() is not None


def take(session: Session, vault: Vault, *, now: datetime) -> tuple[Post, ...]:
    """What is to be posted now, marked as being sent. A paused tip waits; one that is over, or has no place, is skipped."""
    late = (col(ChannelPostRow.state) == Posted.SENDING.value, col(ChannelPostRow.planned_at) <= now - LEASE)
    session.exec(update(ChannelPostRow).where(*late).values(state=Posted.UNKNOWN.value))
    planned = select(ChannelPostRow).where(col(ChannelPostRow.state) == Posted.PLANNED.value)
    taken: list[Post] = []
    for row in session.exec(planned.with_for_update(skip_locked=True)).all():
        broadcast = session.get(BroadcastRow, row.broadcast_id)
        channel = session.get(ChannelRow, row.channel_id)
        state = State(broadcast.state) if broadcast is not None else State.CANCELLED
        if channel is None or broadcast is None or state in ENDS:
            row.state = Posted.SKIPPED.value
        elif state is State.RUNNING:
            wording = _opened(vault, broadcast)
            if wording is None:
                row.state = Posted.SKIPPED.value
                continue
            taken.append(Post(row.broadcast_id, _record(channel), wording))
            row.state, row.planned_at = Posted.SENDING.value, now
    session.flush()
    return tuple(taken)


def settle(session: Session, post: Post, end: Posted) -> None:
    """What became of it."""
    row = session.get(ChannelPostRow, (post.broadcast_id, post.channel.id))
    if row is not None:
        row.state = end.value


def _opened(vault: Vault, broadcast: BroadcastRow) -> str | None:
    try:
        return vault.unseal(broadcast.sealed_wording or b"", place=ledger.wording_place(broadcast))
    except VaultError:
        return None


def _at(session: Session, chat_id: int) -> ChannelRow | None:
    return session.exec(select(ChannelRow).where(col(ChannelRow.chat_id) == chat_id)).first()


def _last(session: Session, row: ChannelRow) -> Posted | None:
    newest = (
        select(ChannelPostRow.state)
        .where(col(ChannelPostRow.channel_id) == row.id)
        .order_by(col(ChannelPostRow.broadcast_id).desc())
        .limit(1)
    )
    found = session.exec(newest).first()
    return Posted(found) if found else None


def _record(row: ChannelRow, last: Posted | None = None) -> Channel:
    return Channel(row.id or 0, row.department_id, row.chat_id, row.title, row.is_group, row.lang, last)
