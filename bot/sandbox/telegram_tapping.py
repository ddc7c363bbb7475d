"""Which button a person means."""

from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.telegram_shapes import InlineButton, Message


def choose(
    messages: Sequence[Message], wanted: str | InlineButton, message: Message | None, *, anyway: bool
) -> tuple[Message, InlineButton]:
    """The newest message that has the button (or just `message`), by the button itself, its label, or its data."""
    looked_at = [message] if message else [shown for shown in reversed(messages) if shown.buttons]
    for shown in looked_at:
        for button in (button for row in shown.buttons for button in row):
            if wanted in (button, button.text, button.data):
                return shown, button
    if anyway and looked_at:
        data = wanted if isinstance(wanted, str) else wanted.data
        return looked_at[0], InlineButton(str(data), data=data)
    seen = [label for shown in looked_at for label in shown.labels]
    raise LookupError(f"there is no button {wanted!r}; shown are {seen}")


def opened_payload(url: str, username: str) -> str | None:
    """The start payload when the link opens this bot; None for any other link."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    named = parts.path.strip("/") if parts.hostname in ("t.me", "telegram.me") else ""
    if parts.scheme == "tg" and parts.netloc == "resolve":
        named = query.get("domain", [""])[0]
    return query.get("start", [""])[0] if named.lower() == username.lower() else None
