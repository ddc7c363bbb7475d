"""A time of day as people type it: "8 am", "8:30", "20h", "a las 8", "8 de la mañana", "7pm to 7am"."""

import re

from bot.care.typed import SHORT, folded

DAY = 24 * 60
WORDS = {"noon": 12 * 60, "midday": 12 * 60, "mediodia": 12 * 60, "midnight": 0, "medianoche": 0}
LATE = re.compile(r"pm|p m|in the (?:afternoon|evening)|at night|de la (?:tarde|noche)")
EARLY = re.compile(r"am|a m|in the morning|de la (?:manana|madrugada)")
TIME = re.compile(
    r"(?:at |around |about |after |from |a |hacia |desde |como |sobre )*(?:las? )?(?P<hour>\d{1,2})"
    r"(?: ?[h ] ?(?P<minute>[0-5]\d))? ?(?:h|hs|hrs|horas|oclock|en punto)?"
    rf" ?(?P<half>{LATE.pattern}|{EARLY.pattern})?"
)
DIGITS = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)\b(?: ?(?:h|hs|hrs|hours|horas))?")
BETWEEN = re.compile(r" (?:to|until|till|and|a|hasta|y|al) (?:las? )?")


def minute_of(text: str) -> int | None:
    """Minutes after midnight; None for what is no time."""
    if len(text) > SHORT:
        return None
    said = folded(re.sub(r"(?<=\d)[:.](?=\d)", " ", text))
    if said in WORDS:
        return WORDS[said]
    if whole := DIGITS.fullmatch(said):
        return int(whole[1]) * 60 + int(whole[2])
    found = TIME.fullmatch(said)
    if found is None:
        return None
    hour, half = int(found["hour"]), found["half"] or ""
    if LATE.fullmatch(half) and hour < 12:
        hour += 12
    if EARLY.fullmatch(half) and hour == 12:
        hour = 0
    return hour * 60 + int(found["minute"] or 0) if hour < 24 else None


def span_of(text: str) -> tuple[int, int] | None:
    """From and to; None for what is not two times."""
    if len(text) > SHORT:
        return None
    spread = re.sub(r"\s*[-–—]\s*", " to ", text.casefold())
    for parts in BETWEEN.finditer(spread):
        start, end = minute_of(spread[: parts.start()]), minute_of(spread[parts.end() :])
        if start is not None and end is not None and start != end:
            return start, end
    return None
