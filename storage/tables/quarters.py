"""What is counted of a department in a quarter: totals that name nobody, and what was published of them, once."""

from datetime import date

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.tables.row import Keep, Owner, Row


class CountRow(Row, table=True):
    """One running total of a quarter that is not over. It goes when the quarter is published; no time, no person."""

    __tablename__ = "count"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-count"
    retention = Keep("quarter", days=400)
    dated = "quarter"
    subject = None

    department_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    quarter: date = Field(primary_key=True)  # its first day
    what: str = Field(primary_key=True)
    total: int


class QuarterRow(Row, table=True):
    """What coordinators may see of a finished quarter, fixed when it ended. A number is a band's lower end; 0 is hidden."""

    __tablename__ = "quarter"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-quarter"
    retention = Keep("quarter", days=800)
    dated = "quarter"
    subject = None

    department_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    quarter: date = Field(primary_key=True)
    tips: int  # the department's own act: exact
    joined_from: int
    left_from: int
    help_from: int
    question: str
    yes_from: int
    partly_from: int
    no_from: int


class PulseRow(Row, table=True):
    """Which tip carries a department's one question of a quarter."""

    __tablename__ = "pulse"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-pulse"
    retention = Keep("quarter", days=200)
    dated = "quarter"
    subject = None

    department_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    quarter: date = Field(primary_key=True)
    broadcast_id: int = Field(sa_type=BigInteger)


class PulseAnsweredRow(Row, table=True):
    """That somebody's answer of a quarter was counted, so that it counts once. The answer is not here, nor its day."""

    __tablename__ = "pulse_answered"
    owner = Owner.MEMBER
    purpose = "privacy-kept-pulse-answered"
    retention = Keep("quarter", days=100)
    dated = "quarter"

    pseudonym: str = Field(primary_key=True)
    quarter: date = Field(primary_key=True)
