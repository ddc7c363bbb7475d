"""How a tip is getting on: one message in a coordinator's chat, edited in place, in bands and coarse steps only."""

import logging
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.broadcast_screens import BroadcastScreens
from bot.care.broadcast import Act, State, after, may_move, minutes_left, rate, share
from bot.care.people import Profile
from bot.care.roles import Role
from bot.clock import Clock
from bot.context import Person
from bot.delivery.lanes import Lane
from bot.delivery.sender import Sender
from bot.screens import Button, Screen, pack
from storage import audit, broadcasts, departments, members
from storage.broadcasts import Broadcast, Progress, Watch
from storage.database import Storage
from storage.ledger import Entry
from storage.members import Member
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.broadcast")

TAPS = "bcrun"
BAR = 10  # blocks of the bar
HELD_BACK = (6.0, 18.0)  # seconds, at random: how long a send took would count the people it went to
SETTLED = (Entry.SENT, Entry.REFUSED, Entry.UNKNOWN, Entry.SKIPPED)
ORDER = (Act.APPROVE, Act.DECLINE, Act.PAUSE, Act.RESUME, Act.CANCEL)


class BroadcastProgress:
    """One for the whole house; remembers what it showed last, so that nothing is edited for nothing."""

    def __init__(
        self,
        screens: BroadcastScreens,
        storage: Storage,
        vault: Vault,
        sender: Sender,
        clock: Clock,
        *,
        between: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._screens = screens
        self._storage = storage
        self._vault = vault
        self._sender = sender
        self._clock = clock
        self._between = between
        self._shown: dict[tuple[int, str], str] = {}
        self._told_from: dict[int, datetime] = {}

    def screen(self, found: Progress, profile: Profile, *, is_author: bool) -> Screen:
        """Where it is, and what this coordinator can do about it."""
        one, lang = found.broadcast, profile.lang
        state = self._state_told(one)
        unsent = state is State.CANCELLED and one.began_at is None
        parts = [
            self._screens.say(
                "broadcast-state-cancelled-unsent" if unsent else f"broadcast-state-{state}", lang
            ),
            self._screens.say(
                "broadcast-about-what",
                lang,
                topic=self._screens.topic(one.topic, lang),
                whom=self._screens.whom(one.audience, lang),
                reach=self._screens.people(one.reach_from, lang),
            ),
            *self._moving(found, state, lang),
        ]
        if state in (State.SCHEDULED, State.WAITING):
            parts.append(self._screens.when(one.due_at, one.zone, lang))
        if state is State.DONE:  # after a cancel at a moment one chose, a band would count people
            parts += self._report(one, lang)
        rows = self._rows(one, state, profile, is_author=is_author)
        return Screen("\n\n".join(parts), rows, key=f"broadcast-state-{state}")

    async def of(self, pseudonym: str, broadcast_id: int, profile: Profile) -> Screen | None:
        """The screen for somebody who coordinates its department now; None for everybody else."""

        def look(session: Session) -> tuple[Progress | None, Role | None]:
            found = broadcasts.progress(session, broadcast_id)
            department = found.broadcast.department_id if found else -1
            return found, departments.role_in(session, pseudonym, department)

        found, role = await self._storage.read(look)
        if found is None or role is not Role.COORDINATOR:
            return None
        mine = audit.label_of(self._vault, found.broadcast.department_id, pseudonym) == found.broadcast.author
        return self.screen(found, profile, is_author=mine)

    async def show(self, chat_id: int, pseudonym: str, broadcast_id: int, profile: Profile) -> None:
        """A new message that is kept up to date from now on."""
        screen = await self.of(pseudonym, broadcast_id, profile)
        if screen is None:
            return
        delivery = await self._sender.show(chat_id, screen)
        if delivery.message_ids:
            await self.keep(pseudonym, broadcast_id, delivery.message_ids[-1])
            self._shown[(broadcast_id, pseudonym)] = screen.text

    async def keep(self, pseudonym: str, broadcast_id: int, message_id: int) -> None:
        """This message is kept up to date from now on."""
        now = self._clock.now()
        await self._storage.write(lambda s: broadcasts.watch(s, broadcast_id, pseudonym, message_id, now=now))

    async def others(self, broadcast: Broadcast, pseudonym: str) -> tuple[Person, ...]:
        """The other coordinators of its department who can be written to."""
        vault = self._vault

        def look(session: Session) -> list[Member]:
            everybody = departments.coordinators(session, broadcast.department_id)
            found = (members.find(session, one) for one in everybody if one != pseudonym)
            return [one for one in found if one is not None]

        people = []
        for member in await self._storage.read(look):
            try:
                chat_id = members.chat_of(vault, member)
            except VaultError:
                continue
            if chat_id is not None:
                people.append(Person(chat_id, member.pseudonym, member.profile))
        return tuple(people)

    async def tick(self) -> None:
        """One tick: every message that says something old is edited; one that has said its last word is let go."""
        now = self._clock.now()
        for watched in await self._storage.read(lambda session: broadcasts.watches(session, now=now)):
            await self._update(watched)

    async def _update(self, watched: Watch) -> None:
        who = watched.pseudonym
        member = await self._storage.read(lambda session: members.find(session, who))
        screen = await self.of(who, watched.broadcast_id, member.profile) if member else None
        try:
            chat_id = members.chat_of(self._vault, member) if member else None
        except VaultError:
            chat_id = None
        if screen is None or chat_id is None:  # stepped down, left, or forgotten
            await self._storage.write(lambda session: broadcasts.unwatch(session, watched))
            return
        place = (watched.broadcast_id, who)
        if self._shown.get(place) != screen.text:
            await self._sender.touch_up(chat_id, watched.message_id, screen, lane=Lane.REPLY)
            self._shown[place] = screen.text
        if screen.key in LAST_WORDS:
            self._shown.pop(place, None)
            await self._storage.write(lambda session: broadcasts.unwatch(session, watched))

    def _state_told(self, one: Broadcast) -> State:
        """An end that came by itself is told a little later, at random: to the second it would count people."""
        if one.state is not State.DONE or one.ended_at is None:
            return one.state
        if one.id not in self._told_from:
            held = timedelta(seconds=self._between(*HELD_BACK))
            self._told_from[one.id] = one.ended_at + held
        return State.DONE if self._clock.now() >= self._told_from[one.id] else State.RUNNING

    def _moving(self, found: Progress, state: State, lang: str) -> Sequence[str]:
        one, counts = found.broadcast, found.counts
        if state not in (State.RUNNING, State.PAUSED) or one.began_at is None:
            return ()
        planned, settled = sum(counts.values()), sum(counts[entry] for entry in SETTLED)
        percent = share(settled, planned, one.reach_from)
        if percent is None:
            return (self._screens.say("broadcast-no-bar", lang),)
        percent = min(percent, 95)  # the end is told by its own word, and later
        full = percent * BAR // 100
        lines = [f"{'▓' * full}{'░' * (BAR - full)} {percent}%"]
        seconds = (self._clock.now() - one.began_at).total_seconds()
        pace = rate(counts[Entry.SENT], seconds, one.reach_from) if state is State.RUNNING else None
        left = minutes_left(planned - settled, pace, one.reach_from) if pace else None
        if pace and left and not one.waking:
            lines.append(self._screens.say("broadcast-pace", lang, rate=pace, minutes=left))
        return lines

    def _report(self, one: Broadcast, lang: str) -> Sequence[str]:
        return [
            self._screens.say("broadcast-report", lang, missed=self._screens.people(one.missed_from, lang)),
            self._screens.say(
                "broadcast-report-unsure", lang, unsure=self._screens.people(one.unsure_from, lang)
            ),
        ]

    def _rows(
        self, one: Broadcast, state: State, profile: Profile, *, is_author: bool
    ) -> tuple[tuple[Button, ...], ...]:
        return tuple(
            (Button(self._screens.say(f"broadcast-act-{act}", profile.lang), pack(TAPS, act, str(one.id))),)
            for act in ORDER
            if after(state, act, begun=one.began_at is not None)
            and may_move(Role.COORDINATOR, act, is_author=is_author)
        )


LAST_WORDS = frozenset(
    f"broadcast-state-{state}" for state in (State.DONE, State.CANCELLED, State.DECLINED, State.EXPIRED)
)
