"""What is kept of a department's own help: written by its coordinators, about places, never about a member."""

from datetime import date

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.tables.row import UNTIL_FORGOTTEN, Owner, Row, WholeNumber


class LocalContactRow(Row, table=True):
    """One place to turn to that a department runs or pays for, as its coordinators wrote it."""

    __tablename__ = "local_contact"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  an old button must never open another card
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-local-contact"
    retention = UNTIL_FORGOTTEN
    dated = "checked_on"
    subject = None

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    department_id: int = Field(sa_type=BigInteger, index=True)
    kind: str
    country: str
    name: str
    who_answers: str
    phone: str  # E.164, or empty
    url: str  # https, or empty
    hours: str  # as written
    privacy: str  # who learns what of a call, in the coordinators' words
    for_family: bool
    checked_on: date
    checked_by: str  # a keyed label, see `storage.audit`; it names nobody
    told_on: date | None = None  # when coordinators were last told that it is too old
