"""People on the held Telegram: what they do reaches the bot as the real updates, and what they see is what a phone shows."""

import json
from typing import Any

import pytest

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_shapes import Event, InlineButton

LINK = "https://t.me/status_check_sandbox_bot?start=dept_1"


@pytest.fixture
def seen(telegram: Telegram) -> list[Event]:
    """Every event, in order."""
    events: list[Event] = []
    telegram.listen(events.append)
    return events


async def updates(telegram: Telegram) -> list[dict[str, Any]]:
    _, payload = await telegram.call(telegram.token, "getUpdates")
    return list(payload["result"])


async def newest(telegram: Telegram) -> dict[str, Any]:
    return (await updates(telegram))[-1]


async def send(telegram: Telegram, person: Person, text: str, *rows: list[dict[str, Any]]) -> None:
    markup = {"inline_keyboard": list(rows)} if rows else ""
    params = {"chat_id": person.id, "text": text, "reply_markup": json.dumps(markup) if markup else ""}
    status, _ = await telegram.call(telegram.token, "sendMessage", params)
    assert status == 200


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("sends_photo", "photo"),
        ("sends_voice", "voice"),
        ("sends_sticker", "sticker"),
        ("sends_contact", "contact"),
        ("sends_location", "location"),
    ],
)
async def test_every_kind_of_message_reaches_the_bot(
    telegram: Telegram, officer: Person, act: str, kind: str
) -> None:
    await getattr(officer, act)()
    message = (await newest(telegram))["message"]
    assert kind in message
    assert message["from"]["id"] == message["chat"]["id"] == officer.id


async def test_a_command_comes_with_its_entity_and_a_reply_with_its_original(
    telegram: Telegram, officer: Person
) -> None:
    start = await officer.starts("abc")
    await officer.says("what?", reply_to=start)
    first, second = [update["message"] for update in await updates(telegram)]
    assert (first["text"], first["entities"]) == (
        "/start abc",
        [{"type": "bot_command", "offset": 0, "length": 6}],
    )
    assert second["reply_to_message"]["message_id"] == first["message_id"]


async def test_an_edit_comes_as_an_edited_message(telegram: Telegram, officer: Person) -> None:
    said = await officer.says("i am fine")
    await officer.edits(said, "i am <not> fine")
    edited = (await newest(telegram))["edited_message"]
    assert edited["text"] == "i am <not> fine"
    assert "edit_date" in edited
    assert officer.messages[0].html == "i am &lt;not&gt; fine"


async def test_what_is_forwarded_says_so(telegram: Telegram, officer: Person) -> None:
    await officer.forwards("he wrote this", origin="A friend")
    assert (await newest(telegram))["message"]["forward_origin"]["sender_user_name"] == "A friend"


async def test_a_tap_finds_the_newest_button_by_label_data_or_itself(
    telegram: Telegram, officer: Person
) -> None:
    await officer.starts()
    await send(telegram, officer, "old", [{"text": "Yes", "callback_data": "old"}])
    await send(
        telegram,
        officer,
        "new",
        [{"text": "Yes", "callback_data": "new"}, {"text": "Web", "url": "https://a.org"}],
    )
    old = officer.received[0]
    await officer.taps("Yes")
    await officer.taps("old")
    await officer.taps(InlineButton("Yes", data="new"))
    await officer.taps("Yes", message=old)
    tapped = [update["callback_query"] for update in (await updates(telegram))[1:]]
    assert [query["data"] for query in tapped] == ["new", "old", "new", "old"]
    assert tapped[1]["message"]["text"] == "old"
    assert officer.waiting_taps == 4
    with pytest.raises(LookupError, match="'Yes', 'Web', 'Yes'"):
        await officer.taps("No")


async def test_a_tap_may_come_too_late(telegram: Telegram, officer: Person) -> None:
    await officer.starts()
    await send(telegram, officer, "new", [{"text": "Yes", "callback_data": "new"}])
    await officer.taps("gone", anyway=True)
    await telegram.call(
        telegram.token, "deleteMessage", {"chat_id": officer.id, "message_id": officer.last.id}
    )
    with pytest.raises(LookupError, match="no message from the bot"):
        _ = officer.last
    with pytest.raises(LookupError, match="no message with buttons"):
        _ = officer.last_with_buttons
    assert (await newest(telegram))["callback_query"]["data"] == "gone"


async def test_links_of_the_bot_start_it_and_copy_buttons_fill_the_clipboard(
    telegram: Telegram, officer: Person
) -> None:
    await officer.starts()
    copy = {"text": "Copy", "copy_text": {"text": "988"}}
    await send(
        telegram,
        officer,
        "x",
        [{"text": "Join", "url": LINK}, {"text": "Site", "url": "https://a.org"}, copy],
    )
    await officer.taps("Join")
    await officer.taps("Site")
    await officer.taps("Copy")
    await officer.opens("tg://resolve?domain=status_check_sandbox_bot&start=dept_2")
    said = [update["message"]["text"] for update in await updates(telegram)]
    assert said == ["/start", "/start dept_1", "/start dept_2"]
    assert officer.clipboard == "988"


async def test_blocking_and_unblocking_are_told(telegram: Telegram, officer: Person) -> None:
    await officer.starts()
    await officer.blocks()
    await officer.blocks()
    await officer.unblocks()
    changes = [update["my_chat_member"] for update in (await updates(telegram))[1:]]
    statuses = [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) for change in changes
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    telegram: Telegram, officer: Person
) -> None:
    group = await officer.adds_to_group("Night shift")
    partner = telegram.person("Alex")
    await partner.says("hello all", chat=group)
    await partner.says("/help", chat=group)
    await partner.says("/help@another_bot", chat=group)
    await partner.says("ask @status_check_sandbox_bot", chat=group)
    await telegram.call(telegram.token, "sendMessage", {"chat_id": group.id, "text": "Yes?"})
    await partner.says("where can I get help", reply_to=group.messages[-1], chat=group)
    came = await updates(telegram)
    assert came[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    heard = [update["message"].get("text", "") for update in came[1:]]
    assert heard == ["", "/help", "ask @status_check_sandbox_bot", "where can I get help"]
    assert len(group.messages) == 7
    assert not officer.messages


async def test_any_other_update_can_be_sent(telegram: Telegram, officer: Person) -> None:
    officer.update("inline_query", {"id": "1", "query": "help", "offset": ""})
    assert (await newest(telegram))["inline_query"]["from"]["id"] == officer.id
    assert officer.update("message_reaction", {}) is None


async def test_watchers_are_told_every_change_in_order(
    telegram: Telegram, officer: Person, seen: list[Event]
) -> None:
    await officer.starts()
    await send(telegram, officer, "hello", [{"text": "Yes", "callback_data": "y"}])
    spot = {"chat_id": officer.id, "message_id": officer.last.id}
    await officer.taps("Yes")
    tap = (await newest(telegram))["callback_query"]["id"]
    for method, params in [
        ("sendChatAction", {"action": "typing"}),
        ("answerCallbackQuery", {"callback_query_id": tap, "text": "ok"}),
        ("editMessageText", {"text": "bye"}),
        ("pinChatMessage", {}),
        ("deleteMessage", {}),
        ("setMyCommands", {"commands": [{"command": "help", "description": "x"}]}),
    ]:
        assert (await telegram.call(telegram.token, method, {**spot, **params}))[0] == 200
    assert [event["kind"] for event in seen] == [
        "message",
        "message",
        "typing",
        "toast",
        "edit",
        "pin",
        "delete",
        "commands",
    ]
    assert seen[1]["message"]["buttons"] == [
        [{"text": "Yes", "kind": "callback", "data": "y", "url": None, "copy_text": None}]
    ]
    assert (seen[4]["message"]["text"], seen[4]["message"]["buttons"]) == ("bye", [])
    assert json.loads(json.dumps(seen)) == seen


async def test_a_snapshot_holds_what_a_page_needs_to_begin(telegram: Telegram, officer: Person) -> None:
    before = telegram.snapshot(officer.id)
    assert (before["started"], before["messages"]) == (False, [])
    await officer.says("call +1 800 267 5463")
    await officer.sends_photo("look")
    shot = telegram.snapshot(officer.id)
    assert json.loads(json.dumps(shot)) == shot
    words, photo = shot["messages"]
    assert words["web"] == 'call <a href="tel:+18002675463">+1 800 267 5463</a>'
    download = telegram.download(photo["media"]["path"])
    assert download
    assert download.data.startswith(b"GIF")


async def test_a_subscription_ends_when_it_is_closed(telegram: Telegram, officer: Person) -> None:
    async with telegram.subscribe() as events:
        await officer.says("one")
        assert (await anext(events))["message"]["text"] == "one"
    await officer.says("two")
    assert [event async for event in events] == []


async def test_an_empty_message_cannot_be_sent(officer: Person) -> None:
    with pytest.raises(ValueError, match="empty"):
        await officer.says(" ")


def test_an_id_belongs_to_one_person(telegram: Telegram) -> None:
    assert telegram.person("Sam", user_id=7).id == 7
    with pytest.raises(ValueError, match="already"):
        telegram.person("Alex", user_id=7)
