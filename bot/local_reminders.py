"""Tells a department's coordinators when a contact of theirs has grown too old to be shown."""

from sqlmodel import Session

from bot.care.local_contacts import LocalContact
from bot.delivery.lanes import Lane
from bot.local_screens import LocalScreens
from bot.services import Services
from storage import departments, local_contacts, members
from storage.members import Member
from storage.vault import VaultError

Told = list[tuple[LocalContact, list[Member]]]


async def remind(services: Services) -> None:
    """One tick. What cannot be sent is not tried again: the list in /department says it too. Raises StorageError."""
    today, now = services.clock.today(), services.clock.now()

    def look(session: Session) -> Told:
        return [
            (one, _coordinators(session, one.department_id))
            for one in local_contacts.grown_old(session, today=today)
        ]

    for contact, coordinators in await services.storage.write(look):
        for member in coordinators:
            if member.wants_quiet(now):
                continue
            try:
                chat_id = members.chat_of(services.vault, member)
            except VaultError:
                continue
            if chat_id is not None:
                screens = LocalScreens(services.library, services.resource_cards, member.profile)
                await services.sender.show(chat_id, screens.old(contact), lane=Lane.SCHEDULED)


def _coordinators(session: Session, department_id: int) -> list[Member]:
    found = (members.find(session, one) for one in departments.coordinators(session, department_id))
    return [one for one in found if one is not None]
