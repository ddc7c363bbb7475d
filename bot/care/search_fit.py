"""What was said in passing: by text, free, at night, not through work, for my kid, in Spanish. It moves, it rarely hides."""

from collections.abc import Callable, Mapping
from functools import cache

from bot.care.search_entries import Entry
from bot.care.search_lines import serves_here
from bot.care.search_places import Place
from bot.care.search_reading import Question
from bot.care.search_who import Voice

LINES = frozenset(("hotline", "peer_line", "textline"))
WRITTEN = frozenset(("text", "chat", "whatsapp"))
AT_WORK = frozenset(("eap", "peer-support-programmes", "what-is-eap", "cism"))
"""Help that the employer runs."""

_Wish = Callable[[Entry], float]


def _by_text(entry: Entry) -> float:
    if entry.id == "what-happens-text-line":
        return 1.5
    if entry.kind not in LINES:
        return 1.0
    return 1.4 if WRITTEN & entry.reach else 0.5


def _languages(language: str) -> _Wish:
    def wish(entry: Entry) -> float:
        if entry.kind == "article":
            return 1.0
        return 1.6 if language in entry.languages else 0.7

    return wish


def _at_night(entry: Entry) -> float:
    if entry.kind not in LINES:
        return 1.0
    return 1.15 if entry.always_open else 0.75


def _remote(entry: Entry) -> float:
    return 1.2 if {"telehealth", "online", "online_course"} & entry.reach else 1.0


def _outside(entry: Entry) -> float:
    return 0.5 if entry.id in AT_WORK else 1.0


def _kind(kind: str, more: float, less: float) -> _Wish:
    return lambda entry: more if entry.kind == kind else less


def _for(*audiences: str, more: float = 1.25) -> _Wish:
    wanted = frozenset(audiences)
    return lambda entry: more if wanted & entry.audiences else 1.0


WISHES: Mapping[str, _Wish] = {
    "text_msg": _by_text,
    "chat": _by_text,
    "sign_language": _languages("asl"),
    "french": _languages("fr"),
    "at_night": _at_night,
    "online": _remote,
    "outside": _outside,
    "podcast": _kind("podcast", 1.7, 0.7),
    "free": lambda entry: 1.05 if entry.free else 1.0,
    "dispatcher": _for("dispatchers"),
    "corrections": _for("corrections", more=1.4),
    "fire_ems": _for("fire_ems", more=1.1),
    "veteran": _for("veterans", more=1.2),
    "retired": _for("retired", more=1.05),
    "teen": _for("children_teens", more=1.1),
}
"""What a concept in the question asks of an entry, as a factor on its score."""

_ONLY: Mapping[str, frozenset[str]] = {
    "dispatcher": frozenset(("dispatchers", "departments")),
    "corrections": frozenset(("corrections", "departments")),
    "fire_ems": frozenset(("fire_ems", "family")),
    "veteran": frozenset(("veterans", "family")),
}
_NICHE = {
    "hope-for-wellness": "indigenous",
    "fire-ems-helpline": "fire_ems",
    "love-is-respect": "teen",
    "poison-control-us": "drugs",
    "near-miss-reporting": "safety",
    "leo-near-miss": "safety",
    "beat-leo-near-miss": "safety",
}
_DEPARTMENT_MATTERS = frozenset(("department_training",))


def fit(entry: Entry, question: Question, voice: Voice, place: Place) -> float:
    """How well the entry suits the person and what they said in passing; 1 is neutral."""
    worth = 1.0
    for concept in question.concepts:
        wish = WISHES.get(concept)
        if wish is not None:
            worth *= wish(entry)
    if question.spanish:
        worth *= _spanish(entry)
    if entry.kind == "podcast" and "podcast" not in question.concepts:
        worth *= 0.6
    return worth * _audience(entry, question, voice) * _place(entry, place)


def _spanish(entry: Entry) -> float:
    if entry.kind not in LINES:
        return 1.0
    return 1.15 if "es" in entry.languages else 0.75


@cache  # as many as there are sets of audiences, a few dozen
def _only_for(audiences: frozenset[str]) -> tuple[str, ...]:
    if audiences <= {"family", "departments"}:
        return ()
    return tuple(concept for concept, only in _ONLY.items() if audiences <= only)


def _audience(entry: Entry, question: Question, voice: Voice) -> float:
    worth = 1.0
    for concept in _only_for(entry.audiences):
        if concept not in question.concepts:
            worth *= 0.5
    niche = _NICHE.get(entry.id)
    if niche and niche not in question.concepts:
        worth *= 0.6
    if voice is Voice.OFFICER and entry.audiences <= {"family", "survivors", "children_teens"}:
        worth *= 0.75
    if voice in (Voice.OFFICER, Voice.FAMILY, Voice.OTHER) and entry.audiences <= {"departments"}:
        worth *= 0.7
    if voice is Voice.FAMILY:
        worth *= 1.1 if "family" in entry.audiences else 0.85
    if voice is Voice.DEPARTMENT:
        worth *= 1.6 if "departments" in entry.audiences else 0.75
    if voice is Voice.OTHER and entry.id == "copline":
        worth *= 0.2
    return worth


def _place(entry: Entry, place: Place) -> float:
    if serves_here(entry, place):
        return 1.6 if place.named else 1.25
    return 1.0
