"""A change in a chat as plain text: links spelled out, buttons numbered, cards and pictures named."""

import textwrap

import phonenumbers

from bot.sandbox.telegram_entities import cut, utf16
from bot.sandbox.telegram_shapes import Event, Json

SHORT = 60


def describe(event: Event) -> str:
    """What to print after the bot's name, or "" for what a terminal does not show."""
    kind = event["kind"]
    if kind in ("message", "edit") and event["message"]["from_bot"]:
        changed = " (changed)" if kind == "edit" else ""
        return f"{changed}:\n{textwrap.indent(bubble(event['message']), '  ', lambda _: True)}"
    if kind == "delete":
        count = len(event["message_ids"])
        return " (took back a message)" if count == 1 else f" (took back {count} messages)"
    if kind == "pin":
        verb = "pinned" if event["message"]["pinned"] else "unpinned"
        return f" ({verb}: {textwrap.shorten(event['message']['text'], SHORT)})"
    if kind == "toast" and event["text"]:
        return f" ({'alert' if event['alert'] else 'notice'}): {event['text']}"
    return ""


def bubble(message: Json) -> str:
    """One message: what it carries, its text, its buttons."""
    parts = []
    if contact := message["contact"]:
        parts.append(f"[contact card] {contact['name']} - {spaced(contact['phone_number'])}")
    if media := message["media"]:
        parts.append(f"[{media['kind']}] {media['name'] or media['url']}".rstrip())
    if message["text"]:
        parts.append(plain(message["text"], message["entities"]))
    buttons = [button for row in message["buttons"] for button in row]
    parts += [f"[{number}] {_button(button)}" for number, button in enumerate(buttons, start=1)]
    return "\n".join(parts)


def plain(text: str, entities: list[Json]) -> str:
    """The text with each link's address behind its words, quotes marked, formatting gone."""
    out, at = [], 0
    links = (entity for entity in entities if entity["type"] == "text_link")
    for link in links:
        end = link["offset"] + link["length"]
        words = cut(text, link["offset"], link["length"])
        shown = "" if words.rstrip("/") == link["url"].rstrip("/") else f" ({link['url']})"
        out.append(cut(text, at, end - at) + shown)
        at = end
    return "".join(out) + cut(text, at, utf16(text) - at)


def spaced(number: str) -> str:
    """A phone number grouped as it is read aloud, or as it came when it is not one."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL).replace("-", " ")


def _button(button: Json) -> str:
    if button["kind"] == "url":
        return f"{button['text']}: {button['url']}"
    return (
        f"{button['text']} (copies {button['copy_text']})"
        if button["kind"] == "copy"
        else str(button["text"])
    )
