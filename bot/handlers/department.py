"""Departments: a link says first who will see what, then tags this chat and nothing else; leaving is one tap."""

import logging
from collections.abc import Callable, Iterator
from functools import partial

from sqlmodel import Session
from telegram import Update
from telegram.ext import ApplicationHandlerStop, CommandHandler

from bot.broadcast_news import let_go
from bot.care.anonymity import FLOOR, Band
from bot.care.guesses import Guesses
from bot.care.people import Audience
from bot.care.roles import Permission, Role, may
from bot.care.statistics import Counted
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, add_commands, add_taps
from bot.menu import back
from bot.profiles import with_choice
from bot.screens import Button, Screen, pack
from storage import addresses, audit, broadcasts, departments, members, pulse
from storage.audit import Deed
from storage.departments import Invitation, Standing
from storage.errors import StorageError

log = logging.getLogger("statuscheck.department")

Redeem = Callable[..., Invitation | None]  # `departments.join` or `departments.accept`

# Before the features: a link that works takes the place of the welcome, any other goes before it.
LINK_GROUP = -3
PATIENCE = 2.0  # seconds to look a link up; the welcome must not hang on it


async def open_link(guesses: Guesses, _update: Update, ctx: BotContext) -> None:
    """/start with a code: what joining or coordinating means. Nothing is kept before the answer to that."""
    (code,) = ctx.args or ("",)
    found = await _look_up(guesses, ctx, code)
    if isinstance(found, str):
        await ctx.show(Screen(ctx.say(found), key=found))
        return  # the welcome follows
    if ctx.person.profile.audience is Audience.UNKNOWN:
        await ctx.show(Screen(ctx.say("start-welcome"), key="start-welcome"))
    await ctx.show(await _offer(ctx, found, code))
    raise ApplicationHandlerStop


async def show(_update: Update, ctx: BotContext) -> None:
    """/department: where this person is, how to leave, and for a coordinator how many there are, roughly."""
    await ctx.turn_to(await _standing(ctx))


async def choose(guesses: Guesses, _update: Update, ctx: BotContext) -> None:
    """Join, accept, not now, leave. The button carries the code: without a working one, nobody gets in."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    if step == "join":
        audience, code = _audience_and_code(choice)
        join = partial(departments.join, audience=audience)
        await _redeem(guesses, ctx, code, join, audience, "department-joined")
    elif step == "accept":
        door = Audience.DEPARTMENT
        await _redeem(guesses, ctx, choice, departments.accept, door, "department-accepted")
    elif step == "later":
        await _end(ctx, "department-declined")
    elif step == "leave":
        await _leave(ctx)
    elif step == "down" and choice.isdecimal():
        await _step_down(ctx, int(choice))
    else:
        await ctx.turn_to(await _standing(ctx))


async def _look_up(guesses: Guesses, ctx: BotContext, code: str) -> Invitation | str:
    """What the code leads to, or the sentence that says why it leads nowhere."""
    services, who = ctx.services, ctx.person.pseudonym
    now, seconds = services.clock.now(), services.clock.monotonic()
    if guesses.spent(who, seconds):
        return "department-link-wait"
    try:
        found = await services.storage.read(
            lambda s: departments.opened(s, services.vault, code, now=now), timeout=PATIENCE
        )
    except StorageError as error:
        log.warning("link not readable: %s", type(error).__name__)
        return "department-link-later"
    if found is None:
        guesses.add(who, seconds)
        return "department-link-wrong"
    return found


async def _offer(ctx: BotContext, invitation: Invitation, code: str) -> Screen:
    later = (Button(ctx.say("department-later"), pack("department", "later")),)
    name = invitation.department
    if invitation.role is Role.COORDINATOR:
        accept = (Button(ctx.say("department-accept"), pack("department", "accept", code)),)
        text = "\n\n".join(
            [
                ctx.say("department-invited-coordinator", department=name),
                ctx.say("department-invited-nothing"),
            ]
        )
        return Screen(text, (accept, later), key="department-invited-coordinator")
    said = [ctx.say("department-invited", department=name)]
    doors = _doors(ctx.person.profile.audience)
    if Audience.FAMILY in doors.values():
        said.append(ctx.say("department-invited-family"))
    said += [
        ctx.say("department-invited-instead", department=one.department)
        for one in await _standings(ctx)
        if one.role is Role.MEMBER and one.department_id != invitation.department_id
    ]
    said.append(ctx.say("department-invited-nothing"))
    rows = tuple(
        (Button(ctx.say(key), pack("department", "join", f"{audience}~{code}")),)
        for key, audience in doors.items()
    )
    return Screen("\n\n".join(said), (*rows, later), key="department-invited")


def _doors(audience: Audience) -> dict[str, Audience]:
    if audience is Audience.OFFICER:
        return {"department-join": Audience.OFFICER}
    if audience is Audience.FAMILY:
        return {"department-join-family": Audience.FAMILY}
    return {"department-join-officer": Audience.OFFICER, "department-join-family": Audience.FAMILY}


def _audience_and_code(choice: str) -> tuple[Audience, str]:
    audience, _, code = choice.partition("~")
    return (Audience.FAMILY if audience == Audience.FAMILY else Audience.OFFICER), code


async def _redeem(
    guesses: Guesses, ctx: BotContext, code: str, redeem: Redeem, door: Audience, said: str
) -> None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    if guesses.spent(who, services.clock.monotonic()):
        await _end(ctx, "department-link-wait")
        return
    # The row of choices is what purging goes by; a person who chose a door before keeps it.
    known = ctx.person.profile.audience
    profile = with_choice(ctx.person.profile, audience=door if known is Audience.UNKNOWN else known)
    chat_id = ctx.person.chat_id

    def come_in(session: Session) -> Invitation | None:
        done = redeem(session, services.vault, code, who, now=now)
        if done is not None:
            members.remember(session, who, profile, today=now.date())
            addresses.keep(session, services.vault, who, chat_id)
            if done.role is Role.COORDINATOR:
                label = audit.label_of(services.vault, done.department_id, who)
                audit.note(session, done.department_id, label, Deed.BECAME, now=now)
        return done

    done = await services.storage.write(come_in)
    if done is None:
        await _refuse(guesses, ctx)
        return
    await ctx.remember(audience=profile.audience)
    await _end(ctx, said, department=done.department)


async def _refuse(guesses: Guesses, ctx: BotContext) -> None:
    """A second tap finds the link used by the first, so who is in already is shown that."""
    guesses.add(ctx.person.pseudonym, ctx.services.clock.monotonic())
    if await _standings(ctx):
        await ctx.turn_to(await _standing(ctx))
    else:
        await _end(ctx, "department-link-wrong")


async def _leave(ctx: BotContext) -> None:
    pseudonym, today = ctx.person.pseudonym, ctx.services.clock.today()

    def leave(session: Session) -> None:
        pulse.count(session, pseudonym, Counted.LEFT, today=today)
        departments.leave(session, pseudonym)
        addresses.drop_if_unneeded(session, pseudonym)

    await ctx.services.storage.write(leave)
    await ctx.services.storage.scrub()
    await _end(ctx, "department-left")


async def _step_down(ctx: BotContext, department_id: int) -> None:
    """One tap, and the role is gone. What it may do is asked anew at every act, so it ends at once."""
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()

    def give_back(session: Session) -> tuple[int, tuple[int, ...]] | None:
        shown = broadcasts.watched_by(session, who, department_id)
        if not departments.step_down(session, who, department_id):
            return None
        label = audit.label_of(services.vault, department_id, who)
        audit.note(session, department_id, label, Deed.STEPPED_DOWN, now=now)
        addresses.drop_if_unneeded(session, who)
        return broadcasts.cancel_unbegun(session, department_id, now=now, by=label), shown

    done = await services.storage.write(give_back)
    if done is None:
        await ctx.turn_to(await _standing(ctx))
        return
    cancelled, shown = done
    await services.storage.scrub()
    said = [ctx.say("department-stepped-down")]
    said += [ctx.say("department-left-cancelled", count=cancelled)] if cancelled else []
    row = back(services.library, ctx.person.profile)
    await ctx.turn_to(Screen("\n\n".join(said), (row,), key="department-stepped-down"))
    await let_go(services, ctx.person.chat_id, shown, ctx.person.profile)


async def _end(ctx: BotContext, key: str, **values: object) -> None:
    row = back(ctx.services.library, ctx.person.profile)
    await ctx.turn_to(Screen(ctx.say(key, **values), (row,), key=key))


async def _standings(ctx: BotContext) -> tuple[Standing, ...]:
    pseudonym = ctx.person.pseudonym
    return await ctx.services.storage.read(lambda s: departments.standings(s, pseudonym))


async def _standing(ctx: BotContext) -> Screen:
    standings = await _standings(ctx)
    row = back(ctx.services.library, ctx.person.profile)
    if not standings:
        return Screen(ctx.say("department-none"), (row,), key="department-none")
    text = "\n\n".join([await _told(ctx, one) for one in standings])
    rows = [button for one in standings for button in _may_do(ctx, one, several=len(standings) > 1)]
    if any(may(one.role, Permission.LEAVE) for one in standings):
        rows.append((Button(ctx.say("department-leave"), pack("department", "leave")),))
    return Screen(text, (*rows, row), key="department")


def _may_do(ctx: BotContext, standing: Standing, *, several: bool) -> Iterator[tuple[Button, ...]]:
    """What somebody can do in this department, one row each. A new permission is a row here."""
    number, name = str(standing.department_id), f" · {standing.department}" if several else ""
    for permission, key, data in (
        (Permission.BROADCAST, "department-broadcast", pack("bc", "for", number)),
        (Permission.EDIT_CONTACTS, "department-contacts", pack("lc", "for", number)),
        (Permission.SEE_STATS, "department-stats", pack("stats", "show")),
        (Permission.LINK_CHANNELS, "department-channels", pack("ch", "for", number)),
        (Permission.STEP_DOWN, "department-step-down", pack("department", "down", number)),
    ):
        if may(standing.role, permission):
            yield (Button(ctx.say(key) + name, data),)


async def _told(ctx: BotContext, standing: Standing) -> str:
    if not may(standing.role, Permission.SEE_REACH):
        return ctx.say("department-member", department=standing.department)
    today = ctx.services.clock.today()
    band = await ctx.services.storage.write(
        lambda s: departments.reach(s, standing.department_id, today=today)
    )
    return ctx.say("department-coordinator", department=standing.department, reach=_in_words(ctx, band))


def _in_words(ctx: BotContext, band: Band) -> str:
    if band.least < FLOOR:
        return ctx.say("department-reach-few", floor=FLOOR)
    if band.most is None:
        return ctx.say("department-reach-many", most=band.least - 1)
    return ctx.say("department-reach-between", least=band.least, most=band.most)


COMMANDS = (Command("department", show, in_menu=False),)


def register(app: BotApplication) -> None:
    """Links, /department and its buttons. Wrong codes are counted for as long as the bot runs."""
    guesses = Guesses()
    link = CommandHandler("start", partial(open_link, guesses), filters=PRIVATE, has_args=1, block=True)
    app.add_handler(link, group=LINK_GROUP)
    add_commands(app, COMMANDS)
    add_taps(app, "department", partial(choose, guesses))
