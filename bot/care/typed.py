"""What a typed message means in the middle of a conversation: yes, no, leave me be, a fear named, or a question."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

SHORT = 40  # characters; a longer message is not an answer to a yes-or-no question but something to listen to
SENTENCE = 160  # characters; in a longer message a phrase is a part of a story, not its point
_NOT_A_WORD = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True)
class TypedAnswers:
    """Whole messages by language and meaning, phrases that name a meaning anywhere, and how questions begin."""

    whole: Mapping[str, Mapping[str, frozenset[str]]]
    about: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    openings: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def meaning(self, text: str, lang: str) -> str:
        """ "yes", "no", "leave", "help", a barrier's name, or "". The person's own language is asked first."""
        if whole := self.whole_meaning(text, lang):
            return whole
        said = folded(text)
        languages = dict.fromkeys((lang, *self.whole))
        if len(text) <= SENTENCE:
            for code in languages:
                for meaning, phrases in self.about.get(code, {}).items():
                    if any(f" {phrase} " in f" {said} " for phrase in phrases):
                        return meaning
        return ""

    def whole_meaning(self, text: str, lang: str) -> str:
        """The same for the message as a whole alone."""
        if len(text) <= SHORT:
            said = folded(text)
            for code in dict.fromkeys((lang, *self.whole)):
                for meaning, messages in self.whole.get(code, {}).items():
                    if said in messages:
                        return meaning
        return ""

    def asks(self, text: str) -> bool:
        """Whether this reads as a question or a request, in any of the languages."""
        said = f"{folded(text)} "
        openings = (f"{opening} " for found in self.openings.values() for opening in found)
        return "?" in text or said.startswith(tuple(openings))


def parse_typed(content: Mapping[str, object]) -> TypedAnswers:
    """Read `typed.toml`. Raises ValueError naming the language at fault."""
    whole: dict[str, dict[str, frozenset[str]]] = {}
    about: dict[str, dict[str, tuple[str, ...]]] = {}
    openings: dict[str, frozenset[str]] = {}
    for lang, tables in content.items():
        if not isinstance(tables, Mapping):
            raise ValueError(f"typed.toml [{lang}] is no table")  # noqa: TRY004  # what the library reports
        openings[lang] = frozenset(map(folded, tables.get("asks", ())))
        named = tables.get("about", {})
        about[lang] = {meaning: tuple(map(folded, phrases)) for meaning, phrases in named.items()}
        whole[lang] = {
            str(meaning): frozenset(map(folded, words))
            for meaning, words in tables.items()
            if meaning not in ("asks", "about")
        }
    return TypedAnswers(whole, about, openings)


def folded(text: str) -> str:
    """Small letters without accents and punctuation, the first 160 characters."""
    plain = unicodedata.normalize("NFKD", text[: SENTENCE + 1].casefold().replace("'", "").replace("’", ""))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(_NOT_A_WORD.sub(" ", letters).split())
