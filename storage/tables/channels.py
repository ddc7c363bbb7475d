"""What is kept about a department's own channels and groups, and what was posted there."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.tables.row import UNTIL_FORGOTTEN, Keep, Owner, Row, UtcDateTime, WholeNumber


class ChannelRow(Row, table=True):
    """One channel or group a coordinator linked. It holds no member: who reads there is Telegram's own matter."""

    __tablename__ = "channel"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  an old button must never meet another channel
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-channel"
    retention = UNTIL_FORGOTTEN
    dated = "linked_on"
    subject = None

    id: int | None = Field(default=None, primary_key=True, sa_type=WholeNumber)
    department_id: int = Field(sa_type=BigInteger, index=True)
    chat_id: int = Field(sa_type=BigInteger, unique=True)
    title: str
    is_group: bool
    lang: str
    linked_on: date


class ChannelPostRow(Row, table=True):
    """One tip for one channel and what became of it."""

    __tablename__ = "channel_post"
    owner = Owner.DEPARTMENT
    purpose = "privacy-kept-channel-post"
    retention = Keep("planned_at", days=30)
    dated = "planned_at"
    subject = None

    broadcast_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    channel_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    state: str = Field(index=True)
    planned_at: datetime = Field(sa_type=UtcDateTime)
