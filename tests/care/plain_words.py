"""What no sentence sent unasked may hold, how alike two may be, and what counts as a sentence."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

ALIKE = 78.0
"""Word overlap in percent from which two texts read as the same one."""

NEVER = re.compile(
    r"commit\w* suicide|comet\w+ suicidio|(successful|failed) (suicide|attempt)|suicidio (exitoso|fallido)"
    r"|\btherap|\bterapi|\bdiagnos|diagn[oó]stic|mhfa|guarantee|garanti|proven|comprobad|epidemi[ac]"
    r"|\bhero(es)?\b|\bhéroes?\b|warrior|guerrer|self-care|autocuidado|journey|resilien|mindset|embrace"
    r"|cortisol|vagus|nervio vago|nervous system|sistema nervioso|heal(s|ing)?\b|\bcures?\b"
    r"|just breathe|solo respira\b|you (must|should) (feel|be grateful)|you('re| are) (feeling|stressed|anxious|burned)"
    r"|\busted\b|https?:|www\.|\d{3}",
    re.IGNORECASE,
)
"""Harmful, preachy, medical or promised; a link, or something that could be a number to call (cards show those)."""

SECRET = re.compile(r"confidential|anonymous|confidencial|anónim", re.IGNORECASE)
PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")
ENGLISH = re.compile(r"\b(the|with|your|and|you)\b", re.IGNORECASE)
SPANISH_END = re.compile(r"[¿¡]")
_END = re.compile(r'[.!?]"?(?=\s|$)')
_SPOKEN = re.compile(r'"[^"]*"')


def sentences(text: str) -> int:
    """How many; what is said in quotes is one phrase."""
    return len(_END.findall(_SPOKEN.sub(_as_one_phrase, text)))


def _as_one_phrase(said: re.Match[str]) -> str:
    return '"x."' if re.search(r'[.!?]"$', said[0]) and _ends_there(said) else '"x"'


def _ends_there(said: re.Match[str]) -> bool:
    after = said.string[said.end() :].lstrip()
    return not after or (after[0].isupper() or after[0] in '¿¡"')


def nearly_alike(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Names of texts that share nearly all their words, whatever the order."""
    names, words = list(texts), list(texts.values())
    scores = process.cdist(words, words, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    return [
        (names[one], names[other])
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if scores[one][other]
    ]


def no_trouble(text: str, lang: str) -> None:
    """Assert that a text may be sent to somebody who did not ask for this one."""
    assert not (found := NEVER.search(text)), found
    assert not (found := SECRET.search(text)), f"{found} without the line that says who can see what"
    assert not PICTURES.search(text)
    assert not re.search(r"[<>*_`]", text.replace("___", "")), "plain words only: the sender escapes them"
    if lang == "es":
        assert not (found := ENGLISH.search(text)), found
        for mark, opening in (("?", "¿"), ("!", "¡")):
            assert text.count(mark) == text.count(opening), text
    else:
        assert not SPANISH_END.search(text)
