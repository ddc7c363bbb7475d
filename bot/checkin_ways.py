"""Which way to a person stands on the screen of the check-in, and whether there is another."""

import asyncio
from dataclasses import replace

from bot.care.articles import Article
from bot.care.next_steps import Way, ways
from bot.checkin_screens import Place
from bot.clock import Clock
from bot.context import Person
from bot.library import Library
from bot.local_help import LocalHelp, local_help
from storage.database import Storage

MORE = "more_ways"


class Ladder:
    """The ways of checkin.toml, for one person at a time."""

    def __init__(self, library: Library, storage: Storage, clock: Clock) -> None:
        self._library = library
        self._storage = storage
        self._flow = library.companions.checkin
        self._clock = clock

    async def at(self, person: Person, place: Place) -> Place:
        """The same place with its way, where the step shows one or offers another."""
        step = self._flow.steps[place.state.step]
        if not (step.rung or any(MORE in choice.needs for choice in step.choices)):
            return place
        local = await local_help(self._storage, self._library, person.pseudonym, self._clock.today())
        # In a thread: with a directory of 50,000 imported records this takes up to half a second.
        found = await asyncio.to_thread(self._ways, person, place, local)
        at = place.state.rung
        more = {MORE} if at + 1 < len(found) else set[str]()
        way = found[min(at, len(found) - 1)] if found else None
        return replace(place, way=way, known=replace(place.known, words=place.known.words | more))

    def _ways(self, person: Person, place: Place, local: LocalHelp) -> tuple[Way, ...]:
        library, profile = self._library, person.profile
        written = {name: library.place_or_answer(name, profile.lang) for name in library.articles}
        articles = {name: one for name, one in written.items() if isinstance(one, Article)}
        words, today = place.state.words(place.known), self._clock.today()
        places = [*local.records, *library.resources.values()]
        return ways(self._flow.rungs, places, articles, profile, words, today)
