"""Telegram's HTML: read it as strictly as the real server does, with its own error texts, and write it back."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from bot.sandbox.telegram_entities import RECOGNISED, cut, tidy, utf16
from bot.sandbox.telegram_shapes import BadRequest, Entity

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler", "code": "code",
    "pre": "pre", "text_link": "a", "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
_PIECE = re.compile(r"[^<&]+|&|<")
_REFERENCE = re.compile(
    r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<dec>[0-9]{1,7})|(?P<name>lt|gt|amp|quot)(?![A-Za-z]));?"
)
_ATTRIBUTE = re.compile(
    r"\s*([^\s=>/\"']+)\s*(?:=\s*(\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[\w.-]*))?\s*", re.ASCII
)
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


@lru_cache(maxsize=1024)  # a broadcast says the same to everybody
def parse(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Text and its entities (UTF-16 offsets). Raises BadRequest "can't parse entities: ..." with byte offsets."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.found: list[Entity] = []

    def read(self) -> tuple[str, tuple[Entity, ...]]:
        while piece := _PIECE.match(self.source, self.at):
            if piece.group() == "<":
                self._end_tag() if self.source.startswith("</", self.at) else self._start_tag()
            elif piece.group() == "&":
                self._reference()
            else:
                self._write(piece.group())
                self.at = piece.end()
        if self.open:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), tidy(self.found)

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.offset += utf16(text)

    def _reference(self) -> None:
        match = _REFERENCE.match(self.source, self.at)
        char = _character(match) if match else ""
        self.at = match.end() if match and char else self.at + 1
        self._write(char or "&")

    def _start_tag(self) -> None:
        begin, source = self.at, self.source
        end = begin + 1
        while end < len(source) and not source[end].isspace() and source[end] != ">":
            end += 1
        if end >= len(source):
            raise _wrong(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = source[begin + 1 : end].lower()
        if tag not in KINDS:
            raise _wrong(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        self.at = end
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(_Open(tag, argument, self.offset, len(self.out)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            while self.at < len(self.source) and self.source[self.at].isspace():
                self.at += 1
            if self.source.startswith(">", self.at):
                self.at += 1
                return argument
            if self.at >= len(self.source):
                raise _wrong(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
            match = _ATTRIBUTE.match(self.source, self.at)
            if not match:
                raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
            self.at = match.end()
            argument = _argument(tag, match.group(1), match.group(2)) or argument

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _wrong(f"Unexpected end tag at byte offset {self._byte(begin)}")
        close = self.source.find(">", begin)
        if close < 0:
            raise _wrong(f"Unclosed end tag at byte offset {self._byte(begin)}")
        tag = self.source[begin + 2 : close].strip().lower()
        if tag and tag != self.open[-1].tag:
            expected = f'expected "</{self.open[-1].tag}>", found "</{tag}>"'
            raise _wrong(f"Unmatched end tag at byte offset {self._byte(begin)}, {expected}")
        self.at = close + 1
        self._close(self.open.pop())

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        kind = KINDS[opened.tag]
        if length <= 0 or kind == "custom_emoji":
            return
        if kind == "text_link":
            self._link(opened, length)
        elif kind in ("code", "pre"):
            self._code(kind, opened, length)
        else:
            kind = "expandable_blockquote" if kind == "blockquote" and opened.argument else kind
            self.found.append(Entity(kind, opened.offset, length))

    def _link(self, opened: _Open, length: int) -> None:
        url = checked_link(opened.argument or "".join(self.out[opened.start :]))
        if url:  # the real server silently shows a link it cannot use as plain text
            self.found.append(Entity("text_link", opened.offset, length, url))

    def _code(self, kind: str, opened: _Open, length: int) -> None:
        inner = self.found[-1] if self.found else None
        same = (
            inner
            and inner.type in ("code", "pre")
            and (inner.offset, inner.length) == (opened.offset, length)
        )
        language = opened.argument or (inner.language if inner and same else "")
        if same and language:
            self.found[-1] = Entity("pre", opened.offset, length, language=language)
        else:
            self.found.append(Entity(kind, opened.offset, length, language=opened.argument))

    def _byte(self, index: int) -> int:
        return len(self.source[:index].encode("utf-8", "surrogatepass"))


def checked_link(url: str) -> str:
    """The address as Telegram keeps it, or "" when it would not link: only http, https, tg and ton lead anywhere."""
    url = url.strip()
    try:
        parts = urlsplit(url if "://" in url or url.startswith("tg:") else f"http://{url}")
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme in ("tg", "ton", "tonsite"):
        return url
    usable = parts.scheme in ("http", "https") and "." in host.strip(".") and not re.search(r"\s", url)
    return (parts.geturl() if parts.path or parts.query else f"{parts.geturl()}/") if usable else ""


@lru_cache(maxsize=1024)
def write(text: str, entities: tuple[Entity, ...]) -> str:
    """The same text as HTML that `parse` reads back; recognised links and commands stay plain."""
    formatted = [entity for entity in entities if entity.type not in RECOGNISED and entity.type in TAGS]
    if not formatted:
        return html.escape(text, quote=False)
    edges = sorted({0, utf16(text), *(e.offset for e in formatted), *(e.end for e in formatted)})
    parts: list[str] = []
    stack: list[Entity] = []
    for start, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        reopen = _close_ended(stack, start, parts)
        for entity in [*reopen, *(e for e in formatted if e.offset == start)]:
            parts.append(_start(entity))
            stack.append(entity)
        parts.append(html.escape(cut(text, start, end - start), quote=False))
    return "".join(parts)


def _close_ended(stack: list[Entity], at: int, parts: list[str]) -> list[Entity]:
    """Closes what ends here; what lay inside of it but goes on has to be opened again."""
    reopen: list[Entity] = []
    while any(entity.end <= at for entity in stack):
        entity = stack.pop()
        parts.append(_end(entity))
        if entity.end > at:
            reopen.insert(0, entity)
    return reopen


def _start(entity: Entity) -> str:
    if entity.type == "text_link":
        return f'<a href="{html.escape(entity.url)}">'
    if entity.type == "expandable_blockquote":
        return "<blockquote expandable>"
    if entity.type == "pre" and entity.language:
        return f'<pre><code class="language-{html.escape(entity.language)}">'
    return f"<{TAGS[entity.type]}>"


def _end(entity: Entity) -> str:
    tag = f"</{TAGS[entity.type]}>"
    return f"</code>{tag}" if entity.type == "pre" and entity.language else tag


def _character(match: re.Match[str]) -> str:
    if name := match.group("name"):
        return _NAMES[name]
    code = int(match.group("hex"), 16) if match.group("hex") else int(match.group("dec"))
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _unquoted(raw: str) -> str:
    return raw[1:-1] if raw[:1] in ('"', "'") else raw.lower()


def _argument(tag: str, name: str, raw: str | None) -> str:
    value = _REFERENCE.sub(lambda match: _character(match) or match.group(), _unquoted(raw or ""))
    if tag == "a" and name == "href":
        return value
    if tag == "code" and name == "class" and value.startswith("language-"):
        return value.removeprefix("language-")
    if tag == "span" and name == "class" and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "1" if tag == "blockquote" and name == "expandable" else ""


def _wrong(reason: str) -> BadRequest:
    return BadRequest(f"can't parse entities: {reason}")
