"""The rules that weigh a phrase by what the message is about: work, a story, years ago, a denial, a grumble."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.care.risk_content import Phrase, Phrasebook
from bot.care.risk_context import Place, Who, denied, place, whose
from bot.care.risk_phrases import Found
from bot.care.risk_reading import Reading

_ABOUT_OTHERS = frozenset({"violence_at_home", "harm_others"})
_FINAL = frozenset(
    {"ate", "ended"}
)  # "he ate his gun" is told of the dead; "he shot himself" may be minutes ago
_HURTS = ("self-injury", "short-hurt", "hacerse-dano")


@dataclass(frozen=True, slots=True)
class Heard:
    """One phrase as it stands in this message: whose it is, and the rule that dropped or softened it, if any."""

    phrase: Phrase
    who: Who
    dropped: str = ""
    softened: str = ""

    @property
    def reason(self) -> str:
        """The phrase and the rule, for a reviewer."""
        if self.dropped:
            return f"{self.phrase.name} [dropped: {self.dropped}]"
        return f"{self.phrase.name} [softened: {self.softened}]" if self.softened else self.phrase.name


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was heard in one message, and the cues of what it is about."""

    heard: tuple[Heard, ...]
    cues: frozenset[str]

    @property
    def standing(self) -> tuple[Heard, ...]:
        """The phrases that no rule dropped."""
        return tuple(one for one in self.heard if not one.dropped)


def weigh(reading: Reading, found: Sequence[Found], book: Phrasebook) -> Evidence:
    """Judge every found phrase by its sentence and by the cues of the whole message."""
    phrases = [(book.phrases[one.phrase], one) for one in found]
    cues = frozenset(phrase.cue for phrase, _ in phrases if phrase.strength == "cue")
    heard = tuple(
        _judge(phrase, one, reading, cues, book) for phrase, one in phrases if phrase.strength != "cue"
    )
    return Evidence(heard, cues)


def _judge(phrase: Phrase, found: Found, reading: Reading, cues: frozenset[str], book: Phrasebook) -> Heard:
    spot = place(reading, found.start, found.end)
    who = phrase.who if phrase.topic in _ABOUT_OTHERS else whose(spot, phrase.who, book.surroundings)
    if "for-a-friend" in cues and phrase.who is not Who.OTHER:
        who = Who.SELF
    heard = Heard(phrase, who)
    dropped = _put_out(phrase, spot, book) or _dropped(heard, spot, cues, book)
    if dropped:
        return replace(heard, dropped=dropped)
    return replace(heard, softened=_softened(heard, cues))


def _dropped(heard: Heard, spot: Place, cues: frozenset[str], book: Phrasebook) -> str:
    """The rule that takes the phrase out of the reckoning, or nothing."""
    phrase, lists = heard.phrase, book.surroundings
    if phrase.deniable and denied(spot, phrase.own_words, lists):
        return "denied"
    if spot.quoted and cues & {"work", "fiction", "training"} and "mine" not in cues:
        return "quoted"
    if "past" in cues and "again" not in cues and ("returns" not in cues or "settled" in cues):
        return "long past"
    if "lost" in cues and phrase.strength == "ask" and not phrase.own_words.isdisjoint({"suicide"}):
        return "somebody died"
    if "lost" in cues and heard.who is Who.OTHER and not _FINAL.isdisjoint(spot.words):
        return "somebody died"
    impersonal = not lists.has("self_words", (*spot.before, *spot.words))
    if (heard.who is Who.OTHER or impersonal) and "mine" not in cues:
        for cue in ("fiction", "training", "work"):
            if cue in cues:
                return {"fiction": "story", "training": "training", "work": "work talk"}[cue]
    if phrase.topic in _ABOUT_OTHERS and "work" in cues and "mine" not in cues:
        return "work talk"
    return _light(phrase, cues)


def _put_out(phrase: Phrase, spot: Place, book: Phrasebook) -> str:
    """The rule that knows being kicked out from being kicked."""
    out = spot.after[:1] == ("out",) and book.surroundings.has("put_out", spot.words)
    return "put out of the house" if out and phrase.topic == "violence_at_home" else ""


def _light(phrase: Phrase, cues: frozenset[str]) -> str:
    """The rule that knows a grumble over nothing, or a hurt that was a mishap; "again" and low spirits overrule it."""
    if "trivial" in cues and "laugh" in cues and "serious" not in cues:
        return "grumble"
    if "accident" in cues and phrase.group.endswith(_HURTS) and not cues & {"low", "serious", "again"}:
        return "mishap"
    return ""


def _softened(heard: Heard, cues: frozenset[str]) -> str:
    """The rule that turns a card into a question, or nothing."""
    if "serious" in cues:
        return ""
    for cue, rule in (("trivial", "grumble"), ("fiction", "story")):
        if cue in cues and "low" not in cues and heard.phrase.level != "imminent":
            return rule
    return ""
