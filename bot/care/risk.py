"""The risk screen: says of any message what it holds and what to do next, and by which phrases and rules.

Deterministic and offline. A doubt between a crisis card and silence becomes one plain question.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.care.risk_content import Phrase, Phrasebook
from bot.care.risk_context import Who, denied, long_past, place, whose
from bot.care.risk_phrases import Found
from bot.care.risk_reading import Reading
from bot.care.risk_verdict import Action, Level, Verdict

__all__ = ["Action", "Level", "RiskScreen", "Verdict", "parse_risk_content"]


@dataclass(frozen=True, slots=True)
class _Heard:
    """One phrase as it stands in this message."""

    phrase: Phrase
    other: bool
    dropped: str


@dataclass(frozen=True, slots=True)
class RiskScreen:
    """Screens messages against one phrasebook; holds no memory of any message."""

    book: Phrasebook

    def screen(self, text: str, lang: str | None = None) -> Verdict:
        """The verdict on `text`, any string at all; only its first 4,096 characters are read."""
        reading = self.book.speller.read(text)
        heard = [self._judge(found, reading) for found in self.book.automaton.find(reading.words)]
        return self._decide(heard, reading)

    def _judge(self, found: Found, reading: Reading) -> _Heard:
        phrase = self.book.phrases[found.phrase]
        lists = self.book.surroundings
        spot = place(reading, found.start, found.end)
        who = whose(spot, lists) if phrase.who is Who.EITHER else phrase.who
        return _Heard(phrase, who is Who.OTHER, self._dropped(phrase, spot, who, reading))

    def _dropped(self, phrase: Phrase, spot: object, who: Who, reading: Reading) -> str:
        from bot.care.risk_context import Place

        assert isinstance(spot, Place)
        lists = self.book.surroundings
        if phrase.deniable and denied(spot, lists):
            return "denied"
        if spot.quoted and (lists.has("work", reading.words) or lists.has("fiction", reading.words)):
            return "quoted"
        if long_past(reading, lists):
            return "long past"
        if who is Who.OTHER and lists.has("work", reading.words) and not lists.has("kin", reading.words):
            return "work talk"
        return ""

    def _decide(self, heard: list[_Heard], reading: Reading) -> Verdict:
        standing = [one for one in heard if not one.dropped]
        reasons = tuple(
            dict.fromkeys(one.phrase.name + (f" [{one.dropped}]" if one.dropped else "") for one in heard)
        )
        own = [one for one in standing if not one.other]
        for level in (Level.IMMINENT, Level.RISK):
            for one in own:
                if one.phrase.level is level and one.phrase.strength == "crisis":
                    return Verdict(level, Action.CRISIS, reasons, one.phrase.topic)
        for one in standing:
            if one.other and one.phrase.strength in ("crisis", "concern"):
                return Verdict(Level.CONCERN, Action.CONCERN, reasons, "someone_else")
        if any(one.phrase.strength == "ask" for one in standing):
            return Verdict(Level.RISK, Action.ASK, reasons)
        return Verdict(Level.NONE, Action.PASS, reasons)


def parse_risk_content(files: Mapping[str, str | bytes]) -> RiskScreen:
    """Build the screen from file texts; names are paths inside `bot/content/risk`, with forward slashes."""
    return RiskScreen(Phrasebook.parse(files))
