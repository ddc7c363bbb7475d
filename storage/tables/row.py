"""What every table says about itself: whose it is, what for, how long; and how moments and ciphertexts are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Table
from sqlalchemy.types import DateTime, TypeDecorator
from sqlmodel import SQLModel


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
    needs_chat: ClassVar[bool] = False  # its person asked to be written to: see `storage.addresses`


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
