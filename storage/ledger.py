"""One row a recipient of a tip: planned, claimed, sending, and then what became of it. Nobody is silently left out.

A claim is a short lease: a worker that dies loses it and the row is planned again. "sending" is written before anything
leaves, so after a death such a row is unknown: it may have arrived, and is reported instead of sent a second time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, literal, update
from sqlmodel import Session, col, select

from bot.care.broadcast import WHOSE, State, waking
from bot.care.people import Audience, Profile
from bot.care.tips import TipAudience
from storage import members
from storage.tables import BroadcastRow, LedgerRow, MemberRow, MembershipRow, place, table_of
from storage.vault import Vault

CLAIM_LEASE = timedelta(seconds=30)  # from the claim until it is sent; who comes later finds it gone
SEND_LEASE = timedelta(seconds=100)  # longer than a pause Telegram may ask for and the next try take together
KEPT = timedelta(days=7)  # after the end, to look into a complaint
KEPT_AT_MOST = timedelta(days=60)  # from planning

Zone = Callable[
    [str | None, str, str | None], str | None
]  # chosen zone, country, region -> zone; None: not known


class Entry(StrEnum):
    """Where a recipient is. The last four are ends."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"  # Telegram said no: blocked, or the chat is gone
    UNKNOWN = "unknown"  # it may have arrived
    SKIPPED = "skipped"  # left, blocked, wants quiet, or the tip was cancelled


OPEN = (Entry.PLANNED.value, Entry.CLAIMED.value, Entry.SENDING.value)


@dataclass(frozen=True, slots=True)
class Claim:
    """One recipient a worker has taken. `number` tells this claim from an earlier one of the same row."""

    broadcast_id: int
    pseudonym: str
    number: int
    sealed_wording: bytes = field(repr=False)
    wording_place: str
    profile: Profile
    sealed_chat: bytes = field(repr=False)
    wording: str = field(default="", repr=False)  # see `opened`


def plan(session: Session, broadcast: BroadcastRow, zone: Zone, *, now: datetime) -> int:
    """One row for everybody in its audience now. How many."""
    whom = (_in_audience(broadcast), col(MemberRow.pseudonym) == col(MembershipRow.pseudonym))
    if not broadcast.waking:
        return _plan_in(session, broadcast, whom, None, zone, now)
    where = (col(MemberRow.timezone), col(MemberRow.country), col(MemberRow.region))
    kinds = session.exec(select(*where).where(*whom).distinct()).all()
    return sum(_plan_in(session, broadcast, whom, kind, zone, now) for kind in kinds)


def _plan_in(
    session: Session,
    broadcast: BroadcastRow,
    whom: tuple[ColumnElement[bool], ...],
    kind: tuple[str | None, str, str | None] | None,
    zone: Zone,
    now: datetime,
) -> int:
    ready, there = now, list(whom)
    if kind is not None:
        ready = waking(now, zone(*kind) or broadcast.zone)
        for column, value in zip(
            (MemberRow.timezone, MemberRow.country, MemberRow.region), kind, strict=True
        ):
            there.append(col(column).is_(None) if value is None else col(column) == value)
    values = {
        "broadcast_id": literal(broadcast.id),
        "pseudonym": col(MembershipRow.pseudonym),
        "state": literal(Entry.PLANNED.value),
        "claim": literal(0),
        "planned_at": _moment(now),
        "ready_at": _moment(ready),
        "kept_until": _moment(now + KEPT_AT_MOST),
    }
    rows = select(*values.values()).where(*there)
    return session.exec(insert(table_of(LedgerRow)).from_select(list(values), rows)).rowcount


def claim(session: Session, zone: Zone, *, now: datetime, limit: int) -> tuple[Claim, ...]:
    """Take what is due of running broadcasts. Who may not have it any more is skipped; who sleeps waits for morning.

    Fewer than `limit` may come back while more is due; nothing at all means that nothing is due.
    """
    due = (
        select(LedgerRow, BroadcastRow)
        .where(col(LedgerRow.broadcast_id) == col(BroadcastRow.id), *_running_and_due(now))
        .order_by(
            col(LedgerRow.broadcast_id), col(LedgerRow.pseudonym)
        )  # a keyed order: nobody's place tells
        .limit(limit)
        .with_for_update(skip_locked=True, of=LedgerRow)
    )
    while found := session.exec(due).all():
        taken = _take(session, found, zone, now)
        session.flush()
        if taken:
            return tuple(taken)
    return ()


def begin(session: Session, claimed: Claim, *, now: datetime) -> bool:
    """May it leave this very moment? Then it is "sending" from now on. False: it may not, and that is written down."""
    row = _mine(session, claimed)
    if row is None or row.state not in (Entry.CLAIMED, Entry.SENDING):
        return False
    broadcast = session.get(BroadcastRow, claimed.broadcast_id)
    if broadcast is None or broadcast.state != State.RUNNING:
        row.state, row.ready_at = Entry.PLANNED.value, now
        return False
    if claimed.pseudonym not in _who_may(session, broadcast, [claimed.pseudonym], now):
        row.state, row.ready_at = Entry.SKIPPED.value, None
        return False
    row.state, row.ready_at = Entry.SENDING.value, now + SEND_LEASE
    return True


def settle(session: Session, claimed: Claim, end: Entry) -> bool:
    """What became of it. False when it is somebody else's by now, or forgotten."""
    row = _mine(session, claimed)
    if row is None or row.state not in (Entry.CLAIMED, Entry.SENDING, Entry.UNKNOWN):
        return False
    row.state, row.ready_at = end.value, None
    return True


def give_back(session: Session, claimed: Claim, *, until: datetime) -> bool:
    """It never left: it is planned again from `until`. False as for `settle`."""
    row = _mine(session, claimed)
    if row is None or row.state not in (Entry.CLAIMED, Entry.SENDING):
        return False
    row.state, row.ready_at = Entry.PLANNED.value, until
    return True


def recover(session: Session, *, now: datetime) -> int:
    """What dead workers left behind: claims are planned again, what was being sent is unknown. How many are unknown."""
    # Told by broadcast, so that the index is used: without it every look would read every row of the last weeks.
    lately = select(BroadcastRow.id).where(
        col(BroadcastRow.state).in_((State.RUNNING.value, State.PAUSED.value))
        | (col(BroadcastRow.moved_on) >= now.date() - timedelta(days=1))
    )
    over = and_(col(LedgerRow.broadcast_id).in_(lately), col(LedgerRow.ready_at) <= now)
    claims = and_(col(LedgerRow.state) == Entry.CLAIMED.value, over)
    session.exec(update(LedgerRow).where(claims).values(state=Entry.PLANNED.value, ready_at=now))
    sends = and_(col(LedgerRow.state) == Entry.SENDING.value, over)
    return session.exec(
        update(LedgerRow).where(sends).values(state=Entry.UNKNOWN.value, ready_at=None)
    ).rowcount


def tally(session: Session, broadcast_id: int) -> dict[Entry, int]:
    """How many are where. For deciding and for bands; never shown as they are."""
    counted = select(LedgerRow.state, func.count()).where(col(LedgerRow.broadcast_id) == broadcast_id)
    found = dict(session.exec(counted.group_by(col(LedgerRow.state))).all())
    return {entry: found.get(entry.value, 0) for entry in Entry}


def close(session: Session, broadcast_id: int, *, now: datetime) -> None:
    """The broadcast has ended: who was still planned is skipped, and the rows go some days from now."""
    mine = col(LedgerRow.broadcast_id) == broadcast_id
    waiting = col(LedgerRow.state).in_((Entry.PLANNED.value, Entry.CLAIMED.value))
    session.exec(update(LedgerRow).where(mine, waiting).values(state=Entry.SKIPPED.value, ready_at=None))
    session.exec(update(LedgerRow).where(mine).values(kept_until=now + KEPT))


def chat_of(vault: Vault, claimed: Claim) -> int:
    """Where to write. Raises VaultError."""
    return int(vault.unseal(claimed.sealed_chat, place=members.chat_place(claimed.pseudonym)))


def wording_place(row: BroadcastRow) -> str:
    """What the words of a tip are bound to."""
    return place(BroadcastRow, "sealed_wording", {"department_id": row.department_id, "author": row.author})


def opened(vault: Vault, claimed: Claim) -> Claim:
    """With the words it carries. Raises VaultError."""
    return replace(claimed, wording=vault.unseal(claimed.sealed_wording, place=claimed.wording_place))


def _take(
    session: Session, found: Sequence[tuple[LedgerRow, BroadcastRow]], zone: Zone, now: datetime
) -> list[Claim]:
    taken: list[Claim] = []
    for broadcast_id in dict.fromkeys(row.broadcast_id for row, _ in found):
        rows = [row for row, _ in found if row.broadcast_id == broadcast_id]
        broadcast = next(one for row, one in found if row.broadcast_id == broadcast_id)
        may = _who_may(session, broadcast, [row.pseudonym for row in rows], now)
        for row in rows:
            member = may.get(row.pseudonym)
            if member is None:
                row.state, row.ready_at = Entry.SKIPPED.value, None
                continue
            awake = waking(now, zone(member.timezone, member.country, member.region) or broadcast.zone)
            if broadcast.waking and awake > now:
                row.ready_at = awake
                continue
            row.state, row.ready_at, row.claim = Entry.CLAIMED.value, now + CLAIM_LEASE, row.claim + 1
            taken.append(_claim(row, broadcast, member))
    return taken


def _claim(row: LedgerRow, broadcast: BroadcastRow, member: MemberRow) -> Claim:
    profile = Profile(member.lang, member.country, member.region, Audience(member.audience))
    chat = member.sealed_chat or b""
    sealed, where = broadcast.sealed_wording or b"", wording_place(broadcast)
    return Claim(row.broadcast_id, row.pseudonym, row.claim, sealed, where, profile, chat)


def _who_may(
    session: Session, broadcast: BroadcastRow, pseudonyms: Sequence[str], now: datetime
) -> dict[str, MemberRow]:
    quiet = col(MemberRow.quiet_until)
    there = (
        _in_audience(broadcast),
        col(MemberRow.pseudonym) == col(MembershipRow.pseudonym),
        col(MemberRow.pseudonym).in_(pseudonyms),
        col(MemberRow.sealed_chat).is_not(None),
        quiet.is_(None) | (quiet <= now),
    )
    return {row.pseudonym: row for row in session.exec(select(MemberRow).where(*there)).all()}


def _in_audience(broadcast: BroadcastRow) -> ColumnElement[bool]:
    audiences = [one.value for one in WHOSE[TipAudience(broadcast.audience)]]
    return and_(
        col(MembershipRow.department_id) == broadcast.department_id,
        col(MembershipRow.audience).in_(audiences),
    )


def _running_and_due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(BroadcastRow.state) == State.RUNNING.value,
        col(LedgerRow.state) == Entry.PLANNED.value,
        col(LedgerRow.ready_at) <= now,
    )


def _mine(session: Session, claimed: Claim) -> LedgerRow | None:
    row = session.get(LedgerRow, (claimed.broadcast_id, claimed.pseudonym), with_for_update=True)
    return row if row is not None and row.claim == claimed.number else None


def _moment(at: datetime) -> Any:
    return literal(at, LedgerRow.planned_at.type)  # type: ignore[attr-defined]  # a column, at class level
