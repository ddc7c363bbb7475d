"""A department's own channel gets its tips, and never a word about a person; who links it has to be an admin there."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.telegram_account import Chat
from storage import audit, channels
from tests.broadcast_house import METRO, coordinator, department_house, goes_out, library_tip, member
from tests.chat import Chatter, House

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
    "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house whose pace runs."""
    async with department_house(tmp_path) as running:
        yield running


def _channel(house: House, title: str = "Metro PD News", kind: str = "channel") -> Chat:
    account = house.telegram.account
    chat = Chat(min((*account.chats, -1_000_000_000_000)) - 1, kind, title, started=True, met=True)
    account.chats[chat.id] = chat
    return chat


async def _changes(one: Chatter, chat: Chat, status: str = "administrator", *, posts: bool = True) -> None:
    """Telegram says that this person changed what the bot is there."""
    account = one.house.telegram.account
    me: dict[str, Any] = {"user": account.me, "status": status}
    if status == "administrator":
        me |= {"can_be_edited": True, "is_anonymous": False, "can_post_messages": posts} | dict.fromkeys(
            RIGHTS, False
        )
    if status == "kicked":
        me |= {"until_date": 0}
    change = {
        "chat": chat.as_api(),
        "from": one.person.user,
        "date": account.timestamp(),
        "old_chat_member": {"user": account.me, "status": "left"},
        "new_chat_member": me,
    }
    account.updates.put("my_chat_member", change)
    await one.house.telegram.idle()


async def _asks(chief: Chatter, kind: str = "channel") -> None:
    await chief.says("/department")
    await chief.taps("department-channels")
    await chief.taps(f"channels-add-{kind}")
    chief.sees("channels-add")


async def _linked(house: House) -> list[str]:
    found = await house.bot.services.storage.read(lambda session: channels.of(session, 1))
    return [one.title for one in found]


async def test_a_tip_goes_to_the_linked_channel_once_without_a_persons_buttons(house: House) -> None:
    chief, officer = await coordinator(house), await member(house, "Sam")
    news = _channel(house)
    await _asks(chief)
    await chief.does(_changes(chief, news))
    chief.sees("channels-ask")
    await chief.taps("channels-yes")
    chief.sees("channels-linked")
    await library_tip(chief)
    chief.sees("channels-also")
    await chief.taps("broadcast-send")
    await goes_out(house)
    (post,) = news.visible
    assert post.text.splitlines()[0] in officer.person.received[-1].text
    assert [button.data for row in post.buttons for button in row] == [None]
    assert "Sam" not in post.text
    await goes_out(house)
    assert len(news.visible) == 1
    await chief.says("/department")
    await chief.taps("department-channels")
    chief.sees("channels-last-sent")
    entries = await house.bot.services.storage.read(lambda session: audit.trail(session, 1))
    assert "linked a channel" in [one.deed for one in entries]


async def test_a_family_tip_goes_to_family_alone(house: House) -> None:
    chief, news = await coordinator(house), _channel(house)
    await _asks(chief)
    await chief.does(_changes(chief, news))
    await chief.taps("channels-yes")
    await library_tip(chief, audience="broadcast-to-family")
    chief.sees_not("channels-also")
    await chief.taps("broadcast-send")
    await goes_out(house)
    assert news.visible == []


@pytest.mark.parametrize("who", ["member", "other", "unasked", "late"])
async def test_nobody_else_links_anything(house: House, who: str) -> None:
    chief, news = await coordinator(house), _channel(house)
    one = chief
    if who == "member":
        one = await member(house, "Sam")
        await one.does(one.person.taps("ch:add:1~channel", anyway=True))
        one.sees("channels-not-yours")
    elif who == "other":
        one = await coordinator(house, "Kim", "Springfield PD")
        await one.does(one.person.taps("ch:add:1~channel", anyway=True))
        one.sees("channels-not-yours")
    elif who == "late":
        await _asks(chief)
        await house.time_passes(channels.LEASE * 30)
    told = len(one.person.received)
    await one.does(_changes(one, news))
    assert len(one.person.received) == told
    await one.does(one.person.taps("ch:yes", anyway=True))
    assert await _linked(house) == []
    assert news.visible == []


async def test_without_the_right_to_post_it_is_not_linked(house: House) -> None:
    chief, news = await coordinator(house), _channel(house)
    await _asks(chief)
    await chief.does(_changes(chief, news, posts=False))
    chief.sees("channels-cant")
    assert await _linked(house) == []


async def test_removed_from_the_channel_it_is_unlinked_and_the_person_stays_reachable(house: House) -> None:
    chief, news = await coordinator(house), _channel(house)
    await _asks(chief)
    await chief.does(_changes(chief, news))
    await chief.taps("channels-yes")
    assert await _linked(house) == ["Metro PD News"]
    await _changes(chief, news, "kicked")
    assert await _linked(house) == []
    sam = await member(house, "Sam")
    await _changes(sam, news, "left")
    await library_tip(chief)
    await chief.taps("broadcast-send")
    await goes_out(house)
    assert any(
        "Metro PD" in message.text or "department" in message.text for message in sam.person.received[-1:]
    )


async def test_one_place_belongs_to_one_department(house: House) -> None:
    chief, other, news = (
        await coordinator(house),
        await coordinator(house, "Kim", "Springfield PD"),
        _channel(house),
    )
    await _asks(chief)
    await chief.does(_changes(chief, news))
    await chief.taps("channels-yes")
    await _asks(other)
    await other.does(_changes(other, news))
    await other.taps("channels-yes")
    other.sees("channels-taken")
    assert METRO not in other.reads
    await other.does(other.person.taps("ch:off:2~1", anyway=True))
    assert await _linked(house) == ["Metro PD News"]


async def test_in_a_group_nothing_is_said_but_the_way_to_a_private_chat(house: House) -> None:
    chief, squad = await coordinator(house), _channel(house, "Squad", "supergroup")
    await _asks(chief, "group")
    await chief.does(_changes(chief, squad))
    chief.sees("channels-ask-group")
    await chief.taps("channels-yes")
    group = house.telegram.group("Patrol", chief.person) if hasattr(house.telegram, "group") else None
    assert squad.visible == []
    assert group is None or all("private" in message.text for message in group.messages if message.from_bot)
