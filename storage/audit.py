"""The trail of what coordinators did for a department: who by a keyed label, what, when. Never a recipient."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from storage.tables import AuditRow
from storage.vault import Vault

OPERATOR = ""  # whoever is at the server's own command line
_LABEL = 12  # hex digits: enough to tell the coordinators of a department apart
SHOWN = 500  # rows of a trail in one look


class Deed(StrEnum):
    """What can be done for a department. A new one is a line here and a word in the operator's list."""

    INVITED = "invited"
    REVOKED = "ended all links"
    BECAME = "became coordinator"
    STEPPED_DOWN = "stepped down"
    REMOVED = "lost the role"
    COMPOSED = "composed a tip"
    ASKED = "asked for approval"
    APPROVED = "approved a tip"
    DECLINED = "declined a tip"
    SENT = "set a tip going"
    PAUSED = "paused a tip"
    RESUMED = "resumed a tip"
    CANCELLED = "cancelled a tip"
    TOLD_ALONE = "was told that nobody is left to approve"
    TOLD_LATE = "was told that the time passed"
    CONTACTS_EDITED = "edited local contacts"
    CHANNEL_LINKED = "linked a channel"
    CHANNEL_UNLINKED = "unlinked a channel"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail, oldest first."""

    at: datetime
    label: str
    deed: str
    broadcast_id: int | None


def label_of(vault: Vault, department_id: int, pseudonym: str) -> str:
    """What a coordinator is called in this department's records. Another department calls the same person otherwise."""
    return vault.hash_code(f"coordinator {department_id} {pseudonym}")[:_LABEL]


def note(
    session: Session,
    department_id: int,
    label: str,
    deed: Deed,
    *,
    now: datetime,
    broadcast_id: int | None = None,
) -> None:
    """Write it down, in the write that does it."""
    session.add(
        AuditRow(
            department_id=department_id,
            label=label,
            deed=deed.value,
            broadcast_id=broadcast_id,
            done_at=now.replace(second=0, microsecond=0),
        )
    )


def done_at(session: Session, broadcast_id: int, deed: Deed) -> datetime | None:
    """When this was first done with a tip, to the minute; None when it was not."""
    mine = (col(AuditRow.broadcast_id) == broadcast_id, col(AuditRow.deed) == deed.value)
    return session.exec(select(AuditRow.done_at).where(*mine).order_by(col(AuditRow.id)).limit(1)).first()


def trail(session: Session, department_id: int) -> tuple[Entry, ...]:
    """The last SHOWN acts, oldest first."""
    rows = session.exec(
        select(AuditRow)
        .where(col(AuditRow.department_id) == department_id)
        .order_by(col(AuditRow.id).desc())
        .limit(SHOWN)
    ).all()
    return tuple(Entry(row.done_at, row.label, row.deed, row.broadcast_id) for row in reversed(rows))
