"""The doors, by word: whatever somebody types or is called, the HTML that is sent is whole and shows it as it was typed."""

from collections.abc import Iterator

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from hypothesis import example, given
from hypothesis import strategies as st

from bot.care.formatting import Mark, to_html
from bot.delivery.wording import pieces, plain
from bot.library import CONTENT, LANGUAGES
from bot.sandbox.telegram_html import parse
from bot.sandbox.telegram_shapes import Message
from bot.screens import escape
from bot.sentences import _read
from tests.chat import Chatter, the_library
from tests.fuzz.one_house import OneHouse, examples, one_house

NASTY = (
    "<b>", "</b>", "<script>alert(1)</script>", "&lt;", "&amp;amp;", "<a href=x>y</a>", '"><i>', "<tg-spoiler>",
    "<!--", "]]>", "{ $name }", "\u202e", "&#60;b&#62;", "<pre><code class=", "\x00", "`*_[]()~>#+-=|{}.!",
)  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(NASTY), st.text(min_size=1, max_size=60), st.lists(st.sampled_from(NASTY)).map("".join)
)
KINDS = [
    "bold",
    "italic",
    "code",
    "pre",
    "text_link",
    "blockquote",
    "spoiler",
    "text_mention",
    "custom_emoji",
    "x",
]
MARKS = st.lists(
    st.builds(
        Mark, st.sampled_from(KINDS), st.integers(-5, 90), st.integers(-5, 90),
        st.sampled_from(["", "https://example.org/?a=1&b=\"'<>", "javascript:alert(1)", "tg://user?id=5"]),
    ),
    max_size=8,
)  # fmt: skip


def _typable(text: str) -> str:
    """What a phone can send: no NUL, no half characters."""
    return text.encode("utf-8", "ignore").decode().replace("\x00", "")


def _shown(html: str) -> str:
    return parse(html)[0]


@given(text=TEXT.map(_typable))
@examples(300)
def test_escaped_it_is_shown_as_typed(text: str) -> None:
    assert _shown(escape(text)) == text
    assert "<" not in escape(text)
    for part in pieces(f"<b>{escape(text)}</b>"):
        _shown(part)
    plain(escape(text))


@given(text=TEXT.map(_typable), marks=MARKS)
@examples(300)
def test_formatting_of_a_draft_is_made_here_and_always_whole(text: str, marks: list[Mark]) -> None:
    sent, entities = parse(to_html(text, marks))
    assert sent == text
    assert all(one.url.startswith(("https://", "http://")) for one in entities if one.type == "text_link")
    assert not any(one.type in ("text_mention", "custom_emoji") for one in entities)


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # fluent's own name
        self.found.add(node.id.name)


def _with_values() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every sentence of every language that takes a value, and which."""
    for lang in LANGUAGES:
        for path in sorted((CONTENT / "sentences" / lang).glob("*.ftl")):
            for entry in _read(path).body:
                if isinstance(entry, ast.Message) and entry.value is not None:
                    names = _Names()
                    names.visit(entry.value)
                    if names.found:
                        yield lang, entry.id.name, frozenset(names.found)


SENTENCES = tuple(_with_values())


@given(text=TEXT.map(_typable))
@example(text="</b><a href='https://evil.example'>x</a>")
@examples(12)
def test_no_value_of_any_sentence_becomes_html(text: str) -> None:
    library = the_library()
    for lang, key, names in SENTENCES:
        said = library.text(key, lang, **dict.fromkeys(names, text))
        without = library.text(key, lang, **dict.fromkeys(names, "x"))
        assert len(parse(said)[1]) <= len(parse(without)[1]), key


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneHouse]:
    """One bot."""
    with one_house(tmp_path_factory.mktemp("words")) as one:
        yield one


async def _says_everywhere(officer: Chatter, text: str) -> list[Message]:
    for words in (text, f"/find {text}", "/plan"):
        await officer.says(words)
    await officer.does(officer.person.taps("plan:begin:start", anyway=True))
    return await officer.says(text)


@given(text=TEXT.map(_typable).filter(lambda text: bool(text.strip())), name=TEXT.map(_typable))
@examples(25)
def test_typed_anywhere_every_screen_is_read_by_telegram_as_html(
    opened: OneHouse, text: str, name: str
) -> None:
    officer = opened.house.person(name or "x")
    opened.run(_says_everywhere(officer, text))
    opened.whole()
