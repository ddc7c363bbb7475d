"""A promise to come back is kept once if it can be, and never forgotten because a process died."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from storage import check_backs
from storage.check_backs import LEASE, CheckBack, CheckBackState
from storage.database import Storage
from storage.tables import CheckBackRow
from storage.vault import Vault
from tests.storage.conftest import NOW

IN_TWENTY = NOW + timedelta(minutes=20)
SECOND = timedelta(seconds=1)
ENDS = (CheckBackState.SENT, CheckBackState.REFUSED, CheckBackState.UNKNOWN, CheckBackState.DROPPED)


def _plan(
    session: Session, vault: Vault, pseudonym: str = "p", kind: str = "crisis", minutes: int = 20
) -> int:
    due_at = NOW + timedelta(minutes=minutes)
    return check_backs.plan(
        session, vault, pseudonym, 42, kind=kind, note="crisis.how_is_it_now", due_at=due_at
    )


def _claim(session: Session) -> CheckBack:
    (claimed,) = check_backs.claim_due(session, now=IN_TWENTY, limit=10)
    return claimed


def test_nothing_is_due_before_its_time(session: Session, vault: Vault) -> None:
    _plan(session, vault)
    assert check_backs.claim_due(session, now=IN_TWENTY - SECOND, limit=10) == ()
    claimed = _claim(session)
    assert (claimed.pseudonym, claimed.kind, claimed.note) == ("p", "crisis", "crisis.how_is_it_now")
    assert (claimed.due_at, claimed.attempts) == (IN_TWENTY, 1)
    assert check_backs.chat_of(vault, claimed) == 42


def test_the_oldest_come_first_and_no_more_than_asked(session: Session, vault: Vault) -> None:
    for n in (3, 1, 2):
        _plan(session, vault, f"p{n}", minutes=n)
    claimed = check_backs.claim_due(session, now=IN_TWENTY, limit=2)
    assert [one.pseudonym for one in claimed] == ["p1", "p2"]
    assert [one.pseudonym for one in check_backs.claim_due(session, now=IN_TWENTY, limit=2)] == ["p3"]


def test_a_claimed_one_is_nobody_elses_until_its_lease_is_over(session: Session, vault: Vault) -> None:
    _plan(session, vault)
    first = _claim(session)
    assert check_backs.claim_due(session, now=IN_TWENTY + LEASE - SECOND, limit=10) == ()
    (second,) = check_backs.claim_due(session, now=IN_TWENTY + LEASE, limit=10)
    assert (second.id, second.attempts) == (first.id, 2)
    assert not check_backs.settle(session, first, CheckBackState.SENT)
    assert check_backs.settle(session, second, CheckBackState.SENT)


@pytest.mark.parametrize("end", ENDS)
def test_a_settled_one_never_comes_again_and_keeps_no_chat(
    session: Session, vault: Vault, end: CheckBackState
) -> None:
    _plan(session, vault)
    claimed = _claim(session)
    assert check_backs.settle(session, claimed, end)
    assert not check_backs.settle(session, claimed, end)
    assert check_backs.claim_due(session, now=IN_TWENTY + timedelta(days=9), limit=10) == ()
    session.expire_all()
    row = session.exec(select(CheckBackRow)).one()
    assert (row.state, row.sealed_chat, row.ready_at) == (end.value, None, None)


def test_a_postponed_one_comes_again_when_told(session: Session, vault: Vault) -> None:
    _plan(session, vault)
    until = IN_TWENTY + timedelta(seconds=30)
    assert check_backs.postpone(session, _claim(session), until=until)
    assert check_backs.claim_due(session, now=until - SECOND, limit=10) == ()
    (again,) = check_backs.claim_due(session, now=until, limit=10)
    assert (again.due_at, again.attempts) == (IN_TWENTY, 2)


def test_a_new_promise_takes_the_place_of_the_one_before(session: Session, vault: Vault) -> None:
    _plan(session, vault)
    _plan(session, vault, kind="prompt")
    _plan(session, vault, minutes=19)
    claimed = check_backs.claim_due(session, now=IN_TWENTY, limit=10)
    assert [(one.kind, one.due_at) for one in claimed] == [
        ("crisis", IN_TWENTY - timedelta(minutes=1)),
        ("prompt", IN_TWENTY),
    ]


def test_leave_me_alone_drops_what_is_open_even_when_claimed(session: Session, vault: Vault) -> None:
    _plan(session, vault)
    claimed = _claim(session)
    _plan(session, vault, kind="prompt")
    _plan(session, vault, "q")
    assert check_backs.drop(session, "p", kind="crisis") == 1
    assert check_backs.drop(session, "p") == 1
    assert not check_backs.settle(session, claimed, CheckBackState.SENT)
    assert [one.pseudonym for one in check_backs.claim_due(session, now=IN_TWENTY, limit=10)] == ["q"]


async def test_of_many_workers_one_gets_it(storage: Storage, vault: Vault) -> None:
    await storage.write(lambda session: [_plan(session, vault, f"p{n}") for n in range(10)])
    claim: Callable[[Session], tuple[CheckBack, ...]] = lambda session: check_backs.claim_due(  # noqa: E731
        session, now=IN_TWENTY, limit=3
    )
    batches = await asyncio.gather(*(storage.write(claim) for _ in range(8)))
    claimed = [one.pseudonym for batch in batches for one in batch]
    assert sorted(claimed) == sorted({f"p{n}" for n in range(10)})


async def test_a_promise_outlives_a_restart(url: str, vault: Vault) -> None:
    async with Storage.open(url) as storage:
        await storage.write(lambda session: _plan(session, vault))
    async with Storage.open(url) as storage:
        claimed = await storage.write(_claim)
        assert check_backs.chat_of(vault, claimed) == 42
    async with Storage.open(url) as storage:
        late = IN_TWENTY + LEASE
        again = await storage.write(lambda session: check_backs.claim_due(session, now=late, limit=10))
        assert [one.attempts for one in again] == [2]


def test_ids_are_never_used_twice(session: Session, vault: Vault) -> None:
    first = _plan(session, vault)
    session.connection().exec_driver_sql("DELETE FROM check_back")
    session.expire_all()
    assert _plan(session, vault) > first
