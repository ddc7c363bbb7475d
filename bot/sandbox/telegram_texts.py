"""Texts and captions of a call: parsed, trimmed, and held to Telegram's lengths."""

from typing import Any

from bot.sandbox.telegram_entities import shift, tidy, trim, utf16
from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_html import TAGS, checked_link, parse
from bot.sandbox.telegram_shapes import BadRequest, Entity, Json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_BYTES = 1 << 15

Formatted = tuple[str, tuple[Entity, ...]]


def read_text(fields: Fields, too_long: str = "message is too long") -> Formatted:
    """The text of sendMessage and editMessageText; lengths count UTF-16 units after parsing."""
    if not fields.has("text"):
        raise BadRequest("message text is empty")
    text, entities = formatted(
        fields.text("text"), fields.text("parse_mode"), fields.objects("entities", "entities")
    )
    if not text:
        raise BadRequest("message text is empty")
    if utf16(text) > LONGEST_TEXT:
        raise BadRequest(too_long)
    return text, entities


def read_caption(fields: Fields) -> Formatted:
    given = fields.objects("caption_entities", "caption entities")
    text, entities = formatted(fields.text("caption"), fields.text("parse_mode"), given)
    if utf16(text) > LONGEST_CAPTION:
        raise BadRequest("message caption is too long")
    return text, entities


def formatted(text: str, parse_mode: str, given: list[Json] | None) -> Formatted:
    """Text and entities by parse_mode HTML, by explicit entities, or plain."""
    if len(text) * 4 > MOST_BYTES and len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise BadRequest("text is too long")
    text = text.replace("\r\n", "\n").replace("\x00", "")
    if text and parse_mode and parse_mode.lower() != "none":
        if parse_mode.lower() != "html":  # Markdown is real, but nothing of ours may use it
            raise BadRequest("unsupported parse_mode")
        return trim(*parse(text))
    entities = tidy(_entity(item) for item in given or () if str(item.get("type")) in TAGS)
    return trim(text, shift(entities, 0, utf16(text)))


def _entity(item: dict[str, Any]) -> Entity:
    try:
        kind, offset, length = str(item["type"]), int(item["offset"]), int(item["length"])
    except (KeyError, TypeError, ValueError) as wrong:
        raise BadRequest("can't parse MessageEntity: offset and length are needed") from wrong
    url = checked_link(str(item.get("url", ""))) if kind == "text_link" else ""
    return Entity(kind, offset, length, url, str(item.get("language", "")))
