"""My plan: a short list for bad hours in six parts, built by tapping and typing. A list, never a promise.

The idea of the parts: docs/questionnaires.md. The words are ours and lie in content.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from bot.care.people import Audience

MOST = 5  # entries a part: more is not read in a bad hour, and the whole must fit one message
LONGEST = 100  # characters of own words
OWN = "="  # before what a person wrote; without it an entry is the id of a suggestion
NAME, REVIEW = "name", "review"


class Refused(ValueError):
    """Words that cannot be taken: `too_long`, or `full` when the part has enough."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part and what can be tapped there; `on_duty` is offered to nobody's family."""

    id: str
    suggestions: tuple[str, ...]
    on_duty: frozenset[str] = frozenset()

    def offers(self, audience: Audience) -> tuple[str, ...]:
        """The suggestions for this person."""
        hidden = self.on_duty if audience is Audience.FAMILY else frozenset()
        return tuple(one for one in self.suggestions if one not in hidden)


PARTS = (
    Part("warning", ("sleep", "snap", "alone", "drink", "numb", "replay"), frozenset({"replay"})),
    Part("helps", ("move", "breathe", "shower", "music", "animal", "hands")),
    Part("places", ("gym", "outside", "coffee", "relatives", "faith", "friends"), frozenset({"friends"})),
    Part(
        "people",
        ("partner", "friend", "relative", "colleague", "retired"),
        frozenset({"colleague", "retired"}),
    ),
    Part("pros", ("doctor", "counselor", "chaplain", "peer", "eap"), frozenset({"peer"})),
    Part("safer", ("locker", "hold", "key", "pills", "drink", "away"), frozenset({"locker"})),
)
BY_ID = MappingProxyType({part.id: part for part in PARTS})
STEPS = (*BY_ID, REVIEW)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where somebody is and what stands there so far. `asked` says whether one name was asked for."""

    step: str = PARTS[0].id
    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    asked: bool = False

    def of(self, part: str) -> tuple[str, ...]:
        """The entries of a part, in the order they came."""
        return self.entries.get(part, ())

    @property
    def part(self) -> Part | None:
        """The part that is open; the one more question for a name belongs to the people."""
        return BY_ID.get("people" if self.step == NAME else self.step)

    @property
    def has_entries(self) -> bool:
        """Whether anything stands in it."""
        return any(self.entries.values())

    def as_json(self) -> dict[str, Any]:
        """For the open conversation, without the step."""
        return {
            "entries": {part: list(entries) for part, entries in self.entries.items()},
            "asked": self.asked,
        }


def read(step: str, kept: Mapping[str, Any]) -> Plan:
    """Back from `as_json`. A step or part of another release is left out."""
    entries = {part: tuple(found) for part, found in kept.get("entries", {}).items() if part in BY_ID}
    known = step in (*STEPS, NAME)
    return Plan(step if known else PARTS[0].id, entries, bool(kept.get("asked")))


def advance(plan: Plan, choice: str) -> Plan:
    """What a tap leads to: `next`, `back`, `without` a name, a suggestion's id, or `-` and the place of an own entry.

    Anything else changes nothing. The one push for a name comes once, when "next" leaves the people empty.
    """
    if choice == "next" and plan.step == "people" and not plan.of("people") and not plan.asked:
        return Plan(NAME, plan.entries, asked=True)
    if choice in ("next", "back", "without"):
        return Plan(_beside(plan, choice), plan.entries, plan.asked)
    part = plan.part
    if part is None:
        return plan
    entries = plan.of(part.id)
    if choice.startswith("-"):
        place = choice[1:]
        left = tuple(one for number, one in enumerate(entries) if str(number) != place)
        return _with(plan, part, left)
    if choice in entries:
        return _with(plan, part, tuple(one for one in entries if one != choice))
    if choice in part.suggestions and len(entries) < MOST:
        return _with(plan, part, (*entries, choice))
    return plan


def add(plan: Plan, words: str) -> Plan:
    """Own words, for the part that is open. Raises Refused; nothing happens on the last screen."""
    part, words = plan.part, " ".join(words.split())
    if part is None or not words:
        return plan
    if len(words) > LONGEST:
        raise Refused("too_long")
    entries = plan.of(part.id)
    if OWN + words in entries:
        return plan
    if len(entries) >= MOST:
        raise Refused("full")
    added = _with(plan, part, (*entries, OWN + words))
    return Plan("people", added.entries, added.asked) if plan.step == NAME else added


def _with(plan: Plan, part: Part, entries: tuple[str, ...]) -> Plan:
    return Plan(plan.step, {**plan.entries, part.id: entries}, plan.asked)


def _beside(plan: Plan, choice: str) -> str:
    here = STEPS.index("people" if plan.step == NAME else plan.step)
    if plan.step == NAME and choice == "back":
        return "people"
    there = here - 1 if choice == "back" else here + 1
    return STEPS[min(max(there, 0), len(STEPS) - 1)]
