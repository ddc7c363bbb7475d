"""Who asked for prompts, and when each one's next is due: planned, claimed, and settled as what became of it.

A claim is a lease, as for check-backs: a worker that dies loses it and another sends the prompt. One that died twice
over the same prompt is not followed by a third, so nobody gets it more than twice.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, exists, update
from sqlmodel import Session, col, select

from bot.care.schedule import Turn, end_of_day, next_due, turn
from bot.care.schedule_wishes import Subscription, Wishes
from storage import addresses, members, tables
from storage.members import Member
from storage.tables import SubscriptionRow
from storage.vault import Vault, VaultError

LEASE = timedelta(minutes=10)  # longer than a thousand prompts need to leave one by one
AGAIN_AFTER = timedelta(minutes=2)
TRIES = 2
PASSED_AT_ONCE = 200  # planned anew in one write (50 ms): after an outage nobody waits long for the others

Change = Callable[[Wishes], Wishes | None]
"""What happens to the wishes; None ends the subscription."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's prompts as they are. `due_at` is None while nothing is planned."""

    wishes: Wishes
    due_at: datetime | None
    since: date


@dataclass(frozen=True, slots=True)
class Claimed:
    """A prompt in hand. `until`, the end of its lease, tells this claim from any other."""

    subscription: Subscription
    member: Member
    turn: Turn
    until: datetime


@dataclass(frozen=True, slots=True)
class Batch:
    """What was claimed, and how many were due and are not sent, by why."""

    claimed: tuple[Claimed, ...]
    passed: Mapping[str, int]

    def __bool__(self) -> bool:
        return bool(self.claimed or self.passed)


def find(session: Session, vault: Vault, pseudonym: str) -> Standing | None:
    """None for somebody who did not ask. Raises VaultError."""
    row = session.get(SubscriptionRow, pseudonym)
    return Standing(_wishes(vault, row), row.due_at, row.since) if row else None


def begin(
    session: Session, vault: Vault, pseudonym: str, chat_id: int, wishes: Wishes, *, now: datetime
) -> Standing:
    """This member asked for prompts; the first comes tomorrow at the earliest, so that stopping and starting doubles none.

    Keeps the chat id. Who has asked before gets these wishes. Raises ValueError for no member with a time zone.
    """
    member = members.find(session, pseudonym)
    if member is None or member.timezone is None:
        raise ValueError("prompts need a member with a time zone")
    addresses.keep(session, vault, pseudonym, chat_id)
    row = session.get(SubscriptionRow, pseudonym, with_for_update=True)
    if row is None:
        wishes = wishes.but(snoozed_until=end_of_day(now, member.timezone))
        row = SubscriptionRow(pseudonym=pseudonym, sealed_wishes=b"", since=now.date())
        session.add(row)
    return _changed(session, vault, row, wishes, now)


def change(
    session: Session, vault: Vault, pseudonym: str, changed: Change, *, now: datetime
) -> Standing | None:
    """Other wishes, and planned anew by them. None when they did not ask, or when it ended there.

    Raises VaultError, and whatever `changed` raises.
    """
    row = session.get(SubscriptionRow, pseudonym, with_for_update=True)
    if row is None:
        return None
    wishes = changed(_wishes(vault, row))
    if wishes is None:
        end(session, pseudonym)
        return None
    return _changed(session, vault, row, wishes, now)


def end(session: Session, pseudonym: str) -> bool:
    """Stopped: nothing is kept of it, nor the chat id when nothing else needs it. Whether there was anything."""
    gone = session.exec(delete(SubscriptionRow).where(col(SubscriptionRow.pseudonym) == pseudonym)).rowcount
    addresses.drop_if_unneeded(session, pseudonym)
    return bool(gone)


def is_any_due(session: Session, *, now: datetime) -> bool:
    """Whether `claim_due` would find something; a read, so that an idle tick never takes the write lock."""
    waiting = select(exists().where(col(SubscriptionRow.ready_at) <= now))
    return bool(session.exec(waiting).one())


def claim_due(
    session: Session, vault: Vault, *, now: datetime, limit: int, lease: timedelta = LEASE
) -> Batch:
    """Take what is due, oldest first; what may no longer be sent is planned anew at once and counted instead."""
    ready = col(SubscriptionRow.ready_at)
    due = select(SubscriptionRow).where(ready <= now).order_by(ready).limit(limit)
    rows = session.exec(due.with_for_update(skip_locked=True)).all()
    known = members.find_all(session, [row.pseudonym for row in rows])
    claimed, passed = list[Claimed](), Counter[str]()
    for row in rows:
        try:
            taken = _take(session, vault, row, known.get(row.pseudonym), now, now + lease)
        except (VaultError, ValueError, LookupError):  # another key, say: one row never holds up the others
            row.ready_at, taken = now + lease, "unreadable"
        if isinstance(taken, Claimed):
            claimed.append(taken)
        else:
            passed[taken] += 1
        if passed.total() >= PASSED_AT_ONCE:
            break
    session.flush()
    return Batch(tuple(claimed), passed)


def settle(session: Session, vault: Vault, claimed: Claimed, then: Change, *, now: datetime) -> bool:
    """It was sent, or will not be: `then` says what that changes, and the next one is planned.

    False when the lease was over and somebody else has it, or the person stopped meanwhile.
    """
    row = session.get(SubscriptionRow, claimed.subscription.key, with_for_update=True)
    if row is None or not row.attempts or row.ready_at != claimed.until:
        return False
    wishes = then(_wishes(vault, row))
    if wishes is None:
        return end(session, row.pseudonym)
    _write(session, vault, row, wishes, now)
    return True


def postpone(session: Session, claimed: Claimed, *, until: datetime) -> bool:
    """It never left: give it back to be claimed later, as if nobody had tried. False as for `settle`."""
    mine = (
        col(SubscriptionRow.pseudonym) == claimed.subscription.key,
        col(SubscriptionRow.attempts) > 0,
        col(SubscriptionRow.ready_at) == claimed.until,
    )
    back: dict[str, Any] = {"ready_at": until, "attempts": 0}
    return bool(session.exec(update(SubscriptionRow).where(*mine).values(**back)).rowcount)


def _take(
    session: Session,
    vault: Vault,
    row: SubscriptionRow,
    member: Member | None,
    now: datetime,
    until: datetime,
) -> Claimed | str:
    """The claim, or why there is none."""
    if member is None or member.sealed_chat is None or member.timezone is None:
        session.delete(row)
        return "ended"
    wishes = _wishes(vault, row)
    subscription = Subscription(row.pseudonym, member.timezone, member.seen_on, wishes)
    due_at = row.due_at or now
    said = turn(subscription, due_at, now, member.quiet_until)
    if row.attempts >= TRIES:  # it may have arrived, twice over
        _plan(vault, row, replace(subscription, wishes=wishes.after_prompt(now)), now)
        return "given_up"
    if said in (Turn.SEND, Turn.ASK):
        row.attempts += 1
        row.ready_at = until
        return Claimed(subscription, member, said, until)
    _plan(vault, row, subscription, max(now, member.quiet_until or now))
    return said.value


def _changed(session: Session, vault: Vault, row: SubscriptionRow, wishes: Wishes, now: datetime) -> Standing:
    if row.attempts:  # one is on its way just now: what follows it is planned when it is settled
        row.sealed_wishes = _sealed(vault, row.pseudonym, wishes)
        session.flush()
    else:
        _write(session, vault, row, wishes, now)
    return Standing(wishes, row.due_at, row.since)


def _write(session: Session, vault: Vault, row: SubscriptionRow, wishes: Wishes, now: datetime) -> None:
    member = members.find(session, row.pseudonym)
    if member is None or member.timezone is None:
        session.delete(row)
    else:
        after = max(now, member.quiet_until or now)
        _plan(vault, row, Subscription(row.pseudonym, member.timezone, member.seen_on, wishes), after)
    session.flush()


def _plan(vault: Vault, row: SubscriptionRow, subscription: Subscription, after: datetime) -> None:
    row.sealed_wishes = _sealed(vault, row.pseudonym, subscription.wishes)
    row.due_at = row.ready_at = next_due(subscription, after)
    row.attempts = 0


def _sealed(vault: Vault, pseudonym: str, wishes: Wishes) -> bytes:
    return vault.seal(wishes.model_dump_json(exclude_defaults=True), place=_place(pseudonym))


def _wishes(vault: Vault, row: SubscriptionRow) -> Wishes:
    return Wishes.model_validate_json(vault.unseal(row.sealed_wishes, place=_place(row.pseudonym)))


def _place(pseudonym: str) -> str:
    return tables.place(SubscriptionRow, "sealed_wishes", {"pseudonym": pseudonym})
