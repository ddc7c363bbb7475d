"""A step of the check-in as a screen: its words, what it shows, and its answers as buttons. Remembers nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.care.articles import Article
from bot.care.checkin import (
    SKIP,
    STOP,
    Answer,
    CheckIn,
    Known,
    State,
    item_at,
    offered,
    option_answers,
    results_of,
)
from bot.care.next_steps import Way
from bot.care.people import Audience, Profile
from bot.care.wording import said
from bot.crisis_card import CrisisCards
from bot.library import Library
from bot.record_words import RecordWords
from bot.screens import Button, PhoneCard, Screen, escape, pack

FLOW = "check"
BUDDY = "buddy"
FIRST_SAFETY = "asq_1"  # says before it why straight questions follow
ROW = 24  # characters of two labels that still fit side by side on a narrow phone
CHIEF = {"agency": "checkin-chief-agency"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is, with what the step may show. `version` 0: nothing is remembered."""

    state: State
    known: Known
    version: int = 0
    way: Way | None = None


class CheckinScreens:
    """Words and buttons of the check-in."""

    def __init__(self, library: Library, cards: CrisisCards) -> None:
        self._library = library
        self._cards = cards

    @property
    def flow(self) -> CheckIn:
        """The check-in itself."""
        return self._library.companions.checkin

    def screen(
        self,
        profile: Profile,
        place: Place,
        now: datetime,
        says: Iterable[str] = (),
        *,
        people: bool = False,
        again: bool = False,
    ) -> Screen:
        """The step; `says` are keys of lines that come first, `people` puts lines to call before the question.

        `again`: it was read a moment ago, so what only introduces it is left out.
        """
        step = self.flow.steps[place.state.step]
        parts = [self.text(key, profile) for key in says]
        parts += [line for line in self._people(profile, now) if people]
        parts += self._body(profile, place, now, again=again)
        if "lines" in step.shows:
            parts += self._people(profile, now)
        rows = self._rows(profile, place)
        cards = self._dials(place, profile, now)
        return Screen("\n\n".join(parts), rows, cards, key=step_key(step.id))

    def labels(self, profile: Profile, place: Place) -> dict[str, str]:
        """The answers on the screen and their words, in order."""
        found = item_at(self.flow, place.state, place.known)
        if found is not None and self.flow.steps[place.state.step].asks:
            options = option_answers(*found).items()
            labels = {answer: said(option.label, profile.lang) for answer, option in options}
            return {**labels, SKIP: self.text("checkin-skip", profile)}
        return {
            choice.id: self._label(place.state.step, choice.id, choice.label, profile)
            for choice in offered(self.flow, place.state, place.known)
        }

    def over(self, profile: Profile) -> Screen:
        """A button of a check-in that is over."""
        begin = Button(self.text("checkin-begin", profile), pack(FLOW, "open"))
        home = Button(self.text("menu-home", profile), pack("home", "show"))
        return Screen(self.text("checkin-over", profile), ((begin,), (home,)), key="checkin-over")

    def start_over(self, profile: Profile) -> tuple[Button, ...]:
        """The row that begins anew."""
        return (Button(self.text("checkin-start-over", profile), pack(FLOW, "over")),)

    def text(self, key: str, profile: Profile, **values: object) -> str:
        """A sentence; the family's own where there is one."""
        own = _of_family(key)
        if profile.audience is Audience.FAMILY and self._library.sentences.has(own, profile.lang):
            key = own
        return self._library.text(key, profile.lang, **values)

    def _label(self, step: str, answer: str, label: str, profile: Profile) -> str:
        if answer[1:].isdecimal() and answer[0] == "n":
            return answer[1:]
        return self.text(label or f"{step_key(step)}.{answer}", profile)

    def _body(self, profile: Profile, place: Place, now: datetime, *, again: bool) -> list[str]:
        step = self.flow.steps[place.state.step]
        if step.asks:
            return self._item(profile, place)
        if step.rung:
            return self._way(profile, place, now)
        head = [self.text(step.words or step_key(step.id), profile)]
        questionnaire = place.known.questionnaires.get(step.introduces)
        if questionnaire is not None and not again:
            head.insert(0, self.text(questionnaire.intro, profile))
        if step.id == FIRST_SAFETY and not again:
            head.insert(0, self.text("checkin-asq-first", profile))
        if step.result:
            return head + self._result(profile, place)
        if BUDDY in step.shows:
            head.append(f"<code>{self.text('checkin-words-buddy', profile)}</code>")
        return head

    def _item(self, profile: Profile, place: Place) -> list[str]:
        found = item_at(self.flow, place.state, place.known)
        assert found is not None  # noqa: S101  # `settled` has left every step whose item is gone
        questionnaire, item = found
        at = self.text("checkin-of", profile, at=place.state.at + 1, all=len(questionnaire.items))
        return [escape(questionnaire.asked(item, profile.lang)), at]

    def _result(self, profile: Profile, place: Place) -> list[str]:
        results = results_of(place.state, place.known)
        counted = [key for one in results if one is not None for key in one.says]
        unfinished = ["checkin-incomplete"] if None in results else []
        none = ["checkin-no-score"] if not place.state.told else []
        closing = ["checkin-hope", *(["checkin-no-verdict"] if counted else [])]
        return [self.text(key, profile) for key in (*((*counted, *unfinished) or none), *closing)]

    def _way(self, profile: Profile, place: Place, now: datetime) -> list[str]:
        head = self.text("checkin-next" if place.state.rung == 0 else "checkin-next-other", profile)
        way = place.way
        if way is None:
            return [head, *self._people(profile, now)]
        chief = self.text("checkin-chief", profile)
        if isinstance(way.found, Article):
            family = profile.audience is Audience.FAMILY
            says = "checkin-way-own-doctor" if family else "checkin-way-clinician"
            who = [self.text(says, profile)]
            limits = [] if family else [f"{chief}\n{self.text('checkin-chief-clinician', profile)}"]
            return [head, *who, *limits]
        words = RecordWords(self._library, way.found, profile.lang, now)
        about = way.found.about(profile.lang)
        contacts = list(words.shortest()) or list(words.ways())[:2]
        lines = [f"<b>{escape(way.found.title(profile.lang))}</b>", escape(about.who_answers or about.what)]
        opened = words.open_now()
        outside = [] if profile.audience is Audience.FAMILY else [self.text(_chief(way), profile)]
        told = "\n".join([chief, *outside, *map(escape, filter(None, (about.privacy, about.limits)))])
        generic = [escape(about.what)] if not contacts else []
        return [head, "\n".join(filter(None, [*lines, *generic, *contacts, opened])), told]

    def _people(self, profile: Profile, now: datetime) -> list[str]:
        return ["\n".join(way.line for way in self._cards.ways(("lines",), profile, now.date(), {}))]

    def _dials(self, place: Place, profile: Profile, now: datetime) -> tuple[PhoneCard, ...]:
        step, way = self.flow.steps[place.state.step], place.way
        if not step.rung or way is None or isinstance(way.found, Article):
            return ()
        phones = way.found.shown_phones(now.date())
        return (PhoneCard(way.found.title(profile.lang), phones[0].link),) if phones else ()

    def _rows(self, profile: Profile, place: Place) -> tuple[tuple[Button, ...], ...]:
        step = self.flow.steps[place.state.step]
        if step.ends:
            return (
                (Button(self.text("menu-crisis", profile), pack("home", "crisis")),),
                (Button(self.text("menu-home", profile), pack("home", "show")),),
            )
        labels = self.labels(profile, place)
        leaving = [SKIP] if SKIP in labels and self._is_plain_skip(place) else []
        leaving += [STOP] if step.stop else []
        labels[STOP] = self.text("checkin-stop", profile)
        answers = [
            Button(labels[one], self._data(place, one)) for one in labels if one not in (STOP, *leaving)
        ]
        # A scale reads downwards; anything else may stand side by side.
        rows = [(button,) for button in answers] if step.asks else _side_by_side(answers)
        last = tuple(Button(labels[one], self._data(place, one)) for one in leaving)
        return (*self._extra(profile, place), *rows, *([last] if last else []))

    def _is_plain_skip(self, place: Place) -> bool:
        choice = self.flow.steps[place.state.step].choice(SKIP)
        return not isinstance(choice, Answer) or choice.label == "checkin-skip"

    def _extra(self, profile: Profile, place: Place) -> Iterable[tuple[Button, ...]]:
        step = self.flow.steps[place.state.step]
        if BUDDY in step.shows:
            words = self.text("checkin-words-buddy", profile)
            yield (Button(self.text("checkin-copy", profile), copy_text=words),)
        if step.id == self.flow.begins[""] and "has_scores" in place.known.words:
            yield (Button(self.text("checkin-my-results", profile), pack("trend", "show")),)
        for opened in step.opens:
            yield (self._opens(opened, profile),)
        if step.rung and place.way is not None:
            article = isinstance(place.way.found, Article)
            label = self.text("checkin-way-open" if article else "checkin-way-more", profile)
            yield (Button(label, pack("find", "card", place.way.found.id)),)

    def _opens(self, opened: str, profile: Profile) -> Button:
        if opened == "calm":
            return Button(self.text("menu-calm", profile), pack("calm", "now", "sigh"))
        if opened == "plan":
            return Button(self.text("command-plan", profile), pack("plan", "open"))
        article = self._library.place_or_answer(opened, profile.lang)
        assert isinstance(article, Article)  # noqa: S101  # a test looks at every one of them
        return Button(article.title, pack("find", "card", opened))

    def _data(self, place: Place, answer: str) -> str:
        return pack(FLOW, place.state.step, answer, place.version)


def step_key(step_id: str) -> str:
    """The sentence a step says."""
    return f"checkin-{step_id.replace('_', '-')}"


def _of_family(key: str) -> str:
    name, dot, attribute = key.partition(".")
    return f"{name}-family{dot}{attribute}"


def _chief(way: Way) -> str:
    return CHIEF.get(way.rung, "checkin-chief-line")


def _side_by_side(buttons: list[Button]) -> Iterable[tuple[Button, ...]]:
    """Short answers share a row: eleven numbers do not fill a screen."""
    row: list[Button] = []
    for button in buttons:
        number = button.label.isdecimal()
        full = len(row) >= (6 if number else 2)
        too_wide = row and (
            number != row[0].label.isdecimal() or sum(map(len, (*(b.label for b in row), button.label))) > ROW
        )
        if row and (full or too_wide):
            yield tuple(row)
            row = []
        row.append(button)
    if row:
        yield tuple(row)
