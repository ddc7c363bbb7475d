"""Messages that are answered by rule: greetings, thanks, danger, a crisis, and the vague ones no index can place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_phrases import Phrases, phrases
from bot.care.search_reading import Question, fold

RULED = ("greeting", "thanks", "bot", "begin", "vague", "low", "rough", "scared_for_them")
URGENT = {"danger": "danger", "crisis": "crisis", "crisis_other": "crisis", "crisis_line": "crisis"}
"""The lists that are looked for anywhere in a message, in this order, and what each means."""


@dataclass(frozen=True)
class Intents:
    """The lists of `intents.toml`."""

    whole: Mapping[str, str]
    fillers: frozenset[str]
    urgent: tuple[tuple[str, Phrases, Phrases], ...]

    @classmethod
    def parse(cls, content: Mapping[str, Mapping[str, str]], fillers: frozenset[str]) -> Self:
        """Read the file; `fillers` change nothing in a message that is one of its `whole` ones."""
        whole: dict[str, str] = {}
        for intent in RULED:
            for words, _ in phrases(content[intent]["whole"]):
                whole.setdefault(" ".join(words), intent)
                whole.setdefault(_core(words, fillers), intent)
        urgent = (
            (intent, Phrases.parse(content[name]["says"]), Phrases.parse(content[name]["but"]))
            for name, intent in URGENT.items()
        )
        return cls({key: intent for key, intent in whole.items() if key}, fillers, tuple(urgent))

    def of(self, question: Question, text: str) -> str:
        """The intent, or "" when the message is a question to be searched."""
        said = tuple(fold(text))
        intent = self.whole.get(" ".join(said)) or self.whole.get(" ".join(question.words))
        intent = intent or self.whole.get(_core(question.words, self.fillers), "")
        if intent:
            return intent
        for intent, says, but in self.urgent:
            if says.find(question.words) and not but.find(question.words):
                return intent
        return ""


def _core(words: tuple[str, ...], fillers: frozenset[str]) -> str:
    """The words without fillers; a message of fillers alone keeps them, or every greeting would be every other."""
    return " ".join(word for word in words if word not in fillers)
