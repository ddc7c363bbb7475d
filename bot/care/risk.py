"""The risk screen: says of any message what it holds and what to do next, and by which phrases and rules.

Deterministic and offline. A doubt between a crisis card and silence becomes one plain question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.care.risk_content import Phrasebook
from bot.care.risk_context import Who
from bot.care.risk_model import RiskModel, clues
from bot.care.risk_reading import Reading
from bot.care.risk_rules import Evidence, Heard, weigh
from bot.care.risk_verdict import Action, Level, Verdict

__all__ = ["Action", "Level", "RiskScreen", "Verdict", "parse_risk_content"]

FEAR_IN_SHORT = 9
"""Words up to which the fear for badge, gun or job is taken as just that: asking about suicide there scares people off."""

_URGENCY = (Level.IMMINENT, Level.RISK, Level.CONCERN, Level.DISTRESS, Level.NONE)


@dataclass(frozen=True, slots=True)
class RiskScreen:
    """Screens messages with one phrasebook and, where there is one, a second opinion; remembers no message."""

    book: Phrasebook
    model: RiskModel | None = None

    def screen(self, text: str, lang: str | None = None) -> Verdict:  # noqa: ARG002 - every language is read always
        """The verdict on `text`, any string at all; only its first 4,096 characters are read."""
        reading = self.book.speller.read(text)
        evidence = weigh(reading, self.book.automaton.find(reading.words), self.book)
        verdict = decide(evidence)
        if self.model is None or not reading.words:
            return verdict
        if verdict.action is Action.ASK:
            return _confirmed(self.model, verdict, reading, evidence)
        if verdict.action in (Action.CRISIS, Action.CONCERN):
            return _doubted(self.model, verdict, reading, evidence)
        return self._second_opinion(self.model, verdict, reading, evidence)

    def _second_opinion(
        self, model: RiskModel, verdict: Verdict, reading: Reading, evidence: Evidence
    ) -> Verdict:
        """The same verdict, or one raised to a question or to warm words; never lowered."""
        looked = clues(reading, model.families)
        opinion = model.opinion(reading, evidence, looked)
        bar = model.bar(evidence, opinion.other)
        if "job-fear" in evidence.cues and len(reading.words) <= FEAR_IN_SHORT:
            bar = model.bars["sure"]
        if opinion.danger > bar:
            level = Level.CONCERN if opinion.other > 0 else Level.RISK
            why = ", ".join(model.why(looked, evidence))
            died = verdict.topic == "bereaved"
            topic = "someone_else" if level is Level.CONCERN and not died else verdict.topic
            return Verdict(level, Action.ASK, (*verdict.reasons, f"second opinion: {why}"), topic)
        if verdict.action is Action.PASS and opinion.heavy > model.bars["support"]:
            return replace(verdict, level=Level.DISTRESS, action=Action.SUPPORT)
        return verdict


def _doubted(model: RiskModel, verdict: Verdict, reading: Reading, evidence: Evidence) -> Verdict:
    """A card as a question, where no plain phrase stands and the model sees no danger; a plain one is never doubted."""
    meant = [one for one in evidence.standing if (one.who is Who.OTHER) is (verdict.action is Action.CONCERN)]
    plain = any(one.phrase.plain and one.phrase.strength == "crisis" and not one.softened for one in meant)
    if plain or model.opinion(reading, evidence).danger > model.bars["doubt"]:
        return verdict
    return replace(verdict, action=Action.ASK, reasons=(*verdict.reasons, "second opinion: doubtful, so ask"))


def _confirmed(model: RiskModel, verdict: Verdict, reading: Reading, evidence: Evidence) -> Verdict:
    """A question as a card, where a phrase asks and the model, is sure too; never from silence."""
    if any(one.softened for one in evidence.standing) or any(one.dropped for one in evidence.heard):
        return verdict
    if model.opinion(reading, evidence).danger <= model.bars["sure"]:
        return verdict
    action = Action.CONCERN if verdict.level is Level.CONCERN else Action.CRISIS
    return replace(verdict, action=action, reasons=(*verdict.reasons, "second opinion: sure"))


def decide(evidence: Evidence) -> Verdict:
    """The verdict that phrases and rules alone come to."""
    standing = evidence.standing
    reasons = tuple(dict.fromkeys(one.reason for one in evidence.heard if one.phrase.strength != "hint"))
    own = [one for one in standing if one.who is not Who.OTHER]
    others = [
        one for one in standing if one.who is Who.OTHER and one.phrase.strength in ("crisis", "concern")
    ]
    cards = [one for one in own if one.phrase.strength == "crisis" and not one.softened]
    asked = [one for one in standing if one.phrase.strength in ("crisis", "ask")]
    taken = [one for one in own if one in asked and one.phrase.level is Level.IMMINENT]
    if cards:
        return Verdict(_level(cards), Action.CRISIS, reasons, _topic(cards, evidence))
    if others and evidence.cues & {"mine", "worried"}:
        return Verdict(Level.CONCERN, Action.CONCERN, reasons, "someone_else")
    if (others and not taken) or (not asked and _back_again(evidence)):
        return Verdict(Level.CONCERN, Action.ASK, reasons, "someone_else")
    if asked:
        return Verdict(_level(asked), Action.ASK, reasons, _topic(asked, evidence))
    return _quiet(evidence, reasons)


def _back_again(evidence: Evidence) -> bool:
    """Whether suicide is named of somebody close, and that something is back: worth one question, whatever it is."""
    named = any("suicide" in one.phrase.own_words for one in evidence.standing)
    return named and evidence.cues >= {"mine", "returns", "again"}


def _quiet(evidence: Evidence, reasons: tuple[str, ...]) -> Verdict:
    told = evidence.cues & {"work", "fiction", "training", "past"}
    if evidence.cues & {"low"} or ("lost" in evidence.cues and ("mine" in evidence.cues or not told)):
        topic = "bereaved" if "lost" in evidence.cues else "young" if "young" in evidence.cues else ""
        return Verdict(Level.DISTRESS, Action.SUPPORT, reasons, topic)
    topic = next((cue for cue in ("young", "work") if cue in evidence.cues), "")
    return Verdict(Level.NONE, Action.PASS, reasons, topic)


def _level(heard: Sequence[Heard]) -> Level:
    return min((one.phrase.level for one in heard), key=_URGENCY.index)


def _topic(heard: Sequence[Heard], evidence: Evidence) -> str:
    named = [one.phrase.topic for one in heard if one.phrase.topic]
    if named:
        return named[0]
    if "minor" in evidence.cues:
        return "minor"
    return "acute" if _level(heard) is Level.IMMINENT else ""


def parse_risk_content(files: Mapping[str, str | bytes]) -> RiskScreen:
    """Build the screen from file texts; names are paths inside `bot/content/risk`, with forward slashes."""
    model = None
    if "model.tsv" in files:
        table, card, families = (_text(files[name]) for name in ("model.tsv", "model.json", "families.txt"))
        model = RiskModel.parse(table, card, families)
    return RiskScreen(Phrasebook.parse(files), model)


def _text(file: str | bytes) -> str:
    return file.decode("utf-8") if isinstance(file, bytes) else file
