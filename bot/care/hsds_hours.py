"""Opening hours out of HSDS schedules: only plain weekly hours; anything finer is kept as it was, and not guessed."""

import re
from collections.abc import Iterable
from typing import Any

from bot.care.hours import WEEK
from bot.care.hsds_shapes import ScheduleShape
from bot.care.hsds_terms import path_of
from bot.care.hsds_writing import BYDAY

_FINER = frozenset(("valid_from", "valid_to", "until", "count", "byweekno", "bymonthday", "byyearday"))
"""A schedule with one of these does not hold every week."""


def read_hours(schedules: Iterable[ScheduleShape], zone: str) -> tuple[Any, list[Any]]:
    """The hours as a record has them, and the schedules that could not be said so.

    `zone` is the IANA time zone where a schedule names none. HSDS' own offset from UTC is not enough: it does not
    say when the clocks change, and a line said to be open must be.
    """
    rows = list(schedules)
    if not rows:
        return "unknown", []
    found = [_stretch(row, zone) for row in rows]
    if any(_is_always(row) for row in rows):
        return "24/7", []
    if None in found:
        return "unknown", [row.model_dump(exclude_unset=True) for row in rows]
    return found, []


def _is_always(row: ScheduleShape) -> bool:
    open_late = row.closes_at[:5] in ("23:59", "24:00", "00:00")
    return _is_weekly(row) and set(_days(row)) == set(WEEK) and row.opens_at[:5] == "00:00" and open_late


def _stretch(row: ScheduleShape, zone: str) -> dict[str, str] | None:
    exact = {path_of(one.taxonomy_term): one.value for one in row.attributes if path_of(one.taxonomy_term)}
    given = exact.get("zone") or zone
    clocks = [re.fullmatch(r"(\d\d:\d\d)(:\d\d)?", clock) for clock in (row.opens_at, row.closes_at)]
    if not _is_weekly(row) or not _days(row) or not given or None in clocks:
        return None
    opens, closes = (clock.group(1) for clock in clocks if clock)
    return {"days": ",".join(_days(row)), "opens": opens, "closes": closes} | exact | {"zone": given}


def _is_weekly(row: ScheduleShape) -> bool:
    every = (row.model_extra or {}).get("interval")
    finer = _FINER & {key for key, value in (row.model_extra or {}).items() if value not in ("", None)}
    return row.freq in ("", "WEEKLY") and str(every or 1) in ("1", "1.0") and not finer


def _days(row: ScheduleShape) -> list[str]:
    named = re.split(r"[,\s]+", row.byday.upper().strip())
    return [WEEK[BYDAY.index(day)] for day in named] if set(named) <= set(BYDAY) else []
