"""How hard a text is to read, by the formulas of each language. Estimates: good enough to catch a paragraph of jargon."""

import re
import unicodedata

SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def school_grade(text: str) -> float:
    """Flesch-Kincaid grade of English: 6 is readable by a twelve-year-old."""
    words, sentences = _words(text), _sentences(text)
    syllables = sum(map(_english_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def spanish_ease(text: str) -> float:
    """Fernández-Huerta ease of Spanish: 60 to 70 is school grades 7 to 8, higher is easier."""
    words, sentences = _words(text), _sentences(text)
    syllables = sum(map(_spanish_syllables, words))
    return 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / sentences


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _sentences(text: str) -> int:
    return max(1, sum(1 for part in SENTENCE_END.split(text) if WORD.search(part)))


def _english_syllables(word: str) -> int:
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def _spanish_syllables(word: str) -> int:
    """Vowel groups, where an accented i or u, or two strong vowels, stand apart."""
    word = re.sub(r"([íú])", r" \1 ", word.lower())
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    plain = re.sub(r"(?<=[gq])u(?=[ei])", "", plain)
    strong_apart = re.sub(r"([aeo])(?=[aeo])", r"\1 ", plain)
    return max(1, len(re.findall(r"[aeiouy]+", strong_apart)))
