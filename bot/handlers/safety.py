"""The gate. Every update of every kind meets it before anything else, and nothing after it can take it back."""

import logging
from collections import OrderedDict
from dataclasses import replace

from telegram import Chat, Message, Update, User
from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, TypeHandler

from bot.care.people import Profile
from bot.care.risk import Action, Verdict
from bot.context import NOTHING_SAID, BotApplication, BotContext, Person
from bot.draft_words import words_in
from bot.features import Command
from bot.log import where_it_broke
from bot.screens import Button, Screen
from bot.words_of import words_of

log = logging.getLogger("statuscheck.safety")

COMMANDS: tuple[Command, ...] = ()
GROUP = -10
SHARED = frozenset({ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL})
PUBLIC_PAUSE = 600.0  # seconds between two "message me privately" in one group
GROUPS = 5_000


class Gate:
    """One for the application; remembers only in which groups it spoke last, and when."""

    def __init__(self) -> None:
        self._spoke: OrderedDict[int, float] = OrderedDict()

    async def meet(self, update: Update, ctx: BotContext) -> None:
        """Screen what was said. Stops everything after it when a card, a question or silence is the answer."""
        try:
            passes = await self._meet(update, ctx)
        except Exception as error:  # noqa: BLE001  # whatever breaks here, a person sees a number
            log.error("gate: %s", where_it_broke(error))  # noqa: TRY400  # the traceback would quote the message
            await _floor(update, ctx)
            raise ApplicationHandlerStop from None
        if not passes:
            raise ApplicationHandlerStop

    async def _meet(self, update: Update, ctx: BotContext) -> bool:
        chat, user = update.effective_chat, update.effective_user
        verdict = _worst(ctx, words_of(update), user.language_code if user else None)
        if chat is None or user is None:
            return False
        if chat.type in SHARED:
            await self._in_public(chat, update, ctx, verdict)
            if update.my_chat_member is None:
                return False
            # Who added or removed the bot there: answered in private, if at all.
            await _know(ctx, user, user.id)
            return True
        services = ctx.services
        if update.message is not None:
            services.sender.note(chat.id, update.message.message_id)
        await _know(ctx, user, chat.id)
        ctx.verdict = verdict
        if update.message is not None and update.message.text:
            said = services.library.companions.said_countries.of(update.message.text)
            services.crisis_desk.name_country(ctx.person, said)
        return await _answer(update, ctx, verdict)

    async def _in_public(self, chat: Chat, update: Update, ctx: BotContext, verdict: Verdict) -> None:
        # Nothing about a person in front of others; only the way to a private chat, and only when spoken to or needed.
        message = update.message
        if chat.type == ChatType.CHANNEL or message is None or not _is_for_us(message, ctx, verdict):
            return
        if not self._may_speak(chat.id, ctx.services.clock.monotonic()):
            return
        library = ctx.services.library
        lang = library.sentences.speaks(message.from_user.language_code if message.from_user else None)
        way = Button(library.text("group-private-open", lang), url=f"https://t.me/{ctx.bot.username}")
        screen = Screen(library.text("group-private", lang), ((way,),), key="group-private")
        await ctx.services.sender.show(chat.id, screen)

    def _may_speak(self, chat_id: int, now: float) -> bool:
        if now - self._spoke.get(chat_id, float("-inf")) < PUBLIC_PAUSE:
            return False
        self._spoke[chat_id] = now
        self._spoke.move_to_end(chat_id)
        while len(self._spoke) > GROUPS:
            self._spoke.popitem(last=False)
        return True


async def _know(ctx: BotContext, user: User, chat_id: int) -> None:
    pseudonym = ctx.services.vault.pseudonym(user.id)
    profile = await ctx.services.profiles.of(pseudonym, user.language_code)
    ctx.person = Person(chat_id, pseudonym, profile)


def _worst(ctx: BotContext, words: list[str], language_code: str | None) -> Verdict:
    screen = ctx.services.library.risk.screen
    verdicts = [screen(text, language_code) for text in words]
    order = list(Action)
    return min(verdicts, key=lambda verdict: order.index(verdict.action), default=NOTHING_SAID)


async def _answer(update: Update, ctx: BotContext, verdict: Verdict) -> bool:
    heard = verdict.action not in (Action.PASS, Action.SUPPORT) or verdict.topic == "bereaved"
    if heard and await _is_a_draft(update, ctx, verdict):
        return False
    if verdict.action is Action.CRISIS:
        await _meet_danger(ctx, verdict.topic)
    elif verdict.action is Action.CONCERN:
        await _meet_danger(ctx, "someone_else")
    elif verdict.topic == "bereaved":  # grief is met before it is asked about; its first step asks
        await _meet_danger(ctx, "bereaved")
    elif verdict.action is Action.ASK:
        written = ctx.services.plan_lines.is_written(ctx.person.chat_id)
        await _ask(update, ctx, verdict.topic)
        if written and update.message is not None:
            await ctx.services.plan_lines.keep(ctx.person, update.message.text or "")
    else:
        return True
    return False


async def _is_a_draft(update: Update, ctx: BotContext, verdict: Verdict) -> bool:
    """Words a coordinator writes for others are asked about, never waved through; a plain danger shows numbers, too."""
    if update.message is None:
        return False
    services, topic = ctx.services, "someone_else" if verdict.action is Action.CONCERN else verdict.topic
    numbers: list[str] = []
    if verdict.action is Action.CRISIS:
        shown = ("lines", "emergency")
        ways = services.crisis_cards.ways(shown, ctx.person.profile, services.clock.today(), {})
        numbers = [way.line for way in ways]
    words = words_in(update.message)
    screen = await services.broadcast_desk.asked_about(ctx.person, words, topic, numbers)
    if screen is None:
        return False
    await services.sender.crisis(ctx.person.chat_id, screen)
    return True


async def _meet_danger(ctx: BotContext, topic: str) -> None:
    services = ctx.services
    message = ctx.came.message
    said = (message.text or "") if message is not None else ""
    card, *steps = await services.crisis_desk.meet(ctx.person, topic, said)
    there = services.crisis_desk.named_there(ctx.person)
    card = replace(card, text=f"{card.text}\n\n{there}") if there else card
    for screen in (card.with_rows(*_rows(ctx, "card")), *steps):
        await services.sender.crisis(ctx.person.chat_id, screen)
    await ctx.stop_spinner()


async def _ask(update: Update, ctx: BotContext, topic: str) -> None:
    desk = ctx.services.crisis_desk
    # "Leave me alone", typed to us in the middle of the protocol, is an answer before it is a sign.
    said = (update.message.text or "") if update.message else ""
    *before, asked = await desk.replied(ctx.person, said) or (await desk.ask(ctx.person, topic, said),)
    for screen in (*before, asked.with_rows(*_rows(ctx, "step"))):
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)


def _rows(ctx: BotContext, then: str) -> list[tuple[Button, ...]]:
    try:
        return ctx.rows_by_words(then)
    except Exception as error:  # noqa: BLE001  # a button more is not worth a card
        log.error("rows: %s", where_it_broke(error))  # noqa: TRY400  # as above
        return []


def _is_for_us(message: Message, ctx: BotContext, verdict: Verdict) -> bool:
    text, name = (message.text or message.caption or "").lower(), f"@{ctx.bot.username}".lower()
    command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    to_us = name in text or (command and "@" not in command)
    return bool(to_us) or verdict.action not in (Action.PASS, Action.SUPPORT)


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
    await services.sender.crisis(chat.id, card)


def register(app: BotApplication) -> None:
    """Alone in its group, and blocking: only then does its stop reach the other groups."""
    app.add_handler(TypeHandler(Update, Gate().meet, block=True), group=GROUP)
