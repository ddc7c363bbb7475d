"""/stats: ranges of quarters that are over, for coordinators; and the one anonymous question, for who got the tip."""

from datetime import date

from sqlmodel import Session
from telegram import Update

from bot.care.roles import Permission, may
from bot.care.statistics import Counted, Quarter
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.menu import back
from bot.screens import Screen
from bot.stats_words import told
from storage import departments, pulse

Told = tuple[str, tuple[Quarter, ...]]  # a department's name and its quarters, newest first
ANSWERS = {"yes": Counted.YES, "partly": Counted.PARTLY, "no": Counted.NO}


async def show(_update: Update, ctx: BotContext) -> None:
    """/stats, and its button: the same for every coordinator, whenever they look."""
    who = ctx.person.pseudonym

    def look(session: Session) -> list[Told]:
        mine = (one for one in departments.standings(session, who) if may(one.role, Permission.SEE_STATS))
        return [(one.department, pulse.published(session, one.department_id)) for one in mine]

    found = await ctx.services.storage.read(look)
    library, lang = ctx.services.library, ctx.lang
    key = "stats-how" if found else "stats-none-yours"
    parts = [told(library, lang, *one) for one in found]
    screen = Screen("\n\n".join([*parts, ctx.say(key)]), key=key)
    await ctx.turn_to(screen.with_rows(back(library, ctx.person.profile)))


async def take_answer(_update: Update, ctx: BotContext) -> None:
    """A tap under the tip that asks. Nothing in the chat changes: whoever looks at the phone sees no answer."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    quarter, said = _day(step), ANSWERS.get(choice)
    counted = False
    if quarter is not None and said is not None:
        who, today = ctx.person.pseudonym, ctx.services.clock.today()
        counted = await ctx.services.storage.write(
            lambda session: pulse.answer(session, who, quarter, said, today=today)
        )
    await ctx.stop_spinner(ctx.say("pulse-thanks" if counted else "pulse-over"))


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


COMMANDS = (Command("stats", show, in_menu=False),)


def register(app: BotApplication) -> None:
    """/stats, its button, and the answers under a tip."""
    add_commands(app, COMMANDS)
    add_taps(app, "stats", show)
    add_taps(app, "pulse", take_answer)
