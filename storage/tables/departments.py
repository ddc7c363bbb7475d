"""What is kept about departments, the links into them, and who came in by one."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.tables.row import UNTIL_FORGOTTEN, Owner, Row, UtcDateTime, WholeNumber


class DepartmentRow(Row, table=True):
    """A department whose people may join. How many did is kept as a band, counted once a week (`departments.reach`)."""

    __tablename__ = "department"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-department"
    retention = UNTIL_FORGOTTEN
    dated = "created_on"
    subject = None

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    title: str = Field(unique=True)
    created_on: date
    reach_from: int  # the lower end of the band; the count itself is kept nowhere
    counted_on: date


class InvitationRow(Row, table=True):
    """A link into a department. Of its code only a keyed hash is kept: a stolen database opens no door."""

    __tablename__ = "invitation"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-invitation"
    retention = UNTIL_FORGOTTEN
    dated = "created_on"
    subject = None

    hashed_code: str = Field(primary_key=True)
    department_id: int = Field(sa_type=BigInteger, index=True)
    role: str
    created_on: date
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    single_use: bool
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # of single-use links only
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class MembershipRow(Row, table=True):
    """The tag of a person who joined a department, gone when they leave. It links no person to another."""

    # No foreign key: forget and purge empty tables in any order.
    __tablename__ = "membership"
    owner = Owner.MEMBER
    purpose = "privacy-kept-membership"
    retention = UNTIL_FORGOTTEN  # ends with the member's own row
    dated = "since"
    needs_chat = True

    pseudonym: str = Field(primary_key=True)
    department_id: int = Field(sa_type=BigInteger, index=True)
    audience: str
    since: date  # the first of the month: the day would say who stood at which roll call


class RoleRow(Row, table=True):
    """What a person may do for a department beyond being in it."""

    __tablename__ = "role"
    owner = Owner.MEMBER
    purpose = "privacy-kept-role"
    retention = UNTIL_FORGOTTEN  # ends with the member's own row
    dated = "since"
    needs_chat = True  # a draft waits for a second coordinator, who has to hear of it

    pseudonym: str = Field(primary_key=True)
    department_id: int = Field(primary_key=True, sa_type=BigInteger)
    role: str
    since: date  # the first of the month
