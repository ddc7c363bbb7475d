"""What is kept about tips a department sends: what goes out, to whom it goes, who watches it, and who did what."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from storage.tables.row import UNTIL_FORGOTTEN, Keep, Owner, Row, UtcDateTime, WholeNumber


class BroadcastRow(Row, table=True):
    """One tip on its way to a department's people. Its words go when it ends; how many it reached is kept as bands."""

    __tablename__ = "broadcast"
    __table_args__ = (
        {"sqlite_autoincrement": True},
    )  # an old button must never meet somebody else's broadcast
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-broadcast"
    retention = Keep("moved_on", days=400)
    dated = "created_on"
    subject = None
    bound_to = ("department_id", "author")

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    department_id: int = Field(sa_type=BigInteger, index=True)
    state: str = Field(index=True)
    author: str  # a keyed label, see `storage.audit`; it names nobody
    approver: str | None = None
    audience: str
    topic: str
    waking: bool
    zone: str  # whose clock counts for receivers who have not said where they are
    due_at: datetime = Field(sa_type=UtcDateTime)
    created_on: date
    moved_on: date
    began_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reach_from: int  # the lower end of the band it was shown with
    missed_from: int = 0  # the lower end of the band of those it did not reach
    unsure_from: int = 0  # and of those nobody can tell about
    sealed_wording: bytes | None = None  # JSON of `bot.care.broadcast.Wording`; gone once it has ended


class LedgerRow(Row, table=True):
    """One receiver of one tip and what became of it. It holds no words and no reason."""

    __tablename__ = "ledger"
    __table_args__ = (Index("ix_ledger_claim", "broadcast_id", "state", "ready_at"),)
    owner = Owner.MEMBER
    purpose = "privacy-kept-ledger"
    retention = Keep("kept_until")
    dated = "planned_at"

    broadcast_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    pseudonym: str = Field(primary_key=True, index=True)
    state: str
    claim: int = 0  # counts claims and tells them apart
    planned_at: datetime = Field(sa_type=UtcDateTime)
    ready_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # The moment a worker may take it: due time, then the end of a claim's lease; empty once settled.
    kept_until: datetime = Field(sa_type=UtcDateTime, index=True)


class WatchRow(Row, table=True):
    """The message in a coordinator's chat that shows how a tip is getting on."""

    __tablename__ = "watch"
    owner = Owner.MEMBER
    purpose = "privacy-kept-watch"
    retention = Keep("kept_until")
    dated = "since"

    broadcast_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    pseudonym: str = Field(primary_key=True)
    message_id: int = Field(sa_type=BigInteger)
    since: datetime = Field(sa_type=UtcDateTime)
    kept_until: datetime = Field(sa_type=UtcDateTime, index=True)


class ReachRow(Row, table=True):
    """How many of a department are officers and family, as bands, counted together with `DepartmentRow.reach_from`."""

    __tablename__ = "reach"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-reach"
    retention = UNTIL_FORGOTTEN
    dated = "counted_on"
    subject = None

    department_id: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    officers_from: int  # beside fewer than eleven of the other: the band of the whole
    family_from: int
    counted_on: date


class AuditRow(Row, table=True):
    """One act of a coordinator or operator: what, when, by which keyed label. Never a recipient, never a word."""

    __tablename__ = "audit"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-audit"
    retention = Keep("done_at", days=400)
    dated = "done_at"
    subject = None

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    department_id: int = Field(sa_type=BigInteger, index=True)
    label: str  # empty for the operator
    deed: str
    broadcast_id: int | None = Field(default=None, sa_type=BigInteger)
    done_at: datetime = Field(sa_type=UtcDateTime, index=True)
