"""A tip on its way: approve, decline, pause, resume, cancel; and for those who got it, a way to help and a way out."""

import logging
from functools import partial

from sqlmodel import Session
from telegram import Update

from bot.broadcast_news import tell_declined
from bot.broadcast_progress import TAPS
from bot.care.broadcast import Act, State, may_move
from bot.care.firsts import Firsts
from bot.care.statistics import Counted
from bot.context import BotApplication, BotContext
from bot.features import Command, add_taps
from bot.menu import back
from bot.screens import Button, Screen, pack
from storage import addresses, audit, broadcasts, departments, pulse
from storage.broadcasts import Broadcast
from storage.errors import StorageError

log = logging.getLogger("statuscheck.broadcast")

COMMANDS: tuple[Command, ...] = ()


async def act(update: Update, ctx: BotContext) -> None:
    """A tap on how a tip is getting on. Who may do it is asked anew each time, in the write that does it."""
    step, number = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    broadcast_id = int(number) if number.isdecimal() and len(number) < 15 else -1
    if step in set(Act):
        moved = await _move(ctx, broadcast_id, Act(step))
        if moved is not None and moved.state is State.DECLINED:
            await tell_declined(ctx.services, moved)
    progress, person = ctx.services.broadcast_progress, ctx.person
    screen = await progress.of(person.pseudonym, broadcast_id, person.profile)
    if screen is None:
        await ctx.turn_to(ctx.services.broadcast_desk.screens.plain("broadcast-not-yours", person.profile))
        return
    await ctx.turn_to(screen)
    message = update.callback_query.message if update.callback_query else None
    if message is not None:
        await progress.keep(person.pseudonym, broadcast_id, message.message_id)


async def _move(ctx: BotContext, broadcast_id: int, deed: Act) -> Broadcast | None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()

    def move(session: Session) -> Broadcast | None:
        found = broadcasts.find(session, broadcast_id)
        if found is None:
            return None
        label = audit.label_of(services.vault, found.department_id, who)
        role = departments.role_in(session, who, found.department_id)
        if not may_move(role, deed, is_author=label == found.author):
            return None
        return broadcasts.move(session, broadcast_id, deed, now=now, by=label)

    return await services.storage.write(move)


async def answer_tip(firsts: Firsts, _update: Update, ctx: BotContext) -> None:
    """A button under a tip: somebody to turn to, no more of them, or nothing at all in a preview."""
    step = ctx.tap.step if ctx.tap else ""
    if step == "stop":
        await _stop(ctx)
    elif step == "help":
        await _help(ctx)
        await _count_help(firsts, ctx)
    else:
        await ctx.stop_spinner(ctx.say("tip-preview"))


async def _stop(ctx: BotContext) -> None:
    """One tap, and the tag is gone. A new message, so that the tip stays readable."""
    pseudonym, today = ctx.person.pseudonym, ctx.services.clock.today()

    def leave(session: Session) -> None:
        pulse.count(session, pseudonym, Counted.LEFT, today=today)
        departments.leave(session, pseudonym)
        addresses.drop_if_unneeded(session, pseudonym)

    await ctx.services.storage.write(leave)
    await ctx.services.storage.scrub()
    row = back(ctx.services.library, ctx.person.profile)
    await ctx.show(Screen(ctx.say("tip-stopped"), (row,), key="tip-stopped"))


async def _help(ctx: BotContext) -> None:
    services, profile = ctx.services, ctx.person.profile
    ways = services.crisis_cards.ways(("lines",), profile, services.clock.today(), {})
    rows = (
        (Button(ctx.say("menu-find"), pack("find", "ask")),),
        (Button(ctx.say("menu-crisis"), pack("home", "crisis")),),
    )
    text = "\n\n".join([ctx.say("tip-help-here"), *(way.line for way in ways)])
    await ctx.show(Screen(text, rows, key="tip-help-here"))


async def _count_help(firsts: Firsts, ctx: BotContext) -> None:
    """After the answer, and never in its way: one more in a total that names nobody."""
    who, today = ctx.person.pseudonym, ctx.services.clock.today()
    if not firsts.is_first(who, today):
        return
    try:
        await ctx.services.storage.write(lambda s: pulse.count(s, who, Counted.HELP, today=today))
    except StorageError as error:
        log.warning("a tap was not counted: %s", type(error).__name__)


def register(app: BotApplication) -> None:
    """The buttons of a tip on its way, and those under a tip that arrived."""
    add_taps(app, TAPS, act)
    add_taps(app, "tip", partial(answer_tip, Firsts()))
