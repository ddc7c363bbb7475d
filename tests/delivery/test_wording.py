"""Pieces: nothing is lost at a split, every piece is short enough, and its formatting stands on its own."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.wording import pieces, plain
from bot.sandbox.telegram_html import parse
from bot.screens import TEXT_LIMIT

WORDS = st.sampled_from(["call", "988", "¿sí?", "a&amp;b", "🙂", "x" * 300, ".", "\n", "\n\n", " ", "&lt;3"])
TAGS = st.sampled_from(["b", "i", "u", "blockquote"])


@st.composite
def formatted(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 40))):
        words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=20)))
        tags = draw(st.lists(TAGS, max_size=2, unique=True))
        opened, closed = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
        parts.append(f"{opened}{words}{closed}")
    return "\n".join(parts)


@settings(max_examples=150, deadline=None)
@given(text=formatted())
def test_pieces_are_short_readable_and_together_the_whole(text: str) -> None:
    found = pieces(text)
    for piece in found:
        assert len(piece.encode("utf-16-le")) // 2 <= TEXT_LIMIT
        parse(piece)  # raises what Telegram would refuse
    assert _letters("".join(map(plain, found))) == _letters(plain(text))


def test_a_short_text_is_left_alone() -> None:
    assert pieces("<b>988</b>") == ["<b>988</b>"]


def test_a_split_falls_between_paragraphs() -> None:
    first, second = "a" * 3000, "b" * 3000
    assert pieces(f"{first}\n\n{second}") == [first, second]


def test_words_without_a_break_are_still_split() -> None:
    assert "".join(pieces("&amp;" * 3000)) == "&amp;" * 3000
    assert [len(piece) for piece in pieces("🙂" * 4096)] == [1998, 1998, 100]


def test_plain_words_keep_their_addresses() -> None:
    assert (
        plain('<b>A &lt; B</b> <a href="https://x.org/?a=1&amp;b=2">go</a>')
        == "A < B go (https://x.org/?a=1&b=2)"
    )


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)
