"""The Bot API as strict as the real one: what is refused, in which words, and what each accepted call changes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sandbox.telegram import Person, Telegram

DOUBLE = "exactly the same as a current content and reply markup of the message"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(now=clock)


@pytest.fixture
async def officer(telegram: Telegram) -> Person:
    person = telegram.person("Sam")
    await person.starts()
    return person


async def call(telegram: Telegram, method: str, **params: Any) -> Any:
    """The result, or the refusal as "<status> <words>"."""
    status, payload = await telegram.call(telegram.token, method, params)
    return payload["result"] if status == 200 else f"{status} {payload['description']}"


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


STOP = {"text": "Stop", "callback_data": "stop"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "400 Bad Request: message text is empty"),
        ({"text": ""}, "400 Bad Request: message text is empty"),
        ({"text": " \n "}, "400 Bad Request: message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "400 Bad Request: message text is empty"),
        ({"text": "x" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "😀" * 2049}, "400 Bad Request: message is too long"),
        ({"text": "x" * 40_000}, "400 Bad Request: text is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "400 Bad Request: can't parse entities: Can't find end tag"),
        ({"text": "*x*", "parse_mode": "Markdown"}, "400 Bad Request: unsupported parse_mode"),
        (
            {"text": "x", "reply_markup": "{"},
            "400 Bad Request: can't parse reply keyboard markup JSON object",
        ),
        ({"text": "x", "reply_markup": {"inline_keyboard": [STOP]}}, "must be an Array of Arrays"),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a"})},
            "Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": keyboard({"text": " ", "url": "https://a.org"})},
            "text must be non-empty",
        ),
        ({"text": "x", "reply_markup": keyboard({"url": "https://a.org"})}, 'Can\'t find field "text"'),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a", "url": "tel:988"})},
            "URL 'tel:988' is invalid",
        ),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": "é" * 33})},
            "BUTTON_DATA_INVALID",
        ),
        ({"text": "x", "reply_markup": keyboard(*[STOP] * 101)}, "reply markup is too long"),
        (
            {"text": "x", "reply_markup": keyboard({"text": "a", "copy_text": {"text": ""}})},
            "COPY_TEXT_INVALID",
        ),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "400 Bad Request: message to be replied not found",
        ),
        ({"text": "x", "chat_id": 42}, "400 Bad Request: chat not found"),
        ({"text": "x", "chat_id": ""}, "400 Bad Request: chat_id is empty"),
    ],
)
async def test_a_message_that_cannot_be_sent_is_refused(
    telegram: Telegram, officer: Person, params: dict[str, Any], words: str
) -> None:
    assert words in await call(telegram, "sendMessage", **{"chat_id": officer.id, **params})
    assert not officer.received


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "html"},
        {"text": "x", "reply_markup": keyboard({"text": "a", "callback_data": "é" * 32})},
        {"text": "x", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
    ],
)
async def test_what_just_fits_is_sent(telegram: Telegram, officer: Person, params: dict[str, Any]) -> None:
    assert (await call(telegram, "sendMessage", chat_id=officer.id, **params))[
        "message_id"
    ] == officer.last.id


async def test_entities_may_be_given_instead_of_html(telegram: Telegram, officer: Person) -> None:
    bold = [{"type": "bold", "offset": 3, "length": 2}]
    await call(telegram, "sendMessage", chat_id=officer.id, text=" 😀ab", entities=bold)
    assert officer.last.html == "😀<b>ab</b>"
    assert "can't parse MessageEntity" in await call(
        telegram, "sendMessage", chat_id=officer.id, text="x", entities=[{"type": "bold"}]
    )


async def test_who_blocked_left_or_never_came_cannot_be_written_to(
    telegram: Telegram, officer: Person
) -> None:
    partner = telegram.person("Alex")
    group = await officer.adds_to_group("Night shift")
    await partner.says("hi", chat=group)
    gone = telegram.person("Kim")
    await gone.starts()
    await gone.leaves_telegram()
    await officer.blocks()
    await group.removes_bot(officer.user)
    answers = [
        await call(telegram, "sendMessage", chat_id=who.id, text="x")
        for who in (officer, partner, gone, group)
    ]
    assert answers == [
        "403 Forbidden: bot was blocked by the user",
        "403 Forbidden: bot can't initiate conversation with a user",
        "403 Forbidden: user is deactivated",
        "403 Forbidden: bot was kicked from the group chat",
    ]
    await officer.says("I am back")
    assert (await call(telegram, "sendMessage", chat_id=officer.id, text="x"))["text"] == "x"


async def test_an_edit_changes_in_place_and_without_a_keyboard_removes_it(
    telegram: Telegram, officer: Person
) -> None:
    sent = await call(telegram, "sendMessage", chat_id=officer.id, text="one", reply_markup=keyboard(STOP))
    spot = {"chat_id": officer.id, "message_id": sent["message_id"]}
    again = await call(telegram, "editMessageText", **spot, text="one", reply_markup=keyboard(STOP))
    assert again.startswith("400 Bad Request: message is not modified")
    assert again.endswith(DOUBLE)
    assert "MESSAGE_TOO_LONG" in await call(telegram, "editMessageText", **spot, text="x" * 4097)
    await call(telegram, "editMessageText", **spot, text="two")
    assert (officer.last.text, officer.last.buttons) == ("two", ())
    await call(telegram, "editMessageReplyMarkup", **spot, reply_markup=keyboard(STOP))
    assert officer.last.labels == ["Stop"]
    assert "not modified" in await call(
        telegram, "editMessageReplyMarkup", **spot, reply_markup=keyboard(STOP)
    )
    assert "no caption in the message" in await call(telegram, "editMessageCaption", **spot, caption="x")


async def test_only_the_bots_own_living_messages_can_be_edited(telegram: Telegram, officer: Person) -> None:
    mine = officer.messages[0].id
    spot = {"chat_id": officer.id, "text": "x"}
    missing = await call(telegram, "editMessageText", **spot, message_id=99)
    assert missing == "400 Bad Request: message to edit not found"
    theirs = await call(telegram, "editMessageText", **spot, message_id=mine)
    assert theirs == "400 Bad Request: message can't be edited"


async def test_captions_and_media_are_edited_by_their_own_methods(
    telegram: Telegram, officer: Person
) -> None:
    photo = "https://example.org/breathe.gif"
    assert "caption is too long" in await call(
        telegram, "sendPhoto", chat_id=officer.id, photo=photo, caption="x" * 1025
    )
    sent = await call(telegram, "sendAnimation", chat_id=officer.id, animation=photo, caption="Breathe in")
    spot = {"chat_id": officer.id, "message_id": sent["message_id"]}
    assert "no text in the message to edit" in await call(telegram, "editMessageText", **spot, text="x")
    await call(telegram, "editMessageCaption", **spot, caption="<i>Breathe out</i>", parse_mode="HTML")
    assert officer.last.html == "<i>Breathe out</i>"
    new = {"type": "photo", "media": "https://example.org/rest.png", "caption": "Rest"}
    await call(telegram, "editMessageMedia", **spot, media=new)
    assert officer.last.media
    assert (officer.last.media.kind, officer.last.text) == ("photo", "Rest")
    assert "wrong file identifier" in await call(telegram, "sendPhoto", chat_id=officer.id, photo="nonsense")
    assert "there is no photo in the request" in await call(telegram, "sendPhoto", chat_id=officer.id)


async def test_messages_can_be_taken_back_for_48_hours(
    telegram: Telegram, officer: Person, clock: Clock
) -> None:
    sent = [await call(telegram, "sendMessage", chat_id=officer.id, text=text) for text in "abc"]
    spots = [{"chat_id": officer.id, "message_id": message["message_id"]} for message in sent]
    assert await call(telegram, "deleteMessage", **spots[0]) is True
    assert await call(telegram, "deleteMessage", **spots[0]) == "400 Bad Request: message to delete not found"
    ids = [spots[0]["message_id"], spots[1]["message_id"], 99]
    assert await call(telegram, "deleteMessages", chat_id=officer.id, message_ids=ids) is True
    assert [message.text for message in officer.received] == ["c"]
    clock.now += timedelta(hours=48, seconds=1)
    assert (
        await call(telegram, "deleteMessage", **spots[2])
        == "400 Bad Request: message can't be deleted for everyone"
    )
    too_many = await call(telegram, "deleteMessages", chat_id=officer.id, message_ids=list(range(101)))
    assert "too many message identifiers" in too_many


async def test_a_tap_must_be_answered_in_time(telegram: Telegram, officer: Person, clock: Clock) -> None:
    await call(telegram, "sendMessage", chat_id=officer.id, text="x", reply_markup=keyboard(STOP))
    await officer.taps("Stop")
    await officer.taps("Stop")
    updates = await call(telegram, "getUpdates", offset=-2)
    first, second = (update["callback_query"]["id"] for update in updates)
    answer = {"callback_query_id": first, "text": "Stopped", "show_alert": True}
    assert await call(telegram, "answerCallbackQuery", **answer) is True
    assert (officer.alert, officer.waiting_taps) == ("Stopped", 1)
    clock.now += timedelta(minutes=1)
    late = await call(telegram, "answerCallbackQuery", callback_query_id=second)
    assert late == "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_pins_come_and_go(telegram: Telegram, officer: Person) -> None:
    for text in "ab":
        sent = await call(telegram, "sendMessage", chat_id=officer.id, text=text)
        await call(telegram, "pinChatMessage", chat_id=officer.id, message_id=sent["message_id"])
    assert (await call(telegram, "getChat", chat_id=officer.id))["pinned_message"]["text"] == "b"
    await call(telegram, "unpinChatMessage", chat_id=officer.id)
    assert [message.pinned for message in officer.received] == [True, False]
    await call(telegram, "unpinAllChatMessages", chat_id=officer.id)
    assert "message to unpin not found" in await call(telegram, "unpinChatMessage", chat_id=officer.id)


async def test_messages_are_copied_and_forwarded(telegram: Telegram, officer: Person) -> None:
    partner = telegram.person("Alex")
    await partner.says("what <I> wrote")
    spot = {"chat_id": officer.id, "from_chat_id": partner.id, "message_id": partner.messages[0].id}
    forwarded = await call(telegram, "forwardMessage", **spot)
    assert forwarded["forward_origin"]["sender_user"]["id"] == partner.id
    assert set(await call(telegram, "copyMessage", **spot)) == {"message_id"}
    assert [message.text for message in officer.received] == ["what <I> wrote"] * 2
    secret = await call(telegram, "sendMessage", chat_id=officer.id, text="x", protect_content=True)
    locked = {"chat_id": partner.id, "from_chat_id": officer.id, "message_id": secret["message_id"]}
    assert "can't be forwarded" in await call(telegram, "forwardMessage", **locked)
    assert "can't be copied" in await call(telegram, "copyMessage", **locked)
    assert "message to copy not found" in await call(telegram, "copyMessage", **{**spot, "message_id": 99})


async def test_contact_cards_need_a_number_and_a_name(telegram: Telegram, officer: Person) -> None:
    card = {"chat_id": officer.id, "phone_number": "988", "first_name": "988", "last_name": "Lifeline"}
    assert (await call(telegram, "sendContact", **card))["contact"]["last_name"] == "Lifeline"
    assert officer.last.contact
    assert officer.last.contact.name == "988 Lifeline"
    assert "phone number" in await call(telegram, "sendContact", chat_id=officer.id, first_name="x")
    assert "first name" in await call(telegram, "sendContact", chat_id=officer.id, phone_number="988")


async def test_typing_needs_a_known_action(telegram: Telegram, officer: Person) -> None:
    assert await call(telegram, "sendChatAction", chat_id=officer.id, action="typing") is True
    assert "wrong parameter action" in await call(
        telegram, "sendChatAction", chat_id=officer.id, action="sing"
    )


HELP, AYUDA = ({"command": "help", "description": text} for text in ("Find help", "Buscar ayuda"))


async def test_the_menu_follows_scope_and_language(telegram: Telegram, officer: Person) -> None:
    lupe = telegram.person("Lupe", language_code="es")
    await lupe.starts()
    await call(telegram, "setMyCommands", commands=[HELP])
    await call(telegram, "setMyCommands", commands=[AYUDA], language_code="es")
    special = {**HELP, "command": "broadcast"}
    await call(telegram, "setMyCommands", commands=[special], scope={"type": "chat", "chat_id": officer.id})
    assert telegram.snapshot(lupe.id)["commands"] == [AYUDA]
    assert telegram.snapshot(officer.id)["commands"] == [special]
    await call(telegram, "deleteMyCommands", scope={"type": "chat", "chat_id": officer.id})
    assert telegram.snapshot(officer.id)["commands"] == [HELP]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ({"command": "", "description": "x"}, "command must be non-empty"),
        ({"command": "Help", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "x" * 33, "description": "x"}, "command length must not exceed 32"),
        ({"command": "help", "description": ""}, "command description must be non-empty"),
        ({"command": "help", "description": "x" * 257}, "command description length must not exceed 256"),
    ],
)
async def test_commands_that_telegram_would_not_take(
    telegram: Telegram, command: dict[str, str], words: str
) -> None:
    assert words in await call(telegram, "setMyCommands", commands=[command])


async def test_the_bots_name_and_descriptions_are_kept_by_language(
    telegram: Telegram, officer: Person
) -> None:
    await call(telegram, "setMyDescription", description="Ayuda", language_code="es")
    await call(telegram, "setMyDescription", description="Help")
    await call(telegram, "setMyShortDescription", short_description="Short")
    assert await call(telegram, "getMyDescription", language_code="es") == {"description": "Ayuda"}
    assert await call(telegram, "getMyDescription", language_code="fr") == {"description": "Help"}
    assert await call(telegram, "getMyName") == {"name": "Status Check"}
    assert (await call(telegram, "setMyDescription", description="x" * 513)).startswith("400")
    assert (await call(telegram, "setMyDescription", description="x", language_code="english")).startswith(
        "400"
    )
    shown = telegram.snapshot(officer.id)["bot"]
    assert (shown["description"], shown["short_description"]) == ("Help", "Short")


@pytest.mark.parametrize(
    ("token", "status"), [("", 404), ("nonsense", 404), ("1:x", 401), (f"{Telegram().token}x", 401)]
)
async def test_a_wrong_token_opens_nothing(telegram: Telegram, token: str, status: int) -> None:
    assert (await telegram.call(token, "getMe"))[0] == status


async def test_reply_keyboards_come_and_go(telegram: Telegram, officer: Person) -> None:
    keys = {"keyboard": [["Yes", {"text": "No"}]], "resize_keyboard": True}
    await call(telegram, "sendMessage", chat_id=officer.id, text="?", reply_markup=keys)
    assert telegram.snapshot(officer.id)["keyboard"]["keyboard"] == [[{"text": "Yes"}, {"text": "No"}]]
    await call(telegram, "sendMessage", chat_id=officer.id, text="ok", reply_markup={"remove_keyboard": True})
    assert telegram.snapshot(officer.id)["keyboard"] is None
