"""A coordinator's formatting becomes HTML that Telegram can always read, and that says nothing else than the words."""

from hypothesis import given
from hypothesis import strategies as st

from bot.care.formatting import TAGS, Mark, links, to_html
from bot.sandbox.telegram_html import parse

MARKS = st.lists(
    st.builds(
        Mark,
        kind=st.sampled_from([*TAGS, "text_link", "text_mention", "mention", "custom_emoji"]),
        offset=st.integers(0, 30),
        length=st.integers(0, 30),
        url=st.sampled_from(
            ["https://example.org/?a=1&b=2", "javascript:alert(1)", "tg://user?id=5", 'https://x/"><b>']
        ),
    ),
    max_size=8,
)


def test_formatting_is_kept() -> None:
    marks = [
        Mark("bold", 0, 4),
        Mark("italic", 5, 5),
        Mark("text_link", 11, 4, "https://example.org/?a=1&b=2"),
    ]
    assert to_html("Bold quiet link & <b>", marks) == (
        '<b>Bold</b> <i>quiet</i> <a href="https://example.org/?a=1&amp;b=2">link</a> &amp; &lt;b&gt;'
    )


def test_marks_inside_each_other_and_across_each_other_are_closed_in_order() -> None:
    assert to_html("abcdef", [Mark("bold", 0, 6), Mark("italic", 2, 2)]) == "<b>ab<i>cd</i>ef</b>"
    assert to_html("abcdef", [Mark("bold", 0, 4), Mark("italic", 2, 4)]) == "<b>ab<i>cd</i></b><i>ef</i>"


def test_a_place_behind_a_wide_character_is_found() -> None:
    assert to_html("🚓 ok", [Mark("bold", 3, 2)]) == "🚓 <b>ok</b>"


def test_what_names_a_person_or_is_no_web_address_stays_plain_words() -> None:
    marks = [Mark("text_mention", 0, 3, "tg://user?id=5"), Mark("text_link", 4, 4, "javascript:alert(1)")]
    assert to_html("Sam here", marks) == "Sam here"
    assert links(marks) == ()


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=25), marks=MARKS)
def test_any_formatting_of_any_words_is_html_that_telegram_reads_and_says_the_same(
    text: str, marks: list[Mark]
) -> None:
    said, entities = parse(to_html(text, marks))
    assert said.strip() == text.strip()
    assert all("javascript" not in str(entity) and "tg://" not in str(entity) for entity in entities)
