"""The times of /calm: phases add up, edits stay under Telegram's limits, and what is said fits the figures."""

import tomllib
from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.breathing import (
    LONGEST,
    MOST_A_MINUTE,
    SHORTEST,
    Phase,
    Technique,
    TechniqueError,
    edits_a_minute,
    frames,
    in_order,
    lead_in,
    length,
    parse_technique,
)
from bot.library import CONTENT, LANGUAGES, open_library

LIBRARY = open_library()
TECHNIQUES = list(LIBRARY.techniques.values())
A_MINUTE = 20  # edits; Telegram's strictest published figure for one chat
EVERY = pytest.mark.parametrize("technique", TECHNIQUES, ids=lambda one: one.id)


def busiest_minute(moments: list[float]) -> int:
    """The most moments in any minute."""
    return max(bisect_left(moments, at + 60) - n for n, at in enumerate(moments))


def breaths() -> st.SearchStrategy[Technique]:
    """Any breath somebody may write down."""
    phase = st.builds(
        Phase, says=st.just("calm-breath.in"), seconds=st.integers(4, 19).map(float), size=st.floats(0, 1)
    )
    return st.builds(
        Technique, order=st.just(1), kind=st.just("breath"), rounds=st.integers(1, 4), source=st.just(""),
        phases=st.lists(phase, min_size=1, max_size=3).map(tuple),
    )  # fmt: skip


@EVERY
def test_phases_follow_each_other_without_a_gap_and_add_up(technique: Technique) -> None:
    for place in range(technique.places):
        shown = frames(technique, place)
        assert shown[0].at == 0
        assert shown[0].place == place
        phases = technique.phases * technique.rounds
        rest = phases[place * len(technique.phases) :] if technique.kind == "breath" else phases[place:]
        begins = [one.at for one in shown if one.phase is not None and one.part == 1]
        ends = [at + phase.seconds for at, phase in zip(begins, rest, strict=True)]
        assert begins[1:] == pytest.approx(ends[:-1])
        assert length(technique, place) == pytest.approx(ends[-1])
        assert begins[0] == lead_in(technique, place)


@EVERY
def test_a_message_never_changes_more_than_twenty_times_in_any_minute(technique: Technique) -> None:
    moments = [one.at for one in frames(technique)]
    assert busiest_minute([*moments, length(technique)]) < A_MINUTE
    assert edits_a_minute(technique) <= MOST_A_MINUTE
    assert min(late - early for early, late in pairwise(moments)) >= SHORTEST


@given(technique=breaths(), place=st.integers(-5, 400))
def test_a_breath_somebody_writes_tomorrow_keeps_the_limits_too(technique: Technique, place: int) -> None:
    shown = frames(technique, place)
    moments = [one.at for one in shown]
    assert moments == sorted(set(moments))
    assert busiest_minute(moments) <= A_MINUTE
    assert 0 <= shown[0].place < technique.places
    assert moments[-1] < length(technique, place)


@EVERY
def test_it_ends_by_itself_within_five_minutes(technique: Technique) -> None:
    assert length(technique) <= LONGEST
    # Four breaths are enough for those who learn 4-7-8; a reset fits between two calls.
    assert length(technique) >= {"reset": 45, "relax": 90}.get(technique.id, 120)


def test_the_reset_between_calls_takes_less_than_a_minute() -> None:
    assert length(LIBRARY.techniques["reset"]) < 60


def test_the_long_sigh_comes_first_and_breathes_out_twice_as_long_as_in() -> None:
    first = TECHNIQUES[0]
    assert first.id == "sigh"
    *way_in, out = (phase.seconds for phase in first.phases)
    assert out == 2 * sum(way_in)


@EVERY
def test_every_breath_that_is_held_has_a_version_without(technique: Technique) -> None:
    held = [phase for phase in technique.phases if phase.says.endswith((".hold", ".wait"))]
    assert bool(held) == technique.holds == ("holding" in technique.cautions)
    if technique.holds:
        assert not LIBRARY.techniques[technique.without_holding].holds


@EVERY
@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_a_technique_says_is_written_in_every_language(technique: Technique, lang: str) -> None:
    asked = {phase.says for phase in technique.phases}
    asked |= {f"calm-tool-{technique.id}.{part}" for part in ("name", "how")}
    asked |= {f"calm-caution.{caution}" for caution in technique.cautions}
    assert {key for key in asked if not LIBRARY.sentences.has(key, lang)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_a_technique_is_left_over(lang: str) -> None:
    used = {phase.says for one in TECHNIQUES for phase in one.phases}
    used |= {f"calm-tool-{one.id}.{part}" for one in TECHNIQUES for part in ("name", "how")}
    written = {key for key in LIBRARY.sentences.keys[lang] if key.startswith(("calm-tool-", "calm-breath."))}
    assert written == used


@EVERY
def test_each_says_where_its_figures_come_from(technique: Technique) -> None:
    assert technique.source
    assert technique.picture in LIBRARY.pictures


def _seconds_of(film: bytes) -> float:
    """The length of an MP4, from its movie header (ISO/IEC 14496-12, version 0)."""
    at = film.index(b"mvhd") + 4
    assert film[at] == 0
    scale, duration = (int.from_bytes(film[at + n : at + n + 4], "big") for n in (12, 16))
    return duration / scale


@pytest.mark.parametrize("name", sorted(LIBRARY.pictures))
def test_a_picture_is_small_and_silent_and_repeats(name: str) -> None:
    film = LIBRARY.pictures[name]
    assert film[4:8] == b"ftyp"
    assert len(film) < 300_000
    assert b"soun" not in film


@pytest.mark.parametrize(
    "technique", [one for one in TECHNIQUES if one.kind == "breath"], ids=lambda one: one.id
)
def test_picture_and_words_keep_the_same_time(technique: Technique) -> None:
    assert _seconds_of(LIBRARY.pictures[technique.picture]) == pytest.approx(technique.cycle, abs=0.01)


def test_the_first_words_of_the_muscle_release_last_as_long_as_its_picture() -> None:
    release = LIBRARY.techniques["release"]
    assert _seconds_of(LIBRARY.pictures["release"]) == pytest.approx(release.phases[0].seconds, abs=0.01)
    assert release.phases[1].seconds + release.phases[2].seconds == release.phases[0].seconds


@pytest.mark.parametrize(
    "change",
    [{"rounds": 40}, {"cautions": ["sharks"]}, {"phases": []}, {"kind": "steps"}, {"colour": "red"},
     {"phases": [{"says": "calm-breath.in", "seconds": 0.5}]}],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_named(change: dict[str, object]) -> None:
    table = tomllib.loads((CONTENT / "calm" / "sigh.toml").read_text("utf-8"))
    with pytest.raises(TechniqueError, match="calm/sigh"):
        parse_technique("sigh", {**table, **change})


def test_a_version_that_is_not_there_is_named() -> None:
    with pytest.raises(TechniqueError, match="boxeven"):
        in_order({"box": LIBRARY.techniques["box"]})
