"""From a question in a person's own words to the records that answer it, best first, or to an honest nothing."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from bot.care.people import Profile
from bot.care.resources import Resource

K1, B = 1.2, 0.6  # BM25 as usual for short texts
FLOOR = 4.0  # below this a match is chance; found on questions written for this project
_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    "a an and are at be but by can do does for from have how i if in is it me my no not of on or that the there "
    "they this to was what when where who will with you your get help need want some any "
    "de la el en que y a los las un una por para con no se me mi es lo como donde quien ayuda necesito quiero".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record of an answer. `why` says in a few words why it is there, as a content key, or is empty."""

    id: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first; no hits is the honest "I don't have that". `score` rises with certainty."""

    hits: tuple[Hit, ...] = ()
    score: float = 0.0


class Search:
    """An index over everything that can be found; answers depend on the text and the person's profile alone."""

    def __init__(self, texts: Mapping[str, str], resources: Mapping[str, Resource]) -> None:
        self._resources = resources
        self._counts = {key: Counter(_terms(text)) for key, text in texts.items()}
        self._lengths = {key: sum(counts.values()) for key, counts in self._counts.items()}
        self._mean = sum(self._lengths.values()) / max(len(self._lengths), 1)
        frequency = Counter(term for counts in self._counts.values() for term in counts)
        total = len(self._counts)
        self._weight = {term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in frequency.items()}

    def answer(self, text: str, profile: Profile, limit: int = 10) -> Answer:
        """The best records for this text; at most `limit`."""
        terms = set(_terms(text))
        scores = {
            key: self._score(key, terms)
            for key, resource in self._resources.items()
            if resource.serves(profile.country, profile.region)
        }
        ranked = sorted((key for key in scores if scores[key] >= FLOOR), key=lambda key: (-scores[key], key))
        return Answer(tuple(Hit(key) for key in ranked[:limit]), max(scores.values(), default=0.0))

    def _score(self, key: str, terms: set[str]) -> float:
        counts, norm = self._counts[key], 1 - B + B * self._lengths[key] / self._mean
        return sum(
            self._weight[term] * counts[term] * (K1 + 1) / (counts[term] + K1 * norm)
            for term in terms & counts.keys()
        )


def build_search(resources: Mapping[str, Resource]) -> Search:
    """Index these records by their names, words and the questions written for them."""
    texts = {
        key: " ".join(
            [
                *(one.name, *one.also_known_as) * 3,
                one.en.what,
                one.es.what,
                *one.asks.en,
                *one.asks.es,
                *(topic.replace("_", " ") for topic in one.topics),
            ]
        )
        for key, one in resources.items()
    }
    return Search(texts, resources)


def _terms(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return [_stem(word) for word in _WORD.findall(plain) if word not in _COMMON]


@cache
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("english").stemWord(word))
