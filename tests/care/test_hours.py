"""Open now? In the line's own time zone, over midnight and through both clock changes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.care.hours import WEEK, OpenHours, Opening, OpenState, opening

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
OFFICE = (OpenHours(days="Mon-Fri", opens="10:00", closes="22:00", zone="America/New_York"),)
NIGHT = (OpenHours(days="Fri-Sat", opens="22:00", closes="04:00", zone="Europe/London"),)

moments = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds and adds the zone itself
    max_value=datetime(2029, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, NEW_YORK, LONDON, ZoneInfo("Australia/Lord_Howe")]),
)
clocks = st.times().map(lambda at: f"{at:%H:%M}")


@st.composite
def weeks(draw: st.DrawFn) -> tuple[OpenHours, ...]:
    """Any opening hours a record may carry."""
    stretch = st.builds(
        OpenHours,
        days=st.lists(st.sampled_from(WEEK), min_size=1, max_size=7).map(",".join),
        opens=clocks,
        closes=st.one_of(clocks, st.just("24:00")),
        zone=st.sampled_from(["America/New_York", "Europe/London", "Pacific/Auckland"]),
    )
    return tuple(draw(st.lists(stretch, min_size=1, max_size=4)))


@pytest.mark.parametrize(
    ("at", "state", "changes_at"),
    [
        ("2026-11-23T09:59", OpenState.CLOSED, "2026-11-23T10:00"),
        ("2026-11-23T10:00", OpenState.OPEN, "2026-11-23T22:00"),
        ("2026-11-23T21:59", OpenState.OPEN, "2026-11-23T22:00"),
        ("2026-11-23T22:00", OpenState.CLOSED, "2026-11-24T10:00"),
        ("2026-11-27T23:00", OpenState.CLOSED, "2026-11-30T10:00"),
    ],
)
def test_office_hours_open_and_close_on_the_minute(at: str, state: OpenState, changes_at: str) -> None:
    found = opening(OFFICE, datetime.fromisoformat(at).replace(tzinfo=NEW_YORK))
    assert found == Opening(state, datetime.fromisoformat(changes_at).replace(tzinfo=NEW_YORK))


def test_a_caller_elsewhere_is_told_by_the_lines_own_clock() -> None:
    half_past_two_in_madrid = datetime(2026, 11, 24, 2, 30, tzinfo=ZoneInfo("Europe/Madrid"))
    assert opening(OFFICE, half_past_two_in_madrid).state is OpenState.OPEN


def test_a_night_belongs_to_the_day_it_began() -> None:
    assert opening(NIGHT, datetime(2026, 11, 29, 3, 59, tzinfo=LONDON)).state is OpenState.OPEN
    assert opening(NIGHT, datetime(2026, 11, 29, 4, 0, tzinfo=LONDON)).state is OpenState.CLOSED
    assert opening(NIGHT, datetime(2026, 11, 27, 3, 0, tzinfo=LONDON)).state is OpenState.CLOSED


def test_the_repeated_hour_in_autumn_is_open_both_times() -> None:
    until_half_past_one = (OpenHours(days="Sun", opens="00:00", closes="01:30", zone="America/New_York"),)
    second_quarter_past_one = datetime(2026, 11, 1, 1, 15, fold=1, tzinfo=NEW_YORK)
    assert opening(until_half_past_one, second_quarter_past_one).state is OpenState.OPEN


def test_an_hour_the_clocks_skip_in_spring_is_no_opening() -> None:
    skipped = (OpenHours(days="Sun", opens="02:00", closes="03:00", zone="America/New_York"),)
    assert opening(skipped, datetime(2026, 3, 8, 3, 0, tzinfo=NEW_YORK)).state is OpenState.CLOSED


@pytest.mark.parametrize(
    ("hours", "state"),
    [
        ("24/7", OpenState.OPEN),
        ("web", OpenState.OPEN),
        ("unknown", OpenState.UNKNOWN),
        ((), OpenState.UNKNOWN),
    ],
)
def test_what_needs_no_clock_has_no_change(hours: str, state: OpenState) -> None:
    assert opening(hours, datetime(2026, 11, 22, tzinfo=UTC)) == Opening(state)  # type: ignore[arg-type]


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        opening(OFFICE, datetime(2026, 11, 22))  # noqa: DTZ001


@given(weeks(), moments)
def test_just_before_the_change_it_is_as_now_and_then_it_is_not(
    hours: tuple[OpenHours, ...], at: datetime
) -> None:
    now = opening(hours, at)
    assert now.state is not OpenState.UNKNOWN
    if now.changes_at is None:
        return
    assert now.changes_at > at
    change = now.changes_at.astimezone(UTC)
    assert opening(hours, change - timedelta(microseconds=1)).state is now.state
    assert opening(hours, change).state is not now.state


@given(weeks(), moments)
def test_the_answer_is_the_same_from_every_time_zone(hours: tuple[OpenHours, ...], at: datetime) -> None:
    here, there = opening(hours, at), opening(hours, at.astimezone(ZoneInfo("Asia/Kolkata")))
    assert here == there


@given(moments)
def test_day_and_night_in_one_stretch_is_always_open(at: datetime) -> None:
    always = (OpenHours(days="Mon-Sun", opens="00:00", closes="24:00", zone="Europe/London"),)
    assert opening(always, at) == Opening(OpenState.OPEN)


@given(moments, st.times(), st.times())
def test_a_day_off_is_closed_all_day(at: datetime, opens: time, closes: time) -> None:
    local = at.astimezone(LONDON)
    others = ",".join(day for day in WEEK if day not in (WEEK[local.weekday()], WEEK[local.weekday() - 1]))
    week = (OpenHours(days=others, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}", zone="Europe/London"),)
    assert opening(week, at).state is OpenState.CLOSED


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": "Mo-Fr"},
        {"opens": "9:00"},
        {"closes": "25:00"},
        {"zone": "Eastern"},
        {"zone": "../etc"},
        {"minutes": 5},
    ],
)
def test_hours_that_cannot_be_read_are_refused(wrong: dict[str, object]) -> None:
    right = {"days": "Mon-Fri", "opens": "09:00", "closes": "17:00", "zone": "Europe/London"}
    with pytest.raises(ValidationError):
        OpenHours.model_validate({**right, **wrong})
