"""What a coordinator is writing, kept sealed where the conversation is: nobody else reads it, and it goes after a day."""

import logging
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bot.care.tips import TipAudience
from bot.clock import Clock
from bot.context import Person
from storage import conversations
from storage.conversations import Conversation
from storage.database import LONGEST_WAIT, Storage
from storage.errors import StorageError
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.broadcast")

FLOW = "broadcast"
LASTS = timedelta(days=1)
_ENDLESS = datetime.max.replace(tzinfo=UTC)
REMEMBERED = 20_000  # people
READ_JUST_NOW = timedelta(minutes=15)  # words typed this long after it was read are another version of it
PATIENCE = (
    0.3  # seconds the gate may wait to learn that words are for a draft; after that they are the person's own
)


class At(StrEnum):
    """Where a draft is."""

    SOURCE = "source"
    TOPICS = "topics"
    TIPS = "tips"
    TIP = "tip"
    WRITING = "writing"  # the next message is the tip, or the tip in another language
    ABOUT = "about"  # its words sounded like danger: is this about you?
    FINDINGS = "findings"
    INSTEAD = "instead"  # other words came after it was read: do they take its place?
    WRITTEN = "written"  # add the other language, or go on
    TOPIC = "topic"  # what a written one is about
    AUDIENCE = "audience"
    TIME = "time"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Words:
    """One language of a written tip: what people read, the same as Telegram HTML, and addresses behind words."""

    plain: str = ""
    html: str = ""
    links: tuple[str, ...] = ()
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that has been decided so far. `lang` is the language being written."""

    department_id: int
    lang: str = "en"
    topic: str = ""
    tip: str = ""
    written: Mapping[str, Words] = field(default_factory=dict)
    kept: tuple[str, ...] = ()  # advice the coordinator has read and kept the words anyway
    audience: TipAudience | None = None
    due_at: datetime | None = None
    waking: bool = True
    held: Words | None = None  # words that sounded like danger, until it is said what they are
    danger: str = ""  # the topic of that danger, for the protocol
    step: At = At.SOURCE
    version: int = 0
    moved_at: datetime | None = None

    def answers(self) -> dict[str, Any]:
        """As JSON, without what the conversation itself keeps."""
        table = asdict(replace(self, due_at=None, moved_at=None))
        table["due_at"] = self.due_at.isoformat() if self.due_at else None
        del table["step"], table["version"], table["moved_at"]
        return table

    @classmethod
    def read(cls, found: Conversation) -> "Draft":
        """What `answers` wrote. Raises ValueError, KeyError or TypeError for what another release wrote."""
        table = dict(found.answers)
        due_at, audience, held = table.pop("due_at"), table.pop("audience"), table.pop("held")
        written = {lang: _words(one) for lang, one in table.pop("written").items()}
        return cls(
            **{**table, "kept": tuple(table["kept"])},
            written=written,
            held=_words(held) if held else None,
            audience=TipAudience(audience) if audience else None,
            due_at=datetime.fromisoformat(due_at) if due_at else None,
            step=At(found.step),
            version=found.version,
            moved_at=found.expires_at - LASTS,
        )


class Drafts:
    """One for the whole house: finds, begins, moves and ends what people are writing."""

    def __init__(self, storage: Storage, vault: Vault, clock: Clock) -> None:
        self._storage = storage
        self._vault = vault
        self._clock = clock
        self._without: OrderedDict[str, None] = (
            OrderedDict()
        )  # who is known to write nothing: no need to look

    async def find(self, person: Person) -> Draft | None:
        """This person's draft; None when there is none, or it cannot be read any more. Raises StorageError."""
        found = await self._storage.read(self._finding(person.pseudonym, newest=False))
        return _draft(found)

    async def being_written(self, person: Person) -> Draft | None:
        """The draft the next words belong to: it waits for words, and nothing else was moved since. Never raises."""
        found = await self._newest(person)
        return found if found is not None and found.step is At.WRITING else None

    async def waiting_for_words(self, person: Person) -> Draft | None:
        """As `being_written`, or waiting for a time that somebody types, or read a moment ago."""
        found = await self._newest(person)
        if found is None or found.step in (At.WRITING, At.TIME, At.INSTEAD):
            return found
        if found.step not in (At.FINDINGS, At.WRITTEN) or found.moved_at is None:
            return None
        return found if self._clock.now() <= found.moved_at + READ_JUST_NOW else None

    async def begin(self, person: Person, draft: Draft) -> Draft:
        """A new one in place of whatever was there."""
        now, vault = self._clock.now(), self._vault

        def start(session: Session) -> Conversation:
            answers, who = draft.answers(), person.pseudonym
            step = draft.step.value
            return conversations.start(session, vault, who, FLOW, step, answers, now=now, lifetime=LASTS)

        self._without.pop(person.pseudonym, None)
        begun = await self._storage.write(start)
        self._without.pop(person.pseudonym, None)
        return replace(draft, version=begun.version)

    async def move(self, person: Person, draft: Draft, step: At, *, patience: float = LONGEST_WAIT) -> Draft:
        """On to a step, with what was decided. Raises StaleConversation when another tap was faster."""
        now, vault = self._clock.now(), self._vault
        here = conversation(person, draft)

        def advance(session: Session) -> Conversation:
            return conversations.advance(
                session, vault, here, step.value, draft.answers(), now=now, lifetime=LASTS
            )

        moved = await self._storage.write(advance, timeout=patience)
        return replace(draft, step=step, version=moved.version)

    async def drop(self, person: Person) -> bool:
        """Throw it away. Whether there was one."""
        return await self._storage.write(lambda s: conversations.leave(s, person.pseudonym, FLOW))

    async def _newest(self, person: Person) -> Draft | None:
        who = person.pseudonym
        if who in self._without:
            return None
        try:
            if await self._storage.read(self._finding(who, newest=False), timeout=PATIENCE) is None:
                self._without[who] = None
                while len(self._without) > REMEMBERED:
                    self._without.popitem(last=False)
                return None
            found = await self._storage.read(self._finding(who, newest=True), timeout=PATIENCE)
        except (StorageError, VaultError) as error:
            log.warning("draft not readable: %s", type(error).__name__)
            return None
        return _draft(found)

    def _finding(self, pseudonym: str, *, newest: bool) -> Any:
        now, vault = self._clock.now(), self._vault

        def find(session: Session) -> Conversation | None:
            if newest:
                return conversations.latest(session, vault, pseudonym, now=now)
            return conversations.find(session, vault, pseudonym, FLOW, now=now)

        return find


def conversation(person: Person, draft: Draft) -> Conversation:
    """The row a draft was read from, for compare-and-swap."""
    return Conversation(person.pseudonym, FLOW, draft.step.value, draft.version, _ENDLESS, draft.answers())


def _draft(found: Conversation | None) -> Draft | None:
    if found is None or found.flow != FLOW:
        return None
    try:
        return Draft.read(found)
    except (ValueError, KeyError, TypeError):
        return None


def _words(table: Mapping[str, Any]) -> Words:
    return Words(str(table["plain"]), str(table["html"]), tuple(table["links"]), str(table["photo"]))
