"""What somebody asked us to keep of their results: sealed for them, readable by them, gone with one word."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from storage import privacy, scores
from storage.scores import Score
from storage.tables import ScoreRow
from storage.vault import Damaged, Vault
from tests.storage.conftest import NOW, TODAY

SAM, ANA = "a" * 32, "b" * 32
MOOD = Score("phq9", "2001", 12, TODAY)


def test_what_is_kept_comes_back_oldest_first(session: Session, vault: Vault) -> None:
    before = Score("gad2", "2009", 4, TODAY - timedelta(days=9))
    scores.keep(session, vault, SAM, [MOOD])
    scores.keep(session, vault, SAM, [before])
    assert scores.find(session, vault, SAM) == (before, MOOD)
    assert scores.has(session, SAM)
    assert scores.find(session, vault, ANA) == ()
    assert not scores.has(session, ANA)


def test_keeping_twice_on_one_day_keeps_the_later_one(session: Session, vault: Vault) -> None:
    later = Score("phq9", "2001", 9, TODAY)
    scores.keep(session, vault, SAM, [MOOD, Score("gad7", "2006", 3, TODAY)])
    scores.keep(session, vault, SAM, [later])
    assert [(one.scale, one.points) for one in scores.find(session, vault, SAM)] == [("gad7", 3), ("phq9", 9)]


def test_a_stolen_database_tells_neither_scale_nor_points(session: Session, vault: Vault) -> None:
    scores.keep(session, vault, SAM, [MOOD])
    row = session.exec(select(ScoreRow)).one()
    assert set(row.model_dump()) == {"id", "pseudonym", "taken_on", "sealed_score"}
    assert b"phq9" not in row.sealed_score
    assert b"12" not in row.sealed_score


def test_what_is_sealed_opens_in_no_other_persons_row(session: Session, vault: Vault) -> None:
    scores.keep(session, vault, SAM, [MOOD])
    row = session.exec(select(ScoreRow)).one()
    row.pseudonym = ANA
    session.flush()
    with pytest.raises(Damaged):
        scores.find(session, vault, ANA)


def test_erasing_takes_all_of_ones_own_and_nothing_else(session: Session, vault: Vault) -> None:
    for person in (SAM, ANA):
        scores.keep(session, vault, person, [MOOD, Score("gad7", "2006", 3, TODAY)])
    assert scores.erase(session, SAM) == 2
    assert scores.erase(session, SAM) == 0
    assert scores.find(session, vault, SAM) == ()
    assert len(scores.find(session, vault, ANA)) == 2


def test_the_person_can_read_it_and_it_goes_after_400_days(session: Session, vault: Vault) -> None:
    scores.keep(session, vault, SAM, [MOOD])
    (shown,) = privacy.export(session, vault, SAM, now=NOW)
    assert shown.values["score"] == {"scale": "phq9", "version": "2001", "points": 12}
    assert shown.kept_until == TODAY + timedelta(days=400)
    privacy.purge(session, now=NOW + timedelta(days=400))
    assert scores.has(session, SAM)
    privacy.purge(session, now=NOW + timedelta(days=402))
    assert not scores.has(session, SAM)
