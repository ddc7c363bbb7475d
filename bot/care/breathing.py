"""Techniques that slow a person down, and when their words change on the screen. Pure: seconds in, frames out."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

MOST_A_MINUTE = 18  # edits of one message; Telegram's strictest published figure for a chat is 20 a minute
SHORTEST = 2.0  # seconds between two edits; a chat takes about one a second, and replies share it
SPLIT_FROM = 6.0  # seconds from which a breath phase shows that time is passing
PART = 4.0  # seconds, about, of each part of such a phase
GET_READY = 3.0  # seconds before breathing goes on after a pause
LONGEST = 300.0  # seconds until a technique has ended by itself
ID = r"^[a-z]{3,9}$"  # short: it travels in a button of 64 bytes

CAUTIONS = ("driving", "dizzy", "holding", "eyes", "injury")


class Phase(BaseModel):
    """One thing to do for `seconds`. `says` is the key of its sentence; `size` (0 to 1) is where the circle ends."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str
    seconds: Annotated[float, Field(ge=SHORTEST, le=60)]
    size: Annotated[float, Field(ge=0, le=1)] = 0.0


class Technique(BaseModel):
    """One technique, as content/calm/<id>.toml says it. `source` says what its figures rest on.

    A "breath" repeats its phases `rounds` times; "steps" go through theirs once, and nobody is hurried: each can be
    ended by a tap. `without_holding` names the version in which no breath is held.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=ID)] = ""
    order: int
    kind: Literal["breath", "steps"]
    rounds: Annotated[int, Field(ge=1, le=60)] = 1
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    cautions: tuple[str, ...] = ()
    picture: str = ""
    without_holding: str = ""
    listed: bool = True
    source: str
    reviewed_by: str = ""

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if unknown := set(self.cautions) - set(CAUTIONS):
            raise ValueError(f"there is no caution {sorted(unknown)[0]!r}")
        if self.seconds > LONGEST:
            raise ValueError(f"it would take {self.seconds:g} seconds; {LONGEST:g} is the most")
        if self.kind == "steps" and self.rounds != 1:
            raise ValueError("steps are gone through once")
        return self

    @cached_property
    def cycle(self) -> float:
        """Seconds of one round."""
        return sum(phase.seconds for phase in self.phases)

    @cached_property
    def seconds(self) -> float:
        """Seconds from the first phase to the end."""
        return self.cycle * self.rounds

    @property
    def places(self) -> int:
        """How many places there are to go on from: rounds of a breath, or steps."""
        return self.rounds if self.kind == "breath" else len(self.phases)

    @property
    def holds(self) -> bool:
        """Whether a breath is held in it."""
        return bool(self.without_holding)


class Frame(BaseModel):
    """What is on the screen from `at` (seconds since it began) until the next frame.

    `phase` is None while a person gets ready. A long phase has `parts`, and this is number `part` of them.
    """

    model_config = ConfigDict(frozen=True)

    at: float
    place: int
    phase: Phase | None = None
    part: int = 1
    parts: int = 1


class TechniqueError(ValueError):
    """A technique that cannot be used. Its text names it and what is wrong."""


def parse_technique(name: str, table: Mapping[str, object]) -> Technique:
    """Read one file. Raises TechniqueError."""
    try:
        return Technique.model_validate({**table, "id": name})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise TechniqueError(f"calm/{name}: {where} {first['msg']}") from None


def in_order(techniques: Mapping[str, Technique]) -> dict[str, Technique]:
    """As they are offered; raises TechniqueError when one leads to a version that does not exist."""
    for one in techniques.values():
        if one.without_holding and one.without_holding not in techniques:
            raise TechniqueError(f"calm/{one.id}: there is no {one.without_holding!r}")
    return {one.id: one for one in sorted(techniques.values(), key=lambda one: (one.order, one.id))}


def lead_in(technique: Technique, place: int) -> float:
    """Seconds before the first phase.

    At the very beginning of a breath one whole round: the picture is watched once, and words and picture then begin
    together. Later a moment is enough. Steps need none.
    """
    if technique.kind == "steps":
        return 0.0
    return technique.cycle if place == 0 else GET_READY


def frames(technique: Technique, place: int = 0) -> tuple[Frame, ...]:
    """Everything shown from `place` on; the first frame is at 0. No place beyond the last raises, it clips."""
    place = min(max(place, 0), technique.places - 1)
    at = lead_in(technique, place)
    found = [Frame(at=0.0, place=place)] if at else []
    for number in range(place, technique.places):
        phases = technique.phases if technique.kind == "breath" else (technique.phases[number],)
        for phase in phases:
            parts = _parts(technique, phase)
            for part in range(parts):
                moment = at + phase.seconds * part / parts
                found.append(Frame(at=moment, place=number, phase=phase, part=part + 1, parts=parts))
            at += phase.seconds
    return tuple(found)


def length(technique: Technique, place: int = 0) -> float:
    """Seconds from the first frame to the end."""
    place = min(max(place, 0), technique.places - 1)
    if technique.kind == "breath":
        return lead_in(technique, place) + technique.cycle * (technique.rounds - place)
    return sum(phase.seconds for phase in technique.phases[place:])


def edits_a_minute(technique: Technique) -> float:
    """How often the message changes in the steady middle of it."""
    shown = sum(_parts(technique, phase) for phase in technique.phases)
    return 60.0 * shown / technique.cycle


def _parts(technique: Technique, phase: Phase) -> int:
    if technique.kind == "steps" or phase.seconds < SPLIT_FROM:
        return 1
    more = sum(max(1, round(one.seconds / PART)) for one in technique.phases if one.seconds >= SPLIT_FROM)
    rest = sum(one.seconds < SPLIT_FROM for one in technique.phases)
    fits = 60.0 * (more + rest) / technique.cycle <= MOST_A_MINUTE
    return max(1, round(phase.seconds / PART)) if fits else 1
