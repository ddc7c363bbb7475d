"""Keeps the check-in going: what follows an answer, and the way out of it into the crisis protocol.

Nothing here remembers answers: they lie sealed in storage until the check-in is over, 12 hours at most. With storage
gone the question about safety and the lines to call still come.
"""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

from bot.care.checkin import Known, Moved, State, advance, begin, positive_topic, results_of, settled
from bot.care.checkin_typed import DONE, GO_ON, HELP
from bot.care.risk import Verdict
from bot.checkin_hearing import LISTENING, Hearing, Reply
from bot.checkin_memory import CheckinMemory
from bot.checkin_places import CheckinPlaces, Standing, state_of
from bot.checkin_screens import CheckinScreens, Place
from bot.checkin_ways import Ladder
from bot.clock import Clock
from bot.context import NOTHING_SAID, Person
from bot.crisis_card import CrisisCards
from bot.crisis_desk import CrisisDesk
from bot.library import Library
from bot.screens import Screen
from storage.conversations import Conversation, StaleConversation
from storage.database import Storage
from storage.errors import StorageError
from storage.vault import Vault

log = logging.getLogger("statuscheck.checkin")

IDLE = timedelta(hours=3)  # after which words are no longer taken for an answer to the open question
MOVES = {HELP: "checkin-people", GO_ON: "checkin-where", DONE: "checkin-done-ask"}
"""Typed words that are no answer here, and what is said above the same question."""
DOUBLE = timedelta(seconds=3)  # in which a tap on the screen before is the second half of a double tap


class CheckinDesk:
    """One for the whole house."""

    def __init__(
        self,
        library: Library,
        cards: CrisisCards,
        crisis: CrisisDesk,
        storage: Storage,
        vault: Vault,
        clock: Clock,
        *,
        scored: bool,
    ) -> None:
        self._library = library
        self._flow = library.companions.checkin
        self._screens = CheckinScreens(library, cards)
        self._places = CheckinPlaces(self._flow, storage, vault, clock)
        self._hearing = Hearing(library, self._screens)
        self._ladder = Ladder(library, storage, clock)
        self._crisis = crisis
        self._clock = clock
        self._scored = scored
        self._memory = CheckinMemory(clock.monotonic)

    # What was asked for

    async def open(self, person: Person, *, over: bool = False) -> Reply:
        """/check: the step that is open, or the first one; after a positive answer the one without questions.

        `over`: begin anew, whatever was answered.
        """
        try:
            standing = await self._places.find(person)
        except StorageError:
            return self._away(person)
        found = standing.found
        begun = found is not None and not self._flow.steps[found.step].rests
        if found is not None and begun and not (standing.quiet or over):
            again = await self._again(person, found, "checkin-open")
            return Reply((again.screens[0].with_rows(self._screens.start_over(person.profile)),))
        return await self._begin(person, "quiet" if standing.quiet else "", standing)

    async def returned(self, person: Person) -> Screen:
        """The screen of a check-back that is due."""
        reply = await self._begin(person, "returned")
        return reply.screens[0]

    async def tapped(self, person: Person, step: str, answer: str, version: int) -> Reply | None:
        """What follows a tap; None when it was the second half of a double tap."""
        known = self._known(person)
        topic = positive_topic(self._flow, step, answer, known)
        if topic is not None:
            # A yes counts on whatever screen, of whatever age, and with storage gone: it is never asked to wait.
            return await self._enter(person, topic, tapped=f"{step}:{answer}:{version}")
        if not version:
            return await self._unkept(person, step, answer)
        try:
            found = (await self._places.find(person)).found
        except StorageError:
            return self._away(person)
        if found is None:
            return None if self._memory.just_entered(person.pseudonym) else self._over(person)
        if found.version != version or found.step != step:
            twice = found.version == version + 1 and self._places.moved_ago(found) < DOUBLE
            return None if twice else await self._again(person, found, "checkin-old-screen")
        return await self._go(person, found, answer)

    async def typed(self, person: Person, text: str, verdict: Verdict = NOTHING_SAID) -> Reply | None:
        """What follows typed words while a check-in is open; None when they belong to the rest of the house."""
        asked = self._memory.last_asked(person.pseudonym)
        try:
            found = await self._places.open(person)
        except StorageError:
            return await self._typed_unkept(person, asked, text)
        if asked == self._flow.begins["away"]:
            return await self._typed_unkept(person, asked, text)
        if found is None or self._places.moved_ago(found) > IDLE:
            return None
        place = await self._place(person, found)
        if place.state.step != found.step:
            return self._same(person, place, "checkin-gone-on")
        meaning, answer = self._hearing.understood(person.profile, place, text)
        if answer in MOVES:
            return self._same(person, place, MOVES[answer], people=answer == HELP)
        topic = positive_topic(self._flow, place.state.step, answer, place.known)
        if topic is not None:
            return await self._enter(person, topic)
        if answer:
            took = self._hearing.took(person.profile, place, text, answer)
            return _after(took, await self._go(person, found, answer))
        if meaning in ("work_hears", "lose_job"):
            return self._same(person, place, "checkin-who-sees")
        if beside := self._hearing.beside(person.profile, place, text):
            return await self._go(person, replace(found, step=beside[0]), beside[1])
        return self._heard(person, place, text, verdict)

    def _heard(self, person: Person, place: Place, text: str, verdict: Verdict) -> Reply | None:
        """Words that are no answer: a question goes on to the house, anything else is met kindly and asked again."""
        step = self._flow.steps[place.state.step]
        says = self._hearing.said_to(person.profile, step.id, text, verdict)
        if not says:
            return None
        if step.listens:
            turn = LISTENING[self._memory.heard(person.pseudonym) % len(LISTENING)]
            return self._same(person, place, *says[:-1], turn, question=False)
        # A result was read a moment ago, and stands above with the way to a person.
        return self._same(person, place, *says, question=not (step.result or step.rung))

    async def _typed_unkept(self, person: Person, asked: str, text: str) -> Reply | None:
        """A straight question was asked, and storage does not say where this person is: a typed answer is heard."""
        if not asked:
            return None
        place = Place(State(asked), self._known(person))
        _, answer = self._hearing.understood(person.profile, place, text)
        topic = positive_topic(self._flow, asked, answer, place.known)
        if topic is not None:
            return await self._enter(person, topic)
        return await self._unkept(person, asked, answer) if asked == self._flow.begins["away"] else None

    def forget(self, pseudonym: str) -> None:
        """Out of memory; storage forgets for itself."""
        self._memory.forget(pseudonym)

    async def unread(self, person: Person) -> Reply | None:
        """What follows a voice message or a picture while a check-in is open."""
        found = await self._still_open(person)
        return self._same(person, await self._place(person, found), "checkin-unread") if found else None

    async def where(self, person: Person) -> Reply | None:
        """The open step, after the house answered a question in the middle of it."""
        found = await self._still_open(person)
        if found is None or self._flow.steps[found.step].rests:
            return None
        return self._same(person, await self._place(person, found), "checkin-where")

    async def _still_open(self, person: Person) -> Conversation | None:
        try:
            found = await self._places.open(person)
        except StorageError:
            return None
        return found if found and self._places.moved_ago(found) <= IDLE else None

    def stays(self, step: str) -> bool:
        """Whether the message of this step stays in the chat, so that what follows is a new one."""
        known = self._flow.steps.get(step)
        return known is not None and known.anew

    # How it goes on

    async def _begin(self, person: Person, topic: str, standing: Standing | None = None) -> Reply:
        known = self._known(person)
        if standing is not None and standing.has_scores:
            known = replace(known, words=known.words | {"has_scores"})
        return await self._keep(person, None, begin(self._flow, topic, known), known)

    async def _go(self, person: Person, found: Conversation, answer: str) -> Reply | None:
        state, known = state_of(found), self._known(person)
        before = settled(self._flow, state, known)
        if before.state.step != state.step:
            gone_on = replace(before, says=("checkin-gone-on", *before.says))
            return await self._keep(person, found, gone_on, known)
        moved = advance(self._flow, state, answer, known)
        if moved is None:
            return await self._again(person, found, "checkin-old-screen")
        if moved.enters is not None:
            return await self._enter(person, moved.enters)
        try:
            return await self._keep(person, found, moved, known)
        except StaleConversation:
            return None

    async def _enter(self, person: Person, topic: str, tapped: str = "") -> Reply | None:
        """The check-in is over and forgotten; the crisis protocol takes it from here."""
        if not self._memory.enters(person.pseudonym, tapped):
            return None
        # The card waits for nothing: what is kept of the check-in goes beside it.
        screens, _ = await asyncio.gather(self._crisis.asked_for(person, topic), self._places.leave(person))
        return Reply(tuple(screens), crisis=True, anew=True)

    async def _unkept(self, person: Person, step: str, answer: str) -> Reply:
        """A tap on the screen that is shown while storage is gone: the button alone knows where it was."""
        if step != self._flow.begins["away"]:
            return self._over(person)
        moved = advance(self._flow, State(step), answer, self._known(person))
        return (
            self._away(person)
            if moved is None
            else self._shown(person, Place(moved.state, self._known(person)))
        )

    async def _keep(self, person: Person, found: Conversation | None, moved: Moved, known: Known) -> Reply:
        """The next screen, once the step is kept. Raises StaleConversation when somebody moved first."""
        place = await self._ladder.at(person, Place(moved.state, known))
        results = results_of(state_of(found), known) if found else []
        counted = [one for one in results if one is not None]
        try:
            kept = await self._places.keep(person, found, moved.state, moved.effects, counted)
        except StorageError as error:
            log.warning("check-in not kept: %s", type(error).__name__)
            return self._away(person)
        return self._shown(person, replace(place, version=kept.version if kept else 0), moved.says)

    # What is shown

    def _shown(self, person: Person, place: Place, says: tuple[str, ...] = ()) -> Reply:
        step = self._flow.steps[place.state.step]
        self._memory.asked(person.pseudonym, step.id if step.safety else "")
        screen = self._screens.screen(person.profile, place, self._clock.now(), says)
        return Reply((screen,), anew=bool(screen.cards))

    def _same(
        self, person: Person, place: Place, *before: str, people: bool = False, question: bool = True
    ) -> Reply:
        now, profile = self._clock.now(), person.profile
        screen = self._screens.screen(profile, place, now, before, people=people, again=True)
        if not question:
            screen = replace(screen, text="\n\n".join(self._screens.text(key, profile) for key in before))
        # The number stands above already: no card twice.
        return Reply((replace(screen, cards=(), key=before[-1]),))

    async def _again(self, person: Person, found: Conversation, before: str) -> Reply:
        return self._same(person, await self._place(person, found), before)

    def _over(self, person: Person) -> Reply:
        return Reply((self._screens.over(person.profile),))

    def _away(self, person: Person) -> Reply:
        known = self._known(person)
        return self._shown(person, Place(begin(self._flow, "away", known).state, known))

    async def _place(self, person: Person, found: Conversation) -> Place:
        """Where they are; moved on when that may not be asked any more (another language, scores switched off)."""
        known = self._known(person)
        moved, version = settled(self._flow, state_of(found), known), found.version
        if moved.state.step != found.step:
            try:
                kept = await self._places.keep(person, found, moved.state, (), ())
                version = kept.version if kept else 0
            except (StorageError, StaleConversation) as error:
                log.warning("check-in not moved on: %s", type(error).__name__)
        return await self._ladder.at(person, Place(moved.state, known, version))

    # What is known

    def _known(self, person: Person) -> Known:
        profile = person.profile
        words = {profile.audience.value, f"lang_{profile.lang}", *(["scored"] if self._scored else [])}
        asked = self._library.questionnaires if self._scored else {}
        return Known(profile.lang, frozenset(words), asked)


def _after(said: str, reply: Reply | None) -> Reply | None:
    """The same with a line before it."""
    if reply is None or not said:
        return reply
    first, *others = reply.screens
    return replace(reply, screens=(replace(first, text=f"{said}\n\n{first.text}"), *others))
