"""Emptying a chat: both sides' messages, and whatever was open in it, so that nothing of it comes back by itself."""

import logging

from sqlmodel import Session

from bot.context import BotContext
from storage import check_backs, conversations
from storage.errors import StorageError

log = logging.getLogger("statuscheck.emptying")

OPEN = ("crisis", "checkin", "plan", "wish")  # what people began for themselves; a coordinator's drafts stay
PATIENCE = 1.0  # seconds


async def empty_chat(ctx: BotContext) -> tuple[bool, bool]:
    """Whether all we know of is taken back, and whether a promise to write again went with it.

    The chat first: somebody may be looking. What only keeps quiet (72 hours without tips) stays; it says nothing.
    """
    services, person, message = ctx.services, ctx.person, ctx.came.effective_message
    newest = message.message_id if message is not None else 0
    gone = await services.sender.clear(person.chat_id, newest=newest)

    def drop(session: Session) -> int:
        for flow in OPEN:
            conversations.leave(session, person.pseudonym, flow)
        return check_backs.drop(session, person.pseudonym)

    try:
        promised = await services.storage.write(drop, timeout=PATIENCE)
    except StorageError as error:
        log.warning("what was open stays open: %s", type(error).__name__)
        promised = 0
    services.crisis_desk.forget(person.pseudonym)
    services.checkin_desk.forget(person.pseudonym)
    services.profiles.tell("forget", person.pseudonym)  # other processes remember, too
    return gone, bool(promised)
