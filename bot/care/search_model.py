"""What a question is probably about: a linear model over words, word pairs and concepts.

It was learned from the phrasings in `bot/content` by `make search-model`. Its file lists for every clue the answers
it speaks for and against, made to be read and reviewed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import sqrt
from typing import Self

from bot.care.search_reading import Question

OUT = "_out"
"""The answer that stands for everything that is not ours to answer."""
SCALE = 1000
HEARD_AT_MOST = 150
"""Clues of one question that are weighed, the most telling first."""
PAIRED_AT_MOST = 14
"""Concepts of one question that are looked at in pairs; a long letter holds more than anybody can weigh."""


def clues(question: Question) -> list[str]:
    """What the model looks at: stems, neighbouring words, concepts and pairs of concepts; each once, in order."""
    concepts = sorted(question.concepts)
    words = ("<", *question.words, ">")
    found = [*question.terms]
    found += [f"{first} {second}" for first, second in pairwise(words)]
    found += [f"#{one}" for one in concepts]
    found += [f"#{one}#{two}" for one, two in combinations(concepts[:PAIRED_AT_MOST], 2)]
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class SearchModel:
    """The weights: for each clue how telling it is, and what it says of each answer, in thousandths."""

    answers: Sequence[str]
    base: Sequence[int]
    lines: Mapping[str, str]
    _read: dict[str, tuple[float, tuple[tuple[int, int], ...]]] = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, table: str, card: str) -> Self:
        """Read `model.tsv` and its card `model.json`. A clue's line is read when a question first holds it."""
        about = json.loads(card)
        lines = dict(line.split("\t", 1) for line in table.splitlines())
        return cls(tuple(about["answers"]), tuple(about["base"]), lines)

    def margins(self, question: Question) -> dict[str, float]:
        """For every answer how much speaks for it; above 0 leans to yes. Empty when no clue is known."""
        known = [self._clue(clue) for clue in clues(question) if clue in self.lines]
        if not known:
            return {}
        if len(known) > HEARD_AT_MOST:
            known = sorted(known, key=lambda clue: -clue[0])[:HEARD_AT_MOST]
        size = sqrt(sum([worth * worth for worth, _ in known])) * SCALE
        sums = [0.0] * len(self.answers)
        for worth, weights in known:
            for at, weight in weights:
                sums[at] += worth * weight
        return {
            answer: base / SCALE + total / size
            for answer, base, total in zip(self.answers, self.base, sums, strict=True)
        }

    def _clue(self, clue: str) -> tuple[float, tuple[tuple[int, int], ...]]:
        if clue not in self._read:
            worth, _, weights = self.lines[clue].partition("\t")
            pairs = (pair.split(":") for pair in weights.split())
            self._read[clue] = int(worth) / SCALE, tuple((int(at), int(weight)) for at, weight in pairs)
        return self._read[clue]
