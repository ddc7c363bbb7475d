"""When the next prompt is due, and whether it may still be sent: decided from what its person chose, and nothing else.

All choices are by wall-clock time where the person is; all moments are aware UTC. The same question has the same
answer however often it is asked, so planning anew never moves a prompt without a reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from hashlib import blake2b
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from bot.care.schedule_wishes import Mode, Subscription
from bot.care.shift_patterns import busy

LATE = timedelta(hours=1)  # after that a prompt is no longer for the moment it was chosen for
APART = timedelta(hours=12)  # between two prompts, whatever zone somebody flew to in between
HORIZON = 70  # days looked ahead: the longest cycle, and a week at the slowest pace beyond it
LEAST_FREE = 15  # minutes of a window that must be free for it to count
TAIL = 5  # of them at the end, left for a message on its way
SILENT = 30  # days without a sign; then one question, then quiet
LADDER = ((10, 7), (2, 2))
"""Back-off: unused for so many days, a prompt comes at most every so many (after Bidargaddi 2018, its send rule)."""


class Turn(StrEnum):
    """What becomes of a prompt whose time has come."""

    SEND = "send"
    ASK = "ask"  # nobody was here for 30 days: "still want these?", once
    HELD = "held"  # in the quiet time after a positive safety answer, or paused
    LATE = "late"
    UNFIT = "unfit"  # asleep, at work, outside the window or the second of a day by now


def next_due(subscription: Subscription, after: datetime) -> datetime | None:
    """The first moment after `after` at which this person wants to hear from us; None when there is none to plan.

    Within their window, awake and (unless chosen otherwise) off duty, at most one a local day, in a week no more than
    they asked for. Raises ZoneInfoNotFoundError or ValueError for a zone there is not.
    """
    wishes = subscription.wishes
    if wishes.resting or (wishes.mode is Mode.HARD_DAYS and not wishes.course_runs and not wishes.hard_until):
        return None
    zone = ZoneInfo(subscription.timezone)
    after = max(after, wishes.snoozed_until or after)
    days = _days(subscription, after, zone)
    for _, slot in groupby(days, lambda day: _slot(day, wishes.pace)):
        for day in sorted(slot, key=lambda day: _lot(subscription.key, day, "day")):
            moment = _moment(subscription, day, zone)
            if moment is not None and moment > after and _may(subscription, moment):
                return moment
    return None


def turn(subscription: Subscription, due_at: datetime, now: datetime, quiet_until: datetime | None) -> Turn:
    """What becomes of the prompt that was due at `due_at`."""
    wishes = subscription.wishes
    if (quiet_until and now < quiet_until) or (wishes.snoozed_until and now < wishes.snoozed_until):
        return Turn.HELD
    if now - due_at > LATE:
        return Turn.LATE
    if not fits(subscription, now):
        return Turn.UNFIT
    silent = (now.date() - subscription.used_on).days >= SILENT
    return Turn.ASK if silent else Turn.SEND


def tomorrow(subscription: Subscription, now: datetime) -> datetime:
    """When something put off until tomorrow comes: in their window of the next day that has room, or a day from now."""
    daily = {"per_week": 7, "mode": Mode.WEEKLY, "course": None, "snoozed_until": None, "asked": False}
    wishes = subscription.wishes.but(**daily, last_at=now)
    return next_due(replace(subscription, wishes=wishes, used_on=now.date()), now) or now + timedelta(days=1)


def end_of_day(moment: datetime, timezone: str) -> datetime:
    """The midnight there that ends the moment's day."""
    zone = ZoneInfo(timezone)
    return _utc(moment.astimezone(zone).date() + timedelta(days=1), 0, zone)


def fits(subscription: Subscription, moment: datetime) -> bool:
    """Whether a prompt may come at this very moment."""
    local = moment.astimezone(ZoneInfo(subscription.timezone))
    minute = local.hour * 60 + local.minute
    free = any(start <= minute < end for start, end in free_spans(subscription, local.date()))
    return free and _new_day(subscription, local.date(), local.tzinfo) and _may(subscription, moment)


def free_spans(subscription: Subscription, on: date) -> list[tuple[int, int]]:
    """What is left of the window on that date: minutes after midnight, in order."""
    wishes = subscription.wishes
    taken = sorted(busy(wishes.shifts, on, duty_counts=not wishes.on_duty))
    start, last = wishes.window.start, wishes.window.end
    spans = []
    for busy_from, busy_to in taken:
        if busy_from >= last:
            break
        if busy_from > start:
            spans.append((start, busy_from))
        start = max(start, busy_to)
    return [*spans, (start, last)] if start < last else spans


def _days(subscription: Subscription, after: datetime, zone: tzinfo) -> Iterator[date]:
    """The dates on which one may come, as far as the pace is concerned."""
    wishes, today = subscription.wishes, after.astimezone(zone).date()
    before = wishes.last_at.astimezone(zone).date() if wishes.last_at else None
    for number in range(HORIZON):
        day = today + timedelta(days=number)
        if before is None or (
            _slot(day, wishes.pace) > _slot(before, wishes.pace)
            and (day - before).days >= max(wishes.days_apart, _backed_off(subscription, day))
        ):
            yield day


def _backed_off(subscription: Subscription, day: date) -> int:
    if subscription.wishes.course_runs or subscription.wishes.mode is Mode.HARD_DAYS:
        return 1  # a missed week has its own word, and a hard day was told by hand
    unused = (day - subscription.used_on).days
    return next((apart for since, apart in LADDER if unused >= since), 1)


def _slot(day: date, pace: int) -> int:
    """A week (Monday to Sunday) has as many slots as prompts, and a slot has one prompt."""
    return (day.toordinal() - 1) * pace // 7


def _moment(subscription: Subscription, day: date, zone: tzinfo) -> datetime | None:
    """The moment of that date: anywhere in its free time, the same each time one asks, another for each person."""
    spans = [(start, end - TAIL) for start, end in free_spans(subscription, day) if end - start >= LEAST_FREE]
    minutes: Sequence[int] = _Spans(_not_too_soon(spans, subscription.wishes.last_at, day, zone))
    if _clock_changes(day, zone):
        minutes = [one for one in minutes if _exists(day, one, zone)]
    if not minutes:
        return None
    lot = _lot(subscription.key, day, "moment")
    minute, second = minutes[lot % len(minutes)], lot // len(minutes) % 60
    return _utc(day, minute, zone) + timedelta(seconds=second)


def _not_too_soon(
    spans: list[tuple[int, int]], last_at: datetime | None, day: date, zone: tzinfo
) -> list[tuple[int, int]]:
    if last_at is None:
        return spans
    earliest = (last_at + APART).astimezone(zone)
    if earliest.date() < day:
        return spans
    first = earliest.hour * 60 + earliest.minute + 1 + earliest.fold * 60
    return [(max(start, first), end) for start, end in spans if first < end and earliest.date() == day]


class _Spans(Sequence[int]):
    """The minutes of these spans, not one of them written out: a year of planning is mostly this."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans

    def __len__(self) -> int:
        return sum(end - start for start, end in self._spans)

    def __getitem__(self, number: Any) -> Any:
        for start, end in self._spans:
            if number < end - start:
                return start + number
            number -= end - start
        raise IndexError(number)


def _may(subscription: Subscription, moment: datetime) -> bool:
    wishes = subscription.wishes
    if wishes.last_at is not None and moment - wishes.last_at < APART:
        return False
    only_hard = wishes.mode is Mode.HARD_DAYS and not wishes.course_runs
    return not only_hard or (wishes.hard_until is not None and moment < wishes.hard_until)


def _new_day(subscription: Subscription, day: date, zone: tzinfo | None) -> bool:
    before = subscription.wishes.last_at
    return before is None or before.astimezone(zone).date() != day


def _clock_changes(day: date, zone: tzinfo) -> bool:
    begins = datetime.combine(day, time(), zone)
    return begins.utcoffset() != (begins + timedelta(days=1)).utcoffset()


def _exists(day: date, minute: int, zone: tzinfo) -> bool:
    wall = datetime.combine(day, time(minute // 60, minute % 60))
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


def _utc(day: date, minute: int, zone: tzinfo) -> datetime:
    # Of an hour that comes twice in autumn, the first.
    return datetime.combine(day, time(minute // 60, minute % 60), zone).astimezone(UTC)


def _lot(key: str, day: date, what: str) -> int:
    return int.from_bytes(blake2b(f"{what}\n{key}\n{day}".encode(), digest_size=8).digest())
