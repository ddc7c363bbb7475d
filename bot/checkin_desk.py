"""Keeps the check-in going: what follows an answer, and the way out of it into the crisis protocol.

Nothing here remembers answers: they lie sealed in storage until the check-in is over, 12 hours at most. With storage
gone the question about safety and the lines to call still come.
"""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.care.articles import Article
from bot.care.checkin import Known, Moved, State, advance, begin, positive_topic, results_of, settled
from bot.care.checkin_typed import HELP, understood
from bot.care.next_steps import Way, ways
from bot.care.risk import Action, Verdict
from bot.care.typed import SHORT
from bot.checkin_places import CheckinPlaces, Standing, state_of
from bot.checkin_screens import CheckinScreens, Place
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
DOUBLE = timedelta(seconds=3)  # in which a tap on the screen before is the second half of a double tap
TWICE = 60.0  # seconds in which the same positive tap is a double tap
PEOPLE = 5_000  # of whom a double tap is known


@dataclass(frozen=True, slots=True)
class Reply:
    """What to send. `crisis`: in the crisis lane. `anew`: never in place of the message that was tapped."""

    screens: tuple[Screen, ...]
    crisis: bool = False
    anew: bool = False


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
        self._crisis = crisis
        self._clock = clock
        self._scored = scored
        self._entered: OrderedDict[str, tuple[str, float]] = OrderedDict()

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
            return None if self._just_entered(person) else self._over(person)
        if found.version != version or found.step != step:
            twice = found.version == version + 1 and self._places.moved_ago(found) < DOUBLE
            return None if twice else await self._again(person, found, "checkin-old-screen")
        return await self._go(person, found, answer)

    async def typed(self, person: Person, text: str, verdict: Verdict = NOTHING_SAID) -> Reply | None:
        """What follows typed words while a check-in is open; None when they belong to the rest of the house."""
        found = await self._places.open(person)
        if found is None or self._places.moved_ago(found) > IDLE:
            return None
        place = await self._place(person, found)
        step = self._flow.steps[place.state.step]
        tables = [self._flow.typed[lang] for lang in dict.fromkeys((person.profile.lang, *self._flow.typed))]
        labels = self._screens.labels(person.profile, place)
        meaning = self._library.typed.meaning(text, person.profile.lang)
        answer = understood(text, step, labels, tables, meaning)
        if answer == HELP:
            return self._same(person, place, "checkin-people", people=True)
        if answer:
            topic = positive_topic(self._flow, step.id, answer, place.known)
            if topic is not None:
                return await self._enter(person, topic)
            return await self._go(person, found, answer)
        if meaning in ("work_hears", "lose_job"):
            return self._same(person, place, "checkin-who-sees")
        warm = _warm_words(verdict)
        if not warm and self._asks_the_house(person, text) and ("?" in text or not step.listens):
            return None
        if step.listens:
            return self._same(person, place, *warm, "checkin-vent-heard", question=False)
        plain = "checkin-heard" if warm or len(text) > SHORT else "checkin-again"
        return self._same(person, place, *warm, plain)

    async def unread(self, person: Person) -> Reply | None:
        """What follows a voice message or a picture while a check-in is open."""
        found = await self._places.open(person)
        if found is None or self._places.moved_ago(found) > IDLE:
            return None
        return self._same(person, await self._place(person, found), "checkin-unread")

    async def where(self, person: Person) -> Reply | None:
        """The open step, after the house answered a question in the middle of it."""
        found = await self._places.open(person)
        if found is None or self._places.moved_ago(found) > IDLE or self._flow.steps[found.step].rests:
            return None
        return self._same(person, await self._place(person, found), "checkin-where")

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
        now = self._clock.monotonic()
        last, at = self._entered.get(person.pseudonym, ("", 0.0))
        if tapped and last == tapped and now - at < TWICE:
            return None
        self._entered[person.pseudonym] = (tapped, now)
        self._entered.move_to_end(person.pseudonym)
        while len(self._entered) > PEOPLE:
            self._entered.popitem(last=False)
        await self._places.leave(person)
        return Reply(tuple(await self._crisis.asked_for(person, topic)), crisis=True, anew=True)

    def _just_entered(self, person: Person) -> bool:
        _, at = self._entered.get(person.pseudonym, ("", float("-inf")))
        return self._clock.monotonic() - at < TWICE

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
        place = await self._with_way(person, Place(moved.state, known))
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
        known = self._known(person)
        state = settled(self._flow, state_of(found), known).state
        return await self._with_way(person, Place(state, known, found.version))

    async def _with_way(self, person: Person, place: Place) -> Place:
        step = self._flow.steps[place.state.step]
        if not (step.rung or any("more_ways" in choice.needs for choice in step.choices)):
            return place
        # In a thread: with a directory of 50,000 imported records this takes up to half a second.
        found = await asyncio.to_thread(self._ladder, person, place)
        at = place.state.rung
        more = {"more_ways"} if at + 1 < len(found) else set[str]()
        way = found[min(at, len(found) - 1)] if found else None
        return replace(place, way=way, known=replace(place.known, words=place.known.words | more))

    def _ladder(self, person: Person, place: Place) -> tuple[Way, ...]:
        library, profile = self._library, person.profile
        written = {name: library.place_or_answer(name, profile.lang) for name in library.articles}
        articles = {name: one for name, one in written.items() if isinstance(one, Article)}
        words = place.state.words(place.known)
        return ways(
            self._flow.rungs, library.resources.values(), articles, profile, words, self._clock.today()
        )

    # What is known

    def _known(self, person: Person) -> Known:
        profile = person.profile
        words = {profile.audience.value, f"lang_{profile.lang}", *(["scored"] if self._scored else [])}
        asked = self._library.questionnaires if self._scored else {}
        return Known(profile.lang, frozenset(words), asked)

    def _asks_the_house(self, person: Person, text: str) -> bool:
        return self._library.typed.asks(text) and bool(self._library.search.answer(text, person.profile).hits)


def _warm_words(verdict: Verdict) -> tuple[str, ...]:
    if verdict.topic == "work":
        return ("checkin-heard-work",)
    return ("crisis-support",) if verdict.action is Action.SUPPORT else ()
