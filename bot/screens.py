"""A screen is what a person sees: text, buttons and cards as data. This module alone knows Telegram's limits on them."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

DATA_LIMIT = 64  # bytes of callback_data, https://core.telegram.org/bots/api#inlinekeyboardbutton
TEXT_LIMIT = (
    4096  # characters of a message after entity parsing, https://core.telegram.org/bots/api#sendmessage
)


# More digits than a row's number can have, more than a version, or digits that are not 0 to 9: forged.
NO_NUMBER_OF_OURS = re.compile(r"\d{16}|:[0-9a-f]{16}[0-9a-f]*$|(?![0-9])\d")


class ButtonTooLong(ValueError):
    """A button carries more than Telegram's 64 bytes; the content id or choice behind it must be shorter."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button: `data` comes back to us, `url` opens a page, `copy_text` fills the clipboard."""

    label: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None


@dataclass(frozen=True, slots=True)
class PhoneCard:
    """A contact card: the one thing in Telegram that dials when tapped. `number` in E.164 or a short code."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Screen:
    """One answer. `text` is Telegram HTML whose variable parts are already escaped; `key` names its sentence.

    `meant`: what words mean here that are on no button ("more", "back"; see flows/moves.toml), as data of a button.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    cards: tuple[PhoneCard, ...] = ()
    forwardable: bool = True
    key: str = ""
    meant: Mapping[str, str] = field(default_factory=dict)

    def with_rows(self, *rows: tuple[Button, ...]) -> "Screen":
        """The same screen with more rows of buttons below."""
        return replace(self, buttons=self.buttons + tuple(row for row in rows if row))


@dataclass(frozen=True, slots=True)
class Tap:
    """What a tapped button said: where it belongs, which step, which choice, and the version of its screen."""

    flow: str
    step: str = ""
    choice: str = ""
    version: int = 0


def escape(value: str) -> str:
    """Make a value safe inside Telegram HTML; quotes matter inside href only, where we also use this."""
    return html.escape(value, quote=True)


def pack(flow: str, step: str = "", choice: str = "", version: int = 0) -> str:
    """Callback data `flow:step:choice:version`, at most 64 bytes. Raises ButtonTooLong or ValueError on a colon."""
    if any(":" in part for part in (flow, step, choice)):
        raise ValueError(f"a colon separates the parts of a button: {flow!r} {step!r} {choice!r}")
    data = f"{flow}:{step}:{choice}:{version:x}" if version else f"{flow}:{step}:{choice}".rstrip(":")
    if len(data.encode()) > DATA_LIMIT:
        raise ButtonTooLong(data)
    return data


def unpack(data: str) -> Tap | None:
    """Read callback data back; None when it was never ours (forged, or from an older release)."""
    parts = data.split(":")
    if not parts[0].isidentifier() or len(parts) > 4 or len(data.encode(errors="replace")) > DATA_LIMIT:
        return None
    if NO_NUMBER_OF_OURS.search(data):
        return None
    flow, step, choice, version = (*parts, "", "", "")[:4]
    try:
        return Tap(flow, step, choice, int(version or "0", 16))
    except ValueError:
        return None


def keyboard(screen: Screen) -> dict[str, Any] | None:
    """The buttons of a screen as JSON (https://core.telegram.org/bots/api#inlinekeyboardmarkup); None without any."""
    rows = [[_telegram_button(button) for button in row] for row in screen.buttons if row]
    return {"inline_keyboard": rows} if rows else None


def _telegram_button(button: Button) -> dict[str, Any]:
    if button.url is not None:
        return {"text": button.label, "url": button.url}
    if button.copy_text is not None:
        return {"text": button.label, "copy_text": {"text": button.copy_text}}
    return {"text": button.label, "callback_data": button.data or "noop"}
