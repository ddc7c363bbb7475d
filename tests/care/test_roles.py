"""Who may do what, how people are counted without being counted, and how often a code may be wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.anonymity import BANDS, FLOOR, Band, band
from bot.care.guesses import Guesses
from bot.care.roles import GRANTED, Permission, Role, may

PEOPLE = st.integers(0, 1_000_000)
HOUR = 3600.0


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_has_its_row_and_somebody_who_has_it(permission: Permission) -> None:
    assert GRANTED[permission]


@pytest.mark.parametrize("permission", Permission)
def test_without_a_role_nothing_is_allowed(permission: Permission) -> None:
    assert not may(None, permission)


def test_only_a_coordinator_sees_how_many_there_are() -> None:
    assert [role for role in Role if may(role, Permission.SEE_REACH)] == [Role.COORDINATOR]


@given(people=PEOPLE)
def test_a_count_lies_in_its_band_and_in_no_other(people: int) -> None:
    holding = [one for one in BANDS if one.least <= people and (one.most is None or people <= one.most)]
    assert holding == [band(people)]


@given(people=PEOPLE)
def test_no_band_tells_a_count_and_none_under_the_floor_is_told_apart(people: int) -> None:
    found = band(people)
    assert found.most is None or found.most - found.least >= 10
    assert (found == BANDS[0]) == (people < FLOOR)


@given(people=PEOPLE)
def test_the_lower_end_of_a_band_is_all_one_needs_to_keep(people: int) -> None:
    assert band(band(people).least) == band(people)


@given(fewer=PEOPLE, more=PEOPLE)
def test_more_people_are_never_in_a_lower_band(fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    assert band(fewer).least <= band(more).least


def test_bands_read_as_an_operator_says_them() -> None:
    said = [str(one) for one in BANDS]
    assert said[:3] == ["fewer than 11", "11-25", "26-50"]
    assert said[-2:] == ["501-1000", "more than 1000"]
    assert band(11) == Band(11, 25)


def test_less_than_nobody_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zero"):
        band(-1)


def test_five_wrong_codes_are_borne_and_forgiven_after_an_hour() -> None:
    guesses = Guesses()
    for at in range(5):
        assert not guesses.spent("p", float(at))
        guesses.add("p", float(at))
    assert guesses.spent("p", 10.0)
    assert not guesses.spent("q", 10.0)
    assert guesses.spent("p", HOUR - 0.5)
    assert not guesses.spent("p", HOUR)


@given(moments=st.lists(st.floats(0, 9 * HOUR), max_size=60).map(sorted))
def test_nobody_is_wrong_more_than_five_times_in_any_hour(moments: list[float]) -> None:
    guesses, wrong = Guesses(), list[float]()
    for now in moments:
        if not guesses.spent("p", now):
            guesses.add("p", now)
            wrong.append(now)
    assert all(later - earlier >= HOUR for earlier, later in zip(wrong, wrong[5:], strict=False))


def test_what_is_counted_stays_small_however_many_try() -> None:
    guesses = Guesses(people=100)
    for number in range(1000):
        guesses.add(str(number), 0.0)
    assert len(guesses._wrong) == 100
