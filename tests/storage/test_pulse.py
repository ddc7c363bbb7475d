"""Totals without people: counted once, published once when the quarter is over, and gone."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, col, select

from bot.care.people import Audience
from bot.care.roles import Role
from bot.care.statistics import Asked, Counted, Question
from storage import departments, pulse
from storage.database import Storage
from storage.tables import BroadcastRow, CountRow, PulseAnsweredRow, Row, declared, name_of, table_of
from storage.vault import Vault

LAST = datetime(2026, 8, 3, 12, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY, QUARTER = NOW.date(), date(2026, 10, 1)
NEXT = date(2027, 1, 1)


def _people(session: Session, vault: Vault, many: int) -> int:
    department = departments.establish(session, "Metro PD", today=LAST.date())
    code = departments.invite(session, vault, department.id, Role.MEMBER, now=LAST)
    for number in range(many):
        departments.join(session, vault, code, f"p{number}", audience=Audience.OFFICER, now=LAST)
    return department.id


def _tip(session: Session, department_id: int, number: int) -> int:
    row = BroadcastRow(
        id=number, department_id=department_id, state="running", author="a", audience="both", topic="sleep",
        waking=False, zone="UTC", due_at=NOW, created_on=TODAY, moved_on=TODAY, began_at=NOW,
        reach_from=0,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return number


async def test_a_finished_quarter_is_published_once_and_its_totals_go(storage: Storage, vault: Vault) -> None:
    def quarter(session: Session) -> int:
        department_id = _people(session, vault, 40)
        for number in range(12):
            pulse.count(session, f"p{number}", Counted.HELP, today=TODAY)
        _tip(session, department_id, 1)
        assert pulse.published(session, department_id) == ()
        pulse.publish_finished(session, today=TODAY)  # the quarter before, of which nothing was counted
        return department_id

    department_id = await storage.write(quarter)
    assert await storage.write(lambda session: pulse.publish_finished(session, today=NEXT)) == 1
    (told, _) = await storage.read(lambda session: pulse.published(session, department_id))
    assert (told.begins, told.tips, told.joined, told.help, told.left) == (QUARTER, 1, 26, 11, 0)
    assert await storage.read(lambda session: session.exec(select(CountRow)).all()) == []
    assert await storage.write(lambda session: pulse.publish_finished(session, today=NEXT)) == 0


async def test_the_running_quarter_is_never_told(storage: Storage, vault: Vault) -> None:
    def running(session: Session) -> None:
        department_id = _people(session, vault, 40)
        for number in range(30):
            pulse.count(session, f"p{number}", Counted.HELP, today=TODAY)
        pulse.publish_finished(session, today=TODAY)
        assert all(one.begins < QUARTER and not one.help for one in pulse.published(session, department_id))

    await storage.write(running)


async def test_coordinators_newcomers_and_strangers_add_nothing(storage: Storage, vault: Vault) -> None:
    def tries(session: Session) -> None:
        department_id = _people(session, vault, 1)
        code = departments.invite(session, vault, department_id, Role.MEMBER, now=NOW)
        lead = departments.invite(session, vault, department_id, Role.COORDINATOR, now=NOW)
        departments.join(session, vault, code, "new", audience=Audience.OFFICER, now=NOW)
        departments.accept(session, vault, lead, "p0", now=NOW)
        for who in ("p0", "new", "stranger"):
            assert not pulse.count(session, who, Counted.LEFT, today=TODAY)
        assert session.exec(select(CountRow)).all() == []

    await storage.write(tries)


async def test_the_first_tip_of_a_quarter_asks_and_each_answers_once(storage: Storage, vault: Vault) -> None:
    def asked(session: Session) -> None:
        department_id = _people(session, vault, 3)
        first, second = _tip(session, department_id, 1), _tip(session, department_id, 2)
        assert not pulse.answer(session, "p0", QUARTER, Counted.YES, today=TODAY)
        assert pulse.asks(session, first, today=TODAY) == Asked(Question.PRIVATE, QUARTER)
        assert pulse.asks(session, second, today=TODAY) is None
        assert pulse.asks(session, first, today=TODAY) is not None  # after a restart
        assert pulse.asks(session, 77, today=TODAY) is None
        assert pulse.answer(session, "p0", QUARTER, Counted.YES, today=TODAY)
        assert not pulse.answer(session, "p0", QUARTER, Counted.NO, today=TODAY)
        assert not pulse.answer(session, "p1", date(2026, 7, 1), Counted.NO, today=TODAY)
        assert not pulse.answer(session, "stranger", QUARTER, Counted.NO, today=TODAY)
        kept = {row.what: row.total for row in session.exec(select(CountRow))}
        assert kept == {"yes": 1}
        assert [row.pseudonym for row in session.exec(select(PulseAnsweredRow))] == ["p0"]

    await storage.write(asked)


@pytest.mark.parametrize("row", [CountRow, PulseAnsweredRow])
def test_no_table_holds_both_a_person_and_an_answer_or_a_time(row: type[Row]) -> None:
    assert row in declared()
    columns = set(table_of(row).columns.keys())
    assert columns in ({"department_id", "quarter", "what", "total"}, {"pseudonym", "quarter"}), name_of(row)


async def test_leaving_after_an_answer_keeps_the_total_as_it_is(storage: Storage, vault: Vault) -> None:
    def leaves(session: Session) -> None:
        department_id = _people(session, vault, 2)
        pulse.asks(session, _tip(session, department_id, 1), today=TODAY)
        pulse.answer(session, "p0", QUARTER, Counted.NO, today=TODAY)
        departments.leave(session, "p0")
        assert session.exec(select(CountRow.total).where(col(CountRow.what) == "no")).one() == 1

    await storage.write(leaves)
