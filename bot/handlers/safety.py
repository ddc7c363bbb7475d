"""The gate. Every update of every kind meets it before anything else, and nothing after it can take it back."""

import logging

from telegram import Chat, Update
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, TypeHandler

from bot.care.people import Profile
from bot.care.risk import Action, Verdict
from bot.context import NOTHING_SAID, BotApplication, BotContext, Person
from bot.delivery.lanes import Lane
from bot.features import Command
from bot.log import where_it_broke
from bot.screens import Screen
from bot.words_of import words_of

log = logging.getLogger("statuscheck.safety")

COMMANDS: tuple[Command, ...] = ()
GROUP = -10
SHARED = frozenset({ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL})


async def meet(update: Update, ctx: BotContext) -> None:
    """Screen what was said. Stops everything after it when a card, a question or silence is the answer."""
    try:
        passes = await _meet(update, ctx)
    except Exception as error:  # noqa: BLE001  # whatever breaks here, a person sees a number
        log.error("gate: %s", where_it_broke(error))  # noqa: TRY400  # the traceback would quote the message
        await _floor(update, ctx)
        raise ApplicationHandlerStop from None
    if not passes:
        raise ApplicationHandlerStop


async def _meet(update: Update, ctx: BotContext) -> bool:
    chat, user = update.effective_chat, update.effective_user
    words = words_of(update)
    verdict = _worst(ctx, words, user.language_code if user else None)
    if chat is None or user is None:
        return False
    if chat.type in SHARED:
        await _in_public(chat, update, ctx, verdict)
        return False
    services = ctx.services
    pseudonym = services.vault.pseudonym(user.id)
    profile = await services.profiles.of(pseudonym, user.language_code)
    ctx.person, ctx.verdict = Person(chat.id, pseudonym, profile), verdict
    return await _answer(ctx, verdict)


def _worst(ctx: BotContext, words: list[str], language_code: str | None) -> Verdict:
    screen = ctx.services.library.risk.screen
    verdicts = [screen(text, language_code) for text in words]
    order = list(Action)
    return min(verdicts, key=lambda verdict: order.index(verdict.action), default=NOTHING_SAID)


async def _answer(ctx: BotContext, verdict: Verdict) -> bool:
    if verdict.action is Action.CRISIS:
        await _card(ctx, verdict.topic)
    elif verdict.action is Action.CONCERN:
        await _card(ctx, "someone_else")
    elif verdict.action is Action.ASK:
        await _ask(ctx)
    elif verdict.action is Action.SUPPORT and verdict.topic == "bereaved":
        await _card(ctx, "bereaved")
    else:
        return True
    return False


async def _card(ctx: BotContext, topic: str) -> None:
    desk, sender, chat_id = ctx.services.crisis_desk, ctx.services.sender, ctx.person.chat_id
    card = desk.card(ctx.person, topic)
    await sender.crisis(chat_id, card or Screen(ctx.say("crisis-card-again"), key="crisis-card-again"))
    await sender.crisis(chat_id, await desk.begin(ctx.person, topic, carded=card is not None))
    await ctx.stop_spinner()


async def _ask(ctx: BotContext) -> None:
    screen = await ctx.services.crisis_desk.ask(ctx.person)
    await ctx.services.sender.crisis(ctx.person.chat_id, screen)


async def _in_public(chat: Chat, update: Update, ctx: BotContext, verdict: Verdict) -> None:
    # Nothing about a person in front of others; only the way to a private chat, and only when spoken to or needed.
    message = update.message
    if chat.type == ChatType.CHANNEL or message is None:
        return
    text = message.text or message.caption or ""
    to_us = text.startswith("/") or f"@{ctx.bot.username}".lower() in text.lower()
    if to_us or verdict.action not in (Action.PASS, Action.SUPPORT):
        lang = ctx.services.library.sentences.speaks(
            message.from_user.language_code if message.from_user else None
        )
        await ctx.services.sender.show(chat.id, Screen(ctx.services.library.text("group-private", lang)))


async def _floor(update: Update, ctx: BotContext) -> None:
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type in SHARED:
        return
    library, services = ctx.services.library, ctx.services
    lang = library.sentences.speaks(user.language_code if user else None)
    profile = Profile(lang=lang, country=services.settings.default_country)
    try:
        card = services.crisis_cards.card(profile, "", services.clock.today())
    except Exception as error:  # noqa: BLE001  # the last net: plain words from memory
        log.error("card: %s", where_it_broke(error))  # noqa: TRY400  # as above
        card = Screen(library.text("crisis-card-floor", lang), key="crisis-card-floor")
    await services.sender.show(chat.id, card, lane=Lane.CRISIS)


def register(app: BotApplication) -> None:
    """Alone in its group, and blocking: only then does its stop reach the other groups."""
    app.add_handler(TypeHandler(Update, meet, block=True), group=GROUP)
