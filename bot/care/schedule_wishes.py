"""What a person chose about prompts, and the little that is remembered so that none comes twice. One sealed value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from bot.care.practices import Practice, Reader, Theme
from bot.care.schedule_course import Course
from bot.care.shift_patterns import DAY, Hours, Shifts

NOT_AGAIN_FOR = timedelta(days=60)
HARD_DAYS = timedelta(days=3)  # "hard day" counts for the days that follow it, too
PACES = (1, 2, 3, 7)
"""How many a week can be asked for."""


class Mode(StrEnum):
    """When prompts come."""

    WEEKLY = "weekly"
    HARD_DAYS = "hard_days"  # only after the person said that a day was hard


def _read_shifts(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    day, night = (Hours(*value[name]) for name in ("day", "night"))
    return Shifts(value["cycle"], date.fromisoformat(value["anchor"]), day, night)


def _written_shifts(shifts: Shifts | None) -> dict[str, Any] | None:
    if shifts is None:
        return None
    hours = {name: [one.start, one.end] for name, one in (("day", shifts.day), ("night", shifts.night))}
    return {"cycle": shifts.cycle, "anchor": shifts.anchor.isoformat(), **hours}


class Window(BaseModel):
    """From `start` to before `end` on one day, minutes after midnight where the person is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0, lt=DAY)
    end: int = Field(gt=0, le=DAY)

    @model_validator(mode="after")
    def _in_order(self) -> "Window":
        if self.end - self.start < 60:
            raise ValueError("a window is an hour or longer, within one day")
        return self


EVENING = Window(start=18 * 60, end=20 * 60)
ANY_TIME = Window(start=0, end=DAY)


class Wishes(BaseModel):
    """`per_week` 0: nothing but the eight weeks. `shown` maps practices to the day they were sent (its ordinal).

    `asked`: "still want these?" was sent and not answered; nothing more comes until it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    window: Window = EVENING
    per_week: int = Field(default=2, ge=0, le=7)
    mode: Mode = Mode.WEEKLY
    on_duty: bool = False
    shifts: Annotated[Shifts | None, BeforeValidator(_read_shifts), PlainSerializer(_written_shifts)] = None
    reader: Reader | None = None
    themes: tuple[Theme, ...] = ()
    refused: tuple[str, ...] = ()
    refused_themes: tuple[Theme, ...] = ()
    shown: Mapping[str, int] = Field(default_factory=dict)
    last_at: datetime | None = None
    snoozed_until: datetime | None = None
    hard_until: datetime | None = None
    asked: bool = False
    course: Course | None = None

    @property
    def course_runs(self) -> bool:
        """Whether the eight weeks have a word for each day now; they are the one a day."""
        return self.course is not None and not self.course.waits

    @property
    def pace(self) -> int:
        """How many may come in a week, at most one a day."""
        daily = self.course_runs or self.mode is Mode.HARD_DAYS
        return 7 if daily else self.per_week

    @property
    def days_apart(self) -> int:
        """Days from one to the next at least: two a week are not meant for Sunday and Monday."""
        return max(1, 7 // self.pace - 1)

    @property
    def resting(self) -> bool:
        """Whether nothing comes until the person says so."""
        return self.asked or self.pace == 0

    def wants(self, theme: Theme) -> bool:
        """Whether this person wants to hear about it."""
        return theme not in self.refused_themes and (not self.themes or theme in self.themes)

    def is_hard(self, now: datetime) -> bool:
        """Whether a hard day was told lately."""
        return self.hard_until is not None and now < self.hard_until

    def met(self, today: date) -> frozenset[str]:
        """The practices not to be sent today: shown within 60 days, or refused."""
        limit = (today - NOT_AGAIN_FOR).toordinal()
        return frozenset(self.refused) | {name for name, day in self.shown.items() if day > limit}

    def after_prompt(self, now: datetime, practice: Practice | None = None) -> "Wishes":
        """One was sent now."""
        return (self.having_shown(practice.id, now) if practice else self).but(last_at=now)

    def having_shown(self, practice: str, now: datetime) -> "Wishes":
        """It does not come again for 60 days; what is older than that is forgotten."""
        today = now.date().toordinal()
        shown = {name: day for name, day in self.shown.items() if day > today - NOT_AGAIN_FOR.days}
        return self.but(shown={**shown, practice: today})

    def but(self, **changes: Any) -> "Wishes":
        """The same with these changed. Raises ValidationError."""
        return Wishes.model_validate(
            {**{name: getattr(self, name) for name in type(self).model_fields}, **changes}
        )


@dataclass(frozen=True, slots=True)
class Subscription:
    """What planning goes by. `key` is the pseudonym, `timezone` an IANA name, `used_on` the last day they were here."""

    key: str
    timezone: str
    used_on: date
    wishes: Wishes
