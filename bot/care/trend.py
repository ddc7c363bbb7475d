"""Somebody's own results over time, as data: what a chart draws and what is read out, in the same words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.care.questionnaires import Questionnaire, Scale


@dataclass(frozen=True, slots=True)
class Line:
    """One scale over time, oldest first. `bands` begin at a score and are said by a key (`.short` beside the chart)."""

    scale: str
    top: int
    cutoff: int
    bands: tuple[tuple[int, str], ...]
    points: tuple[tuple[date, int], ...]

    @property
    def name(self) -> str:
        """The key of what it is called."""
        return f"score-name-{self.scale.replace('_', '-')}"

    def says(self, points: int) -> str:
        """The key of the short words for this score."""
        return [f"{key}.short" for begins, key in self.bands if begins <= points][-1]


@dataclass(frozen=True, slots=True)
class Point:
    """One result as it was kept."""

    scale: str
    version: str
    day: date
    points: int


def lines(questionnaires: Mapping[str, Questionnaire], kept: Iterable[Point]) -> tuple[Line, ...]:
    """What was kept, a line for each scale; the one used last comes first.

    Only results of today's version are joined: another wording has other cut-offs. The cut-off is the lower one,
    for sex is not kept.
    """
    found: dict[str, list[Point]] = {}
    for point in sorted(kept, key=lambda one: one.day):
        found.setdefault(point.scale, []).append(point)
    drawn = [
        _line(one, scale, points)
        for one in questionnaires.values()
        for scale in one.scales
        if (points := [point for point in found.get(scale.id, ()) if point.version == one.version])
    ]
    return tuple(sorted(drawn, key=lambda line: line.points[-1][0], reverse=True))


def _line(one: Questionnaire, scale: Scale, points: Iterable[Point]) -> Line:
    return Line(
        scale.id,
        one.top(scale),
        scale.cutoffs.unsaid,
        tuple((band.score, band.says) for band in scale.bands),
        tuple((point.day, point.points) for point in points),
    )
