"""From a question in a person's own words to what answers it, best first, or to an honest nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.care.articles import Article
from bot.care.people import Profile
from bot.care.resources import Resource
from bot.care.search_content import EMPTY, SearchContent
from bot.care.search_entries import Entry, entry_of_article, entry_of_record
from bot.care.search_index import PhraseIndex
from bot.care.search_lines import serves_here
from bot.care.search_model import OUT
from bot.care.search_names import Names
from bot.care.search_places import Place
from bot.care.search_ranking import Asked, Ranker
from bot.care.search_reading import Question, Reader, fold
from bot.care.search_who import voice_of
from bot.care.search_why import why

FLOOR = 0.25
CERTAIN = 3.0
LIKENESS, WORDS, UNTAUGHT = 0.8, 0.2, 0.6
"""What likeness to a phrasing counts beside the model's margin, what a description counts beside
a phrasing, and how much more likeness counts for what the model never learned."""
CONCEPT = "#"
_SHOWN = {"danger": "crisis", "begin": "vague", "low": "vague", "rough": "vague", "scared_for_them": "vague"}
"""The rules that the chat answers alike."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One record of an answer. `why` is the content key of the reason to show, or empty."""

    id: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first; no hits is the honest "I don't have that". `score` rises with certainty.

    `intent` says what sort of message it was: "", greeting, thanks, vague, crisis, out_of_scope or bot.
    """

    hits: tuple[Hit, ...] = ()
    score: float = 0.0
    intent: str = ""


class Search:
    """An index over everything that can be found; answers depend on the text and the person's profile alone."""

    def __init__(self, entries: Iterable[Entry], content: SearchContent) -> None:
        self._content = content
        self.entries = {entry.id: entry for entry in entries}
        texts = [(entry.id, ask) for entry in self.entries.values() for ask in (*entry.names, *entry.asks)]
        folded = {text: fold(text) for _, text in texts}
        known = {word for words in folded.values() for word in words} | content.concepts.vocabulary
        known |= content.listed.union(*(fold(entry.words) for entry in self.entries.values()))
        said_often = Counter(
            word for entry in self.entries.values() for ask in entry.asks for word in folded[ask]
        )
        said_often.update(content.concepts.vocabulary)
        spellings = {word: times for word, times in said_often.items() if word.isalpha()}
        self.reader = Reader(content.concepts, content.small, content.shorthand, frozenset(known), spellings)
        self._asks = PhraseIndex((key, features(self.reader.read(text, folded[text]))) for key, text in texts)
        self._words = PhraseIndex(
            (entry.id, features(self.reader.read(" ".join((*entry.names, entry.words)))))
            for entry in self.entries.values()
        )
        self._ranker = Ranker.over(self.entries, content.lines)
        self._names = Names.parse(self.entries.values(), content.names, content.around, content.ambiguous)

    def phrasings(self) -> list[tuple[str, str]]:
        """Every phrasing with the id it asks for, and what is out of scope under OUT: what the model learns from."""
        known = [(one.id, ask) for one in self.entries.values() for ask in (*one.names, *one.asks)]
        return known + [(OUT, text) for text in self._content.out_of_scope]

    def answer(
        self,
        text: str,
        profile: Profile,
        limit: int = 10,
        *,
        joined: frozenset[str] = frozenset(),
        hidden: frozenset[str] = frozenset(),
    ) -> Answer:
        """The best records and articles for this text; at most `limit`.

        `joined` names the packs of departments the person joined, `hidden` those of departments they did not.
        """
        question = self.reader.read(text)
        if not question.words:
            return Answer(intent="out_of_scope")
        place = self.place_of(question, profile)
        named = self.names_in(question, place)
        asked = Asked(question, voice_of(question, profile), place, frozenset(named), joined, hidden)
        intent = self._content.intents.of(question, text)
        if intent in ("greeting", "thanks"):
            return Answer((), 1.0, intent)
        if intent:
            ids = self._content.lines.answer(intent, asked.voice, place, question)
            return self._answered(ids, asked, CERTAIN, limit, intent)
        margins = self._content.model.margins(question) if self._content.model else {}
        if self._content.scope.refuses(question, margins, named=bool(named)):
            return Answer((), 0.0, "out_of_scope")
        scores = self._scores(question, margins)
        for key, share in named.items():
            scores[key] = scores.get(key, 0.0) + CERTAIN * share
        best = max(scores.values(), default=0.0)
        if best < FLOOR:
            return Answer((), best, "out_of_scope")
        return self._answered(self._ranker.rank(scores, asked), asked, best, limit, "")

    def place_of(self, question: Question, profile: Profile) -> Place:
        """Where the answer must hold: at home, unless the question names another place."""
        return self._content.places.of(question, profile)

    def names_in(self, question: Question, place: Place) -> dict[str, float]:
        """What the message names, with the share of it that the name is. Another state's line, or one of a state
        nobody spoke of, counts as named only when it is what the message looks up: said in passing it helps nobody."""
        return {
            key: share
            for key, share in self._names.of(question)
            if not self.entries[key].regions
            or serves_here(self.entries[key], place)
            or self._names.looked_up(question, share)
        }

    def _scores(self, question: Question, margins: Mapping[str, float]) -> dict[str, float]:
        weights = weigh(question)
        near = self._asks.near(weights)
        for key, worth in self._words.near(weights).items():
            near[key] = near.get(key, 0.0) + WORDS * worth
        most = sum(self._asks.rarity.get(one, 0.0) for one in weights) or 1.0
        scores = {key: (1.0 + UNTAUGHT) * alike / most for key, alike in near.items()}
        for key, margin in margins.items():
            if key in self.entries:
                scores[key] = max(0.0, margin + 1.0 + LIKENESS * near.get(key, 0.0) / most)
        return scores

    def _answered(self, ids: Iterable[str], asked: Asked, score: float, limit: int, intent: str) -> Answer:
        shown = [key for key in ids if self._ranker.may_show(key, asked)]
        hits = (Hit(key, why(self.entries[key], asked, by_rule=bool(intent))) for key in shown[:limit])
        return Answer(tuple(hits), score, _SHOWN.get(intent, intent))


def features(question: Question) -> list[str]:
    """What a phrasing is indexed by."""
    return [*question.terms, *(CONCEPT + name for name in sorted(question.concepts))]


def weigh(question: Question) -> dict[str, float]:
    """What a question is looked up by."""
    weights = dict.fromkeys(question.terms, 1.0)
    weights.update((CONCEPT + name, 1.0) for name in question.concepts)
    return weights


def build_search(
    resources: Mapping[str, Resource],
    articles: Mapping[str, Mapping[str, Article]] = MappingProxyType({}),
    content: SearchContent = EMPTY,
) -> Search:
    """Index records and articles (by id, then language) by their names, words and phrasings.

    Raises ValueError naming every id that the content mentions though it is neither.
    """
    strangers = content.strangers({*resources, *articles})
    if strangers and articles:
        raise ValueError("\n".join(strangers))
    entries = [entry_of_record(record, content.asks.get(record.id, ())) for record in resources.values()]
    entries += [
        entry_of_article(tuple(found.values()), content.asks.get(key, ())) for key, found in articles.items()
    ]
    return Search(entries, content)
