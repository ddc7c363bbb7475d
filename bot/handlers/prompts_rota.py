"""Somebody's shifts in three taps: the pattern, by day or by night, and which of its days is today."""

from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from babel.dates import get_day_names
from telegram import Update

from bot.care.shift_patterns import LONGEST_CYCLE, PATTERNS, Duty, Hours, Shifts, begun
from bot.context import BotApplication, BotContext
from bot.features import Command, add_taps
from bot.prompt_home import change, clock_words, outlook, show_home
from bot.screens import Button, Screen, pack

COMMANDS: tuple[Command, ...] = ()
ROTA = "rota"
FIXED = {"fixed_days": Duty.DAY, "fixed_nights": Duty.NIGHT}
ROW = 7  # squares: a week; eight fit, for cycles of eight
SQUARES = {Duty.DAY: "rota-square-D", Duty.NIGHT: "rota-square-N", Duty.OFF: "rota-square-off"}
HOURS = {
    Duty.DAY: ("360-840", "420-900", "480-960", "540-1020", "360-1080", "420-1140", "840-1320", "900-1380"),
    Duty.NIGHT: ("1320-360", "1380-420", "1260-420", "1080-360", "1140-420", "1200-480"),
}


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens; what is chosen so far travels in the buttons."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    try:
        act = TAPS.get(step, _ask_pattern)
        await act(ctx, choice)
    except (ValueError, KeyError):  # a forged button, or one of an older release
        await _ask_pattern(ctx, "")


async def _ask_pattern(ctx: BotContext, _choice: str) -> None:
    rows: list[tuple[Button, ...]] = [
        (Button(ctx.say(f"rota-pattern-{name}"), pack(ROTA, "pattern", name)),) for name in PATTERNS
    ]
    rows.append(
        (Button(ctx.say("rota-own"), pack(ROTA, "own")), Button(ctx.say("rota-none"), pack(ROTA, "none")))
    )
    seen = await outlook(ctx)
    if seen.standing is not None and seen.standing.wishes.shifts is not None:
        rows.append((Button(ctx.say("rota-hours-change"), pack(ROTA, "hours")),))
    rows.append(_home(ctx))
    await ctx.turn_to(Screen(ctx.say("rota-ask"), tuple(rows), key="rota-ask"))


async def _pattern(ctx: BotContext, name: str) -> None:
    kinds = PATTERNS[name]
    if name in FIXED:
        await _ask_days_off(ctx, FIXED[name])
    elif len(kinds) == 1:
        await _ask_today(ctx, *kinds.values())
    else:
        rows = [(Button(ctx.say(f"rota-kind-{kind}"), pack(ROTA, "cycle", kinds[kind])),) for kind in kinds]
        await ctx.turn_to(Screen(ctx.say("rota-kind-ask"), (*rows, _home(ctx)), key="rota-kind-ask"))


async def _ask_days_off(ctx: BotContext, duty: Duty) -> None:
    names = get_day_names("abbreviated", locale=ctx.lang)
    order = (5, *(day for day in range(7) if day != 5))  # most have Saturday and Sunday
    buttons = [
        Button(
            ctx.say("rota-off-pair", first=names[day], second=names[(day + 1) % 7]),
            pack(ROTA, "off", f"{duty}~{day}"),
        )
        for day in order
    ]
    await ctx.turn_to(Screen(ctx.say("rota-off-ask"), _in_rows(buttons, 2), key="rota-off-ask"))


async def _days_off(ctx: BotContext, choice: str) -> None:
    duty, _, day = choice.partition("~")
    cycle = Duty(duty) * 5 + Duty.OFF * 2
    today = await _today(ctx)
    position = (today.weekday() - int(day) - 2) % 7
    rows = [
        Button(_span(hours), pack(ROTA, "fixed", f"{cycle}~{position}~{hours}"))
        for hours in HOURS[Duty(duty)]
    ]
    await ctx.turn_to(Screen(ctx.say("rota-hours-ask"), _in_rows(rows, 2), key="rota-hours-ask"))


async def _fixed(ctx: BotContext, choice: str) -> None:
    cycle, position, hours = choice.split("~")
    named = {"day" if Duty(cycle[0]) is Duty.DAY else "night": _hours(hours)}
    await _set(ctx, begun(cycle, int(position), await _today(ctx), **named))


async def _ask_today(ctx: BotContext, cycle: str) -> None:
    Shifts(cycle, date.min)  # raises ValueError for what is no cycle
    width = 8 if len(cycle) % 8 == 0 else ROW
    buttons = [
        Button(ctx.say(SQUARES[Duty(letter)], number=number), pack(ROTA, "today", f"{cycle}~{position}"))
        for position, (letter, number) in enumerate(_squares(cycle))
    ]
    await ctx.turn_to(Screen(ctx.say("rota-today-ask"), _in_rows(buttons, width), key="rota-today-ask"))


async def _is_today(ctx: BotContext, choice: str) -> None:
    cycle, _, position = choice.partition("~")
    await _set(ctx, begun(cycle, int(position), await _today(ctx)))


async def _own(ctx: BotContext, cycle: str) -> None:
    """Built square by square; the cycle so far is in the buttons."""
    letters = [
        Button(ctx.say(key), pack(ROTA, "own", cycle + duty))
        for key, duty in (("rota-own-D", Duty.DAY), ("rota-own-N", Duty.NIGHT), ("rota-own-off", Duty.OFF))
    ]
    rows = [tuple(letters)] if len(cycle) < LONGEST_CYCLE else []
    if cycle:
        rows.append((Button(ctx.say("rota-own-undo"), pack(ROTA, "own", cycle[:-1])),))
        rows.append((Button(ctx.say("rota-own-done"), pack(ROTA, "cycle", cycle)),))
    rows.append(_home(ctx))
    said = [ctx.say("rota-own-ask")]
    if cycle:
        squares = " ".join(
            ctx.say(SQUARES[Duty(letter)], number=number) for letter, number in _squares(cycle)
        )
        said.append(ctx.say("rota-own-so-far", cycle=squares))
    await ctx.turn_to(Screen("\n\n".join(said), tuple(rows), key="rota-own-ask"))


async def _none(ctx: BotContext, _choice: str) -> None:
    await change(ctx, lambda w: w.but(shifts=None, on_duty=False))
    await show_home(ctx, ctx.say("rota-cleared"))


async def _ask_hours(ctx: BotContext, choice: str) -> None:
    """The hours of the shifts that are set; each tap changes one of the two and shows the screen again."""
    seen = await outlook(ctx)
    shifts = seen.standing.wishes.shifts if seen.standing else None
    if shifts is None:
        await _ask_pattern(ctx, "")
        return
    if choice:
        letter, _, span = choice.partition("~")
        name, hours = ("night" if Duty(letter) is Duty.NIGHT else "day"), _hours(span)
        shifts = Shifts(
            shifts.cycle, shifts.anchor, **{"day": shifts.day, "night": shifts.night, name: hours}
        )
        await change(ctx, lambda w: w.but(shifts=shifts))
    rows: list[tuple[Button, ...]] = []
    said = [ctx.say("rota-hours-ask")]
    for duty, key, now in (
        (Duty.DAY, "rota-hours-day", shifts.day),
        (Duty.NIGHT, "rota-hours-night", shifts.night),
    ):
        if duty in shifts.cycle:
            said.append(ctx.say(key, **{"from": clock_words(now.start), "to": clock_words(now.end)}))
            buttons = [
                Button(f"{duty} {_span(one)}", pack(ROTA, "hours", f"{duty}~{one}")) for one in HOURS[duty]
            ]
            rows += _in_rows(buttons, 2)
    await ctx.turn_to(Screen("\n".join(said), (*rows, _home(ctx)), key="rota-hours-ask"))


async def _set(ctx: BotContext, shifts: Shifts) -> None:
    standing = await change(ctx, lambda w: w.but(shifts=shifts))
    await show_home(ctx, *([ctx.say("rota-set")] if standing else []))


async def _today(ctx: BotContext) -> date:
    seen = await outlook(ctx)
    return ctx.services.clock.now().astimezone(ZoneInfo(seen.zone or "UTC")).date()


def _squares(cycle: str) -> list[tuple[str, int]]:
    """Each day with how many of its kind in a row it makes."""
    return [(letter, number) for letter, run in groupby(cycle) for number, _ in enumerate(run, 1)]


def _hours(span: str) -> Hours:
    start, _, end = span.partition("-")
    return Hours(int(start), int(end))


def _span(span: str) -> str:
    return "–".join(clock_words(int(part)) for part in span.split("-"))


def _in_rows(buttons: list[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def _home(ctx: BotContext) -> tuple[Button, ...]:
    return (Button(ctx.say("prompts-back"), pack("prompts", "show")),)


TAPS = {
    "pattern": _pattern,
    "off": _days_off,
    "fixed": _fixed,
    "cycle": _ask_today,
    "today": _is_today,
    "own": _own,
    "none": _none,
    "hours": _ask_hours,
}


def register(app: BotApplication) -> None:
    """Its buttons."""
    add_taps(app, ROTA, choose)
