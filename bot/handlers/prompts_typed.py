"""A time or a rota typed while the set-up of short practices is on the screen; none of it is searched for."""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.care.typed import SHORT, folded
from bot.care.typed_times import DAY, minute_of, span_of
from bot.context import BotApplication, BotContext
from bot.crisis_hearing import HEARD
from bot.delivery.on_screen import Shown
from bot.features import PRIVATE, Command, answer_to
from bot.prompt_home import clock_words, show_home
from bot.screens import Screen, pack, unpack
from bot.services import Services

COMMANDS: tuple[Command, ...] = ()
TYPED_GROUP = -1  # with the city, after the protocol, "my plan" and the check-in
WINDOW, ROTA, HOURS = "prompts-window-ask", "rota-ask", "rota-hours-ask"
SET_UP = frozenset(
    {
        WINDOW,
        ROTA,
        HOURS,
        "rota-kind-ask",
        "rota-off-ask",
        "rota-today-ask",
        "rota-own-ask",
        "prompts-pace-ask",
    }
)
LEAVES = frozenset({"stop", "back", "no", "done"})  # moves.toml
LONG = 120  # minutes in which a practice may come after a time somebody named
HINTS = {WINDOW: "prompts-typed-window", ROTA: "prompts-typed-rota"}
IN_A_ROW = 2


class InSetUp(filters.MessageFilter):
    """Short messages while one of these screens was shown last."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        """Whether this is one."""
        shown = self._services.sender.on_screen.now(message.chat_id)
        return bool(message.text and len(message.text) <= SHORT and shown and shown.key in SET_UP)


async def typed(update: Update, ctx: BotContext) -> None:
    """What was meant, the way out, or which words are understood here. A question or a feature goes on to the house."""
    text = (update.message.text or "") if update.message else ""
    library, shown = ctx.services.library, ctx.services.sender.on_screen.now(ctx.person.chat_id)
    data = _meant(ctx, shown, text) if shown else ""
    if data:
        await _press(update, ctx, data)
    elif LEAVES & set(library.companions.moves.meant(text)):
        await show_home(ctx)
    elif library.typed.asks(text) or library.companions.spoken.meant(text) not in ("", *HEARD) or not shown:
        return
    else:
        await ctx.show(_again(ctx, shown))
    raise ApplicationHandlerStop


def _meant(ctx: BotContext, shown: Shown, text: str) -> str:
    moves, said = ctx.services.library.companions.moves, folded(text)
    if shown.key == WINDOW:
        return _window(shown, text, moves.times.get(said, ""))
    if shown.key == ROTA and said in moves.rota:
        step, _, choice = moves.rota[said].partition(":")
        return pack("rota", step, choice)
    if shown.key == HOURS and (span := span_of(text)):
        label = "–".join(map(clock_words, span))
        return next((one.data or "" for one in shown.buttons if one.label.endswith(label)), "")
    return ""


def _window(shown: Shown, text: str, named: str) -> str:
    """The data of the first button, with these hours instead of its own: what it is for travels in it."""
    span, minute = span_of(text), minute_of(text)
    if named:
        start, end = map(int, named.split("-"))
    elif span and span[1] - span[0] >= DAY // 24:
        start, end = span
    elif minute is not None:
        start, end = min(minute, DAY - LONG), min(minute + LONG, DAY)
    else:
        return ""
    first = next((tap for one in shown.buttons if one.data and (tap := unpack(one.data))), None)
    return pack(first.flow, first.step, f"{start}-{end}~{first.choice.partition('~')[2]}") if first else ""


def _again(ctx: BotContext, shown: Shown) -> Screen:
    hint = "\n\n".join([ctx.say(HINTS.get(shown.key, "prompts-typed-tap")), ctx.say("prompts-typed-leave")])
    buttons = [one for one in shown.buttons if one.data]
    rows = (tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))
    return Screen(hint, tuple(rows), key=shown.key)


async def _press(update: Update, ctx: BotContext, data: str) -> None:
    ctx.tap = unpack(data)
    answer = answer_to(ctx.application, ctx.tap.flow) if ctx.tap else None  # type: ignore[arg-type]  # ours
    if answer is not None:
        await answer(update, ctx)


def register(app: BotApplication) -> None:
    """Before the city of the set-up, and the search."""
    words = PRIVATE & filters.TEXT & ~filters.COMMAND & InSetUp(app.services)
    app.add_handler(MessageHandler(words, typed, block=True), group=TYPED_GROUP)
