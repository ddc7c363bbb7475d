"""Where can I get help: by need in taps, or in the person's own words."""

import asyncio
from dataclasses import replace

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.care.local_contacts import leading
from bot.care.needs import Found, Need, offered
from bot.care.people import Audience
from bot.care.resources import Resource
from bot.care.risk import Action
from bot.context import BotApplication, BotContext
from bot.delivery.treatment import ZIP
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.joined import departments_of
from bot.local_help import NOTHING, LocalHelp, local_help
from bot.menu import back
from bot.resource_cards import PAGE
from bot.screens import Button, Screen, pack, unpack
from bot.small_talk import PLACE, is_chatter, placed, small_talk

BRIEF = 200  # characters
LIST_NUMBER = 2  # digits of a number typed instead of tapped; which list was meant we do not keep
GROWN = (
    Audience.OFFICER,
    Audience.DEPARTMENT,
)  # who came in by these doors is no child, whatever a number says
FAINT = 0.75  # score of the search: below it what somebody says, and does not ask, is no question for it
TREATED = "US"  # the only country FindTreatment.gov knows


async def ask(_update: Update, ctx: BotContext) -> None:
    """/find: the needs of this audience; with words behind it, the search."""
    said = " ".join(ctx.args or ())
    if said:
        await _search(ctx, said)
    else:
        await ctx.turn_to(await _needs(ctx))


async def answer_words(update: Update, ctx: BotContext) -> None:
    """Any plain text that the gate let pass is a question; five digits alone answer the question for a ZIP."""
    said = (update.message.text or "").strip() if update.message else ""
    if ctx.services.treatment and ctx.person.profile.country == TREATED and ZIP.fullmatch(said):
        await ctx.show(_around(ctx, said))
    elif said.isdecimal() and len(said) <= LIST_NUMBER:
        needs = await _needs(ctx)
        await ctx.show(replace(needs, text=f"{ctx.say('find-number')}\n\n{needs.text}"))
    elif again := placed(ctx, said):
        ctx.tap = unpack(again)
        await choose(update, ctx)
    elif key := small_talk(ctx, said):
        await ctx.show(Screen(ctx.say(key), tuple(_rows_below(ctx)), key=key))
    else:
        await _search(ctx, said)


async def choose(_update: Update, ctx: BotContext) -> None:
    """A need or a page of it, a card, more like it, other ways to the same kind of help, or the department's own."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    name, turned, number = choice.partition("~")
    page = int(number) if number.isdecimal() else 0
    if step == "need":
        await _need(ctx, name, page)
    elif step == "card":
        await _card(ctx, name)
    elif step == "like":
        await _like(ctx, name, page, in_place=bool(turned))
    elif step == "ways":
        await _other_ways(ctx, name)
    elif step == "own":
        await _own(ctx, page)
    else:
        await ctx.turn_to(await _needs(ctx))


async def _search(ctx: BotContext, text: str) -> None:
    library, profile = ctx.services.library, ctx.person.profile
    if ctx.verdict.topic == "young" and profile.audience not in GROWN:
        await ctx.show(_young(ctx))
        return
    joined, local = await departments_of(ctx), await _local(ctx)
    if library.search.ready and len(text) <= BRIEF:
        answer = library.search.answer(
            text, profile, departments=joined
        )  # sooner done than handed to a thread
    else:  # the longest letter takes 8 ms, and everybody else is waiting
        answer = await asyncio.to_thread(library.search.answer, text, profile, departments=joined)
    pairs = [(library.place_or_answer(hit.id, profile.lang), hit.why) for hit in answer.hits[:PAGE]]
    first = leading(local.records, text, answer.hits, library.resources)
    found = [*first, *(place for place, _ in pairs if place is not None)][:PAGE]
    why = [*("" for _ in first), *(ctx.say(reason) if reason else "" for place, reason in pairs if place)]
    warm = _warm_words(ctx, text)
    if not first and answer.score < FAINT and is_chatter(ctx, text):
        await ctx.show(Screen(ctx.say("talk-chat"), tuple(_rows_below(ctx)), key="talk-chat"))
        return
    if not found:
        await _nothing(ctx, warm)
        return
    head = "\n\n".join([*warm, ctx.say("find-results")])
    now = ctx.services.clock.now()
    screen = ctx.services.resource_cards.listing(head, found, profile, now.date(), why, now=now)
    more = Button(ctx.say("find-more-like-first"), pack("find", "like", found[0].id))
    screen = replace(screen, meant={**screen.meant, "more": more.data or "", PLACE: more.data or ""})
    await ctx.show(screen.with_rows((more,), *_rows_below(ctx)))


async def _nothing(ctx: BotContext, warm: list[str]) -> None:
    today = ctx.services.clock.today()
    ways = ctx.services.crisis_cards.ways(("lines",), ctx.person.profile, today, {})
    text = "\n\n".join([*warm, ctx.say("find-none"), *(way.line for way in ways)])
    cards = tuple(way.card for way in ways if way.card)[:1]
    meant = {"back": pack("find", "ask")}
    await ctx.show(Screen(text, tuple(_rows_below(ctx)), cards, key="find-none", meant=meant))


def _young(ctx: BotContext) -> Screen:
    """A child or teen of a police family: people to talk to, and no line for officers."""
    today = ctx.services.clock.today()
    ways = ctx.services.crisis_cards.ways(("lines", "text"), ctx.person.profile, today, {}, "minor")
    text = "\n\n".join([ctx.say("find-young"), *(way.line for way in ways)])
    cards = tuple(way.card for way in ways if way.card)[:1]
    return Screen(text, tuple(_rows_below(ctx)), cards, key="find-young")


def _warm_words(ctx: BotContext, text: str) -> list[str]:
    if ctx.verdict.topic == "work" and ctx.services.library.companions.moves.is_heavy(text):
        return [ctx.say("crisis-work")]
    return [ctx.say("crisis-support")] if ctx.verdict.action is Action.SUPPORT else []


async def _need(ctx: BotContext, need_id: str, page: int) -> None:
    services, profile, now = ctx.services, ctx.person.profile, ctx.services.clock.now()
    need = next((one for one in services.library.needs if one.id == need_id and not one.shelf), None)
    if need is None:
        await ctx.turn_to(await _needs(ctx))
        return
    # In a thread: with a directory of 50,000 imported records this takes up to half a second.
    joined, local = await departments_of(ctx), await _local(ctx)
    found = await asyncio.to_thread(
        services.resource_cards.found_for, need, profile, now.date(), joined, local
    )
    if not found:
        await _nothing(ctx, [])
        return
    screen = services.resource_cards.listing(
        ctx.say("find-need", need=ctx.say(f"need-{need.id}")), found, profile, now.date(), now=now, page=page,
        turn=lambda number: pack("find", "need", f"{need.id}~{number}"),
    )  # fmt: skip
    screen = replace(screen, meant={**screen.meant, PLACE: pack("find", "need", need.id)})
    near = need.treatment and services.treatment and profile.country == TREATED
    row = (Button(ctx.say("treatment-near"), pack("treatment", "ask", need.id)),) if near else ()
    await ctx.turn_to(screen.with_rows(row, *_rows_below(ctx)))


async def _card(ctx: BotContext, record: str) -> None:
    services, profile = ctx.services, ctx.person.profile
    found = (await _local(ctx)).find(record) or services.library.place_or_answer(record, profile.lang)
    # A new message each: the list stays, and the card can be forwarded by itself.
    if found is None:
        await ctx.turn_to(_gone(ctx))
    elif isinstance(found, Resource):
        await ctx.show(services.resource_cards.card(found, profile, services.clock.now()))
    else:
        page = services.resource_cards.page(found, profile)
        await ctx.show(page.with_rows(*_rows_below(ctx)))


async def _like(ctx: BotContext, record: str, page: int, *, in_place: bool) -> None:
    services, profile = ctx.services, ctx.person.profile
    local = await _local(ctx)
    one = local.find(record) or services.library.place_or_answer(record, profile.lang)
    if one is None:
        await ctx.turn_to(_gone(ctx))
        return
    joined, today = await departments_of(ctx), services.clock.today()
    found = await asyncio.to_thread(services.resource_cards.like, one, profile, today, joined, local)
    screen = _others(ctx, "find-alike", one, found, page)
    # From a card a new message, so that the card stays; a page of this list turns in place.
    await (ctx.turn_to if in_place else ctx.show)(screen)


async def _other_ways(ctx: BotContext, record: str) -> None:
    services, profile = ctx.services, ctx.person.profile
    local = await _local(ctx)
    one = local.find(record) or services.library.resources.get(record)
    if one is None:
        await ctx.turn_to(_gone(ctx))
        return
    today = services.clock.today()
    joined = await departments_of(ctx)
    found, why = await asyncio.to_thread(services.resource_cards.others, one, profile, today, joined, local)
    await ctx.show(_others(ctx, "find-ways", one, found[:PAGE], 0, why))


async def _own(ctx: BotContext, page: int) -> None:
    """All that this person's department offers; nothing is there for anybody else."""
    local, profile, now = await _local(ctx), ctx.person.profile, ctx.services.clock.now()
    if not local.records:
        await ctx.turn_to(await _needs(ctx))
        return
    screen = ctx.services.resource_cards.listing(
        ctx.say("local-list", department=", ".join(local.departments)), local.records, profile, now.date(),
        now=now, page=page, turn=lambda number: pack("find", "own", f"~{number}"),
    )  # fmt: skip
    await ctx.turn_to(screen.with_rows(*_rows_below(ctx)))


async def _local(ctx: BotContext) -> LocalHelp:
    services = ctx.services
    if services.profiles.is_stranger(ctx.person.pseudonym):  # who joined a department has chosen something
        return NOTHING
    return (
        await local_help(services.storage, services.library, ctx.person.pseudonym, services.clock.today())
    ).meant_for(ctx.person.profile)


def _others(
    ctx: BotContext, key: str, one: Found, found: list[Resource] | tuple[Found, ...], page: int,
    why: list[str] | None = None,
) -> Screen:  # fmt: skip
    profile, now = ctx.person.profile, ctx.services.clock.now()
    name = one.title(profile.lang) if isinstance(one, Resource) else one.title
    if not found:
        return Screen(ctx.say("find-alike-none"), tuple(_rows_below(ctx)), key="find-alike-none")
    screen = ctx.services.resource_cards.listing(
        ctx.say(key, name=name), found, profile, now.date(), why or (), now=now, page=page,
        turn=lambda number: pack("find", "like", f"{one.id}~{number}"),
    )  # fmt: skip
    return screen.with_rows(*_rows_below(ctx))


async def _needs(ctx: BotContext) -> Screen:
    library, profile, local = ctx.services.library, ctx.person.profile, await _local(ctx)
    joined, cards = await departments_of(ctx), ctx.services.resource_cards

    def helped() -> list[Need]:
        # In a thread: of a directory of 50,000 records a need without any reads them all.
        every = offered(library.needs, profile.audience)
        return [need for need in every if cards.has_any(need, profile, joined, local)]

    buttons = [
        Button(ctx.say(f"need-{need.id}"), pack("find", "need", need.id))
        for need in await asyncio.to_thread(helped)
    ]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    shelf = (Button(ctx.say("menu-library"), pack("shelf", "show")),)
    own = tuple(
        Button(ctx.say("local-find", department=one), pack("find", "own")) for one in local.departments[:1]
    )
    rows = (own, *rows) if own else rows
    home = back(library, profile)
    asked = Screen(ctx.say("find-ask"), rows, key="find-ask", meant={"back": home[0].data or ""})
    return asked.with_rows(shelf, home)


def _rows_below(ctx: BotContext) -> list[tuple[Button, ...]]:
    needs = Button(ctx.say("find-other-needs"), pack("find", "ask"))
    below = (needs, Button(ctx.say("menu-crisis"), pack("home", "crisis")))
    return [*ctx.rows_by_words(), below]


def _around(ctx: BotContext, zip_code: str) -> Screen:
    page = ctx.services.treatment.page(zip_code) if ctx.services.treatment else None
    link = (Button(ctx.say("treatment-open"), url=page),)
    return Screen(ctx.say("treatment-zip", zip=zip_code), (link, *_rows_below(ctx)), key="treatment-zip")


def _gone(ctx: BotContext) -> Screen:
    return Screen(ctx.say("find-gone"), tuple(_rows_below(ctx)), key="find-gone")


COMMANDS = (Command("find", ask, also=("buscar", "search")),)


def register(app: BotApplication) -> None:
    """/find, its buttons, and every plain text nobody else answered."""
    add_commands(app, COMMANDS)
    add_taps(app, "find", choose)
    app.add_handler(MessageHandler(PRIVATE & filters.TEXT & ~filters.COMMAND, answer_words))
