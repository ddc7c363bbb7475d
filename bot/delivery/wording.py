"""Fitting Telegram HTML to Telegram: pieces short enough to send, and the same words bare."""

import html
import re

from bot.screens import TEXT_LIMIT

TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)\b[^<>]*>", re.IGNORECASE)
LINK = re.compile(r'<a\s+href="([^"]*)"[^>]*>(.*?)</a>', re.IGNORECASE | re.DOTALL)
UNFINISHED = re.compile(r"(?:<[^<>]*|&#?\w*)\Z")
CLOSING = 100  # characters kept free for the tags that a split has to close
BREAKS = ("\n\n", "\n", ". ", " ")


def plain(text: str) -> str:
    """The words without formatting; a link keeps its address, since the address may be the help."""
    spelled_out = LINK.sub(lambda link: f"{link[2]} ({link[1]})", text)
    return html.unescape(TAG.sub("", spelled_out))


def pieces(text: str) -> list[str]:
    """`text` in messages of at most 4,096 characters, split at a paragraph where there is one.

    Formatting open at a split is closed and opened again. Counted with its tags, so a piece is never too long.
    """
    found = []
    while _length(text) > TEXT_LIMIT:
        cut = _cut(text)
        tags = _open_tags(text[:cut])
        closing = "".join(f"</{name}>" for name, _ in reversed(tags))
        found.append(text[:cut].rstrip() + closing)
        text = "".join(tag for _, tag in tags) + text[cut:].lstrip()
    if not found:
        return [text]
    return [piece for piece in (*found, text) if plain(piece).strip()] or [text]


def _length(text: str) -> int:
    """UTF-16 units, which is how Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> int:
    units = 2 * (TEXT_LIMIT - CLOSING)
    room = len(text.encode("utf-16-le")[:units].decode("utf-16-le", "ignore"))
    for mark in BREAKS:
        cut = text.rfind(mark, room // 3, room)
        if cut != -1 and not UNFINISHED.search(text, 0, cut):
            return cut + len(mark)
    unfinished = UNFINISHED.search(text, 0, room)
    return unfinished.start() if unfinished and unfinished.start() else room


def _open_tags(text: str) -> list[tuple[str, str]]:
    tags: list[tuple[str, str]] = []
    for tag in TAG.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            tags.append((name, tag[0]))
        elif tags and tags[-1][0] == name:
            tags.pop()
    return tags
