"""How a feature registers itself: commands in private chats only, taps by the name of their flow."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.context import BotApplication, BotContext

Handler = Callable[[Update, BotContext], Awaitable[None]]

# Edited messages match PTB's commands and text filters too; an edited /forget must not forget a second time.
TAPS = "taps"
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE


@dataclass(frozen=True, slots=True)
class Command:
    """One command: in Telegram's menu and /help under the sentence `command-<name>`, or in one or none of them.

    `also`: other names that work, for who types them from memory or in Spanish; they are listed nowhere.
    """

    name: str
    answer: Handler
    in_menu: bool = True
    in_help: bool = False
    also: tuple[str, ...] = ()


class Feature(Protocol):
    """What every module of `bot/handlers` offers; FEATURES orders them, menu and /help derive from COMMANDS.

    A module may also have SPOKEN: meanings of spoken.toml that are no command, and who answers them.
    """

    COMMANDS: tuple[Command, ...]

    def register(self, app: BotApplication) -> None:
        """Add the handlers of this feature."""
        ...


def add_commands(app: BotApplication, commands: tuple[Command, ...]) -> None:
    """Commands answer in private chats and to new messages only."""
    for command in commands:
        names = [command.name, *command.also]
        app.add_handler(CommandHandler(names, _typed(command.answer), filters=PRIVATE))


def add_taps(app: BotApplication, flow: str, answer: Handler) -> None:
    """Taps on buttons whose data begins with `flow:`."""
    app.add_handler(CallbackQueryHandler(_typed(answer), pattern=rf"^{flow}(:|$)"))
    app.bot_data[(TAPS, flow)] = answer


def answer_to(app: BotApplication, flow: str) -> Handler | None:
    """Who answers taps of this flow: words that mean a button go there, too."""
    found: Handler | None = app.bot_data.get((TAPS, flow))
    return found


def _typed(answer: Handler) -> Any:
    # PTB's handler classes are generic over contexts in a way that mypy cannot follow through a subclass.
    return answer
