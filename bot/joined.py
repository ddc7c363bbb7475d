"""Whose own help a person may see: the departments they joined, asked only where a pack depends on it."""

import logging

from bot.context import BotContext
from storage import departments
from storage.errors import StorageError

log = logging.getLogger("statuscheck.joined")

PATIENCE = 0.3  # seconds a list may wait for it; without an answer it is the list that everybody sees


async def departments_of(ctx: BotContext) -> tuple[str, ...]:
    """The names of the departments this person joined or coordinates; none when storage does not answer."""
    if not any(pack.departments for pack in ctx.services.library.packs):
        return ()
    pseudonym = ctx.person.pseudonym
    try:
        found = await ctx.services.storage.read(
            lambda session: departments.standings(session, pseudonym), timeout=PATIENCE
        )
    except StorageError as error:
        log.warning("departments not readable: %s", type(error).__name__)
        return ()
    return tuple(dict.fromkeys(one.department for one in found))
