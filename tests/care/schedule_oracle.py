"""An independent judge of prompts: it paints every minute of a year and looks which ones are anybody's to write in.

Written against what people are told (window, shifts, sleep, pace), not against bot/care/schedule.py: minutes in
arrays instead of spans, local time by walking through UTC instead of converting dates.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

FIRST = date(2027, 12, 25)  # the year painted holds a 29 February
DAYS = 385
MINUTES = DAYS * 1440
BEGIN = datetime(2028, 1, 1, tzinfo=UTC)
END = datetime(2029, 1, 1, tzinfo=UTC)
STEP = 30  # minutes between changes of a clock, at the finest

Mask = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Told:
    """What one person told the bot, in the plainest words there are."""

    zone: str
    window: tuple[int, int]
    cycle: str  # "" without shifts
    anchor: date
    day: tuple[int, int]
    night: tuple[int, int]
    on_duty: bool
    per_week: int


@cache
def walls(zone: str) -> np.ndarray[Any, np.dtype[np.int64]]:
    """For each minute of UTC since BEGIN, what the clock on the wall shows, in minutes since FIRST."""
    there = ZoneInfo(zone)
    found = np.empty((END - BEGIN) // timedelta(minutes=1), dtype=np.int64)
    midnight = datetime.combine(FIRST, datetime.min.time())
    for start in range(0, len(found), STEP):
        wall = (BEGIN + timedelta(minutes=start)).astimezone(there).replace(tzinfo=None)
        found[start : start + STEP] = (wall - midnight) // timedelta(minutes=1) + np.arange(STEP)
    return found


def paint(told: Told) -> tuple[Mask, Mask]:
    """Per minute on the wall since FIRST: may a prompt be there; and is there room to plan one."""
    free = np.zeros(MINUTES, dtype=bool)
    for number in range(DAYS):
        free[number * 1440 + told.window[0] : number * 1440 + told.window[1]] = True
    for number in range(DAYS):
        letter, before = _letter(told, number), _letter(told, number - 1)
        if before == "N":
            home = told.night[1] + (0 if told.night[1] <= told.night[0] else -1440)
            _wipe(free, number, home + 90, home + 90 + 480)
        elif letter == "D":
            up = min(told.day[0] - 90, 480)
            _wipe(free, number, up - 480, up)
        else:
            _wipe(free, number, -60, 420 if told.cycle else 360)
        hours = {"D": told.day, "N": told.night}.get(letter)
        if hours and not told.on_duty:
            end = hours[1] + (1440 if hours[1] <= hours[0] else 0)
            _wipe(free, number, hours[0] - 45, end + 45)
    return free, _roomy(free)


def complaints(told: Told, prompts: list[datetime]) -> list[str]:
    """Everything that is wrong with a year of prompts to somebody who is always there; none when all is well."""
    free, roomy = paint(told)
    wall = walls(told.zone)
    at = [int((prompt - BEGIN) // timedelta(minutes=1)) for prompt in prompts]
    said = [f"{prompts[n]} is no time of theirs" for n, minute in enumerate(at) if not free[wall[minute]]]
    days = [int(wall[minute]) // 1440 for minute in at]
    said += [f"two on one day: {FIRST + timedelta(days=one)}" for one, two in pairwise(days) if two <= one]
    said += [f"{prompts[n]} twice over in twelve hours" for n in range(1, len(at)) if at[n] - at[n - 1] < 720]
    said += _too_many(told, days)
    return said + _lost(told, at, days, roomy[wall])


def _too_many(told: Told, days: list[int]) -> list[str]:
    weeks = [(FIRST + timedelta(days=day)).isocalendar()[:2] for day in days]
    return [f"{weeks.count(week)} in week {week}" for week in set(weeks) if weeks.count(week) > told.per_week]


def _lost(told: Told, at: list[int], days: list[int], possible: Mask) -> list[str]:
    """A stretch of a week with a day that was free for it, and no prompt."""
    apart = {1: 6, 2: 2}.get(told.per_week, 1)
    wall_days = walls(told.zone) // 1440
    had = dict(zip((_stretch(told, day) for day in days), at, strict=True))
    said = []
    last = -10_000_000
    stretches: dict[int, list[int]] = {}
    for minute in np.flatnonzero(possible)[::10]:  # the shortest free stretch has one of these
        stretches.setdefault(_stretch(told, int(wall_days[minute])), []).append(int(minute))
    whole = sorted(stretches)[1:-1]  # the first and the last are cut by the year's ends
    for stretch in sorted(stretches):
        if stretch in had or stretch not in whole:
            last = had.get(stretch, last)
            continue
        day_of_last = int(wall_days[last]) if last >= 0 else -100
        fit = [m for m in stretches[stretch] if m - last >= 740 and wall_days[m] - day_of_last >= apart]
        if fit:
            said.append(f"nothing came though {BEGIN + timedelta(minutes=fit[0])} was free")
    return said


def _stretch(told: Told, day: int) -> int:
    """A week from Monday, cut into as many parts as it may have prompts."""
    on = FIRST + timedelta(days=day)
    weeks = (on - date(2000, 1, 3)).days // 7
    return weeks * told.per_week + on.weekday() * told.per_week // 7


def _letter(told: Told, number: int) -> str:
    if not told.cycle:
        return "-"
    return told.cycle[((FIRST - told.anchor).days + number) % len(told.cycle)]


def _wipe(free: Mask, number: int, start: int, end: int) -> None:
    free[max(0, number * 1440 + start) : max(0, number * 1440 + end)] = False


def _roomy(free: Mask) -> Mask:
    """A quarter of an hour or more within one day, without its last five minutes."""
    days = np.zeros((DAYS, 1442), dtype=np.int8)
    days[:, 1:1441] = free.reshape(DAYS, 1440)
    steps = np.diff(days.ravel())
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    room = np.zeros(DAYS * 1442, dtype=bool)
    for start, end in zip(starts, ends, strict=True):
        if end - start >= 15:
            room[start + 1 : end + 1 - 5] = True
    return room.reshape(DAYS, 1442)[:, 1:1441].ravel()
