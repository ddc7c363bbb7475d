"""Shift work as a cycle of days: on by day, on by night, off. When its person works, and when that lets them sleep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

DAY = 24 * 60
"""Minutes of a day, in which everything here is counted; of wall-clock time, so a shift ends when its clock says so."""

LONGEST_CYCLE = 42
GETTING_THERE = 45  # minutes on either side of a shift: nobody reads behind the wheel
SLEEP = 8 * 60  # before work, as police physicians advise (ACOEM, guidance for law enforcement officers)
GETTING_READY = 90  # minutes between waking and a shift, and between a night shift and bed
LATEST_WAKING = 8 * 60  # before a shift that begins late in the day
FREE_NIGHT = (-60, 7 * 60)  # sleep before a free day
UNKNOWN_NIGHT = (-60, 6 * 60)  # where no shifts are known: who picks an early window is up early


class Duty(StrEnum):
    """What a day of a cycle is. A night belongs to the day it begins on."""

    DAY = "D"
    NIGHT = "N"
    OFF = "-"


@dataclass(frozen=True, slots=True)
class Hours:
    """A shift from `start` to `end`, minutes after midnight; it ends on the next day when `end` is not after `start`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < DAY and 0 <= self.end < DAY and self.start != self.end):
            raise ValueError(f"a shift cannot last from minute {self.start} to minute {self.end}")

    @property
    def span(self) -> tuple[int, int]:
        """From and to, counted from the midnight before it begins."""
        return self.start, self.end if self.end > self.start else self.end + DAY


@dataclass(frozen=True, slots=True)
class Shifts:
    """Somebody's rota: `cycle` has one letter a day (D, N or -), over and over; its first day fell on `anchor`."""

    cycle: str
    anchor: date
    day: Hours = Hours(7 * 60, 19 * 60)
    night: Hours = Hours(19 * 60, 7 * 60)

    def __post_init__(self) -> None:
        if not 1 <= len(self.cycle) <= LONGEST_CYCLE or not set(self.cycle) <= set(Duty):
            raise ValueError(f"a cycle is 1 to {LONGEST_CYCLE} of D, N and -")

    def duty(self, on: date) -> Duty:
        """What that date is."""
        return Duty(self.cycle[(on - self.anchor).days % len(self.cycle)])

    def at_work(self, on: date) -> tuple[int, int] | None:
        """The shift that begins on that date, in minutes from its midnight; it may end beyond the next one."""
        match self.duty(on):
            case Duty.DAY:
                return self.day.span
            case Duty.NIGHT:
                return self.night.span
            case Duty.OFF:
                return None

    def asleep(self, on: date) -> tuple[int, int]:
        """The sleep that ends on that date: before it or, after a night at work, during it. Minutes from its midnight."""
        if self.duty(on - timedelta(days=1)) is Duty.NIGHT:
            bed = self.night.span[1] - DAY + GETTING_READY
            return bed, bed + SLEEP
        if self.duty(on) is Duty.DAY:
            waking = min(self.day.start - GETTING_READY, LATEST_WAKING)
            return waking - SLEEP, waking
        return FREE_NIGHT


def asleep(shifts: Shifts | None, on: date) -> tuple[int, int]:
    """`Shifts.asleep`, and a usual night for somebody whose shifts are not known."""
    return shifts.asleep(on) if shifts else UNKNOWN_NIGHT


def busy(shifts: Shifts | None, on: date, *, duty_counts: bool = True) -> Iterator[tuple[int, int]]:
    """When that date is not theirs to read in: asleep or, unless told not to count it, at work and on the way.

    Spans in minutes from its midnight; they may overlap and reach beyond the date.
    """
    for days in (-1, 0, 1):
        shift, begins = on + timedelta(days=days), days * DAY
        start, end = asleep(shifts, shift)
        yield start + begins, end + begins
        work = shifts.at_work(shift) if shifts and duty_counts else None
        if work:
            yield work[0] + begins - GETTING_THERE, work[1] + begins + GETTING_THERE


PITMAN = "DD--DDD--DD---"
PATTERNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "fixed_days": {"days": "DDDDD--"},
        "fixed_nights": {"nights": "NNNNN--"},
        "four_on_four_off": {"days": "DDDD----", "nights": "NNNN----", "both": "DDNN----"},
        "pitman": {
            "days": PITMAN,
            "nights": PITMAN.replace("D", "N"),
            "both": PITMAN + PITMAN.replace("D", "N"),
        },
        "dupont": {"both": "NNNN---DDD-NNN---DDDD-------"},
    }
)
"""The cycles most departments work, by what they are called and by whether they are worked by day, by night or both."""


def begun(cycle: str, position: int, today: date, **hours: Hours) -> Shifts:
    """The rota whose square number `position` (from 0) is today. Raises ValueError when there is no such square."""
    if not 0 <= position < len(cycle):
        raise ValueError(f"a cycle of {len(cycle)} days has no day {position}")
    return Shifts(cycle, today - timedelta(days=position), **hours)
