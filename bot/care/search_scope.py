"""What is ours to answer. Doses, law, police services and errands are met with silence and an offer of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_model import OUT
from bot.care.search_phrases import Phrases
from bot.care.search_reading import Question

PERSONAL = 0.5
"""How much more the model must be against a question that says something personal."""


@dataclass(frozen=True)
class Scope:
    """The lists of `refuse.toml` and how sure the model must be beyond them."""

    lists: tuple[tuple[Phrases, Phrases], ...]
    personal: frozenset[str]

    @classmethod
    def parse(
        cls, refuse: Mapping[str, Mapping[str, str]], concepts: Mapping[str, Mapping[str, str]]
    ) -> Self:
        """Read both files; a concept under [feelings] or [events] is personal."""
        lists = tuple((Phrases.parse(one["says"]), Phrases.parse(one["but"])) for one in refuse.values())
        return cls(lists, frozenset({*concepts.get("feelings", ()), *concepts.get("events", ())}))

    def refuses(self, question: Question, margins: Mapping[str, float], *, named: bool) -> bool:
        """Whether the honest answer is that we do not have that."""
        if any(says.find(question.words) and not but.find(question.words) for says, but in self.lists):
            return True
        if named or OUT not in margins:
            return False
        best = max((margin for answer, margin in margins.items() if answer != OUT), default=-1.0)
        needed = PERSONAL if self.personal & question.concepts else 0.0
        return margins[OUT] - best > needed
