"""A local contact while a coordinator writes it: one question a message, kept where the conversation is for an hour."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.care.local_contacts import FIELDS, LONGEST, LocalContact, LocalKind
from storage import conversations
from storage.conversations import Conversation
from storage.vault import Vault

FLOW = "contacts"
LASTS = timedelta(hours=1)
CONFIRM = "confirm"
YES_OR_NO = "for_family"


@dataclass(frozen=True, slots=True)
class LocalDraft:
    """What is decided so far. `number` is that of the contact being changed; `step` a field, or CONFIRM."""

    department_id: int
    number: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    step: str = FIELDS[0]
    version: int = 0

    def answered(self, value: object) -> "LocalDraft":
        """With the answer to the question that is open, at the next one that is."""
        fields = {**self.fields, self.step: value}
        return replace(self, fields=fields, step=next((one for one in FIELDS if one not in fields), CONFIRM))

    @property
    def waits_for_words(self) -> bool:
        """Whether the next message may be an answer."""
        return self.step in LONGEST or self.step == YES_OR_NO

    @property
    def can_be_reached(self) -> bool:
        """Whether there is any way to whoever is named."""
        return bool(self.fields.get("phone") or self.fields.get("url"))

    def contact(self, department: str, country: str, today: date) -> LocalContact:
        """As it will be once it is confirmed. Raises KeyError before all is answered."""
        values = {name: self.fields[name] for name in FIELDS if name != "kind"}
        return LocalContact(
            id=self.number or 0,
            department_id=self.department_id,
            department=department,
            kind=LocalKind(self.fields["kind"]),
            country=country,
            checked_on=today,
            **values,
        )


def changing(one: LocalContact) -> LocalDraft:
    """The draft that begins as what is there."""
    fields = {name: getattr(one, name) for name in FIELDS} | {"kind": one.kind.value}
    return LocalDraft(one.department_id, one.id, fields, CONFIRM)


def begin(session: Session, vault: Vault, who: str, draft: LocalDraft, *, now: datetime) -> LocalDraft:
    """In place of whatever was begun before."""
    kept = _answers(draft)
    begun = conversations.start(session, vault, who, FLOW, draft.step, kept, now=now, lifetime=LASTS)
    return replace(draft, version=begun.version)


def move(session: Session, vault: Vault, who: str, draft: LocalDraft, *, now: datetime) -> LocalDraft:
    """On to the draft's step. Raises StaleConversation when another tap was faster."""
    here = Conversation(who, FLOW, draft.step, draft.version, now, {})
    moved = conversations.advance(session, vault, here, draft.step, _answers(draft), now=now, lifetime=LASTS)
    return replace(draft, version=moved.version)


def finish(session: Session, who: str, draft: LocalDraft, *, now: datetime) -> None:
    """It is done. Raises StaleConversation when it was already."""
    conversations.finish(session, Conversation(who, FLOW, draft.step, draft.version, now, {}))


def leave(session: Session, who: str) -> bool:
    """Drop it. Whether there was one."""
    return conversations.leave(session, who, FLOW)


def find(session: Session, vault: Vault, who: str, *, now: datetime) -> LocalDraft | None:
    """The open draft; None for none."""
    return _read(conversations.find(session, vault, who, FLOW, now=now))


def waiting(session: Session, vault: Vault, who: str, *, now: datetime) -> LocalDraft | None:
    """The draft the next words belong to: it waits for words, and nothing else was moved since."""
    draft = _read(conversations.latest(session, vault, who, now=now))
    return draft if draft is not None and draft.waits_for_words else None


def _answers(draft: LocalDraft) -> dict[str, Any]:
    return {"department_id": draft.department_id, "number": draft.number, "fields": dict(draft.fields)}


def _read(found: Conversation | None) -> LocalDraft | None:
    if found is None or found.flow != FLOW:
        return None
    kept = found.answers
    return LocalDraft(kept["department_id"], kept["number"], kept["fields"], found.step, found.version)
