"""Tips a department may send: written to be safe for whoever opens them, each ending in somebody to turn to."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated

from bot.care.wording import Name, Signed, Words, at_most, missing, records, said

LONGEST = 600


class TipAudience(StrEnum):
    """Who a tip is written for; `both` reads well in either house."""

    OFFICERS = "officers"
    FAMILY = "family"
    BOTH = "both"


class TipTopic(StrEnum):
    """What a coordinator chooses by."""

    SLEEP = "sleep"
    SHIFT_WORK = "shift_work"
    STRESS = "stress"
    AFTER_INCIDENT = "after_incident"
    PEER_SUPPORT = "peer_support"
    GETTING_HELP = "getting_help"
    SUICIDE_PREVENTION = "suicide_prevention"
    FAMILY = "family"
    ALCOHOL = "alcohol"
    MONEY = "money"
    FITNESS = "fitness"
    INJURY = "injury"
    GRIEF = "grief"
    RETIREMENT = "retirement"
    DISPATCHERS = "dispatchers"
    HOLIDAYS = "holidays"
    COURT = "court"
    LEADERSHIP = "leadership"


class Tip(Signed):
    """One tip. The words are plain text; stop and help are added by who sends it."""

    id: Name
    topic: TipTopic
    audience: TipAudience
    title: Annotated[Words, at_most(60)]
    text: Annotated[Words, at_most(LONGEST)]

    def said(self, lang: str) -> tuple[str, str]:
        """Title and text in this language, or in English where it is not written in it."""
        return said(self.title, lang), said(self.text, lang)

    def suits(self, audience: TipAudience) -> bool:
        """Whether it may go to this audience; what goes to both must be written for both."""
        return self.audience in (audience, TipAudience.BOTH)


def load(texts: Mapping[str, str]) -> tuple[Tip, ...]:
    """The tips of these files (name: TOML). Raises WordingError naming the file, the tip and the key."""
    return records(texts, "tip", Tip)


def on_topic(tips: Iterable[Tip], topic: TipTopic, audience: TipAudience) -> tuple[Tip, ...]:
    """What may be sent to this audience about a topic, in the order written."""
    return tuple(tip for tip in tips if tip.topic is topic and tip.suits(audience))


def tip_problems(tips: Iterable[Tip], languages: Iterable[str]) -> list[str]:
    """What a person should look at, one line each: a tip that is not written in one of the languages."""
    wanted = tuple(languages)
    return [
        f"tips {tip.id}: not there in {lang!r}"
        for tip in tips
        for lang in dict.fromkeys((*missing(tip.title, wanted), *missing(tip.text, wanted)))
    ]
