"""Where can I get help: by need in taps, or in the person's own words."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.care.needs import offered, places_for
from bot.care.resources import Resource
from bot.care.risk import Action
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.menu import back
from bot.resource_cards import PAGE
from bot.screens import Button, Screen, pack


async def ask(_update: Update, ctx: BotContext) -> None:
    """/find: the needs of this audience; with words behind it, the search."""
    said = " ".join(ctx.args or ())
    if said:
        await _search(ctx, said)
    else:
        await ctx.turn_to(_needs(ctx))


async def answer_words(update: Update, ctx: BotContext) -> None:
    """Any plain text that the gate let pass is a question."""
    await _search(ctx, update.message.text or "" if update.message else "")


async def choose(_update: Update, ctx: BotContext) -> None:
    """A need, the next page, a card, or more like it."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    if step == "need":
        need, _, page = choice.partition("~")
        await _need(ctx, need, int(page) if page.isdigit() else 0)
    elif step == "card":
        await _card(ctx, choice)
    elif step == "like":
        await _like(ctx, choice)
    else:
        await ctx.turn_to(_needs(ctx))


async def _search(ctx: BotContext, text: str) -> None:
    library, profile = ctx.services.library, ctx.person.profile
    hits = library.search.answer(text, profile).hits[:PAGE]
    pairs = [(library.place_or_answer(hit.id, profile.lang), hit.why) for hit in hits]
    found = [place for place, _ in pairs if place is not None]
    why = [ctx.say(reason) if reason else "" for place, reason in pairs if place is not None]
    warm = _warm_words(ctx)
    if not found:
        await _nothing(ctx, warm)
        return
    head = "\n\n".join([*warm, ctx.say("find-results")])
    screen = ctx.services.resource_cards.listing(head, found, profile, ctx.services.clock.today(), why)
    await ctx.show(screen.with_rows(*_rows_below(ctx)))


async def _nothing(ctx: BotContext, warm: list[str]) -> None:
    today = ctx.services.clock.today()
    ways = ctx.services.crisis_cards.ways(("lines",), ctx.person.profile, today, {})
    text = "\n\n".join([*warm, ctx.say("find-none"), *(way.line for way in ways)])
    cards = tuple(way.card for way in ways if way.card)[:1]
    await ctx.show(Screen(text, tuple(_rows_below(ctx)), cards, key="find-none"))


def _warm_words(ctx: BotContext) -> list[str]:
    if ctx.verdict.topic == "work":
        return [ctx.say("crisis-work")]
    return [ctx.say("crisis-support")] if ctx.verdict.action is Action.SUPPORT else []


async def _need(ctx: BotContext, need_id: str, page: int) -> None:
    library, profile, today = ctx.services.library, ctx.person.profile, ctx.services.clock.today()
    need = next((one for one in library.needs if one.id == need_id), None)
    if need is None:
        await ctx.turn_to(_needs(ctx))
        return
    found = places_for(need, library.resources.values(), profile, today)
    here = found[page * PAGE : (page + 1) * PAGE]
    if not here:
        await _nothing(ctx, [])
        return
    head = ctx.say("find-need", need=ctx.say(f"need-{need.id}"))
    screen = ctx.services.resource_cards.listing(head, here, profile, today)
    more = pack("find", "need", f"{need.id}~{page + 1}") if len(found) > (page + 1) * PAGE else None
    row = (Button(ctx.say("find-more"), more),) if more else ()
    await ctx.turn_to(screen.with_rows(row, *_rows_below(ctx)))


async def _card(ctx: BotContext, record: str) -> None:
    services, profile = ctx.services, ctx.person.profile
    found = services.library.place_or_answer(record, profile.lang)
    # A new message each: the list stays, and the card can be forwarded by itself.
    if found is None:
        await ctx.turn_to(_gone(ctx))
    elif isinstance(found, Resource):
        await ctx.show(services.resource_cards.card(found, profile, services.clock.now()))
    else:
        page = services.resource_cards.page(found, profile)
        await ctx.show(page.with_rows(*_rows_below(ctx)))


async def _like(ctx: BotContext, record: str) -> None:
    library, profile, today = ctx.services.library, ctx.person.profile, ctx.services.clock.today()
    resource = library.resources.get(record)
    if resource is None:
        await ctx.turn_to(_gone(ctx))
        return
    found = sorted(
        (
            one
            for one in library.resources.values()
            if one.id != record and one.serves(profile.country, profile.region)
        ),
        key=lambda one: (-_likeness(resource, one), one.id),
    )
    screen = ctx.services.resource_cards.listing(ctx.say("find-results"), found, profile, today)
    await ctx.show(screen.with_rows(*_rows_below(ctx)))


def _likeness(one: Resource, other: Resource) -> float:
    shared = len(set(one.topics) & set(other.topics)) + len(set(one.audiences) & set(other.audiences))
    return shared + 2 * (one.kind is other.kind)


def _needs(ctx: BotContext) -> Screen:
    buttons = [
        Button(ctx.say(f"need-{need.id}"), pack("find", "need", need.id))
        for need in offered(ctx.services.library.needs, ctx.person.profile.audience)
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Screen(ctx.say("find-ask"), rows, key="find-ask").with_rows(
        back(ctx.services.library, ctx.person.profile)
    )


def _rows_below(ctx: BotContext) -> list[tuple[Button, ...]]:
    needs = Button(ctx.say("find-other-needs"), pack("find", "ask"))
    return [(needs, Button(ctx.say("menu-crisis"), pack("home", "crisis")))]


def _gone(ctx: BotContext) -> Screen:
    return Screen(ctx.say("find-gone"), tuple(_rows_below(ctx)), key="find-gone")


COMMANDS = (Command("find", ask),)


def register(app: BotApplication) -> None:
    """/find, its buttons, and every plain text nobody else answered."""
    add_commands(app, COMMANDS)
    add_taps(app, "find", choose)
    app.add_handler(MessageHandler(PRIVATE & filters.TEXT & ~filters.COMMAND, answer_words))
