"""The practices: enough for each reader and moment, short, signed for or open; and the next one never repeats."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.practices import LONGEST, Moment, Practice, Reader, Theme, choose, load
from bot.care.wording import COMMON_PRACTICE, WordingError
from bot.library import open_library
from tests.care.plain_words import sentences

PRACTICES = open_library().practices
DAYS_WITHOUT_REPEAT = 60

ONE = """
[[practice]]
id = "jaw"
text.en = "Let your back teeth come apart. Check in an hour."
text.es = "Separa las muelas. Revisa en una hora."
audience = ["officer"]
theme = "body"
moments = ["any"]
hard_day = true
minutes = 1
source = "common practice"
reviewed_by = ""
reviewed_on = ""
"""


def test_there_are_enough_for_everybody() -> None:
    by_reader = Counter(reader for one in PRACTICES for reader in one.audience)
    by_moment = Counter(moment for one in PRACTICES for moment in one.moments)
    by_theme = Counter(one.theme for one in PRACTICES)
    assert len(PRACTICES) >= 130
    assert by_reader[Reader.FAMILY] >= 25
    assert by_reader[Reader.DISPATCHER] >= 15
    assert min(by_moment[moment] for moment in Moment) >= 8
    assert min(by_theme[theme] for theme in Theme) >= 8
    assert sum(one.hard_day for one in PRACTICES) >= DAYS_WITHOUT_REPEAT


@pytest.mark.parametrize("reader", Reader)
def test_one_a_day_for_sixty_days_needs_no_repeat(reader: Reader) -> None:
    """Even for somebody whose shifts are unknown, so that only what fits any moment can be sent."""
    seen: list[str] = []
    for day in range(DAYS_WITHOUT_REPEAT):
        one = choose(PRACTICES, audience=reader, seen=seen, key=f"person {day}")
        assert one is not None, f"nothing left on day {day}"
        seen.append(one.id)
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda one: one.id)
def test_it_is_read_in_one_breath(practice: Practice) -> None:
    for text in practice.text.values():
        assert 40 <= len(text) <= LONGEST
        assert 2 <= sentences(text) <= 4, text


def test_openings_vary() -> None:
    for lang in ("en", "es"):
        openings = Counter(one.text[lang].split()[0].strip(",:.") for one in PRACTICES)
        word, times = openings.most_common(1)[0]
        assert times <= len(PRACTICES) * 0.06, f"{times} begin with {word!r}"


def test_no_breath_is_held_without_a_way_not_to() -> None:
    for one in PRACTICES:
        english = one.text["en"].lower()
        if one.theme is Theme.BREATH and "hold " in english and "no holding" not in english:
            assert "skip" in english or "hold up" in english, one.id


def test_nobody_has_signed_for_words_nobody_signed() -> None:
    assert all((one.reviewed_by == "") == (one.reviewed_on == "") for one in PRACTICES)
    assert all(one.source == COMMON_PRACTICE or " " not in one.source for one in PRACTICES)


readers, moments = st.sampled_from(Reader), st.sampled_from(Moment)
theme_sets = st.frozensets(st.sampled_from(Theme))


@given(readers, theme_sets, st.lists(st.tuples(moments, st.booleans()), max_size=200), st.text(max_size=8))
def test_choosing_never_repeats_and_never_strays(
    reader: Reader, themes: frozenset[Theme], days: list[tuple[Moment, bool]], key: str
) -> None:
    seen: set[str] = set()
    for moment, hard in days:
        one = choose(
            PRACTICES, audience=reader, themes=themes, moment=moment, seen=seen, hard_day=hard, key=key
        )
        fit = {
            other.id
            for other in PRACTICES
            if reader in other.audience
            and (not themes or other.theme in themes)
            and (other.hard_day or not hard)
            and (moment in other.moments or Moment.ANY in other.moments)
        }
        if one is None:
            assert fit <= seen
        else:
            assert one.id in fit - seen
            seen.add(one.id)


@given(readers, moments, st.text(max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_pool_changes_nothing(
    reader: Reader, moment: Moment, key: str, shuffler: object
) -> None:
    pool = list(PRACTICES)
    shuffler.shuffle(pool)  # type: ignore[attr-defined]
    assert choose(pool, audience=reader, moment=moment, key=key) == choose(
        PRACTICES, audience=reader, moment=moment, key=key
    )


def test_what_was_written_for_the_moment_comes_first() -> None:
    court = choose(PRACTICES, audience=Reader.OFFICER, moment=Moment.COURT_DAY, key="a")
    assert court is not None
    assert Moment.COURT_DAY in court.moments


def test_people_get_different_ones_on_the_same_day() -> None:
    found = [choose(PRACTICES, audience=Reader.OFFICER, key=f"person {number}") for number in range(20)]
    assert len({one.id for one in found if one}) > 5


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ('text.en = "Let', 'text.fr = "Let', "it is not there in 'en'"),
        ("Check in an hour.", "Check." * 50, "300 fit"),
        ('"any"', '"any", "rest_day"', '"any" stands alone'),
        ("minutes = 1", "minutes = 9", "minutes"),
        ('theme = "body"', 'theme = "crystals"', "theme"),
        ('reviewed_by = ""', 'reviewed_by = "A. Person"', "belong together"),
        ('source = "common practice"', "", "source"),
        ("[[practice]]", "[[practise]]", "[[practice]]"),
    ],
)
def test_a_practice_that_is_wrong_is_refused_by_name(written: str, instead: str, told: str) -> None:
    assert [one.id for one in load({"body.toml": ONE})] == ["jaw"]
    with pytest.raises(WordingError) as error:
        load({"body.toml": ONE.replace(written, instead, 1)})
    assert told in str(error.value)
    assert "body.toml" in str(error.value)


def test_an_id_belongs_to_one_practice() -> None:
    with pytest.raises(WordingError, match=r"sleep\.toml jaw: this id is there twice"):
        load({"body.toml": ONE, "sleep.toml": ONE})


def test_somebody_with_another_language_reads_english() -> None:
    (one,) = load({"body.toml": ONE})
    assert one.said("es").startswith("Separa")
    assert one.said("fr") == one.said("en")
