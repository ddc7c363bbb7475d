"""What is kept of those who asked for prompts: when the next one is due, and sealed what they chose."""

from datetime import date, datetime

from sqlmodel import Field

from storage.tables.row import UNTIL_FORGOTTEN, Owner, Row, UtcDateTime


class SubscriptionRow(Row, table=True):
    """One person who asked to be sent something; gone the moment they stop."""

    __tablename__ = "subscription"
    owner = Owner.MEMBER
    purpose = "privacy-kept-subscription"
    retention = UNTIL_FORGOTTEN  # ends with the member's own row
    dated = "since"
    needs_chat = True

    pseudonym: str = Field(primary_key=True)
    sealed_wishes: bytes  # a rota says when a home is empty; `bot/care/schedule_wishes.py`
    since: date
    due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ready_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)
    # The moment a worker may take it: due time, then the end of a claim's lease; empty while nothing is planned.
    attempts: int = 0  # claims of this prompt so far; 0 while nobody has it
