"""How an article file is read, what is refused and how clearly, and what becomes of its Markdown in Telegram."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.article_html import to_telegram_html
from bot.care.articles import Article, ArticleError, article_problems, parse_article

META = """title = "Is it private?"
audiences = ["officers"]
topics = ["confidentiality"]
countries = ["any"]
related = ["copline"]
asks = ["one", "two", "three", "four", "five", "six"]
sources = []
reviewed_on = 2026-11-22
reviewed_by = ""
"""
BODY = "It depends.\n\nNext step: ask first."


def article(meta: str = META, body: str = BODY, lang: str = "en") -> Article:
    """An article from these parts."""
    return parse_article("is-it-private", lang, f"+++\n{meta}+++\n{body}\n")


def test_the_folder_and_the_file_name_say_language_and_id() -> None:
    found = article()
    assert (found.id, found.lang, found.title) == ("is-it-private", "en", "Is it private?")
    assert found.body == BODY


def test_a_file_saved_on_windows_is_read_the_same() -> None:
    text = f"+++\n{META}+++\n{BODY}\n"
    assert parse_article("is-it-private", "en", text.replace("\n", "\r\n")) == article()


def test_a_line_of_pluses_in_the_body_does_not_end_the_front_matter_twice() -> None:
    assert article(body="+++\n\nNext step: ask.").body.startswith("+++")


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ('title = "Is it private?"\n', "", "title"),
        ('["officers"]', '["cops"]', "audiences"),
        ('["confidentiality"]', '["secrets"]', "topics"),
        ('["any"]', '["any", "US"]', "countries"),
        ('["any"]', '["usa"]', "countries"),
        (', "six"', "", "asks"),
        ("2026-11-22", '"soon"', "reviewed_on"),
        ("related", "relatd", "relatd"),
        ('title = "Is it private?"\n', 'title = "Is it private?"\nid = "x"\n', "id"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(was: str, becomes: str, key: str) -> None:
    with pytest.raises(ArticleError, match=rf"articles/en/is-it-private\.md {key}"):
        article(META.replace(was, becomes))


def test_front_matter_that_is_missing_or_broken_is_named_with_the_file() -> None:
    with pytest.raises(ArticleError, match=r"articles/en/x\.md: it must begin with TOML"):
        parse_article("x", "en", BODY)
    with pytest.raises(ArticleError, match=r"is-it-private\.md: the part between \+\+\+ is not TOML"):
        article("title = \n")


@pytest.mark.parametrize(("lang", "step"), [("en", "Next step:"), ("es", "Siguiente paso:")])
def test_an_answer_without_a_next_step_is_refused(lang: str, step: str) -> None:
    with pytest.raises(ArticleError, match=f'body: the last paragraph of the body must begin with "{step}"'):
        article(body=f"{step} ask first.\n\nThat was all.", lang=lang)


def test_an_answer_serves_the_countries_it_names() -> None:
    assert article().serves("NZ")
    here = article(META.replace('["any"]', '["US", "CA"]'))
    assert here.serves("CA")
    assert not here.serves("GB")


def test_problems_between_articles_are_named() -> None:
    spanish = article(META.replace("2026-11-22", "2026-11-23"), "Siguiente paso: pregunta.", "es")
    assert article_problems([article(), spanish], ("en", "es"), {"copline"}) == [
        "articles is-it-private reviewed_on: differs between 'en' and 'es'"
    ]
    assert article_problems([article()], ("en", "es"), ()) == [
        "articles is-it-private is not there in 'es'",
        "articles is-it-private related: there is no 'copline'",
    ]


@pytest.mark.parametrize(
    ("markdown", "telegram"),
    [
        ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
        ("**Lock** it *now*.", "<b>Lock</b> it <i>now</i>."),
        ("- one\n- **two**\n\nEnd", "• one\n• <b>two</b>\n\nEnd"),
        ("First:\n- one\n- two", "First:\n\n• one\n• two"),
        ("1. one\n2. two", "1. one\n2. two"),
        (
            "[site](https://988lifeline.org/?a=1&b=2)",
            '<a href="https://988lifeline.org/?a=1&amp;b=2">site</a>',
        ),
        ("[call](tel:988)", "call"),
        ("[bad](javascript:alert)", "[bad](javascript:alert)"),
        ("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; &amp; y"),
        ("# Title", "# Title"),
        ("![x](https://a.org/b.png)", '!<a href="https://a.org/b.png">x</a>'),
        ("`code` ~~no~~", "`code` ~~no~~"),
    ],
)
def test_markdown_becomes_what_telegram_shows(markdown: str, telegram: str) -> None:
    assert to_telegram_html(markdown) == telegram


@given(st.text(alphabet=st.sampled_from("ab *_[](){}<>&#!-+1.`~\\\"'\n:/https"), max_size=80))
def test_no_markdown_can_make_html_that_telegram_refuses(markdown: str) -> None:
    assert_telegram_takes(to_telegram_html(markdown))


def assert_telegram_takes(text: str) -> None:
    """Fails unless the text is balanced HTML of the few tags we use, all else escaped."""
    pattern = re.compile(r'<(/?)(b|i|a)(?: href="https://[^"<>]*")?>')
    open_tags: list[str] = []
    for closing, tag in pattern.findall(text):
        if closing:
            assert open_tags.pop() == tag
        else:
            open_tags.append(tag)
    assert open_tags == []
    rest = pattern.sub("", text)
    assert not re.search("[<>]", rest)
    assert html.escape(html.unescape(rest), quote=False) == rest.replace("&quot;", '"').replace("&#x27;", "'")
