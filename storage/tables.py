"""Everything that is kept, each table with its owner, its purpose and how long.

/privacy, /export, /forget and the purge find tables here by declaration; one that does not declare itself fails the
tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import BigInteger, Dialect, Index, Integer, MetaData, Table
from sqlalchemy.types import DateTime, TypeDecorator
from sqlmodel import Field, SQLModel


class Owner(StrEnum):
    """Whose data a table holds: a member's goes with /forget; the house's and a department's names no one."""

    MEMBER = "member"
    HOUSE = "house"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Keep:
    """Rows are purged `days` after the date or moment in `column`."""

    column: str
    days: int = 0

    @property
    def span(self) -> timedelta:
        """The retention as a duration."""
        return timedelta(days=self.days)


UNTIL_FORGOTTEN = None
WholeNumber = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts rows by INTEGER alone, in 64 bits


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. Refuses naive values: a prompt an hour off at the border of summer time is a broken promise."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps no offset, so it is dropped there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Always aware."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Row(SQLModel):
    """What every table declares about itself.

    `purpose` is a content key; `subject` the column that names the member, None where nobody is named. A column
    called `sealed_...` holds sealed JSON bound to the columns in `bound_to`. A row's age counts from the column `dated`.
    A column in `blanked` is emptied once its moment is past.
    """

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    owner: ClassVar[Owner]
    purpose: ClassVar[str]
    retention: ClassVar[Keep | None]
    dated: ClassVar[str]
    subject: ClassVar[str | None] = "pseudonym"
    bound_to: ClassVar[tuple[str, ...]] = ("pseudonym",)
    blanked: ClassVar[tuple[str, ...]] = ()


class MemberRow(Row, table=True):
    """One person as far as an answer depends on them."""

    __tablename__ = "member"
    owner = Owner.MEMBER
    purpose = "privacy-kept-member"
    retention = Keep("seen_on", days=400)
    dated = "created_on"
    blanked = ("quiet_until",)

    pseudonym: str = Field(primary_key=True)
    lang: str
    country: str
    region: str | None = None
    audience: str
    timezone: str | None = None
    sealed_chat: bytes | None = None  # only for those who asked to be written to
    quiet_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Set on every positive safety answer and rounded to the hour: no tips, broadcasts or exercises until then.
    created_on: date
    seen_on: date = Field(index=True)  # a day, on purpose: when somebody writes is nobody's business


class ConversationRow(Row, table=True):
    """Where a person is in one flow. One conversation per flow: a crisis never wipes a check-in, nor the reverse."""

    __tablename__ = "conversation"
    owner = Owner.MEMBER
    purpose = "privacy-kept-conversation"
    retention = Keep("expires_at")
    dated = "moved_at"
    bound_to = ("pseudonym", "flow")

    pseudonym: str = Field(primary_key=True)
    flow: str = Field(primary_key=True)
    step: str
    version: int = Field(sa_type=BigInteger)
    sealed_answers: bytes
    moved_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)


class AnsweredUpdateRow(Row, table=True):
    """An update Telegram may bring again (it keeps them for a day) and that has had its answer."""

    __tablename__ = "answered_update"
    owner = Owner.HOUSE
    purpose = "privacy-kept-answered-update"
    retention = Keep("answered_at", days=3)
    dated = "answered_at"
    subject = None

    update_id: int = Field(primary_key=True, sa_type=WholeNumber, sa_column_kwargs={"autoincrement": False})
    answered_at: datetime = Field(sa_type=UtcDateTime, index=True)


class CheckBackRow(Row, table=True):
    """A promise to write again at a set time ("shall I come back in 20 minutes?"), kept across restarts."""

    __tablename__ = "check_back"
    # Ids are never used twice: a late settle of a forgotten row must not meet somebody else's.
    __table_args__ = (Index(None, "pseudonym", "kind"), {"sqlite_autoincrement": True})
    owner = Owner.MEMBER
    purpose = "privacy-kept-check-back"
    retention = Keep("due_at", days=30)
    dated = "due_at"

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    pseudonym: str
    sealed_chat: bytes | None = None  # gone as soon as the row is settled
    kind: str
    note: str  # content key of what is said
    due_at: datetime = Field(sa_type=UtcDateTime, index=True)
    state: str
    ready_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    # The moment a worker may take it: due time, then the end of a claim's lease; empty once settled.
    attempts: int = 0


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

    pseudonym: str = Field(primary_key=True)
    department_id: int = Field(primary_key=True, sa_type=BigInteger)
    role: str
    since: date  # the first of the month


def declared() -> tuple[type[Row], ...]:
    """Every table, in order of name."""
    return tuple(sorted(Row.__subclasses__(), key=name_of))


def name_of(row: type[Row]) -> str:
    """The table's name."""
    return str(row.__tablename__)


def table_of(row: type[Row]) -> Table:
    """The table a row class describes."""
    return Row.metadata.tables[name_of(row)]


def place(row: type[Row], column: str, values: Mapping[str, object]) -> str:
    """What a row's ciphertext is bound to, "table:column:pseudonym": it opens in no other row. KeyError without those."""
    return ":".join((name_of(row), column, *(str(values[name]) for name in row.bound_to)))
