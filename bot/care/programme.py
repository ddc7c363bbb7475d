"""Eight weeks at one's own pace: what a week holds. Short practice, no course and no treatment; nobody is behind."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.care.wording import Signed, WordingError, Words, at_most, missing, record, said

WEEKS = 8
DAYS = 7
FILE = "eight_weeks.toml"

Message = Annotated[Words, at_most(900)]
Line = Annotated[Words, at_most(300)]
Nudge = Annotated[Words, at_most(200)]


class Week(Signed):
    """One week: a unit read when it begins (5 to 8 messages), a nudge for each day, a word for who was away, an ending."""

    number: int = Field(ge=1, le=WEEKS)
    title: Annotated[Words, at_most(60)]
    unit: tuple[Message, ...] = Field(min_length=5, max_length=8)
    nudges: tuple[Nudge, ...] = Field(min_length=DAYS, max_length=DAYS)
    missed: Line
    end: Line


class Programme(BaseModel):
    """The whole of it. `caution` is shown before the first unit and once more before the longest practice;
    `too_much` answers "this makes it worse" and grounds; `keep` is what week 8 offers to go on with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[Words, at_most(60)]
    welcome: Message
    caution: Line
    too_much: Message
    keep: tuple[Nudge, ...] = Field(min_length=3, max_length=6)
    week: tuple[Week, ...]

    @field_validator("week")
    @classmethod
    def _all_in_order(cls, weeks: tuple[Week, ...]) -> tuple[Week, ...]:
        if [week.number for week in weeks] != list(range(1, WEEKS + 1)):
            raise ValueError(f"the weeks must be numbered 1 to {WEEKS}, in order")
        return weeks

    def nudge(self, week: int, day: int, lang: str) -> str:
        """The line for a day. `week` counts from 1, `day` is 0 to 6 from the start of the week. Raises IndexError."""
        if not (1 <= week <= WEEKS and 0 <= day < DAYS):
            raise IndexError(f"there is no week {week}, day {day}")
        return said(self.week[week - 1].nudges[day], lang)


def load(texts: Mapping[str, str]) -> Programme:
    """The programme in `eight_weeks.toml`. Raises WordingError naming what is wrong or missing."""
    if set(texts) != {FILE}:
        raise WordingError(
            f"programme: it must be in {FILE} alone, not in {', '.join(sorted(texts)) or 'nothing'}"
        )
    return record(FILE, texts[FILE], Programme)


def programme_problems(programme: Programme, languages: Iterable[str]) -> list[str]:
    """What a person should look at, one line each: a part of the programme missing in one of the languages."""
    wanted = tuple(languages)
    return [
        f"programme {place}: not there in {lang!r}"
        for place, words in _parts(programme)
        for lang in missing(words, wanted)
    ]


def _parts(programme: Programme) -> Iterator[tuple[str, Mapping[str, str]]]:
    for name in ("title", "welcome", "caution", "too_much"):
        yield name, getattr(programme, name)
    yield from (("keep", words) for words in programme.keep)
    for week in programme.week:
        for words in (week.title, *week.unit, *week.nudges, week.missed, week.end):
            yield f"week {week.number}", words
