"""What a coordinator is told of a tip without asking: declined, nobody left to approve it, its hour passed, no role left."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.care.people import Profile
from bot.delivery.lanes import Lane
from bot.menu import back
from bot.screens import Button, Screen, pack
from bot.services import Services
from storage import audit, broadcasts, departments, members
from storage.audit import Deed
from storage.broadcasts import Broadcast
from storage.members import Member
from storage.vault import VaultError

PATIENCE = timedelta(hours=1)  # for a second coordinator, when a tip is to go out at once
SAYS = {Deed.TOLD_ALONE: "broadcast-alone", Deed.TOLD_LATE: "broadcast-late"}
News = list[tuple[Broadcast, Deed, Member]]


async def tell_declined(services: Services, broadcast: Broadcast) -> None:
    """A new message to its author: the status above is edited without a sound."""
    author = await services.storage.read(lambda session: _author(services, session, broadcast))
    if author is not None and not author.wants_quiet(services.clock.now()):
        screens, lang = services.broadcast_desk.screens, author.profile.lang
        text = screens.say("broadcast-declined", lang, topic=screens.topic(broadcast.topic, lang))
        row = back(services.library, author.profile)
        await _tell(services, author, Screen(text, (row,), key="broadcast-declined"))


async def tell_stranded(services: Services) -> None:
    """One tick: who waits for an approval that cannot come, or did not come in time, hears it once. Raises StorageError."""
    now = services.clock.now()

    def look(session: Session) -> News:
        found: News = []
        for one in broadcasts.waiting(session):
            author = _author(services, session, one)
            if author is None or author.wants_quiet(now):
                continue
            for deed in _due(session, one, now):
                if audit.done_at(session, one.id, deed) is None:
                    audit.note(session, one.department_id, one.author, deed, now=now, broadcast_id=one.id)
                    found.append((one, deed, author))
        return found

    for broadcast, deed, author in await services.storage.write(look):
        await _tell(services, author, _stranded(services, broadcast, deed, author.profile))


async def let_go(services: Services, chat_id: int, message_ids: Iterable[int], profile: Profile) -> None:
    """The messages of somebody who coordinates no more lose their buttons."""
    ended = Screen(services.library.text("broadcast-let-go", profile.lang), key="broadcast-let-go")
    for message_id in message_ids:
        await services.sender.touch_up(chat_id, message_id, ended, lane=Lane.REPLY)


def _due(session: Session, one: Broadcast, now: datetime) -> tuple[Deed, ...]:
    if len(departments.coordinators(session, one.department_id)) == 1:  # the author, as there is one
        return (Deed.TOLD_ALONE,)
    asked = audit.done_at(session, one.id, Deed.ASKED) or one.due_at
    return (Deed.TOLD_LATE,) if now >= max(one.due_at, asked + PATIENCE) else ()


def _stranded(services: Services, one: Broadcast, deed: Deed, profile: Profile) -> Screen:
    screens, lang = services.broadcast_desk.screens, profile.lang
    text = screens.say(SAYS[deed], lang, topic=screens.topic(one.topic, lang))
    cancel = Button(screens.say("broadcast-act-cancel", lang), pack("bcrun", "cancel", str(one.id)))
    return Screen(text, ((cancel,),), key=SAYS[deed])


def _author(services: Services, session: Session, one: Broadcast) -> Member | None:
    """Who handed it in, while they coordinate."""
    for pseudonym in departments.coordinators(session, one.department_id):
        if audit.label_of(services.vault, one.department_id, pseudonym) == one.author:
            return members.find(session, pseudonym)
    return None


async def _tell(services: Services, member: Member, screen: Screen) -> None:
    try:
        chat_id = members.chat_of(services.vault, member)
    except VaultError:
        return
    if chat_id is not None:
        await services.sender.show(chat_id, screen, lane=Lane.SCHEDULED)
