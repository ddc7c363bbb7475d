"""The crisis protocol after the card: one small step at a time, by tap or by typing, for as long as it takes."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, add_commands, add_taps

TYPED_GROUP = -4  # after the gate, before the features: an answer to an open question is no search


async def show_card(_update: Update, ctx: BotContext) -> None:
    """/crisis: the card at once, then the first step."""
    services, chat_id = ctx.services, ctx.person.chat_id
    card = services.crisis_desk.card(ctx.person, "", asked_for=True)
    if card is not None:
        await services.sender.crisis(chat_id, card)
    await services.sender.crisis(chat_id, await services.crisis_desk.begin(ctx.person, ""))


async def answer(_update: Update, ctx: BotContext) -> None:
    """A tap on a step. The question stays readable above; the next step is a new message."""
    tap = ctx.tap
    await ctx.stop_spinner()
    if tap is None:
        return
    screen = await ctx.services.crisis_desk.tapped(ctx.person, tap.step, tap.choice, tap.version)
    if screen is not None:
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)


async def listen(update: Update, ctx: BotContext) -> None:
    """Yes, no, or "leave me alone", typed; anything else goes on to the rest of the house."""
    text = update.message.text if update.message else None
    screen = await ctx.services.crisis_desk.typed(ctx.person, text or "")
    if screen is not None:
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)
        raise ApplicationHandlerStop


COMMANDS = (Command("crisis", show_card),)


def register(app: BotApplication) -> None:
    """/crisis, its buttons, and answers typed in the middle of it."""
    add_commands(app, COMMANDS)
    add_taps(app, "crisis", answer)
    typed = MessageHandler(PRIVATE & filters.TEXT & ~filters.COMMAND, listen, block=True)
    app.add_handler(typed, group=TYPED_GROUP)
