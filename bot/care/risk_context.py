"""What a phrase means where it stands: whose danger it is, and whether it is denied, quoted, long past, work or play."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.care.risk_reading import STOP, Reading


class Who(StrEnum):
    """Whose danger a phrase speaks of; EITHER is settled by the words around it."""

    SELF = "self"
    OTHER = "other"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The word lists that context is read by; each a set of single plain words."""

    lists: Mapping[str, frozenset[str]]

    def has(self, name: str, words: tuple[str, ...]) -> bool:
        """Whether any of `words` is on the list `name`."""
        return not self.lists[name].isdisjoint(words)

    def count(self, name: str, words: tuple[str, ...]) -> int:
        """How many different words of the list `name` are among `words`."""
        return len(self.lists[name].intersection(words))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: its words and the rest of its sentence before and after."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    quoted: bool

    @property
    def sentence(self) -> tuple[str, ...]:
        """The whole sentence."""
        return (*self.before, *self.words, *self.after)


def place(reading: Reading, start: int, end: int) -> Place:
    """The surroundings, inside one sentence, of the words `start` to `end` of `reading`."""
    words = reading.words
    first, last = start, end + 1
    while first > 0 and words[first - 1] != STOP and start - first < 40:
        first -= 1
    while last < len(words) and words[last] != STOP and last - end < 40:
        last += 1
    return Place(words[start : end + 1], words[first:start], words[end + 1 : last], start in reading.quoted)


def denied(spot: Place, lists: Surroundings) -> bool:
    """Whether a "not", "never" or "denies" just before the phrase takes it back.

    "can't", "not sure", "can't stop" and "not a cry for help" take nothing back; nor does a "but" in between.
    """
    near = spot.before[-7:]
    for i in range(len(near) - 1, -1, -1):
        word = near[i]
        if word in lists.lists["turns"]:
            return False
        if word in lists.lists["no"]:
            following = near[i + 1 : i + 3]
            if i and near[i - 1] in ("can", "could", "puede", "puedo", "why"):
                return False
            return not lists.has("not_a_denial", following)
    return False


def whose(spot: Place, lists: Surroundings) -> Who:
    """Whose danger the phrase speaks of, by its own words, then by the nearest person named before it."""
    if lists.has("other_inside", spot.words):
        return Who.OTHER
    if lists.has("self_inside", spot.words):
        return Who.SELF
    for word, following in zip(spot.before[::-1][:9], ("", *spot.before[::-1]), strict=False):
        if word in lists.lists["kin"] or word in lists.lists["other_people"]:
            return Who.OTHER
        if word in lists.lists["self_words"] and following not in lists.lists["kin"]:
            return Who.SELF
    if lists.has("other_people", spot.before) and not lists.has("self_words", spot.before):
        return Who.OTHER
    return Who.SELF


def long_past(reading: Reading, lists: Surroundings) -> bool:
    """Whether the message tells of years ago and says nothing of now."""
    words = reading.words
    return (lists.has("past", words) or any(_is_year(word) for word in words)) and not lists.has(
        "returns", words
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1950" <= word <= "2024"
