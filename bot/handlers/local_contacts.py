"""A department's own contacts, kept by its coordinators: who may is asked at every act, and each edit is in the trail."""

import logging
from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session
from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot import local_drafts
from bot.care.local_contacts import FIELDS, MAY_BE_EMPTY, LocalContact, LocalKind, Refused, typed
from bot.care.roles import Permission, may
from bot.care.typed import folded
from bot.context import BotApplication, BotContext
from bot.features import PRIVATE, Command, add_taps
from bot.local_drafts import CONFIRM, YES_OR_NO, LocalDraft
from bot.local_screens import FLOW, LocalScreens
from storage import audit, departments, local_contacts
from storage.conversations import StaleConversation
from storage.errors import StorageError

log = logging.getLogger("statuscheck.local")

COMMANDS: tuple[Command, ...] = ()
WORDS_GROUP = (
    -6
)  # after the gate and the panic word; alone, as each looks whether its own flow was moved last
WORDS = PRIVATE & filters.TEXT & ~filters.COMMAND
PATIENCE = 1.0  # seconds words may wait to find out whether they are for a contact
Seen = tuple[str, tuple[LocalContact, ...]]  # the department's name and what it has


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    first, _, second = choice.partition("~")
    department_id = int(first) if first.isdecimal() and len(first) < 15 else -1
    if step in ("for", "stop"):
        await _list(ctx, department_id, stopped=step == "stop")
    elif step == "add":
        await _begin(ctx, department_id, None)
    elif step == "open":
        await _begin(ctx, department_id, int(second) if second.isdecimal() and len(second) < 15 else -1)
    else:
        await _act(ctx, step, choice)


async def listen(update: Update, ctx: BotContext) -> None:
    """The answer to an open question; everybody else's words go on to the house."""
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    if services.profiles.is_stranger(who):
        return

    def look(session: Session) -> LocalDraft | None:
        # Few coordinate anything: for everybody else this is one look at one key.
        if not departments.coordinates(session, who):
            return None
        return local_drafts.waiting(session, services.vault, who, now=now)

    try:
        draft = await services.storage.read(look, timeout=PATIENCE)
    except StorageError as error:
        log.warning("contact not readable: %s", type(error).__name__)
        return
    said = update.message.text or "" if update.message else ""
    if draft is None or (draft.step == YES_OR_NO and _tapped_in_words(ctx, draft, said) is None):
        return
    seen = await _seen(ctx, draft.department_id)
    if seen is None:
        await ctx.show(_screens(ctx).plain("local-not-yours"))
        raise ApplicationHandlerStop
    try:
        meant = _tapped_in_words(ctx, draft, said)
        value = typed(draft.step, said, ctx.person.profile.country) if meant is None else meant
    except Refused as refused:
        await ctx.show(_screens(ctx).step(draft, seen[0], now, str(refused)))
    else:
        await _move(ctx, draft.answered(value), seen[0])
    raise ApplicationHandlerStop


def _tapped_in_words(ctx: BotContext, draft: LocalDraft, said: str) -> str | bool | None:
    """What a typed "none", "yes" or "no" decides where there is a button for it; None for other words."""

    def is_one_of(key: str) -> bool:
        library = ctx.services.library
        lists = (library.text(key, lang) for lang in library.sentences.languages)
        return folded(said) in {folded(one) for listed in lists for one in listed.split(",")}

    if draft.step in MAY_BE_EMPTY and is_one_of("local-none-words"):
        return ""
    if draft.step == YES_OR_NO and (is_one_of("local-yes-words") or is_one_of("local-no-words")):
        return is_one_of("local-yes-words")
    return None


async def _list(ctx: BotContext, department_id: int, *, stopped: bool = False, note: str = "") -> None:
    who = ctx.person.pseudonym
    if stopped:
        await ctx.services.storage.write(lambda s: local_drafts.leave(s, who))
    seen = await _seen(ctx, department_id)
    if seen is None:
        await ctx.turn_to(_screens(ctx).plain("local-not-yours"))
        return
    today = ctx.services.clock.today()
    await ctx.turn_to(_screens(ctx).listing(department_id, *seen, today, note))


async def _begin(ctx: BotContext, department_id: int, number: int | None) -> None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    seen = await _seen(ctx, department_id)
    if seen is None:
        await ctx.turn_to(_screens(ctx).plain("local-not-yours"))
        return
    one = next((one for one in seen[1] if one.id == number), None)
    if number is not None and one is None:
        await ctx.turn_to(_screens(ctx).plain("local-gone", department_id))
        return
    first = LocalDraft(department_id) if one is None else local_drafts.changing(one)
    draft = await services.storage.write(lambda s: local_drafts.begin(s, services.vault, who, first, now=now))
    await ctx.turn_to(_screens(ctx).step(draft, seen[0], now))


async def _act(ctx: BotContext, step: str, choice: str) -> None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    draft = await services.storage.read(lambda s: local_drafts.find(s, services.vault, who, now=now))
    seen = await _seen(ctx, draft.department_id) if draft is not None else None
    if draft is None or seen is None:
        await ctx.turn_to(_screens(ctx).plain("local-gone" if draft is None else "local-not-yours"))
    elif ctx.tap is None or ctx.tap.version != draft.version:
        await ctx.turn_to(_screens(ctx).step(draft, seen[0], now))  # an old button
    elif step == "change" and draft.step == CONFIRM:
        await ctx.turn_to(_screens(ctx).fields(draft))
    elif step == "delete" and draft.number is not None:
        await ctx.turn_to(_screens(ctx).sure(draft))
    elif step == "sure" and draft.number is not None:
        await _end(ctx, draft, "local-deleted", _deleting(ctx, draft))
    elif step == "save" and draft.step == CONFIRM and draft.can_be_reached:
        await _end(ctx, draft, "local-saved", _keeping(ctx, draft))
    else:
        changed = _after(draft, step, choice)
        await _move(ctx, changed or draft, seen[0])


def _after(draft: LocalDraft, step: str, choice: str) -> LocalDraft | None:
    """What a tap decides; None for one that makes no sense here."""
    if step == "field" and choice in FIELDS and draft.step == CONFIRM:
        return replace(draft, step=choice)
    if step == "skip" and draft.step in MAY_BE_EMPTY:
        return draft.answered("")
    if step == "set" and draft.step == "kind" and choice in set(LocalKind):
        return draft.answered(choice)
    if step == "set" and draft.step == "for_family":
        return draft.answered(choice == "yes")
    return None


async def _move(ctx: BotContext, draft: LocalDraft, department: str) -> None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    try:
        moved = await services.storage.write(
            lambda s: local_drafts.move(s, services.vault, who, draft, now=now)
        )
    except StaleConversation:
        await ctx.stop_spinner()
        return
    await ctx.turn_to(_screens(ctx).step(moved, department, now))


async def _end(ctx: BotContext, draft: LocalDraft, key: str, act: Callable[[Session, str], bool]) -> None:
    """Do it, if this person still may, in the write that ends the draft."""
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    department_id = draft.department_id

    def end(session: Session) -> str:
        if not may(departments.role_in(session, who, department_id), Permission.EDIT_CONTACTS):
            return "local-not-yours"
        local_drafts.finish(session, who, draft, now=now)
        label = audit.label_of(services.vault, department_id, who)
        return key if act(session, label) else "local-gone"

    try:
        said = await services.storage.write(end)
    except StaleConversation:
        await ctx.stop_spinner()
        return
    await _list(ctx, department_id, note=said)


def _keeping(ctx: BotContext, draft: LocalDraft) -> Callable[[Session, str], bool]:
    now, country = ctx.services.clock.now(), ctx.person.profile.country
    return lambda session, label: local_contacts.keep(
        session, draft.department_id, draft.fields, country, number=draft.number, label=label, now=now
    )


def _deleting(ctx: BotContext, draft: LocalDraft) -> Callable[[Session, str], bool]:
    now = ctx.services.clock.now()
    return lambda session, label: local_contacts.delete(
        session, draft.department_id, draft.number or -1, label=label, now=now
    )


async def _seen(ctx: BotContext, department_id: int) -> Seen | None:
    """None for somebody who may not edit there."""
    who = ctx.person.pseudonym

    def look(session: Session) -> Seen | None:
        for one in departments.standings(session, who):
            if one.department_id == department_id and may(one.role, Permission.EDIT_CONTACTS):
                return one.department, local_contacts.of(session, department_id)
        return None

    return await ctx.services.storage.read(look)


def _screens(ctx: BotContext) -> LocalScreens:
    services = ctx.services
    return LocalScreens(services.library, services.resource_cards, ctx.person.profile)


def register(app: BotApplication) -> None:
    """The buttons, and the words an open question waits for."""
    add_taps(app, FLOW, choose)
    app.add_handler(MessageHandler(WORDS, listen, block=True), group=WORDS_GROUP)
