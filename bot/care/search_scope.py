"""What is ours to answer. Doses, law, police services and errands are met with silence and an offer of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_model import OUT
from bot.care.search_phrases import Phrases
from bot.care.search_reading import Question

OURS, STATED, LONG = 0.35, 0.2, 0.3
"""How much surer the model must be against a question that holds one of our concepts, against a plain statement
(errands are asked or ordered; people in need tell), and against one of many words."""
MANY = 16

_ASKED = frozenset(
    (
        *("what", "whats", "how", "can", "could", "do", "does", "is", "are", "which", "who", "when", "where", "why", "best"),
        *("should", "will", "write", "give", "tell", "find", "show", "make", "help", "get", "que", "como", "cual", "cuando"),
        *("donde", "cuanto", "cuanta", "cuantos", "quien", "puedo", "es", "hay", "dame", "haz", "hazme", "dime", "cuantas"),
    )
)
_GENERAL = frozenset(
    (
        *("number", "call", "reading", "course", "free", "start", "mandatory", "evidence", "report_it", "directory", "policy"),
        *("money", "fitness", "kinds", "safety", "team", "academy", "text_msg", "unverified", "few_days", "rural", "signs"),
        *("danger_now", "women", "app", "gun", "at_night", "guilt"),
    )
)
"""Concepts that people also use for everything else."""


@dataclass(frozen=True)
class Scope:
    """The lists of `refuse.toml` and how sure the model must be beyond them."""

    lists: tuple[tuple[Phrases, Phrases], ...]
    ours: frozenset[str]

    @classmethod
    def parse(
        cls, refuse: Mapping[str, Mapping[str, str]], concepts: Mapping[str, Mapping[str, str]]
    ) -> Self:
        """Read both files; who people are does not make a question ours, what they feel, met or look for does."""
        lists = tuple((Phrases.parse(one["says"]), Phrases.parse(one["but"])) for one in refuse.values())
        named = {name for section, table in concepts.items() if section != "people" for name in table}
        return cls(lists, frozenset(named - _GENERAL))

    def refuses(self, question: Question, margins: Mapping[str, float], *, named: bool) -> bool:
        """Whether the honest answer is that we do not have that."""
        if any(says.find(question.words) and not but.find(question.words) for says, but in self.lists):
            return True
        if named or OUT not in margins:
            return False
        best = max((margin for answer, margin in margins.items() if answer != OUT), default=-1.0)
        return margins[OUT] - best > self._needed(question)

    def _needed(self, question: Question) -> float:
        needed = OURS if self.ours & question.concepts else 0.0
        if question.words[0] not in _ASKED:
            needed += STATED
        return needed + (LONG if len(question.words) >= MANY else 0.0)
