"""Marks that a known person was here, once a day and after the answer, so that what is kept can be let go in time."""

import logging
from datetime import date

from telegram import Update
from telegram.ext import TypeHandler

from bot.context import BotApplication, BotContext
from bot.features import Command
from storage import members
from storage.errors import StorageError

log = logging.getLogger("statuscheck.members")

COMMANDS: tuple[Command, ...] = ()
GROUP = 10
PATIENCE = 1.0  # seconds; a date is not worth a longer wait


async def note_visit(_update: Update, ctx: BotContext) -> None:
    """Nothing is kept of a person who has chosen nothing."""
    services, today = ctx.services, ctx.services.clock.today()
    if services.profiles.is_first_visit(ctx.person.pseudonym, today):
        await _see(ctx, today)


async def _see(ctx: BotContext, today: date) -> None:
    try:
        await ctx.services.storage.write(
            lambda s: members.see(s, ctx.person.pseudonym, today=today), timeout=PATIENCE
        )
    except StorageError as error:
        log.warning("visit not kept: %s", type(error).__name__)


def register(app: BotApplication) -> None:
    """After the features: a person never waits for this."""
    app.add_handler(TypeHandler(Update, note_visit), group=GROUP)
