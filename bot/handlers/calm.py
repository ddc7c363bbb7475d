"""/calm: a tool at once, no sign-up, nothing kept. What made it worse is never offered again as the answer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram import Message, Update

from bot.calm_screens import FIRST, CalmScreens, Stand, read_stand
from bot.care.breathing import Technique, frames, length
from bot.context import BotApplication, BotContext
from bot.delivery.pacer import Script
from bot.delivery.sender import Outcome
from bot.features import Command, add_commands, add_taps
from bot.screens import Screen

LATE = 5.0  # seconds an edit may come after its moment: a flood, a slow line, clocks that differ
Act = Callable[[BotContext, Technique, Stand], Awaitable[None]]


async def open_shelf(_update: Update, ctx: BotContext) -> None:
    """/calm: what there is, and one button that begins at once."""
    await ctx.turn_to(_screens(ctx).shelf(ctx.person.profile))


async def choose(update: Update, ctx: BotContext) -> None:
    """Any tap of /calm. Whatever ran on this message stops first, so that nothing overwrites what comes now."""
    tap, pacers, chat_id = ctx.tap, ctx.services.pacers, ctx.person.chat_id
    stand = read_stand(tap.choice) if tap else None
    message_id = _tapped(ctx)
    technique = ctx.services.library.techniques.get(stand.tool or FIRST) if stand else None
    act = ACTS.get(tap.step) if tap else None
    if act is _toggle and technique is not None and not _runs(ctx, technique):
        act = _go_on  # it does not run any more: the bot was restarted, or the phone was locked for long
    await pacers.stop(chat_id, message_id)
    if act is None or stand is None or technique is None:
        await open_shelf(update, ctx)
    else:
        await act(ctx, technique, stand)


async def _show_card(ctx: BotContext, technique: Technique, _stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).card(ctx.person.profile, technique))


async def _rate(ctx: BotContext, technique: Technique, _stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).rate(ctx.person.profile, technique))


async def _now(ctx: BotContext, technique: Technique, stand: Stand) -> None:
    await _begin(ctx, technique, stand, caution=True)


async def _begin(ctx: BotContext, technique: Technique, stand: Stand, *, caution: bool = False) -> None:
    """The picture, then the words below it: they begin together."""
    services, profile, chat_id = ctx.services, ctx.person.profile, ctx.person.chat_id
    await ctx.stop_spinner()
    await _take_picture_back(ctx, stand)
    stand = replace(stand, place=0, picture=0)
    picture = services.library.pictures.get(technique.picture)
    if picture is not None:
        sent = await services.sender.animation(chat_id, technique.picture, picture)
        if sent.outcome is Outcome.BLOCKED:
            return
        stand = replace(stand, picture=sent.message_ids[0] if sent.arrived else 0)
    script = _script(ctx, technique, stand, caution=caution)
    if technique.kind == "breath" and not services.pacers.has_room(chat_id):
        await services.sender.show(chat_id, _screens(ctx).crowded(profile, technique, stand))
        return
    shown = await services.sender.show(chat_id, script.screen(0))
    if shown.arrived:
        await services.pacers.start(chat_id, shown.message_ids[-1], script)


async def _go_on(ctx: BotContext, technique: Technique, stand: Stand) -> None:
    """From where it was, in the same message."""
    script, message_id = _script(ctx, technique, stand), _tapped(ctx)
    if message_id:
        await ctx.turn_to(script.screen(0))
    else:  # typed: the words go on below
        shown = await ctx.services.sender.show(ctx.person.chat_id, script.screen(0))
        message_id = shown.message_ids[-1] if shown.arrived else 0
    if message_id:
        await ctx.services.pacers.start(ctx.person.chat_id, message_id, script)


async def _toggle(ctx: BotContext, technique: Technique, stand: Stand) -> None:
    await _pause(ctx, technique, stand)


async def _pause(ctx: BotContext, _technique: Technique, stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).paused(ctx.person.profile, stand))


async def _stop(ctx: BotContext, _technique: Technique, stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).stopped(ctx.person.profile, stand))


async def _end(ctx: BotContext, _technique: Technique, stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).ended(ctx.person.profile, stand))


async def _compare(ctx: BotContext, _technique: Technique, stand: Stand) -> None:
    screens, profile = _screens(ctx), ctx.person.profile
    screen = screens.compared if stand.before.isdigit() else screens.stopped
    await ctx.turn_to(screen(profile, stand))


async def _worse(ctx: BotContext, technique: Technique, stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).worse(ctx.person.profile, technique.id, _lines(ctx)))
    await _take_picture_back(ctx, stand)  # it would go on moving above the words


async def _person(ctx: BotContext, _technique: Technique, _stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).people(ctx.person.profile, _lines(ctx)))


async def _done(ctx: BotContext, _technique: Technique, _stand: Stand) -> None:
    await ctx.turn_to(_screens(ctx).closed(ctx.person.profile))


async def _take_picture_back(ctx: BotContext, stand: Stand) -> None:
    if stand.picture:
        await ctx.services.sender.erase(ctx.person.chat_id, [stand.picture])


def _script(ctx: BotContext, technique: Technique, stand: Stand, *, caution: bool = False) -> Script:
    screens, profile, shown = _screens(ctx), ctx.person.profile, frames(technique, stand.place)

    def screen(number: int) -> Screen:
        return screens.frame(profile, technique, stand, shown[number], caution=caution)

    def paused(number: int) -> Screen:
        return screens.paused(profile, stand.at(shown[number].place))

    def ended() -> Screen:
        return screens.ended(profile, stand)

    return Script(tuple(one.at for one in shown), length(technique, stand.place), screen, paused, ended)


def _lines(ctx: BotContext) -> list[str]:
    ways = ctx.services.crisis_cards.ways(("lines",), ctx.person.profile, ctx.services.clock.today(), {})
    return [way.line for way in ways]


def _runs(ctx: BotContext, technique: Technique) -> bool:
    """Whether the message that was tapped is being paced. One that another process paces was edited just now."""
    services = ctx.services
    if services.pacers.runs_on(ctx.person.chat_id, _tapped(ctx)):
        return True
    message = ctx.came.callback_query.message if ctx.came.callback_query is not None else None
    if services.pacers.alone or not isinstance(message, Message):
        return False
    still_for = max(phase.seconds for phase in technique.phases) + LATE
    return (services.clock.now() - (message.edit_date or message.date)).total_seconds() < still_for


def _tapped(ctx: BotContext) -> int:
    query = ctx.came.callback_query
    return query.message.message_id if query is not None and query.message is not None else 0


def _screens(ctx: BotContext) -> CalmScreens:
    return CalmScreens(ctx.services.library)


ACTS: Mapping[str, Act] = {
    "tool": _show_card, "rate": _rate, "now": _now, "begin": _begin, "go": _go_on, "toggle": _toggle, "pause": _pause,
    "stop": _stop, "end": _end, "after": _compare, "worse": _worse, "person": _person, "done": _done,
}  # fmt: skip
COMMANDS = (Command("calm", open_shelf, also=("calma", "breathe", "respirar")),)


def register(app: BotApplication) -> None:
    """/calm and its buttons."""
    add_commands(app, COMMANDS)
    add_taps(app, "calm", choose)
