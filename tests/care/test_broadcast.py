"""Who may move a tip, when it may arrive, and that nothing shown of it counts people."""

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.anonymity import BANDS, FLOOR
from bot.care.broadcast import (
    ENDS,
    LASTS,
    MOVES,
    SHOWN_FROM,
    Act,
    State,
    Wording,
    after,
    may_move,
    minutes_left,
    needs_second,
    next_at,
    rate,
    share,
    step_of_share,
    waking,
)
from bot.care.roles import Role

NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
CHICAGO = "America/Chicago"
ZONES = st.sampled_from([CHICAGO, "Europe/London", "Australia/Adelaide", "Pacific/Auckland", "Asia/Kolkata"])
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(("act", "state"), list(product(Act, ENDS)))
def test_an_end_is_an_end(act: Act, state: State) -> None:
    assert after(state, act, begun=True) is None


def test_every_state_can_be_left_or_is_an_end_and_every_end_can_be_reached() -> None:
    leads = {
        state: {to for moves in MOVES.values() for here, to in moves.items() if here is state}
        for state in State
    }
    assert {state for state, to in leads.items() if not to} == ENDS
    assert set().union(*leads.values()) >= ENDS


def test_pause_before_it_began_resumes_to_waiting_for_its_time() -> None:
    assert after(State.PAUSED, Act.RESUME, begun=False) is State.SCHEDULED
    assert after(State.PAUSED, Act.RESUME, begun=True) is State.RUNNING


@pytest.mark.parametrize(("act", "author"), list(product(Act, [True, False])))
def test_only_a_coordinator_moves_anything_and_nobody_decides_on_their_own(act: Act, author: bool) -> None:
    assert not may_move(None, act, is_author=author)
    assert not may_move(Role.MEMBER, act, is_author=author)
    allowed = may_move(Role.COORDINATOR, act, is_author=author)
    if act in (Act.APPROVE, Act.DECLINE):
        assert allowed is not author
    else:
        assert allowed is (act in (Act.PAUSE, Act.RESUME, Act.CANCEL))


def test_a_second_is_needed_where_there_is_one_and_the_operator_asks_for_it() -> None:
    assert [needs_second(there, asked=True) for there in (1, 2, 5)] == [False, True, True]
    assert not needs_second(5, asked=False)


@given(at=MOMENTS, zone=ZONES)
def test_a_tip_never_wakes_anybody_and_waits_no_longer_than_until_morning(at: datetime, zone: str) -> None:
    found = waking(at, zone)
    here = found.astimezone(ZoneInfo(zone))
    assert 8 <= here.hour < 20
    assert timedelta(0) <= found - at <= timedelta(hours=13)  # an hour more where the clocks change
    if found > at:
        assert (here.hour, here.minute) == (8, 0)


def test_tomorrow_and_next_monday_are_at_nine_there() -> None:
    assert next_at(9, CHICAGO, NOON) == datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert next_at(9, CHICAGO, NOON, weekday=0) == datetime(2026, 11, 30, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize("least", [band.least for band in BANDS])
def test_a_step_of_the_bar_is_eleven_people_or_more_and_small_departments_have_none(least: int) -> None:
    step = step_of_share(least)
    if least < SHOWN_FROM:
        assert step is None
        assert share(1, 2, least) is None
        assert rate(100, 10, least) is None
        assert minutes_left(100, 20, least) is None
    else:
        assert step is not None
        assert least * step / 100 >= FLOOR


@given(planned=st.integers(SHOWN_FROM, 20_000), done=st.integers(0, 20_000))
def test_one_person_more_or_less_is_seen_in_a_bar_only_at_a_step(planned: int, done: int) -> None:
    done = min(done, planned)
    shown = share(done, planned, SHOWN_FROM)
    assert shown is not None
    assert shown % (step_of_share(SHOWN_FROM) or 1) == 0
    assert 0 <= shown <= 100


def test_a_rate_is_rounded_and_minutes_are_rounded_up() -> None:
    assert rate(283, 10, 501) == 30
    assert rate(1, 10, 501) == 5
    assert minutes_left(1, 28, 501) == 1
    assert minutes_left(1801, 30, 501) == 2


def test_what_is_kept_of_the_words_comes_back_the_same() -> None:
    wording = Wording(texts={"en": "<b>Hi</b>", "es": "Hola"}, photo="file")
    assert Wording.read(wording.kept()) == wording
    assert wording.said("es") == "Hola"
    assert Wording(texts={"en": "Hi"}).said("es") == "Hi"


def test_it_ends_by_itself_before_its_ledger_goes() -> None:
    assert timedelta(days=1) < LASTS < timedelta(days=60)
