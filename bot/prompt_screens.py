"""What is sent to those who asked for prompts: a practice, a day of the eight weeks, or "still want these?"."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.care.people import Audience, Profile
from bot.care.practices import Moment, Practice, Reader, Theme, choose
from bot.care.schedule import Turn
from bot.care.schedule_course import Course, Part, Step, step
from bot.care.schedule_moment import moment_of
from bot.care.schedule_wishes import Subscription, Wishes
from bot.care.wording import said
from bot.delivery.prompts import Worded
from bot.library import Library
from bot.screens import Button, Screen, escape, pack
from storage.subscriptions import Claimed

PROMPTS = "prompts"
COURSE = "course"


def word(library: Library, claimed: Claimed, now: datetime) -> Worded:
    """The words for a prompt that is due."""
    subscription, profile = claimed.subscription, claimed.member.profile
    wishes = subscription.wishes
    if claimed.turn is Turn.ASK:
        return Worded(still_wanted(library, profile.lang), lambda w: w.but(asked=True, last_at=now))
    if wishes.course is not None and wishes.course_runs:
        return _word_course(library, profile, wishes.course, subscription, now)
    practice = practice_for(library, profile, subscription, now)
    if practice is None:
        return Worded(None, lambda w: w.after_prompt(now))
    return Worded(practice_screen(library, profile.lang, practice), lambda w: w.after_prompt(now, practice))


def practice_for(
    library: Library,
    profile: Profile,
    subscription: Subscription,
    now: datetime,
    *,
    moment: Moment | None = None,
    lot: str = "",
) -> Practice | None:
    """The next practice for this person, the same all day unless `lot` draws anew.

    None when they have met all that fit in the last 60 days.
    """
    wishes, local = subscription.wishes, now.astimezone(ZoneInfo(subscription.timezone))
    themes = [theme for theme in Theme if wishes.wants(theme)]
    if not themes:
        return None
    return choose(
        library.practices,
        audience=reader_of(profile, wishes),
        themes=themes,
        moment=moment or moment_of(wishes, local),
        seen=wishes.met(now.date()),
        hard_day=wishes.is_hard(now),
        key=f"{subscription.key} {lot or local.date()}",
    )


def reader_of(profile: Profile, wishes: Wishes | None) -> Reader:
    """For whom practices are written that this person gets."""
    if wishes is not None and wishes.reader is not None:
        return wishes.reader
    return Reader.FAMILY if profile.audience is Audience.FAMILY else Reader.OFFICER


def practice_screen(library: Library, lang: str, practice: Practice) -> Screen:
    """A practice with its four answers: done, not now, not for me, stop."""
    rows = (
        (
            Button(library.text("prompts-did", lang), pack(PROMPTS, "did", practice.id)),
            Button(library.text("prompts-later", lang), pack(PROMPTS, "later", practice.id)),
        ),
        (
            Button(library.text("prompts-refuse", lang), pack(PROMPTS, "refuse", practice.id)),
            Button(library.text("prompts-stop", lang), pack(PROMPTS, "stop")),
        ),
    )
    return Screen(escape(practice.said(lang)), rows, key="prompt")


def still_wanted(library: Library, lang: str) -> Screen:
    """Asked once after 30 days without a sign."""
    rows = (
        (Button(library.text("prompts-still-yes", lang), pack(PROMPTS, "resume")),),
        (Button(library.text("prompts-still-no", lang), pack(PROMPTS, "stop")),),
    )
    return Screen(library.text("prompts-still", lang), rows, key="prompts-still")


def course_screen(library: Library, lang: str, today: Step) -> Screen:
    """A day of the eight weeks."""
    if today.part is Part.MISSED:
        return _missed(library, lang, today.week)
    if today.part is Part.END:
        return _ending(library, lang)
    read, ways, stop = _course_rows(library, lang, today.week)
    nudge = escape(library.programme.nudge(today.week, today.day, lang))
    if today.part is Part.NUDGE:
        return Screen(nudge, (ways, read, stop), key="course-nudge")
    parts = [week_title(library, lang, today.week), nudge]
    if today.week > 1:
        parts.insert(0, escape(said(library.programme.week[today.week - 2].end, lang)))
    return Screen("\n\n".join(parts), (read, ways, stop), key="course-week")


def week_title(library: Library, lang: str, week: int) -> str:
    """ "Week 3: ..." in bold."""
    return library.text(
        "course-week", lang, week=week, title=said(library.programme.week[week - 1].title, lang)
    )


def _course_rows(library: Library, lang: str, week: int) -> tuple[tuple[Button, ...], ...]:
    read = (Button(library.text("course-read", lang, week=week), pack(COURSE, "read", f"{week}~0")),)
    ways = (
        Button(library.text("prompts-did", lang), pack(PROMPTS, "did")),
        Button(library.text("course-leave", lang), pack(COURSE, "leave")),
    )
    return read, ways, (Button(library.text("prompts-stop", lang), pack(PROMPTS, "stop")),)


def _missed(library: Library, lang: str, week: int) -> Screen:
    leave = (Button(library.text("course-leave", lang), pack(COURSE, "leave")),)
    rows = (
        (Button(library.text("course-on", lang), pack(COURSE, "on", str(week))),),
        (Button(library.text("course-again", lang, week=week), pack(COURSE, "again", str(week))),),
        leave,
        (Button(library.text("prompts-stop", lang), pack(PROMPTS, "stop")),),
    )
    return Screen(escape(said(library.programme.week[week - 1].missed, lang)), rows, key="course-missed")


def _ending(library: Library, lang: str) -> Screen:
    programme = library.programme
    kept = "\n".join(f"• {escape(said(words, lang))}" for words in programme.keep)
    parts = (escape(said(programme.week[-1].end, lang)), library.text("course-keep", lang), kept)
    rows = (
        (Button(library.text("course-then-prompts", lang), pack("wish", "begin")),),
        (Button(library.text("prompts-stop", lang), pack(PROMPTS, "stop")),),
    )
    return Screen("\n\n".join(parts), rows, key="course-end")


def _word_course(
    library: Library, profile: Profile, course: Course, subscription: Subscription, now: datetime
) -> Worded:
    today = now.astimezone(ZoneInfo(subscription.timezone)).date()
    next_step = step(course, today, subscription.used_on)

    def then(wishes: Wishes) -> Wishes | None:
        after = wishes.after_prompt(now)
        if wishes.course != course:  # left, or moved on by hand, while this was on its way
            return after
        after = after.but(course=next_step.then)
        return after if after.course or after.per_week else None  # the eight weeks were all they asked for

    return Worded(course_screen(library, profile.lang, next_step), then)
