"""What a verdict is: the five levels of the labelling guide and the five things that can happen next."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How urgent a message is, after the labelling guide in docs/risk-screen.md."""

    IMMINENT = "imminent"
    RISK = "risk"
    CONCERN = "concern"
    DISTRESS = "distress"
    NONE = "none"


class Action(StrEnum):
    """What happens next: the card now, the card for someone else, one plain question, warm words, or nothing."""

    CRISIS = "crisis"
    CONCERN = "concern"
    ASK = "ask"
    SUPPORT = "support"
    PASS = "pass"  # noqa: S105 - an action, not a secret


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the screen says of one message; `reasons` name phrases and rules, never the message's own words."""

    level: Level
    action: Action
    reasons: tuple[str, ...]
    topic: str = ""
