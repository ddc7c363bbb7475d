"""A moment to come as a coordinator types it: "14:30", "tomorrow at 8", "8 pm", "in 2 hours", in both languages."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.care.broadcast import LASTS

AHEAD = LASTS * 2  # how far ahead a tip may be planned
NOW = frozenset({"now", "right now", "ahora", "ahora mismo", "ya"})
ONE = frozenset({"a", "an", "one", "un", "una"})
HALF = frozenset({"half an", "half a", "media"})
UNITS = {"h": timedelta(hours=1), "m": timedelta(minutes=1), "d": timedelta(days=1)}
DAYS = {
    "today": 0,
    "hoy": 0,
    "tonight": 0,
    "tomorrow": 1,
    "manana": 1,
    "the day after tomorrow": 2,
    "pasado manana": 2,
}
SPAN = re.compile(
    r"(?:in|en|dentro de) (?P<many>\d{1,3}|half an?|media|an?|one|una?) "
    r"?(?P<unit>h(?:ours?|oras?|rs?)?|m(?:in(?:ute|uto)?s?)?|days?|dias?)"
)
CLOCK = re.compile(
    rf"(?:(?P<day>\d{{4}}-\d\d-\d\d|{'|'.join(sorted(DAYS, key=len, reverse=True))})\b,? ?)?(?:(?:at|a las?) )?"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))? ?"
    r"(?P<half>am|pm|h|hs|hrs|o'?clock|at night|"
    r"(?:in the|de la) (?:morning|afternoon|evening|manana|madrugada|tarde|noche))?"
)
MORNINGS = ("am", "morning", "manana", "madrugada")
LATE = ("pm", "afternoon", "evening", "tarde", "noche", "night")


class TooFarAhead(ValueError):
    """A moment beyond AHEAD."""


def is_now(words: str) -> bool:
    """Whether at once is meant."""
    return _folded(words) in NOW


def typed_time(words: str, zone: str, now: datetime) -> datetime | None:
    """The moment meant, on the clock of `zone`; a time alone is the next one. None for anything else and for the past.

    Raises TooFarAhead.
    """
    said, here = _folded(words), now.astimezone(ZoneInfo(zone))
    at = _after(said, now) or _on_a_clock(said, here)
    if at is not None and at > now + AHEAD:
        raise TooFarAhead
    return at if at is not None and at > now else None


def _after(said: str, now: datetime) -> datetime | None:
    found = SPAN.fullmatch(said)
    if found is None:
        return None
    many = 0.5 if found["many"] in HALF else 1 if found["many"] in ONE else int(found["many"])
    return now + many * UNITS[found["unit"][0]]


def _on_a_clock(said: str, here: datetime) -> datetime | None:
    found = CLOCK.fullmatch(said)
    clock = _clock(int(found["hour"]), int(found["minute"] or 0), found["half"] or "") if found else None
    if found is None or clock is None:
        return None
    day = _day(found["day"], here.date())
    if day is None:
        return None
    if found["day"] is None and clock <= here.time():
        day += timedelta(days=1)
    return datetime.combine(day, clock, tzinfo=here.tzinfo).astimezone(UTC)


def _day(said: str | None, today: date) -> date | None:
    if said is None or said in DAYS:
        return today + timedelta(days=DAYS.get(said or "", 0))
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    if day > today + AHEAD + timedelta(days=1):
        raise TooFarAhead
    return day


def _clock(hour: int, minute: int, half: str) -> time | None:
    if half.endswith(MORNINGS):
        hour = hour % 12 if hour <= 12 else 24  # 24: no such hour
    elif half.endswith(LATE) and hour <= 12:
        hour = 0 if hour == 12 and half.endswith(("noche", "night")) else hour % 12 + 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words[:80].casefold())
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark)).replace("’", "'")
    return re.sub(r"\b([ap])\. ?m\b\.?", r"\1m", " ".join(letters.split())).removesuffix(".")
