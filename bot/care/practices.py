"""Short practices for those who asked for them: what may be sent to whom and when, and which one comes next."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from hashlib import blake2b
from typing import Annotated

from pydantic import Field, field_validator

from bot.care.wording import Name, Signed, Words, at_most, missing, records, said

LONGEST = 300
"""Characters of a practice: what a phone shows without opening the message twice."""


class Reader(StrEnum):
    """Whose day a practice was written for."""

    OFFICER = "officer"
    FAMILY = "family"
    DISPATCHER = "dispatcher"


class Theme(StrEnum):
    """What a practice works with; people choose and refuse by it."""

    BREATH = "breath"
    BODY = "body"
    ATTENTION = "attention"
    SLEEP = "sleep"
    ANGER = "anger"
    AFTER_CALL = "after_call"
    CONNECTION = "connection"
    MEANING = "meaning"
    HOME = "home"
    FOOD_AND_MOVEMENT = "food_and_movement"


class Moment(StrEnum):
    """Where in a shift cycle it belongs. For family it is the moment of the one they live with, except `before_sleep`."""

    ANY = "any"
    BEFORE_SHIFT = "before_shift"
    AFTER_BAD_CALL = "after_bad_call"
    FIRST_NIGHT = "first_night"
    LAST_NIGHT = "last_night"
    COURT_DAY = "court_day"
    REST_DAY = "rest_day"
    ON_DUTY_BREAK = "on_duty_break"
    COMING_HOME = "coming_home"
    BEFORE_SLEEP = "before_sleep"


class Practice(Signed):
    """One thing to do now, in two to four short sentences.

    `minutes` (1 to 3) is rounded up: 1 also stands for ten seconds. `hard_day` says whether it can be read on one.
    """

    id: Name
    text: Annotated[Words, at_most(LONGEST)]
    audience: frozenset[Reader] = Field(min_length=1)
    theme: Theme
    moments: frozenset[Moment] = Field(min_length=1)
    hard_day: bool
    minutes: int = Field(ge=1, le=3)

    @field_validator("moments")
    @classmethod
    def _any_stands_alone(cls, moments: frozenset[Moment]) -> frozenset[Moment]:
        if Moment.ANY in moments and len(moments) > 1:
            raise ValueError('"any" stands alone')
        return moments

    def said(self, lang: str) -> str:
        """The words in this language, or in English where they are not written in it."""
        return said(self.text, lang)


def load(texts: Mapping[str, str]) -> tuple[Practice, ...]:
    """The practices of these files (name: TOML). Raises WordingError naming the file, the practice and the key."""
    return records(texts, "practice", Practice)


def choose(
    pool: Iterable[Practice],
    *,
    audience: Reader,
    themes: Collection[Theme] = (),
    moment: Moment = Moment.ANY,
    seen: Collection[str] = (),
    hard_day: bool = False,
    key: str,
) -> Practice | None:
    """The next practice for this person, or None when all that fit are in `seen` (ids).

    No `themes` means all of them. What was written for the moment comes before what fits any; nothing written for
    another moment is ever sent. On a hard day only what can be read on one. The same `key` (say, a pseudonym and
    a date) gives the same practice whatever the order of the pool; a practice added later moves few of the others.
    """
    known = frozenset(seen)
    fit = [
        one
        for one in pool
        if one.id not in known
        and (one.hard_day or not hard_day)
        and audience in one.audience
        and (moment in one.moments or Moment.ANY in one.moments)
        and (not themes or one.theme in themes)
    ]
    written_for_it = [one for one in fit if moment in one.moments]
    return min(written_for_it or fit, key=lambda one: _lot(key, one.id), default=None)


def _lot(key: str, name: str) -> bytes:
    return blake2b(f"{key}\n{name}".encode(), digest_size=8).digest()


def practice_problems(pool: Iterable[Practice], languages: Iterable[str]) -> list[str]:
    """What a person should look at, one line each: a practice that is not written in one of the languages."""
    wanted = tuple(languages)
    return [f"prompts {one.id}: not there in {lang!r}" for one in pool for lang in missing(one.text, wanted)]
