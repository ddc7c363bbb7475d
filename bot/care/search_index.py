"""An inverted index over phrasings: which ids were asked for in words like these.

Time grows with the postings read, and those are bounded, so fifty thousand records answer as fast as two hundred.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

K1, B = 1.2, 0.6
MOST_POSTINGS = 5_000
"""Postings read for one question, rarest features first; what is left out says the least."""

LISTED_AT_MOST = 50_000
"""Texts up to which sums are kept in a list."""

_NONE: "tuple[array[int], array[float]]" = (array("I"), array("d"))


class PhraseIndex:
    """Short texts under ids; an id is as near to a question as the nearest of its texts."""

    def __init__(self, texts: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._ids: list[str] = []
        lengths: list[int] = []
        postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, (key, features) in enumerate(texts):
            self._ids.append(key)
            lengths.append(len(features))
            for feature, times in Counter(features).items():
                postings[feature].append((number, times))
        total, mean = len(lengths), sum(lengths) / max(len(lengths), 1)
        norms = [K1 * (1 - B + B * length / max(mean, 1e-9)) for length in lengths]
        self._postings: dict[str, tuple[array[int], array[float]]] = {}
        self.rarity: dict[str, float] = {}
        for feature, found in postings.items():
            rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            self.rarity[feature] = rarity
            self._postings[feature] = (
                array("I", [number for number, _ in found]),
                array("d", [rarity * times * (K1 + 1) / (times + norms[number]) for number, times in found]),
            )

    def near(self, weights: Mapping[str, float]) -> dict[str, float]:
        """How near each id is to a question with these features; ids with nothing in common are left out."""
        scores, touched = self._blank(), set[int]()
        left = MOST_POSTINGS
        for feature in sorted(weights, key=lambda one: (-self.rarity.get(one, 0.0), one)):
            numbers, worths = self._postings.get(feature, _NONE)
            left -= len(numbers)
            if left < 0:
                break
            weight = weights[feature]
            touched.update(numbers)
            for number, worth in zip(numbers, worths, strict=True):
                scores[number] += weight * worth
        best: dict[str, float] = {}
        ids = self._ids
        for number in touched:
            score, key = scores[number], ids[number]
            if score > best.get(key, 0.0):
                best[key] = score
        return best

    def _blank(self) -> "list[float] | defaultdict[int, float]":
        """A place for every text's sum: a list is twice as fast, until making it takes longer than reading."""
        return [0.0] * len(self._ids) if len(self._ids) <= LISTED_AT_MOST else defaultdict(float)
