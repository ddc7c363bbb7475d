"""Something to read, hear or learn: courses, podcasts, forums, reports and short answers, with the dates they carry."""

import asyncio

from telegram import Update

from bot.care.needs import Found, Need, offered, shelves
from bot.care.resources import Resource
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.joined import departments_of
from bot.menu import back
from bot.screens import Button, Screen, pack

NOTES = {
    "shelf-podcasts": "shelf-old-episodes",
    "shelf-reports": "shelf-old-reports",
    "shelf-courses": "shelf-course-times",
}
"""What is said above a shelf about the age or length of what stands there; above answers, how long one takes."""
LENGTHS = {"short": "shelf-length-short", "day": "shelf-length-day", "long": "shelf-length-long"}
SORTED_AT_ONCE = 6  # buttons that narrow a shelf; more would push the entries' own buttons off the phone


async def ask(_update: Update, ctx: BotContext) -> None:
    """/library: the shelves."""
    await ctx.turn_to(await _shelves(ctx))


async def choose(_update: Update, ctx: BotContext) -> None:
    """A shelf, a page of it, or one topic or length on it."""
    name, number, by = (*(ctx.tap.choice if ctx.tap else "").split("~"), "", "")[:3]
    shelf = next((one for one in ctx.services.library.needs if one.id == name and one.shelf), None)
    if shelf is None or ctx.tap is None or ctx.tap.step != "open":
        await ctx.turn_to(await _shelves(ctx))
    else:
        await ctx.turn_to(await _shelf(ctx, shelf, int(number) if number.isdecimal() else 0, by))


async def _shelves(ctx: BotContext) -> Screen:
    """Those with anything on them for this person: not every country has its own courses."""
    library, profile, cards = ctx.services.library, ctx.person.profile, ctx.services.resource_cards
    joined = await departments_of(ctx)

    def filled() -> list[Need]:
        every = shelves(library.needs, profile.audience)
        return [shelf for shelf in every if cards.has_any(shelf, profile, joined)]

    buttons = [
        Button(ctx.say(f"need-{shelf.id}"), pack("shelf", "open", shelf.id))
        for shelf in await asyncio.to_thread(filled)
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Screen(ctx.say("shelf-ask"), rows, key="shelf-ask").with_rows(back(library, profile))


async def _shelf(ctx: BotContext, shelf: Need, page: int, by: str) -> Screen:
    profile, now = ctx.person.profile, ctx.services.clock.now()
    cards, joined = ctx.services.resource_cards, await departments_of(ctx)
    stands = await asyncio.to_thread(cards.found_for, shelf, profile, now.date(), joined)
    if not stands:
        return Screen(ctx.say("shelf-empty"), key="shelf-empty").with_rows(*_rows_below(ctx))
    ways = _narrowings(ctx, shelf, stands)
    found = ways.get(by, stands)
    name = " · ".join([ctx.say(f"need-{shelf.id}"), *([_label(ctx, by)] if by in ways else [])])
    answers = not any(isinstance(one, Resource) for one in stands)
    note = NOTES.get(shelf.id, "shelf-answers-length" if answers else "shelf-plain")
    screen = ctx.services.resource_cards.listing(
        f"{ctx.say('shelf-title', name=name)}\n{ctx.say(note)}", found, profile, now.date(), now=now, page=page,
        turn=lambda number: pack("shelf", "open", f"{shelf.id}~{number}~{by if by in ways else ''}"),
    )  # fmt: skip
    buttons = [
        Button(_label(ctx, way), pack("shelf", "open", f"{shelf.id}~0~{way}")) for way in ways if way != by
    ]
    if by in ways:
        buttons.append(Button(ctx.say("shelf-all"), pack("shelf", "open", shelf.id)))
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return screen.with_rows(*rows, *_rows_below(ctx))


def _narrowings(ctx: BotContext, shelf: Need, stands: tuple[Found, ...]) -> dict[str, tuple[Found, ...]]:
    """By length where lengths are known, then by topic: a need of /find says a topic in people's words."""
    ways: dict[str, tuple[Found, ...]] = {}
    for length, records in shelf.lengths.items():
        ways[length] = tuple(one for one in stands if one.id in records)
    for need in offered(ctx.services.library.needs, ctx.person.profile.audience):
        part = tuple(one for one in stands if need.topics & set(one.topics))
        if part and part != stands and part not in ways.values() and not shelf.answers:
            ways[need.id] = part
    most = sorted(ways, key=lambda way: (way not in shelf.lengths, -len(ways[way])))[:SORTED_AT_ONCE]
    return {way: ways[way] for way in most if ways[way]}


def _label(ctx: BotContext, way: str) -> str:
    return ctx.say(LENGTHS.get(way, f"need-{way}"))


def _rows_below(ctx: BotContext) -> list[tuple[Button, ...]]:
    other = Button(ctx.say("shelf-others"), pack("shelf", "show"))
    return [(other, Button(ctx.say("menu-crisis"), pack("home", "crisis")))]


COMMANDS = (Command("library", ask, also=("biblioteca",)),)


def register(app: BotApplication) -> None:
    """/library and its buttons."""
    add_commands(app, COMMANDS)
    add_taps(app, "shelf", choose)
