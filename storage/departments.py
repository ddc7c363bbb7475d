"""Departments: links in, the tag of those who joined, who coordinates, and how many there are as a band only."""

import secrets
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, update
from sqlmodel import Session, col, select

from bot.care.anonymity import FLOOR, Band, band
from bot.care.people import Audience
from bot.care.roles import Role
from bot.care.tips import TipAudience
from storage.tables import DepartmentRow, InvitationRow, MembershipRow, ReachRow, RoleRow
from storage.upsert import insert_or_keep, insert_or_update
from storage.vault import Vault

COORDINATOR_LINK_LASTS = timedelta(days=7)
LONGEST_NAME = 80  # characters
_CODE_BYTES = 20  # 160 bits: 32 characters a-z 2-7, so that no code holds a separator or reads like words


class NoName(ValueError):
    """A department needs a name of 1 to LONGEST_NAME printable characters."""


@dataclass(frozen=True, slots=True)
class Department:
    """One department as an operator sees it."""

    id: int
    name: str
    created_on: date
    reach: Band


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a working link leads to."""

    department_id: int
    department: str
    role: Role


@dataclass(frozen=True, slots=True)
class Standing:
    """One person and one department. `audience` is for members: whose tips they asked for."""

    department_id: int
    department: str
    role: Role
    audience: Audience | None = None


def establish(session: Session, name: str, *, today: date) -> Department:
    """The department of that name, new unless it is there already (capitals do not count). Raises NoName."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise NoName(f"a department's name has 1 to {LONGEST_NAME} printable characters")
    known = next((one for one in _rows(session) if one.title.casefold() == name.casefold()), None)
    if known is None:
        known = DepartmentRow(title=name, created_on=today, reach_from=band(0).least, counted_on=today)
        session.add(known)
        session.flush()
    return _record(known)


def every(session: Session, *, today: date) -> tuple[Department, ...]:
    """All departments, oldest first."""
    for row in _rows(session):
        reach(session, row.id or 0, today=today)
    return tuple(_record(row) for row in _rows(session))


def named(session: Session, name_or_id: str) -> Department | None:
    """The department somebody means."""
    wanted = " ".join(name_or_id.split()).casefold()
    rows = _rows(session)
    row = next((one for one in rows if one.title.casefold() == wanted), None)
    row = row or next((one for one in rows if str(one.id) == wanted), None)
    return _record(row) if row else None


def invite(session: Session, vault: Vault, department_id: int, role: Role, *, now: datetime) -> str:
    """The code of a new link. It cannot be read again: only its hash is kept."""
    code = b32encode(secrets.token_bytes(_CODE_BYTES)).decode().lower()
    coordinator = role is Role.COORDINATOR
    session.add(
        InvitationRow(
            hashed_code=vault.hash_code(code),
            department_id=department_id,
            role=role.value,
            created_on=now.date(),
            expires_at=now + COORDINATOR_LINK_LASTS if coordinator else None,
            single_use=coordinator,
        )
    )
    session.flush()
    return code


def revoke(session: Session, department_id: int, *, now: datetime) -> int:
    """No link of this department opens any more; who is in stays in. How many still worked."""
    alive = (col(InvitationRow.department_id) == department_id, *_works(now))
    return session.exec(update(InvitationRow).where(*alive).values(revoked_at=now)).rowcount


def opened(session: Session, vault: Vault, code: str, *, now: datetime) -> Invitation | None:
    """What a code leads to. Unknown, used, expired and revoked are one question and one answer: None."""
    mine = (col(InvitationRow.hashed_code) == vault.hash_code(code), *_works(now))
    there = col(InvitationRow.department_id) == col(DepartmentRow.id)
    row = session.exec(select(InvitationRow, DepartmentRow).where(there, *mine)).first()
    if row is None:
        return None
    invitation, department = row
    return Invitation(invitation.department_id, department.title, Role(invitation.role))


def join(
    session: Session, vault: Vault, code: str, pseudonym: str, *, audience: Audience, now: datetime
) -> Invitation | None:
    """Tag a person by a member link, in place of an earlier tag. None when the link does not lead there."""
    invitation = opened(session, vault, code, now=now)
    if invitation is None or invitation.role is not Role.MEMBER:
        return None
    tag = {"department_id": invitation.department_id, "audience": audience.value, "since": _month(now)}
    insert_or_update(session, MembershipRow, {"pseudonym": pseudonym, **tag}, changing=set(tag))
    return invitation


def accept(session: Session, vault: Vault, code: str, pseudonym: str, *, now: datetime) -> Invitation | None:
    """Make a person coordinator by a coordinator link, which is used up. None when the link does not lead there."""
    invitation = opened(session, vault, code, now=now)
    if invitation is None or invitation.role is not Role.COORDINATOR:
        return None
    unused = (col(InvitationRow.hashed_code) == vault.hash_code(code), *_works(now))
    if not session.exec(update(InvitationRow).where(*unused).values(used_at=now)).rowcount:
        return None  # somebody else was faster
    given = {"department_id": invitation.department_id, "role": Role.COORDINATOR.value, "since": _month(now)}
    insert_or_keep(session, RoleRow, {"pseudonym": pseudonym, **given})
    return invitation


def leave(session: Session, pseudonym: str) -> bool:
    """Take the tag off. Whether there was one."""
    return bool(session.exec(delete(MembershipRow).where(col(MembershipRow.pseudonym) == pseudonym)).rowcount)


def standings(session: Session, pseudonym: str) -> tuple[Standing, ...]:
    """What a person is to which departments: what they coordinate, then where they joined."""
    roles = select(RoleRow, DepartmentRow).where(
        col(RoleRow.pseudonym) == pseudonym, col(RoleRow.department_id) == col(DepartmentRow.id)
    )
    tags = select(MembershipRow, DepartmentRow).where(
        col(MembershipRow.pseudonym) == pseudonym,
        col(MembershipRow.department_id) == col(DepartmentRow.id),
    )
    return (
        *(Standing(row.department_id, there.title, Role(row.role)) for row, there in session.exec(roles)),
        *(
            Standing(row.department_id, there.title, Role.MEMBER, Audience(row.audience))
            for row, there in session.exec(tags)
        ),
    )


def coordinators(session: Session, department_id: int) -> tuple[str, ...]:
    """The pseudonyms of those who coordinate it: to write to them, never to show."""
    mine = (col(RoleRow.department_id) == department_id, col(RoleRow.role) == Role.COORDINATOR.value)
    return tuple(session.exec(select(RoleRow.pseudonym).where(*mine).order_by(col(RoleRow.pseudonym))).all())


def role_in(session: Session, pseudonym: str, department_id: int) -> Role | None:
    """What a link has made of this person in this department, asked anew at every act."""
    row = session.get(RoleRow, (pseudonym, department_id))
    return Role(row.role) if row else None


def coordinates(session: Session, pseudonym: str) -> bool:
    """Whether this person has a role anywhere."""
    return (
        session.exec(select(RoleRow.role).where(col(RoleRow.pseudonym) == pseudonym).limit(1)).first()
        is not None
    )


def end_roles(session: Session, department_id: int) -> tuple[str, ...]:
    """Nobody coordinates it any more; the pseudonyms of those who did."""
    ended = coordinators(session, department_id)
    session.exec(delete(RoleRow).where(col(RoleRow.department_id) == department_id))
    return ended


def step_down(session: Session, pseudonym: str, department_id: int) -> bool:
    """Give the role back. Whether there was one."""
    mine = (col(RoleRow.pseudonym) == pseudonym, col(RoleRow.department_id) == department_id)
    return bool(session.exec(delete(RoleRow).where(*mine)).rowcount)


def reach_of(session: Session, department_id: int, audience: TipAudience, *, today: date) -> Band:
    """How many of one audience joined, counted in the same look as all of them.

    Beside an audience under eleven the other shows the band of the whole: subtracting tells nothing.
    """
    whole = reach(session, department_id, today=today)
    if audience is TipAudience.BOTH:
        return whole
    row = session.get(ReachRow, department_id)
    if row is None:
        return band(0)
    return band(row.officers_from if audience is TipAudience.OFFICERS else row.family_from)


def reach(session: Session, department_id: int, *, today: date) -> Band:
    """How many joined, as of the first look since Monday.

    Counting once a week is what keeps the band from telling who came or went today, or an exact number to somebody
    who joins and leaves with accounts of their own until it changes.
    """
    row = session.get_one(DepartmentRow, department_id)
    if row.counted_on < today - timedelta(days=today.weekday()):
        here = select(func.count()).where(col(MembershipRow.department_id) == department_id)
        row.reach_from, row.counted_on = band(session.exec(here).one()).least, today
        _count_audiences(session, department_id, today)
        session.flush()
    return band(row.reach_from)


def _count_audiences(session: Session, department_id: int, today: date) -> None:
    here = select(MembershipRow.audience, func.count()).where(
        col(MembershipRow.department_id) == department_id
    )
    found = dict(session.exec(here.group_by(col(MembershipRow.audience))).all())
    officers, family = (found.get(one.value, 0) for one in (Audience.OFFICER, Audience.FAMILY))
    whole = band(officers + family).least
    officers_from, family_from = _not_to_be_subtracted(officers, family, whole)
    counted = {"officers_from": officers_from, "family_from": family_from, "counted_on": today}
    insert_or_update(session, ReachRow, {"department_id": department_id, **counted}, changing=set(counted))


def _not_to_be_subtracted(officers: int, family: int, whole: int) -> tuple[int, int]:
    """Each part's band; beside a part under eleven the other gets the band of the whole, which tells nothing new."""
    if min(officers, family) >= FLOOR:
        return band(officers).least, band(family).least
    return (whole if officers >= FLOOR else 0), (whole if family >= FLOOR else 0)


def _works(now: datetime) -> tuple[ColumnElement[bool], ...]:
    expires_at = col(InvitationRow.expires_at)
    return (
        col(InvitationRow.used_at).is_(None),
        col(InvitationRow.revoked_at).is_(None),
        expires_at.is_(None) | (expires_at > now),
    )


def _rows(session: Session) -> Sequence[DepartmentRow]:
    return session.exec(select(DepartmentRow).order_by(col(DepartmentRow.id))).all()


def _record(row: DepartmentRow) -> Department:
    return Department(row.id or 0, row.title, row.created_on, band(row.reach_from))


def _month(now: datetime) -> date:
    return now.date().replace(day=1)
