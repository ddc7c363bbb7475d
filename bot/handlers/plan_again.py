"""My plan after the plain question that one of its lines brought: a no, and it is where it was."""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, CallbackQueryHandler, MessageHandler, filters

from bot.care import plan as care
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, answer_to
from bot.plan_screens import PlanScreens
from bot.screens import Screen, Tap
from bot.services import Services
from storage import conversations
from storage.conversations import Conversation
from storage.errors import StorageError
from storage.vault import VaultError

COMMANDS: tuple[Command, ...] = ()
ANSWERED_GROUP = -7  # before the crisis protocol takes a typed no; a tap of no is looked at after it
AFTER_GROUP = 8
PATIENCE = 1.0  # seconds words may wait for storage
WORDS = PRIVATE & filters.TEXT & ~filters.COMMAND
CRISIS = "crisis"


class Refusing(filters.MessageFilter):
    """A typed no where a plan waits for the answer to the plain question."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        """Whether this is one."""
        if not message.text or not self._services.plan_lines.waits(message.chat_id):
            return False
        return self._services.library.typed.meaning(message.text, "") == "no"


async def said_no(update: Update, ctx: BotContext) -> None:
    """A typed no to the plain question about a line: the protocol answers it, then the plan is where it was."""
    services, now, whose = ctx.services, ctx.services.clock.now(), ctx.person.pseudonym
    flow, protocol = services.library.flows[CRISIS], answer_to(ctx.application, CRISIS)  # type: ignore[arg-type]  # ours
    try:
        found = await services.storage.read(
            lambda s: conversations.latest(s, services.vault, whose, now=now), timeout=PATIENCE
        )
    except (StorageError, VaultError):
        return
    if found is None or protocol is None or found.flow != CRISIS or found.step not in flow.asks.values():
        return
    ctx.tap = Tap(CRISIS, found.step, flow.steps[found.step].no, found.version)
    await protocol(update, ctx)
    await come_back(update, ctx)
    raise ApplicationHandlerStop


async def come_back(_update: Update, ctx: BotContext) -> None:
    """After a no to the plain question that one of its lines brought."""
    tap, flow = ctx.tap, ctx.services.library.flows[CRISIS]
    step = flow.steps.get(tap.step) if tap and tap.step in flow.asks.values() else None
    if tap is None or step is None or tap.choice != step.no or not step.no:
        return
    if not ctx.services.plan_lines.waits(ctx.person.chat_id):
        return
    found = await ctx.services.plan_lines.back(ctx.person)
    if found is not None:
        await ctx.services.sender.show(ctx.person.chat_id, _screen(ctx, found))


def _screen(ctx: BotContext, found: Conversation) -> Screen:
    services = ctx.services
    screens = PlanScreens(services.library, services.crisis_cards, ctx.person.profile, services.clock.today())
    return screens.step(care.read(found.step, found.answers), found.version, "plan-again")


def register(app: BotApplication) -> None:
    """A typed no, and a tap of it."""
    app.add_handler(MessageHandler(WORDS & Refusing(app.services), said_no, block=True), group=ANSWERED_GROUP)
    app.add_handler(CallbackQueryHandler(come_back, pattern=rf"^{CRISIS}:"), group=AFTER_GROUP)
