"""When the next prompt is due: in the window somebody chose, awake, off duty, and no more than they asked for."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.schedule import LATE, Turn, end_of_day, fits, next_due, tomorrow, turn
from bot.care.schedule_course import Course
from bot.care.schedule_wishes import ANY_TIME, EVENING, Mode, Subscription, Window, Wishes
from bot.care.shift_patterns import DAY, PATTERNS, Duty, Hours, Shifts

ZONES = st.sampled_from(
    ("America/New_York", "America/Phoenix", "Europe/London", "Australia/Lord_Howe", "Pacific/Chatham",
     "America/Santiago", "Pacific/Apia", "Africa/Casablanca", "Etc/GMT-13")
)  # fmt: skip
MOMENTS = st.integers(0, 9 * 366 * 86_400).map(
    lambda at: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=at)
)
MINUTES = st.integers(0, DAY - 1)
HOURS = st.tuples(MINUTES, MINUTES).filter(lambda two: two[0] != two[1]).map(lambda two: Hours(*two))
CYCLES = st.one_of(
    st.sampled_from([cycle for kinds in PATTERNS.values() for cycle in kinds.values()]),
    st.text("DN-", min_size=1, max_size=42),
)
SHIFTS = st.builds(Shifts, CYCLES, st.dates(date(2023, 1, 1), date(2030, 1, 1)), HOURS, HOURS)
WINDOWS = st.tuples(st.integers(0, DAY - 60), st.integers(60, DAY)).map(
    lambda two: Window(start=two[0], end=min(DAY, two[0] + two[1]))
)
WISHES = st.builds(
    Wishes,
    window=WINDOWS,
    per_week=st.sampled_from((1, 2, 3, 7)),
    on_duty=st.booleans(),
    shifts=st.none() | SHIFTS,
    last_at=st.none() | MOMENTS,
    snoozed_until=st.none() | MOMENTS,
    course=st.none() | st.just(Course()),
)
CHICAGO = "America/Chicago"
NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)  # a Monday, noon in Chicago


def _asked(wishes: Wishes, zone: str = CHICAGO, used_on: date = date(2099, 1, 1)) -> Subscription:
    return Subscription("somebody", zone, used_on, wishes)


def _there(moment: datetime, zone: str = CHICAGO) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


@given(WISHES, ZONES, MOMENTS)
@settings(deadline=None, max_examples=300)
def test_what_is_due_lies_ahead_fits_and_is_the_same_when_asked_again(
    wishes: Wishes, zone: str, after: datetime
) -> None:
    subscription = _asked(wishes, zone)
    due = next_due(subscription, after)
    if due is None:
        return
    assert due > after
    assert fits(subscription, due)
    assert wishes.snoozed_until is None or due > wishes.snoozed_until
    assert next_due(subscription, after) == due
    assert next_due(subscription, due - timedelta(seconds=1)) == due
    local = _there(due, zone)
    assert wishes.window.start <= local.hour * 60 + local.minute < wishes.window.end
    if wishes.last_at is not None:
        assert due - wishes.last_at >= timedelta(hours=12)
        assert _there(wishes.last_at, zone).date() != local.date()


@given(WISHES, ZONES, ZONES, MOMENTS)
@settings(deadline=None, max_examples=200)
def test_whoever_travels_gets_one_a_day_by_the_clock_of_where_they_are(
    wishes: Wishes, here: str, there: str, after: datetime
) -> None:
    due = next_due(_asked(wishes, here), after)
    if due is None:
        return
    onward = wishes.but(last_at=due)
    following = next_due(_asked(onward, there), due + timedelta(minutes=5))
    if following is not None:
        assert _there(following, there).date() > _there(due, there).date()
        assert following - due >= timedelta(hours=12)
        assert fits(_asked(onward, there), following)


@pytest.mark.parametrize(
    ("zone", "day", "window"),
    [
        ("America/New_York", date(2027, 3, 14), (120, 180)),  # 02:00 to 03:00 does not exist
        ("Europe/London", date(2027, 3, 28), (60, 120)),
        ("America/Santiago", date(2026, 9, 6), (0, 60)),  # the day begins at 01:00
    ],
)
def test_an_hour_that_does_not_exist_holds_no_prompt(zone: str, day: date, window: tuple[int, int]) -> None:
    wishes = Wishes(window=Window(start=window[0], end=window[1]), per_week=7, shifts=_awake_at_night())
    found = _dates(wishes, zone, day - timedelta(days=3), 8)
    assert day not in found
    assert len(found) == 7


@pytest.mark.parametrize(
    ("zone", "day"), [("America/New_York", date(2026, 11, 1)), ("Australia/Lord_Howe", date(2027, 4, 4))]
)
def test_an_hour_that_comes_twice_holds_one_prompt(zone: str, day: date) -> None:
    wishes = Wishes(window=Window(start=60, end=120), per_week=7, shifts=_awake_at_night())
    found = _dates(wishes, zone, day - timedelta(days=3), 8)
    assert found == [day + timedelta(days=offset) for offset in range(-3, 5)]


def _awake_at_night() -> Shifts:
    """At work from four to five each night, asleep from half past six: from midnight to three is theirs."""
    return Shifts("N", date(2026, 1, 1), night=Hours(4 * 60, 5 * 60))


def _dates(wishes: Wishes, zone: str, first: date, days: int) -> list[date]:
    now = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(zone)).astimezone(UTC) - timedelta(
        seconds=1
    )
    found = list[date]()
    while True:
        due = next_due(_asked(wishes, zone), now)
        if due is None or _there(due, zone).date() >= first + timedelta(days=days):
            return found
        found.append(_there(due, zone).date())
        wishes, now = wishes.but(last_at=due), due


def test_a_leap_day_is_a_day_like_any_other() -> None:
    found = _dates(Wishes(per_week=7), CHICAGO, date(2028, 2, 27), 5)
    assert found == [
        date(2028, 2, 27),
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
        date(2028, 3, 2),
    ]


def test_two_a_week_are_two_and_not_on_neighbouring_days() -> None:
    found = _dates(Wishes(), CHICAGO, date(2026, 11, 23), 70)
    assert len(found) == 20
    assert all((later - earlier).days >= 2 for earlier, later in pairwise(found))
    assert len({day.weekday() for day in found}) > 4  # not the same two days for everybody, always


def test_people_are_spread_over_the_window() -> None:
    due = [
        next_due(Subscription(f"p{n}", CHICAGO, NOON.date(), Wishes(per_week=7)), NOON) for n in range(200)
    ]
    minutes = {_there(one).hour * 60 + _there(one).minute for one in due if one}
    assert len(minutes) > 80


def test_a_window_that_is_always_work_or_sleep_is_never() -> None:
    nights = Shifts("N", date(2026, 1, 1))
    assert next_due(_asked(Wishes(window=Window(start=540, end=660), shifts=nights)), NOON) is None
    assert next_due(_asked(Wishes(window=Window(start=1320, end=1440), shifts=nights)), NOON) is None


def test_on_duty_is_a_time_for_it_only_when_somebody_says_so() -> None:
    wishes = Wishes(window=Window(start=1320, end=1440), shifts=Shifts("N", date(2026, 1, 1)), on_duty=True)
    assert next_due(_asked(wishes), NOON) is not None


def test_whoever_does_not_use_them_gets_fewer() -> None:
    """The ladder of docs/prompts-schedule.md: one a day was asked for, and nobody was here since the first day."""
    wishes, now, found = Wishes(per_week=7), NOON, list[int]()
    while (due := next_due(_asked(wishes, used_on=NOON.date()), now)) and len(found) < 9:
        found.append((_there(due).date() - NOON.date()).days)
        wishes, now = wishes.but(last_at=due), due
    assert found == [0, 1, 3, 5, 7, 9, 16, 23, 30]
    assert turn(_asked(wishes, used_on=NOON.date()), now, now, None) is not Turn.SEND


def test_only_on_hard_days_nothing_comes_until_one_is_told_and_then_for_three_days() -> None:
    wishes = Wishes(mode=Mode.HARD_DAYS)
    assert next_due(_asked(wishes), NOON) is None
    hard = wishes.but(hard_until=NOON + timedelta(days=3))
    found, now = [], NOON
    while due := next_due(_asked(hard), now):
        found.append(_there(due).date())
        hard, now = hard.but(last_at=due), due
    assert found == [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)]


def test_nothing_is_planned_once_the_question_stands_or_nothing_was_asked_for() -> None:
    assert next_due(_asked(Wishes(asked=True)), NOON) is None
    assert next_due(_asked(Wishes(per_week=0)), NOON) is None
    assert next_due(_asked(Wishes(per_week=0, course=Course())), NOON) is not None
    assert next_due(_asked(Wishes(per_week=0, course=Course(week=2, day=7, waits=True))), NOON) is None


def test_what_is_late_held_or_unfit_is_not_sent() -> None:
    due = next_due(_asked(Wishes(per_week=7)), NOON)
    assert due is not None
    asked = _asked(Wishes(per_week=7))
    assert turn(asked, due, due, None) is Turn.SEND
    assert turn(asked, due, due, due + timedelta(hours=1)) is Turn.HELD
    assert turn(asked, due, due, due) is Turn.SEND  # the quiet time ends with its moment
    assert turn(asked, due, due + LATE + timedelta(seconds=1), None) is Turn.LATE
    evening = due.replace(hour=2, minute=5) + timedelta(days=1)  # 20:05 there: the window has closed
    assert turn(asked, evening - timedelta(minutes=20), evening, None) is Turn.UNFIT
    assert turn(_asked(Wishes(last_at=due - timedelta(hours=19))), due, due, None) is Turn.SEND
    assert (
        turn(_asked(Wishes(last_at=due - timedelta(hours=13))), due, due, None) is Turn.UNFIT
    )  # the same day
    assert turn(_asked(Wishes(snoozed_until=due + timedelta(days=1))), due, due, None) is Turn.HELD


def test_after_thirty_days_without_a_sign_the_question_is_asked() -> None:
    due = next_due(_asked(Wishes()), NOON)
    assert due is not None
    assert turn(_asked(Wishes(), used_on=due.date() - timedelta(days=29)), due, due, None) is Turn.SEND
    assert turn(_asked(Wishes(), used_on=due.date() - timedelta(days=30)), due, due, None) is Turn.ASK


def test_tomorrow_is_the_next_day_in_the_window_that_has_room() -> None:
    assert _there(tomorrow(_asked(Wishes(window=EVENING)), NOON)).date() == date(2026, 11, 24)
    four_on = Shifts("DDDD----", date(2026, 11, 23))
    off = tomorrow(_asked(Wishes(window=Window(start=900, end=1020), shifts=four_on)), NOON)
    assert four_on.duty(_there(off).date()) is Duty.OFF
    never = _asked(Wishes(window=Window(start=540, end=660), shifts=Shifts("N", date(2026, 1, 1))))
    assert tomorrow(never, NOON) == NOON + timedelta(days=1)


def test_a_day_ends_at_its_midnight_there() -> None:
    assert _there(end_of_day(NOON, CHICAGO)) == datetime(2026, 11, 24, tzinfo=ZoneInfo(CHICAGO))
    assert end_of_day(NOON, "Etc/GMT-13") == datetime(2026, 11, 24, 11, tzinfo=UTC)


def test_any_time_is_the_whole_day() -> None:
    assert (ANY_TIME.start, ANY_TIME.end) == (0, DAY)
