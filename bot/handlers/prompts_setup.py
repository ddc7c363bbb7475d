"""Where somebody is in time, when prompts may come, how often and about what: each a tap, each changed at any time."""

import logging
from dataclasses import replace
from datetime import timedelta

from pydantic import ValidationError
from sqlmodel import Session
from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.care.places_in_time import by_clock, clock, is_zone
from bot.care.practices import Reader, Theme
from bot.care.schedule_course import Course
from bot.care.schedule_wishes import ANY_TIME, PACES, Mode, Window, Wishes
from bot.context import BotApplication, BotContext
from bot.crisis_hearing import HEARD
from bot.features import PRIVATE, Command, add_taps
from bot.prompt_home import change, clock_words, outlook, show_home
from bot.prompt_screens import reader_of
from bot.screens import Button, Screen, pack
from storage import conversations, members, subscriptions
from storage.errors import StorageError

log = logging.getLogger("statuscheck.prompts")

WISH = "wish"
COMMANDS: tuple[Command, ...] = ()
TYPED_GROUP = -1  # after the protocol, "my plan" and the check-in; before the search
PATIENCE = 0.3  # seconds a question may wait to find out whether it is the name of a city
ASKING = timedelta(minutes=15)
LONGEST_CITY = 40  # characters; anything longer is something somebody wants to say
LEAVES = frozenset({"stop", "back", "no", "done"})  # moves.toml
BEGIN, EIGHT_WEEKS = "begin", "course"
"""What the time zone and the window are asked for; "" is a change of what is on already."""
WINDOWS = ("360-480", "540-660", "720-840", "900-1020", "1080-1200", "1200-1320")


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    act = TAPS.get(step)
    if act is None:
        await show_home(ctx)
    else:
        await act(ctx, choice)


async def typed(update: Update, ctx: BotContext) -> None:
    """The name of a city, while we ask for one; anything else goes on to the search."""
    said = (update.message.text or "").strip() if update.message else ""
    aim = await _asked_for(ctx) if said and len(said) <= LONGEST_CITY else None
    if aim is None:
        return
    companions = ctx.services.library.companions
    zone = companions.places.typed(said, ctx.person.profile.country)
    if zone is None and LEAVES & set(companions.moves.meant(said)):
        await _leave_zone(ctx)
    elif zone is None and (
        companions.spoken.meant(said) not in ("", *HEARD) or ctx.services.library.typed.asks(said)
    ):
        return  # a feature by its name, or a question
    elif zone is None:
        screen = _clocks(ctx, aim, "prompts-zone-unknown")
        await ctx.show(replace(screen, text=f"{screen.text}\n\n{ctx.say('prompts-typed-leave')}"))
    else:
        await _set_zone(ctx, zone, aim)
    raise ApplicationHandlerStop


async def _leave_zone(ctx: BotContext) -> None:
    whose = ctx.person.pseudonym
    await ctx.services.storage.write(lambda s: conversations.leave(s, whose, WISH))
    await show_home(ctx)


async def _begin(ctx: BotContext, aim: str) -> None:
    seen = await outlook(ctx)
    zone = seen.zone or ctx.services.library.companions.places.sure(ctx.person.profile)
    if zone is None:
        await _ask_zone(ctx, aim or BEGIN)
    elif not seen.zone:
        await _set_zone(ctx, zone, aim or BEGIN)
    else:
        await ctx.turn_to(_windows(ctx, aim or BEGIN))


async def _ask_zone(ctx: BotContext, aim: str) -> None:
    now, vault, pseudonym = ctx.services.clock.now(), ctx.services.vault, ctx.person.pseudonym
    await ctx.services.storage.write(
        lambda s: conversations.start(
            s, vault, pseudonym, WISH, "city", {"aim": aim}, now=now, lifetime=ASKING
        )
    )
    places = ctx.services.library.companions.places.offered(ctx.person.profile.country)
    if not places:
        await ctx.turn_to(_clocks(ctx, aim, "prompts-zone-clock"))
        return
    buttons = [
        Button(
            ctx.say("prompts-zone-button", place=place.said(ctx.lang), clock=clock(place.zone, now)),
            pack(WISH, "zone", f"{place.zone}~{aim}"),
        )
        for place in places
    ]
    rows = (*_in_rows(buttons, 2), (Button(ctx.say("prompts-zone-none"), pack(WISH, "clocks", aim)),))
    await ctx.turn_to(Screen(ctx.say("prompts-zone-ask"), rows, key="prompts-zone-ask"))


async def _ask_clock(ctx: BotContext, aim: str) -> None:
    await ctx.turn_to(_clocks(ctx, aim, "prompts-zone-clock"))


def _clocks(ctx: BotContext, aim: str, key: str) -> Screen:
    zones = by_clock(ctx.services.clock.now())
    buttons = [Button(shows, pack(WISH, "zone", f"{zone}~{aim}")) for shows, zone in zones.items()]
    return Screen(ctx.say(key), _in_rows(buttons, 4), key=key)


async def _zone(ctx: BotContext, choice: str) -> None:
    zone, _, aim = choice.partition("~")
    if is_zone(zone):
        await _set_zone(ctx, zone, aim)
    else:
        await show_home(ctx)


async def _set_zone(ctx: BotContext, zone: str, aim: str) -> None:
    """Also plans anew: whoever travels is written to by the clock of where they are."""
    services, person, now = ctx.services, ctx.person, ctx.services.clock.now()

    def keep(session: Session) -> None:
        members.remember(session, person.pseudonym, person.profile, today=now.date())
        members.set_timezone(session, person.pseudonym, zone)
        conversations.leave(session, person.pseudonym, WISH)
        subscriptions.change(session, services.vault, person.pseudonym, lambda w: w, now=now)

    await services.storage.write(keep)
    await ctx.remember()  # from now on there is a row whose last visit counts
    place = services.library.companions.places.name(zone, ctx.lang)
    said = ctx.say("prompts-zone-set", place=place, clock=clock(zone, now))
    if aim in (BEGIN, EIGHT_WEEKS):
        await ctx.turn_to(_windows(ctx, aim, said))
    else:
        await show_home(ctx, said)


async def _ask_window(ctx: BotContext, _choice: str) -> None:
    await ctx.turn_to(_windows(ctx, ""))


def _windows(ctx: BotContext, aim: str, before: str = "") -> Screen:
    buttons = []
    for choice in WINDOWS:
        start, end = (clock_words(int(part)) for part in choice.split("-"))
        buttons.append(Button(f"{start}–{end}", pack(WISH, "set", f"{choice}~{aim}")))
    any_time = f"{ANY_TIME.start}-{ANY_TIME.end}~{aim}"
    rows = (*_in_rows(buttons, 2), (Button(ctx.say("prompts-window-any"), pack(WISH, "set", any_time)),))
    text = "\n\n".join(part for part in (before, ctx.say("prompts-window-ask")) if part)
    return Screen(text, rows, key="prompts-window-ask")


async def _set_window(ctx: BotContext, choice: str) -> None:
    chosen, _, aim = choice.partition("~")
    start, _, end = chosen.partition("-")
    try:
        window = Window(start=int(start), end=int(end))
    except (ValueError, ValidationError):
        await ctx.turn_to(_windows(ctx, aim))
        return
    said = ctx.say("prompts-window-set", **{"from": clock_words(window.start), "to": clock_words(window.end)})
    if window == ANY_TIME:
        said = ctx.say("prompts-window-anytime")
    if aim in (BEGIN, EIGHT_WEEKS):
        await _sign_up(ctx, window, aim)
    else:
        await change(ctx, lambda w: w.but(window=window))
    await show_home(ctx, said)


async def _sign_up(ctx: BotContext, window: Window, aim: str) -> None:
    services, person, now = ctx.services, ctx.person, ctx.services.clock.now()

    def sign_up(session: Session) -> None:
        found = subscriptions.find(session, services.vault, person.pseudonym)
        # Somebody who has only the eight weeks, or comes by an old button: what they chose stays.
        wishes = found.wishes if found else Wishes(per_week=0 if aim == EIGHT_WEEKS else 2)
        changes: dict[str, object] = {"window": window, "asked": False}
        if aim == EIGHT_WEEKS:
            changes["course"] = wishes.course or Course()
        elif not wishes.per_week:
            changes["per_week"] = 2
        members.remember(session, person.pseudonym, person.profile, today=now.date())
        subscriptions.begin(
            session, services.vault, person.pseudonym, person.chat_id, wishes.but(**changes), now=now
        )

    await services.storage.write(sign_up)


async def _ask_pace(ctx: BotContext, _choice: str) -> None:
    buttons = [Button(ctx.say(f"prompts-pace-{pace}"), pack(WISH, "pace", str(pace))) for pace in PACES]
    hard = (Button(ctx.say("prompts-pace-hard"), pack(WISH, "pace", "hard")),)
    await ctx.turn_to(
        Screen(ctx.say("prompts-pace-ask"), (*_in_rows(buttons, 2), hard), key="prompts-pace-ask")
    )


async def _pace(ctx: BotContext, choice: str) -> None:
    if choice == "hard":
        await change(ctx, lambda w: w.but(mode=Mode.HARD_DAYS))
    elif choice.isdecimal() and int(choice) in PACES:
        await change(ctx, lambda w: w.but(mode=Mode.WEEKLY, per_week=int(choice)))
    else:
        await _ask_pace(ctx, choice)
        return
    await show_home(ctx)


async def _topics(ctx: BotContext, choice: str) -> None:
    """A tick more or less; with none, everything."""
    if choice in set(Theme):
        await change(ctx, lambda w: _turned(w, Theme(choice)))
    elif choice in set(Reader):
        await change(ctx, lambda w: w.but(reader=Reader(choice)))
    seen = await outlook(ctx)
    if seen.standing is None:
        await show_home(ctx)
        return
    wishes = seen.standing.wishes
    written_for = reader_of(ctx.person.profile, wishes)
    readers = [(f"prompts-reader-{one}", one, one is written_for) for one in Reader]
    themes = [(f"prompts-theme-{one}", one, one in wishes.themes) for one in Theme]
    rows = (
        *_in_rows([_ticked(ctx, *one) for one in readers], 3),
        *_in_rows([_ticked(ctx, *one) for one in themes], 2),
        (Button(ctx.say("prompts-topics-done"), pack("prompts", "show")),),
    )
    await ctx.turn_to(Screen(ctx.say("prompts-topics-ask"), rows, key="prompts-topics-ask"))


def _turned(wishes: Wishes, theme: Theme) -> Wishes:
    themes = set(wishes.themes) ^ {theme}
    refused = set(wishes.refused_themes) - themes  # ticked again after "nothing about that"
    return wishes.but(themes=tuple(sorted(themes)), refused_themes=tuple(sorted(refused)))


def _ticked(ctx: BotContext, key: str, value: str, on: bool) -> Button:
    topic = ctx.say(key)
    return Button(ctx.say("prompts-topic-on", topic=topic) if on else topic, pack(WISH, "topics", value))


async def _duty(ctx: BotContext, choice: str) -> None:
    await change(ctx, lambda w: w.but(on_duty=choice == "yes"))
    await show_home(ctx)


async def _asked_for(ctx: BotContext) -> str | None:
    vault, pseudonym, now = ctx.services.vault, ctx.person.pseudonym, ctx.services.clock.now()
    try:
        open_one = await ctx.services.storage.read(
            lambda s: conversations.latest(s, vault, pseudonym, now=now), timeout=PATIENCE
        )
    except StorageError as error:
        log.warning("question not readable: %s", type(error).__name__)
        return None
    return str(open_one.answers.get("aim", "")) if open_one and open_one.flow == WISH else None


def _in_rows(buttons: list[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


TAPS = {
    "begin": _begin,
    "place": _ask_zone,
    "clocks": _ask_clock,
    "zone": _zone,
    "window": _ask_window,
    "set": _set_window,
    "pace": _pace,
    "topics": _topics,
    "duty": _duty,
}


def register(app: BotApplication) -> None:
    """Their buttons, and the city somebody types."""
    add_taps(app, WISH, choose)
    words = MessageHandler(PRIVATE & filters.TEXT & ~filters.COMMAND, typed, block=True)
    app.add_handler(words, group=TYPED_GROUP)
