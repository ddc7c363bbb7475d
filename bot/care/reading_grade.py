"""How hard a text is to read, as a US school grade; good enough to say "shorter sentences, shorter words"."""

import re

HARDEST = 9.0  # grade; we write for 6 to 8, and a formula is off by one
FEWEST = 30  # words; below that a formula says nothing
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STOP = re.compile(r"[.!?…:;]+|\n+")
VOWELS = {"en": re.compile(r"[aeiouy]+"), "es": re.compile(r"[aeiouáéíóúü]+", re.IGNORECASE)}


def grade(text: str, lang: str) -> float:
    """US school grade; 0 for a text too short to tell.

    English: Flesch-Kincaid grade level (Kincaid et al. 1975). Spanish: the Fernández-Huerta reading ease (1959), put
    on the same scale by the grades its author gives to its bands (90 easy, 60 plain, 30 hard).
    """
    words = WORD.findall(text)
    if len(words) < FEWEST:
        return 0.0
    sentences = max(1, len([part for part in STOP.split(text) if WORD.search(part)]))
    syllables = sum(_syllables(word, lang) for word in words)
    if lang == "es":
        ease = 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / sentences
        return max(0.0, (110 - ease) / 6)
    return max(0.0, 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59)


def _syllables(word: str, lang: str) -> int:
    small = word.lower()
    groups = len(VOWELS.get(lang, VOWELS["en"]).findall(small))
    if lang == "es":
        groups += len(re.findall(r"[aeo][aeo]|[íú][aeo]|[aeo][íú]", small))  # vowels that part
    elif small.endswith("e") and not small.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(1, groups)
