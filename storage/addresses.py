"""Where to write to those who asked for it: the chat id is kept, sealed, as long as one of their sign-ups needs it."""

from sqlalchemy import delete, exists
from sqlmodel import Session, col, select

from storage import check_backs, members
from storage.tables import Row, SubscriptionRow, declared, table_of
from storage.vault import Vault


def keep(session: Session, vault: Vault, pseudonym: str, chat_id: int) -> None:
    """This member asked to be written to: call it in the write that signs them up. Nothing happens for a stranger."""
    members.keep_chat(session, vault, pseudonym, chat_id)


def drop_if_unneeded(session: Session, pseudonym: str) -> bool:
    """Call it in the write that ends a sign-up: with the last one the chat id goes. Whether it went."""
    if any(_has(session, row, pseudonym) for row in declared() if row.needs_chat):
        return False
    members.drop_chat(session, pseudonym)
    return True


def lost(session: Session, pseudonym: str) -> None:
    """This person blocked us: nothing more is sent, and unblocking alone brings nothing back."""
    members.drop_chat(session, pseudonym)
    check_backs.drop(session, pseudonym)
    session.exec(delete(SubscriptionRow).where(col(SubscriptionRow.pseudonym) == pseudonym))


def _has(session: Session, row: type[Row], pseudonym: str) -> bool:
    subject = table_of(row).c[str(row.subject)]
    return bool(session.exec(select(exists().where(col(subject) == pseudonym))).one())
