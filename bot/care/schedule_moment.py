"""What a moment is in somebody's shift cycle, so that a practice fits it."""

from datetime import date, datetime, timedelta

from bot.care.practices import Moment
from bot.care.schedule_wishes import Wishes
from bot.care.shift_patterns import DAY, Duty, Shifts, asleep

NEAR_WORK = 180  # minutes before a shift that are about it, and after it that are about coming home
NEAR_SLEEP = 90


def moment_of(wishes: Wishes, local: datetime) -> Moment:
    """`local` is wall-clock time where the person is."""
    today, minute = local.date(), local.hour * 60 + local.minute
    by_work = _about_work(wishes.shifts, today, minute) if wishes.shifts else Moment.ANY
    if by_work not in (Moment.ANY, Moment.REST_DAY):
        return by_work
    beds = (asleep(wishes.shifts, today)[0], asleep(wishes.shifts, today + timedelta(days=1))[0] + DAY)
    return Moment.BEFORE_SLEEP if any(0 <= bed - minute <= NEAR_SLEEP for bed in beds) else by_work


def _about_work(shifts: Shifts, today: date, minute: int) -> Moment:
    for days in (-1, 0, 1):
        on = today + timedelta(days=days)
        work = shifts.at_work(on)
        if work is None:
            continue
        start, end = work[0] + days * DAY, work[1] + days * DAY
        if start <= minute < end:
            return Moment.ON_DUTY_BREAK
        if 0 <= minute - end <= NEAR_WORK:
            return Moment.COMING_HOME
        if 0 < start - minute <= NEAR_WORK:
            return _night(shifts, on) or Moment.BEFORE_SHIFT
    if shifts.duty(today) is Duty.OFF:
        return Moment.REST_DAY
    return _night(shifts, today) or Moment.ANY


def _night(shifts: Shifts, on: date) -> Moment | None:
    """The first or the last of several nights that begins on that date."""
    if shifts.duty(on) is not Duty.NIGHT:
        return None
    before, after = (shifts.duty(on + timedelta(days=days)) is Duty.NIGHT for days in (-1, 1))
    if before and after:
        return None
    return Moment.LAST_NIGHT if before else Moment.FIRST_NIGHT
