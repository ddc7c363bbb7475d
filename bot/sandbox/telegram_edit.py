"""The Bot API methods that change, remove, pin or answer what is already there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.sandbox.telegram_account import Account, Chat
from bot.sandbox.telegram_entities import recognise
from bot.sandbox.telegram_fields import Fields, whole
from bot.sandbox.telegram_html import write
from bot.sandbox.telegram_lookup import DELETABLE_FOR, find_message, for_bot, read_chat, write_chat
from bot.sandbox.telegram_markup import read_markup
from bot.sandbox.telegram_shapes import BadRequest, Json, Media, Message
from bot.sandbox.telegram_texts import Formatted, read_caption, read_text

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
LONGEST_TOAST = 200
MOST_DELETED = 100


def edit_text(account: Account, fields: Fields) -> Json:
    message = _own(account, fields)
    new = read_text(fields, too_long="MESSAGE_TOO_LONG")
    if message.media or message.contact:
        raise BadRequest("there is no text in the message to edit")
    return _change(account, fields, message, new, message.media)


def edit_caption(account: Account, fields: Fields) -> Json:
    message = _own(account, fields)
    if not message.media:
        raise BadRequest("there is no caption in the message to edit")
    return _change(account, fields, message, read_caption(fields), message.media)


def edit_media(account: Account, fields: Fields) -> Json:
    message = _own(account, fields)
    asked = fields.object("media", "media")
    inside = Fields(asked or {}, fields.files)
    kind = inside.text("type")
    if kind not in ("photo", "animation", "document", "video", "audio"):
        raise BadRequest("can't parse InputMedia: media not found")
    if message.contact:
        raise BadRequest("message can't be edited")
    media = account.files.taken_from(inside, "media", kind)
    return _change(account, fields, message, read_caption(inside), replace(media, kind=kind))


def edit_markup(account: Account, fields: Fields) -> Json:
    message = _own(account, fields)
    buttons, _ = read_markup(fields)
    if buttons == message.buttons:
        raise BadRequest(UNCHANGED)
    message.buttons = buttons
    return _edited(account, message)


def _own(account: Account, fields: Fields) -> Message:
    if fields.has("inline_message_id"):
        raise BadRequest("MESSAGE_ID_INVALID")
    chat = write_chat(account, fields)
    message = find_message(chat, fields.integer("message_id"), "message to edit not found")
    if not message.from_bot:
        raise BadRequest("message can't be edited")
    return message


def _change(account: Account, fields: Fields, message: Message, new: Formatted, media: Media | None) -> Json:
    """An edit without a keyboard removes the one that was there."""
    text, entities = new
    buttons, _ = read_markup(fields)
    entities, html = recognise(text, entities), write(text, entities)
    if (text, entities, buttons, media) == (message.text, message.entities, message.buttons, message.media):
        raise BadRequest(UNCHANGED)
    message.text, message.entities, message.html = text, entities, html
    message.buttons, message.media = buttons, media
    return _edited(account, message)


def _edited(account: Account, message: Message) -> Json:
    message.edited_at = account.now()
    account.tell_message("edit", message)
    return for_bot(account, message)


def delete_message(account: Account, fields: Fields) -> bool:
    chat = read_chat(account, fields)
    message = find_message(chat, fields.integer("message_id"), "message to delete not found")
    _delete(account, chat, [message])
    return True


def delete_messages(account: Account, fields: Fields) -> bool:
    """Up to a hundred at once; those that are not there any more are passed over."""
    chat = read_chat(account, fields)
    ids = fields.value("message_ids", "message identifiers")
    if not isinstance(ids, list) or not ids:
        raise BadRequest("message identifiers are not specified")
    if len(ids) > MOST_DELETED:
        raise BadRequest("too many message identifiers specified")
    found = [chat.history.get(whole(number)) for number in ids]
    _delete(account, chat, [message for message in found if message and not message.deleted])
    return True


def _delete(account: Account, chat: Chat, messages: list[Message]) -> None:
    """All or none: after 48 hours nothing can be taken back; in groups a bot takes back only its own."""
    for message in messages:
        if account.now() - message.date > DELETABLE_FOR or (chat.kind != "private" and not message.from_bot):
            raise BadRequest("message can't be deleted for everyone")
    for message in messages:
        message.deleted, message.pinned = True, False
    if messages:
        account.tell(
            {"kind": "delete", "chat_id": chat.id, "message_ids": [message.id for message in messages]}
        )


def pin_message(account: Account, fields: Fields) -> bool:
    chat = write_chat(account, fields)
    message = find_message(chat, fields.integer("message_id"), "message to pin not found")
    _pin(account, message, pinned=True)
    return True


def unpin_message(account: Account, fields: Fields) -> bool:
    """The named message, or the newest pinned one."""
    chat = write_chat(account, fields)
    if fields.has("message_id"):
        message = find_message(chat, fields.integer("message_id"), "message to unpin not found")
    else:
        pinned = [message for message in chat.visible if message.pinned]
        if not pinned:
            raise BadRequest("message to unpin not found")
        message = pinned[-1]
    _pin(account, message, pinned=False)
    return True


def unpin_all(account: Account, fields: Fields) -> bool:
    for message in write_chat(account, fields).visible:
        if message.pinned:
            _pin(account, message, pinned=False)
    return True


def _pin(account: Account, message: Message, *, pinned: bool) -> None:
    message.pinned = pinned
    account.tell_message("pin", message)


def answer_tap(account: Account, fields: Fields) -> bool:
    """Ends the waiting circle on a button. A second answer is accepted and shows nothing."""
    tap = account.taps.get(fields.text("callback_query_id"))
    if not tap or account.now() - tap.at > account.tap_lives:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    text = fields.text("text")
    if len(text) > LONGEST_TOAST:
        raise BadRequest("MESSAGE_TOO_LONG")
    if tap.answered:
        return True
    tap.answered = True
    account.toasts[tap.user_id] = text
    alert = fields.flag("show_alert")
    account.tell(
        {"kind": "toast", "chat_id": tap.chat_id, "user_id": tap.user_id, "text": text, "alert": alert}
    )
    return True


METHODS: dict[str, Callable[[Account, Fields], Any]] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin_message,
    "unpinChatMessage": unpin_message,
    "unpinAllChatMessages": unpin_all,
    "answerCallbackQuery": answer_tap,
}
