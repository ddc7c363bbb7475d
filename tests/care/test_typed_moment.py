"""Times as people type them: understood on their own clock, never gone by, never further ahead than can be planned."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.typed_moment import AHEAD, TooFarAhead, is_now, typed_time

CHICAGO = "America/Chicago"
NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)  # a Monday, 12:00 in Chicago


@pytest.mark.parametrize(
    ("words", "day", "hour", "minute"),
    [
        ("14:30", 23, 14, 30),
        ("11:00", 24, 11, 0),
        (" 2026-11-30 09:00 ", 30, 9, 0),
        ("2026-11-30 9 am", 30, 9, 0),
        ("tomorrow 8", 24, 8, 0),
        ("tomorrow at 8", 24, 8, 0),
        ("Tomorrow at 8:15 p.m.", 24, 20, 15),
        ("today at 3pm", 23, 15, 0),
        ("8pm", 23, 20, 0),
        ("8 pm", 23, 20, 0),
        ("12am", 24, 0, 0),
        ("12:30 pm", 23, 12, 30),
        ("14h", 23, 14, 0),
        ("14h30", 23, 14, 30),
        ("9", 24, 9, 0),
        ("at 9 in the morning", 24, 9, 0),
        ("in 2 hours", 23, 14, 0),
        ("in an hour", 23, 13, 0),
        ("in half an hour", 23, 12, 30),
        ("mañana a las 8", 24, 8, 0),
        ("manana 8", 24, 8, 0),
        ("Mañana a las 8 de la noche", 24, 20, 0),
        ("pasado mañana a las 8", 25, 8, 0),
        ("8 de la mañana", 24, 8, 0),
        ("a la 1 de la tarde", 23, 13, 0),
        ("8 p. m.", 23, 20, 0),
        ("hoy 20h", 23, 20, 0),
        ("en 2 horas", 23, 14, 0),
        ("en media hora", 23, 12, 30),
        ("dentro de 30 minutos", 23, 12, 30),
        ("en una hora", 23, 13, 0),
    ],
)
def test_it_is_understood_on_the_writers_clock(words: str, day: int, hour: int, minute: int) -> None:
    expected = datetime(2026, 11, day, hour, minute, tzinfo=UTC) + timedelta(hours=6)
    assert typed_time(words, CHICAGO, NOON) == expected


@pytest.mark.parametrize(
    "words",
    ["", "tomorrow", "mañana", "25:00", "9:75", "13am", "2026-11-22 09:00", "2026-13-01 9", "today at 8", "in 0 hours",
     "soon", "3 officers", "call 911"],
)  # fmt: skip
def test_anything_else_and_the_past_is_no_time(words: str) -> None:
    assert typed_time(words, CHICAGO, NOON) is None


@pytest.mark.parametrize("words", ["2031-01-01 09:00", "9999-12-31 23:59", "in 61 days", "en 90 días"])
def test_what_is_too_far_ahead_is_told_from_what_cannot_be_read(words: str) -> None:
    with pytest.raises(TooFarAhead):
        typed_time(words, CHICAGO, NOON)


@pytest.mark.parametrize("words", ["now", " Now. ", "ahora", "Ahora mismo"])
def test_now_is_now(words: str) -> None:
    assert is_now(words)
    assert not is_now("not now")


@given(words=st.text(alphabet="0123456789:hapm .-intomrwañedls", max_size=25))
def test_whatever_is_typed_it_is_a_moment_to_come_or_nothing(words: str) -> None:
    try:
        found = typed_time(words, CHICAGO, NOON)
    except TooFarAhead:
        return
    assert found is None or NOON < found <= NOON + AHEAD
