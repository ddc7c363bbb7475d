"""The second opinion: a linear model that may turn silence into one plain question, and nothing else.

It was learned from the written examples in `bot/content/risk/examples` by `make risk-model`. Its file is a list of
words, word pairs, beginnings and families of words and phrase groups with their weights, made to be read and reviewed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from math import sqrt
from typing import Self

from bot.care.risk_reading import STOP, Reading
from bot.care.risk_rules import Evidence

EVIDENCE_COUNTS = 2
"""How many ordinary words one heard phrase or cue weighs."""

UNKNOWN = "~"
"""The family of a word that is in none."""

_SHIFT = 32
_HALF = 1 << (_SHIFT - 1)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks, each in thousandths of its margin: above 0 leans to yes.

    `danger`: somebody should ask. `other`: it is somebody else's danger. `heavy`: hard, though no danger.
    """

    danger: int
    other: int
    heavy: int


def clues(reading: Reading, families: Mapping[str, str]) -> set[str]:
    """What the model looks at in the words: each word, its beginning and its family, and pairs next and next but one.

    A full stop at the very end and how many there are say how somebody types, not what: neither is looked at.
    """
    said = reading.words[:-1] if reading.words[-1:] == (STOP,) else reading.words
    words = ["<", *("0" if word.isdigit() else word for word in said), ">"]
    found = [word[:4] + "-" for word in words if len(word) > 4]
    found += [word[:6] + "-" for word in words if len(word) > 6]
    found += [f"{a} {b}" for a, b in pairwise(words)]
    kin = [families.get(word, UNKNOWN) for word in words]
    found += [f"{a} {b}" for a, b in pairwise(kin)]
    words = [word for word in words if word != STOP]
    found += [f"{a} _ {b}" for a, b in zip(words, words[2:], strict=False)]
    found += words
    kin = [family for family in kin if family != STOP]
    found += kin
    found += [f"{a} _ {b}" for a, b in zip(kin, kin[2:], strict=False)]
    return set(found)


def read_families(text: str) -> dict[str, str]:
    """Read `families.txt`: a family a line, named by its first word; the word's family is that name behind a sign."""
    marks = {"<": "<", ">": ">", STOP: STOP}
    rows = [line.split() for line in text.splitlines() if line[:1] != "#"]
    return marks | {word: "~" + row[0] for row in rows for word in row}


def evidence_clues(evidence: Evidence) -> list[str]:
    """What the model looks at in phrases, standing and dropped, and in cues."""
    found = {f"%{cue}" for cue in evidence.cues}
    for one in evidence.heard:
        found.add(("-" if one.dropped else "+") + one.phrase.group + ("/other" if one.who == "other" else ""))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class RiskModel:
    """The weights, three to a clue, packed in one number so that one addition adds all three."""

    weights: Mapping[str, int]
    families: Mapping[str, str]
    base: int
    bars: Mapping[str, int]

    @classmethod
    def parse(cls, table: str, card: str, families: str) -> Self:
        """Read `model.tsv` (clue and three weights a line), its card `model.json` and the word families."""
        about = json.loads(card)
        weights: dict[str, int] = {}
        for line in table.splitlines():
            clue, danger, other, heavy = line.split("\t")
            weights[clue] = pack(int(danger), int(other), int(heavy))
        return cls(weights, read_families(families), about["base"], about["thresholds"])

    def opinion(self, reading: Reading, evidence: Evidence, looked: set[str] | None = None) -> Opinion:
        """The model's view of one message; time is in proportion to its words. `looked`: its `clues`, if known."""
        plain = looked or clues(reading, self.families)
        heard = evidence_clues(evidence)
        get = self.weights.get
        total = sum(filter(None, map(get, plain))) + EVIDENCE_COUNTS * sum(filter(None, map(get, heard)))
        size = sqrt(len(plain) + EVIDENCE_COUNTS * EVIDENCE_COUNTS * len(heard))
        danger, other, heavy = (int(part / size) for part in unpack(total))
        return Opinion(self.base + danger, self.base + other, self.base + heavy)

    def bar(self, evidence: Evidence, other: int = 0) -> int:
        """How sure the model must be to ask: surer where a rule took a phrase away, or in talk far from our people's."""
        if any(one.dropped for one in evidence.heard):
            return self.bars["a phrase was dropped"]
        if evidence.standing or "near" in evidence.cues:
            return self.bars["near"] if other <= 0 else self.bars["near, someone else"]
        return self.bars["far"]

    def why(self, looked: set[str], evidence: Evidence, most: int = 5) -> tuple[str, ...]:
        """The clues that spoke most for danger, strongest first, at most `most`."""
        found = [*looked, *evidence_clues(evidence)]
        said = [(-unpack(self.weights[clue])[0], clue) for clue in found if clue in self.weights]
        return tuple(clue for weight, clue in nsmallest(most, said) if weight < 0)


def pack(danger: int, other: int, heavy: int) -> int:
    """Three signed weights in one number; sums of packed numbers unpack to the sums while each stays in 31 bits."""
    return danger + (other << _SHIFT) + (heavy << 2 * _SHIFT)


def unpack(total: int) -> tuple[int, int, int]:
    """The three sums inside a packed number."""
    danger = ((total + _HALF) & (2 * _HALF - 1)) - _HALF
    total = (total - danger) >> _SHIFT
    other = ((total + _HALF) & (2 * _HALF - 1)) - _HALF
    return danger, other, (total - other) >> _SHIFT
