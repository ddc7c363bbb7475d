"""The crisis protocol after the card: one small step at a time, by tap or by typing, for as long as it takes."""

import asyncio

from telegram import ChatMember, Update
from telegram.ext import ApplicationHandlerStop, ChatMemberHandler, MessageHandler, filters

from bot.care.spoken import CRISIS, EMERGENCY
from bot.context import BotApplication, BotContext
from bot.crisis_hearing import HEARD, YES_NO
from bot.emptying import empty_chat
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.resource_cards import PAGE
from bot.screens import Button, Screen, pack

TYPED_GROUP = -4  # after the gate, before the features: an answer to an open question is no search
ERASING = "privacy-forget-ask"  # the question whose yes takes a tap
AFTER_GROUP = 6  # after the features: a question was answered, and the open step is still there
SILENT = PRIVATE & ~filters.TEXT & ~filters.CAPTION & ~filters.StatusUpdate.ALL
WORDS = PRIVATE & (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
PLAIN = PRIVATE & filters.TEXT & ~filters.COMMAND


async def show_card(_update: Update, ctx: BotContext) -> None:
    """/crisis: the card at once, then the first step."""
    for screen in await ctx.services.crisis_desk.asked_for(ctx.person):
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)


async def show_emergency(_update: Update, ctx: BotContext) -> None:
    """911 typed, or "send help": the emergency number first, and that nobody here can call."""
    for screen in await ctx.services.crisis_desk.emergency(ctx.person):
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)


async def answer(_update: Update, ctx: BotContext) -> None:
    """A tap on a step. The question stays readable above; the next step is a new message."""
    tap = ctx.tap
    await ctx.stop_spinner()
    if tap is None:
        return
    if tap.step == "clear":
        await _clear(ctx)
    elif tap.step == "offer":
        await _offer(ctx, tap.choice)
    else:
        screen = await ctx.services.crisis_desk.tapped(ctx.person, tap.step, tap.choice, tap.version)
        await _say(ctx, screen)


async def listen(update: Update, ctx: BotContext) -> None:
    """Words typed in the middle of it: an answer, or something to listen to. A question goes on to the house."""
    text = update.message.text or update.message.caption if update.message else None
    await _erases_by_a_tap(ctx, text or "")
    if ctx.services.library.heard.means(EMERGENCY, text or ""):
        await show_emergency(update, ctx)
        raise ApplicationHandlerStop
    if await _is_for_the_house(ctx, text or ""):
        return
    # Warm words are due: what was said is heavy, and a list of places would be cold.
    heavy = ctx.verdict.action.value == "support"
    screens = await ctx.services.crisis_desk.typed(ctx.person, text or "", heavy=heavy)
    for screen in screens:
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)
    if screens:
        raise ApplicationHandlerStop


async def _erases_by_a_tap(ctx: BotContext, text: str) -> None:
    """A yes or no belongs to the newest question, and what destroys takes a tap: no other step is moved by it."""
    shown, meaning = ctx.services.sender.on_screen.now(ctx.person.chat_id), ctx.services.library.typed.meaning
    if shown is not None and shown.key == ERASING and meaning(text, ctx.lang) in YES_NO:
        key = "crisis-said-erase-tap"
        await ctx.services.sender.show(ctx.person.chat_id, Screen(ctx.say(key), key=ERASING))
        raise ApplicationHandlerStop


async def _is_for_the_house(ctx: BotContext, text: str) -> bool:
    """A feature called by its name, a country, a greeting when nothing waits for an answer: not held up by the protocol."""
    meaning = ctx.services.library.companions.spoken.meant(text)
    if not meaning or await ctx.services.crisis_desk.replies(ctx.person, text):
        return False
    return meaning not in HEARD or not await ctx.services.crisis_desk.waits(ctx.person)


async def listen_in_vain(_update: Update, ctx: BotContext) -> None:
    """A voice message, a picture, a sticker, while a step is open."""
    await _say(ctx, await ctx.services.crisis_desk.unread(ctx.person), stop=True)


async def go_on(update: Update, ctx: BotContext) -> None:
    """A question was answered: the open step is one tap away again, unless it was what the person asked for."""
    text = update.message.text if update.message else None
    if text and ctx.services.library.companions.spoken.meant(text) in (CRISIS, EMERGENCY):
        return
    on_screen, chat_id = ctx.services.sender.on_screen, ctx.person.chat_id
    shown = on_screen.now(chat_id)
    await _say(ctx, await ctx.services.crisis_desk.where(ctx.person))
    if shown is not None and shown.key == ERASING:
        on_screen.show(
            chat_id, Screen("", key=ERASING), shown.message_id
        )  # still the question that was asked for


async def blocked(update: Update, ctx: BotContext) -> None:
    """Who blocks the bot is not written to again, even if they let it back in."""
    change = update.my_chat_member
    if change is not None and change.new_chat_member.status == ChatMember.BANNED:
        await ctx.services.crisis_desk.drop(ctx.person)


async def _say(ctx: BotContext, screen: Screen | None, *, stop: bool = False) -> None:
    if screen is None:
        return
    await ctx.services.sender.crisis(ctx.person.chat_id, screen)
    if stop:
        raise ApplicationHandlerStop


async def _clear(ctx: BotContext) -> None:
    _gone, promised = await empty_chat(ctx)
    # A plain sentence that gives nothing away; without it an emptied chat looks like something was here.
    key = "crisis-cleared-promise" if promised else "crisis-cleared"
    await ctx.services.sender.show(ctx.person.chat_id, Screen(ctx.say(key), key=key))


async def _offer(ctx: BotContext, need_id: str) -> None:
    """A list of places in a new message, so that the open step stays where it is."""
    services, profile, now = ctx.services, ctx.person.profile, ctx.services.clock.now()
    need = next((one for one in services.library.needs if one.id == need_id), None)
    if need is None:
        return
    # In a thread: with thousands of imported records this takes up to half a second.
    found = await asyncio.to_thread(services.resource_cards.found_for, need, profile, now.date())
    head = ctx.say("find-need", need=ctx.say(f"need-{need.id}"))
    screen = services.resource_cards.listing(head, found, profile, now.date(), now=now)
    more = (Button(ctx.say("find-more"), pack("find", "need", f"{need.id}~1")),)
    await services.sender.show(ctx.person.chat_id, screen.with_rows(more if len(found) > PAGE else ()))


COMMANDS = (Command("crisis", show_card),)
SPOKEN = {EMERGENCY: show_emergency}


def register(app: BotApplication) -> None:
    """/crisis, its buttons, and answers typed in the middle of it."""
    add_commands(app, COMMANDS)
    add_taps(app, "crisis", answer)
    app.add_handler(MessageHandler(WORDS, listen, block=True), group=TYPED_GROUP)
    app.add_handler(MessageHandler(SILENT, listen_in_vain, block=True), group=TYPED_GROUP)
    app.add_handler(MessageHandler(PLAIN, go_on), group=AFTER_GROUP)
    app.add_handler(ChatMemberHandler(blocked, ChatMemberHandler.MY_CHAT_MEMBER))
