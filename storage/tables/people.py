"""What is kept about a person: what an answer depends on, where they are in a flow, what they asked us to do later."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from storage.tables.row import Keep, Owner, Row, UtcDateTime, WholeNumber


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
