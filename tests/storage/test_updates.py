"""An update is answered once, however often Telegram brings it."""

from datetime import timedelta

from sqlmodel import Session

from storage import privacy, updates
from tests.storage.conftest import NOW

FURTHEST = 2**52  # no number of Telegram's is longer


def test_only_the_first_to_mark_an_update_is_told_so(session: Session) -> None:
    assert updates.mark_answered(session, FURTHEST, now=NOW)
    assert not updates.mark_answered(session, FURTHEST, now=NOW)


def test_of_a_batch_the_answered_ones_are_known(session: Session) -> None:
    for update_id in (3, 5, FURTHEST):
        updates.mark_answered(session, update_id, now=NOW)
    assert updates.answered(session, range(1, 101)) == {3, 5}
    assert updates.answered(session, [FURTHEST, FURTHEST + 1]) == {FURTHEST}
    assert updates.answered(session, []) == frozenset()


def test_answered_updates_are_let_go_after_three_days(session: Session) -> None:
    for update_id in range(5000):
        updates.mark_answered(session, update_id, now=NOW)
    updates.mark_answered(session, FURTHEST, now=NOW + timedelta(days=3))
    assert privacy.purge(session, now=NOW + timedelta(days=3))["answered_update"] == 0
    later = NOW + timedelta(days=3, seconds=1)
    purged = [privacy.purge(session, now=later)["answered_update"] for _ in range(4)]
    assert purged == [privacy.PURGED_AT_ONCE, privacy.PURGED_AT_ONCE, 1000, 0]
    assert updates.answered(session, [4999, FURTHEST]) == {FURTHEST}


def test_several_are_marked_at_once_whether_known_or_not(session: Session) -> None:
    updates.mark_answered(session, 2, now=NOW)
    updates.mark_all(session, (1, 2, 3, FURTHEST), now=NOW)
    updates.mark_all(session, (), now=NOW)
    assert updates.answered(session, (1, 2, 3, 4, FURTHEST)) == {1, 2, 3, FURTHEST}
