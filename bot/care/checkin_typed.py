"""What a typed message means at a step of the check-in: one of its answers, skip, stop, a call for a person, or nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.care.checkin import REFUSED, SKIP, STOP, Station
from bot.care.flow import Step
from bot.care.typed import SENTENCE, SHORT, folded

HELP, GO_ON, DONE = "help", "~go_on", "~done"  # none of them is the id of an answer
ENDINGS = ("done", "enough")  # answers that "done" means where they are on the screen
_NUMBER = re.compile(r"\d+")
MORE = {"more", "mas"}
AMOUNTS = {"or", "o", *MORE}
SMALL_WORDS = {"a", "an", "the", "my", "el", "la", "los", "las", "lo", "un", "una", "mi", "mis", "de", "del"}
A_PART = 4  # letters of a label that may stand for it, where no other label has them
FEW = 2  # answers that are no scale: a number stands for neither
WORDS = (
    ("zero", "cero"), ("one", "uno"), ("two", "dos"), ("three", "tres"), ("four", "cuatro"), ("five", "cinco"),
    ("six", "seis"), ("seven", "siete"), ("eight", "ocho"), ("nine", "nueve"), ("ten", "diez"),
)  # fmt: skip
IN_WORDS = {word: number for number, words in enumerate(WORDS) for word in words}
YES_NO = {"yes": ("yes", "si"), "no": ("no",)}
MEANT = {"leave": STOP, "help": HELP}
Words = Mapping[str, Sequence[str]]


def understood(
    text: str,
    step: Step,
    labels: Mapping[str, str],
    whole: Sequence[Words],
    meaning: str,
    *,
    same: Sequence[Words] = (),
    straight: Sequence[Words] = (),
    foreign: Mapping[str, str] | None = None,
) -> str:
    """The answer meant, STOP, SKIP, HELP, GO_ON or DONE where no answer says that, or "".

    `labels` are the answers shown here by id (`foreign`: in another language), `whole` the words of checkin.toml with
    the person's language first, `same` other words for a label, `straight` what counts at a safety question alone,
    `meaning` what the house's typed answers make of it (yes, no, leave, help).
    """
    said = folded(text)
    asks = isinstance(step, Station) and bool(step.asks)
    safety = isinstance(step, Station) and step.safety
    if not said or len(text) > (SENTENCE if safety else SHORT):
        return ""
    if by_label := named(said, labels, foreign or {}, same):
        return by_label
    if (number := _number(said)) is not None:
        return _by_number(number, labels, asks=asks, safety=safety)
    if safety and (answer := _straight(said, step, straight)):
        return answer
    if len(text) > SHORT:
        return ""
    for table in whole:
        for kind, messages in table.items():
            if said in messages:
                return _here(kind, step, labels)
    if meaning in MEANT:
        return MEANT[meaning]
    answer = _yes_or_no(meaning, step, labels)
    return answer if answer or asks or safety or meaning in YES_NO else _part_of(said, labels)


def names(text: str, labels: Mapping[str, str]) -> str:
    """The one of these answers whose label was typed in full; else ""."""
    said = folded(text)
    return next((one for one, label in labels.items() if folded(label) == said), "")


def _yes_or_no(meaning: str, step: Step, labels: Mapping[str, str]) -> str:
    if meaning not in YES_NO:
        return ""
    said_so = (one for one, label in labels.items() if folded(label) in YES_NO[meaning])
    answer = {"yes": step.yes, "no": step.no}[meaning] or next(said_so, "")
    if not answer and meaning == "yes":
        answer = _onward(step)
    return answer if answer in labels else ""


def named(
    said: str, labels: Mapping[str, str], foreign: Mapping[str, str], same: Sequence[Words] = ()
) -> str:
    """By its label, with or without its small words, in either language, or by other words for that label."""
    for shown in (labels, foreign):
        for answer, label in shown.items():
            if answer in labels and said == folded(label):
                return answer
    for shown in (labels, foreign):
        for answer, label in shown.items():
            others = [word for table in same for word in table.get(folded(label), ())]
            bare = _bare(folded(label))
            if answer in labels and (said in others or (bare and _bare(said) == bare)):
                return answer
    return ""


def _straight(said: str, step: Step, tables: Sequence[Words]) -> str:
    """At a safety question all that is no plain no counts as yes: "yes but not right now", "who hasn't"."""
    for table in tables:
        if said in table.get("yes", ()):
            return step.yes
        if said in table.get("no", ()):
            return step.no
    padded = f" {said} "
    for table in tables:
        if padded.startswith(tuple(f" {word} " for word in table.get("openings", ()))):
            return step.yes
        if any(f" {phrase} " in padded for phrase in table.get("within", ())):
            return step.yes
    return ""


def _here(kind: str, step: Step, labels: Mapping[str, str]) -> str:
    """Not wanting to say is an answer of its own where there is one, and a skip anywhere else; a skip likewise.

    "Next" where nothing can be skipped, and "go on", is the answer that leads on; "done" is the one that ends it.
    """
    if kind in (SKIP, REFUSED):
        first, other = (kind, REFUSED if kind == SKIP else SKIP)
        found = first if first in labels else other if other in labels else ""
        return found or (_onward(step) if kind == SKIP and _onward(step) in labels else "")
    if kind == GO_ON[1:]:
        onward = _onward(step)
        return onward if onward in labels else "" if step.rests or step.listens else GO_ON
    if kind == DONE[1:]:
        return next((one for one in ENDINGS if one in labels), "" if step.rests or step.listens else DONE)
    return kind


def _onward(step: Step) -> str:
    return (step.onward or step.yes) if isinstance(step, Station) and not step.safety else ""


def _number(said: str) -> int | None:
    if said in IN_WORDS:
        return IN_WORDS[said]
    found = _NUMBER.fullmatch(said.removesuffix(" 10").removesuffix(" out of").removesuffix(" de"))
    return int(found.group()) if found and len(found.group()) <= 3 else None


def _by_number(number: int, labels: Mapping[str, str], *, asks: bool, safety: bool) -> str:
    """The one label that is this number, holds it ("3 or 4") or begins at or below it ("10 or more").

    Where no label has a number: what an item's answer counts, or the place of a button; at a safety question no "no"
    is made of a number. Else "".
    """
    if not any(letter.isdecimal() for label in labels.values() for letter in label):
        answers = [one for one in labels if one != SKIP]
        at = number if asks else number - 1
        if (asks and len(answers) <= FEW) or not 0 <= at < len(answers):
            return ""
        return "" if safety and answers[at] == "no" else answers[at]
    fitting = []
    for answer, label in labels.items():
        words = folded(label).split()
        numbers = [int(word) for word in words if word.isdecimal()]
        if not set(words) - set(map(str, numbers)) <= AMOUNTS:
            continue  # "2 to 3 times a week" is no number, and guessing at it would be scored
        if number in numbers or (set(words) & MORE and number > max(numbers)):
            fitting.append(answer)
    return fitting[0] if len(fitting) == 1 else ""


def _part_of(said: str, labels: Mapping[str, str]) -> str:
    """The one label that these words are a part of: "tonight" for "Something for tonight"."""
    part = _bare(said)
    if len(part) < A_PART:
        return ""
    fitting = list(_holding(part, labels))
    return fitting[0] if len(fitting) == 1 else ""


def _holding(part: str, labels: Mapping[str, str]) -> Iterator[str]:
    return (answer for answer, label in labels.items() if f" {part} " in f" {_bare(folded(label))} ")


def _bare(said: str) -> str:
    return " ".join(word for word in said.split() if word not in SMALL_WORDS)
