"""Which stretches of a text are what: tidying formatted ones, and recognising links, commands and phone numbers.

Offsets count UTF-16 code units throughout, as the Bot API does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.sandbox.telegram_shapes import Entity

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
CODE = frozenset({"code", "pre"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
RECOGNISED = frozenset({"url", "email", "phone_number", "bot_command", "mention", "hashtag"})
_ORDER = {name: n for n, name in enumerate((*sorted(QUOTES), "text_link", "pre", *STYLES, "code"))}

_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,})"
    r"|(?P<url>(?:https?://[^\s<>\"]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:org|com|net|gov|edu|us|uk|ca|ie|mil|info|me)"
    r"(?:/[^\s<>\"]*)?)(?<![.,;:!?)\]'])(?!\w))"
    r"|(?P<bot_command>(?<![\w/<@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])(?:\+\d[\d ()./-]{6,18}\d|1?[ -]?\(?\d{3}\)?[ -]\d{3}[ -]\d{4})(?![\w]))",
    re.IGNORECASE,
)


def utf16(text: str) -> int:
    """How many UTF-16 code units the text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The stretch of `text` that an entity covers."""
    if text.isascii():
        return text[offset : offset + length]
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


@lru_cache(maxsize=1024)
def recognise(text: str, formatted: tuple[Entity, ...] = ()) -> tuple[Entity, ...]:
    """`formatted` plus what clients would make tappable by themselves, sorted. Doing it twice changes nothing."""
    formatted = tuple(entity for entity in formatted if entity.type not in RECOGNISED)
    taken = [entity for entity in formatted if entity.type in CODE or entity.type == "text_link"]
    found = []
    for match in _FOUND.finditer(text):
        entity = Entity(str(match.lastgroup), utf16(text[: match.start()]), utf16(match.group()))
        if not any(entity.offset < other.end and other.offset < entity.end for other in taken):
            found.append(entity)
    return tuple(sorted((*formatted, *found), key=_place))


def tidy(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Telegram's rules: code holds nothing else, quotes and links do not nest, equal styles merge. Sorted."""
    given = [entity for entity in entities if entity.length > 0]
    code = _without_overlaps(entity for entity in given if entity.type in CODE)
    holes = _merged((entity.offset, entity.end) for entity in code)
    kept = [*code, *_without_overlaps(e for e in given if e.type in QUOTES)]
    kept += _without_overlaps(e for e in given if e.type == "text_link" and not _touches(e, holes))
    for style in STYLES:
        spans = _merged((entity.offset, entity.end) for entity in given if entity.type == style)
        kept += [Entity(style, start, end - start) for start, end in _minus(spans, holes)]
    return tuple(sorted(kept, key=_place))


def shift(entities: Iterable[Entity], by: int, room: int) -> tuple[Entity, ...]:
    """The entities moved left by `by` and clipped to a text of `room` units; empty ones vanish."""
    moved = []
    for entity in entities:
        start, end = max(entity.offset - by, 0), min(entity.end - by, room)
        if start < end:
            moved.append(Entity(entity.type, start, end - start, entity.url, entity.language))
    return tuple(moved)


def trim(text: str, entities: Sequence[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """White space at both ends goes, as on the real server."""
    stripped = text.strip()
    if stripped == text:
        return text, tuple(entities)
    lead = utf16(text[: len(text) - len(text.lstrip())])
    return stripped, shift(entities, lead, utf16(stripped))


def _place(entity: Entity) -> tuple[int, int, int]:
    return entity.offset, -entity.length, _ORDER.get(entity.type, 99)


def _without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(entities, key=_place):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _touches(entity: Entity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(entity.offset < end and start < entity.end for start, end in spans)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _minus(spans: Iterable[tuple[int, int]], holes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        for hole_start, hole_end in holes:
            if hole_start < end and start < hole_end:
                if start < hole_start:
                    yield start, hole_start
                start = hole_end
        if start < end:
            yield start, end
