"""When somebody answers: whether a line is open now, in its own time zone and through clock changes."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_LOOK_AHEAD = 8  # days: a line open one day a week is found again, whatever the weekday today


class OpenHours(BaseModel):
    """One stretch of the week: `days` "Mon-Fri" or "Sat,Sun", clock times "HH:MM" in the IANA time zone `zone`.

    `closes` "24:00" is midnight; a `closes` not after `opens` belongs to the next day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    days: str
    opens: str
    closes: str
    zone: str = Field(min_length=1)

    @field_validator("days")
    @classmethod
    def _known_days(cls, days: str) -> str:
        _weekdays(days)
        return days

    @field_validator("opens", "closes")
    @classmethod
    def _clock(cls, clock: str) -> str:
        if not _CLOCK.fullmatch(clock):
            raise ValueError(f'write a time as "09:00", not {clock!r}')
        return clock

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (LookupError, OSError, ValueError) as error:
            raise ValueError(f'{zone!r} is not a time zone like "America/New_York"') from error
        return zone


Hours = Literal["24/7", "web", "unknown"] | tuple[OpenHours, ...]
"""Open day and night, a website (always there, nobody answers), not known, or stretches of the week."""


class OpenState(StrEnum):
    """What can honestly be said about this moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Opening(NamedTuple):
    """`changes_at` is when an open line closes or a closed one opens, in the line's own zone; None if it never does."""

    state: OpenState
    changes_at: datetime | None = None


def opening(hours: Hours, at: datetime) -> Opening:
    """Whether somebody answers at this moment. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be compared with opening hours")
    if hours == "unknown" or hours == ():
        return Opening(OpenState.UNKNOWN)
    if isinstance(hours, str):
        return Opening(OpenState.OPEN)
    now = at.astimezone(UTC)
    for start, end in _merged(_stretches(hours, now)):
        if start <= now < end:
            for_good = end - now > timedelta(days=7)  # stretches that touch all round the week
            return Opening(OpenState.OPEN, None if for_good else end.astimezone(ZoneInfo(hours[0].zone)))
        if now < start:
            return Opening(OpenState.CLOSED, start.astimezone(ZoneInfo(hours[0].zone)))
    return Opening(OpenState.CLOSED)


def _stretches(hours: Sequence[OpenHours], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    for stretch in hours:
        zone, weekdays = ZoneInfo(stretch.zone), _weekdays(stretch.days)
        today = now.astimezone(zone).date()
        for ahead in range(-2, _LOOK_AHEAD + 1):
            day = today + timedelta(days=ahead)
            if day.weekday() in weekdays:
                over_midnight = stretch.closes <= stretch.opens
                yield (
                    _moment(day, stretch.opens, zone, fold=0),
                    # the second of two equal hours in autumn: never called closed while somebody may still answer
                    _moment(day + timedelta(days=over_midnight), stretch.closes, zone, fold=1),
                )


def _moment(day: date, clock: str, zone: ZoneInfo, *, fold: Literal[0, 1]) -> datetime:
    if clock == "24:00":
        day, clock = day + timedelta(days=1), "00:00"
    return datetime.combine(day, time.fromisoformat(clock), zone).replace(fold=fold).astimezone(UTC)


def _merged(stretches: Iterator[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    merged: list[tuple[datetime, datetime]] = []
    for start, end in sorted(stretches):
        if end <= start:
            continue  # an hour the clocks skipped in spring
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _weekdays(days: str) -> frozenset[int]:
    found: set[int] = set()
    for part in days.split(","):
        first, _, last = part.strip().partition("-")
        if first not in WEEK or (last and last not in WEEK):
            raise ValueError(f'write days as "Mon-Fri" or "Sat,Sun", not {days!r}')
        begin, end = WEEK.index(first), WEEK.index(last or first)
        found |= {day % 7 for day in range(begin, end + 1 if end >= begin else end + 8)}
    return frozenset(found)
