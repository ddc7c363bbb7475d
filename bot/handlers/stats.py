"""/stats: ranges of quarters that are over, for coordinators; and the one anonymous question, for who got the tip."""

from datetime import date

from sqlmodel import Session
from telegram import Update

from bot.care.anonymity import Band
from bot.care.roles import Permission, may
from bot.care.statistics import HIDDEN, Counted, Quarter, share_stayed, shown
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.library import Library
from bot.menu import back
from bot.screens import Screen
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


def told(library: Library, lang: str, department: str, quarters: tuple[Quarter, ...]) -> str:
    """What a coordinator reads of one department."""
    parts = [library.text("stats-head", lang, department=department)]
    parts += [_quarter(library, lang, one) for one in quarters]
    return "\n\n".join(parts if quarters else [*parts, library.text("stats-none", lang)])


def _quarter(library: Library, lang: str, one: Quarter) -> str:
    def say(key: str, **values: object) -> str:
        return library.text(key, lang, **values)

    number = (one.begins.month - 1) // 3 + 1
    name = say("stats-quarter-name", year=str(one.begins.year), number=number)
    lines = [say("stats-quarter", quarter=name), say("stats-tips", count=one.tips)]
    if one.joined == HIDDEN:
        return "\n".join([*lines, say("stats-small")])
    share = share_stayed(one)
    if share is not None and share[1] < 100:
        lines.append(say("stats-stayed-band", least=share[0], most=share[1]))
    elif share is not None:
        lines.append(say("stats-stayed-most", least=share[0]))
    yes, partly, no = (_words(library, lang, least) for least in one.answers)
    question = say(f"pulse-question-{one.question}")
    lines.insert(2, say("stats-joined", band=_words(library, lang, one.joined)))
    lines.append(say("stats-help", band=_words(library, lang, one.help)))
    lines.append(say("stats-question", question=question, yes=yes, partly=partly, no=no))
    return "\n".join(lines)


def _words(library: Library, lang: str, least: int) -> str:
    band: Band | None = shown(least)
    if band is None:
        return library.text("stats-hidden", lang)
    if band.most is None:
        return library.text("stats-many", lang, most=band.least - 1)
    return library.text("stats-between", lang, least=band.least, most=band.most)


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
