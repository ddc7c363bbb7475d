"""From everything that is ever published of a department, no number under eleven can be worked out."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from bot.care.anonymity import FLOOR, band
from bot.care.firsts import Firsts
from bot.care.statistics import (
    ANSWERS,
    HIDDEN,
    Counted,
    Quarter,
    Totals,
    publish,
    quarter_of,
    question_of,
    share_stayed,
)

PEOPLE = st.one_of(st.integers(0, 30), st.integers(0, 1500))
QUARTERS = tuple(date(2025 + number // 4, number % 4 * 3 + 1, 1) for number in range(6))
WHAT = ("joined", "left", "came", "help", *(one.value for one in ANSWERS))


@st.composite
def _histories(draw: st.DrawFn) -> list[dict[str, int]]:
    """Quarters as they could be: who is in is who was in, less who left, more who came."""
    joined, found = draw(PEOPLE), []
    for _ in QUARTERS:
        left = draw(st.integers(0, joined))
        came = draw(PEOPLE)
        joined = joined - left + came
        yes = draw(st.integers(0, joined))
        partly = draw(st.integers(0, joined - yes))
        no = draw(st.integers(0, joined - yes - partly))
        help_taps = draw(st.integers(0, joined))
        values = (joined, left, came, help_taps, yes, partly, no)
        found.append(dict(zip(WHAT, values, strict=True)))
    return found


def _published(history: list[dict[str, int]]) -> list[Quarter]:
    told: list[Quarter] = []
    for quarter, counted in zip(QUARTERS, history, strict=True):
        counts = {one: counted[one.value] for one in Counted}
        totals = Totals(band(counted["joined"]).least, 3, counts)
        told.append(publish(quarter, totals, told[-1] if told else None))
    return told


class Reader:
    """Somebody who wrote down every published band and does the sums: the tightest limits of each number."""

    def __init__(self, told: list[Quarter]) -> None:
        self._bounds: list[tuple[float, float | None]] = []
        sums, limits = [], []
        size = len(told) * len(WHAT)
        for number, one in enumerate(told):
            shown = (one.joined, one.left, HIDDEN, one.help, *one.answers)
            self._bounds += [_limits(least) for least in shown]
            at = {name: number * len(WHAT) + place for place, name in enumerate(WHAT)}
            # Everybody answers once at most, and taps count once a person.
            limits += [_row(size, {at["joined"]: -1, **{at[one.value]: 1 for one in ANSWERS}})]
            limits += [_row(size, {at["joined"]: -1, at["help"]: 1})]
            if number:
                before = at["joined"] - len(WHAT)
                sums.append(_row(size, {at["joined"]: 1, before: -1, at["left"]: 1, at["came"]: -1}))
        self._sums, self._limits = np.array(sums), np.array(limits)

    def most(self, number: int) -> float:
        """The largest value the number can have; infinite when nothing limits it."""
        aim = np.zeros(len(self._bounds))
        aim[number] = -1
        found = linprog(
            aim,
            A_ub=self._limits,
            b_ub=np.zeros(len(self._limits)),
            A_eq=self._sums,
            b_eq=np.zeros(len(self._sums)),
            bounds=self._bounds,
            method="highs",
        )
        assert found.status in (0, 3, 4), found.message
        return float("inf") if found.status in (3, 4) else -found.fun


def _limits(least: int) -> tuple[float, float | None]:
    return (0, None) if least == HIDDEN else (least, band(least).most)


def _row(size: int, parts: dict[int, int]) -> list[float]:
    row = [0.0] * size
    for place, factor in parts.items():
        row[place] = factor
    return row


@settings(max_examples=150, deadline=None)
@given(history=_histories())
def test_no_number_under_eleven_follows_from_all_that_is_published(history: list[dict[str, int]]) -> None:
    told = _published(history)
    reader = Reader(told)
    for number in range(len(told) * len(WHAT)):
        assert reader.most(number) >= FLOOR - 1e-6, (WHAT[number % len(WHAT)], told)


@settings(max_examples=300)
@given(history=_histories())
def test_a_number_under_eleven_is_never_shown_and_zero_looks_like_it(history: list[dict[str, int]]) -> None:
    for counted, told in zip(history, _published(history), strict=True):
        seen = (told.joined, told.left, told.help, *told.answers)
        counts = [counted[name] for name in ("joined", "left", "help", "yes", "partly", "no")]
        for least, count in zip(seen, counts, strict=True):
            assert least == HIDDEN or (least >= FLOOR and least == band(count).least)


@given(history=_histories())
def test_with_fewer_than_eleven_members_nothing_is_told_of_them(history: list[dict[str, int]]) -> None:
    for counted, told in zip(history, _published(history), strict=True):
        if counted["joined"] < FLOOR:
            assert (told.joined, told.left, told.help, *told.answers) == (HIDDEN,) * 6


@given(history=_histories(), other=st.integers(0, 10))
def test_counts_under_eleven_all_look_alike(history: list[dict[str, int]], other: int) -> None:
    changed = [
        {name: other if name in ("left", "help", "yes", "partly", "no") and count < FLOOR else count
         for name, count in one.items()}
        for one in history
    ]  # fmt: skip
    assert _published(history) == _published(changed)


@given(history=_histories())
def test_the_share_who_stayed_holds_the_truth_and_comes_from_bands_alone(
    history: list[dict[str, int]],
) -> None:
    for counted, told in zip(history, _published(history), strict=True):
        share = share_stayed(told)
        if share is None:
            continue
        # Of those who were in at the end or left meanwhile.
        real = 100 * counted["joined"] / (counted["joined"] + counted["left"])
        assert share[0] <= real <= share[1]
        assert share[0] % 5 == share[1] % 5 == 0


def test_answers_that_leave_room_for_fewer_than_eleven_others_go_too() -> None:
    counts = {Counted.YES: 12, Counted.PARTLY: 11, Counted.NO: 2}
    told = publish(QUARTERS[0], Totals(11, 1, counts), None)
    assert told.answers in ((11, HIDDEN, HIDDEN), (HIDDEN, 11, HIDDEN))
    assert publish(QUARTERS[0], Totals(101, 1, counts), None).answers == (11, 11, HIDDEN)


@pytest.mark.parametrize("day", [date(2026, 10, 1), date(2026, 11, 23), date(2026, 12, 31)])
def test_a_quarter_is_known_by_its_first_day(day: date) -> None:
    assert quarter_of(day) == date(2026, 10, 1)


def test_the_questions_take_turns() -> None:
    assert [question_of(one).value for one in QUARTERS[:4]] == ["helped", "private", "helped", "private"]


def test_one_person_counts_once_a_quarter() -> None:
    firsts = Firsts()
    assert [firsts.is_first(who, date(2026, 11, 23)) for who in ("a", "a", "b")] == [True, False, True]
    assert firsts.is_first("a", date(2027, 1, 1))
