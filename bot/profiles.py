"""Who we are talking to, remembered in memory and in storage: reading never takes long, and never fails."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.care.people import Audience, Profile
from bot.clock import Clock
from bot.sentences import Sentences
from storage import members
from storage.database import Storage
from storage.errors import StorageError

log = logging.getLogger("statuscheck.profiles")

KEPT = 20_000  # profiles in memory, about 8 MB
PATIENCE = 0.3  # seconds an answer may wait to learn the person's country; after that the default is used


_UNKNOWN = Profile()


class Profiles:
    """Profiles by pseudonym. A person who has chosen nothing has no row: the defaults are theirs."""

    def __init__(self, storage: Storage, sentences: Sentences, clock: Clock, default_country: str) -> None:
        self._storage = storage
        self._sentences = sentences
        self._clock = clock
        self._country = default_country
        self._kept: OrderedDict[str, Profile | None] = OrderedDict()
        self._seen: dict[str, date] = {}
        self.tell: Callable[[str, str], None] = lambda _kind, _who: None  # other processes remember, too

    async def of(self, pseudonym: str, language_code: str | None) -> Profile:
        """The profile; from Telegram's language and the operator's country where nothing is known or readable."""
        if pseudonym not in self._kept:
            try:
                found = await self._storage.read(lambda s: members.meet(s, pseudonym), timeout=PATIENCE)
            except StorageError as error:
                log.warning("profile not readable: %s", type(error).__name__)
                return self._default(language_code)
            self._keep(pseudonym, found)
        self._kept.move_to_end(pseudonym)
        return self._kept[pseudonym] or self._default(language_code)

    async def change(self, pseudonym: str, profile: Profile) -> bool:
        """Remember a choice. False when it could only be kept in memory, because storage does not answer."""
        self._keep(pseudonym, profile)
        today = self._clock.today()
        try:
            await self._storage.write(lambda s: members.remember(s, pseudonym, profile, today=today))
        except StorageError as error:
            log.warning("profile not kept: %s", type(error).__name__)
            return False
        return True

    def is_stranger(self, pseudonym: str) -> bool:
        """Whether it is known that nothing is kept of this person but, perhaps, an open conversation."""
        return self._kept.get(pseudonym, _UNKNOWN) is None

    def is_first_visit(self, pseudonym: str, today: date) -> bool:
        """Whether a person we keep a row of is here for the first time today. Asking marks it."""
        if self._kept.get(pseudonym) is None or self._seen.get(pseudonym) == today:
            return False
        self._seen[pseudonym] = today
        return True

    def forget(self, pseudonym: str) -> None:
        """Out of memory as well; storage forgets for itself."""
        self.let_go(pseudonym)
        self._seen.pop(pseudonym, None)
        self.tell("forget", pseudonym)

    def let_go(self, pseudonym: str) -> None:
        """Look it up again next time: another process may have changed it."""
        self._kept.pop(pseudonym, None)

    def _keep(self, pseudonym: str, profile: Profile | None) -> None:
        self._kept[pseudonym] = profile
        self._kept.move_to_end(pseudonym)
        while len(self._kept) > KEPT:
            oldest, _ = self._kept.popitem(last=False)
            self._seen.pop(oldest, None)

    def _default(self, language_code: str | None) -> Profile:
        return Profile(
            lang=self._sentences.speaks(language_code), country=self._country, audience=Audience.UNKNOWN
        )


def with_choice(profile: Profile, **choice: str | None) -> Profile:
    """The profile with one thing changed; a new country forgets the state, which belongs to the old one."""
    if "country" in choice and choice["country"] != profile.country:
        choice = {"region": None, **choice}
    changed = {
        key: Audience(value) if key == "audience" and value else value for key, value in choice.items()
    }
    return replace(profile, **changed)  # type: ignore[arg-type]  # the keys are Profile's own
