"""When something breaks: the person gets a number and a kind sentence, the operator the place, nobody the words."""

import logging

from telegram import Chat, Update
from telegram.ext import ApplicationHandlerStop

from bot.care.people import Profile
from bot.context import BotApplication, BotContext
from bot.delivery.lanes import Lane
from bot.features import Command
from bot.log import where_it_broke
from bot.screens import Screen

log = logging.getLogger("statuscheck.errors")

COMMANDS: tuple[Command, ...] = ()


async def apologise(update: object, ctx: BotContext) -> None:
    """Whatever was raised: say so, with a number to call, and end this update here."""
    error = ctx.error
    if error is not None:
        log.error("%s", where_it_broke(error))
    if isinstance(update, Update) and update.effective_chat is not None:
        await _tell(update, update.effective_chat, ctx)
    raise ApplicationHandlerStop


async def _tell(update: Update, chat: Chat, ctx: BotContext) -> None:
    if chat.type != Chat.PRIVATE:
        return
    user, services = update.effective_user, ctx.services
    lang = services.library.sentences.speaks(user.language_code if user else None)
    person = getattr(ctx, "person", None)
    profile = person.profile if person else Profile(lang=lang, country=services.settings.default_country)
    ways = services.crisis_cards.ways(("lines", "emergency"), profile, services.clock.today(), {})
    text = "\n\n".join([services.library.text("failed", profile.lang), *(way.line for way in ways)])
    await services.sender.show(chat.id, Screen(text, key="failed"), lane=Lane.CRISIS)


def register(app: BotApplication) -> None:
    """For every handler of every group."""
    app.add_error_handler(apologise)
