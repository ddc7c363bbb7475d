"""What happens by itself, and how often: each tick asks storage what is due; there is no job for any one person."""

from datetime import timedelta

from bot.checkin_places import KIND as CHECKIN
from bot.context import Person
from bot.delivery.check_backs import CheckBacks
from bot.delivery.clockwork import Tick
from bot.screens import Screen
from bot.services import Services
from storage import privacy
from storage.check_backs import CheckBack
from storage.privacy import PURGED_AT_ONCE

CHECK_BACKS_EVERY = timedelta(seconds=5)
PURGE_EVERY = timedelta(hours=1)
SCRUB_EVERY = timedelta(days=1)


def ticks(services: Services) -> list[Tick]:
    """All of them. A new one is a line here."""
    house = Housekeeping(services)
    check_backs = CheckBacks(
        services.storage, services.vault, services.sender, compose=house.compose, now=services.clock.now
    )
    return [
        Tick("check-backs", CHECK_BACKS_EVERY, check_backs.run),
        Tick("purge", PURGE_EVERY, house.purge),
        Tick("scrub", SCRUB_EVERY, house.scrub),
    ]


class Housekeeping:
    """What ticks do that needs the whole house."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def compose(self, promise: CheckBack) -> Screen | None:
        """The words of a check-back that is due; None when it is no longer wanted."""
        profile = await self._services.profiles.of(promise.pseudonym, None)
        person = Person(0, promise.pseudonym, profile)
        if promise.kind == CHECKIN:
            return await self._services.checkin_desk.returned(person)
        return await self._services.crisis_desk.returned(person, promise.note)

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
