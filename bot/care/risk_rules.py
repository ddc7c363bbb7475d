"""The rules that weigh a phrase by what the message is about: work, a story, years ago, a denial, a grumble."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.care.risk_content import Phrase, Phrasebook
from bot.care.risk_context import Place, Surroundings, Who, denied, place, whose
from bot.care.risk_phrases import Found
from bot.care.risk_reading import STOP, Reading

_ABOUT_OTHERS = frozenset({"violence_at_home", "harm_others"})
_FINAL = frozenset(
    {"ate", "ended"}
)  # "he ate his gun" is told of the dead; "he shot himself" may be minutes ago
_IDIOM = "idiom"
_INNER = frozenset({_IDIOM, "passed", "mourned", "fresh"})  # for the rules alone, no clue for the model
_DONE = "act-done"  # groups of what somebody else has just done
_ALONE = "-alone"  # groups that are heard only where they are nearly all of the message
_MORE = 3
ENDINGS = ("arme", "erme", "irme")  # Spanish, of what one does to oneself
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
    light = [(one.start, one.end) for phrase, one in phrases if phrase.cue == _IDIOM]
    said = sum(word != STOP for word in reading.words)
    heard: list[Heard] = []
    for phrase, one in phrases:
        if phrase.strength == "cue" or (
            phrase.group.endswith(_ALONE) and said > one.end - one.start + 1 + _MORE
        ):
            continue
        if any(first <= one.end <= last for first, last in light) and not phrase.group.endswith(_DONE):
            heard.append(Heard(phrase, phrase.who, dropped="idiom"))
        else:
            heard.append(_judge(phrase, one, reading, cues, book))
    if any(one.phrase.group.endswith(_DONE) and not one.dropped for one in heard):
        cues |= {"worried"}
    return Evidence(tuple(heard), cues - _INNER)


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
    if _long_past(cues) and not _said_of_now(spot, lists):
        return "long past"
    if phrase.topic == "harm_others" and _on_oneself(spot, lists):
        return "oneself"
    if _died(heard, spot, cues):
        return "somebody died"
    if (heard.who is Who.OTHER or not _of_oneself(spot, lists)) and "mine" not in cues:
        for cue in ("fiction", "training", "work"):
            if cue in cues:
                return {"fiction": "story", "training": "training", "work": "work talk"}[cue]
    if phrase.topic in _ABOUT_OTHERS and "work" in cues and "mine" not in cues:
        return "work talk"
    return _light(phrase, cues)


def _of_oneself(spot: Place, lists: Surroundings) -> bool:
    """Whether its sentence speaks of the writer: by a word ("I", "quiero"), by an ending ("matarme"), or by leaving
    the "I" out: "listening to a sad song, want to die".
    """
    if lists.has("self_words", (*spot.before, *spot.words)) or lists.has(
        "self_verbs", (*spot.clause, *spot.words)
    ):
        return True
    if any(word.endswith(ENDINGS) for word in spot.words):
        return True
    return lists.lists["light"].issuperset(spot.clause) and lists.has("left_out", spot.words[:1])


def _died(heard: Heard, spot: Place, cues: frozenset[str]) -> bool:
    """Whether it is told of somebody who is dead, and not of an act of this hour."""
    phrase = heard.phrase
    if phrase.group.endswith(_DONE) and ("passed" in cues or ("mourned" in cues and "fresh" not in cues)):
        return True
    if "lost" not in cues:
        return False
    asked = phrase.strength == "ask" and not phrase.own_words.isdisjoint({"suicide"})
    return asked or (heard.who is Who.OTHER and not _FINAL.isdisjoint(spot.words))


def _long_past(cues: frozenset[str]) -> bool:
    return "past" in cues and "again" not in cues and ("returns" not in cues or "settled" in cues)


def _said_of_now(spot: Place, lists: Surroundings) -> bool:
    """Whether it is told as a wish of this moment: "she died three years ago and I want to die" is not long past."""
    behind = max((at for at, word in enumerate(spot.clause) if lists.has("joins", (word,))), default=-1)
    near = (*spot.clause[behind + 1 :][-4:], *spot.words)
    return lists.has("now", near) and not lists.has("then", near)


def _on_oneself(spot: Place, lists: Surroundings) -> bool:
    """Whether "me" stands right before or behind: "me quiero matar", "pienso en matar me" is no harm to others."""
    return lists.has("on_oneself", (*spot.before[-1:], *spot.after[:1])) and not lists.has(
        "other_inside", spot.words
    )


def _put_out(phrase: Phrase, spot: Place, book: Phrasebook) -> str:
    """The rule that knows being kicked out from being kicked.

    "kicked me out" is dropped at the end of its sentence or before "of the house"; "out of nowhere" and "out and
    kicked me on the floor" are blows. A second phrase in the same message is judged by itself.
    """
    lists = book.surroundings
    if phrase.topic != "violence_at_home" or spot.after[:1] != ("out",):
        return ""
    if not lists.has("put_out", spot.words) or lists.has("put_out", spot.after):
        return ""
    behind = spot.after[1:]
    home = behind[:1] == ("of",) and any(
        word in lists.lists["put_out_of"] and lists.lists["put_out_whose"].issuperset(behind[1:at])
        for at, word in enumerate(behind[:4])
    )
    return "put out of the house" if home or not behind else ""


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
