"""Where a person is in a flow: kept across restarts, moved once however often a button is tapped, gone in time."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session

from storage import conversations
from storage.conversations import Conversation, StaleConversation
from storage.database import Storage
from storage.vault import Vault, WrongKey
from tests.storage.conftest import NOW

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def _start(session: Session, vault: Vault, flow: str = "checkin", **answers: object) -> Conversation:
    return conversations.start(session, vault, "p", flow, "sleep", answers, now=NOW, lifetime=HOUR)


def test_a_conversation_is_found_as_it_was_left(session: Session, vault: Vault) -> None:
    begun = _start(session, vault, hours=3, word="cansado")
    assert conversations.find(session, vault, "p", "checkin", now=NOW) == begun
    moved = conversations.advance(
        session, vault, begun, "mood", {"hours": 4, "list": [1, None]}, now=NOW, lifetime=HOUR
    )
    assert conversations.find(session, vault, "p", "checkin", now=NOW) == moved
    assert (moved.step, moved.version, moved.answers["hours"]) == ("mood", begun.version + 1, 4)


def test_flows_and_people_do_not_meet(session: Session, vault: Vault) -> None:
    checkin = _start(session, vault)
    crisis = _start(session, vault, "crisis")
    assert conversations.find(session, vault, "p", "checkin", now=NOW) == checkin
    assert conversations.find(session, vault, "p", "crisis", now=NOW) == crisis
    assert conversations.find(session, vault, "q", "checkin", now=NOW) is None


def test_plain_text_belongs_to_the_conversation_moved_last(session: Session, vault: Vault) -> None:
    checkin = _start(session, vault)
    conversations.start(session, vault, "p", "crisis", "card", now=NOW + SECOND, lifetime=HOUR)
    assert getattr(conversations.latest(session, vault, "p", now=NOW), "flow", None) == "crisis"
    conversations.advance(session, vault, checkin, "mood", {}, now=NOW + 2 * SECOND, lifetime=HOUR)
    assert getattr(conversations.latest(session, vault, "p", now=NOW), "flow", None) == "checkin"
    assert conversations.latest(session, vault, "q", now=NOW) is None


def test_an_expired_conversation_is_over_to_the_second(session: Session, vault: Vault) -> None:
    begun = _start(session, vault)
    assert conversations.find(session, vault, "p", "checkin", now=NOW + HOUR - SECOND) == begun
    assert conversations.find(session, vault, "p", "checkin", now=NOW + HOUR) is None
    assert conversations.latest(session, vault, "p", now=NOW + HOUR) is None


def test_moving_on_prolongs_it(session: Session, vault: Vault) -> None:
    moved = conversations.advance(
        session, vault, _start(session, vault), "mood", {}, now=NOW + HOUR / 2, lifetime=HOUR
    )
    assert conversations.find(session, vault, "p", "checkin", now=NOW + HOUR) == moved


def test_an_old_button_moves_nothing(session: Session, vault: Vault) -> None:
    begun = _start(session, vault)
    moved = conversations.advance(session, vault, begun, "mood", {}, now=NOW, lifetime=HOUR)
    with pytest.raises(StaleConversation):
        conversations.advance(session, vault, begun, "mood", {}, now=NOW, lifetime=HOUR)
    with pytest.raises(StaleConversation):
        conversations.finish(session, begun)
    assert conversations.find(session, vault, "p", "checkin", now=NOW) == moved


@pytest.mark.parametrize("finished", [True, False])
def test_buttons_of_an_earlier_run_match_no_version_of_a_later_one(
    session: Session, vault: Vault, finished: bool
) -> None:
    run = _start(session, vault)
    seen = {run.version}
    for _ in range(5):
        run = conversations.advance(session, vault, run, "mood", {}, now=NOW, lifetime=HOUR)
        seen.add(run.version)
    if finished:
        conversations.finish(session, run)
    again = conversations.start(session, vault, "p", "checkin", "sleep", now=NOW + 9 * SECOND, lifetime=HOUR)
    assert again.version > max(seen)
    assert again.answers == {}


def test_a_finished_or_left_conversation_is_gone(session: Session, vault: Vault) -> None:
    conversations.finish(session, _start(session, vault))
    assert conversations.find(session, vault, "p", "checkin", now=NOW) is None
    _start(session, vault)
    assert conversations.leave(session, "p", "checkin")
    assert not conversations.leave(session, "p", "checkin")


def test_answers_lie_sealed_and_do_not_show(session: Session, vault: Vault) -> None:
    begun = _start(session, vault, word="a marker nobody else writes")
    sealed = session.connection().exec_driver_sql("SELECT sealed_answers FROM conversation").scalar_one()
    assert b"marker" not in sealed
    assert "marker" not in repr(begun)
    with pytest.raises(WrongKey):
        conversations.find(session, Vault("another secret, of the same fair length"), "p", "checkin", now=NOW)


async def test_of_two_taps_on_one_button_one_moves_and_the_others_effects_are_undone(
    storage: Storage, vault: Vault
) -> None:
    def tap(effect: str) -> Callable[[Session], Conversation]:
        def fn(session: Session) -> Conversation:
            conversations.start(session, vault, "p", effect, "made", now=NOW, lifetime=HOUR)
            return conversations.advance(session, vault, begun, "mood", {}, now=NOW, lifetime=HOUR)

        return fn

    begun = await storage.write(lambda session: _start(session, vault))
    taps = (storage.write(tap(f"effect{n}")) for n in range(20))
    outcomes = await asyncio.gather(*taps, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes].count(Conversation) == 1
    assert [type(outcome) for outcome in outcomes].count(StaleConversation) == 19
    flows = await storage.read(
        lambda session: session.connection().exec_driver_sql("SELECT flow FROM conversation").scalars().all()
    )
    winner = next(n for n, outcome in enumerate(outcomes) if isinstance(outcome, Conversation))
    assert set(flows) == {"checkin", f"effect{winner}"}


async def test_a_restart_loses_nothing(url: str, vault: Vault) -> None:
    async with Storage.open(url) as storage:
        begun = await storage.write(lambda session: _start(session, vault, word="sí"))
    async with Storage.open(url) as storage:
        found = await storage.read(
            lambda session: conversations.find(session, vault, "p", "checkin", now=NOW)
        )
    assert found == begun
