"""Prompts in storage: planned, claimed by one, settled once; nothing lost by a crash, nothing kept after a stop."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlmodel import Session, select

from bot.care.people import Profile
from bot.care.schedule import LATE, Turn
from bot.care.schedule_course import Course
from bot.care.schedule_wishes import Mode, Wishes
from bot.care.shift_patterns import Hours, Shifts
from storage import addresses, departments, members, privacy, subscriptions
from storage.subscriptions import LEASE, Batch, Claimed
from storage.tables import MembershipRow, SubscriptionRow
from storage.vault import Vault

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)  # a Monday, noon in Chicago
DAILY = Wishes(per_week=7)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def _member(session: Session, name: str = "p", zone: str | None = "America/Chicago") -> None:
    members.remember(session, name, Profile(), today=NOW.date())
    members.set_timezone(session, name, zone)


def _begin(session: Session, vault: Vault, wishes: Wishes = DAILY, name: str = "p") -> datetime:
    _member(session, name)
    due_at = subscriptions.begin(session, vault, name, 42, wishes, now=NOW).due_at
    assert due_at is not None
    return due_at


def _claim(session: Session, vault: Vault, now: datetime) -> Claimed:
    (claimed,) = subscriptions.claim_due(session, vault, now=now, limit=10).claimed
    return claimed


def _row(session: Session, name: str = "p") -> SubscriptionRow:
    session.expire_all()
    return session.get_one(SubscriptionRow, name)


def _sent(session: Session, vault: Vault, claimed: Claimed, now: datetime) -> bool:
    return subscriptions.settle(session, vault, claimed, lambda w: w.after_prompt(now), now=now)


def test_the_first_comes_tomorrow_at_the_earliest(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    assert due - NOW > timedelta(hours=24)
    assert subscriptions.end(session, "p")
    assert _begin(session, vault) == due


def test_nobody_is_due_before_their_time_and_then_one_worker_has_it(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    assert not subscriptions.claim_due(session, vault, now=due - MINUTE, limit=10)
    claimed = _claim(session, vault, due)
    assert claimed.turn is Turn.SEND
    assert members.chat_of(vault, claimed.member) == 42
    assert not subscriptions.claim_due(session, vault, now=due + MINUTE, limit=10)


def test_a_settled_one_is_planned_for_another_day(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    claimed = _claim(session, vault, due)
    assert _sent(session, vault, claimed, due)
    assert not _sent(session, vault, claimed, due)
    row = _row(session)
    assert row.attempts == 0
    assert row.due_at is not None
    assert timedelta(hours=12) <= row.due_at - due <= timedelta(hours=60)  # the ladder: nobody tapped


def test_a_worker_that_died_is_followed_by_one_other_and_no_third(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    first = _claim(session, vault, due)
    second = _claim(session, vault, due + LEASE)
    assert not _sent(session, vault, first, due + LEASE)
    assert second.until != first.until
    third = subscriptions.claim_due(session, vault, now=due + 2 * LEASE, limit=10)
    assert (third.claimed, third.passed) == ((), {"given_up": 1})
    due_at = _row(session).due_at
    assert due_at is not None
    assert due_at - due > timedelta(hours=12)  # it may have arrived: not another one today


def test_what_never_left_comes_again_as_if_nobody_had_tried(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    for number in range(4):
        now = due + number * 5 * MINUTE
        assert subscriptions.postpone(session, _claim(session, vault, now), until=now + 5 * MINUTE)
    assert _row(session).due_at == due


def test_later_than_an_hour_it_is_dropped_counted_and_planned_anew(session: Session, vault: Vault) -> None:
    wishes = DAILY.but(window={"start": 0, "end": 1440})
    due = _begin(session, vault, wishes)
    batch = subscriptions.claim_due(session, vault, now=due + LATE + MINUTE, limit=10)
    assert (batch.claimed, batch.passed) == ((), {"late": 1})
    due_at = _row(session).due_at
    assert due_at is not None
    assert due_at > due + LATE


def test_a_month_away_leaves_one_prompt_and_no_stack(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    away = due + 29 * DAY
    assert subscriptions.claim_due(session, vault, now=away, limit=10).passed == {"late": 1}
    assert not subscriptions.claim_due(session, vault, now=away, limit=10)


def test_in_the_quiet_time_it_is_held_until_after_it(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    until = due + timedelta(hours=72)
    members.hush(session, "p", Profile(), until=until, today=NOW.date())
    session.expire_all()
    assert subscriptions.claim_due(session, vault, now=due, limit=10).passed == {"held": 1}
    due_at = _row(session).due_at
    assert due_at is not None
    assert due_at >= until


def test_whoever_signs_up_in_the_quiet_time_waits_for_its_end(session: Session, vault: Vault) -> None:
    _member(session)
    until = NOW + timedelta(hours=72)
    members.hush(session, "p", Profile(), until=until, today=NOW.date())
    session.expire_all()
    due_at = subscriptions.begin(session, vault, "p", 42, DAILY, now=NOW).due_at
    assert due_at is not None
    assert due_at >= until


def test_after_a_month_of_silence_there_is_one_question_and_then_nothing(
    session: Session, vault: Vault
) -> None:
    now, asked = _begin(session, vault), 0
    for _ in range(60):
        batch = subscriptions.claim_due(session, vault, now=now, limit=10)
        for claimed in batch.claimed:
            asks = claimed.turn is Turn.ASK
            asked += asks
            subscriptions.settle(session, vault, claimed, partial(_after, asked=asks, now=now), now=now)
        ready = _row(session).ready_at
        if ready is None:
            break
        now = ready
    assert asked == 1
    assert NOW + 30 * DAY <= now <= NOW + 45 * DAY


def _after(wishes: Wishes, *, asked: bool, now: datetime) -> Wishes:
    return wishes.after_prompt(now).but(asked=asked)


def test_a_change_plans_anew(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    nights = Shifts("N", date(2026, 1, 1), night=Hours(18 * 60, 6 * 60))
    standing = subscriptions.change(session, vault, "p", lambda w: w.but(shifts=nights), now=NOW)
    assert standing is not None
    assert standing.due_at is None  # that window is work and sleep
    subscriptions.change(session, vault, "p", lambda w: w.but(shifts=None), now=NOW)
    assert _row(session).due_at == due
    members.set_timezone(session, "p", "Australia/Sydney")
    session.expire_all()
    moved = subscriptions.change(session, vault, "p", lambda w: w, now=NOW)
    assert moved is not None
    assert moved.due_at not in (None, due)


def test_a_change_while_one_is_on_its_way_doubles_nothing(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    claimed = _claim(session, vault, due)
    subscriptions.change(session, vault, "p", lambda w: w.but(per_week=1), now=due)
    subscriptions.begin(session, vault, "p", 42, Wishes(per_week=1), now=due)
    assert not subscriptions.claim_due(session, vault, now=due + MINUTE, limit=10)
    assert _sent(session, vault, claimed, due)
    due_at = _row(session).due_at
    assert due_at is not None
    assert due_at - due >= 5 * DAY
    found = subscriptions.find(session, vault, "p")
    assert found is not None
    assert found.wishes.per_week == 1


def test_stopping_in_between_leaves_nothing_to_settle(session: Session, vault: Vault) -> None:
    due = _begin(session, vault)
    claimed = _claim(session, vault, due)
    assert subscriptions.end(session, "p")
    assert not _sent(session, vault, claimed, due)
    assert not subscriptions.postpone(session, claimed, until=due)
    assert subscriptions.find(session, vault, "p") is None
    assert not subscriptions.end(session, "p")


def test_with_the_last_sign_up_the_chat_id_goes(session: Session, vault: Vault) -> None:
    _begin(session, vault)
    row = MembershipRow(pseudonym="p", department_id=1, audience="officer", since=NOW.date())
    session.add(row)
    subscriptions.end(session, "p")
    assert _chat(session, vault) == 42
    _begin(session, vault)
    departments.leave(session, "p")
    assert _chat(session, vault) == 42
    subscriptions.end(session, "p")
    assert _chat(session, vault) is None


def _chat(session: Session, vault: Vault) -> int | None:
    session.expire_all()
    member = members.find(session, "p")
    assert member is not None
    return members.chat_of(vault, member)


def test_whoever_blocks_us_is_unsubscribed(session: Session, vault: Vault) -> None:
    _begin(session, vault)
    addresses.lost(session, "p")
    assert session.exec(select(SubscriptionRow)).all() == []


def test_a_change_to_nothing_ends_it(session: Session, vault: Vault) -> None:
    due = _begin(session, vault, Wishes(per_week=0, course=Course()))
    assert subscriptions.settle(session, vault, _claim(session, vault, due), lambda _: None, now=due)
    assert subscriptions.find(session, vault, "p") is None
    _begin(session, vault)
    assert subscriptions.change(session, vault, "p", lambda _: None, now=NOW) is None
    assert subscriptions.find(session, vault, "p") is None


def test_nobody_without_a_place_in_time_is_signed_up(session: Session, vault: Vault) -> None:
    with pytest.raises(ValueError, match="time zone"):
        subscriptions.begin(session, vault, "stranger", 1, DAILY, now=NOW)
    _member(session, zone=None)
    with pytest.raises(ValueError, match="time zone"):
        subscriptions.begin(session, vault, "p", 1, DAILY, now=NOW)


def test_one_that_cannot_be_read_holds_up_nobody(session: Session, vault: Vault) -> None:
    due = max(_begin(session, vault), _begin(session, vault, name="q"))
    _row(session, "p").sealed_wishes = b"broken"
    session.flush()
    batch = subscriptions.claim_due(session, vault, now=due, limit=10)
    assert [claimed.subscription.key for claimed in batch.claimed] + list(batch.passed) in (
        ["q", "unreadable"],
        ["unreadable"],
    )
    assert not subscriptions.claim_due(session, vault, now=due, limit=10)


def test_the_oldest_come_first_and_no_more_than_asked(session: Session, vault: Vault) -> None:
    hour = DAILY.but(window={"start": 1080, "end": 1140})
    dues = {name: _begin(session, vault, hour, name) for name in "abcde"}
    last = max(dues.values())
    batches = list(_batches(session, vault, last))
    names = [claimed.subscription.key for batch in batches for claimed in batch.claimed]
    assert names == sorted(dues, key=lambda name: dues[name])
    assert [len(batch.claimed) for batch in batches] == [2, 2, 1]


def _batches(session: Session, vault: Vault, now: datetime) -> Iterator[Batch]:
    while batch := subscriptions.claim_due(session, vault, now=now, limit=2):
        yield batch


def test_what_is_kept_is_shown_sealed_and_forgotten(session: Session, vault: Vault) -> None:
    wishes = Wishes(mode=Mode.HARD_DAYS, refused=("double-in-long-out",), hard_until=NOW + 3 * DAY)
    _begin(session, vault, wishes)
    assert b"double" not in _row(session).sealed_wishes
    (kept,) = [one for one in privacy.export(session, vault, "p", now=NOW) if one.table == "subscription"]
    assert kept.values["wishes"]["refused"] == ["double-in-long-out"]
    assert kept.values["wishes"]["mode"] == "hard_days"
    json.dumps(dict(kept.values))
    assert privacy.forget(session, "p")["subscription"] == 1
