"""Who can see what, everything that is kept about me, and all of it gone: in plain words and with proof."""

import asyncio
import json
import logging

from telegram import Update

from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.menu import back
from bot.resource_cards import spoken_date
from bot.screens import Button, Screen, escape, pack
from bot.sentences import Html
from storage import privacy
from storage.errors import StorageError
from storage.privacy import KeptRow

log = logging.getLogger("statuscheck.privacy")


async def explain(_update: Update, ctx: BotContext) -> None:
    """/privacy."""
    text = f"{ctx.say('privacy-title')}\n\n{ctx.say('privacy-short')}"
    await ctx.turn_to(Screen(text, (back(ctx.services.library, ctx.person.profile),), key="privacy"))


async def export(_update: Update, ctx: BotContext) -> None:
    """/export: everything held about this person, readable, with its last day."""
    services, now = ctx.services, ctx.services.clock.now()
    rows = await services.storage.read(
        lambda s: privacy.export(s, services.vault, ctx.person.pseudonym, now=now)
    )
    if not rows:
        await ctx.show(Screen(ctx.say("privacy-export-none"), key="privacy-export-none"))
        return
    lines = [_line(ctx, row) for row in rows]
    await ctx.show(Screen("\n\n".join([ctx.say("privacy-export-title"), *lines]), key="privacy-export"))


async def ask_forget(_update: Update, ctx: BotContext) -> None:
    """/forget asks once, because it cannot be taken back."""
    rows = (
        (Button(ctx.say("privacy-forget-yes"), pack("privacy", "forget")),),
        (Button(ctx.say("privacy-forget-no"), pack("privacy", "keep")),),
    )
    await ctx.turn_to(Screen(ctx.say("privacy-forget-ask"), rows, key="privacy-forget-ask"))


async def choose(update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step = ctx.tap.step if ctx.tap else ""
    if step == "forget":
        await _forget(ctx)
    elif step == "keep":
        await ctx.turn_to(Screen(ctx.say("privacy-kept"), key="privacy-kept"))
    else:
        await explain(update, ctx)


async def _forget(ctx: BotContext) -> None:
    services, pseudonym = ctx.services, ctx.person.pseudonym
    counts = await services.storage.write(lambda s: privacy.forget(s, pseudonym))
    await _destroy_key(ctx)
    services.profiles.forget(pseudonym)
    services.crisis_desk.forget(pseudonym)
    await services.storage.scrub()
    await ctx.turn_to(
        Screen(ctx.say("privacy-forgotten", count=sum(counts.values())), key="privacy-forgotten")
    )


async def _destroy_key(ctx: BotContext) -> None:
    try:
        await asyncio.to_thread(ctx.services.vault.destroy, [ctx.person.pseudonym])
    except StorageError as error:  # the hourly sweep finds it
        log.warning("a key was not destroyed yet: %s", type(error).__name__)


def _line(ctx: BotContext, row: KeptRow) -> str:
    values = {key: value for key, value in row.values.items() if value is not None and key != "pseudonym"}
    shown = escape(json.dumps(values, ensure_ascii=False, indent=1, default=str))
    until = spoken_date(row.kept_until, ctx.lang) if row.kept_until else ctx.say("privacy-until-forgotten")
    return ctx.say(
        "privacy-export-line", what=ctx.say(row.purpose), value=Html(f"<pre>{shown}</pre>"), until=until
    )


COMMANDS = (Command("privacy", explain), Command("export", export), Command("forget", ask_forget))


def register(app: BotApplication) -> None:
    """/privacy, /export, /forget and their buttons."""
    add_commands(app, COMMANDS)
    add_taps(app, "privacy", choose)
