"""Messages as JSON: as the Bot API spells them, and as a page shows them."""

from bot.sandbox.telegram_entities import cut
from bot.sandbox.telegram_files import file_fields
from bot.sandbox.telegram_html import write
from bot.sandbox.telegram_shapes import Contact, Entity, InlineButton, Json, Media, Message

SIZE = {"width": 320, "height": 320}
MEDIA_FIELDS: dict[str, Json] = {
    "animation": {**SIZE, "duration": 1},
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "audio": {"duration": 3},
    "video": {**SIZE, "duration": 3},
    "video_note": {"length": 240, "duration": 3},
    "sticker": {**SIZE, "type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"},
}


def message_for_bot(message: Message, chat: Json, sender: Json) -> Json:
    """The Message object of the Bot API."""
    wire: Json = {
        "message_id": message.id,
        "from": sender,
        "chat": chat,
        "date": int(message.date.timestamp()),
    }
    if message.edited_at:
        wire["edit_date"] = int(message.edited_at.timestamp())
    if message.text:
        text, entities = ("caption", "caption_entities") if message.media else ("text", "entities")
        wire[text] = message.text
        if message.entities:
            wire[entities] = [entity.as_dict() for entity in message.entities]
    if message.media:
        wire |= media_for_bot(message.media)
    if message.contact:
        wire["contact"] = contact_for_bot(message.contact)
    if message.buttons:
        wire["reply_markup"] = {
            "inline_keyboard": [[button.as_dict() for button in row] for row in message.buttons]
        }
    if message.protected:
        wire["has_protected_content"] = True
    return wire | message.extra


def media_for_bot(media: Media) -> Json:
    if media.kind == "photo":
        return {"photo": [file_fields(media) | SIZE]}
    named = (
        {"file_name": media.name} if media.name and media.kind in ("animation", "document", "audio") else {}
    )
    typed = {"mime_type": media.mime} if media.mime and media.kind != "sticker" else {}
    body = file_fields(media) | named | typed | MEDIA_FIELDS.get(media.kind, {})
    return {"animation": body, "document": body} if media.kind == "animation" else {media.kind: body}


def contact_for_bot(contact: Contact) -> Json:
    optional = {"last_name": contact.last_name, "vcard": contact.vcard}
    base: Json = {"phone_number": contact.phone_number, "first_name": contact.first_name}
    return base | {key: value for key, value in optional.items() if value}


def message_for_page(message: Message) -> Json:
    """A bubble as JSON: times are ISO 8601, `html` is Telegram's, `web` is safe to put into a page as it stands."""
    return {
        "id": message.id, "chat_id": message.chat_id, "from_bot": message.from_bot, "sender": message.sender,
        "sender_id": message.sender_id, "date": message.date.isoformat(), "text": message.text, "html": message.html,
        "web": web(message.text, message.entities), "entities": [entity.as_dict() for entity in message.entities],
        "buttons": [[_page_button(button) for button in row] for row in message.buttons],
        "contact": _page_contact(message.contact), "media": _page_media(message.media), "reply_to": message.reply_to,
        "keyboard": message.keyboard, "protected": message.protected, "silent": message.silent,
        "pinned": message.pinned, "deleted": message.deleted,
        "edited_at": message.edited_at.isoformat() if message.edited_at else None,
        "forwarded": "forward_origin" in message.extra, "location": message.extra.get("location"),
    }  # fmt: skip


def web(text: str, entities: tuple[Entity, ...]) -> str:
    """Escaped HTML for a web page, with recognised links, commands, addresses and phone numbers made tappable.

    A command becomes <a href="command:/help">. Line breaks stay as they are (white-space: pre-wrap).
    """
    linked = tuple(_linked(entity, cut(text, entity.offset, entity.length)) for entity in entities)
    return write(text, linked)


def _linked(entity: Entity, covered: str) -> Entity:
    addresses = {
        "url": covered if "://" in covered else f"https://{covered}",
        "email": f"mailto:{covered}",
        "phone_number": "tel:" + "".join(c for c in covered if c.isdigit() or c == "+"),
        "bot_command": f"command:{covered}",
    }
    if entity.type not in addresses:
        return entity
    return Entity("text_link", entity.offset, entity.length, addresses[entity.type])


def _page_button(button: InlineButton) -> Json:
    kind = "callback" if button.data is not None else "url" if button.url is not None else "copy"
    return {
        "text": button.text,
        "kind": kind,
        "data": button.data,
        "url": button.url,
        "copy_text": button.copy_text,
    }


def _page_contact(contact: Contact | None) -> Json | None:
    return {"name": contact.name, "phone_number": contact.phone_number} if contact else None


def _page_media(media: Media | None) -> Json | None:
    if not media:
        return None
    return {"kind": media.kind, "path": media.path, "mime": media.mime, "name": media.name,
            "size": media.size, "url": media.url, "file_id": media.file_id}  # fmt: skip
