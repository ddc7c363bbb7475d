"""Where a phrase stands: its sentence, whether a denial takes it back, and whose danger it speaks of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.care.risk_reading import STOP, Reading

FAR = 60
"""Words looked at on either side of a phrase; a sentence longer than that is a message."""


PARTICIPLES = ("ado", "ido", "cho", "sto", "rto", "ito")
"""How Spanish words end behind "he" where that means "I have": "he pensado" is nobody else's danger."""


class Who(StrEnum):
    """Whose danger a phrase speaks of; EITHER is settled by the words around it."""

    SELF = "self"
    OTHER = "other"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The word lists that context is read by; each a set of single plain words."""

    lists: Mapping[str, frozenset[str]]

    def has(self, name: str, words: Sequence[str]) -> bool:
        """Whether any of `words` is on the list `name`."""
        return not self.lists[name].isdisjoint(words)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: its words and the rest of its sentence before and after."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    quoted: bool
    clause: tuple[str, ...]
    """What stands before it since the last comma."""


def place(reading: Reading, start: int, end: int) -> Place:
    """The surroundings, inside one sentence, of the words `start` to `end` of `reading`."""
    words = reading.words
    first, last = start, end + 1
    while first > 0 and words[first - 1] != STOP and start - first < FAR:
        first -= 1
    while last < len(words) and words[last] != STOP and last - end < FAR:
        last += 1
    comma = max((at for at in reading.commas if first <= at <= start), default=first)
    return Place(
        words[start : end + 1],
        words[first:start],
        words[end + 1 : last],
        end in reading.quoted,
        words[comma:start],
    )


def denied(spot: Place, own_words: frozenset[str], lists: Surroundings) -> bool:
    """Whether a "not", "never" or "denies" in or just before the phrase takes it back.

    A "no" that the phrase is made of (`own_words`) denies nothing; nor does "can't", "not sure", "can't stop",
    "it's not a cry for help", or a "no" with a "but" behind it.
    """
    if not own_words.isdisjoint(lists.lists["no"]):
        return False
    near = (*spot.clause[-7:], *spot.words[:-1])
    for i in range(len(near) - 1, -1, -1):
        word = near[i]
        if word in lists.lists["turns"]:
            return False
        if word in lists.lists["no"]:
            if i and near[i - 1] in lists.lists["undeniable"]:
                return False
            return not lists.has("not_a_denial", near[i + 1 : i + 3])
    return False


def whose(spot: Place, said: Who, lists: Surroundings) -> Who:
    """Whose danger it is: by the phrase's own words, then by the nearest person named before it."""
    if said is Who.OTHER or lists.has("reflexive_other", spot.words):
        return Who.OTHER
    if lists.has("self_inside", spot.words):
        return Who.SELF
    if said is Who.EITHER and lists.has("other_inside", spot.words):
        return Who.OTHER
    line = (*spot.before, *spot.words[:1])
    for i in range(len(spot.before) - 1, -1, -1):
        word = spot.before[i]
        if word in lists.lists["self_verbs"] or (word == "he" and line[i + 1].endswith(PARTICIPLES)):
            return Who.SELF
        if word in lists.lists["persons"]:
            return Who.OTHER
        if word in lists.lists["self_words"]:
            following = (*spot.before[i + 1 : i + 3],)
            if not lists.has("persons", following):
                return Who.SELF
    return Who.SELF
