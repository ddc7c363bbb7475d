"""Questionnaires word for word, and the one way each is counted: unfinished is never scored, and no result is a label."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.care.wording import Lang, WordingError, Words, missing, record, said

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+$", max_length=10)]
Answers = Mapping[str, int]
"""The value chosen for each item, by the item's id. What is no option of that item counts as unanswered."""


class Sex(StrEnum):
    """Asked only where a cut-off differs by it; None when it was not said."""

    WOMAN = "woman"
    MAN = "man"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Strict):
    """One answer and what it counts."""

    value: int = Field(ge=0, le=4)
    label: Words


class Item(_Strict):
    """One question.

    `safety_from`: an answer of this value or more is a positive safety answer, whatever the score. `ends_at`: this
    answer ends the questionnaire, what follows is not asked and counts nothing. `hash` protects the words.
    """

    id: Id
    text: Words
    options: tuple[Option, ...] = ()
    scored: bool = True
    safety_from: int | None = Field(None, ge=1)
    ends_at: int | None = None
    hash: str


class Band(_Strict):
    """What is said from this score on: a sentence key. `below` is said in its place to whom the cut-off spares."""

    score: int = Field(ge=0)
    says: str = Field(pattern=r"^score-[a-z0-9-]+$")
    below: str | None = Field(None, pattern=r"^score-[a-z0-9-]+$")


class Cutoffs(_Strict):
    """From here on positive. `unsaid` is the lower one, for whoever did not say."""

    unsaid: int = Field(ge=1)
    woman: int | None = None
    man: int | None = None

    def by(self, sex: Sex | None) -> int:
        """The cut-off for this person."""
        own = {Sex.WOMAN: self.woman, Sex.MAN: self.man}.get(sex) if sex else None
        return own or self.unsaid


class Scale(_Strict):
    """Items counted together: a whole questionnaire, or one of its parts."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=12)]
    items: tuple[Id, ...] = Field(min_length=1)
    cutoffs: Cutoffs
    bands: tuple[Band, ...] = Field(min_length=2)

    def band(self, score: int) -> Band:
        """The highest band that begins at or below the score."""
        return [band for band in self.bands if band.score <= score][-1]


class Source(_Strict):
    """Whose words these are, what allows us to use them, and where they were read."""

    name: str
    licence: str
    citation: str
    read_at: tuple[str, ...] = Field(min_length=1)
    reviewed_by: str = ""


class Questionnaire(_Strict):
    """One instrument in the languages its owner's words exist in.

    `stem` stands above every scored item. `after_days`: not before so many days after an incident. `often_note` is
    said too when all points come from the first item. `scoring_hash` protects cut-offs and bands.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=12)]
    version: str
    languages: tuple[Lang, ...] = Field(min_length=1)
    intro: str = Field(pattern=r"^score-[a-z0-9-]+$")
    stem: Words | None = None
    stem_hash: str = ""
    options: tuple[Option, ...] = ()
    after_days: int = 0
    often_note: str | None = None
    scoring_hash: str
    source: Source
    items: tuple[Item, ...] = Field(min_length=1)
    scales: tuple[Scale, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for item in self.items:
            options = self.options_of(item)
            if len({one.value for one in options}) < max(2, len(options)):
                raise ValueError(
                    f"item {item.id}: it needs two answers or more, each with a value of its own"
                )
            for words in (item.text, *(one.label for one in options)):
                if absent := missing(words, self.languages):
                    raise ValueError(f"item {item.id}: not there in {absent}")
        scored = {item.id for item in self.items if item.scored}
        for scale in self.scales:
            if not set(scale.items) <= scored or scale.bands[0].score != 0:
                raise ValueError(
                    f"scale {scale.id}: it names items that are not scored, or no band begins at 0"
                )
        return self

    def offered_in(self, lang: str, *, days_since: int | None = None) -> bool:
        """Whether it may be asked in this language, so many days after an incident (None: no incident known)."""
        return lang in self.languages and (not self.after_days or (days_since or 0) >= self.after_days)

    def item(self, item_id: str) -> Item:
        """The item of that id. Raises KeyError."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def asked(self, item: Item, lang: str) -> str:
        """The owner's words for this question, plain; in English where they do not exist in this language."""
        stem = said(self.stem, lang) if self.stem and item.scored else ""
        return f"{stem}\n\n{said(item.text, lang)}".strip()

    def options_of(self, item: Item) -> tuple[Option, ...]:
        """The answers to choose from, in the order the instrument prints them."""
        return item.options or self.options

    def top(self, scale: Scale) -> int:
        """The most points this scale can have."""
        items = [self.item(one) for one in scale.items]
        return sum(max(option.value for option in self.options_of(item)) for item in items)

    def next_item(self, answers: Answers) -> Item | None:
        """What to ask next; None when it is finished."""
        for item in self.items:
            answer = self._answer(item, answers)
            if answer is None:
                return item
            if item.ends_at is not None and answer == item.ends_at:
                return None
        return None

    def is_safety_answer(self, item_id: str, value: int) -> bool:
        """Whether this answer, by itself and at once, leaves the questionnaire for the crisis protocol."""
        limit = self.item(item_id).safety_from
        return limit is not None and value >= limit

    def counted(self, answers: Answers) -> dict[str, int]:
        """The points of each scored item; 0 for what is not asked after an answer that ends it."""
        points = {item.id: 0 for item in self.items if item.scored}
        for item in self.items:
            answer = self._answer(item, answers) or 0
            if item.scored:
                points[item.id] = answer
            if item.ends_at is not None and answer == item.ends_at:
                break
        return points

    @cached_property
    def _values(self) -> Mapping[str, frozenset[int]]:
        return {item.id: frozenset(one.value for one in self.options_of(item)) for item in self.items}

    def _answer(self, item: Item, answers: Answers) -> int | None:
        answer = answers.get(item.id)
        return answer if answer in self._values[item.id] else None


@dataclass(frozen=True, slots=True)
class Scored:
    """One scale of a result. `says` is the key of a sentence in plain words that ends in whom to talk to."""

    scale: str
    score: int
    positive: bool
    says: str


@dataclass(frozen=True, slots=True)
class Result:
    """A finished questionnaire, counted. PHQ-4 has two scales: its total would hide which of them is raised."""

    questionnaire: str
    version: str
    scales: tuple[Scored, ...]
    safety: bool
    note: str | None = None

    @property
    def score(self) -> int:
        """All points."""
        return sum(scale.score for scale in self.scales)

    @property
    def positive(self) -> bool:
        """Whether any scale reaches its cut-off."""
        return any(scale.positive for scale in self.scales)

    @property
    def says(self) -> tuple[str, ...]:
        """The keys of what to tell the person, in order."""
        return (*(scale.says for scale in self.scales), *([self.note] if self.note else []))


def score(questionnaire: Questionnaire, answers: Answers, *, sex: Sex | None = None) -> Result | None:
    """Count a finished questionnaire; None for an unfinished one. Published sums and cut-offs: docs/questionnaires.md."""
    if questionnaire.next_item(answers) is not None:
        return None
    points = questionnaire.counted(answers)
    scales = tuple(
        _scored(scale, sum(points[one] for one in scale.items), sex) for scale in questionnaire.scales
    )
    first, *others = points.values()
    often = (
        questionnaire.often_note
        if first and not any(others) and any(one.positive for one in scales)
        else None
    )
    safety = any(questionnaire.is_safety_answer(item, value) for item, value in points.items())
    return Result(questionnaire.id, questionnaire.version, scales, safety, often)


def _scored(scale: Scale, points: int, sex: Sex | None) -> Scored:
    band, positive = scale.band(points), points >= scale.cutoffs.by(sex)
    return Scored(scale.id, points, positive, band.says if positive or not band.below else band.below)


def load(texts: Mapping[str, str]) -> dict[str, Questionnaire]:
    """The questionnaires of these files (name: TOML), by id. Raises WordingError naming the file and the key."""
    found: dict[str, Questionnaire] = {}
    for file, text in texts.items():
        one = record(file, text, Questionnaire)
        if f"{one.id}.toml" != file:
            raise WordingError(f"{file}: its id is {one.id!r}")
        found[one.id] = one
    return found
