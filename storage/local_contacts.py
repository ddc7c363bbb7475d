"""A department's own contacts: kept by its coordinators, read for its people, each edit in the trail."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, union
from sqlmodel import Session, col, select

from bot.care.local_contacts import FIELDS, LASTS, MOST, REMIND, LocalContact, LocalKind
from storage import audit
from storage.audit import Deed
from storage.tables import DepartmentRow, LocalContactRow, MembershipRow, RoleRow

# Built once: every list asks this, and building it takes longer than running it.
_JOINED_OR_LED = union(
    select(MembershipRow.department_id).where(col(MembershipRow.pseudonym) == bindparam("whose")),
    select(RoleRow.department_id).where(col(RoleRow.pseudonym) == bindparam("whose")),
)


def of(session: Session, department_id: int) -> tuple[LocalContact, ...]:
    """All of a department, old ones too: what its coordinators see."""
    return _records(session, [department_id])


def for_person(session: Session, pseudonym: str, *, today: date) -> tuple[LocalContact, ...]:
    """What the departments of this person offer, checked lately enough; nothing for anybody else."""
    found = session.execute(_JOINED_OR_LED, {"whose": pseudonym})
    departments = sorted(number for (number,) in found)
    if not departments:
        return ()
    return tuple(one for one in _records(session, departments) if not one.is_old(today))


def find(session: Session, number: int, department_id: int) -> LocalContact | None:
    """One of this department; None for another's, or one that is gone."""
    return next((one for one in of(session, department_id) if one.id == number), None)


def keep(
    session: Session,
    department_id: int,
    fields: Mapping[str, Any],
    country: str,
    *,
    number: int | None,
    label: str,
    now: datetime,
) -> bool:
    """Write it as checked today by `label`; a new one without `number`. False when it is gone, or there is no room."""
    row = session.get(LocalContactRow, number) if number is not None else None
    if number is not None and (row is None or row.department_id != department_id):
        return False
    values = {name: fields[name] for name in FIELDS}
    values |= {"country": country, "checked_on": now.date(), "checked_by": label, "told_on": None}
    if row is not None:
        row.sqlmodel_update(values)
    else:
        mine = col(LocalContactRow.department_id) == department_id
        if session.exec(select(func.count()).where(mine)).one() >= MOST:
            return False
        session.add(LocalContactRow(department_id=department_id, **values))
    session.flush()
    audit.note(session, department_id, label, Deed.CONTACTS_EDITED, now=now)
    return True


def delete(session: Session, department_id: int, number: int, *, label: str, now: datetime) -> bool:
    """Take it away. False when it was gone, or another department's."""
    row = session.get(LocalContactRow, number)
    if row is None or row.department_id != department_id:
        return False
    session.delete(row)
    audit.note(session, department_id, label, Deed.CONTACTS_EDITED, now=now)
    return True


def grown_old(session: Session, *, today: date) -> tuple[LocalContact, ...]:
    """Those to tell coordinators about now; each is told of once in a while, and marked so in this write."""
    told = col(LocalContactRow.told_on)
    old = select(LocalContactRow).where(
        col(LocalContactRow.checked_on) < today - LASTS, told.is_(None) | (told <= today - REMIND)
    )
    rows = session.exec(old).all()
    for row in rows:
        row.told_on = today
    session.flush()
    told_of = {row.id for row in rows}
    return tuple(one for one in _records(session, [row.department_id for row in rows]) if one.id in told_of)


def _records(session: Session, departments: Sequence[int]) -> tuple[LocalContact, ...]:
    mine = (
        col(LocalContactRow.department_id).in_(departments),
        col(LocalContactRow.department_id) == col(DepartmentRow.id),
    )
    rows = session.exec(
        select(LocalContactRow, DepartmentRow.title).where(*mine).order_by(col(LocalContactRow.id))
    )
    return tuple(_record(row, title) for row, title in rows)


def _record(row: LocalContactRow, department: str) -> LocalContact:
    return LocalContact(
        id=row.id or 0,
        department_id=row.department_id,
        department=department,
        kind=LocalKind(row.kind),
        country=row.country,
        name=row.name,
        who_answers=row.who_answers,
        phone=row.phone,
        url=row.url,
        hours=row.hours,
        privacy=row.privacy,
        for_family=row.for_family,
        checked_on=row.checked_on,
    )
