"""Keeps the crisis protocol going: where each person is, what they have met, and what they asked us to do later.

Works with storage gone, too: then the place travels in the buttons alone, and no promise to write again is made.
"""

import logging
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlmodel import Session

from bot.care.flow import Move, Step, advance
from bot.clock import Clock
from bot.context import Person
from bot.crisis_card import CrisisCards
from bot.library import Library
from bot.screens import Button, Screen, pack
from storage import check_backs, conversations, members
from storage.conversations import Conversation, StaleConversation
from storage.database import Storage
from storage.errors import StorageError
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.crisis")

FLOW = "crisis"
PATIENCE = 0.5  # seconds a next step may wait for storage
QUIET = timedelta(hours=72)
SAME_NIGHT = 6 * 3600.0  # seconds in which a second card counts as a repetition
ASKED = "?"  # counts the plain question among what a person has met
FULL_CARDS = 2  # the same numbers unasked, no more often than this in one night
NO_ANSWER_YET = frozenset(
    {"someone_else", "asked", "bereaved", "violence_at_home", "returned", "returned_later", "other_returned"}
)
RESTING = frozenset({"left_alone", "open_door", "tomorrow", "asked_no", "vent", "reached"})
RETURNS: Mapping[str, tuple[timedelta, str]] = {
    "back_20m": (timedelta(minutes=20), "returned"),
    "back_1d": (timedelta(days=1), "returned_later"),
    "back_7d": (timedelta(days=7), "returned_later"),
    "other_1d": (timedelta(days=1), "other_returned"),
}


@dataclass(frozen=True, slots=True)
class Here:
    """Where a person is: the step, its version (0: only in the buttons), and how often each record was met."""

    step: Step
    version: int = 0
    topic: str = ""
    met: Mapping[str, int] | None = None


class CrisisDesk:
    """One for the whole house."""

    def __init__(
        self, library: Library, cards: CrisisCards, storage: Storage, vault: Vault, clock: Clock
    ) -> None:
        self._library = library
        self._flow = library.flows[FLOW]
        self._cards = cards
        self._storage = storage
        self._vault = vault
        self._clock = clock
        self._carded: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def card(self, person: Person, topic: str, *, asked_for: bool = False) -> Screen | None:
        """The card, from memory; None when this person met it often enough tonight and did not ask for it."""
        count, last = self._carded.get(person.pseudonym, (0, 0.0))
        now = self._clock.monotonic()
        count = count if now - last < SAME_NIGHT else 0
        if count >= FULL_CARDS and not asked_for:
            return None
        self._carded[person.pseudonym] = (count + 1, now)
        self._carded.move_to_end(person.pseudonym)
        while len(self._carded) > 10_000:
            self._carded.popitem(last=False)
        return self._cards.card(person.profile, topic, self._clock.today())

    def forget(self, pseudonym: str) -> None:
        """Out of memory; storage forgets for itself."""
        self._carded.pop(pseudonym, None)

    async def begin(self, person: Person, topic: str, *, carded: bool = True) -> Screen:
        """The first step about `topic`, or the step this person is at already when it is about the same."""
        found = await self._find(person)
        if found is not None and found.answers.get("topic") == topic and found.step not in RESTING:
            return self._screen(person, self._here(found))
        met = Counter(found.answers.get("met", {}) if found else {})
        if carded:
            met.update(self._cards.met_on_card(person.profile, topic, self._clock.today()))
        first = self._flow.first(topic)
        here = await self._start(person, Here(first, topic=topic, met=met), self._effects_of(topic, first))
        return self._screen(person, here)

    async def ask(self, person: Person) -> Screen:
        """The one plain question; not more than twice in a night, and never across a step that is open."""
        found = await self._find(person)
        if found is not None and found.step in self._flow.steps:
            asked = int(found.answers.get("met", {}).get(ASKED, 0))
            if found.step not in RESTING:
                return self._screen(person, self._here(found), before="crisis-still-here")
            if asked >= FULL_CARDS:
                return await self._listen(person, found)
        return await self.begin(person, "asked", carded=False)

    async def _listen(self, person: Person, found: Conversation) -> Screen:
        move = Move(self._flow.steps["vent"])
        return await self._go(person, found, move) or self._screen(person, self._here(found))

    async def tapped(self, person: Person, step: str, choice: str, version: int) -> Screen | None:
        """What follows a tap; None when it was the second half of a double tap."""
        move = advance(self._flow, step, choice)
        found = await self._find(person)
        if found is not None and version and found.version != version:
            doubled = move is not None and found.version == version + 1 and found.step == move.step.id
            return None if doubled else self._screen(person, self._here(found), before="crisis-old-screen")
        if move is None:
            return await self.begin(person, "", carded=False)
        return await self._go(person, found, move)

    async def typed(self, person: Person, text: str) -> Screen | None:
        """What follows words typed in the middle of the protocol; None when they belong to the rest of the house."""
        found = await self._find(person)
        step = self._flow.steps.get(found.step) if found else None
        if found is None or step is None:
            return None
        meaning = self._library.typed.meaning(text, person.profile.lang)
        if meaning == "leave":
            return await self._go(person, found, Move(self._flow.steps["left_alone"], ("leave",)))
        named = {"yes": step.yes, "no": step.no}.get(meaning, "")
        if named and (move := advance(self._flow, step.id, named)):
            return await self._go(person, found, move)
        if step.id == "vent":
            return self._screen(person, self._here(found), before="crisis-heard", question=False)
        return None

    async def still_here(self, person: Person) -> Screen | None:
        """The open question once more, gently; None when nothing is open or the person rests."""
        found = await self._find(person)
        if found is None or found.step in RESTING or found.step not in self._flow.steps:
            return None
        return self._screen(person, self._here(found), before="crisis-still-here")

    async def returned(self, person: Person, note: str) -> Screen:
        """The screen of a check-back that is due."""
        return await self.begin(person, note, carded=False)

    async def _go(self, person: Person, found: Conversation | None, move: Move) -> Screen | None:
        topic = str(found.answers.get("topic", "")) if found else ""
        met = Counter(found.answers.get("met", {}) if found else {})
        here = Here(move.step, topic=topic, met=met)
        try:
            here = await self._start(person, here, move.effects, moving=found)
        except StaleConversation:
            return None
        kept = here.version > 0 or not any(effect in RETURNS for effect in move.effects)
        return self._screen(person, here, before="" if kept else "crisis-no-return")

    async def _start(
        self, person: Person, here: Here, effects: Iterable[str], *, moving: Conversation | None = None
    ) -> Here:
        effects = tuple(effects)
        answers = {"topic": here.topic, "met": dict(self._met_after(person, here))}
        now, hours = self._clock.now(), timedelta(hours=self._flow.hours)

        def keep(session: Session) -> Conversation:
            self._carry_out(session, person, effects)
            step, vault = here.step.id, self._vault
            if moving is not None:
                return conversations.advance(session, vault, moving, step, answers, now=now, lifetime=hours)
            whose = (person.pseudonym, FLOW)
            return conversations.start(session, vault, *whose, step, answers, now=now, lifetime=hours)

        try:
            kept = await self._storage.write(keep, timeout=PATIENCE)
        except StorageError as error:
            log.warning("step not kept: %s", type(error).__name__)
            return here
        return replace(here, version=kept.version)

    def _carry_out(self, session: Session, person: Person, effects: Iterable[str]) -> None:
        now = self._clock.now()
        for effect in effects:
            if effect == "quiet_72h":
                members.hush(session, person.pseudonym, person.profile, until=now + QUIET, today=now.date())
            elif effect == "leave":
                check_backs.drop(session, person.pseudonym, kind=FLOW)
            elif effect in RETURNS:
                after, note = RETURNS[effect]
                # Kept with it: the language and the country this person will be written to in.
                members.remember(session, person.pseudonym, person.profile, today=now.date())
                check_backs.plan(
                    session,
                    self._vault,
                    person.pseudonym,
                    person.chat_id,
                    kind=FLOW,
                    note=note,
                    due_at=now + after,
                )

    def _effects_of(self, topic: str, first: Step) -> tuple[str, ...]:
        quiet = () if topic in NO_ANSWER_YET else ("quiet_72h",)
        return quiet + first.effects

    async def _find(self, person: Person) -> Conversation | None:
        now = self._clock.now()
        try:
            return await self._storage.read(
                lambda s: conversations.find(s, self._vault, person.pseudonym, FLOW, now=now),
                timeout=PATIENCE,
            )
        except (StorageError, VaultError) as error:
            log.warning("step not readable: %s", type(error).__name__)
            return None

    def _here(self, found: Conversation) -> Here:
        step = self._flow.steps.get(found.step) or self._flow.first("")
        return Here(step, found.version, str(found.answers.get("topic", "")), found.answers.get("met", {}))

    def _met_after(self, person: Person, here: Here) -> Counter[str]:
        met = Counter(here.met or {})
        ways = self._cards.ways(here.step.shows, person.profile, self._clock.today(), met)
        met.update(way.record for way in ways if way.record)
        if here.step.id == "asked":
            met[ASKED] += 1
        return met

    def _screen(self, person: Person, here: Here, *, before: str = "", question: bool = True) -> Screen:
        lang, key = person.profile.lang, step_key(here.step)
        ways = self._cards.ways(here.step.shows, person.profile, self._clock.today(), here.met or {})
        parts = [self._library.text(before, lang)] if before else []
        parts += [self._library.text(key, lang)] if question else []
        parts += [way.line for way in ways]
        rows = [
            (
                Button(
                    self._library.text(f"{key}.{choice.id}", lang),
                    pack(FLOW, here.step.id, choice.id, here.version),
                ),
            )
            for choice in here.step.choices
        ]
        cards = tuple(way.card for way in ways if way.card)[:1]
        return Screen("\n\n".join(parts), tuple(rows), cards, key=key)


def step_key(step: Step) -> str:
    """The sentence a step says."""
    return f"{FLOW}-{step.id.replace('_', '-')}"
