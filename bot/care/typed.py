"""What a short typed answer means, when a person types instead of tapping: yes, no, or leave me be."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

SHORT = 40  # characters; a longer message is not an answer to a yes-or-no question but something to listen to
_NOT_A_WORD = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True)
class TypedAnswers:
    """Whole messages by language and meaning ("yes", "no", "leave")."""

    by_lang: Mapping[str, Mapping[str, frozenset[str]]]

    def meaning(self, text: str, lang: str) -> str:
        """ "yes", "no", "leave", or "" when the message is none of these. The person's own language is asked first."""
        said = _folded(text)
        for code in (lang, *self.by_lang):
            for meaning, messages in self.by_lang.get(code, {}).items():
                if said in messages:
                    return meaning
        return ""


def parse_typed(content: Mapping[str, object]) -> TypedAnswers:
    """Read `typed.toml`. Raises ValueError naming the language at fault."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for lang, meanings in content.items():
        if not isinstance(meanings, Mapping):
            raise ValueError(f"typed.toml [{lang}] is no table")
        found[lang] = {str(meaning): frozenset(map(_folded, words)) for meaning, words in meanings.items()}
    return TypedAnswers(found)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:SHORT].casefold().replace("'", "").replace("’", ""))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(_NOT_A_WORD.sub(" ", letters).split()) if len(text) <= SHORT else ""
