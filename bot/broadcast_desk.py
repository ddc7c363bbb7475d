"""Leads a coordinator from "what do you want to send?" to a tip handed in; asks at every step whether they may."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.broadcast_letters import languages_of, letter
from bot.broadcast_screens import BroadcastScreens
from bot.care.anonymity import Band
from bot.care.broadcast import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    Wording,
    needs_second,
    next_at,
)
from bot.care.roles import Permission, may
from bot.care.tips import TipAudience
from bot.care.typed_moment import AHEAD, TooFarAhead, is_now, typed_time
from bot.clock import Clock
from bot.context import Person
from bot.delivery.letters import Letter
from bot.draft_steps import DraftSteps, wording_of
from bot.drafts import PATIENCE, At, Draft, Drafts, Words, conversation
from bot.library import Library
from bot.screens import Screen, Tap
from storage import audit, broadcasts, channels, conversations, departments, members, pulse
from storage.broadcasts import Broadcast, Order
from storage.conversations import StaleConversation
from storage.database import Storage
from storage.departments import Standing
from storage.errors import StorageError
from storage.vault import Vault

log = logging.getLogger("statuscheck.broadcast")

Shown = Screen | Letter
HOUR = timedelta(hours=1)
MORNING = 9
TAKES = (("not-me", At.ABOUT), ("replace", At.INSTEAD))  # the taps that make held words the tip


class BroadcastDesk:
    """One for the whole house. `second` is the operator's word on whether two have to agree."""

    def __init__(
        self, library: Library, storage: Storage, vault: Vault, clock: Clock, *, second: bool
    ) -> None:
        self.drafts = Drafts(storage, vault, clock)
        self.screens = BroadcastScreens(library)
        self._library = library
        self._storage = storage
        self._vault = vault
        self._clock = clock
        self._second = second
        self._steps = DraftSteps(library)

    async def opened(self, person: Person, department_id: int | None = None) -> Screen:
        """/broadcast: begin anew, for this department or the only one; one kind sentence for everybody else."""
        mine = [one for one in await self._standings(person) if may(one.role, Permission.BROADCAST)]
        if department_id is not None:
            mine = [one for one in mine if one.department_id == department_id]
        if not mine:
            return self.screens.plain("broadcast-not-yours", person.profile)
        if len(mine) > 1:
            return self.screens.departments(mine, person.profile)
        draft = Draft(department_id=mine[0].department_id, lang=person.profile.lang)
        found = await self._storage.read(lambda session: broadcasts.recent(session, draft.department_id))
        under_way = [one for one in found if not one.state.is_over]
        return self.screens.source(await self.drafts.begin(person, draft), person.profile, under_way)

    async def tapped(self, person: Person, tap: Tap) -> list[Shown]:
        """What follows a tap on a draft. A stale or forged one gets the screen that is open now."""
        if tap.step == "for":
            return [await self.opened(person, int(tap.choice) if tap.choice.isdecimal() else -1)]
        draft = await self.drafts.find(person)
        if draft is None or not await self._may(person, draft.department_id):
            return [self.screens.plain("broadcast-gone", person.profile)]
        if tap.version != draft.version:
            return await self._screens(person, draft)
        try:
            return await self._act(person, draft, tap)
        except StaleConversation:
            return []  # the second half of a double tap

    async def said(self, person: Person, draft: Draft, words: Words) -> list[Shown]:
        """What follows words sent while a draft waits for them: the tip itself, or a time."""
        if not await self._may(person, draft.department_id):
            await self.drafts.drop(person)
            return [self.screens.plain("broadcast-not-yours", person.profile)]
        if draft.step is At.TIME:
            return await self._timed(person, draft, words.plain)
        photo = words.photo or any(one.photo for one in draft.written.values())
        if key := _unfit(words, under_photo=bool(photo)):
            return [self.screens.plain(key, person.profile), *(await self._screens(person, draft))]
        if draft.step is not At.WRITING:  # one version was read already, and only one can go out
            return await self._on(person, draft, replace(draft, held=words, step=At.INSTEAD))
        return await self._taken(person, draft, words)

    async def asked_about(
        self, person: Person, words: Words, danger: str, numbers: Sequence[str]
    ) -> Screen | None:
        """The question to somebody whose draft sounds like danger; the words wait until it is answered. Never raises.

        None when these are no words for a draft, or it cannot be kept: then they are taken as the person's own.
        """
        draft = await self.drafts.being_written(person)
        if draft is None:
            return None
        held = replace(draft, held=words, danger=danger)
        try:
            kept = await self.drafts.move(person, held, At.ABOUT, patience=PATIENCE)
        except (StorageError, StaleConversation) as error:
            log.warning("draft not kept: %s", type(error).__name__)
            return None
        return self.screens.about_you(kept, person.profile, numbers)

    async def hand_in(self, person: Person) -> tuple[Broadcast, Wording] | None:
        """The draft becomes a broadcast, in one write. None when it was handed in already, or may not be."""
        draft = await self.drafts.find(person)
        if draft is None or draft.step is not At.CONFIRM or self._steps.findings(draft):
            return None
        wording, zone, now = wording_of(draft), await self.zone(person), self._clock.now()
        label = audit.label_of(self._vault, draft.department_id, person.pseudonym)
        order = Order(
            department_id=draft.department_id,
            author=label,
            audience=draft.audience or TipAudience.BOTH,
            topic=draft.topic,
            wording=wording,
            due_at=max(draft.due_at or now, now),
            waking=draft.waking,
            zone=zone,
        )

        def submit(session: Session) -> Broadcast | None:
            role = departments.role_in(session, person.pseudonym, draft.department_id)
            if not may(role, Permission.BROADCAST):
                return None
            conversations.finish(session, conversation(person, draft))
            waits = self._waits(session, draft.department_id)
            return broadcasts.submit(session, self._vault, order, waits=waits, now=now)

        try:
            handed = await self._storage.write(submit)
        except StaleConversation:
            return None
        return (handed, wording) if handed else None

    async def zone(self, person: Person) -> str:
        """The time zone a coordinator reads times in."""
        known = await self._storage.read(lambda session: members.find(session, person.pseudonym))
        if known is not None and known.timezone:
            return known.timezone
        places, profile = self._library.companions.places, person.profile
        sure = places.sure(profile)
        offered = places.offered(profile.country)
        return sure or (offered[0].zone if offered else "UTC")

    # The steps

    async def _act(self, person: Person, draft: Draft, tap: Tap) -> list[Shown]:
        if tap.step == "away":
            await self.drafts.drop(person)
            return [self.screens.plain("broadcast-thrown-away", person.profile)]
        if (tap.step, draft.step) in TAKES and draft.held is not None:
            return await self._taken(person, draft, draft.held)
        if tap.step == "at" and draft.step is At.TIME:
            due_at = _at(tap.choice, await self.zone(person), self._clock.now())
            return await self._on(person, draft, replace(draft, due_at=due_at, step=At.CONFIRM))
        changed = self._steps.after(draft, tap.step, tap.choice)
        return await (self._on(person, draft, changed) if changed else self._screens(person, draft))

    async def _taken(self, person: Person, draft: Draft, words: Words) -> list[Shown]:
        kept = tuple(one for one in draft.kept if not one.startswith(f"{draft.lang} "))
        photo = words.photo or next((one.photo for one in draft.written.values() if one.photo), "")
        written = {**draft.written, draft.lang: replace(words, photo=photo)}
        changed = replace(draft, written=written, kept=kept, tip="", held=None, danger="")
        step = At.FINDINGS if self._steps.findings(changed) else At.WRITTEN
        return await self._on(person, draft, replace(changed, step=step))

    async def _timed(self, person: Person, draft: Draft, words: str) -> list[Shown]:
        try:
            at = typed_time(words, await self.zone(person), self._clock.now())
        except TooFarAhead:
            return [self.screens.plain("broadcast-too-far", person.profile, days=AHEAD.days)]
        if at is None and not is_now(words):
            return [self.screens.plain("broadcast-no-time", person.profile)]
        return await self._on(person, draft, replace(draft, due_at=at, step=At.CONFIRM))

    async def _on(self, person: Person, before: Draft, changed: Draft) -> list[Shown]:
        moved = await self.drafts.move(
            person, replace(changed, step=before.step, version=before.version), changed.step
        )
        return await self._screens(person, moved)

    async def _screens(self, person: Person, draft: Draft) -> list[Shown]:
        screens, profile = self.screens, person.profile
        tip, findings = self._steps.tip(draft.tip), self._steps.findings(draft)
        alone = {
            At.TOPICS: screens.topics,
            At.TOPIC: screens.topics,
            At.TIPS: screens.tips,
            At.WRITING: screens.writing,
            At.INSTEAD: screens.instead,
            At.WRITTEN: screens.written,
            At.SOURCE: screens.source,
        }
        if draft.step in alone:
            return [alone[draft.step](draft, profile)]
        match draft.step:
            case At.TIP if tip is not None:
                return [screens.tip(draft, tip, profile)]
            case At.ABOUT:
                return [screens.about_you(draft, profile, ())]
            case At.FINDINGS if findings:
                return [screens.finding(draft, findings[0], len(findings), profile)]
            case At.AUDIENCE:
                return [screens.audience(draft, profile, self._steps.suits(draft))]
            case At.TIME:
                return [screens.time(draft, profile, await self.zone(person))]
            case At.CONFIRM:
                return await self._confirm(person, draft)
            case _:
                return [screens.source(draft, profile)]

    async def _confirm(self, person: Person, draft: Draft) -> list[Shown]:
        wording, zone, today = wording_of(draft), await self.zone(person), self._clock.today()
        audience = draft.audience or TipAudience.BOTH

        def look(session: Session) -> tuple[Band, bool, list[str]]:
            reach = departments.reach_of(session, draft.department_id, audience, today=today)
            titles = [one.title for one in channels.targets(session, draft.department_id, audience)]
            return reach, self._waits(session, draft.department_id), titles

        reach, waits, titles = await self._storage.write(look)
        confirm = self.screens.confirm(draft, wording, person.profile, reach=reach, zone=zone, waits=waits)
        if titles:
            also = self._library.text("channels-also", person.profile.lang, titles=", ".join(titles))
            confirm = replace(confirm, text=f"{confirm.text}\n\n{also}")
        day = (draft.due_at or self._clock.now()).date()
        return [*await self.previews(wording, draft.department_id, day), confirm]

    async def previews(self, wording: Wording, department_id: int, day: date) -> list[Shown]:
        """Exactly what members will get on that day, in each language it goes out in."""
        asks = await self._storage.read(lambda session: pulse.would_ask(session, department_id, today=day))
        langs = languages_of(self._library, wording)
        found = (letter(self._library, wording, lang, preview=True, asks=asks) for lang in langs)
        return [one for one in found if one is not None]

    def _waits(self, session: Session, department_id: int) -> bool:
        return needs_second(len(departments.coordinators(session, department_id)), asked=self._second)

    async def _may(self, person: Person, department_id: int) -> bool:
        role = await self._storage.read(
            lambda session: departments.role_in(session, person.pseudonym, department_id)
        )
        return may(role, Permission.BROADCAST)

    async def _standings(self, person: Person) -> tuple[Standing, ...]:
        return await self._storage.read(lambda session: departments.standings(session, person.pseudonym))


def _at(choice: str, zone: str, now: datetime) -> datetime | None:
    """A moment for a button; None is "now"."""
    if choice == "hour":
        return now + HOUR
    if choice in ("tomorrow", "monday"):
        return next_at(MORNING, zone, now, weekday=0 if choice == "monday" else None)
    return None


def _unfit(words: Words, *, under_photo: bool) -> str | None:
    """The sentence that says why these words cannot be sent at all."""
    if not words.plain.strip():
        return "broadcast-no-words"
    if len(words.plain) > (LONGEST_CAPTION if under_photo else LONGEST_TEXT):
        return "broadcast-too-long-photo" if under_photo else "broadcast-too-long"
    return None
