"""What an answer in the crisis protocol asks of us besides the next step, named in crisis.toml."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.context import Person
from bot.crisis_steps import FLOW
from storage import check_backs, conversations, members
from storage.vault import Vault

QUIET = timedelta(hours=72)
CHECKIN = "checkin"
AGAIN = "again"  # numbers were asked for: they may be shown once more
HONOURED = frozenset(
    {"quiet_72h", AGAIN, "leave"}
)  # a yes, "worse" or "leave me" counts on an old screen, too
RETURNS: Mapping[str, tuple[timedelta, str]] = {
    "back_20m": (timedelta(minutes=20), "returned"),
    "back_1d": (timedelta(days=1), "returned_later"),
    "back_7d": (timedelta(days=7), "returned_later"),
    "other_1d": (timedelta(days=1), "other_returned"),
}


def carry_out(session: Session, vault: Vault, person: Person, effects: Iterable[str], now: datetime) -> None:
    """Write down what was asked for, in the same transaction as the step it belongs to."""
    for effect in effects:
        if effect == "quiet_72h":
            members.hush(session, person.pseudonym, person.profile, until=now + QUIET, today=now.date())
            # A check-in under way is over with it, wherever the words came from, and so are its answers.
            conversations.leave(session, person.pseudonym, CHECKIN)
        elif effect == "leave":
            check_backs.drop(session, person.pseudonym, kind=FLOW)
        elif effect in RETURNS:
            after, note = RETURNS[effect]
            # Kept with it: the language and the country this person will be written to in.
            members.remember(session, person.pseudonym, person.profile, today=now.date())
            where = (vault, person.pseudonym, person.chat_id)
            check_backs.plan(session, *where, kind=FLOW, note=note, due_at=now + after)
