"""An article's Markdown as Telegram HTML: paragraphs, bold, italics, lists and https links; the rest stays plain text.

Whatever is written in the file, what comes out is escaped and carries no tag Telegram would refuse.
"""

import html
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "• "
RULES = ("list", "emphasis", "link", "escape", "entity", "newline")
"""Every other rule of CommonMark is off: a heading or raw HTML arrives as the characters that were typed."""
TAGS = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>"}
BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def to_telegram_html(body: str) -> str:
    """The body as Telegram HTML, blocks apart by one empty line, items of a list by none."""
    text, marker, was_item = "", "", False
    for token in _parser().parse(body):
        if token.type == "list_item_open":
            marker = f"{token.info}. " if token.info else BULLET
        elif token.type == "inline":
            is_item = token.level > 1
            gap = ("\n" if is_item and was_item else "\n\n") if text else ""
            text += f"{gap}{marker}{''.join(_inline(token.children or ()))}"
            marker, was_item = "", is_item
    return text


def warm_up() -> None:
    """Read the parser in: on a thread at start, so that nobody waits the 24 ms in the middle of a conversation."""
    _parser()


@cache
def _parser() -> "MarkdownIt":
    # Imported on first use: it would be a fifth of what the bot needs to start.
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(list(RULES))


def _inline(tokens: Iterable["Token"]) -> Iterator[str]:
    open_link = False
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs["href"])
            open_link = address.startswith("https://")
            yield f'<a href="{html.escape(address)}">' if open_link else ""
        elif token.type == "link_close":
            yield "</a>" if open_link else ""
        else:
            yield TAGS.get(token.type) or BREAKS.get(token.type) or html.escape(token.content, quote=False)
