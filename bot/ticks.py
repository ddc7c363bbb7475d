"""What happens by itself, and how often: each tick asks storage what is due; there is no job for any one person."""

import asyncio
from datetime import timedelta
from functools import partial

from bot.broadcast_letters import composer, zone_in
from bot.broadcast_news import tell_stranded
from bot.care.statistics import Asked
from bot.channel_posts import ChannelPosts
from bot.checkin_places import KIND as CHECKIN
from bot.context import Person
from bot.delivery.broadcasts import Broadcasts
from bot.delivery.check_backs import CheckBacks
from bot.delivery.clockwork import Tick
from bot.delivery.prompts import Prompts
from bot.local_reminders import remind
from bot.prompt_screens import PROMPTS, practice_screen, word
from bot.screens import Screen
from bot.services import Services
from storage import members, privacy, pulse
from storage.check_backs import CheckBack
from storage.errors import StorageError
from storage.privacy import PURGED_AT_ONCE

CHECK_BACKS_EVERY = timedelta(seconds=5)
PROMPTS_EVERY = timedelta(seconds=15)
TIPS_KEPT_EVERY = timedelta(seconds=3)
TIPS_EVERY = timedelta(seconds=1)
TIPS_SHOWN_EVERY = timedelta(seconds=5)
TIPS_WAITING_EVERY = timedelta(minutes=1)
PURGE_EVERY = timedelta(hours=1)
SCRUB_EVERY = timedelta(days=1)
KEYS_EVERY = timedelta(seconds=30)


def ticks(services: Services) -> list[Tick]:
    """All of them. A new one is a line here."""
    house = Housekeeping(services)
    check_backs = CheckBacks(
        services.storage, services.vault, services.sender, compose=house.compose, now=services.clock.now
    )
    prompts = Prompts(
        services.storage,
        services.vault,
        services.sender,
        word=partial(word, services.library),
        now=services.clock.now,
    )
    tips = Broadcasts(
        services.storage,
        services.vault,
        services.letters,
        compose=composer(services.library, house.asks),
        zone=zone_in(services.library),
        now=services.clock.now,
    )
    return [
        Tick("check-backs", CHECK_BACKS_EVERY, check_backs.run),
        Tick("prompts", PROMPTS_EVERY, prompts.run),
        Tick("tips begin and end", TIPS_KEPT_EVERY, tips.keep),
        Tick("tips", TIPS_EVERY, tips.run, halt=tips.halt),
        Tick("tips in channels", TIPS_KEPT_EVERY, ChannelPosts(services).run),
        Tick("tips shown", TIPS_SHOWN_EVERY, services.broadcast_progress.tick),
        Tick("tips without a second", TIPS_WAITING_EVERY, partial(tell_stranded, services)),
        Tick("old local contacts", PURGE_EVERY, partial(remind, services)),
        Tick("finished quarters", PURGE_EVERY, house.publish_quarters),
        Tick("purge", PURGE_EVERY, house.purge),
        Tick("scrub", SCRUB_EVERY, house.scrub),
        Tick("keys", KEYS_EVERY, house.settle_keys, everywhere=True),
        Tick("unused keys", PURGE_EVERY, house.let_keys_go),
    ]


class Housekeeping:
    """What ticks do that needs the whole house."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._unused: frozenset[str] = frozenset()

    async def compose(self, promise: CheckBack) -> Screen | None:
        """The words of a check-back that is due; None when it is no longer wanted."""
        profile = await self._services.profiles.of(promise.pseudonym, None)
        person = Person(0, promise.pseudonym, profile)
        if promise.kind == CHECKIN:
            return await self._services.checkin_desk.returned(person)
        if promise.kind == PROMPTS:
            return await self._practice_again(person, promise.note)
        return await self._services.crisis_desk.returned(person, promise.note)

    async def _practice_again(self, person: Person, name: str) -> Screen | None:
        """One that was put off until now; a safety answer since then has changed what is right to send."""
        services, whose = self._services, person.pseudonym
        member = await services.storage.read(lambda s: members.find(s, whose))
        practice = next((one for one in services.library.practices if one.id == name), None)
        if member is None or practice is None or member.wants_quiet(services.clock.now()):
            return None
        return practice_screen(services.library, person.profile.lang, practice)

    async def asks(self, broadcast_id: int) -> Asked | None:
        """The anonymous question that this tip carries, if any; a tip goes out without it rather than late."""
        today = self._services.clock.today()
        try:
            return await self._services.storage.write(lambda s: pulse.asks(s, broadcast_id, today=today))
        except StorageError:
            return None

    async def publish_quarters(self) -> None:
        """What coordinators may see of a quarter is fixed when it is over."""
        today = self._services.clock.today()
        await self._services.storage.write(lambda s: pulse.publish_finished(s, today=today))

    async def purge(self) -> None:
        """Everything past its time goes."""
        now, storage = self._services.clock.now(), self._services.storage
        while (
            max((await storage.write(lambda session: privacy.purge(session, now=now))).values())
            >= PURGED_AT_ONCE
        ):
            pass

    async def scrub(self) -> None:
        """Once a day what was let go is overwritten on disk as well, however large the file is."""
        await self._services.storage.scrub(large=True, timeout=300.0)

    async def settle_keys(self) -> None:
        """For a key store that was not to be had at the start."""
        await asyncio.to_thread(self._services.vault.settle)

    async def let_keys_go(self) -> None:
        """The key of a person of whom nothing is kept any more is destroyed, once it was seen unused twice.

        A key is made a moment before what it seals: one look could catch it in between.
        """
        storage, vault = self._services.storage, self._services.vault
        unused: frozenset[str] = frozenset()
        after = ""
        while owners := await asyncio.to_thread(vault.people, after):
            unused |= await storage.read(partial(privacy.strangers, pseudonyms=owners))
            after = owners[-1]
        await asyncio.to_thread(vault.destroy, unused & self._unused)
        self._unused = unused
