"""What may be told of a quarter: bands of finished quarters, and nothing from which fewer than eleven follow.

A hidden number stands for "fewer than 11, or something that would tell such a number"; zero is hidden alike. No sum is
published. Shares are worked out from what is published, so they tell nothing new. The rules suppose a reader who
remembers every quarter and does the sums.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bot.care.anonymity import BANDS, FLOOR, Band, band

SHARE_STEP = 5  # percent, rounded outwards
HIDDEN = 0  # the lower end that stands for a number that is not shown


class Counted(StrEnum):
    """What is counted while a quarter runs. Nothing from check-ins or the gate is here, or ever may be."""

    LEFT = "left"
    HELP = "help"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Question(StrEnum):
    """The one question of a quarter, the same for everybody in it."""

    HELPED = "helped"
    PRIVATE = "private"


ANSWERS = (Counted.YES, Counted.PARTLY, Counted.NO)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a tip carries it."""

    question: Question
    quarter: date


@dataclass(frozen=True, slots=True)
class Totals:
    """A quarter as it was counted. `joined`: the lower end of the weekly band when it ended."""

    joined: int
    tips: int = 0
    counts: Mapping[Counted, int] = field(default_factory=dict)

    def of(self, what: Counted) -> int:
        """How often; 0 for what never happened."""
        return self.counts.get(what, 0)


@dataclass(frozen=True, slots=True)
class Quarter:
    """What coordinators see of one: lower ends of bands, HIDDEN for what is not shown."""

    begins: date
    tips: int
    joined: int
    left: int
    help: int
    question: Question
    answers: tuple[int, int, int]  # yes, partly, no


def quarter_of(day: date) -> date:
    """The first day of the quarter this day lies in."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def question_of(quarter: date) -> Question:
    """They take turns."""
    return (Question.HELPED, Question.PRIVATE)[(quarter.month - 1) // 3 % 2]


def publish(quarter: date, totals: Totals, before: Quarter | None) -> Quarter:
    """What may be told of it. `before` is the quarter published last, which the reader still knows.

    With fewer than eleven members nothing is told about them at all.
    """
    shown = Quarter(
        begins=quarter,
        tips=totals.tips,
        joined=band(totals.joined).least,
        left=band(totals.of(Counted.LEFT)).least,
        help=band(totals.of(Counted.HELP)).least,
        question=question_of(quarter),
        answers=(
            band(totals.of(Counted.YES)).least,
            band(totals.of(Counted.PARTLY)).least,
            band(totals.of(Counted.NO)).least,
        ),
    )
    if shown.joined < FLOOR:
        return replace(shown, joined=HIDDEN, left=HIDDEN, help=HIDDEN, answers=(HIDDEN, HIDDEN, HIDDEN))
    return _without_newcomers(_without_answers(shown), before)


def share_stayed(quarter: Quarter) -> tuple[int, int] | None:
    """Least and most percent of those who were in during the quarter that stayed, from the published bands alone.

    While who left is hidden, nobody can say how many they were, and neither do we.
    """
    if quarter.joined == HIDDEN or quarter.left == HIDDEN:
        return None
    stayed, left = band(quarter.joined), band(quarter.left)
    least = 0.0 if left.most is None else stayed.least / (stayed.least + left.most)
    most = 1.0 if stayed.most is None else stayed.most / (stayed.most + left.least)
    return int(100 * least // SHARE_STEP * SHARE_STEP), min(100, -int(-100 * most // SHARE_STEP) * SHARE_STEP)


def shown(least: int) -> Band | None:
    """The band behind a published lower end; None for one that is not shown."""
    return None if least == HIDDEN else next(one for one in BANDS if one.least == least)


def _without_answers(quarter: Quarter) -> Quarter:
    """Each member answers once at most: shown answers must leave room for eleven others, or the smallest goes too."""
    most = band(quarter.joined).most
    answers = list(quarter.answers)
    while most is not None and HIDDEN in answers and any(answers) and most - sum(answers) < FLOOR:
        answers[answers.index(min(filter(None, answers)))] = HIDDEN
    return replace(quarter, answers=(answers[0], answers[1], answers[2]))


def _without_newcomers(quarter: Quarter, before: Quarter | None) -> Quarter:
    """Who came is the difference of two quarters and who left; where that could be under eleven, who left is hidden."""
    if before is None or before.joined == HIDDEN or quarter.left == HIDDEN:
        return quarter
    most_now, most_left = band(quarter.joined).most, band(quarter.left).most
    if most_now is None or most_left is None:
        return quarter
    return quarter if most_now - before.joined + most_left >= FLOOR else replace(quarter, left=HIDDEN)
