"""What a person's own department offers, beside our own records: asked of storage for this person alone."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.care.local_contacts import LocalContact, as_resource, number_in
from bot.care.needs import is_for
from bot.care.packs import OwnHelp
from bot.care.people import Profile
from bot.care.resources import Resource, Words
from bot.library import Library
from storage import local_contacts
from storage.database import Storage
from storage.errors import StorageError

log = logging.getLogger("statuscheck.local")

PATIENCE = 1.0  # seconds a list may wait for it; without an answer it is the list that everybody sees


@dataclass(frozen=True, slots=True)
class LocalHelp:
    """The records of this person's departments, in the order in which they are offered."""

    records: tuple[Resource, ...] = ()
    departments: tuple[str, ...] = ()

    def find(self, record_id: str) -> Resource | None:
        """One of them; None for everybody else's."""
        return next((one for one in self.records if one.id == record_id), None)

    def meant_for(self, profile: Profile) -> "LocalHelp":
        """Without what is not for this kind of person: family sees what is marked for family."""
        records = tuple(one for one in self.records if is_for(one, profile))
        return LocalHelp(records, self.departments if records else ())

    def leads(self, own: OwnHelp) -> OwnHelp:
        """With these records first, wherever this person lives."""
        packs = frozenset(one.pack for one in self.records)
        return OwnHelp(own.leading | packs, own.joined | packs, own.hidden)


NOTHING = LocalHelp()


async def local_help(storage: Storage, library: Library, pseudonym: str, today: date) -> LocalHelp:
    """What they may see today; nothing for who joined nowhere, or when storage does not answer."""
    try:
        found = await storage.read(
            lambda session: local_contacts.for_person(session, pseudonym, today=today), timeout=PATIENCE
        )
    except StorageError as error:
        log.warning("local contacts not readable: %s", type(error).__name__)
        return NOTHING
    records = sorted(_readable(library, found), key=lambda one: (one.id[:8], number_in(one.id)))
    return LocalHelp(tuple(records), tuple(dict.fromkeys(one.department for one in found)))


def _readable(library: Library, found: Iterable[LocalContact]) -> Iterator[Resource]:
    for one in found:
        try:
            yield record_of(library, one)
        except ValueError:  # written by another release: one contact never takes the list away
            log.warning("a local contact is left out")


def record_of(library: Library, one: LocalContact) -> Resource:
    """A contact with our words about its kind in both languages."""
    what, limits = (
        Words(en=library.text(key, "en"), es=library.text(key, "es"))
        for key in (f"local-what-{one.kind}", "local-limits")
    )
    return as_resource(one, what, limits)
