"""Keyboards under messages: read and refused as the real server does."""

from typing import Any

from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_html import checked_link
from bot.sandbox.telegram_shapes import BadRequest, InlineButton, Json

Rows = tuple[tuple[InlineButton, ...], ...]
MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
MOST_COPIED = 256


def read_markup(fields: Fields) -> tuple[Rows, Json | None]:
    """The inline rows, and the reply keyboard (or its removal, or a forced reply) as it was sent."""
    markup = fields.object("reply_markup", "reply keyboard markup")
    if not markup:
        return (), None
    if "inline_keyboard" not in markup:
        return (), _reply_keyboard(markup)
    rows = markup["inline_keyboard"]
    if not _rows(rows):
        raise BadRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    read = tuple(tuple(_button(button) for button in row) for row in rows if row)
    if sum(map(len, read)) > MOST_BUTTONS:
        raise BadRequest("reply markup is too long")
    return read, None


def _rows(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, list) for row in rows)


def _reply_keyboard(markup: Json) -> Json | None:
    if "keyboard" in markup:
        if not _rows(markup["keyboard"]):
            raise BadRequest('field "keyboard" must be an Array of Arrays')
        keyboard = [
            [{"text": button} if isinstance(button, str) else button for button in row]
            for row in markup["keyboard"]
        ]
        if not all(isinstance(button, dict) and button.get("text") for row in keyboard for button in row):
            raise BadRequest("keyboard button text must be non-empty")
        return {**markup, "keyboard": keyboard}
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def _button(button: Any) -> InlineButton:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unreadable('Can\'t find field "text"')
    text = button["text"].strip()
    if not text:
        raise BadRequest("inline keyboard button text must be non-empty")
    if url := button.get("url"):
        if not checked_link(str(url)):
            raise BadRequest(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return InlineButton(text, url=str(url))
    if data := button.get("callback_data"):
        if len(str(data).encode()) > MOST_DATA_BYTES:
            raise BadRequest("BUTTON_DATA_INVALID")
        return InlineButton(text, data=str(data))
    return _copying(text, button)


def _copying(text: str, button: Json) -> InlineButton:
    copied = button.get("copy_text")
    if not isinstance(copied, dict):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    words = str(copied.get("text", ""))
    if not 1 <= len(words) <= MOST_COPIED:
        raise BadRequest("BUTTON_COPY_TEXT_INVALID")
    return InlineButton(text, copy_text=words)


def _unreadable(reason: str) -> BadRequest:
    return BadRequest(f"can't parse inline keyboard button: {reason}")
