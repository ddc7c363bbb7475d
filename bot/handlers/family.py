"""The family's own door: their words, their help, and never a trace an officer or a department could see."""

from telegram import Update

from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.menu import back
from bot.screens import Button, Screen, pack

DOORS = (
    ("family-worried", pack("family", "worried")),
    ("family-me", pack("find", "ask")),
    ("family-kids", pack("find", "need", "kids")),
    ("family-loss", pack("find", "need", "grief")),
    ("family-home", pack("family", "home")),
)


async def open_door(_update: Update, ctx: BotContext) -> None:
    """/family: five ways in, and the promise that nobody sees it."""
    await ctx.remember(audience="family")
    rows = tuple((Button(ctx.say(key), data),) for key, data in DOORS)
    screen = Screen(ctx.say("family-door"), rows, key="family-door")
    await ctx.turn_to(screen.with_rows(back(ctx.services.library, ctx.person.profile)))


async def choose(update: Update, ctx: BotContext) -> None:
    """Worried about an officer, or not safe at home: the protocol's own paths."""
    topic = {"worried": "someone_else", "home": "violence_at_home"}.get(ctx.tap.step if ctx.tap else "")
    if topic is None:
        await open_door(update, ctx)
        return
    await ctx.stop_spinner()
    for screen in await ctx.services.crisis_desk.asked_for(ctx.person, topic):
        await ctx.services.sender.crisis(ctx.person.chat_id, screen)


COMMANDS = (Command("family", open_door, also=("familia",)),)


def register(app: BotApplication) -> None:
    """/family and its buttons."""
    add_commands(app, COMMANDS)
    add_taps(app, "family", choose)
