"""How somebody's prompts stand, as the screen /prompts opens, and the one way in which handlers change them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from sqlmodel import Session

from bot.care.people import Profile
from bot.care.schedule_wishes import ANY_TIME, Mode, Wishes
from bot.care.shift_patterns import Duty
from bot.context import BotContext
from bot.library import Library
from bot.menu import back
from bot.screens import Button, Screen, pack
from storage import members, subscriptions
from storage.subscriptions import Standing

A_DAY = timedelta(days=1)
DUTIES = {Duty.DAY: "prompts-duty-day", Duty.NIGHT: "prompts-duty-night", Duty.OFF: "prompts-duty-off"}


@dataclass(frozen=True, slots=True)
class Outlook:
    """One person's prompts (None: not on), their time zone ("": not known), and until when nothing is sent unasked."""

    standing: Standing | None = None
    zone: str = ""
    quiet_until: datetime | None = None


async def outlook(ctx: BotContext) -> Outlook:
    """As storage has it now."""
    vault, pseudonym = ctx.services.vault, ctx.person.pseudonym

    def read(session: Session) -> Outlook:
        member = members.find(session, pseudonym)
        if member is None:
            return Outlook()
        found = subscriptions.find(session, vault, pseudonym)
        return Outlook(found, member.timezone or "", member.quiet_until)

    return await ctx.services.storage.read(read)


async def change(ctx: BotContext, changed: Callable[[Wishes], Wishes | None]) -> Standing | None:
    """Other wishes from now on. None when prompts are not on, or were ended by it."""
    services, pseudonym, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()

    def write(session: Session) -> Standing | None:
        members.see(session, pseudonym, today=now.date())  # before planning: whoever taps is no longer away
        return subscriptions.change(session, services.vault, pseudonym, changed, now=now)

    return await services.storage.write(write)


async def show_home(ctx: BotContext, *before: str) -> None:
    """How it stands now, after `before`; what prompts are, for who has none."""
    library, profile, now = ctx.services.library, ctx.person.profile, ctx.services.clock.now()
    seen = await outlook(ctx)
    screen = home(library, profile, seen, now) if seen.standing else intro(library, profile)
    await ctx.turn_to(replace(screen, text="\n\n".join((*before, screen.text))))


def intro(library: Library, profile: Profile) -> Screen:
    """What they are and what is kept, before anything is."""
    rows = tuple(
        (Button(library.text(key, profile.lang), data),)
        for key, data in (
            ("prompts-begin", pack("wish", "begin")),
            ("prompts-show-one", pack("prompts", "one")),
            ("prompts-eight-weeks", pack("course", "show")),
        )
    )
    begin = rows[0][0].data or ""
    return Screen(
        library.text("prompts-intro", profile.lang),
        (*rows, back(library, profile)),
        key="prompts-intro",
        meant={"yes": begin, "go_on": begin, "next": begin, "no": pack("home", "show")},
    )


def home(library: Library, profile: Profile, seen: Outlook, now: datetime) -> Screen:
    """What is on and when the next one comes; everything can be changed from here."""
    assert seen.standing is not None  # noqa: S101  else `intro`
    wishes, lang = seen.standing.wishes, profile.lang
    paused = wishes.asked or (wishes.snoozed_until is not None and wishes.snoozed_until - now > A_DAY)
    place = [("prompts-set-place", pack("wish", "place"))]
    if wishes.shifts:
        duty = ("prompts-set-duty-off", "no") if wishes.on_duty else ("prompts-set-duty-on", "yes")
        place.append((duty[0], pack("wish", "duty", duty[1])))
    rows = (
        (("prompts-hard-day", pack("prompts", "hard")), ("prompts-show-one", pack("prompts", "one"))),
        (("prompts-set-window", pack("wish", "window")), ("prompts-set-shifts", pack("rota", "show"))),
        (("prompts-set-pace", pack("wish", "pace")), ("prompts-set-topics", pack("wish", "topics"))),
        place,
        (("prompts-eight-weeks", pack("course", "show")),),
        (
            ("prompts-resume", pack("prompts", "resume"))
            if paused
            else ("prompts-pause", pack("prompts", "later")),
            ("prompts-stop", pack("prompts", "stop")),
        ),
    )
    buttons = tuple(tuple(Button(library.text(key, lang), data) for key, data in row) for row in rows)
    text = "\n".join(_state(library, lang, seen.standing, seen.zone, now))
    if seen.quiet_until is not None and now < seen.quiet_until:
        text = f"{text}\n\n{library.text('prompts-quiet', lang)}"
    return Screen(text, (*buttons, back(library, profile)), key="prompts-home")


def spoken_day(moment: datetime, zone: str, lang: str) -> str:
    """The day there, "Thu 26 Nov": not the minute, which is nobody's to wait for."""
    return str(format_date(_there(moment, zone), "EEE d MMM", locale=lang))


def clock_words(minute: int) -> str:
    """ "18:00"."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _state(library: Library, lang: str, standing: Standing, zone: str, now: datetime) -> list[str]:
    wishes = standing.wishes
    lines = [library.text("prompts-state-paused" if wishes.asked else "prompts-on", lang)]
    lines += _when(library, lang, wishes, zone)
    if wishes.shifts:
        today = library.text(DUTIES[wishes.shifts.duty(_there(now, zone))], lang)
        lines.append(library.text("prompts-state-shifts", lang, today=today))
        if wishes.on_duty:
            lines.append(library.text("prompts-state-on-duty", lang))
    else:
        lines.append(library.text("prompts-state-no-shifts", lang))
    return lines + _next(library, lang, standing, zone)


def _when(library: Library, lang: str, wishes: Wishes, zone: str) -> list[str]:
    lines = []
    if wishes.course:
        key = "prompts-state-course-waits" if wishes.course.waits else "prompts-state-course"
        lines.append(library.text(key, lang, week=wishes.course.week))
    if wishes.mode is Mode.HARD_DAYS and not wishes.course_runs:
        lines.append(library.text("prompts-state-hard", lang))
    elif wishes.per_week and not wishes.course_runs:
        lines.append(library.text("prompts-state-weekly", lang, count=wishes.per_week))
    place = library.companions.places.name(zone, lang)
    if wishes.window == ANY_TIME:
        return [*lines, library.text("prompts-state-any-time", lang, place=place)]
    window = {"from": clock_words(wishes.window.start), "to": clock_words(wishes.window.end)}
    return [*lines, library.text("prompts-state-window", lang, place=place, **window)]


def _next(library: Library, lang: str, standing: Standing, zone: str) -> list[str]:
    wishes = standing.wishes
    if standing.due_at is not None:
        return [library.text("prompts-state-next", lang, day=spoken_day(standing.due_at, zone, lang))]
    waiting = wishes.resting or (wishes.mode is Mode.HARD_DAYS and not wishes.course_runs)
    return [] if waiting else [library.text("prompts-state-never", lang)]


def _there(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
