"""A link opens its own door only, once or until revoked; a tag is one row; a count is a band that moves once a week."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select
from sqlmodel import Session

from bot.care.anonymity import band
from bot.care.people import Audience
from bot.care.roles import Role
from storage import departments, tables
from storage.departments import COORDINATOR_LINK_LASTS, NoName
from storage.tables import InvitationRow, MembershipRow
from storage.vault import Vault
from tests.storage.conftest import NOW, TODAY

SECOND = timedelta(seconds=1)
MONDAY = date(2026, 11, 23)
OFFICER = Audience.OFFICER


@pytest.fixture
def metro(session: Session) -> int:
    """A department."""
    return departments.establish(session, "Metro PD", today=TODAY).id


def _link(session: Session, vault: Vault, department: int, role: Role = Role.MEMBER) -> str:
    return departments.invite(session, vault, department, role, now=NOW)


def _fill(session: Session, department: int, people: int) -> None:
    for number in range(people):
        session.add(
            MembershipRow(pseudonym=f"p{number}", department_id=department, audience="officer", since=TODAY)
        )
    session.flush()


def test_a_department_is_established_once_however_it_is_spelt(session: Session, metro: int) -> None:
    assert departments.establish(session, "  metro   pd ", today=MONDAY).id == metro
    assert departments.establish(session, "Springfield PD", today=TODAY).id != metro
    assert [one.name for one in departments.every(session, today=TODAY)] == ["Metro PD", "Springfield PD"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "Metro\x00PD", "Metro\u202ePD"])
def test_a_name_that_is_none_is_refused(session: Session, name: str) -> None:
    with pytest.raises(NoName):
        departments.establish(session, name, today=TODAY)


def test_a_department_is_found_by_name_or_number(session: Session, metro: int) -> None:
    for asked in ("Metro PD", "METRO PD", str(metro)):
        found = departments.named(session, asked)
        assert found is not None
        assert found.id == metro
    assert departments.named(session, "Gotham PD") is None


def test_a_code_is_long_fits_a_deep_link_and_comes_only_once(
    session: Session, vault: Vault, metro: int
) -> None:
    codes = {_link(session, vault, metro, role) for role in Role for _ in range(50)}
    assert len(codes) == 100
    for code in codes:
        assert len(code) == 32
        assert set(code) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_a_stolen_database_holds_no_code_and_another_key_opens_nothing(
    session: Session, vault: Vault, metro: int, file: Path
) -> None:
    code = _link(session, vault, metro)
    session.commit()
    assert code.encode() not in b"".join(path.read_bytes() for path in file.parent.iterdir())
    stranger = Vault("another secret, of the same fair length")
    assert departments.opened(session, stranger, code, now=NOW) is None
    assert departments.opened(session, vault, code, now=NOW) is not None


def test_a_member_link_works_for_many_until_it_is_revoked(session: Session, vault: Vault, metro: int) -> None:
    code = _link(session, vault, metro)
    later = NOW + timedelta(days=999)
    for pseudonym in ("p", "q"):
        assert departments.join(session, vault, code, pseudonym, audience=OFFICER, now=later)
    assert departments.revoke(session, metro, now=later) == 1
    assert departments.join(session, vault, code, "r", audience=OFFICER, now=later) is None
    assert departments.revoke(session, metro, now=later) == 0
    assert [one.department for one in departments.standings(session, "p")] == ["Metro PD"]


def test_a_coordinator_link_works_once_and_for_seven_days(session: Session, vault: Vault, metro: int) -> None:
    last = NOW + COORDINATOR_LINK_LASTS
    late, good = (_link(session, vault, metro, Role.COORDINATOR) for _ in range(2))
    assert departments.accept(session, vault, late, "p", now=last) is None
    assert departments.accept(session, vault, good, "p", now=last - SECOND)
    assert departments.accept(session, vault, good, "q", now=last - SECOND) is None
    assert [one.role for one in departments.standings(session, "p")] == [Role.COORDINATOR]
    assert departments.standings(session, "q") == ()


def test_no_link_opens_the_other_door(session: Session, vault: Vault, metro: int) -> None:
    member, coordinator = (_link(session, vault, metro, role) for role in (Role.MEMBER, Role.COORDINATOR))
    assert departments.accept(session, vault, member, "p", now=NOW) is None
    assert departments.join(session, vault, coordinator, "p", audience=OFFICER, now=NOW) is None
    assert departments.standings(session, "p") == ()
    assert (
        departments.opened(session, vault, coordinator, now=NOW) is not None
    )  # and it is not used up by that


def test_looking_at_a_link_keeps_and_uses_nothing(session: Session, vault: Vault, metro: int) -> None:
    code = _link(session, vault, metro, Role.COORDINATOR)
    before = list(session.connection().execute(select(tables.table_of(InvitationRow))))
    for _ in range(3):
        assert departments.opened(session, vault, code, now=NOW) is not None
    assert list(session.connection().execute(select(tables.table_of(InvitationRow)))) == before


def test_every_link_that_leads_nowhere_is_asked_about_in_the_same_way(
    session: Session, vault: Vault, metro: int
) -> None:
    used, expired, revoked = (_link(session, vault, metro, Role.COORDINATOR) for _ in range(3))
    departments.accept(session, vault, used, "p", now=NOW)
    row = session.get_one(InvitationRow, vault.hash_code(revoked))
    row.revoked_at = NOW
    row = session.get_one(InvitationRow, vault.hash_code(expired))
    row.expires_at = NOW
    session.flush()
    asked = []
    for code in (used, expired, revoked, "a" * 32, "x", ""):
        with _statements(session) as said:
            assert departments.opened(session, vault, code, now=NOW) is None
        asked.append(said)
    assert all(said == asked[0] and len(said) == 1 for said in asked)


@contextmanager
def _statements(session: Session) -> Iterator[list[str]]:
    said: list[str] = []

    def hear(_c: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def test_a_tag_is_one_row_that_a_new_department_replaces_and_leaving_erases(
    session: Session, vault: Vault, metro: int
) -> None:
    other = departments.establish(session, "Springfield PD", today=TODAY).id
    departments.join(session, vault, _link(session, vault, metro), "p", audience=OFFICER, now=NOW)
    departments.join(session, vault, _link(session, vault, other), "p", audience=Audience.FAMILY, now=NOW)
    (standing,) = departments.standings(session, "p")
    assert (standing.department, standing.audience) == ("Springfield PD", Audience.FAMILY)
    assert departments.leave(session, "p")
    assert departments.standings(session, "p") == ()
    assert not departments.leave(session, "p")


def test_a_tag_says_the_month_never_the_day(session: Session, vault: Vault, metro: int) -> None:
    departments.join(session, vault, _link(session, vault, metro), "p", audience=OFFICER, now=NOW)
    assert session.get_one(MembershipRow, "p").since == date(2026, 11, 1)


def test_a_tag_holds_nothing_that_could_lead_to_another_person() -> None:
    columns = set(tables.table_of(MembershipRow).c.keys())
    assert columns == {"pseudonym", "department_id", "audience", "since"}


@pytest.mark.parametrize("people", [0, 1, 10, 11, 25, 26, 60])
def test_reach_is_a_band_of_those_who_are_in(session: Session, metro: int, people: int) -> None:
    _fill(session, metro, people)
    assert departments.reach(session, metro, today=MONDAY) == band(people)


def test_another_departments_people_do_not_count(session: Session, metro: int) -> None:
    other = departments.establish(session, "Springfield PD", today=TODAY).id
    _fill(session, other, 30)
    assert departments.reach(session, metro, today=MONDAY) == band(0)


@pytest.mark.parametrize("people", range(8, 14))
def test_nobody_can_be_seen_coming_or_going_within_a_week(
    session: Session, vault: Vault, metro: int, people: int
) -> None:
    code = _link(session, vault, metro)
    _fill(session, metro, people)
    first = departments.reach(session, metro, today=MONDAY)
    for day in range(7):
        today = MONDAY + timedelta(days=day)
        departments.join(session, vault, code, f"new{day}", audience=OFFICER, now=NOW)
        assert departments.reach(session, metro, today=today) == first
        departments.leave(session, f"p{day}")
        departments.leave(session, f"new{day}")
        assert departments.reach(session, metro, today=today) == first
    assert departments.reach(session, metro, today=MONDAY + timedelta(days=7)) == band(people - 7)


def test_the_database_holds_a_band_and_no_count(session: Session, metro: int) -> None:
    _fill(session, metro, 13)
    departments.reach(session, metro, today=MONDAY)
    assert departments.every(session, today=MONDAY)[0].reach == band(13)
    assert session.get_one(tables.DepartmentRow, metro).reach_from == 11
