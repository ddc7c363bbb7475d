"""A step of the crisis protocol as a screen: its sentence, the ways to reach a person, and its answers as buttons."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.care.flow import Choice, Step
from bot.care.people import Profile
from bot.care.typed import folded
from bot.crisis_card import CrisisCards, Way
from bot.library import Library
from bot.screens import Button, Screen, pack

FLOW = "crisis"
CLEAR = "clear"  # shown on the path of violence at home: one tap empties the chat


@dataclass(frozen=True, slots=True)
class Here:
    """Where a person is: the step, its version (0: only in the buttons), and how often each record was met."""

    step: Step
    version: int = 0
    topic: str = ""
    met: Mapping[str, int] | None = None


class CrisisSteps:
    """Words and buttons of steps. Remembers nothing."""

    def __init__(self, library: Library, cards: CrisisCards) -> None:
        self._library = library
        self._cards = cards
        self._flow = library.flows[FLOW]

    def screen(
        self, profile: Profile, here: Here, today: date, *, before: str = "", question: bool = True
    ) -> Screen:
        """The step with everything it shows; `before` is the key of a sentence that comes first."""
        ways = self._ways(profile, here, today)
        parts = self._parts(profile, here, before, question=question) + [way.line for way in ways]
        cards = tuple(way.card for way in ways if way.card)[:1]
        return Screen(
            "\n\n".join(parts), self._rows(profile, here, ways), cards, key=before or step_key(here.step)
        )

    def again(self, profile: Profile, here: Here, *, before: str, question: bool = True) -> Screen:
        """The step once more, after what was typed: no number a second time."""
        parts = self._parts(profile, here, before, question=question)
        return Screen("\n\n".join(parts), self._rows(profile, here, []), key=before)

    def named(self, profile: Profile, here: Here, text: str) -> str:
        """The choice whose label somebody typed instead of tapping it, or ""."""
        said, key = folded(text), step_key(here.step)
        for choice in here.step.choices:
            if said and said == folded(self._library.text(f"{key}.{choice.id}", profile.lang)):
                return choice.id
        return ""

    def met_after(self, profile: Profile, here: Here, today: date) -> Counter[str]:
        """How often each record was met once this step has been shown."""
        met = Counter(here.met or {})
        met.update(way.record for way in self._ways(profile, here, today) if way.record)
        return met

    def _ways(self, profile: Profile, here: Here, today: date) -> list[Way]:
        shows = [show for show in here.step.shows if show != CLEAR]
        topic = self._flow.path_of(here.step.id) or here.topic
        return self._cards.ways(shows, profile, today, here.met or {}, topic)

    def _parts(self, profile: Profile, here: Here, before: str, *, question: bool) -> list[str]:
        keys = ([before] if before else []) + ([step_key(here.step)] if question else [])
        return [self._library.text(key, profile.lang) for key in keys]

    def _rows(self, profile: Profile, here: Here, ways: list[Way]) -> tuple[tuple[Button, ...], ...]:
        lang, key = profile.lang, step_key(here.step)
        copies = [
            (Button(self._library.text("crisis-copy", lang), copy_text=way.copy),) for way in ways if way.copy
        ]
        answers = [
            (
                Button(
                    self._library.text(f"{key}.{choice.id}", lang),
                    pack(FLOW, here.step.id, choice.id, here.version),
                ),
            )
            for choice in here.step.choices
            if not hidden(choice, profile, here.topic)
        ]
        offers = [
            (Button(self._library.text(f"need-{need}", lang), pack(FLOW, "offer", need)),)
            for need in here.step.offers
        ]
        clear = [(Button(self._library.text("crisis-clear", lang), pack(FLOW, CLEAR)),)]
        return (*copies, *answers, *offers, *(clear if CLEAR in here.step.shows else []))


def hidden(choice: Choice, profile: Profile, topic: str) -> bool:
    """Whether this answer makes no sense for this person."""
    return bool({profile.audience.value, topic.removeprefix("asked_")} & choice.hidden_from)


def step_key(step: Step) -> str:
    """The sentence a step says."""
    return f"{FLOW}-{step.id.replace('_', '-')}"
