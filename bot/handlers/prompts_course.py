"""Eight weeks at one's own pace: read a week, start it, come back to it, leave it and it is forgotten."""

from telegram import Update

from bot.care.programme import WEEKS
from bot.care.schedule_course import Course
from bot.care.schedule_wishes import Wishes
from bot.care.wording import said
from bot.context import BotApplication, BotContext
from bot.features import Command, add_taps
from bot.prompt_home import change, outlook, show_home
from bot.prompt_screens import COURSE, week_title
from bot.screens import Button, Screen, escape, pack

COMMANDS: tuple[Command, ...] = ()


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    number, _, page = choice.partition("~")
    week = int(number) if number.isdecimal() and 1 <= int(number) <= WEEKS else 0
    if step == "read" and week:
        await _read(ctx, week, int(page) if page.isdecimal() else 0)
    elif step in ("again", "on") and week:
        await _move(ctx, week if step == "again" else week + 1)
    elif step == "begin":
        await _begin(ctx)
    elif step == "leave":
        await _leave(ctx)
    elif step == "worse":
        await _too_much(ctx)
    else:
        await _show(ctx)


async def _show(ctx: BotContext) -> None:
    """What it is, or where this person is in it."""
    programme, lang = ctx.services.library.programme, ctx.lang
    seen = await outlook(ctx)
    course = seen.standing.wishes.course if seen.standing else None
    if course is None:
        # Signing up asks for place and window first; whoever has those begins at once.
        start = pack(COURSE, "begin") if seen.standing else pack("wish", "begin", COURSE)
        text = "\n\n".join(
            (f"<b>{escape(said(programme.title, lang))}</b>", escape(said(programme.welcome, lang)))
        )
        rows = ((Button(ctx.say("course-begin"), start),), (_read_button(ctx, 1),), _home(ctx))
        await ctx.turn_to(Screen(text, rows, key="course-show"))
        return
    here = [ctx.say("course-here", week=course.week), week_title(ctx.services.library, lang, course.week)]
    rows = (
        (_read_button(ctx, course.week),),
        (Button(ctx.say("course-again", week=course.week), pack(COURSE, "again", str(course.week))),),
        *(
            ((Button(ctx.say("course-on"), pack(COURSE, "on", str(course.week))),),)
            if course.week < WEEKS
            else ()
        ),
        (Button(ctx.say("course-leave"), pack(COURSE, "leave")),),
        _home(ctx),
    )
    await ctx.turn_to(Screen("\n\n".join(here), rows, key="course-here"))


async def _begin(ctx: BotContext) -> None:
    standing = await change(ctx, lambda w: w.but(course=w.course or Course(), asked=False))
    await show_home(ctx, *([ctx.say("course-started")] if standing else []))


async def _move(ctx: BotContext, week: int) -> None:
    """Stay with a week or go on to the next; nobody is behind."""
    if week > WEEKS:
        await _leave(ctx)
        return
    standing = await change(ctx, lambda w: w.but(course=Course(week=week), asked=False) if w.course else w)
    if standing is None or standing.wishes.course is None:
        await _show(ctx)
        return
    row = (_read_button(ctx, week),)
    await ctx.turn_to(Screen(ctx.say("course-set", week=week), (row, _home(ctx)), key="course-set"))


async def _leave(ctx: BotContext) -> None:
    await change(ctx, _without)
    await ctx.turn_to(Screen(ctx.say("course-left"), (_home(ctx),), key="course-left"))


def _without(wishes: Wishes) -> Wishes | None:
    """Whoever asked for nothing else is no subscriber any more."""
    return wishes.but(course=None) if wishes.per_week else None


async def _read(ctx: BotContext, week: int, page: int) -> None:
    """A page of the week's unit; the caution stands before the first."""
    programme, lang = ctx.services.library.programme, ctx.lang
    unit = programme.week[week - 1].unit
    page = min(max(page, 0), len(unit) - 1)
    parts = [escape(said(unit[page], lang))]
    if page == 0:
        parts = [week_title(ctx.services.library, lang, week), escape(said(programme.caution, lang)), *parts]
    parts.append(f"<i>{ctx.say('course-page', page=page + 1, pages=len(unit))}</i>")
    turn = []
    if page:
        turn.append(Button(ctx.say("course-previous"), pack(COURSE, "read", f"{week}~{page - 1}")))
    if page + 1 < len(unit):
        turn.append(Button(ctx.say("course-next"), pack(COURSE, "read", f"{week}~{page + 1}")))
    worse = (Button(ctx.say("course-too-much"), pack(COURSE, "worse")),)
    await ctx.turn_to(Screen("\n\n".join(parts), (tuple(turn), worse, _home(ctx)), key="course-read"))


async def _too_much(ctx: BotContext) -> None:
    text = escape(said(ctx.services.library.programme.too_much, ctx.lang))
    crisis = (Button(ctx.say("menu-crisis"), pack("home", "crisis")),)
    await ctx.show(Screen(text, (crisis, _home(ctx)), key="course-too-much"))


def _read_button(ctx: BotContext, week: int) -> Button:
    return Button(ctx.say("course-read", week=week), pack(COURSE, "read", f"{week}~0"))


def _home(ctx: BotContext) -> tuple[Button, ...]:
    return (Button(ctx.say("prompts-back"), pack("prompts", "show")),)


def register(app: BotApplication) -> None:
    """Its buttons."""
    add_taps(app, COURSE, choose)
