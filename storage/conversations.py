"""Where each person is in each flow. Survives restarts; of two taps on one button only the first moves anything."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlmodel import Session, col, select

from storage import tables, this_update
from storage.tables import ConversationRow
from storage.upsert import insert_or_outdo
from storage.vault import Vault

_VERSIONS_COUNT_FROM = datetime(2025, 1, 1, tzinfo=UTC)

# Built once: every message asks these, and building a statement takes longer than running it.
_ANY = select(ConversationRow.flow).where(col(ConversationRow.pseudonym) == bindparam("whose")).limit(1)
_LATEST = (
    select(ConversationRow)
    .where(
        col(ConversationRow.pseudonym) == bindparam("whose"),
        col(ConversationRow.expires_at) > bindparam("now"),
    )
    # Of two moved in the same instant the crisis protocol is the newer: it interrupts, and is never interrupted.
    .order_by(col(ConversationRow.moved_at).desc(), (col(ConversationRow.flow) == "crisis").desc())
    .limit(1)
)


class StaleConversation(Exception):
    """Somebody (a double tap, another process) moved it first. Raised inside a write it undoes that write alone."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One open flow of one person. `version` travels in its buttons; `answers` is whatever JSON the flow gathered."""

    pseudonym: str
    flow: str
    step: str
    version: int
    expires_at: datetime
    answers: Mapping[str, Any] = field(repr=False)


def find(session: Session, vault: Vault, pseudonym: str, flow: str, *, now: datetime) -> Conversation | None:
    """The open conversation of that flow; None when there is none or its time is over. Raises VaultError."""
    if _has_none(session, pseudonym):
        return None
    row = session.get(ConversationRow, (pseudonym, flow))
    return _record(vault, row) if row and row.expires_at > now else None


def latest(session: Session, vault: Vault, pseudonym: str, *, now: datetime) -> Conversation | None:
    """The one this person moved last: where plain text belongs. Raises VaultError."""
    if _has_none(session, pseudonym):
        return None
    row = session.exec(_LATEST, params={"whose": pseudonym, "now": now}).first()
    return _record(vault, row) if row else None


def start(
    session: Session,
    vault: Vault,
    pseudonym: str,
    flow: str,
    step: str,
    answers: Mapping[str, Any] | None = None,
    *,
    now: datetime,
    lifetime: timedelta,
) -> Conversation:
    """Begin anew, whatever was there. Buttons of an earlier run match no version of this one."""
    begun = Conversation(pseudonym, flow, step, _first_version(now), now + lifetime, dict(answers or {}))
    values = {
        "pseudonym": pseudonym,
        "flow": flow,
        "step": step,
        "version": begun.version,
        "sealed_answers": _sealed(vault, begun),
        "moved_at": now,
        "expires_at": begun.expires_at,
    }
    return replace(begun, version=insert_or_outdo(session, ConversationRow, values, rising="version"))


def advance(
    session: Session,
    vault: Vault,
    conversation: Conversation,
    step: str,
    answers: Mapping[str, Any],
    *,
    now: datetime,
    lifetime: timedelta,
) -> Conversation:
    """Compare-and-swap to the next step. Raises StaleConversation, so that what belongs to the step is undone with it."""
    moved = Conversation(
        conversation.pseudonym,
        conversation.flow,
        step,
        conversation.version + 1,
        now + lifetime,
        dict(answers),
    )
    changed = session.exec(
        update(ConversationRow)
        .where(*_is(conversation))
        .values(
            step=step,
            version=moved.version,
            sealed_answers=_sealed(vault, moved),
            moved_at=now,
            expires_at=moved.expires_at,
        )
    )
    if not changed.rowcount:
        raise StaleConversation(conversation.flow)
    return moved


def finish(session: Session, conversation: Conversation) -> None:
    """The flow is over and its answers are gone. Raises StaleConversation as `advance` does."""
    if not session.exec(delete(ConversationRow).where(*_is(conversation))).rowcount:
        raise StaleConversation(conversation.flow)


def leave(session: Session, pseudonym: str, flow: str) -> bool:
    """Drop it wherever it is; whether there was one."""
    return bool(session.exec(delete(ConversationRow).where(*_of(pseudonym, flow))).rowcount)


def _has_none(session: Session, pseudonym: str) -> bool:
    if this_update.has_nothing_open(session, pseudonym):
        return True
    if not this_update.learns(session) or session.exec(_ANY, params={"whose": pseudonym}).first() is not None:
        return False
    this_update.note_nothing_open(session, pseudonym)
    return True


def _of(pseudonym: str, flow: str) -> tuple[Any, ...]:
    return (col(ConversationRow.pseudonym) == pseudonym, col(ConversationRow.flow) == flow)


def _is(conversation: Conversation) -> tuple[Any, ...]:
    return (
        col(ConversationRow.pseudonym) == conversation.pseudonym,
        col(ConversationRow.flow) == conversation.flow,
        col(ConversationRow.version) == conversation.version,
    )


def _first_version(now: datetime) -> int:
    # Seconds, so that a run begun after an earlier one ended (and left no row) starts above its versions.
    return int((now - _VERSIONS_COUNT_FROM).total_seconds())


def _place(pseudonym: str, flow: str) -> str:
    return tables.place(ConversationRow, "sealed_answers", {"pseudonym": pseudonym, "flow": flow})


def _sealed(vault: Vault, conversation: Conversation) -> bytes:
    plain = json.dumps(conversation.answers, separators=(",", ":"), ensure_ascii=False)
    return vault.seal(plain, place=_place(conversation.pseudonym, conversation.flow))


def _record(vault: Vault, row: ConversationRow) -> Conversation:
    answers = json.loads(vault.unseal(row.sealed_answers, place=_place(row.pseudonym, row.flow)))
    return Conversation(row.pseudonym, row.flow, row.step, row.version, row.expires_at, answers)
