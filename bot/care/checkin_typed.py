"""What a typed message means at a step of the check-in: one of its answers, skip, stop, a call for a person, or nothing."""

import re
from collections.abc import Mapping, Sequence

from bot.care.checkin import REFUSED, SKIP, STOP
from bot.care.flow import Step
from bot.care.typed import SHORT, folded

HELP = "help"
_NUMBER = re.compile(r"\d+")
MORE = {"more", "mas"}
AMOUNTS = {"or", "o", *MORE}
WORDS = (
    ("zero", "cero"), ("one", "uno"), ("two", "dos"), ("three", "tres"), ("four", "cuatro"), ("five", "cinco"),
    ("six", "seis"), ("seven", "siete"), ("eight", "ocho"), ("nine", "nueve"), ("ten", "diez"),
)  # fmt: skip
IN_WORDS = {word: number for number, words in enumerate(WORDS) for word in words}
YES_NO = {"yes": ("yes", "si"), "no": ("no",)}


def understood(
    text: str,
    step: Step,
    labels: Mapping[str, str],
    whole: Sequence[Mapping[str, Sequence[str]]],
    meaning: str,
) -> str:
    """The answer meant, STOP, SKIP, HELP, or "".

    `labels` are the answers shown here by id, `whole` the words of checkin.toml with the person's language first,
    `meaning` what the house's typed answers make of it (yes, no, leave, help).
    """
    said = folded(text)
    if not said or len(text) > SHORT:
        return ""
    if named := next((answer for answer, label in labels.items() if folded(label) == said), ""):
        return named
    if (number := _number(said)) is not None:
        return _by_number(number, labels)
    for table in whole:
        for kind, messages in table.items():
            if said in messages:
                return _here(kind, labels)
    if meaning in ("yes", "no"):
        answer = {"yes": step.yes, "no": step.no}[meaning] or next(
            (one for one, label in labels.items() if folded(label) in YES_NO[meaning]), ""
        )
        return answer if answer in labels else ""
    return {"leave": STOP, "help": HELP}.get(meaning, "")


def _here(kind: str, labels: Mapping[str, str]) -> str:
    """Not wanting to say is an answer of its own where there is one, and a skip anywhere else; a skip likewise."""
    if kind in (SKIP, REFUSED):
        first, other = (kind, REFUSED if kind == SKIP else SKIP)
        return first if first in labels else other if other in labels else ""
    return kind


def _number(said: str) -> int | None:
    if said in IN_WORDS:
        return IN_WORDS[said]
    found = _NUMBER.fullmatch(said.removesuffix(" 10").removesuffix(" out of").removesuffix(" de"))
    return int(found.group()) if found and len(found.group()) <= 3 else None


def _by_number(number: int, labels: Mapping[str, str]) -> str:
    """The one label that is this number, holds it ("3 or 4") or begins at or below it ("10 or more"); else ""."""
    fitting = []
    for answer, label in labels.items():
        words = folded(label).split()
        numbers = [int(word) for word in words if word.isdecimal()]
        if not set(words) - set(map(str, numbers)) <= AMOUNTS:
            continue  # "2 to 3 times a week" is no number, and guessing at it would be scored
        if number in numbers or (set(words) & MORE and number > max(numbers)):
            fitting.append(answer)
    return fitting[0] if len(fitting) == 1 else ""
