"""Rotas as they are worked: the patterns by name, sleep and duty around them, and what a moment is in them."""

from datetime import date, datetime, timedelta

import pytest
from pydantic import ValidationError

from bot.care.practices import Moment, Theme
from bot.care.schedule_course import Course, Part, step
from bot.care.schedule_moment import moment_of
from bot.care.schedule_wishes import NOT_AGAIN_FOR, Window, Wishes
from bot.care.shift_patterns import PATTERNS, Duty, Hours, Shifts, begun, busy

MONDAY = date(2026, 11, 23)


def test_the_patterns_are_the_ones_departments_work() -> None:
    assert PATTERNS["dupont"]["both"] == "NNNN---DDD-NNN---DDDD-------"
    assert PATTERNS["pitman"]["days"] == "DD--DDD--DD---"
    for name, length, worked in (("four_on_four_off", 8, 4), ("pitman", 14, 7), ("dupont", 28, 14)):
        for kind, cycle in PATTERNS[name].items():
            assert len(cycle) == length * (2 if (name, kind) == ("pitman", "both") else 1)
            assert len(cycle) - cycle.count("-") == worked * len(cycle) // length


@pytest.mark.parametrize("kinds", PATTERNS.values(), ids=PATTERNS)
def test_whichever_square_is_today_the_rota_goes_on_from_it(kinds: dict[str, str]) -> None:
    for cycle in kinds.values():
        for position, letter in enumerate(cycle):
            shifts = begun(cycle, position, MONDAY)
            assert shifts.duty(MONDAY) == letter
            assert shifts.duty(MONDAY + timedelta(days=1)) == cycle[(position + 1) % len(cycle)]
            assert shifts.duty(MONDAY - timedelta(days=len(cycle))) == letter


@pytest.mark.parametrize("cycle", ["", "X", "D" * 43, "d", "D N"])
def test_what_is_no_cycle_is_refused(cycle: str) -> None:
    with pytest.raises(ValueError, match="cycle"):
        Shifts(cycle, MONDAY)


def test_there_is_no_ninth_day_of_eight() -> None:
    with pytest.raises(ValueError, match="no day 8"):
        begun("DDDD----", 8, MONDAY)


def test_a_shift_without_length_or_outside_the_day_is_refused() -> None:
    for start, end in ((60, 60), (-1, 5), (5, 1440)):
        with pytest.raises(ValueError, match="a shift cannot last"):
            Hours(start, end)


def _busy(cycle: str, **hours: Hours) -> set[tuple[str, str]]:
    return {
        (_clock(start), _clock(end)) for start, end in busy(Shifts(cycle, MONDAY, **hours), MONDAY) if end > 0
    }


def _clock(minutes: int) -> str:
    days, rest = divmod(minutes, 1440)
    return f"{days:+d} {rest // 60:02d}:{rest % 60:02d}"


def test_before_a_day_shift_there_are_eight_hours_of_sleep() -> None:
    assert {("-1 21:30", "+0 05:30"), ("+0 06:15", "+0 19:45")} <= _busy("D")


def test_after_a_night_shift_the_day_is_for_sleep() -> None:
    assert {("+0 08:30", "+0 16:30"), ("+0 18:15", "+1 07:45"), ("-1 18:15", "+0 07:45")} <= _busy("N")


def test_late_shifts_leave_the_morning_to_sleep() -> None:
    assert ("+0 00:00", "+0 08:00") in _busy("D", day=Hours(15 * 60, 23 * 60))


def test_on_duty_does_not_count_when_it_is_told_so_and_sleep_always_does() -> None:
    spans = list(busy(Shifts("D", MONDAY), MONDAY, duty_counts=False))
    assert (-150, 330) in spans
    assert len(spans) == 3


@pytest.mark.parametrize(
    ("cycle", "at", "moment"),
    [
        ("D", "05:00", Moment.BEFORE_SHIFT),
        ("D", "12:00", Moment.ON_DUTY_BREAK),
        ("D", "19:30", Moment.COMING_HOME),
        ("--------D", "12:00", Moment.REST_DAY),
        ("--------D", "22:30", Moment.BEFORE_SLEEP),
        ("NN------", "14:00", Moment.FIRST_NIGHT),
        ("NNNN----", "18:30", Moment.FIRST_NIGHT),
        ("N", "18:00", Moment.BEFORE_SHIFT),
        ("N-------", "16:30", Moment.FIRST_NIGHT),
        ("-------N", "07:30", Moment.COMING_HOME),
    ],
)
def test_a_moment_is_named_by_where_it_is_in_the_rota(cycle: str, at: str, moment: Moment) -> None:
    local = datetime.combine(MONDAY, datetime.strptime(at, "%H:%M").time())  # noqa: DTZ007  wall-clock time
    assert moment_of(Wishes(shifts=Shifts(cycle, MONDAY)), local) is moment


def test_the_last_of_several_nights_has_its_own_words() -> None:
    local = datetime.combine(MONDAY + timedelta(days=3), datetime.min.time()) + timedelta(hours=17)
    assert moment_of(Wishes(shifts=Shifts("NNNN----", MONDAY)), local) is Moment.LAST_NIGHT


def test_without_shifts_only_bedtime_is_known() -> None:
    noon = datetime.combine(MONDAY, datetime.min.time()) + timedelta(hours=12)
    assert moment_of(Wishes(), noon) is Moment.ANY
    assert moment_of(Wishes(), noon + timedelta(hours=10)) is Moment.BEFORE_SLEEP


def test_wishes_come_back_from_json_as_they_were() -> None:
    wishes = Wishes(
        window=Window(start=60, end=1440),
        shifts=Shifts("DN-", MONDAY, Hours(1, 2), Hours(3, 1)),
        themes=(Theme.SLEEP,),
        refused=("a",),
        shown={"b": 5},
        course=Course(week=3, day=7, began=MONDAY, waits=True),
    )
    assert Wishes.model_validate_json(wishes.model_dump_json(exclude_defaults=True)) == wishes
    assert Wishes().model_dump_json(exclude_defaults=True) == "{}"


@pytest.mark.parametrize("window", [(0, 30), (100, 100), (1400, 1441), (-5, 100), (600, 60)])
def test_a_window_is_an_hour_or_more_within_one_day(window: tuple[int, int]) -> None:
    with pytest.raises(ValidationError):
        Window(start=window[0], end=window[1])


def test_a_practice_comes_again_after_sixty_days_and_a_refused_one_never() -> None:
    now = datetime.combine(MONDAY, datetime.min.time())
    wishes = Wishes(refused=("no",)).having_shown("yes", now)
    assert wishes.met(MONDAY + NOT_AGAIN_FOR - timedelta(days=1)) == {"yes", "no"}
    assert wishes.met(MONDAY + NOT_AGAIN_FOR) == {"no"}
    later = wishes.having_shown("other", now + NOT_AGAIN_FOR)
    assert set(later.shown) == {"other"}  # what no longer matters is not kept


def _weeks(used: bool, days: int) -> list[tuple[Part, int, int]]:
    course: Course | None = Course()
    found = []
    for number in range(days):
        today = MONDAY + timedelta(days=number)
        if course is None or course.waits:
            break
        taken = step(course, today, today if used else MONDAY - timedelta(days=1))
        found.append((taken.part, taken.week, taken.day))
        course = taken.then
    return found


def test_eight_weeks_are_eight_openings_and_a_nudge_on_each_other_day() -> None:
    found = _weeks(used=True, days=100)
    assert found[0] == (Part.OPENING, 1, 0)
    assert found[6] == (Part.NUDGE, 1, 6)
    assert found[7] == (Part.OPENING, 2, 0)
    assert found[-1] == (Part.END, 8, 0)
    assert len(found) == 57
    assert [part for part, *_ in found].count(Part.OPENING) == 8


def test_after_a_missed_week_it_asks_once_and_waits() -> None:
    found = _weeks(used=False, days=100)
    assert found[-1] == (Part.MISSED, 1, 0)
    assert len(found) == 8


def test_duties_read_as_they_are_written() -> None:
    assert [str(duty) for duty in Duty] == ["D", "N", "-"]
