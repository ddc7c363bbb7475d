"""The check-in as data and one pure step: an answer leads on, or to the crisis protocol before anything else is said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.care.flow import Choice, Flow, FlowError, Step
from bot.care.next_steps import Rung
from bot.care.questionnaires import Answers, Item, Option, Questionnaire, Result, Sex, score

STOP, SKIP, REFUSED = "stop", "skip", "rather_not"
POINTS = "."  # the answer "9.1" is the option worth 1 point of the item "9"


SEXES = {"woman": Sex.WOMAN, "man": Sex.MAN}


class Answer(Choice):
    """One answer. `says`: a line before what follows; `notes`: remembered as the word "<notes>_<id>".

    It is offered when all words of `needs` hold and none of `hidden_from` does. `label` names a sentence shared by
    several answers.
    """

    says: str = ""
    notes: str = ""
    label: str = ""
    needs: frozenset[str] = frozenset()


class Route(BaseModel):
    """Where it goes on by itself, when all these words hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    when: frozenset[str] = frozenset()
    to: str


class Station(Step):
    """One step: a question with `choices`, a questionnaire it `asks` item by item before it goes on `to`, a fork
    (`routes`), the door into the crisis protocol (`enters`, its topic), or an end.

    `safety`: an answer other than no is a positive one. `rung`: shows a way to a person. `result`: what was
    counted. `anew`: stays in the chat; what follows is a new message. `stop`: a button for that is shown.
    `introduces`: a questionnaire whose introduction comes first; `words`: a sentence that is not its own.
    `opens`: answers of the library, or /calm, one tap away in a new message. `onward`: the answer that "go on" means.
    """

    choices: tuple[Answer, ...] = ()
    asks: str = ""
    to: str = ""
    routes: tuple[Route, ...] = ()
    enters: str | None = None
    safety: bool = False
    rung: bool = False
    result: bool = False
    anew: bool = False
    introduces: str = ""
    opens: tuple[str, ...] = ()
    onward: str = ""
    words: str = ""
    stop: bool = True
    ends: bool = False

    def leads_to(self) -> Iterator[tuple[str, str]]:
        """Every (label, step) after this one."""
        yield from ((choice.id, choice.to) for choice in self.choices)
        yield from ((" ".join(sorted(route.when)) or "else", route.to) for route in self.routes)
        if self.asks:
            yield "done", self.to


class CheckIn(Flow):
    """All of it: steps, where stopping leads, what typed words mean, and the ways to a person in order of exposure.

    `positive` is the step a positive answer inside a questionnaire leads to. By language: `typed`, whole messages by
    what they mean anywhere; `same`, other words for a label; `straight`, what is yes or no at a safety question alone.
    """

    hours: Annotated[int, Field(ge=1, le=24)]
    steps: Mapping[str, Station]
    stops: str
    positive: str
    typed: Mapping[str, Mapping[str, tuple[str, ...]]]
    same: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    straight: Mapping[str, Mapping[str, tuple[str, ...]]] = {}
    rungs: tuple[Rung, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for step in self.steps.values():
            kinds = [step.choices, step.asks, step.routes, step.enters is not None, step.ends]
            if not any(kinds) or (step.routes and step.routes[-1].when):
                raise ValueError(f"{step.id}: nothing follows it, or its last route has a condition")
            if step.onward and step.choice(step.onward) is None:
                raise ValueError(f"{step.id}: onward is no answer of it")
        return self

    def arrows(self) -> Iterator[tuple[str, str]]:
        """Every (from, to): how a check-in can go."""
        yield from super().arrows()
        yield from (("stops", self.stops), ("positive", self.positive))
        for step in self.steps.values():
            yield from ((f"{step.id}.{label}", to) for label, to in step.leads_to())

    def reachable(self) -> set[str]:
        """The steps a person can come to."""
        seen: set[str] = set()
        ahead = [*self.begins.values(), self.stops, self.positive]
        while ahead:
            step = self.steps[ahead.pop()]
            if step.id not in seen:
                seen.add(step.id)
                ahead += [to for _, to in step.leads_to()]
        return seen


@dataclass(frozen=True, slots=True)
class Known:
    """What an answer depends on besides itself: the person's language, words that hold now, and what may be asked."""

    lang: str
    words: frozenset[str]
    questionnaires: Mapping[str, Questionnaire] = field(default_factory=dict)
    """Empty where scored checks are off."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a person is. `at` counts the items of an open questionnaire, `rung` the ways to a person; `seen`: one was shown.

    `told`: the questionnaires whose results the person has read.
    """

    step: str
    notes: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)
    at: int = 0
    rung: int = 0
    seen: bool = False
    told: frozenset[str] = frozenset()

    def words(self, known: Known) -> frozenset[str]:
        """Everything that holds now: what was noted, what was asked, and what is known besides."""
        noted = {f"{key}_{value}" for key, value in self.notes.items()}
        asked = {f"asked_{name}" for name in self.answers}
        offered = {f"can_{name}" for name, one in known.questionnaires.items() if self.may_ask(one, known)}
        now = {"seen_way"} if self.seen else set[str]()
        if any(results_of(self, known)):
            now.add("counted")
        return known.words | noted | asked | offered | now

    def may_ask(self, questionnaire: Questionnaire, known: Known) -> bool:
        """Whether it may be asked of this person now. Without a known date nothing counts as long ago."""
        days = questionnaire.after_days if self.notes.get("incident") == "older" else None
        return questionnaire.offered_in(known.lang, days_since=days)


@dataclass(frozen=True, slots=True)
class Moved:
    """What an answer led to: the next state, lines to say first, what it asks of us, or the crisis topic it enters."""

    state: State
    says: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    enters: str | None = None


def results_of(state: State, known: Known) -> list[Result | None]:
    """What was counted and not told yet, in order; None stands for one that was left unfinished."""
    sex = SEXES.get(state.notes.get("sex", ""))
    return [
        score(known.questionnaires[name], answers, sex=sex)
        for name, answers in state.answers.items()
        if name not in state.told and name in known.questionnaires
    ]


def begin(checkin: CheckIn, topic: str, known: Known) -> Moved:
    """The first screen."""
    return _arrive(checkin, State(checkin.begins[topic]), known)


def advance(checkin: CheckIn, state: State, answer: str, known: Known) -> Moved | None:
    """What follows an answer; None for one this step does not have (an old release's button)."""
    step = checkin.steps[state.step]
    if answer == STOP and not step.ends:
        return _arrive(checkin, State(checkin.stops), known)
    if step.asks:
        return _answered(checkin, state, answer, known)
    choice = step.choice(answer)
    if not isinstance(choice, Answer):
        return None
    notes = {**state.notes, choice.notes: choice.id} if choice.notes else state.notes
    rung = state.rung + ("next_rung" in choice.effects)
    told = frozenset(state.answers) if "told" in choice.effects else state.told
    moved = replace(state, step=choice.to, notes=notes, rung=rung, told=told)
    return _arrive(checkin, moved, known, (choice.says,) if choice.says else (), choice.effects)


def offered(checkin: CheckIn, state: State, known: Known) -> tuple[Answer, ...]:
    """The answers this person is offered here, in order."""
    words = state.words(known)
    return tuple(
        choice
        for choice in checkin.steps[state.step].choices
        if choice.needs <= words and not choice.hidden_from & words
    )


def item_at(checkin: CheckIn, state: State, known: Known) -> tuple[Questionnaire, Item] | None:
    """The questionnaire that is open and its item; None where none is."""
    questionnaire = known.questionnaires.get(checkin.steps[state.step].asks)
    if questionnaire is None or state.at >= len(questionnaire.items):
        return None
    return questionnaire, questionnaire.items[state.at]


def settled(checkin: CheckIn, state: State, known: Known) -> Moved:
    """The same place, or the one behind it when it may not be asked any more: another language, scores switched off."""
    return _arrive(checkin, state, known)


def positive_topic(checkin: CheckIn, step_id: str, answer: str, known: Known) -> str | None:
    """The crisis topic this answer leads to, on whatever screen of whatever age; None for any other answer."""
    step = checkin.steps.get(step_id)
    if step is None:
        return None
    if questionnaire := known.questionnaires.get(step.asks):
        item, _, points = answer.partition(POINTS)
        if item in {one.id for one in questionnaire.items} and points.isdecimal():
            to = checkin.positive if questionnaire.is_safety_answer(item, int(points)) else ""
            return checkin.steps[to].enters if to else None
    choice = step.choice(answer)
    return checkin.steps[choice.to].enters if choice else None


def option_answers(questionnaire: Questionnaire, item: Item) -> dict[str, Option]:
    """The options of an item by the answers they stand for."""
    return {f"{item.id}{POINTS}{one.value}": one for one in questionnaire.options_of(item)}


def _answered(checkin: CheckIn, state: State, answer: str, known: Known) -> Moved | None:
    found = item_at(checkin, state, known)
    if found is None:
        return None
    questionnaire, item = found
    given = dict(state.answers.get(questionnaire.id, {}))
    at = state.at + 1
    if answer != SKIP:
        option = option_answers(questionnaire, item).get(answer)
        if option is None:
            return None
        if questionnaire.is_safety_answer(item.id, option.value):
            return _arrive(checkin, State(checkin.positive), known)
        given[item.id] = option.value
        if option.value == item.ends_at:
            at = len(questionnaire.items)
    answers = {**state.answers, questionnaire.id: given}
    return _arrive(checkin, replace(state, answers=answers, at=at), known)


def _arrive(
    checkin: CheckIn, state: State, known: Known, says: tuple[str, ...] = (), effects: tuple[str, ...] = ()
) -> Moved:
    """Follow forks and leave out what may not be asked until a person stands somewhere."""
    step = checkin.steps[state.step]
    while step.enters is None and (step.routes or step.asks):
        words = state.words(known)
        if step.asks and f"can_{step.asks}" in words and item_at(checkin, state, known):
            break
        to = next((route.to for route in step.routes if route.when <= words), step.to)
        state = replace(state, step=to, at=0)
        step = checkin.steps[to]
    if step.enters is not None:
        return Moved(State(step.id), says, effects, step.enters)
    state = replace(state, seen=state.seen or step.rung)
    # What an end asks of us is in its choice; nothing that was answered goes further than that.
    return Moved(State(state.step) if step.ends else state, says, effects + step.effects)


def parse_checkin(content: Mapping[str, object]) -> CheckIn:
    """Read `checkin.toml`. Raises FlowError naming the step and the first thing wrong with it."""
    raw = content.get("steps")
    steps = {key: {"id": key, **value} for key, value in raw.items()} if isinstance(raw, dict) else raw
    try:
        return CheckIn.model_validate({"id": "check", **content, "steps": steps})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise FlowError(f"checkin.toml: {where} {first['msg'].removeprefix('Value error, ')}") from None
