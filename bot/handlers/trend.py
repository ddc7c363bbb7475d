"""My results: what I asked to be kept, as a picture and in words, and gone with one tap."""

from collections.abc import Iterable

from sqlmodel import Session
from telegram import Update

from bot.care.trend import Line, Point, lines
from bot.context import BotApplication, BotContext
from bot.features import Command, add_taps
from bot.menu import back
from bot.resource_cards import spoken_date
from bot.screens import Button, Screen, pack
from storage import scores

COMMANDS: tuple[Command, ...] = ()
FLOW = "trend"
WORDED = 8  # results of a scale in words; the picture has more


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on "my results" or on one of its buttons."""
    if ctx.tap is not None and ctx.tap.step == "erase":
        await _erase(ctx)
    else:
        await _show(ctx)


async def _show(ctx: BotContext) -> None:
    services, pseudonym = ctx.services, ctx.person.pseudonym
    await ctx.stop_spinner()
    kept = await services.storage.read(lambda s: scores.find(s, services.vault, pseudonym))
    if not kept or not services.settings.scored_checks:
        await ctx.show(_nothing(ctx, erasable=bool(kept)))
        return
    points = [Point(one.scale, one.version, one.taken_on, one.points) for one in kept]
    drawn = lines(services.library.questionnaires, points)
    await ctx.show(in_words(ctx, drawn))
    services.charts.follow(ctx.person.chat_id, drawn, ctx.lang)


def in_words(ctx: BotContext, drawn: Iterable[Line]) -> Screen:
    """What the picture shows, for who listens to the screen or has no picture."""
    parts = [ctx.say("trend-title")]
    for line in drawn:
        said = [_said(ctx, line, number) for number in range(len(line.points))]
        more = [ctx.say("trend-more")] if len(said) > WORDED else []
        parts.append("\n".join([f"<b>{ctx.say(line.name)}</b>", *said[-WORDED:], *more]))
    parts.append(ctx.say("trend-how"))
    return Screen("\n\n".join(parts), _rows(ctx), key="trend")


def _said(ctx: BotContext, line: Line, number: int) -> str:
    day, points = line.points[number]
    return ctx.say(
        "trend-line",
        day=spoken_date(day, ctx.lang),
        points=str(points),
        top=str(line.top),
        says=ctx.say(line.says(points)),
    )


def _rows(ctx: BotContext) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(ctx.say("menu-find"), pack("find", "ask")),),
        (Button(ctx.say("command-plan"), pack("plan", "open")),),
        (Button(ctx.say("trend-erase"), pack(FLOW, "erase")),),
        back(ctx.services.library, ctx.person.profile),
    )


def _nothing(ctx: BotContext, *, erasable: bool) -> Screen:
    key = "trend-none" if ctx.services.settings.scored_checks else "trend-off"
    rows = _rows(ctx)
    return Screen(ctx.say(key), rows if erasable else (*rows[:2], rows[3]), key=key)


async def _erase(ctx: BotContext) -> None:
    services, pseudonym = ctx.services, ctx.person.pseudonym

    def erase(session: Session) -> int:
        return scores.erase(session, pseudonym)

    count = await services.storage.write(erase)
    await services.storage.scrub()
    rows = (back(services.library, ctx.person.profile),)
    await ctx.turn_to(Screen(ctx.say("trend-erased", count=count), rows, key="trend-erased"))


SPOKEN = {"results": choose}


def register(app: BotApplication) -> None:
    """The buttons of "my results"."""
    add_taps(app, FLOW, choose)
