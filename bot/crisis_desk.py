"""Keeps the crisis protocol going: where each person is, what they have met, and what they asked us to do later.

Works with storage gone, too: then the place travels in the buttons alone, and no promise to write again is made.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.care.flow import STAY, Move, Step, advance
from bot.clock import Clock
from bot.context import Person
from bot.crisis_card import CrisisCards
from bot.crisis_effects import AGAIN, HONOURED, RETURNS
from bot.crisis_hearing import STILL_ALONE, CrisisHearing
from bot.crisis_keeping import CrisisKeeping
from bot.crisis_memory import FULL_CARDS, CrisisMemory, met_before
from bot.crisis_steps import FLOW, CrisisSteps, Here
from bot.library import Library
from bot.screens import Screen
from storage.conversations import Conversation, StaleConversation
from storage.database import Storage
from storage.vault import Vault

ASKED = "?"  # counts the plain question among what a person has met
NO_ANSWER_YET = frozenset({"someone_else", "other_acute", "bereaved", "violence_at_home", "emergency"})


class CrisisDesk:
    """One for the whole house."""

    def __init__(
        self, library: Library, cards: CrisisCards, storage: Storage, vault: Vault, clock: Clock
    ) -> None:
        self._library = library
        self._flow = library.flows[FLOW]
        self._cards = cards
        self._steps = CrisisSteps(library, cards)
        self._hearing = CrisisHearing(library, self._steps)
        self._clock = clock
        self._memory = CrisisMemory(clock.monotonic)
        self._kept = CrisisKeeping(self._flow, self._steps, self._memory, storage, vault, clock)

    # What was said

    async def meet(self, person: Person, topic: str, said: str = "") -> list[Screen]:
        """What follows words of danger: the card, then the first step, the step already open, or what `said` answers."""
        found = await self._kept.find(person)
        if topic == "someone_else" and self._hearing.tells_of_an_act(said):
            topic = "other_acute"
        turn = self._flow.turn(found.step, topic) if found else ""
        move = self._move(person, found, said) if found is not None and turn else None
        if found is not None and move is None and turn not in ("", STAY):
            move = Move(self._flow.steps[turn])
            return [await self._go(person, found, move, before="crisis-heard") or self._same(person, found)]
        if found is not None and move is not None and not self._kept.is_idle(found):
            return list(await self._follow(person, found, move, carded=turn == STAY))
        if found is not None and turn == STAY:
            topic = self._flow.path_of(found.step)
        card = self.card(person, topic)
        again = self._library.text("crisis-card-again", person.profile.lang)
        repeated = Screen(again, key="crisis-card-again")
        return [card or repeated, await self._begin(person, found, topic, carded=card is not None)]

    async def asked_for(self, person: Person, topic: str = "") -> list[Screen]:
        """The card because it was asked for, on the path this person is on, and the step."""
        found = await self._kept.find(person)
        if found is not None and not topic and not self._step(found).rests:
            topic = self._flow.path_of(found.step)
        card = self.card(person, topic, asked_for=True)
        step = await self._begin(person, found, topic, carded=True)
        return [card, step] if card else [step]

    async def emergency(self, person: Person) -> list[Screen]:
        """An emergency number typed, or "send help": that number first, and that nobody here can call."""
        found = await self._kept.open(person)
        card = self._cards.card(person.profile, "emergency", self._clock.today())
        if found is not None and not self._rests(found):
            return [card, self._same(person, found, before="crisis-where")]
        met = self._cards.met_on_card(person.profile, "emergency", self._clock.today())
        here = Here(self._flow.first("acute"), topic="acute", met=Counter(met))
        return [card, await self._afresh(person, found, here)]

    def name_country(self, person: Person, countries: Sequence[str]) -> None:
        """Where somebody says they are, for tonight; the country of their profile takes it back."""
        if countries:
            other = next((code for code in countries if code != person.profile.country), "")
            self._memory.name_country(person.pseudonym, other)

    def named_there(self, person: Person) -> str:
        """One line with the numbers of the country named, or ""."""
        country = self._memory.named_country(person.pseudonym)
        return self._cards.named(country, person.profile, self._clock.today()) if country else ""

    async def ask(self, person: Person, topic: str = "", said: str = "") -> Screen:
        """The one plain question; not more than twice in a night, and never across a step that is open."""
        found = await self._kept.find(person)
        if found is None:
            return await self._question(person, None, topic)
        if not self._step(found).rests:
            if topic == "acute" and self._flow.path_of(found.step) in ("", "minor", "bereaved"):
                return await self._question(person, found, topic)
            return self._listened(person, found, said)
        asked = int(found.answers.get("met", {}).get(ASKED, 0))
        if asked >= FULL_CARDS:
            move = Move(self._flow.steps["vent"])
            return await self._go(person, found, move) or self._same(person, found)
        return await self._question(person, found, topic, before="crisis-asked-again" if asked else "")

    async def replied(self, person: Person, text: str) -> tuple[Screen, ...]:
        """What follows an answer typed in full: yes, no, "leave me alone", a fear named. Nothing for anything else."""
        found = await self._kept.open(person)
        move = self._move(person, found, text) if found else None
        return await self._follow(person, found, move) if found and move else ()

    async def replies(self, person: Person, text: str) -> bool:
        """Whether these words answer the open step."""
        found = await self._kept.open(person)
        return found is not None and self._move(person, found, text) is not None

    async def waits(self, person: Person) -> bool:
        """Whether a step is open that waits for an answer."""
        return (found := await self._kept.open(person)) is not None and not self._rests(found)

    def _move(self, person: Person, found: Conversation, text: str) -> Move | None:
        idle = self._kept.is_idle(found)
        return self._hearing.move(person.profile, self._here(found), text, idle=idle)

    async def typed(self, person: Person, text: str, *, heavy: bool = False) -> tuple[Screen, ...]:
        """What follows words typed in the middle of the protocol; nothing when they belong to the rest of the house.

        A question that the house can answer is answered; everything else is listened to, never searched in vain.
        """
        reply = await self.replied(person, text)
        found = None if reply else await self._kept.open(person)
        if found is None:
            return reply
        waits, listens = not self._rests(found), self._step(found).listens and not self._kept.is_idle(found)
        asks = not (waits or listens) or ("?" in text if listens else self._library.typed.asks(text))
        if (
            asks
            and not (heavy and (waits or listens))
            and self._library.search.answer(text, person.profile).hits
        ):
            return ()
        return (self._listened(person, found, text),)

    def _listened(self, person: Person, found: Conversation, text: str) -> Screen:
        waits, heard = not self._rests(found), self._memory.heard(person.pseudonym, found.step)
        answer = self._hearing.answer(person.profile, self._here(found), text, heard, waits=waits)
        return self._say(person, found, answer, rows=True)

    async def unread(self, person: Person) -> Screen | None:
        """What follows a voice message or a picture while a step is open; None when none is."""
        found = await self._kept.open(person)
        if found is None or self._rests(found):
            return None
        return self._steps.again(person.profile, self._here(found), before="crisis-unread", question=False)

    async def where(self, person: Person) -> Screen | None:
        """The open step, after something else was answered; None when nothing is open or this person rests."""
        found = await self._kept.find(person)
        if found is None or self._rests(found):
            return None
        return self._steps.again(person.profile, self._here(found), before="crisis-where")

    # What was tapped

    async def tapped(self, person: Person, step: str, choice: str, version: int) -> Screen | None:
        """What follows a tap; None when it was the second half of a double tap."""
        move = advance(self._flow, step, choice)
        found = await self._kept.find(person)
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
        found = await self._kept.find(person)
        return await self._afresh(person, found, Here(self._flow.first(note), topic=note))

    async def drop(self, person: Person) -> None:
        """Write no more unasked: this person blocked us."""
        await self._kept.drop_promises(person)

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
        return await self._begin(person, await self._kept.find(person), topic, carded=carded)

    # How it is kept

    async def _begin(self, person: Person, found: Conversation | None, topic: str, *, carded: bool) -> Screen:
        if found is not None and self._flow.turn(found.step, topic) == STAY:
            at_home = self._flow.path_of(found.step) == "violence_at_home"  # no "take your time" there
            return self._same(person, found, before="crisis-heard" if at_home else "crisis-still-here")
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
        kept = await self._kept.keep(person, here, effects + here.step.effects)
        return self._steps.screen(person.profile, kept, self._clock.today(), before=before)

    async def _follow(
        self, person: Person, found: Conversation, move: Move, *, carded: bool = False
    ) -> tuple[Screen, ...]:
        """What typed words led to: the card where it is due, then the next step, or only what is said at this one."""
        if move.stays:
            return (self._say(person, found, move, rows=False),)
        topic = self._flow.path_of(move.step.id)
        card = self.card(person, topic, asked_for=move.said.card) if carded or move.said.card else None
        met = self._cards.met_on_card(person.profile, topic, self._clock.today()) if card else ()
        number = (move.said.number or move.step.id in STILL_ALONE) and card is None
        step = await self._go(person, found, move, before=move.said.says, met=met, number=number)
        return tuple(filter(None, (card, step)))

    def _say(self, person: Person, found: Conversation, move: Move, *, rows: bool) -> Screen:
        """What is said at a step that stays open: its question and answers only where that helps."""
        said, here = move.said, self._here(found)
        screen = self._steps.again(person.profile, here, before=said.says, question=said.ask)
        screen = screen if rows or said.ask else replace(screen, buttons=())
        return self._with_number(person, here, screen) if said.number else screen

    def _with_number(self, person: Person, here: Here, screen: Screen) -> Screen:
        topic = self._flow.path_of(here.step.id) or here.topic
        short = self._cards.short(person.profile, topic, self._clock.today())
        return replace(screen, text=f"{screen.text}\n\n{short}")

    async def _go(
        self,
        person: Person,
        found: Conversation | None,
        move: Move | None,
        before: str = "",
        *,
        met: tuple[str, ...] = (),
        number: bool = False,
    ) -> Screen | None:
        if move is None:
            return None
        topic = str(found.answers.get("topic", "")) if found else ""
        known = Counter[str]() if AGAIN in move.effects else met_before(found)
        known.update(met)
        try:
            to = Here(move.step, topic=topic, met=known)
            here = await self._kept.keep(person, to, move.effects, moving=found)
        except StaleConversation:
            return None
        if not here.version and any(effect in RETURNS for effect in move.effects):
            before = "crisis-no-return"
        question = before != "crisis-no-return"
        screen = self._steps.screen(
            person.profile, here, self._clock.today(), before=before, question=question
        )
        return self._with_number(person, here, screen) if number else screen

    def _same(self, person: Person, found: Conversation, before: str = "crisis-heard") -> Screen:
        return self._steps.again(person.profile, self._here(found), before=before)

    def _step(self, found: Conversation) -> Step:
        return self._flow.steps[found.step]

    def _here(self, found: Conversation) -> Here:
        return Here(self._step(found), found.version, str(found.answers.get("topic", "")), met_before(found))

    def _rests(self, found: Conversation) -> bool:
        return self._step(found).rests or self._kept.is_idle(found)
