"""Words that mean a button of the screen somebody has before them: its label, its place in a list, "more", "back"."""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.care.moves import Moves
from bot.care.spoken import COUNTRY
from bot.care.typed import SHORT, folded
from bot.context import BotApplication, BotContext
from bot.delivery.on_screen import FROM_A_LIST, Shown
from bot.features import PRIVATE, Command, answer_to
from bot.screens import Screen, pack, unpack
from bot.services import Services

COMMANDS: tuple[Command, ...] = ()
TYPED_GROUP = -3  # with "my plan", and before it: after the crisis protocol, before what else hears words
WORDS = PRIVATE & filters.TEXT & ~filters.COMMAND
BACK = "back"


class Meant(filters.MessageFilter):
    """Messages that mean a button, or the list before, on the screen shown last in their chat."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        """Whether this is one."""
        return bool(message.text and meant(self._services, message.chat_id, message.text))


class NamesATool(filters.MessageFilter):
    """Messages that name a tool of /calm."""

    def __init__(self, moves: Moves) -> None:
        super().__init__()
        self._moves = moves

    def filter(self, message: Message) -> bool:
        """Whether this is one."""
        return bool(message.text and self._moves.tool(message.text))


def meant(services: Services, chat_id: int, text: str) -> str | Screen:
    """Data of the button these words mean, or the list to show again; "" for anything else."""
    shown = services.sender.on_screen.now(chat_id)
    if shown is None or len(text) > SHORT:
        return ""
    moves, said = services.library.companions.moves, folded(text)
    for button in shown.buttons:
        if button.data and folded(button.label) == said:
            return button.data
    if (place := moves.place(text)) is not None:
        return _placed(shown, place)
    for move in moves.meant(text):
        if move in shown.meant:
            return shown.meant[move]
        if move == BACK and shown.listing is not None:
            return shown.listing
    named = services.library.companions.spoken.meant(text)
    if named.startswith(f"{COUNTRY}:"):
        return shown.meant.get(named, shown.meant.get(f"{COUNTRY}:", ""))
    return ""


async def press(update: Update, ctx: BotContext) -> None:
    """As if it had been tapped; what follows is a new message."""
    text = (update.message.text or "") if update.message else ""
    found = meant(ctx.services, ctx.person.chat_id, text)
    if isinstance(found, Screen):
        await ctx.show(found)
    elif not await _pressed(update, ctx, found):
        return
    raise ApplicationHandlerStop


async def open_tool(update: Update, ctx: BotContext) -> None:
    """A tool of /calm, by its name."""
    text = (update.message.text or "") if update.message else ""
    tool = ctx.services.library.companions.moves.tool(text)
    await _pressed(update, ctx, pack("calm", "tool", tool))


async def _pressed(update: Update, ctx: BotContext, data: str) -> bool:
    tap = unpack(data)
    answer = answer_to(ctx.application, tap.flow) if tap else None  # type: ignore[arg-type]  # ours is BotApplication
    if tap is None or answer is None:
        return False
    ctx.tap = tap
    await answer(update, ctx)
    return True


def _placed(shown: Shown, place: int) -> str:
    """The button with this number, in the list before where this is a card of it, or the one at this place."""
    listed = [button for row in shown.listing.buttons for button in row] if shown.listing else []
    for button in (*shown.buttons, *listed):
        if button.label == str(place):
            return button.data or ""
    if shown.key in FROM_A_LIST or any(one.isdecimal() for button in shown.buttons for one in button.label):
        return ""
    return (shown.buttons[place - 1].data or "") if place <= len(shown.buttons) else ""


def register(app: BotApplication) -> None:
    """Before every feature that takes plain words."""
    app.add_handler(MessageHandler(WORDS & Meant(app.services), press, block=True), group=TYPED_GROUP)
    tool = NamesATool(app.services.library.companions.moves)
    app.add_handler(MessageHandler(WORDS & tool, open_tool))
