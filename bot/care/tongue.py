"""In which language something was written: a hint good enough to offer a button, never to switch by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.care.typed import folded

FEW = 3  # words; so short a message shows its language by one word


@dataclass(frozen=True, slots=True)
class Tongues:
    """Telling words by language; none of them in two."""

    words: Mapping[str, frozenset[str]]

    def of(self, text: str) -> str:
        """The language of the first 160 characters, or "" when that is not plain."""
        said = folded(text).split()
        told = {lang: sum(word in telling for word in said) for lang, telling in self.words.items()}
        best = max(told, key=lambda lang: told[lang], default="")
        others = max((count for lang, count in told.items() if lang != best), default=0)
        enough = 1 if len(said) <= FEW else 2
        return best if best and told[best] >= max(enough, 2 * others) else ""


def parse_tongues(content: Mapping[str, str]) -> Tongues:
    """Read tongues.toml. Raises ValueError for a word that is not folded."""
    every = {lang: frozenset(words.split()) for lang, words in content.items()}
    wrong = [word for words in every.values() for word in sorted(words) if word != folded(word)]
    if wrong:
        raise ValueError(f"tongues.toml: write {wrong[0]!r} as {folded(wrong[0])!r}")
    shared = {
        word
        for lang, words in every.items()
        for other in every
        if other != lang
        for word in words & every[other]
    }
    return Tongues({lang: words - shared for lang, words in every.items()})
