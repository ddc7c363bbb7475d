"""Who can see what, everything that is kept about me, and all of it gone: in plain words and with proof."""

import asyncio
import json
import logging
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session
from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.broadcast_news import let_go
from bot.care.roles import Role
from bot.context import BotApplication, BotContext
from bot.emptying import empty_chat
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.kept_words import kept_page, receipt
from bot.menu import back
from bot.resource_cards import spoken_date
from bot.screens import Button, Screen, escape, pack
from bot.sentences import Html
from storage import broadcasts, departments, privacy
from storage.errors import StorageError
from storage.privacy import KeptRow

log = logging.getLogger("statuscheck.privacy")

PANIC_GROUP = -9  # after the gate, before whatever is open in this chat
PAGES = ("kept", "who", "phone")
LONGEST_WORD = 20  # characters of a message that may be the panic word


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows of each table, what went with the last coordinator of a department, and which messages showed tips."""

    counts: dict[str, int]
    cancelled: int
    shown: tuple[int, ...]


async def explain(_update: Update, ctx: BotContext) -> None:
    """/privacy: the short of it, and where to read on."""
    rows = [(Button(ctx.say(f"privacy-more-{page}"), pack("privacy", page)),) for page in PAGES]
    doing = tuple(
        Button(ctx.say(f"privacy-more-{what}"), pack("privacy", f"{what}-ask"))
        for what in ("export", "forget")
    )
    text = f"{ctx.say('privacy-title')}\n\n{ctx.say('privacy-short')}"
    await ctx.turn_to(
        Screen(text, (*rows, doing, back(ctx.services.library, ctx.person.profile)), key="privacy")
    )


async def export(_update: Update, ctx: BotContext) -> None:
    """/export: everything held about this person, readable, with its age and its last day."""
    rows = await _kept(ctx)
    if not rows:
        await ctx.show(Screen(ctx.say("privacy-export-none"), key="privacy-export-none"))
        return
    text = "\n\n".join([ctx.say("privacy-export-title"), *(_line(ctx, row) for row in rows)])
    as_file = (Button(ctx.say("privacy-export-button"), pack("privacy", "file")),)
    await ctx.show(Screen(text, (as_file,), key="privacy-export"))


async def ask_forget(_update: Update, ctx: BotContext) -> None:
    """/forget asks once, because it cannot be taken back."""
    rows = (
        (Button(ctx.say("privacy-forget-yes"), pack("privacy", "forget")),),
        (Button(ctx.say("privacy-forget-no"), pack("privacy", "keep")),),
    )
    # A typed yes is no yes to this (handlers/crisis.py says so): erasing takes a tap.
    meant = {move: pack("privacy", "keep") for move in ("no", "stop")}
    await ctx.turn_to(Screen(ctx.say("privacy-forget-ask"), rows, key="privacy-forget-ask", meant=meant))


async def clear(_update: Update, ctx: BotContext) -> None:
    """/clear: both sides of this chat, as far as Telegram lets a bot."""
    gone, promised = await empty_chat(ctx)
    key = "privacy-cleared" if gone else "privacy-cleared-partly"
    said = [ctx.say(key), *([ctx.say("crisis-cleared-promise")] if promised else [])]
    await ctx.show(Screen("\n\n".join(said), key=key))


async def panic(_update: Update, ctx: BotContext) -> None:
    """One word: the chat first, since somebody may be looking, then everything kept; then a screen that says nothing."""
    message = ctx.came.effective_message
    said = " ".join((message.text or "").casefold().split()) if message is not None else ""
    if said not in _panic_words(ctx):
        return
    await empty_chat(ctx)
    key = "privacy-panic-done"
    try:
        await _erase(ctx)
    except StorageError as error:
        log.warning("nothing could be erased: %s", type(error).__name__)
        key = "privacy-panic-later"
    await ctx.show(Screen(ctx.say(key), key=key))
    raise ApplicationHandlerStop


async def choose(update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step = ctx.tap.step if ctx.tap else ""
    if step == "forget":
        erased = await _erase(ctx)
        said = [receipt(ctx.services.library, ctx.lang, erased.counts)]
        said += [ctx.say("department-left-cancelled", count=erased.cancelled)] if erased.cancelled else []
        await ctx.turn_to(Screen("\n\n".join(said), key="privacy-forgotten"))
        await let_go(ctx.services, ctx.person.chat_id, erased.shown, ctx.person.profile)
    elif step == "keep":
        await ctx.turn_to(Screen(ctx.say("privacy-kept"), key="privacy-kept"))
    elif step == "export-ask":
        await export(update, ctx)
    elif step == "forget-ask":
        await ask_forget(update, ctx)
    elif step == "file":
        await _send_file(ctx)
    elif step in PAGES:
        await _page(ctx, step)
    else:
        await explain(update, ctx)


async def _page(ctx: BotContext, page: str) -> None:
    if page == "kept":
        text = kept_page(ctx.services.library, ctx.lang)
    else:
        text = ctx.say(f"privacy-{page}", word=_panic_words(ctx)[0])
    row = (Button(ctx.say("privacy-back"), pack("privacy")),)
    await ctx.turn_to(Screen(text, (row,), key=f"privacy-{page}"))


async def _kept(ctx: BotContext) -> tuple[KeptRow, ...]:
    services, now = ctx.services, ctx.services.clock.now()
    return await services.storage.read(
        lambda s: privacy.export(s, services.vault, ctx.person.pseudonym, now=now)
    )


async def _send_file(ctx: BotContext) -> None:
    held = [_as_json(row) for row in await _kept(ctx)]
    data = json.dumps({"kept": held}, ensure_ascii=False, indent=1, default=str).encode()
    sent = ctx.services.sender.document(ctx.person.chat_id, "kept.json", data, ctx.say("privacy-export-file"))
    await asyncio.gather(sent, ctx.stop_spinner())


async def _erase(ctx: BotContext) -> Erased:
    services, pseudonym, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()

    def erase(session: Session) -> Erased:
        standings = departments.standings(session, pseudonym)
        led = [one.department_id for one in standings if one.role is Role.COORDINATOR]
        shown = broadcasts.watched_by(session, pseudonym)
        counts = privacy.forget(session, pseudonym)
        cancelled = sum(broadcasts.cancel_unbegun(session, one, now=now) for one in led)
        return Erased(counts, cancelled, shown)

    erased = await services.storage.write(erase)
    services.profiles.forget(pseudonym)
    services.crisis_desk.forget(pseudonym)
    services.checkin_desk.forget(pseudonym)
    services.sender.on_screen.forget(ctx.person.chat_id)
    services.plan_lines.forget(ctx.person.chat_id)
    try:
        await asyncio.to_thread(services.vault.destroy, [pseudonym])
    except StorageError as error:  # the hourly sweep finds it
        log.warning("a key was not destroyed yet: %s", type(error).__name__)
    await services.storage.scrub()
    return erased


def _panic_words(ctx: BotContext) -> list[str]:
    """Those of this person's language first; all work."""
    languages = dict.fromkeys((ctx.lang, *ctx.services.library.sentences.languages))
    said = (ctx.services.library.text("privacy-panic-words", lang) for lang in languages)
    return [word.strip() for words in said for word in words.split(",")]


def _line(ctx: BotContext, row: KeptRow) -> str:
    shown = escape(json.dumps(_values(row), ensure_ascii=False, indent=1, default=str))
    until = (
        ctx.say("privacy-export-until", day=spoken_date(row.kept_until, ctx.lang))
        if row.kept_until
        else ctx.say("privacy-export-until-you")
    )
    value = Html(f"<pre>{shown}</pre>")
    return ctx.say(
        "privacy-export-line", what=ctx.say(row.purpose), age=row.days_old, value=value, until=until
    )


def _as_json(row: KeptRow) -> dict[str, Any]:
    return {
        "table": row.table,
        "days_old": row.days_old,
        "kept_until": row.kept_until,
        "values": _values(row),
    }


def _values(row: KeptRow) -> dict[str, Any]:
    return {key: value for key, value in row.values.items() if value is not None and key != "pseudonym"}


COMMANDS = (
    Command("privacy", explain, also=("privacidad",)),
    Command("export", export, also=("exportar",)),
    Command("forget", ask_forget, also=("olvidar", "olvidame", "delete")),
    Command("clear", clear),
)


def register(app: BotApplication) -> None:
    """/privacy, /export, /forget, /clear, their buttons, and the panic word wherever a person is."""
    add_commands(app, COMMANDS)
    add_taps(app, "privacy", choose)
    short = filters.Regex(rf"^.{{3,{LONGEST_WORD}}}$") & PRIVATE & filters.TEXT & ~filters.COMMAND
    app.add_handler(MessageHandler(short, panic, block=True), group=PANIC_GROUP)
