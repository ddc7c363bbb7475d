"""Every place the check-in can come to, for each kind of person: found by giving every answer everywhere."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bot.care.checkin import (
    SKIP,
    STOP,
    CheckIn,
    Known,
    Moved,
    State,
    advance,
    begin,
    item_at,
    offered,
    option_answers,
)
from bot.care.people import Audience
from bot.library import open_library

LIBRARY = open_library()
FLOW: CheckIn = LIBRARY.companions.checkin
ASKED_BEFORE = {"more_ways"}  # how many ways there are is the desk's to say; here there is always another


@dataclass(frozen=True)
class Step:
    """One answer somewhere, and what it led to."""

    before: State
    answer: str
    moved: Moved


def known(audience: Audience, lang: str, *, scored: bool) -> Known:
    """What the desk knows of such a person."""
    words = {audience.value, f"lang_{lang}", *ASKED_BEFORE, *(["scored"] if scored else [])}
    return Known(lang, frozenset(words), LIBRARY.questionnaires if scored else {})


def answers_at(state: State, person: Known) -> list[str]:
    """Everything a person could tap here."""
    step = FLOW.steps[state.step]
    if step.ends:
        return []
    found = item_at(FLOW, state, person) if step.asks else None
    given = [*option_answers(*found), SKIP] if found else [one.id for one in offered(FLOW, state, person)]
    return [*given, STOP]


@cache
def walk(audience: Audience, lang: str, *, scored: bool) -> tuple[Step, ...]:
    """Every answer at every place that can be told apart, from every beginning."""
    person = known(audience, lang, scored=scored)
    steps = [Step(State(""), topic, begin(FLOW, topic, person)) for topic in FLOW.begins]
    ahead = deque(step.moved.state for step in steps)
    seen = {_place(state) for state in ahead}
    while ahead:
        state = ahead.popleft()
        for step in _answered(state, person):
            steps.append(step)
            if step.moved.enters is None and _place(step.moved.state) not in seen:
                seen.add(_place(step.moved.state))
                ahead.append(step.moved.state)
    return tuple(steps)


def states(walked: tuple[Step, ...]) -> Iterator[State]:
    """The places somebody stood at."""
    yield from (step.moved.state for step in walked if step.moved.enters is None)


def _answered(state: State, person: Known) -> Iterator[Step]:
    for answer in answers_at(state, person):
        moved = advance(FLOW, state, answer, person)
        assert moved is not None, (state, answer)
        yield Step(state, answer, moved)


def _place(state: State) -> tuple[object, ...]:
    # Which points were chosen leads nowhere by itself; whether an item was left out does, and so do the notes.
    notes = {
        key: _told_apart(key, value) for key, value in state.notes.items() if key != "sex" and value != "many"
    }
    whole = {
        name: name not in state.told and _whole(name, given, state) for name, given in state.answers.items()
    }
    return (
        state.step, state.at, frozenset(notes.items()), frozenset(whole.items()), min(state.rung, 1), state.seen,
        state.told,
    )  # fmt: skip


def _told_apart(key: str, value: str) -> str:
    return value if key != "weighs" or value == "drinking" else "another"


def _whole(name: str, given: Mapping[str, int], state: State) -> bool:
    asking = FLOW.steps[state.step].asks == name
    items = LIBRARY.questionnaires[name].items
    return (
        len(given) == state.at
        if asking
        else LIBRARY.questionnaires[name].next_item(given) is None or len(given) == len(items)
    )
