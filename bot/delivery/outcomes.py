"""What became of a message, told from Telegram's answer: each error is one of five ends."""

import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.delivery.request import NeverSent, ServerTrouble

log = logging.getLogger("statuscheck.delivery")

FAILURES = (
    TelegramError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
)  # the rest: an answer PTB cannot read


class Outcome(StrEnum):
    """What became of a message, in the ledger's words."""

    SENT = "sent"
    BLOCKED = "blocked"  # the person stopped the bot or is gone: never write again unasked
    REFUSED = "refused"  # Telegram will not take this message
    NOT_SENT = "not_sent"  # it never left; sending it later cannot double it
    UNKNOWN = "unknown"  # it may have arrived


@dataclass(frozen=True, slots=True)
class Delivery:
    """The outcome, the ids of the messages that arrived, and the seconds Telegram asked to wait (0: none)."""

    outcome: Outcome
    message_ids: tuple[int, ...] = ()
    retry_after: float = 0.0

    @property
    def arrived(self) -> bool:
        """Whether all of the text is with the person."""
        return self.outcome is Outcome.SENT


def outcome_of(error: Exception) -> Outcome:
    """The end an error stands for."""
    match error:
        case Forbidden():
            return Outcome.BLOCKED
        case BadRequest() if says(error, "chat not found") or says(error, "user is deactivated"):
            return Outcome.BLOCKED
        case NeverSent() | ServerTrouble() | RetryAfter():
            return Outcome.NOT_SENT
        case BadRequest():
            return Outcome.REFUSED
        case TelegramError() if not isinstance(error, NetworkError):
            return Outcome.REFUSED
        case _:
            return Outcome.UNKNOWN


def retry_after_of(error: Exception) -> float:
    """Seconds Telegram asked to wait; 0 for none."""
    # The public name warns of deprecation whenever it is read.
    return error._retry_after.total_seconds() if isinstance(error, RetryAfter) else 0.0  # noqa: SLF001


def says(error: TelegramError, words: str) -> bool:
    """Whether Telegram's sentence holds these words."""
    # PTB changes the case of Telegram's sentences on the way.
    return words in str(error).lower()


async def harmless(request: Awaitable[Any], what: str) -> bool:
    """Something whose failure costs nobody an answer. Whether it got through."""
    try:
        await request
    except FAILURES as error:
        log.info("%s did not get through (%s)", what, type(error).__name__)
        return False
    return True
