"""Notes that a known person was here, once a day and after the answer; and stops at once for one who blocked the bot."""

import logging
from datetime import date

from telegram import ChatMember, Update
from telegram.ext import ChatMemberHandler, TypeHandler

from bot.context import BotApplication, BotContext
from bot.features import Command
from storage import addresses, members
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


async def heed_block(update: Update, ctx: BotContext) -> None:
    """Whoever stops the bot is written to no more: promises are dropped and the chat id is erased."""
    change = update.my_chat_member
    if change is None or change.new_chat_member.status not in (ChatMember.BANNED, ChatMember.LEFT):
        return
    await ctx.services.storage.write(lambda session: addresses.lost(session, ctx.person.pseudonym))


def register(app: BotApplication) -> None:
    """Visits after the features: a person never waits for that."""
    app.add_handler(ChatMemberHandler(heed_block, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(TypeHandler(Update, note_visit), group=GROUP)
