"""What nobody else answered: things that cannot be read, unknown commands, buttons from another time."""

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command
from bot.menu import menu
from bot.screens import Screen

COMMANDS: tuple[Command, ...] = ()


async def unknown_command(_update: Update, ctx: BotContext) -> None:
    """A command there is not."""
    home = menu(ctx.services.library, ctx.person.profile)
    await ctx.show(Screen(ctx.say("unknown-command"), home.buttons, key="unknown-command"))


async def unread(update: Update, ctx: BotContext) -> None:
    """A voice, a picture, a sticker: says that it cannot be read, and how to reach a person."""
    key = _key(update.message) if update.message else "unread-other"
    ways = ctx.services.crisis_cards.ways(("lines",), ctx.person.profile, ctx.services.clock.today(), {})
    text = "\n\n".join([ctx.say(key), *(way.line for way in ways)])
    await ctx.show(Screen(text, menu(ctx.services.library, ctx.person.profile).buttons, key=key))


async def old_button(_update: Update, ctx: BotContext) -> None:
    """A tap that no feature knows: from an older release, or forged. Nothing happens but a fresh menu."""
    home = menu(ctx.services.library, ctx.person.profile)
    await ctx.turn_to(Screen(f"{ctx.say('old-screen')}\n\n{home.text}", home.buttons, key="old-screen"))


def _key(message: Message) -> str:
    if message.voice or message.audio or message.video_note:
        return "unread-voice"
    if message.photo or message.video or message.animation:
        return "unread-photo"
    return "unread-contact" if message.contact else "unread-other"


def register(app: BotApplication) -> None:
    """Last of the features."""
    app.add_handler(MessageHandler(PRIVATE & filters.COMMAND, unknown_command))
    app.add_handler(MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, unread))
    app.add_handler(CallbackQueryHandler(old_button))
