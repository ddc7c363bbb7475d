"""From a question in a person's own words to what answers it, best first, or to an honest nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.care.articles import Article
from bot.care.people import Profile
from bot.care.resources import Resource
from bot.care.search_content import EMPTY, SearchContent
from bot.care.search_entries import Entry, entry_of_article, entry_of_record
from bot.care.search_index import PhraseIndex
from bot.care.search_lines import HERE, serves_here
from bot.care.search_names import Names
from bot.care.search_places import Place
from bot.care.search_reading import Question, Reader, fold
from bot.care.search_who import Voice, voice_of

FLOOR = 9.0
CONCEPT = "#"


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
        self._entries = {entry.id: entry for entry in entries}
        texts = [(entry.id, ask) for entry in self._entries.values() for ask in (*entry.names, *entry.asks)]
        known = {word for _, text in texts for word in fold(text)} | content.concepts.vocabulary
        self.reader = Reader(content.concepts, content.small, content.shorthand, frozenset(known))
        self._asks = PhraseIndex((key, features(self.reader.read(text))) for key, text in texts)
        self._words = PhraseIndex(
            (entry.id, features(self.reader.read(" ".join((*entry.names, entry.words)))))
            for entry in self._entries.values()
        )
        self._names = Names.parse(self._entries.values(), content.names)

    def answer(self, text: str, profile: Profile, limit: int = 10) -> Answer:
        """The best records and articles for this text; at most `limit`."""
        question = self.reader.read(text)
        place = self._content.places.of(question, profile)
        voice = voice_of(question, profile)
        intent = self._content.intents.of(question, text)
        if intent in ("greeting", "thanks"):
            return Answer((), 1.0, intent)
        if intent:
            ids = self._content.lines.answer(intent, voice, place, question)
            return self._answered(ids, place, 100.0, limit, intent)
        scores = self._scores(question)
        named = self._names.of(question)
        for key, share in named:
            scores[key] = scores.get(key, 0.0) + 60 * share
        best = max(scores.values(), default=0.0)
        if best < FLOOR:
            return Answer((), best, "out_of_scope")
        names = frozenset(key for key, _ in named)
        ranked = self._rank(scores, voice, place, question, names)
        return self._answered(ranked, place, best, limit, "", names)

    def _scores(self, question: Question) -> dict[str, float]:
        weights = weigh(question)
        near, words = self._asks.near(weights), self._words.near(weights)
        return {key: near.get(key, 0.0) + 0.3 * words.get(key, 0.0) for key in near.keys() | words.keys()}

    def _rank(
        self, scores: dict[str, float], voice: Voice, place: Place, question: Question, names: frozenset[str]
    ) -> list[str]:
        fit = {
            key: score * self._fit(self._entries[key], voice, place)
            for key, score in scores.items()
            if self._may_show(key, place, names)
        }
        total = dict(fit)
        leads = sorted(fit, key=lambda key: (-fit[key], key))[:4]
        for lead in leads:
            worth = 0.75
            for key in self._content.lines.after(lead, voice, place, question):
                for one in self._local(place) if key == HERE else (key,):
                    if one in self._entries and self._may_show(one, place, names):
                        total[one] = max(total.get(one, 0.0), fit.get(one, 0.0) * 0.4 + fit[lead] * worth)
                worth *= 0.92
        return sorted(total, key=lambda key: (-total[key], key))

    def _local(self, place: Place) -> list[str]:
        return [key for key, entry in self._entries.items() if serves_here(entry, place)]

    def _may_show(self, key: str, place: Place, names: frozenset[str]) -> bool:
        entry = self._entries[key]
        if key in names:
            return not entry.countries or place.country in entry.countries
        return not entry.only_by_name and entry.serves(place.country, place.regions)

    def _fit(self, entry: Entry, voice: Voice, place: Place) -> float:
        fit = 1.0
        if entry.kind == "podcast":
            fit *= 0.6
        if voice is Voice.OFFICER and entry.audiences <= {"family", "survivors", "children_teens"}:
            fit *= 0.7
        if voice in (Voice.OFFICER, Voice.FAMILY) and entry.audiences <= {"departments"}:
            fit *= 0.6
        if voice is Voice.FAMILY and "family" in entry.audiences:
            fit *= 1.1
        if voice is Voice.DEPARTMENT and "departments" in entry.audiences:
            fit *= 1.2
        if serves_here(entry, place):
            fit *= 1.3
        return fit

    def _answered(
        self,
        ids: Iterable[str],
        place: Place,
        score: float,
        limit: int,
        intent: str,
        names: frozenset[str] = frozenset(),
    ) -> Answer:
        shown = [key for key in ids if key in self._entries and self._may_show(key, place, names)]
        return Answer(tuple(Hit(key) for key in shown[:limit]), score, intent)


def features(question: Question) -> list[str]:
    """What a phrasing is indexed by."""
    return [*question.terms, *(CONCEPT + name for name in sorted(question.concepts))]


def weigh(question: Question) -> dict[str, float]:
    """What a question is looked up by."""
    weights = dict.fromkeys(question.terms, 1.0)
    weights.update((CONCEPT + name, 1.0) for name in question.concepts)
    return weights


def build_search(
    resources: Mapping[str, Resource], articles: Iterable[Article] = (), content: SearchContent = EMPTY
) -> Search:
    """Index records and articles by their names, words and phrasings.

    Raises ValueError naming every id that the content mentions and that is not there.
    """
    entries = [entry_of_record(record, content.asks.get(record.id, ())) for record in resources.values()]
    translated: dict[str, list[Article]] = {}
    for article in articles:
        translated.setdefault(article.id, []).append(article)
    entries += [entry_of_article(found, content.asks.get(key, ())) for key, found in translated.items()]
    return Search(entries, content)
