"""Why an entry is in the answer, in one content key: the most telling reason that holds, or none."""

from bot.care.search_entries import Entry
from bot.care.search_fit import LINES, WRITTEN
from bot.care.search_lines import serves_here
from bot.care.search_ranking import Asked

_BY_CONCEPT = (
    ("sign_language", "why-sign", lambda entry: "asl" in entry.languages),
    ("text_msg", "why-text", lambda entry: bool(WRITTEN & entry.reach)),
    ("french", "why-french", lambda entry: "fr" in entry.languages),
    ("podcast", "why-podcast", lambda entry: entry.kind == "podcast"),
    ("online", "why-online", lambda entry: bool({"telehealth", "online", "online_course"} & entry.reach)),
    ("dispatcher", "why-dispatch", lambda entry: "dispatchers" in entry.audiences),
    ("corrections", "why-corrections", lambda entry: "corrections" in entry.audiences),
    ("veteran", "why-veteran", lambda entry: "veterans" in entry.audiences),
    ("retired", "why-retired", lambda entry: "retired" in entry.audiences),
    ("outside", "why-outside", lambda entry: entry.kind in LINES),
    ("private", "why-anonymous", lambda entry: entry.anonymous),
    ("at_night", "why-night", lambda entry: entry.always_open),
    ("free", "why-free", lambda entry: entry.free),
)


def why(entry: Entry, asked: Asked, *, by_rule: bool) -> str:
    """The content key of the reason, or "". Articles speak for themselves by their titles."""
    if entry.id in asked.names:
        return "why-named"
    if serves_here(entry, asked.place):
        return "why-here"
    if entry.kind == "article":
        return ""
    if asked.question.spanish and "es" in entry.languages:
        return "why-spanish"
    for concept, key, holds in _BY_CONCEPT:
        if concept in asked.question.concepts and holds(entry):
            return key
    if entry.kind == "peer_line":
        return "why-police"
    if by_rule and entry.kind in LINES and entry.always_open:
        return "why-night"
    if entry.kind in LINES:
        return "why-someone"
    return "why-family" if entry.audiences <= {"family", "survivors", "children_teens"} else ""
