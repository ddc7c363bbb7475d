"""Short practices for those who ask: on and off in one tap, and the four answers that each of them carries."""

from datetime import datetime, timedelta

from sqlmodel import Session
from telegram import Update

from bot.care.practices import Moment, Practice, Theme
from bot.care.schedule import end_of_day, tomorrow
from bot.care.schedule_wishes import HARD_DAYS, Subscription, Wishes
from bot.context import BotApplication, BotContext
from bot.features import Command, add_commands, add_taps
from bot.menu import back
from bot.prompt_home import Outlook, change, outlook, show_home, spoken_day
from bot.prompt_screens import PROMPTS, practice_for
from bot.screens import Button, Screen, escape, pack
from storage import check_backs, subscriptions

PAUSES = {"week": timedelta(days=7), "month": timedelta(days=30)}


async def open_prompts(_update: Update, ctx: BotContext) -> None:
    """/prompts: what they are, or how they stand."""
    await show_home(ctx)


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap under a prompt or on their screen. Every one works for as long as its message is there."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    act = TAPS.get(step)
    if act is None:
        await show_home(ctx)
    else:
        await act(ctx, choice)


async def _did(ctx: BotContext, _choice: str) -> None:
    # Nothing is counted: that somebody was here today is all that planning asks for.
    await change(ctx, _awake)
    await ctx.stop_spinner(ctx.say("prompts-did-thanks"))


async def _later(ctx: BotContext, choice: str) -> None:
    practice, _, span = choice.partition("~")
    if span in PAUSES:
        await _pause(ctx, PAUSES[span])
    elif span and _practice(ctx, practice):
        await _again_tomorrow(ctx, practice)
    else:
        again = [("prompts-later-tomorrow", f"{practice}~day")] if practice else []
        spans = [*again, ("prompts-later-week", "~week"), ("prompts-later-month", "~month")]
        rows = tuple((Button(ctx.say(key), pack(PROMPTS, "later", value)),) for key, value in spans)
        screen = Screen(ctx.say("prompts-later-ask"), rows, key="prompts-later-ask")
        await ctx.turn_to(screen.with_rows(_home_row(ctx)))


async def _pause(ctx: BotContext, span: timedelta) -> None:
    until = ctx.services.clock.now() + span
    standing = await change(ctx, lambda w: _awake(w).but(snoozed_until=until))
    if standing is None:
        await _end(ctx, "prompts-not-on")
        return
    seen = await outlook(ctx)
    await _end(ctx, "prompts-later-set", day=spoken_day(until, seen.zone, ctx.lang))


async def _again_tomorrow(ctx: BotContext, practice: str) -> None:
    """A check-back they asked for; it takes the place of what else would have come that day."""
    seen, now = await outlook(ctx), ctx.services.clock.now()
    if seen.standing is None:
        await _end(ctx, "prompts-not-on")
        return
    due_at = tomorrow(_subscription(ctx, seen, seen.standing.wishes), now)
    whose = (ctx.services.vault, ctx.person.pseudonym)

    def plan(session: Session) -> None:
        check_backs.plan(session, *whose, ctx.person.chat_id, kind=PROMPTS, note=practice, due_at=due_at)
        nothing_else = end_of_day(due_at, seen.zone)
        subscriptions.change(session, *whose, lambda w: _awake(w).but(snoozed_until=nothing_else), now=now)

    await ctx.services.storage.write(plan)
    await _end(ctx, "prompts-later-tomorrow-set")


async def _refuse(ctx: BotContext, choice: str) -> None:
    """This one never again, at once; and on a second tap nothing about its theme."""
    practice = _practice(ctx, choice)
    if practice is None:
        await show_home(ctx)
        return
    refused = (practice.id,)
    standing = await change(ctx, lambda w: _awake(w).but(refused=tuple(dict.fromkeys(w.refused + refused))))
    if standing is None:
        await _end(ctx, "prompts-not-on")
        return
    topic = ctx.say(f"prompts-theme-{practice.theme}")
    row = (Button(ctx.say("prompts-refuse-theme", topic=topic), pack(PROMPTS, "theme", practice.theme)),)
    await ctx.turn_to(Screen(ctx.say("prompts-refused"), (row, _home_row(ctx)), key="prompts-refused"))


async def _refuse_theme(ctx: BotContext, choice: str) -> None:
    if choice in set(Theme):
        themes = {Theme(choice)}
        await change(ctx, lambda w: w.but(refused_themes=tuple(sorted({*w.refused_themes, *themes}))))
    await _end(ctx, "prompts-refused-theme")


async def _stop(ctx: BotContext, _choice: str) -> None:
    pseudonym = ctx.person.pseudonym

    def stop(session: Session) -> bool:
        check_backs.drop(session, pseudonym, kind=PROMPTS)
        return subscriptions.end(session, pseudonym)

    await ctx.services.storage.write(stop)
    await ctx.services.storage.scrub()
    await _end(ctx, "prompts-stopped")


async def _resume(ctx: BotContext, _choice: str) -> None:
    await change(ctx, lambda w: _awake(w).but(snoozed_until=None))
    await show_home(ctx)


async def _one(ctx: BotContext, choice: str) -> None:
    """One now, asked for; `choice` is the one they have before them."""
    seen = await outlook(ctx)
    await _show_one(ctx, seen, [], not_this=choice)


async def _hard(ctx: BotContext, choice: str) -> None:
    """A hard day: something light to read now, and for three days; the mode "only on hard days" wakes up."""
    seen, until = await outlook(ctx), ctx.services.clock.now() + HARD_DAYS
    if seen.standing is not None:
        await change(ctx, lambda w: _awake(w).but(hard_until=until))
    said = ctx.say("prompts-hard-heard" if seen.standing else "prompts-hard-not-on")
    moment = Moment.AFTER_BAD_CALL if choice == "call" else None
    await _show_one(ctx, seen, [] if choice else [said], hard_until=until, moment=moment)


async def _show_one(
    ctx: BotContext,
    seen: Outlook,
    before: list[str],
    *,
    not_this: str = "",
    hard_until: datetime | None = None,
    moment: Moment | None = None,
) -> None:
    wishes = seen.standing.wishes if seen.standing else Wishes()
    wishes = wishes.but(refused=(*wishes.refused, not_this), hard_until=hard_until or wishes.hard_until)
    now, library = ctx.services.clock.now(), ctx.services.library
    found = practice_for(
        library, ctx.person.profile, _subscription(ctx, seen, wishes), now, moment=moment, lot=now.isoformat()
    )
    if found is None:
        await ctx.show(Screen(ctx.say("prompts-none-left"), (_home_row(ctx),), key="prompts-none-left"))
        return
    if seen.standing is not None:
        await change(ctx, lambda w: w.having_shown(found.id, now))
    rows = [(Button(ctx.say("prompts-hard-another"), pack(PROMPTS, "one", found.id)),)]
    if hard_until is not None:
        rows.insert(0, (Button(ctx.say("prompts-hard-call"), pack(PROMPTS, "hard", "call")),))
        rows.append((Button(ctx.say("menu-crisis"), pack("home", "crisis")),))
    text = "\n\n".join((*before, escape(found.said(ctx.lang))))
    await ctx.show(Screen(text, (*rows, _home_row(ctx)), key="prompt"))


def _awake(wishes: Wishes) -> Wishes:
    """They are here: no question is open any more."""
    return wishes.but(asked=False)


def _practice(ctx: BotContext, name: str) -> Practice | None:
    return next((one for one in ctx.services.library.practices if one.id == name), None)


def _subscription(ctx: BotContext, seen: Outlook, wishes: Wishes) -> Subscription:
    return Subscription(ctx.person.pseudonym, seen.zone or "UTC", ctx.services.clock.today(), wishes)


def _home_row(ctx: BotContext) -> tuple[Button, ...]:
    return (Button(ctx.say("prompts-back"), pack(PROMPTS, "show")),)


async def _end(ctx: BotContext, key: str, **values: object) -> None:
    rows = (_home_row(ctx), back(ctx.services.library, ctx.person.profile))
    await ctx.turn_to(Screen(ctx.say(key, **values), rows, key=key))


TAPS = {
    "did": _did,
    "later": _later,
    "refuse": _refuse,
    "theme": _refuse_theme,
    "stop": _stop,
    "resume": _resume,
    "one": _one,
    "hard": _hard,
}
COMMANDS = (Command("prompts", open_prompts, also=("practicas", "practices")),)


def register(app: BotApplication) -> None:
    """/prompts and its buttons."""
    add_commands(app, COMMANDS)
    add_taps(app, PROMPTS, choose)
