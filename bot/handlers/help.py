"""/help: what can be done, from the same list as Telegram's menu."""

from telegram import Update

from bot import handlers
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands
from bot.screens import Screen


async def tell(_update: Update, ctx: BotContext) -> None:
    """Every command in one line, and where to turn in danger."""
    lines = [
        ctx.say("help-line", command=command.name, says=ctx.say(f"command-{command.name}"))
        for command in handlers.commands()
        if command.in_menu or command.in_help
    ]
    text = "\n".join([ctx.say("help-intro"), "", *lines, "", ctx.say("help-outro")])
    await ctx.show(Screen(text, key="help"))


COMMANDS = (Command("help", tell, also=("ayuda", "commands", "comandos")),)


def register(app: BotApplication) -> None:
    """/help."""
    add_commands(app, COMMANDS)
