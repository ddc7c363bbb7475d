"""Every path of the check-in as data, walked with the pure function itself: nothing is promised that a path breaks."""

from datetime import UTC, datetime

import pytest

from bot.care.checkin import (
    SKIP,
    STOP,
    Known,
    State,
    advance,
    begin,
    item_at,
    parse_checkin,
    positive_topic,
    settled,
)
from bot.care.flow import FlowError
from bot.care.next_steps import Way, ways
from bot.care.people import Audience, Profile
from bot.checkin_screens import CheckinScreens, Place
from bot.crisis_card import CrisisCards
from bot.library import LANGUAGES
from bot.screens import DATA_LIMIT
from tests.care.checkin_walk import FLOW, LIBRARY, Step, answers_at, known, states, walk

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
PEOPLE = [
    (audience, lang, scored)
    for audience in (Audience.OFFICER, Audience.FAMILY)
    for lang in LANGUAGES
    for scored in (True, False)
]
AFTER_SAFETY = {
    step.id for step in FLOW.steps.values() if step.asks or step.introduces or step.result or step.id.startswith("tip_")
} | {"tonight", "deeper", "keep_ask", "sex", "weighs", "listen", "call", "home", "worry"}  # fmt: skip
SCREENS = CheckinScreens(LIBRARY, CrisisCards(LIBRARY))


@pytest.mark.parametrize(("audience", "lang", "scored"), PEOPLE)
def test_every_path_keeps_the_promises(audience: Audience, lang: str, scored: bool) -> None:
    walked = walk(audience, lang, scored=scored)
    person = known(audience, lang, scored=scored)
    for step in walked:
        _a_positive_answer_enters_the_protocol_before_anything_else(step, person)
        _nothing_is_counted_or_advised_before_the_safety_questions(step.moved.state)
        _what_may_not_be_asked_is_not(step.moved.state, person)
    _a_person_is_offered_on_every_way_out(walked, person)
    _every_place_leads_to_an_end(walked)
    _every_place_has_a_screen(walked, person, Profile(lang=lang, audience=audience))


def test_taken_together_the_paths_reach_every_step() -> None:
    walks = [walk(one, "en", scored=True) for one in (Audience.OFFICER, Audience.FAMILY)]
    stood = {state.step for walked in walks for state in states(walked)}
    entered = {step.moved.state.step for walked in walks for step in walked if step.moved.enters is not None}
    forks = {step.id for step in FLOW.steps.values() if step.routes}
    assert stood | entered | forks == set(FLOW.steps)


def _a_positive_answer_enters_the_protocol_before_anything_else(step: Step, person: Known) -> None:
    if not step.before.step:
        return
    question = FLOW.steps[step.before.step]
    asked = item_at(FLOW, step.before, person) if question.asks else None
    value = int(step.answer.partition(".")[2]) if asked and step.answer not in (SKIP, STOP) else 0
    positive = question.safety and step.answer not in ("no", STOP)
    positive |= asked is not None and asked[1].safety_from is not None and value >= asked[1].safety_from
    topic = positive_topic(FLOW, step.before.step, step.answer, person)
    assert (topic is not None) == (step.moved.enters is not None), "an old screen is heard like a new one"
    if positive:
        assert topic == step.moved.enters == "checkin"
    if topic is not None:
        assert step.moved.says == (), "numbers come first"
        assert step.moved.state == State(step.moved.state.step), "what was answered is gone"


def _nothing_is_counted_or_advised_before_the_safety_questions(state: State) -> None:
    if state.step in AFTER_SAFETY:
        assert state.notes.get("safety") == "no", state


def _what_may_not_be_asked_is_not(state: State, person: Known) -> None:
    asked = FLOW.steps[state.step].asks
    assert not asked or person.questionnaires, "scored checks are off"
    if asked == "pc_ptsd_5":
        assert person.lang == "en"
        assert state.notes["incident"] == "older", "not before day 30"


def _a_person_is_offered_on_every_way_out(walked: tuple[Step, ...], person: Known) -> None:
    for step in walked:
        end = FLOW.steps[step.moved.state.step]
        if end.ends:
            assert "lines" in end.shows, end.id
        if end.id == "done" and step.before.notes.get("safety") == "no":
            offered = step.before.seen or "person" in answers_at(step.before, person)
            assert offered, f"one way to a person was not offered before {step}"


def _every_place_leads_to_an_end(walked: tuple[Step, ...]) -> None:
    ahead: dict[str, set[str]] = {}
    for step in walked:
        ahead.setdefault(step.before.step, set()).add(step.moved.state.step)
    ends = {step.id for step in FLOW.steps.values() if step.ends}
    for place in {state.step for state in states(walked)} - ends:
        assert FLOW.stops in ahead[place]


def _every_place_has_a_screen(walked: tuple[Step, ...], person: Known, profile: Profile) -> None:
    seen = set()
    for state in states(walked):
        if (which := (state.step, state.at, tuple(answers_at(state, person)))) in seen:
            continue
        seen.add(which)
        screen = SCREENS.screen(profile, Place(state, person, 2**40, _way(state, profile)), NOW)
        assert screen.text.strip()
        assert len(screen.text) < 1500
        assert screen.buttons
        for button in (button for row in screen.buttons for button in row):
            assert button.data is None or len(button.data.encode()) <= DATA_LIMIT
            assert 0 < len(button.label) <= 90


def _way(state: State, profile: Profile) -> Way:
    found = ways(FLOW.rungs, LIBRARY.resources.values(), {}, profile, frozenset(), NOW.date())
    return found[min(state.rung, len(found) - 1)]


# --- single rules -------------------------------------------------------------------------------------------------


def test_a_questionnaire_that_may_not_be_asked_any_more_is_left_behind() -> None:
    english = known(Audience.OFFICER, "en", scored=True)
    state = State("pc_ptsd_5", {"incident": "older", "safety": "no"}, {"pc_ptsd_5": {"gate": 1}}, 1)
    assert settled(FLOW, state, english).state == state
    for changed in (known(Audience.OFFICER, "es", scored=True), known(Audience.OFFICER, "en", scored=False)):
        assert settled(FLOW, state, changed).state.step == "result"


def test_an_answer_that_is_not_of_this_step_moves_nothing() -> None:
    person = known(Audience.OFFICER, "en", scored=True)
    for state in (State("today"), State("phq4"), State("phq4", at=2)):
        for answer in ("", "yes", "nonsense", "9.9", "1.7", "."):
            assert advance(FLOW, state, answer, person) is None


def test_stopping_leaves_nothing_behind() -> None:
    person = known(Audience.OFFICER, "en", scored=True)
    state = State("phq4", {"safety": "no", "weighs": "call"}, {"phq4": {"a1": 3}}, 1)
    stopped = advance(FLOW, state, STOP, person)
    assert stopped is not None
    assert stopped.state == State("stopped")


def test_after_a_positive_answer_nothing_is_asked_and_no_tip_given_for_three_days() -> None:
    person = known(Audience.OFFICER, "en", scored=True)
    ahead, seen = [begin(FLOW, "quiet", person).state], set()
    while ahead:
        state = ahead.pop()
        if (place := (state.step, state.seen)) in seen:
            continue
        seen.add(place)
        for answer in answers_at(state, person):
            moved = advance(FLOW, state, answer, person)
            assert moved is not None
            ahead += [moved.state] if moved.enters is None else []
    assert not {step for step, _ in seen} & AFTER_SAFETY


def test_nobody_keeps_a_place_for_longer_than_a_day() -> None:
    assert FLOW.hours <= 24


def test_a_check_in_that_leads_nowhere_is_refused_by_name() -> None:
    content: dict[str, object] = {
        "rungs": [],
        "hours": 1,
        "begins": {"": "lonely"},
        "stops": "lonely",
        "positive": "lonely",
        "typed": {},
    }
    content["steps"] = {"lonely": {}}
    with pytest.raises(FlowError, match=r"lonely: nothing follows it"):
        parse_checkin(content)
