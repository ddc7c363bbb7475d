"""Formatting a person typed, as Telegram HTML made here: only known tags, only safe links, always closed in order."""

import html
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One Telegram entity: offset and length in UTF-16 units, as Telegram counts."""

    kind: str
    offset: int
    length: int
    url: str = ""


def to_html(text: str, marks: Iterable[Mark]) -> str:
    """The text with its formatting. What we do not know (mentions, custom emoji) stays as plain words.

    Mentions of people are dropped on purpose: they carry a Telegram id.
    """
    units = text.encode("utf-16-le")
    kept = [_fitted(mark, units) for mark in marks if mark.kind in TAGS or _links(mark)]
    kept = sorted((mark for mark in kept if mark.length > 0), key=lambda mark: (mark.offset, -mark.length))
    ends = (edge for mark in kept for edge in (mark.offset, mark.offset + mark.length))
    cuts = sorted({0, len(units) // 2, *ends})
    out: list[str] = []
    open_marks: list[Mark] = []
    for start, end in pairwise(cuts):
        wanted = [mark for mark in kept if mark.offset <= start and end <= mark.offset + mark.length]
        same = _common(open_marks, wanted)
        out += [_closing(mark) for mark in reversed(open_marks[same:])]
        out += [_opening(mark) for mark in wanted[same:]]
        open_marks = wanted
        out.append(html.escape(units[2 * start : 2 * end].decode("utf-16-le", "ignore"), quote=False))
    out += [_closing(mark) for mark in reversed(open_marks)]
    return "".join(out)


def links(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The addresses that hide behind words."""
    return tuple(mark.url for mark in marks if _links(mark))


def _links(mark: Mark) -> bool:
    return mark.kind == "text_link" and mark.url.lower().startswith(("https://", "http://"))


def _fitted(mark: Mark, units: bytes) -> Mark:
    """Inside the text, and never in the middle of a character of two units."""
    start, end = (_whole(edge, units) for edge in (mark.offset, mark.offset + mark.length))
    return replace(mark, offset=start, length=end - start)


def _whole(edge: int, units: bytes) -> int:
    edge = max(0, min(edge, len(units) // 2))
    in_the_middle = 0xDC <= units[2 * edge + 1] <= 0xDF if 2 * edge < len(units) else False
    return edge + in_the_middle


def _common(before: list[Mark], after: list[Mark]) -> int:
    same = 0
    while same < min(len(before), len(after)) and before[same] is after[same]:
        same += 1
    return same


def _opening(mark: Mark) -> str:
    if mark.kind == "text_link":
        return f'<a href="{html.escape(mark.url, quote=True)}">'
    return f"<{TAGS[mark.kind]}>"


def _closing(mark: Mark) -> str:
    return "</a>" if mark.kind == "text_link" else f"</{TAGS[mark.kind]}>"
