"""How an answer to a labelled question is graded. The labels: `relevant` best first, `acceptable` beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2, sqrt
from statistics import mean, stdev
from typing import Any

from bot.care.search_entries import Entry

Row = dict[str, Any]
METRICS = ("hit@1", "hit@3", "strict@1", "recall@5", "MRR@10", "nDCG@5", "wrong place@3")
OUT = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with the ids it was answered with, best first; none is "I don't have that"."""

    row: Row
    ids: tuple[str, ...]


def wrong_place(row: Row, entry: Entry) -> bool:
    """Another country's record, or another state's; a name asked for excuses the state, never the country."""
    if entry.countries and row["country"] not in entry.countries:
        return True
    return bool(entry.regions) and row["kind"] != "named" and row["region"] not in entry.regions


def grades(answered: Answered, entries: Mapping[str, Entry]) -> dict[str, float]:
    """Every metric for one question in scope. A relevant or acceptable id is a hit; strict counts relevant ones."""
    row, ids = answered.row, answered.ids
    relevant, good = set(row["relevant"]), {*row["relevant"], *row["acceptable"]}
    gain = dict.fromkeys(row["acceptable"], 1) | dict.fromkeys(row["relevant"], 2) | {row["relevant"][0]: 3}
    rank = next((place for place, one in enumerate(ids[:10], 1) if one in good), 0)
    ideal = _discounted(sorted(gain.values(), reverse=True))
    return {
        "hit@1": float(rank == 1),
        "hit@3": float(0 < rank <= 3),
        "strict@1": float(bool(ids) and ids[0] in relevant),
        "recall@5": len(relevant & set(ids[:5])) / min(5, len(relevant)),
        "MRR@10": 1 / rank if rank else 0.0,
        "nDCG@5": _discounted([gain.get(one, 0) for one in ids]) / ideal,
        "wrong place@3": float(any(wrong_place(row, entries[one]) for one in ids[:3])),
    }


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains[:5]))


def every(_row: Row) -> bool:
    """Keeps all questions."""
    return True


@dataclass(frozen=True)
class Measured:
    """The grades of a set of questions, and what happened to those out of scope."""

    rows: list[tuple[Row, dict[str, float]]]
    refused: list[tuple[Row, bool]]

    @classmethod
    def of(cls, answered: Sequence[Answered], entries: Mapping[str, Entry]) -> "Measured":
        """Grade every answer."""
        scoped = [(one.row, grades(one, entries)) for one in answered if one.row["kind"] != OUT]
        return cls(scoped, [(one.row, not one.ids) for one in answered])

    def value(self, metric: str, keep: Callable[[Row], bool] = every) -> float:
        """The mean of a metric over the questions to keep; 0 when there are none."""
        found = [grade[metric] for row, grade in self.rows if keep(row)]
        return mean(found) if found else 0.0

    def interval(self, metric: str) -> tuple[float, float]:
        """95%, normal approximation over questions."""
        found = [grade[metric] for _, grade in self.rows]
        half = 1.96 * stdev(found) / sqrt(len(found)) if len(found) > 1 else 1.0
        return max(0.0, mean(found) - half), min(1.0, mean(found) + half)

    def out_refused(self) -> float:
        """The share of questions out of scope that were met with silence."""
        return mean([float(no) for row, no in self.refused if row["kind"] == OUT] or [0.0])

    def in_kept(self) -> float:
        """The share of questions in scope that were answered."""
        return mean([float(not no) for row, no in self.refused if row["kind"] != OUT] or [0.0])
