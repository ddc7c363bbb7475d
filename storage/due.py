"""The oldest thing that should have happened by now, for those who watch over the bot: a time, never whose."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.tables import CheckBackRow, SubscriptionRow


def oldest(session: Session) -> datetime | None:
    """When the oldest promise or prompt may be taken; None when nothing is planned."""
    found = [
        session.exec(select(func.min(col(column)))).one()
        for column in (CheckBackRow.ready_at, SubscriptionRow.ready_at)
    ]
    return min((one for one in found if one is not None), default=None)
