"""/broadcast: a coordinator chooses or writes a tip, reads it as members will, and hands it in."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.broadcast_desk import Shown
from bot.broadcast_screens import TAPS
from bot.care.broadcast import State, Wording
from bot.context import BotApplication, BotContext
from bot.delivery.letters import Letter
from bot.draft_words import words_in
from bot.drafts import At
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.screens import Screen
from storage.broadcasts import Broadcast

WORDS_GROUP = -5  # after the gate, alone: of the others, each looks whether its own flow was moved last
WORDS = PRIVATE & (filters.TEXT | filters.CAPTION | filters.PHOTO) & ~filters.COMMAND

READ = (At.FINDINGS, At.WRITTEN, At.INSTEAD)


async def start(_update: Update, ctx: BotContext) -> None:
    """/broadcast."""
    await ctx.turn_to(await ctx.services.broadcast_desk.opened(ctx.person))


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on a draft."""
    if ctx.tap is None:
        return
    if ctx.tap.step == "send":
        await _hand_in(ctx)
    elif ctx.tap.step == "me":
        await _about_me(ctx)
    else:
        await _show(ctx, await ctx.services.broadcast_desk.tapped(ctx.person, ctx.tap))


async def take_words(update: Update, ctx: BotContext) -> None:
    """The words a draft waits for; everybody else's go on to the house."""
    desk = ctx.services.broadcast_desk
    draft = await desk.drafts.waiting_for_words(ctx.person)
    if draft is None or update.message is None:
        return
    words = words_in(update.message)
    if draft.step in READ and ctx.services.library.companions.spoken.meant(words.plain):
        return  # "thanks", "menu": said to the house
    await _show(ctx, await desk.said(ctx.person, draft, words))
    raise ApplicationHandlerStop


async def _show(ctx: BotContext, shown: list[Shown]) -> None:
    """Letters and what comes before the last screen are new messages; a lone screen takes the place of the tapped one."""
    await ctx.stop_spinner()
    if len(shown) == 1 and isinstance(shown[0], Screen):
        await ctx.turn_to(shown[0])
        return
    for one in shown:
        await show_one(ctx, ctx.person.chat_id, one)


async def show_one(ctx: BotContext, chat_id: int, one: Shown) -> None:
    """One message to one chat."""
    if isinstance(one, Letter):
        await ctx.services.letters.send(chat_id, one)
    else:
        await ctx.services.sender.show(chat_id, one)


async def _hand_in(ctx: BotContext) -> None:
    services, person = ctx.services, ctx.person
    handed = await services.broadcast_desk.hand_in(person)
    if handed is None:
        screen = services.broadcast_desk.screens.plain("broadcast-gone", person.profile)
        await ctx.turn_to(screen)
        return
    broadcast, wording = handed
    await ctx.turn_to(services.broadcast_desk.screens.plain("broadcast-handed-in", person.profile))
    await services.broadcast_progress.show(person.chat_id, person.pseudonym, broadcast.id, person.profile)
    if broadcast.state is State.WAITING:
        await _ask_others(ctx, broadcast, wording)


async def _ask_others(ctx: BotContext, broadcast: Broadcast, wording: Wording) -> None:
    """The other coordinators read it as members will, and decide."""
    services = ctx.services
    day = broadcast.due_at.date()
    previews = await services.broadcast_desk.previews(wording, broadcast.department_id, day)
    for other in await services.broadcast_progress.others(broadcast, ctx.person.pseudonym):
        for one in previews:
            await show_one(ctx, other.chat_id, one)
        await services.broadcast_progress.show(other.chat_id, other.pseudonym, broadcast.id, other.profile)


async def _about_me(ctx: BotContext) -> None:
    """It was about them: the words are let go of, and the protocol takes over."""
    services, person = ctx.services, ctx.person
    draft = await services.broadcast_desk.drafts.find(person)
    topic = draft.danger if draft is not None else ""
    await services.broadcast_desk.drafts.drop(person)
    await ctx.stop_spinner()
    for screen in await services.crisis_desk.meet(person, topic):
        await services.sender.crisis(person.chat_id, screen)


COMMANDS = (Command("broadcast", start, in_menu=False),)


def register(app: BotApplication) -> None:
    """/broadcast, its buttons, and the words a draft waits for."""
    add_commands(app, COMMANDS)
    add_taps(app, TAPS, choose)
    app.add_handler(MessageHandler(WORDS, take_words, block=True), group=WORDS_GROUP)
