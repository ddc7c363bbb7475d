"""Tips of departments: handed in, approved, begun with their ledger in one write, moved by compare-and-swap, ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from bot.care.anonymity import band
from bot.care.broadcast import ENDS, LASTS, Act, State, Wording, after
from bot.care.tips import TipAudience
from storage import audit, channels, departments, ledger
from storage.audit import Deed
from storage.ledger import Entry, Zone
from storage.tables import BroadcastRow, WatchRow
from storage.upsert import insert_or_update
from storage.vault import Vault

WATCHED = timedelta(days=7)  # after which a message in a coordinator's chat is not edited any more
RECENT = 5
DEEDS = {
    Act.APPROVE: Deed.APPROVED,
    Act.DECLINE: Deed.DECLINED,
    Act.PAUSE: Deed.PAUSED,
    Act.RESUME: Deed.RESUMED,
    Act.CANCEL: Deed.CANCELLED,
}
OPEN = tuple(state.value for state in State if state not in ENDS)


@dataclass(frozen=True, slots=True)
class Order:
    """What a coordinator hands in."""

    department_id: int
    author: str  # see `audit.label_of`
    audience: TipAudience
    topic: str
    wording: Wording
    due_at: datetime
    waking: bool
    zone: str  # IANA; the clock of receivers who have not said where they are


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One tip and where it is. The `_from` are lower ends of bands; an exact number is nowhere."""

    id: int
    department_id: int
    state: State
    author: str
    approver: str | None
    audience: TipAudience
    topic: str
    waking: bool
    zone: str
    due_at: datetime
    began_at: datetime | None
    ended_at: datetime | None
    reach_from: int
    missed_from: int
    unsure_from: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one is. For `bot.care.broadcast` to make bands and steps of; never shown as it is."""

    broadcast: Broadcast
    counts: dict[Entry, int]


@dataclass(frozen=True, slots=True)
class Watch:
    """A message to keep up to date."""

    broadcast_id: int
    pseudonym: str
    message_id: int


def submit(session: Session, vault: Vault, order: Order, *, waits: bool, now: datetime) -> Broadcast:
    """Take it in: to wait for a second coordinator, or to go out at its time."""
    reach = departments.reach_of(session, order.department_id, order.audience, today=now.date())
    row = BroadcastRow(
        department_id=order.department_id,
        state=(State.WAITING if waits else State.SCHEDULED).value,
        author=order.author,
        audience=order.audience.value,
        topic=order.topic,
        waking=order.waking,
        zone=order.zone,
        due_at=order.due_at,
        created_on=now.date(),
        moved_on=now.date(),
        reach_from=reach.least,
    )
    row.sealed_wording = vault.seal(order.wording.kept(), place=ledger.wording_place(row))
    session.add(row)
    session.flush()
    deed = Deed.ASKED if waits else Deed.SENT
    audit.note(session, order.department_id, order.author, deed, now=now, broadcast_id=row.id)
    return _record(row)


def find(session: Session, broadcast_id: int) -> Broadcast | None:
    """None for one that is not there any more."""
    row = session.get(BroadcastRow, broadcast_id)
    return _record(row) if row else None


def recent(session: Session, department_id: int) -> tuple[Broadcast, ...]:
    """The newest of a department, newest first."""
    mine = select(BroadcastRow).where(col(BroadcastRow.department_id) == department_id)
    rows = session.exec(mine.order_by(col(BroadcastRow.id).desc()).limit(RECENT)).all()
    return tuple(_record(row) for row in rows)


def move(
    session: Session,
    broadcast_id: int,
    act: Act,
    *,
    now: datetime,
    by: str | None = None,
) -> Broadcast | None:
    """Do `act`; `by` is the coordinator's label. None when it makes no sense any more, or somebody was faster.

    Whether this person may is decided before, by `bot.care.broadcast.may_move`.
    """
    row = session.get(BroadcastRow, broadcast_id, with_for_update=True)
    state = after(State(row.state), act, begun=row.began_at is not None) if row else None
    if row is None or state is None:
        return None
    values: dict[str, object] = {"state": state.value, "moved_on": now.date()}
    values |= {"approver": by} if act is Act.APPROVE else {}
    same = (col(BroadcastRow.id) == broadcast_id, col(BroadcastRow.state) == row.state)
    if not session.exec(update(BroadcastRow).where(*same).values(**values)).rowcount:
        return None
    session.refresh(row)
    if by is not None:
        audit.note(session, row.department_id, by, DEEDS[act], now=now, broadcast_id=row.id)
    if state in ENDS:
        _end(session, row, now)
    return _record(row)


def cancel_unbegun(session: Session, department_id: int, *, now: datetime, by: str | None = None) -> int:
    """What has not begun goes nowhere once nobody coordinates the department any more. How many; 0 while somebody does."""
    if departments.coordinators(session, department_id):
        return 0
    unbegun = (col(BroadcastRow.began_at).is_(None), col(BroadcastRow.state).in_(OPEN))
    mine = select(BroadcastRow.id).where(col(BroadcastRow.department_id) == department_id, *unbegun)
    found = session.exec(mine).all()
    return sum(move(session, one or 0, Act.CANCEL, now=now, by=by) is not None for one in found)


def begin_due(session: Session, zone: Zone, *, now: datetime) -> int:
    """Set going what is due: its ledger is planned in the same write, so that nobody can be forgotten. How many."""
    due = select(BroadcastRow).where(
        col(BroadcastRow.state) == State.SCHEDULED.value, col(BroadcastRow.due_at) <= now
    )
    rows = session.exec(due.with_for_update(skip_locked=True)).all()
    for row in rows:
        ledger.plan(session, row, zone, now=now)
        channels.plan(session, row, now=now)
        row.state, row.began_at, row.moved_on = State.RUNNING.value, now, now.date()
    session.flush()
    return len(rows)


def end_finished(session: Session, *, now: datetime) -> int:
    """End what has nobody left to send to, and what nobody brought to an end in LASTS. How many."""
    ended = 0
    for row in _open(session):
        if row.due_at <= now - LASTS:
            ended += move(session, row.id or 0, Act.EXPIRE, now=now) is not None
        elif row.state == State.RUNNING and not _has_work(session, row):
            ended += move(session, row.id or 0, Act.FINISH, now=now) is not None
    return ended


def waiting(session: Session) -> tuple[Broadcast, ...]:
    """Those that wait for a second coordinator, in every department."""
    here = select(BroadcastRow).where(col(BroadcastRow.state) == State.WAITING.value)
    return tuple(_record(row) for row in session.exec(here).all())


def progress(session: Session, broadcast_id: int) -> Progress | None:
    """How far it is; None for one that is gone."""
    row = session.get(BroadcastRow, broadcast_id)
    return Progress(_record(row), ledger.tally(session, broadcast_id)) if row else None


def watch(session: Session, broadcast_id: int, pseudonym: str, message_id: int, *, now: datetime) -> None:
    """This coordinator's message shows it from now on; an earlier one stays as it is."""
    shown = {"message_id": message_id, "since": now, "kept_until": now + LASTS + WATCHED}
    key = {"broadcast_id": broadcast_id, "pseudonym": pseudonym}
    insert_or_update(session, WatchRow, key | shown, changing=set(shown))


def watches(session: Session, *, now: datetime) -> tuple[Watch, ...]:
    """The messages to keep up to date."""
    rows = session.exec(select(WatchRow).where(col(WatchRow.kept_until) > now)).all()
    return tuple(Watch(row.broadcast_id, row.pseudonym, row.message_id) for row in rows)


def watched_by(session: Session, pseudonym: str, department_id: int | None = None) -> tuple[int, ...]:
    """The messages in this coordinator's chat that show tips of that department, or of all."""
    mine = select(WatchRow, BroadcastRow).where(
        col(WatchRow.pseudonym) == pseudonym, col(WatchRow.broadcast_id) == col(BroadcastRow.id)
    )
    return tuple(
        watched.message_id
        for watched, tip in session.exec(mine)
        if department_id in (None, tip.department_id)
    )


def unwatch(session: Session, watched: Watch) -> None:
    """It has said its last word."""
    row = session.get(WatchRow, (watched.broadcast_id, watched.pseudonym))
    if row is not None and row.message_id == watched.message_id:
        session.delete(row)


def _open(session: Session) -> Sequence[BroadcastRow]:
    return session.exec(select(BroadcastRow).where(col(BroadcastRow.state).in_(OPEN))).all()


def _has_work(session: Session, row: BroadcastRow) -> bool:
    counts = ledger.tally(session, row.id or 0)
    return any(counts[Entry(entry)] for entry in ledger.OPEN) or channels.has_work(session, row.id or 0)


def _end(session: Session, row: BroadcastRow, now: datetime) -> None:
    ledger.close(session, row.id or 0, now=now)
    counts = ledger.tally(session, row.id or 0)
    row.missed_from = band(counts[Entry.REFUSED] + counts[Entry.SKIPPED]).least
    row.unsure_from = band(counts[Entry.UNKNOWN]).least
    row.ended_at, row.sealed_wording = now, None
    session.flush()


def _record(row: BroadcastRow) -> Broadcast:
    return Broadcast(
        id=row.id or 0,
        department_id=row.department_id,
        state=State(row.state),
        author=row.author,
        approver=row.approver,
        audience=TipAudience(row.audience),
        topic=row.topic,
        waking=row.waking,
        zone=row.zone,
        due_at=row.due_at,
        began_at=row.began_at,
        ended_at=row.ended_at,
        reach_from=row.reach_from,
        missed_from=row.missed_from,
        unsure_from=row.unsure_from,
    )
