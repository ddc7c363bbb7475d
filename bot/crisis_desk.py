"""Keeps the crisis protocol going: where each person is, what they have met, and what they asked us to do later.

Works with storage gone, too: then the place travels in the buttons alone, and no promise to write again is made.
"""

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session

from bot.care.flow import STAY, Move, Step, advance
from bot.clock import Clock
from bot.context import Person
from bot.crisis_card import CrisisCards
from bot.crisis_effects import AGAIN, HONOURED, RETURNS, carry_out
from bot.crisis_hearing import HELP, LEFT, LISTENING, is_the_one_word
from bot.crisis_memory import FULL_CARDS, CrisisMemory, met_before
from bot.crisis_steps import FLOW, CrisisSteps, Here
from bot.library import Library
from bot.screens import Screen
from storage import check_backs, conversations
from storage.conversations import Conversation, StaleConversation
from storage.database import Storage
from storage.errors import StorageError
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.crisis")

PATIENCE = 0.5  # seconds a next step may wait for storage
IDLE = timedelta(hours=3)  # then words are no longer taken for an answer
ASKED = "?"  # counts the plain question among what a person has met
NO_ANSWER_YET = frozenset({"someone_else", "bereaved", "violence_at_home"})


class CrisisDesk:
    """One for the whole house."""

    def __init__(
        self, library: Library, cards: CrisisCards, storage: Storage, vault: Vault, clock: Clock
    ) -> None:
        self._library = library
        self._flow = library.flows[FLOW]
        self._cards = cards
        self._steps = CrisisSteps(library, cards)
        self._storage = storage
        self._vault = vault
        self._clock = clock
        self._memory = CrisisMemory(clock.monotonic)

    # What was said

    async def meet(self, person: Person, topic: str) -> list[Screen]:
        """What follows words of danger: the card, then the first step, or the step already open."""
        found = await self._find(person)
        turn = self._flow.turn(found.step, topic) if found else ""
        if found is not None and turn not in ("", STAY):
            move = Move(self._flow.steps[turn])
            return [await self._go(person, found, move, before="crisis-heard") or self._same(person, found)]
        if found is not None and turn == STAY:
            topic = self._flow.path_of(found.step)
        card = self.card(person, topic)
        repeated = Screen(
            self._library.text("crisis-card-again", person.profile.lang), key="crisis-card-again"
        )
        return [card or repeated, await self._begin(person, found, topic, carded=card is not None)]

    async def asked_for(self, person: Person, topic: str = "") -> list[Screen]:
        """The card because it was asked for, on the path this person is on, and the step."""
        found = await self._find(person)
        if found is not None and not topic and not self._step(found).rests:
            topic = self._flow.path_of(found.step)
        card = self.card(person, topic, asked_for=True)
        step = await self._begin(person, found, topic, carded=True)
        return [card, step] if card else [step]

    async def ask(self, person: Person, topic: str = "") -> Screen:
        """The one plain question; not more than twice in a night, and never across a step that is open."""
        found = await self._find(person)
        if found is None:
            return await self._question(person, None, topic)
        if not self._step(found).rests:
            return self._same(person, found)
        asked = int(found.answers.get("met", {}).get(ASKED, 0))
        if asked >= FULL_CARDS:
            move = Move(self._flow.steps["vent"])
            return await self._go(person, found, move) or self._same(person, found)
        return await self._question(person, found, topic, before="crisis-asked-again" if asked else "")

    async def replied(self, person: Person, text: str) -> Screen | None:
        """What follows an answer typed in full: yes, no, "leave me alone", a fear named. None for anything else."""
        found = await self._open(person)
        return await self._go(person, found, self._move(person, found, text)) if found else None

    async def replies(self, person: Person, text: str) -> bool:
        """Whether these words answer the open step."""
        found = await self._open(person)
        return found is not None and self._move(person, found, text) is not None

    async def waits(self, person: Person) -> bool:
        """Whether a step is open that waits for an answer."""
        return (found := await self._open(person)) is not None and not self._rests(found)

    def _move(self, person: Person, found: Conversation, text: str) -> Move | None:
        if label := self._steps.named(person.profile, self._here(found), text):
            return advance(self._flow, found.step, label)
        meaning = self._library.typed.meaning(text, person.profile.lang)
        if found.step == LEFT and not meaning and is_the_one_word(self._library.companions.spoken, text):
            meaning = HELP
        return self._flow.meant(found.step, meaning) if meaning else None

    async def typed(self, person: Person, text: str, *, heavy: bool = False) -> Screen | None:
        """What follows words typed in the middle of the protocol; None when they belong to the rest of the house.

        A question that the house can answer is answered; everything else is listened to, never searched in vain.
        """
        reply = await self.replied(person, text)
        found = None if reply else await self._open(person)
        if found is None:
            return reply
        waits, listens = not self._rests(found), self._step(found).listens and not self._is_idle(found)
        asks = not (waits or listens) or ("?" in text if listens else self._library.typed.asks(text))
        if (
            asks
            and not (heavy and (waits or listens))
            and self._library.search.answer(text, person.profile).hits
        ):
            return None
        heard = self._memory.heard(person.pseudonym, found.step)
        says = LISTENING[min(heard, len(LISTENING) - 1)]
        return self._steps.again(person.profile, self._here(found), before=says, question=waits and not heard)

    async def unread(self, person: Person) -> Screen | None:
        """What follows a voice message or a picture while a step is open; None when none is."""
        found = await self._open(person)
        if found is None or self._rests(found):
            return None
        return self._steps.again(person.profile, self._here(found), before="crisis-unread", question=False)

    async def where(self, person: Person) -> Screen | None:
        """The open step, after something else was answered; None when nothing is open or this person rests."""
        found = await self._find(person)
        if found is None or self._rests(found):
            return None
        return self._steps.again(person.profile, self._here(found), before="crisis-where")

    # What was tapped

    async def tapped(self, person: Person, step: str, choice: str, version: int) -> Screen | None:
        """What follows a tap; None when it was the second half of a double tap."""
        move = advance(self._flow, step, choice)
        found = await self._find(person)
        if found is not None and version and found.version not in (0, version):
            if move is not None and found.version == version + 1 and found.step == move.step.id:
                return None
            if move is None or not HONOURED & set(move.effects):
                return self._same(person, found, before="crisis-old-screen")
        if move is None:
            return await self._begin(person, found, "", carded=False)
        return await self._go(person, found, move)

    async def returned(self, person: Person, note: str) -> Screen:
        """The screen of a check-back that is due: the protocol goes on from there."""
        found = await self._find(person)
        return await self._afresh(person, found, Here(self._flow.first(note), topic=note))

    async def drop(self, person: Person) -> None:
        """Write no more unasked: this person blocked us."""
        try:
            await self._storage.write(lambda s: check_backs.drop(s, person.pseudonym, kind=FLOW))
        except StorageError as error:
            log.warning("promises not dropped: %s", type(error).__name__)

    def card(self, person: Person, topic: str, *, asked_for: bool = False) -> Screen | None:
        """The card, from memory; None when this person met it often enough tonight and did not ask for it."""
        if not self._memory.may_card(person.pseudonym, asked_for=asked_for):
            return None
        return self._cards.card(person.profile, topic, self._clock.today())

    def forget(self, pseudonym: str) -> None:
        """Out of memory; storage forgets for itself."""
        self._memory.forget(pseudonym)

    async def begin(self, person: Person, topic: str, *, carded: bool = True) -> Screen:
        """The first step about `topic`, or the step this person is at already when it is about the same."""
        return await self._begin(person, await self._find(person), topic, carded=carded)

    # How it is kept

    async def _begin(self, person: Person, found: Conversation | None, topic: str, *, carded: bool) -> Screen:
        if found is not None and self._flow.turn(found.step, topic) == STAY:
            return self._same(person, found, before="crisis-still-here")
        met = met_before(found)
        if carded:
            met.update(self._cards.met_on_card(person.profile, topic, self._clock.today()))
        effects = () if topic in NO_ANSWER_YET else ("quiet_72h",)
        return await self._afresh(person, found, Here(self._flow.first(topic), topic=topic, met=met), effects)

    async def _question(
        self, person: Person, found: Conversation | None, topic: str, before: str = ""
    ) -> Screen:
        step = self._flow.question(topic)
        met = met_before(found)
        met[ASKED] += 1
        return await self._afresh(person, found, Here(step, topic=f"asked_{topic}", met=met), before=before)

    async def _afresh(
        self,
        person: Person,
        found: Conversation | None,
        here: Here,
        effects: tuple[str, ...] = (),
        before: str = "",
    ) -> Screen:
        here = replace(here, met=here.met if here.met is not None else met_before(found))
        kept = await self._keep(person, here, effects + here.step.effects)
        return self._steps.screen(person.profile, kept, self._clock.today(), before=before)

    async def _go(
        self, person: Person, found: Conversation | None, move: Move | None, before: str = ""
    ) -> Screen | None:
        if move is None:
            return None
        topic = str(found.answers.get("topic", "")) if found else ""
        met = Counter[str]() if AGAIN in move.effects else met_before(found)
        try:
            here = await self._keep(person, Here(move.step, topic=topic, met=met), move.effects, moving=found)
        except StaleConversation:
            return None
        if not here.version and any(effect in RETURNS for effect in move.effects):
            before = "crisis-no-return"
        return self._steps.screen(
            person.profile, here, self._clock.today(), before=before, question=before != "crisis-no-return"
        )

    async def _keep(
        self, person: Person, here: Here, effects: Iterable[str], *, moving: Conversation | None = None
    ) -> Here:
        effects = tuple(effects)
        met = self._steps.met_after(person.profile, here, self._clock.today())
        answers = {"topic": here.topic, "met": dict(met)}
        now, hours = self._clock.now(), timedelta(hours=self._flow.hours)

        def keep(session: Session) -> Conversation:
            carry_out(session, self._vault, person, effects, now)
            step, vault = here.step.id, self._vault
            if moving is not None and moving.version:
                return conversations.advance(session, vault, moving, step, answers, now=now, lifetime=hours)
            whose = (person.pseudonym, FLOW)
            return conversations.start(session, vault, *whose, step, answers, now=now, lifetime=hours)

        try:
            kept = await self._storage.write(keep, timeout=PATIENCE)
        except StorageError as error:
            log.warning("step not kept: %s", type(error).__name__)
            kept = Conversation(person.pseudonym, FLOW, here.step.id, 0, now + hours, answers)
        self._memory.stand(kept)
        return replace(here, version=kept.version)

    async def _find(self, person: Person) -> Conversation | None:
        return await self._read(person, newest=False)

    async def _open(self, person: Person) -> Conversation | None:
        """The conversation plain text belongs to: ours, unless another flow was moved since."""
        return await self._read(person, newest=True)

    async def _read(self, person: Person, *, newest: bool) -> Conversation | None:
        now, vault, whose = self._clock.now(), self._vault, person.pseudonym

        def read(session: Session) -> Conversation | None:
            if newest:
                return conversations.latest(session, vault, whose, now=now)
            return conversations.find(session, vault, whose, FLOW, now=now)

        try:
            found = await self._storage.read(read, timeout=PATIENCE)
        except (StorageError, VaultError) as error:
            log.warning("step not readable: %s", type(error).__name__)
            return self._memory.place(whose, now)
        unkept = self._memory.place(whose, now)
        if unkept is not None and not unkept.version:
            return unkept  # newer than what storage could take down
        return found if found and found.flow == FLOW and found.step in self._flow.steps else None

    def _same(self, person: Person, found: Conversation, before: str = "crisis-heard") -> Screen:
        return self._steps.again(person.profile, self._here(found), before=before)

    def _step(self, found: Conversation) -> Step:
        return self._flow.steps[found.step]

    def _here(self, found: Conversation) -> Here:
        return Here(self._step(found), found.version, str(found.answers.get("topic", "")), met_before(found))

    def _rests(self, found: Conversation) -> bool:
        return self._step(found).rests or self._is_idle(found)

    def _is_idle(self, found: Conversation) -> bool:
        return self._clock.now() > found.expires_at - timedelta(hours=self._flow.hours) + IDLE
