"""The Bot API methods that put something new into a chat."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.sandbox.telegram_account import Account, Chat
from bot.sandbox.telegram_fields import Fields, whole
from bot.sandbox.telegram_lookup import find_message, for_bot, read_chat, write_chat
from bot.sandbox.telegram_markup import read_markup
from bot.sandbox.telegram_shapes import BadRequest, Contact, Json, Message
from bot.sandbox.telegram_texts import read_caption, read_text

ACTIONS = frozenset(
    {"typing", "choose_sticker", "find_location"}
    | {f"{verb}_{what}" for verb in ("record", "upload") for what in ("video", "voice", "video_note")}
    | {"upload_photo", "upload_document"}
)


def send_message(account: Account, fields: Fields) -> Json:
    chat = write_chat(account, fields)
    text, entities = read_text(fields)
    return _post(account, chat, fields, text=text, entities=entities)


def send_contact(account: Account, fields: Fields) -> Json:
    chat = write_chat(account, fields)
    if not fields.has("phone_number"):
        raise BadRequest("phone number is empty")
    if not fields.has("first_name"):
        raise BadRequest("first name is empty")
    last_name, vcard = fields.text("last_name"), fields.text("vcard")
    contact = Contact(fields.text("phone_number"), fields.text("first_name"), last_name, vcard)
    return _post(account, chat, fields, contact=contact)


def _sends(kind: str) -> Callable[[Account, Fields], Json]:
    def send_media(account: Account, fields: Fields) -> Json:
        chat = write_chat(account, fields)
        text, entities = read_caption(fields)
        media = account.files.taken_from(fields, kind, kind)
        return _post(account, chat, fields, media=replace(media, kind=kind), text=text, entities=entities)

    return send_media


def _post(account: Account, chat: Chat, fields: Fields, **content: Any) -> Json:
    """What all new messages share: keyboard, reply, protection, silence."""
    buttons, keyboard = read_markup(fields)
    reply_to = _reply_to(chat, fields)
    message = account.post(
        chat, buttons=buttons, keyboard=keyboard, reply_to=reply_to and reply_to.id,
        protected=fields.flag("protect_content"), silent=fields.flag("disable_notification"), **content,
    )  # fmt: skip
    return for_bot(account, message)


def _reply_to(chat: Chat, fields: Fields) -> Message | None:
    asked = fields.object("reply_parameters", "reply parameters") or {}
    if not asked and fields.has("reply_to_message_id"):
        allowed = fields.flag("allow_sending_without_reply")
        asked = {"message_id": fields.integer("reply_to_message_id"), "allow_sending_without_reply": allowed}
    if not asked:
        return None
    message = chat.history.get(whole(asked.get("message_id")))
    if message and not message.deleted:
        return message
    if asked.get("allow_sending_without_reply"):
        return None
    raise BadRequest("message to be replied not found")


def send_chat_action(account: Account, fields: Fields) -> bool:
    chat = write_chat(account, fields)
    action = fields.text("action")
    if action.lower() not in ACTIONS:
        raise BadRequest("wrong parameter action in request")
    account.tell({"kind": "typing", "chat_id": chat.id, "action": action})
    return True


def copy_message(account: Account, fields: Fields) -> Json:
    chat, original = _original(account, fields, "copy", "copied")
    changed: dict[str, Any] = {}
    if original.media and fields.has("caption"):
        changed["text"], changed["entities"] = read_caption(fields)
    content = _content(original) | changed
    return {"message_id": _post(account, chat, fields, **content)["message_id"]}


def forward_message(account: Account, fields: Fields) -> Json:
    chat, original = _original(account, fields, "forward", "forwarded")
    sender = account.me if original.from_bot else account.chats[original.sender_id].user
    origin = {"type": "user", "sender_user": sender, "date": int(original.date.timestamp())}
    return _post(account, chat, fields, **_content(original), extra={"forward_origin": origin})


def _original(account: Account, fields: Fields, verb: str, done: str) -> tuple[Chat, Message]:
    chat = write_chat(account, fields)
    source = read_chat(account, fields, "from_chat_id")
    original = find_message(source, fields.integer("message_id"), f"message to {verb} not found")
    if original.protected:
        raise BadRequest(f"message can't be {done}")
    return chat, original


def _content(original: Message) -> dict[str, Any]:
    kept = {"text": original.text, "contact": original.contact, "media": original.media}
    return kept | {"entities": original.entities}


METHODS: dict[str, Callable[[Account, Fields], Any]] = {
    "sendMessage": send_message,
    "sendContact": send_contact,
    "sendPhoto": _sends("photo"),
    "sendAnimation": _sends("animation"),
    "sendDocument": _sends("document"),
    "sendVideo": _sends("video"),
    "sendAudio": _sends("audio"),
    "sendVoice": _sends("voice"),
    "sendChatAction": send_chat_action,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
}
