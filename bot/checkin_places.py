"""Where each person is in the check-in, in storage: found, moved by compare-and-swap, and gone at its end."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlmodel import Session

from bot.care.checkin import CheckIn, State
from bot.care.questionnaires import Result
from bot.clock import Clock
from bot.context import Person
from storage import check_backs, conversations, members, scores
from storage.conversations import Conversation
from storage.database import Storage
from storage.errors import StorageError
from storage.scores import Score
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.checkin")

KIND = "checkin"  # of the conversation row, and of promises to write again
PATIENCE = 3.0  # seconds an answer may wait for storage; a positive one waits for nothing
OPEN = (
    "open"  # the step as the row shows it: which one it is says what somebody answered, so it is sealed, too
)
LEAVING = 0.5  # seconds; a card stands behind it
RETURNS: Mapping[str, timedelta] = {"back_1d": timedelta(days=1), "back_7d": timedelta(days=7)}


class Look(Protocol):
    """One way to find a conversation."""

    def __call__(
        self, session: Session, vault: Vault, whose: str, /, *, now: datetime
    ) -> Conversation | None:
        """Raises VaultError."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What storage says of one person. `quiet`: a positive safety answer in the last 72 hours."""

    found: Conversation | None = None
    quiet: bool = False
    has_scores: bool = False


class CheckinPlaces:
    """All SQL of the check-in goes through here. Everything but `leave` may raise StorageError."""

    def __init__(self, flow: CheckIn, storage: Storage, vault: Vault, clock: Clock) -> None:
        self._flow = flow
        self._storage = storage
        self._vault = vault
        self._clock = clock

    async def find(self, person: Person) -> Standing:
        """The open check-in, and what decides how one begins."""
        now, vault, whose = self._clock.now(), self._vault, person.pseudonym

        def read(session: Session) -> Standing:
            member = members.find(session, whose)
            quiet = member is not None and member.wants_quiet(now)
            found = _readable(_checkin, session, vault, whose, now)
            return Standing(self._known(found), quiet, scores.has(session, whose))

        return await self._storage.read(read, timeout=PATIENCE)

    async def open(self, person: Person) -> Conversation | None:
        """The check-in, if it is what this person moved last: where plain text belongs."""
        now, vault, whose = self._clock.now(), self._vault, person.pseudonym
        found = await self._storage.read(
            lambda session: _readable(conversations.latest, session, vault, whose, now), timeout=PATIENCE
        )
        return self._known(found) if found and found.flow == KIND else None

    async def keep(
        self,
        person: Person,
        found: Conversation | None,
        state: State,
        effects: tuple[str, ...],
        results: Iterable[Result],
    ) -> Conversation | None:
        """Stand there, and do what the answer asks, in one write; None at an end. Raises StaleConversation."""
        now, vault, whose = self._clock.now(), self._vault, person.pseudonym
        answers, hours = _json(state), timedelta(hours=self._flow.hours)

        def keep(session: Session) -> Conversation | None:
            self._carry_out(session, person, effects, results)
            if self._flow.steps[state.step].ends:
                if found is None:
                    conversations.leave(session, whose, KIND)
                else:
                    conversations.finish(session, found)
                return None
            if found is None:
                return conversations.start(
                    session, vault, whose, KIND, OPEN, answers, now=now, lifetime=hours
                )
            return conversations.advance(session, vault, found, OPEN, answers, now=now, lifetime=hours)

        kept = await self._storage.write(keep, timeout=PATIENCE)
        return replace(kept, step=state.step) if kept else None

    async def leave(self, person: Person) -> None:
        """Over, and its answers gone. With storage away they go with their time."""
        try:
            await self._storage.write(
                lambda s: conversations.leave(s, person.pseudonym, KIND), timeout=LEAVING
            )
        except StorageError as error:
            log.warning("check-in not left: %s", type(error).__name__)

    def moved_ago(self, found: Conversation) -> timedelta:
        """How long ago this person answered."""
        return self._clock.now() - (found.expires_at - timedelta(hours=self._flow.hours))

    def _carry_out(
        self, session: Session, person: Person, effects: tuple[str, ...], results: Iterable[Result]
    ) -> None:
        now = self._clock.now()
        for effect in effects:
            if effect == "leave":
                check_backs.drop(session, person.pseudonym, kind=KIND)
            elif effect == "keep_scores":
                kept = [
                    Score(one.scale, result.version, one.score, now.date())
                    for result in results
                    for one in result.scales
                ]
                scores.keep(session, self._vault, person.pseudonym, kept)
            elif effect in RETURNS:
                # Kept with it: the language and the country this person will be written to in.
                members.remember(session, person.pseudonym, person.profile, today=now.date())
                where = (self._vault, person.pseudonym, person.chat_id)
                check_backs.plan(session, *where, kind=KIND, note="returned", due_at=now + RETURNS[effect])

    def _known(self, found: Conversation | None) -> Conversation | None:
        # A step that only an older release knew: begin anew rather than strand anybody.
        step = str(found.answers.get("step", "")) if found is not None else ""
        return replace(found, step=step) if found is not None and step in self._flow.steps else None


def state_of(found: Conversation) -> State:
    """What was answered so far."""
    kept = found.answers
    return State(
        step=found.step,
        notes=kept.get("notes", {}),
        answers=kept.get("answers", {}),
        at=int(kept.get("at", 0)),
        rung=int(kept.get("rung", 0)),
        seen=bool(kept.get("seen")),
        told=frozenset(kept.get("told", ())),
    )


def _json(state: State) -> dict[str, Any]:
    given = {name: dict(answers) for name, answers in state.answers.items()}
    where = {
        "step": state.step,
        "at": state.at,
        "rung": state.rung,
        "seen": state.seen,
        "told": sorted(state.told),
    }
    return {"notes": dict(state.notes), "answers": given, **where}


def _checkin(session: Session, vault: Vault, whose: str, /, *, now: datetime) -> Conversation | None:
    return conversations.find(session, vault, whose, KIND, now=now)


def _readable(look: Look, session: Session, vault: Vault, whose: str, now: datetime) -> Conversation | None:
    try:
        return look(session, vault, whose, now=now)
    except VaultError:
        return None  # sealed under another key: nothing of it can be read again
