"""Counting, compared on every combination of answers with tables made here another way, from the published rules."""

from itertools import product

import numpy as np
import pytest

from bot.care.questionnaires import Questionnaire, Result, Sex, score
from tests.chat import the_library

ALL = the_library().questionnaires
FOUR = (0, 1, 2, 3)


def _scored(one: Questionnaire, values: tuple[int, ...], sex: Sex | None = None) -> Result:
    answers = {str(number): value for number, value in enumerate(values, 1)}
    result = score(one, answers, sex=sex)
    assert result is not None
    return result


def _line(limits: tuple[int, ...], length: int) -> list[int]:
    """For each score from 0 up, where its band begins."""
    return [max(limit for limit in limits if limit <= points) for points in range(length)]


def test_phq4_has_two_halves_with_a_cut_off_of_three_each() -> None:
    one, raised = ALL["phq4"], dict.fromkeys(range(3), False) | dict.fromkeys(range(3, 7), True)
    for values in product(FOUR, repeat=4):
        worry, mood = _scored(one, values).scales
        assert (worry.scale, mood.scale) == ("gad2", "phq2")
        assert (worry.score, mood.score) == (values[0] + values[1], values[2] + values[3])
        assert (worry.positive, mood.positive) == (raised[worry.score], raised[mood.score])
        assert worry.says == f"score-gad2-{3 if worry.positive else 0}"
        assert mood.says == f"score-phq2-{3 if mood.positive else 0}"


def test_gad7_on_all_16384() -> None:
    one, begins = ALL["gad7"], _line((0, 5, 10, 15), 22)
    grid = np.indices((4,) * 7).reshape(7, -1)
    for values, total in zip(grid.T.tolist(), grid.sum(axis=0).tolist(), strict=True):
        (only,) = _scored(one, tuple(values)).scales
        assert (only.score, only.positive, only.says) == (total, total > 9, f"score-gad7-{begins[total]}")


def test_phq9_on_all_262144() -> None:
    one, begins = ALL["phq9"], _line((0, 5, 10, 15, 20), 28)
    grid = np.indices((4,) * 9, dtype=np.int8).reshape(9, -1)
    names = [str(number) for number in range(1, 10)]
    expected = [(total, total > 9, f"score-phq9-{begins[total]}") for total in range(28)]
    for values, total in zip(grid.T.tolist(), grid.sum(axis=0).tolist(), strict=True):
        result = score(one, dict(zip(names, values, strict=True)))
        assert result is not None
        only = result.scales[0]
        assert (only.score, only.positive, only.says) == expected[total]
        assert result.safety is (values[8] != 0)


@pytest.mark.parametrize(("sex", "cutoff"), [(Sex.MAN, 4), (Sex.WOMAN, 3), (None, 3)])
def test_audit_c_by_sex_on_all_125(sex: Sex | None, cutoff: int) -> None:
    one = ALL["audit_c"]
    for values in product(range(5), repeat=3):
        total = 0 if values[0] == 0 else sum(values)
        begins = 8 if total >= 8 else 4 if total >= 4 else 3 if total == 3 and cutoff == 3 else 0
        result = _scored(one, values, sex)
        assert (result.score, result.positive) == (total, total >= cutoff)
        assert result.says[0] == f"score-audit-c-{begins}"
        often = result.positive and values[1] == values[2] == 0
        assert result.note == ("score-audit-c-often" if often else None)


def test_who_never_drinks_is_asked_once() -> None:
    one = ALL["audit_c"]
    assert one.next_item({"1": 0}) is None
    assert one.next_item({"1": 1}) == one.item("2")
    assert _scored(one, (0,)).score == 0


@pytest.mark.parametrize(("sex", "cutoff"), [(Sex.MAN, 4), (Sex.WOMAN, 3), (None, 3)])
def test_pc_ptsd_5_on_every_answer(sex: Sex | None, cutoff: int) -> None:
    one = ALL["pc_ptsd_5"]
    assert one.next_item({"gate": 0}) is None
    nothing = score(one, {"gate": 0}, sex=sex)
    assert nothing is not None
    assert (nothing.score, nothing.positive) == (0, False)
    for values in product((0, 1), repeat=5):
        answers = {"gate": 1} | {str(number): value for number, value in enumerate(values, 1)}
        result = score(one, answers, sex=sex)
        assert result is not None
        total = values.count(1)
        assert (result.score, result.positive) == (total, total >= cutoff)
        assert result.says == (f"score-pc-ptsd-5-{4 if total >= 4 else total if total == 3 else 0}",)


def test_any_yes_to_item_9_is_a_positive_safety_answer_whatever_the_score() -> None:
    one = ALL["phq9"]
    assert [one.is_safety_answer("9", value) for value in FOUR] == [False, True, True, True]
    assert not any(
        one.is_safety_answer(item.id, value) for item in one.items if item.id != "9" for value in FOUR
    )
    lowest = _scored(one, (0,) * 8 + (1,))
    assert lowest.score == 1
    assert lowest.safety


def test_no_other_questionnaire_has_a_safety_item_so_none_stands_in_for_the_question() -> None:
    assert [one.id for one in ALL.values() for item in one.items if item.safety_from] == ["phq9"]
