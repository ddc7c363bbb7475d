"""What is ours to answer. Doses, law, police services and errands are met with silence and an offer of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_model import OUT
from bot.care.search_phrases import Phrases
from bot.care.search_reading import Question

SURE, OURS, STATED, LONG = 0.1, 0.35, 0.4, 0.3
"""How sure the model must be, and how much surer against a question that holds one of our concepts, against a plain
statement (errands are asked or ordered; people in need tell), and against one of many words."""
ORDERED = 0.7
"""How much less sure it need be of an order."""
MANY, LETTER = 16, 30
"""Words from which a message is long, and from which it is a letter."""


@dataclass(frozen=True)
class Scope:
    """The lists of `refuse.toml` and how sure the model must be beyond them."""

    lists: tuple[tuple[Phrases, Phrases], ...]
    begins: Phrases
    """Where anything on the lists may begin: most questions hold none of it, and are not read list by list."""
    ours: frozenset[str]
    asked: frozenset[str]
    errands: frozenset[str]

    @classmethod
    def parse(
        cls,
        refuse: Mapping[str, Mapping[str, str]],
        ours: frozenset[str],
        asked: frozenset[str],
        errands: frozenset[str],
    ) -> Self:
        """Read `refuse.toml`. `ours` are the concepts that make a question ours, `asked` how
        requests begin, `errands` how orders do."""
        lists = tuple((Phrases.parse(one["says"]), Phrases.parse(one["but"])) for one in refuse.values())
        return cls(lists, Phrases.beginnings(says for says, _ in lists), ours, asked, errands)

    def refuses(self, question: Question, margins: Mapping[str, float], *, named: bool) -> bool:
        """Whether the honest answer is that we do not have that."""
        # In a letter a word of the lists is part of the story, not what is asked for.
        holds = len(question.words) < LETTER and self.begins.find(question.words)
        if holds and any(
            says.find(question.words) and not but.find(question.words) for says, but in self.lists
        ):
            return True
        if named or OUT not in margins:
            return False
        best = max((margin for answer, margin in margins.items() if answer != OUT), default=-1.0)
        return margins[OUT] - best > self._needed(question)

    def _needed(self, question: Question) -> float:
        needed = SURE + (OURS if self.ours & question.concepts else 0.0)
        if question.words[0] in self.errands:
            needed -= ORDERED
        elif question.words[0] not in self.asked:
            needed += STATED
        return needed + (LONG if len(question.words) >= MANY else 0.0)
