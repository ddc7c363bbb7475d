"""Messages that are answered by rule: greetings, thanks, danger, a crisis, and the vague ones no index can place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.care.search_phrases import Phrases, phrases
from bot.care.search_reading import Question, fold

RULED = ("greeting", "thanks", "bot", "begin", "vague", "low", "rough", "scared_for_them")
URGENT = {"danger": "danger", "crisis": "crisis", "crisis_other": "crisis", "crisis_line": "crisis"}
"""The lists that are looked for anywhere in a message, in this order, and what each means."""

TELLING, PLAIN_AT_MOST = ("vague", "begin", "low"), 14
"""The lists of `[plain]` whose words tell what a message of such words alone means, in this order."""


@dataclass(frozen=True)
class Intents:
    """The lists of `intents.toml`."""

    whole: Mapping[str, str]
    fillers: frozenset[str]
    urgent: tuple[tuple[str, Phrases, Phrases], ...]
    plain: frozenset[str] = frozenset()
    telling: tuple[tuple[str, frozenset[str]], ...] = ()

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
        plain = {name: frozenset(said.split()) for name, said in content["plain"].items()}
        telling = tuple((intent, plain.get(intent, frozenset())) for intent in TELLING)
        return cls(
            whole={key: intent for key, intent in whole.items() if key},
            fillers=fillers,
            urgent=tuple(urgent),
            plain=frozenset().union(*plain.values()),
            telling=telling,
        )

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
        return self._plain(question.words)

    def _plain(self, words: tuple[str, ...]) -> str:
        """What a short message means that says nothing but that something is wrong or somebody is wanted."""
        if len(words) > PLAIN_AT_MOST or not self.plain.issuperset(words):
            return ""
        return next((intent for intent, telling in self.telling if not telling.isdisjoint(words)), "")


def _core(words: tuple[str, ...], fillers: frozenset[str]) -> str:
    """The words without fillers; a message of fillers alone keeps them, or every greeting would be every other."""
    return " ".join(word for word in words if word not in fillers)
