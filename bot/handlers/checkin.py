"""/check: how am I, in about three minutes. One question a message; stopping, skipping and typing always work."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.checkin_hearing import Reply
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, add_commands, add_taps

FLOW = "check"
TYPED_GROUP = -2  # after the crisis protocol and "my plan", before the features
AFTER_GROUP = 7  # after the features: a question was answered, and the open step is still there
SILENT = PRIVATE & ~filters.TEXT & ~filters.CAPTION & ~filters.StatusUpdate.ALL
PLAIN = PRIVATE & filters.TEXT & ~filters.COMMAND


async def open_checkin(_update: Update, ctx: BotContext) -> None:
    """/check, or its button in the menu: always a new message, so that the menu stays."""
    await ctx.stop_spinner()
    await _send(ctx, await ctx.services.checkin_desk.open(ctx.person))


async def answer(update: Update, ctx: BotContext) -> None:
    """A tap. The next question takes the place of this one, so that nobody reads old answers over a shoulder."""
    tap, desk = ctx.tap, ctx.services.checkin_desk
    step = tap.step if tap else ""
    if tap is None or step == "open":
        await open_checkin(update, ctx)
    elif step == "over":
        await _send(ctx, await desk.open(ctx.person, over=True), in_place=True)
    else:
        reply = await desk.tapped(ctx.person, step, tap.choice, tap.version)
        await _send(ctx, reply, in_place=not desk.stays(step))
    await ctx.stop_spinner()


async def listen(update: Update, ctx: BotContext) -> None:
    """Words typed in the middle of it: an answer, or something to listen to. A question goes on to the house."""
    text = (update.message.text or "") if update.message else ""
    await _send(ctx, await ctx.services.checkin_desk.typed(ctx.person, text, ctx.verdict), stop=True)


async def listen_in_vain(_update: Update, ctx: BotContext) -> None:
    """A voice message, a picture, a sticker, while a check-in is open."""
    await _send(ctx, await ctx.services.checkin_desk.unread(ctx.person), stop=True)


async def go_on(_update: Update, ctx: BotContext) -> None:
    """A question was answered: the open step is one tap away again."""
    await _send(ctx, await ctx.services.checkin_desk.where(ctx.person))


async def _send(ctx: BotContext, reply: Reply | None, *, in_place: bool = False, stop: bool = False) -> None:
    if reply is None:
        return
    sender, chat_id = ctx.services.sender, ctx.person.chat_id
    for screen in reply.screens:
        if reply.crisis:
            await sender.crisis(chat_id, screen)
        elif in_place and not reply.anew:
            await ctx.turn_to(screen)
        else:
            await sender.show(chat_id, screen)
    if stop:
        raise ApplicationHandlerStop


COMMANDS = (Command("check", open_checkin, also=("checkin", "chequeo")),)


def register(app: BotApplication) -> None:
    """/check, its buttons, and answers typed in the middle of it."""
    add_commands(app, COMMANDS)
    add_taps(app, FLOW, answer)
    app.add_handler(MessageHandler(PLAIN, listen, block=True), group=TYPED_GROUP)
    app.add_handler(MessageHandler(SILENT, listen_in_vain, block=True), group=TYPED_GROUP)
    app.add_handler(MessageHandler(PLAIN, go_on), group=AFTER_GROUP)
