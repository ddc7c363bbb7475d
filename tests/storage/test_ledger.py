"""The ledger, row by row: who is planned, who may be claimed, what a lease that is over means, what goes and when."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.care.broadcast import LASTS, Act, State, Wording
from bot.care.people import Audience, Profile
from bot.care.tips import TipAudience
from storage import audit, broadcasts, departments, ledger, members, privacy
from storage.audit import Deed
from storage.broadcasts import Broadcast, Order
from storage.ledger import CLAIM_LEASE, SEND_LEASE, Claim, Entry
from storage.tables import AuditRow, BroadcastRow, LedgerRow, MembershipRow
from storage.vault import Vault
from tests.storage.conftest import NOW, SECRET, TODAY

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
VAULT = Vault(SECRET)


def _zone(chosen: str | None, _country: str, _region: str | None) -> str | None:
    return chosen


@pytest.fixture
def metro(session: Session) -> int:
    """A department."""
    return departments.establish(session, "Metro PD", today=TODAY).id


def _member(
    session: Session, vault: Vault, department: int, name: str, audience: Audience = Audience.OFFICER
) -> str:
    members.remember(session, name, Profile(audience=audience), today=TODAY)
    members.keep_chat(session, vault, name, 5)
    row = MembershipRow(pseudonym=name, department_id=department, audience=audience.value, since=TODAY)
    session.add(row)
    session.flush()
    return name


def _tip(
    session: Session, department: int, audience: TipAudience = TipAudience.BOTH, *, waking: bool = False
) -> Broadcast:
    order = Order(department, "author", audience, "sleep", Wording(tip="t"), NOW, waking=waking, zone="UTC")
    return broadcasts.submit(session, VAULT, order, waits=False, now=NOW)


def _begun(session: Session, department: int, *, waking: bool = False) -> int:
    tip = _tip(session, department, waking=waking)
    broadcasts.begin_due(session, _zone, now=NOW)
    return tip.id


def _claimed(session: Session, now: datetime = NOW, limit: int = 100) -> tuple[Claim, ...]:
    return ledger.claim(session, _zone, now=now, limit=limit)


def _states(session: Session) -> dict[str, str]:
    return {row.pseudonym: row.state for row in session.exec(select(LedgerRow))}


@pytest.mark.parametrize(
    ("audience", "planned"),
    [
        (TipAudience.OFFICERS, {"sam"}),
        (TipAudience.FAMILY, {"ana"}),
        (TipAudience.BOTH, {"sam", "ana"}),
    ],
)
def test_its_audience_is_planned_and_nobody_of_another_department(
    session: Session, vault: Vault, metro: int, audience: TipAudience, planned: set[str]
) -> None:
    other = departments.establish(session, "Springfield PD", today=TODAY).id
    _member(session, vault, metro, "sam")
    _member(session, vault, metro, "ana", Audience.FAMILY)
    _member(session, vault, other, "alex")
    _tip(session, metro, audience)
    assert broadcasts.begin_due(session, _zone, now=NOW) == 1
    assert set(_states(session)) == planned
    assert broadcasts.begin_due(session, _zone, now=NOW) == 0


def test_it_begins_at_its_time_and_not_while_it_waits_for_a_second(session: Session, metro: int) -> None:
    order = Order(
        metro, "author", TipAudience.BOTH, "sleep", Wording(tip="t"), NOW + DAY, waking=False, zone="UTC"
    )
    later = broadcasts.submit(session, VAULT, order, waits=False, now=NOW)
    waiting = broadcasts.submit(session, VAULT, order, waits=True, now=NOW)
    assert broadcasts.begin_due(session, _zone, now=NOW) == 0
    assert broadcasts.begin_due(session, _zone, now=NOW + DAY) == 1
    states = {row.id: row.state for row in session.exec(select(BroadcastRow))}
    assert states == {later.id: State.RUNNING, waiting.id: State.WAITING}


def test_two_workers_never_have_the_same_person(session: Session, vault: Vault, metro: int) -> None:
    for number in range(7):
        _member(session, vault, metro, f"p{number}")
    _begun(session, metro)
    first, second, third = _claimed(session, limit=4), _claimed(session, limit=4), _claimed(session)
    assert len(first) == 4
    assert len(second) == 3
    assert third == ()
    assert {one.pseudonym for one in first}.isdisjoint({one.pseudonym for one in second})


def test_a_claim_whose_lease_is_over_is_planned_again_and_the_old_worker_may_not_send_it(
    session: Session, vault: Vault, metro: int
) -> None:
    _member(session, vault, metro, "sam")
    _begun(session, metro)
    (old,) = _claimed(session)
    over = NOW + CLAIM_LEASE
    assert ledger.recover(session, now=over - SECOND) == 0
    assert _states(session) == {"sam": "claimed"}
    assert ledger.recover(session, now=over) == 0
    assert _states(session) == {"sam": "planned"}
    assert not ledger.begin(session, old, now=over)
    (new,) = _claimed(session, over)
    assert not ledger.begin(session, old, now=over)
    assert ledger.begin(session, new, now=over)
    assert not ledger.settle(session, old, Entry.SENT)
    assert ledger.settle(session, new, Entry.SENT)


def test_what_was_being_sent_when_its_worker_died_is_unknown_and_never_claimed_again(
    session: Session, vault: Vault, metro: int
) -> None:
    _member(session, vault, metro, "sam")
    _begun(session, metro)
    (claimed,) = _claimed(session)
    assert ledger.begin(session, claimed, now=NOW)
    assert ledger.recover(session, now=NOW + SEND_LEASE) == 1
    assert _states(session) == {"sam": "unknown"}
    assert _claimed(session, NOW + DAY) == ()
    assert ledger.settle(session, claimed, Entry.SENT)  # its worker was only slow, and knows better
    assert _states(session) == {"sam": "sent"}


def test_given_back_it_comes_again_at_its_time(session: Session, vault: Vault, metro: int) -> None:
    _member(session, vault, metro, "sam")
    _begun(session, metro)
    (claimed,) = _claimed(session)
    assert ledger.begin(session, claimed, now=NOW)
    assert ledger.give_back(session, claimed, until=NOW + DAY)
    assert _claimed(session, NOW + DAY - SECOND) == ()
    assert len(_claimed(session, NOW + DAY)) == 1


@pytest.mark.parametrize("when", ["before the claim", "before it leaves"])
@pytest.mark.parametrize("change", ["left", "blocked", "quiet", "moved", "forgot"])
def test_who_may_not_have_it_any_more_is_skipped(
    session: Session, vault: Vault, metro: int, change: str, when: str
) -> None:
    other = departments.establish(session, "Springfield PD", today=TODAY).id
    _member(session, vault, metro, "sam")
    _begun(session, metro)
    claimed = _claimed(session) if when == "before it leaves" else ()
    if change == "left":
        departments.leave(session, "sam")
    elif change == "blocked":
        members.drop_chat(session, "sam")
    elif change == "quiet":
        members.hush(session, "sam", Profile(), until=NOW + 3 * DAY, today=TODAY)
    elif change == "moved":
        session.get_one(MembershipRow, "sam").department_id = other
        session.flush()
    else:
        privacy.forget(session, "sam")
    if claimed:
        assert not ledger.begin(session, claimed[0], now=NOW)
    else:
        assert _claimed(session) == ()
    assert _states(session) == ({} if change == "forgot" else {"sam": "skipped"})


def test_who_sleeps_waits_for_their_morning(session: Session, vault: Vault, metro: int) -> None:
    for name, zone in (("chicago", "America/Chicago"), ("sydney", "Australia/Sydney"), ("nowhere", None)):
        _member(session, vault, metro, name)
        members.set_timezone(session, name, zone)
    _begun(session, metro, waking=True)  # 03:20 UTC: evening in Chicago, afternoon in Sydney
    assert [one.pseudonym for one in _claimed(session)] == ["sydney"]
    morning = NOW.replace(hour=8, minute=0, second=0)
    assert [one.pseudonym for one in _claimed(session, morning)] == ["nowhere"]
    assert [one.pseudonym for one in _claimed(session, morning + timedelta(hours=6))] == ["chicago"]


def test_who_fell_asleep_while_it_was_paused_waits_too(session: Session, vault: Vault, metro: int) -> None:
    _member(session, vault, metro, "sam")
    members.set_timezone(session, "sam", "Australia/Sydney")
    tip = _begun(session, metro, waking=True)
    broadcasts.move(session, tip, Act.PAUSE, now=NOW, by="a")
    night = NOW + timedelta(hours=10)
    broadcasts.move(session, tip, Act.RESUME, now=night, by="a")
    assert _claimed(session, night) == ()
    assert len(_claimed(session, night + timedelta(hours=12))) == 1


def test_it_is_done_when_nobody_is_left_and_its_words_go(session: Session, vault: Vault, metro: int) -> None:
    _member(session, vault, metro, "sam")
    tip = _begun(session, metro)
    assert broadcasts.end_finished(session, now=NOW) == 0
    (claimed,) = _claimed(session)
    assert broadcasts.end_finished(session, now=NOW) == 0
    ledger.begin(session, claimed, now=NOW)
    ledger.settle(session, claimed, Entry.SENT)
    assert broadcasts.end_finished(session, now=NOW) == 1
    row = session.get_one(BroadcastRow, tip)
    assert (row.state, row.sealed_wording, row.missed_from, row.unsure_from) == ("done", None, 0, 0)


def test_what_nobody_brings_to_an_end_ends_after_a_month(session: Session, metro: int) -> None:
    _tip(session, metro)
    broadcasts.move(session, 1, Act.PAUSE, now=NOW, by="a")
    assert broadcasts.end_finished(session, now=NOW + LASTS - SECOND) == 0
    assert broadcasts.end_finished(session, now=NOW + LASTS) == 1
    assert session.get_one(BroadcastRow, 1).state == State.EXPIRED


def test_the_ledger_goes_a_week_after_the_end_and_never_before_it(
    session: Session, vault: Vault, metro: int
) -> None:
    _member(session, vault, metro, "sam")
    tip = _begun(session, metro)
    privacy.purge(session, now=NOW + LASTS)
    assert _states(session) == {"sam": "planned"}
    broadcasts.move(session, tip, Act.CANCEL, now=NOW + DAY, by="a")
    assert _states(session) == {"sam": "skipped"}
    privacy.purge(session, now=NOW + 7 * DAY)
    assert _states(session)
    privacy.purge(session, now=NOW + 9 * DAY)
    assert _states(session) == {}


def test_of_two_who_decide_at_once_one_is_heard(session: Session, metro: int) -> None:
    order = Order(metro, "author", TipAudience.BOTH, "sleep", Wording(tip="t"), NOW, waking=False, zone="UTC")
    tip = broadcasts.submit(session, VAULT, order, waits=True, now=NOW).id
    approved = broadcasts.move(session, tip, Act.APPROVE, now=NOW, by="second")
    assert approved is not None
    assert approved.approver == "second"
    assert broadcasts.move(session, tip, Act.DECLINE, now=NOW, by="third") is None
    assert broadcasts.move(session, 99, Act.APPROVE, now=NOW, by="second") is None


def test_the_trail_says_who_by_a_code_that_differs_between_departments(
    session: Session, vault: Vault, metro: int
) -> None:
    mine = audit.label_of(vault, metro, "jo")
    assert mine == audit.label_of(vault, metro, "jo")
    assert mine != audit.label_of(vault, metro + 1, "jo")
    assert mine != audit.label_of(vault, metro, "kim")
    assert "jo" not in mine
    audit.note(session, metro, mine, Deed.PAUSED, now=NOW, broadcast_id=7)
    audit.note(session, metro + 1, "other", Deed.PAUSED, now=NOW)
    (entry,) = audit.trail(session, metro)
    assert (entry.label, entry.deed, entry.broadcast_id) == (mine, "paused a tip", 7)
    privacy.purge(session, now=NOW + 401 * DAY)
    assert session.exec(select(AuditRow)).all() == []


@pytest.mark.parametrize(
    ("officers", "family", "shown"),
    [
        (30, 12, (26, 11)),
        (30, 3, (26, 0)),
        (3, 30, (0, 26)),
        (24, 3, (26, 0)),
        (5, 5, (0, 0)),
        (0, 0, (0, 0)),
    ],
)
def test_a_part_beside_one_under_eleven_shows_the_band_of_the_whole(
    session: Session, metro: int, officers: int, family: int, shown: tuple[int, int]
) -> None:
    for audience, people in ((Audience.OFFICER, officers), (Audience.FAMILY, family)):
        for number in range(people):
            name = f"{audience}{number}"
            row = MembershipRow(pseudonym=name, department_id=metro, audience=audience.value, since=TODAY)
            session.add(row)
    session.flush()
    monday = TODAY + timedelta(days=7 - TODAY.weekday())
    parts = (TipAudience.OFFICERS, TipAudience.FAMILY)
    found = tuple(departments.reach_of(session, metro, one, today=monday).least for one in parts)
    assert found == shown
