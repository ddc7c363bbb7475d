"""My plan: six short parts, then one message in the person's own chat. Nothing of it stays with us."""

import logging
import re
from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session
from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.care import plan as care
from bot.care.checkin_typed import named
from bot.care.plan import NAME, REVIEW, Plan, Refused
from bot.care.typed import SHORT, folded
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.plan_lines import LIFETIME
from bot.plan_screens import FLOW, PlanScreens
from bot.screens import Screen
from storage import conversations
from storage.conversations import Conversation, StaleConversation
from storage.errors import StorageError
from storage.vault import VaultError

log = logging.getLogger("statuscheck.plan")

PATIENCE = 1.0  # seconds words may wait for storage
IDLE = timedelta(minutes=45)  # after that, what is typed is meant for the house
TYPED_GROUP = -3  # after the crisis protocol, before the features
WORDS = PRIVATE & filters.TEXT & ~filters.COMMAND
STOP, HELP, DONE = "stop", "help", "done"
WAYS = ("next", "back", "without")
ONWARD = frozenset({"yes", "go_on", "next", "done", "no"})  # moves.toml: none of them is a line of a plan
NUMBERS = re.compile(r"\d{1,2}(?:(?: *[,;.+&] *| +(?:and|y|e) +| +)\d{1,2})*[.)]?")
NO_LINES = frozenset(
    {
        HELP,
        "hello",
        "thanks",
        "ok",
        "answer",
        "signs",
        "start",
        "crisis",
        "forget",
        "clear",
        "privacy",
        "language",
    }
)
REFUSALS = {"too_long": "plan-too-long", "full": "plan-full"}


async def begin(_update: Update, ctx: BotContext) -> None:
    """/plan: what it is and who can read it, or the part that is open."""
    found = await _open_again(ctx)
    await ctx.turn_to(_screen(ctx, found) if found else _screens(ctx).beginning())


async def choose(update: Update, ctx: BotContext) -> None:
    """A tap. One on an old screen shows the part that is open now."""
    tap = ctx.tap
    step, choice = (tap.step, tap.choice) if tap else ("", "")
    found = await _open(ctx)
    if step == "open":  # from another feature's screen, which stays where it is
        found = await _open_again(ctx)
        await ctx.show(_screen(ctx, found) if found else _screens(ctx).beginning())
    elif step == "later":
        await ctx.turn_to(_screens(ctx).last("plan-later"))
    elif step == "stop":
        await _stop(ctx)
    elif found is None and step == "start":
        await _start(ctx)
    elif found is None and choice == "done":  # the second half of a double tap
        await ctx.stop_spinner()
    elif found is None or tap is None or tap.version != found.version:
        await begin(update, ctx)
    elif choice == "done":
        await _finish(ctx, found)
    else:
        await _move(ctx, found, care.advance(care.read(found.step, found.answers), choice))


async def listen(update: Update, ctx: BotContext) -> None:
    """Own words for the part that is open; a question goes on to the house."""
    text = (update.message.text or "") if update.message else ""
    found = await _listening(ctx)
    if found is None or text.rstrip().endswith("?"):
        return
    plan = care.read(found.step, found.answers)
    meant = _meant(ctx, plan, text)
    if meant == STOP:
        await _stop(ctx)
    elif meant == DONE and plan.has_entries:
        await _finish(ctx, found)
    elif meant in (*WAYS, DONE):
        await _move(ctx, found, care.advance(plan, meant))
    elif plan.part is None or meant in NO_LINES:
        return
    elif ticked := _ticked(ctx, plan, text):
        await _move(ctx, found, ticked)
    elif NUMBERS.fullmatch(text.strip()):
        await ctx.show(_screen(ctx, found))
    else:
        await _add(ctx, found, text)
    raise ApplicationHandlerStop


async def _add(ctx: BotContext, found: Conversation, text: str) -> None:
    try:
        added = care.add(care.read(found.step, found.answers), text)
    except Refused as error:
        await ctx.show(_screen(ctx, found, note=REFUSALS[str(error)]))
    else:
        await _move(ctx, found, added)


def _meant(ctx: BotContext, plan: Plan, text: str) -> str:
    """What words mean that are no line of a plan: a way on, a stop, or something for the house; else ""."""
    library = ctx.services.library
    label = _labelled(ctx, plan, text)
    if label in (*WAYS, STOP, DONE):
        return label
    meaning = library.typed.meaning(text, ctx.lang) if len(text) <= SHORT else ""
    spoken = library.companions.spoken.meant(text)
    if "leave" in (meaning, spoken) or spoken == STOP:
        return STOP
    moves = library.companions.moves.meant(text)
    if "back" in moves:
        return "back"
    if ONWARD & set(moves):
        if plan.step == REVIEW:
            return "back" if "no" in moves else DONE
        return "without" if plan.step == NAME and "no" in moves else "next"
    return HELP if meaning == HELP else spoken


def _ticked(ctx: BotContext, plan: Plan, text: str) -> Plan | None:
    """The plan with the lines ticked whose label or numbers were typed; None for words that are neither."""
    part = care.BY_ID.get(plan.step)
    if part is None:
        return None
    label = _labelled(ctx, plan, text)
    offers, chosen = part.offers(ctx.person.profile.audience), [label]
    if NUMBERS.fullmatch(text.strip()):
        chosen = [offers[int(one) - 1] for one in re.findall(r"\d+", text) if 0 < int(one) <= len(offers)]
    for one in filter(None, chosen):
        plan = plan if one in plan.of(part.id) else care.advance(plan, one)
    return plan if any(chosen) else None


def _labelled(ctx: BotContext, plan: Plan, text: str) -> str:
    """What a tap on the button with these words would say, in either language."""
    profile, languages = ctx.person.profile, ctx.services.library.sentences.languages
    shown, *others = (_screens(ctx, lang).labels(plan) for lang in dict.fromkeys((profile.lang, *languages)))
    return named(folded(text), shown, others[0] if others else {}) if len(text) <= 2 * SHORT else ""


async def _start(ctx: BotContext) -> None:
    services, now, whose = ctx.services, ctx.services.clock.now(), ctx.person.pseudonym

    def start(session: Session) -> Conversation:
        first = Plan()
        return conversations.start(
            session, services.vault, whose, FLOW, first.step, first.as_json(), now=now, lifetime=LIFETIME
        )

    await ctx.turn_to(_screen(ctx, await services.storage.write(start)))


async def _move(ctx: BotContext, found: Conversation, plan: Plan) -> None:
    services, now = ctx.services, ctx.services.clock.now()

    def move(session: Session) -> Conversation:
        kept = plan.as_json()
        return conversations.advance(
            session, services.vault, found, plan.step, kept, now=now, lifetime=LIFETIME
        )

    try:
        moved = await services.storage.write(move)
    except StaleConversation:
        moved = await _open(ctx) or found
    await ctx.turn_to(_screen(ctx, moved))


async def _finish(ctx: BotContext, found: Conversation) -> None:
    """Send, pin, forget: in this order, so that a crash in between leaves the plan twice rather than nowhere."""
    services, chat_id = ctx.services, ctx.person.chat_id
    plan = care.read(found.step, found.answers)
    sent = await services.sender.show(chat_id, _screens(ctx).written(plan))
    if not sent.arrived:
        await ctx.turn_to(_screen(ctx, found, note="plan-not-sent"))
        return
    pinned = await services.sender.pin(chat_id, sent.message_ids[0])
    await _leave(ctx)
    await ctx.turn_to(_screens(ctx).last("plan-done" if pinned else "plan-done-unpinned"))


async def _stop(ctx: BotContext) -> None:
    await _leave(ctx)
    await ctx.turn_to(_screens(ctx).last("plan-stopped"))


async def _leave(ctx: BotContext) -> None:
    whose = ctx.person.pseudonym
    await ctx.services.storage.write(lambda s: conversations.leave(s, whose, FLOW))
    await ctx.services.storage.scrub()


async def _open(ctx: BotContext) -> Conversation | None:
    services, now, whose = ctx.services, ctx.services.clock.now(), ctx.person.pseudonym
    return await services.storage.read(lambda s: conversations.find(s, services.vault, whose, FLOW, now=now))


async def _open_again(ctx: BotContext) -> Conversation | None:
    """The part that is open; from now on words belong to it, whatever was answered in between."""
    found = await _open(ctx)
    return (await ctx.services.plan_lines.back(ctx.person) or found) if found else None


async def _listening(ctx: BotContext) -> Conversation | None:
    """Ours, when it is what this person did last and not long ago; none with storage away: the house answers then."""
    services, now, whose = ctx.services, ctx.services.clock.now(), ctx.person.pseudonym
    try:
        found = await services.storage.read(
            lambda s: conversations.latest(s, services.vault, whose, now=now), timeout=PATIENCE
        )
    except (StorageError, VaultError) as error:
        log.warning("plan not readable: %s", type(error).__name__)
        return None
    if found is None or found.flow != FLOW or now - (found.expires_at - LIFETIME) > IDLE:
        return None
    return found


def _screens(ctx: BotContext, lang: str = "") -> PlanScreens:
    services, profile = ctx.services, ctx.person.profile
    profile = replace(profile, lang=lang or profile.lang)
    return PlanScreens(services.library, services.crisis_cards, profile, services.clock.today())


def _screen(ctx: BotContext, found: Conversation, note: str = "") -> Screen:
    return _screens(ctx).step(care.read(found.step, found.answers), found.version, note)


COMMANDS = (Command("plan", begin, in_menu=False, in_help=True),)


def register(app: BotApplication) -> None:
    """/plan, its buttons, and own words typed while a part is open."""
    add_commands(app, COMMANDS)
    add_taps(app, FLOW, choose)
    app.add_handler(MessageHandler(WORDS, listen, block=True), group=TYPED_GROUP)
