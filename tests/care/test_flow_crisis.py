"""Every path of the crisis protocol as data: what each must hold, whichever answers a person gives.

The public rubric VERA-MH (red and yellow fails) read as properties; docs/crisis-protocol.md says which stands for which.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.flow import Choice, FlowError, Step, parse_flow
from bot.care.people import Audience, Profile
from bot.crisis_card import WORDS, CrisisCards
from bot.crisis_openings import OPENING
from bot.crisis_steps import CLEAR, hidden, step_key
from bot.library import open_library

LIBRARY = open_library()
FLOW = LIBRARY.flows["crisis"]
STEPS = FLOW.steps
CARDS = CrisisCards(LIBRARY)
TODAY = date(2026, 11, 23)
STARTS = sorted({*FLOW.begins.values(), *FLOW.asks.values()})
ENDS = {"left_alone", "open_door", "tomorrow"}
PEOPLE = {"lines", "door", "text", "home", "emergency"}  # what a step can show that leads to a professional
ABOUT_SELF = ("together", "together_first", "together_soft", "together_worse")
DENIALS = {"not_me", "other", "work", "mistake", "home", "leave_me", "fine"}
SHOWN = PEOPLE | {"poison", CLEAR} | set(WORDS)
COUNTRIES = (*LIBRARY.crisis_places.by_country, "ZZ")


def _shows(step: Step) -> set[str]:
    return {show.removesuffix("_first") for show in step.shows}


def _within(start: str, taps: int) -> set[str]:
    """Steps at most so many taps away."""
    seen, edge = {start}, {start}
    for _ in range(taps):
        edge = {choice.to for step in edge for choice in STEPS[step].choices} - seen
        seen |= edge
    return seen


def _avoiding(start: str, goals: Iterable[str], denials: Iterable[str] = DENIALS) -> set[str]:
    """Steps somebody can come to from `start` without ever meeting one of the goals."""
    goals, denials, seen, ahead = set(goals), set(denials), set(), [start]
    while ahead:
        step = ahead.pop()
        if step in seen or step in goals:
            continue
        seen.add(step)
        ahead += [choice.to for choice in STEPS[step].choices if choice.id not in denials]
    return seen


def _leading_to(goals: Iterable[str]) -> set[str]:
    """The goals and the steps that offer one of them as an answer."""
    goals = set(goals)
    return goals | {step.id for step in STEPS.values() if goals & {choice.to for choice in step.choices}}


# --- no dead ends, nothing lost -----------------------------------------------------------------------------------


def test_taps_alone_reach_every_step() -> None:
    assert FLOW.reachable() == set(STEPS)


def test_a_flow_that_leads_nowhere_is_refused_by_name() -> None:
    with pytest.raises(FlowError, match=r"begins\. leads to 'nowhere'"):
        parse_flow("x", {"hours": 1, "begins": {"": "nowhere"}, "steps": {}})


def test_there_is_an_answer_for_everybody() -> None:
    for step in STEPS.values():
        for topic in OPENING:
            for audience in Audience:
                person = Profile(audience=audience)
                assert [choice for choice in step.choices if not hidden(choice, person, topic)], step.id


@pytest.mark.parametrize("step", STEPS)
def test_a_person_to_reach_is_never_far(step: str) -> None:
    near = _within(step, 3)
    assert any(_shows(STEPS[one]) & PEOPLE for one in near)


@pytest.mark.parametrize("step", [step for step in STEPS.values() if step.rests], ids=lambda step: step.id)
def test_where_it_rests_the_way_back_is_one_tap(step: Step) -> None:
    back = {choice.to for choice in step.choices}
    assert any(_shows(STEPS[one]) & PEOPLE for one in back) or back & {"open_door", "vent"}


def test_only_known_things_are_shown_and_offered() -> None:
    needs = {need.id for need in LIBRARY.needs}
    for step in STEPS.values():
        assert _shows(step) <= SHOWN, step.id
        assert set(step.offers) <= needs, step.id


# --- nothing leaves by one careless tap ---------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.id)
def test_one_careless_tap_never_ends_it(step: Step) -> None:
    if not step.yes or step.id.endswith("return"):
        return
    for choice in step.choices:
        assert choice.to not in ENDS or choice.id in ("leave_me", "dont"), choice


def test_leave_me_is_heard_everywhere_and_is_the_only_thing_that_stops_our_writing() -> None:
    for step in STEPS:
        move = FLOW.meant(step, "leave")
        assert step == "left_alone" or (move and move.step.id == "left_alone" and "leave" in move.effects)
    for one in STEPS.values():
        for choice in one.choices:
            assert ("leave" in choice.effects) == (choice.to == "left_alone"), choice


# --- VERA-MH: a positive answer -----------------------------------------------------------------------------------


def _positives() -> list[tuple[str, Choice]]:
    return [
        (step.id, choice)
        for step in STEPS.values()
        for choice in step.choices
        if "quiet_72h" in choice.effects
    ]


@pytest.mark.parametrize(("step", "choice"), _positives(), ids=lambda one: getattr(one, "id", one))
def test_a_positive_answer_leads_to_people_before_anything_else(step: str, choice: Choice) -> None:
    assert _shows(STEPS[choice.to]) & {"lines", "emergency"}


@pytest.mark.parametrize("step", [step for step in STEPS if step.startswith("asked") and STEPS[step].yes])
def test_not_saying_is_taken_as_a_soft_yes(step: str) -> None:
    for choice in STEPS[step].choices:
        if choice.id == "rather_not":
            assert "quiet_72h" in choice.effects


@pytest.mark.parametrize("start", ABOUT_SELF)
def test_plan_and_time_are_asked_on_every_path_about_oneself(start: str) -> None:
    acute = {step for step in STEPS if step.startswith("acute_")}  # where asking would cost the minutes
    assert not _avoiding(start, {"plan", *acute}) & {"reach", "shall_i_return", "open_door"}


@pytest.mark.parametrize("start", [*ABOUT_SELF, "others_space", "acute_called", "minor_adult", "soon"])
def test_distance_from_means_is_asked_or_offered_on_every_path(start: str) -> None:
    means = _leading_to({"distance", "distance_ways", "minor_means", "acute_away", "acute_out"})
    assert not _avoiding(start, means) & {"shall_i_return", "open_door", "tomorrow", "reached"}


@pytest.mark.parametrize("start", STARTS)
def test_a_professional_and_a_personal_support_are_offered_soon(start: str) -> None:
    near = _within(start, 3)
    assert any(_shows(STEPS[one]) & {"lines", "door", "emergency", "home"} for one in near)
    personal = {"alone", "tell_them", "other_yourself", "minor_tell", "acute_wait", "home_cannot"}
    assert near & (personal | set(ABOUT_SELF))


@pytest.mark.parametrize("start", ["acute_called", "soon", "minor_soon"])
def test_who_will_not_call_is_not_left_with_the_number(start: str) -> None:
    for refusal in ("wont", "cannot"):
        choice = STEPS[start].choice(refusal)
        assert choice is not None
        ahead = _within(choice.to, 2)
        assert len(ahead) > 3
        assert ahead & {"reach", "distance", "distance_ways", "minor_away", "acute_out"}


def test_every_barrier_ends_at_another_door() -> None:
    for choice in STEPS["barrier"].choices:
        if choice.id != "leave_me":
            assert "door" in STEPS[choice.to].shows
            assert {"doing", "someone", "ground"} == {one.id for one in STEPS[choice.to].choices}


def test_on_the_path_of_violence_at_home_the_chat_can_be_emptied_at_every_step() -> None:
    for step in STEPS.values():
        if step.id.startswith("home_") and step.id != "home_i_hurt":
            assert CLEAR in step.shows, step.id


# --- numbers ------------------------------------------------------------------------------------------------------


def _numbers(text: str) -> list[str]:
    bold = re.findall(r"<b>([^<]*)</b>", text)
    return [
        number for part in bold for number in re.findall(r"\d[\d -]{1,}\d", part)
    ]  # 3 digits and more, not "5 minutes"


@settings(max_examples=300, deadline=None)
@given(
    country=st.sampled_from(COUNTRIES),
    lang=st.sampled_from(("en", "es")),
    audience=st.sampled_from(Audience),
    topic=st.sampled_from(sorted(FLOW.begins)),
    taps=st.lists(st.integers(0, 5), max_size=40),
)
def test_no_number_is_shown_more_than_twice_unasked(
    country: str, lang: str, audience: Audience, topic: str, taps: list[int]
) -> None:
    profile = Profile(lang=lang, country=country, audience=audience)
    met = Counter(CARDS.met_on_card(profile, topic, TODAY))
    seen = Counter(_numbers(CARDS.card(profile, topic, TODAY).text))
    step = FLOW.first(topic)
    for tap in (*taps, 0):
        shows = [show for show in step.shows if show != CLEAR]
        ways = CARDS.ways(shows, profile, TODAY, met, topic)
        met.update(way.record for way in ways if way.record)
        seen.update(number for way in ways for number in _numbers(way.line))
        assert all(times <= 2 for times in seen.values()), (step.id, seen)
        choices = [choice for choice in step.choices if not hidden(choice, profile, topic)]
        choice = choices[tap % len(choices)]
        if "again" in choice.effects:
            met.clear()
            seen.clear()
        step = STEPS[choice.to]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("topic", OPENING)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_card_holds_a_way_to_a_person_and_says_what_is_talking(
    country: str, topic: str, lang: str
) -> None:
    card = CARDS.card(Profile(lang=lang, country=country), topic, TODAY)
    assert _numbers(card.text) or "findahelpline" in card.text
    assert len(card.text) < 900, "a wall of text is not read with shaking hands"
    if topic != "violence_at_home":
        assert LIBRARY.text("crisis-card-program", lang) in card.text


def test_the_card_for_violence_at_home_leaves_no_contact_and_names_nothing() -> None:
    for country in COUNTRIES:
        for audience in Audience:
            card = CARDS.card(Profile(country=country, audience=audience), "violence_at_home", TODAY)
            assert not card.cards
            assert not re.search(r"violence|abuse|COPLINE|police line|Police only", card.text, re.IGNORECASE)


def test_a_child_meets_no_line_for_officers() -> None:
    for country in COUNTRIES:
        profile = Profile(country=country)
        assert "Police only" not in CARDS.card(profile, "minor", TODAY).text
        for show in ("lines", "door"):
            for met in range(3):
                ways = CARDS.ways((show,), profile, TODAY, dict.fromkeys(LIBRARY.resources, met), "minor")
                assert not any("Police" in way.line for way in ways)


# --- words --------------------------------------------------------------------------------------------------------


def _plain(key: str) -> str:
    return re.sub(r"<[^>]+>", "", LIBRARY.text(key, "en"))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.id)
def test_a_message_is_short_and_asks_one_thing(step: Step, lang: str) -> None:
    words = LIBRARY.text(step_key(step), lang)
    assert len(words) <= 235, len(words)
    asked = re.sub(r'"[^"]*"', "", words).count(
        "?"
    )  # what a person may say to another is no question of ours
    assert asked <= 2
    assert len(step.choices) <= 6


def test_the_words_are_those_of_an_eighth_grader_at_most() -> None:
    text = " ".join(_plain(step_key(step)) for step in STEPS.values())
    sentences = len(re.findall(r"[.?!]+", text))
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    assert grade < 6, grade


def test_questions_never_pull_for_a_no() -> None:
    for step in STEPS.values():
        assert not re.search(
            r"^you're not|\. You're not|you aren't|, right\?|, are you\?|, do you\?", _plain(step_key(step))
        )


@pytest.mark.parametrize("lang", ["en", "es"])
def test_words_to_copy_fit_a_copy_button(lang: str) -> None:
    for key in WORDS.values():
        assert 0 < len(LIBRARY.text(key, lang)) <= 256


@pytest.mark.parametrize("lang", ["en", "es"])
def test_nothing_promises_secrecy(lang: str) -> None:
    for step in STEPS.values():
        assert not re.search(r"confiden|anonym|anónim|secret is safe", LIBRARY.text(step_key(step), lang))
