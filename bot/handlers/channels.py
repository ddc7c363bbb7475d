"""A department's own channels and groups: linked by a coordinator who can make the bot an admin there, and says so twice."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session
from telegram import Chat, ChatMember, ChatMemberAdministrator, ChatMemberUpdated, Update
from telegram.ext import ApplicationHandlerStop, ChatMemberHandler

from bot.care.roles import Permission, may
from bot.context import BotApplication, BotContext
from bot.features import Command, add_taps
from bot.menu import back
from bot.screens import Button, Screen, pack
from storage import audit, channels, conversations, departments
from storage.conversations import Conversation, StaleConversation

COMMANDS: tuple[Command, ...] = ()
FLOW = "ch"
WISH = "channel"  # the conversation that waits for the bot to be added
LASTS = timedelta(hours=1)
CHANGES_GROUP = -4  # before `members`, which takes a bot's own changes in private chats
# What Telegram asks the coordinator to grant; only who may appoint admins there can do it.
LINKS = {"channel": "startchannel&admin=post_messages", "group": "startgroup&admin=manage_chat"}
PRIVATE = Chat.PRIVATE


@dataclass(frozen=True, slots=True)
class Wish:
    """What a coordinator wants to link, and where the bot was added since."""

    found: Conversation
    department_id: int
    department: str

    @property
    def chat(self) -> tuple[int, str, bool] | None:
        """The chat's id, title, and whether it is a group."""
        kept = self.found.answers.get("chat")
        return (int(kept[0]), str(kept[1]), bool(kept[2])) if kept else None


async def choose(_update: Update, ctx: BotContext) -> None:
    """A tap on one of these screens."""
    step, choice = (ctx.tap.step, ctx.tap.choice) if ctx.tap else ("", "")
    first, _, second = choice.partition("~")
    department_id = int(first) if first.isdecimal() and len(first) < 15 else -1
    if step in ("yes", "no"):
        await _decide(ctx, agreed=step == "yes")
        return
    if await _name(ctx, department_id) is None:
        await ctx.turn_to(_plain(ctx, "channels-not-yours"))
    elif step == "add" and second in LINKS:
        await _wait(ctx, department_id, second)
    elif step == "off" and second.isdecimal() and len(second) < 15:
        await _unlink(ctx, department_id, int(second))
    else:
        await _list(ctx, department_id)


async def changed(update: Update, ctx: BotContext) -> None:
    """The bot was added or removed somewhere. In a group or channel nothing is ever answered; the way is private."""
    change = update.my_chat_member
    if change is None or change.chat.type == PRIVATE:
        return
    if change.new_chat_member.status in (ChatMember.LEFT, ChatMember.BANNED):
        now, chat_id = ctx.services.clock.now(), change.chat.id
        await ctx.services.storage.write(lambda session: channels.lost(session, chat_id, now=now))
    elif isinstance(change.new_chat_member, ChatMemberAdministrator):
        await _offered(ctx, change, change.new_chat_member)
    raise ApplicationHandlerStop


async def _offered(ctx: BotContext, change: ChatMemberUpdated, me: ChatMemberAdministrator) -> None:
    """Telegram says who made the bot an admin. Only somebody who asked for it a moment ago hears of it."""
    wish = await _wish(ctx)
    if wish is None:
        return
    title, is_group = change.chat.title or "", change.chat.type != Chat.CHANNEL
    if not is_group and not me.can_post_messages:
        await _tell(ctx, Screen(ctx.say("channels-cant", title=title), key="channels-cant"))
        return
    services, now = ctx.services, ctx.services.clock.now()
    answers = {**wish.found.answers, "chat": [change.chat.id, title, is_group]}
    try:
        moved = await services.storage.write(
            lambda s: conversations.advance(
                s, services.vault, wish.found, "ask", answers, now=now, lifetime=LASTS
            )
        )
    except StaleConversation:
        return
    key = "channels-ask-group" if is_group else "channels-ask"
    rows = tuple(
        (Button(ctx.say(f"channels-{answer}"), pack(FLOW, answer, "", moved.version)),)
        for answer in ("yes", "no")
    )
    text = ctx.say(key, title=title, department=wish.department)
    await _tell(ctx, Screen(text, rows, key=key))


async def _decide(ctx: BotContext, *, agreed: bool) -> None:
    wish = await _wish(ctx)
    if wish is None or wish.chat is None or ctx.tap is None or ctx.tap.version != wish.found.version:
        await ctx.turn_to(_plain(ctx, "channels-declined" if not agreed else "channels-not-yours"))
        return
    services, who, now, lang = ctx.services, ctx.person.pseudonym, ctx.services.clock.now(), ctx.lang
    chat_id, title, is_group = wish.chat

    def end(session: Session) -> str:
        conversations.finish(session, wish.found)
        role = departments.role_in(session, who, wish.department_id)
        if not agreed or not may(role, Permission.LINK_CHANNELS):
            return "channels-declined" if not agreed else "channels-not-yours"
        label = audit.label_of(services.vault, wish.department_id, who)
        linked = channels.link(
            session, wish.department_id, (chat_id, title), is_group=is_group, lang=lang, label=label, now=now
        )
        return "channels-linked" if linked else "channels-taken"

    try:
        key = await services.storage.write(end)
    except StaleConversation:
        await ctx.stop_spinner()
        return
    await _list(ctx, wish.department_id, note=ctx.say(key, title=title), key=key)


async def _wait(ctx: BotContext, department_id: int, kind: str) -> None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    answers = {"department_id": department_id}
    await services.storage.write(
        lambda s: conversations.start(s, services.vault, who, WISH, "wait", answers, now=now, lifetime=LASTS)
    )
    link = f"https://t.me/{ctx.bot.username}?{LINKS[kind]}"
    rows = ((Button(ctx.say("channels-open"), url=link),),)
    await ctx.turn_to(Screen(ctx.say("channels-add"), rows, key="channels-add"))


async def _unlink(ctx: BotContext, department_id: int, channel_id: int) -> None:
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    label = audit.label_of(services.vault, department_id, who)
    await services.storage.write(
        lambda s: channels.unlink(s, department_id, channel_id, label=label, now=now)
    )
    await _list(ctx, department_id, note=ctx.say("channels-unlinked"), key="channels-unlinked")


async def _list(ctx: BotContext, department_id: int, note: str = "", key: str = "channels-head") -> None:
    name = await _name(ctx, department_id)
    if name is None:
        await ctx.turn_to(_plain(ctx, "channels-not-yours"))
        return
    found = await ctx.services.storage.read(lambda session: channels.of(session, department_id))
    lines = [
        " ".join(
            [
                ctx.say("channels-line", number=number, title=one.title),
                *([ctx.say(f"channels-last-{one.last}")] if one.last else []),
            ]
        )
        for number, one in enumerate(found, 1)
    ]
    parts = [note, ctx.say("channels-head", department=name), "\n".join(lines) or ctx.say("channels-none")]
    rows = [
        (Button(ctx.say("channels-unlink", title=one.title), pack(FLOW, "off", f"{department_id}~{one.id}")),)
        for one in found
    ]
    if len(found) < channels.MOST:
        rows += [
            (Button(ctx.say(f"channels-add-{kind}"), pack(FLOW, "add", f"{department_id}~{kind}")),)
            for kind in LINKS
        ]
    await ctx.turn_to(Screen("\n\n".join(filter(None, parts)), tuple(rows), key=key))


async def _wish(ctx: BotContext) -> Wish | None:
    """The open wish of this person, if they may still have it."""
    services, who, now = ctx.services, ctx.person.pseudonym, ctx.services.clock.now()
    found = await services.storage.read(lambda s: conversations.find(s, services.vault, who, WISH, now=now))
    if found is None:
        return None
    department_id = int(found.answers["department_id"])
    name = await _name(ctx, department_id)
    return Wish(found, department_id, name) if name is not None else None


async def _name(ctx: BotContext, department_id: int) -> str | None:
    """The department's name for somebody who may link there."""
    who = ctx.person.pseudonym
    standings = await ctx.services.storage.read(lambda session: departments.standings(session, who))
    return next(
        (
            one.department
            for one in standings
            if one.department_id == department_id and may(one.role, Permission.LINK_CHANNELS)
        ),
        None,
    )


async def _tell(ctx: BotContext, screen: Screen) -> None:
    await ctx.services.sender.show(ctx.person.chat_id, screen)


def _plain(ctx: BotContext, key: str) -> Screen:
    return Screen(ctx.say(key), (back(ctx.services.library, ctx.person.profile),), key=key)


def register(app: BotApplication) -> None:
    """The buttons, and the bot's own coming and going in groups and channels."""
    add_taps(app, FLOW, choose)
    change = ChatMemberHandler(changed, ChatMemberHandler.MY_CHAT_MEMBER, block=True)
    app.add_handler(change, group=CHANGES_GROUP)
