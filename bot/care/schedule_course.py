"""Where somebody is in the eight weeks, and what the next day brings. A missed week is asked about, never counted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from bot.care.programme import DAYS, WEEKS


class Part(StrEnum):
    """What the programme sends next."""

    OPENING = "opening"  # a week begins
    NUDGE = "nudge"
    MISSED = "missed"  # nobody came for a week: stay with it, or go on?
    END = "end"  # the eight weeks are over


class Course(BaseModel):
    """The `week` (1 to 8) and the `day` of it (0 to 7) that come next; when the week began; whether it waits to be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    week: int = Field(default=1, ge=1, le=WEEKS)
    day: int = Field(default=0, ge=0, le=DAYS)
    began: date | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What is sent, about which week and day (0 to 6), and where that leaves the course: None when it is over."""

    part: Part
    week: int
    day: int
    then: Course | None


def step(course: Course, today: date, used_on: date) -> Step:
    """What comes today. `used_on` is the last day the person was here."""
    if course.day < DAYS:
        part = Part.NUDGE if course.day else Part.OPENING
        began = course.began if course.day else today
        return Step(part, course.week, course.day, Course(week=course.week, day=course.day + 1, began=began))
    if course.began is not None and used_on < course.began:
        return Step(Part.MISSED, course.week, 0, course.model_copy(update={"waits": True}))
    if course.week == WEEKS:
        return Step(Part.END, WEEKS, 0, None)
    return step(Course(week=course.week + 1), today, used_on)
