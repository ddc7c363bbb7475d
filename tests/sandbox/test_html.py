"""Telegram's HTML becomes text and entities with UTF-16 offsets, and comes back; what the real server refuses is refused."""

import contextlib
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.telegram_entities import cut, recognise, tidy, trim, utf16
from bot.sandbox.telegram_html import checked_link, parse, write
from bot.sandbox.telegram_shapes import BadRequest, Entity
from bot.sandbox.telegram_wire import web

TEXT = st.text(alphabet=st.sampled_from("ab é😀👮‍<>&\"' \n"), min_size=1, max_size=6)
STYLES = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "tg-spoiler": "spoiler"}


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> tuple[str, list[tuple[str, frozenset[str]]]]:
    """HTML together with what it must mean: runs of text with the styles that hold for them."""
    source, runs = "", []
    for _ in range(draw(st.integers(1, 3))):
        tag = draw(st.sampled_from(["", *STYLES])) if depth else ""
        if tag:
            inner, inner_runs = draw(trees(depth - 1))
            source += f"<{tag}>{inner}</{tag}>"
            runs += [(text, styles | {STYLES[tag]}) for text, styles in inner_runs]
        else:
            text = draw(TEXT)
            source += html.escape(text, quote=False)
            runs.append((text, frozenset()))
    return source, runs


@given(trees())
def test_every_character_keeps_its_text_and_styles(
    tree: tuple[str, list[tuple[str, frozenset[str]]]],
) -> None:
    source, runs = tree
    text, entities = parse(source)
    assert text == "".join(part for part, _ in runs)
    expected = [styles for part, styles in runs for _ in range(utf16(part))]
    assert [
        frozenset(e.type for e in entities if e.offset <= at < e.end) for at in range(utf16(text))
    ] == expected


@given(trees())
def test_what_is_written_is_read_back(tree: tuple[str, list[tuple[str, frozenset[str]]]]) -> None:
    text, entities = parse(tree[0])
    assert parse(write(text, entities)) == (text, entities)


@given(trees())
def test_trimming_moves_entities_with_their_words(tree: tuple[str, list[tuple[str, frozenset[str]]]]) -> None:
    text, entities = parse(tree[0])
    trimmed, moved = trim(text, entities)
    assert trimmed == text.strip()
    assert all(0 <= entity.offset < entity.end <= utf16(trimmed) for entity in moved)
    assert len(moved) <= len(entities)


KINDS = ["bold", "italic", "spoiler", "code", "pre", "text_link", "blockquote", "expandable_blockquote"]


@given(
    st.text(alphabet='ab😀<&"', min_size=8, max_size=16),
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 6), st.integers(1, 6)), max_size=6),
)
def test_entities_that_overlap_are_tidied_into_html_that_reads_back(
    text: str, spans: list[tuple[str, int, int]]
) -> None:
    edges = [utf16(text[:n]) for n in range(len(text) + 1)]
    given = [
        Entity(
            kind,
            edges[at],
            edges[min(at + n, len(text))] - edges[at],
            'https://a.org/?x=1&y="2"' if kind == "text_link" else "",
        )
        for kind, at, n in spans
    ]
    tidied = tidy(given)
    assert tidy(tidied) == tidied
    assert parse(write(text, tidied))[0] == text
    covered = [
        [{e.type for e in found if e.offset <= at < e.end} for at in range(utf16(text))]
        for found in (tidied, parse(write(text, tidied))[1])
    ]
    assert covered[0] == covered[1]


@given(st.text(max_size=40))
def test_any_text_is_shown_as_it_is_once_escaped(text: str) -> None:
    assert parse(html.escape(text, quote=False)) == (text, ())


@given(st.text(alphabet="<>/ab=\"'& ;#x3pre", max_size=30))
def test_no_html_breaks_the_reader(source: str) -> None:
    with contextlib.suppress(BadRequest):
        text, entities = parse(source)
        assert all(entity.end <= utf16(text) for entity in entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<div>x</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <5", "Unclosed start tag at byte offset 2"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a =1>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("one<br/>two", 'Unsupported start tag "br/" at byte offset 3'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        parse(source)
    assert refusal.value.description.startswith(f"Bad Request: can't parse entities: {reason}")


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "<b>a</b><i>b</i><u>c</u><s>d</s>"),
        ("<B>a</B>", "<b>a</b>"),
        ("<b></b>a", "a"),
        ("<b>a</b><b>b</b>", "<b>ab</b>"),
        ("<b>a<b>b</b></b>", "<b>ab</b>"),
        ("<b>a<code>b</code>c</b>", "<b>a</b><code>b</code><b>c</b>"),
        ('<span class="tg-spoiler">a</span>', "<tg-spoiler>a</tg-spoiler>"),
        ("<blockquote expandable>a</blockquote>", "<blockquote expandable>a</blockquote>"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote>ab</blockquote>"),
        ('<pre><code class="language-sh">a</code></pre>', '<pre><code class="language-sh">a</code></pre>'),
        ("<pre>a</pre>", "<pre>a</pre>"),
        (
            "<a href=\"https://a.org?x=1&amp;y='2'\">a</a>",
            '<a href="https://a.org?x=1&amp;y=&#x27;2&#x27;">a</a>',
        ),
        ('<a href="a.org">a</a>', '<a href="http://a.org/">a</a>'),
        ("<a>https://a.org/b</a>", '<a href="https://a.org/b">https://a.org/b</a>'),
        ('<a href="tel:988">call</a>', "call"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("&lt;&#60;&#x3c;&amp;&quot;&nbsp;&copy;&", '&lt;&lt;&lt;&amp;"&amp;nbsp;&amp;copy;&amp;'),
        ("<b>a</>", "<b>a</b>"),
    ],
)
def test_html_means_what_telegram_makes_of_it(source: str, written: str) -> None:
    assert write(*parse(source)) == written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start now", [("bot_command", "/start")]),
        ("see /help, or /find@some_bot.", [("bot_command", "/help"), ("bot_command", "/find@some_bot")]),
        ("and/or 1/2", []),
        ("👮 call +1 800 267 5463.", [("phone_number", "+1 800 267 5463")]),
        (
            "1-800-267-5463 or (303) 555-0100",
            [("phone_number", "1-800-267-5463"), ("phone_number", "(303) 555-0100")],
        ),
        ("write to help@copline.org", [("email", "help@copline.org")]),
        (
            "https://988lifeline.org/chat, copline.org",
            [("url", "https://988lifeline.org/chat"), ("url", "copline.org")],
        ),
        ("@copline #help 988", [("mention", "@copline"), ("hashtag", "#help")]),
    ],
)
def test_links_commands_and_numbers_are_recognised(text: str, found: list[tuple[str, str]]) -> None:
    recognised = recognise(text)
    assert [(entity.type, cut(text, entity.offset, entity.length)) for entity in recognised] == found
    assert recognise(text, recognised) == recognised


def test_nothing_is_recognised_inside_code_or_links() -> None:
    text, entities = parse('<code>/start</code> <a href="https://a.org">b.org</a>')
    assert recognise(text, entities) == entities


@pytest.mark.parametrize(
    "url", ["https://a b.org", "ftp://a.org", "https://", "http://localhost", "https://a.org:x", "mailto:"]
)
def test_a_link_that_leads_nowhere_is_dropped(url: str) -> None:
    assert checked_link(url) == ""


def test_the_page_gets_tappable_text_that_cannot_break_out() -> None:
    text = 'Say /help or call +1 800 267 5463 <script>"'
    assert web(text, recognise(text)) == (
        'Say <a href="command:/help">/help</a> or call <a href="tel:+18002675463">+1 800 267 5463</a> &lt;script&gt;"'
    )
