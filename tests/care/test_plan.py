"""The plan as data: forward and back, on and off again, one push for a name, and never more than one message holds."""

import json
import random

import pytest

from bot.care.people import Audience
from bot.care.plan import BY_ID, LONGEST, MOST, NAME, PARTS, REVIEW, Plan, Refused, add, advance, read
from bot.library import CONTENT
from tests.chat import the_library


def _through(plan: Plan, *choices: str) -> Plan:
    for choice in choices:
        plan = advance(plan, choice)
    return plan


def test_next_leads_through_all_six_parts_to_the_review() -> None:
    plan, met = Plan(entries={"people": ("friend",)}), []
    for _ in range(9):
        met.append(plan.step)
        plan = advance(plan, "next")
    assert list(dict.fromkeys(met)) == ["warning", "helps", "places", "people", "pros", "safer", REVIEW]
    assert _through(plan, *["back"] * 9).step == "warning"


def test_a_suggestion_goes_on_and_off() -> None:
    on = advance(Plan(), "sleep")
    assert on.of("warning") == ("sleep",)
    assert advance(on, "sleep").of("warning") == ()


def test_own_words_are_added_once_and_taken_off_by_their_place() -> None:
    plan = add(add(add(Plan(), "  stop \n answering "), "stop answering"), "drive around")
    assert plan.of("warning") == ("=stop answering", "=drive around")
    assert advance(plan, "-0").of("warning") == ("=drive around",)


def test_a_name_is_asked_for_once() -> None:
    people = Plan("people")
    asked = advance(people, "next")
    assert asked.step == NAME
    assert advance(asked, "without").step == "pros"
    assert _through(asked, "without", "back", "next").step == "pros"
    assert add(asked, "Maria, 555 0100") == Plan("people", {"people": ("=Maria, 555 0100",)}, asked=True)
    assert advance(asked, "back").step == "people"


def test_who_named_somebody_is_not_asked() -> None:
    assert _through(Plan("people"), "friend", "next").step == "pros"


def test_too_long_and_too_many_are_refused_and_nothing_is_lost() -> None:
    with pytest.raises(Refused, match="too_long"):
        add(Plan(), "x" * (LONGEST + 1))
    full = Plan()
    for number in range(MOST):
        full = add(full, f"{number}")
    with pytest.raises(Refused, match="full"):
        add(full, "one more")
    assert advance(full, "sleep") == full


def test_a_family_is_offered_nothing_of_the_job() -> None:
    offered = {one for part in PARTS for one in part.offers(Audience.FAMILY)}
    assert not {"locker", "retired", "replay"} & offered
    assert {"locker", "retired"} <= {one for part in PARTS for one in part.offers(Audience.OFFICER)}


def test_any_taps_in_any_order_do_no_harm_and_survive_being_kept() -> None:
    rng = random.Random(6)
    choices = [
        "next",
        "back",
        "without",
        "-0",
        "-7",
        "done",
        "nonsense",
        *(one for part in PARTS for one in part.suggestions),
    ]
    plan = Plan()
    for _ in range(5000):
        plan = advance(plan, rng.choice(choices))
        if rng.random() < 0.1:
            plan = _added(plan, "y" * rng.randint(1, LONGEST + 20))
        assert read(plan.step, json.loads(json.dumps(plan.as_json()))) == plan
        assert all(len(entries) <= MOST for entries in plan.entries.values())
        assert plan.step in (*BY_ID, NAME, REVIEW)


def _added(plan: Plan, words: str) -> Plan:
    try:
        return add(plan, words)
    except Refused:
        return plan


def test_a_step_of_another_release_begins_again_with_what_was_there() -> None:
    assert read("gone", {"entries": {"helps": ["move"], "gone": ["x"]}}) == Plan(
        "warning", {"helps": ("move",)}
    )


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_suggestion_has_a_label_that_fits_and_no_label_is_left_over(lang: str) -> None:
    library = the_library()
    wanted = {f"plan-{part.id}.{one}" for part in PARTS for one in part.suggestions}
    wanted |= {
        "plan-begin.start",
        "plan-begin.later",
        "plan-name.without",
        "plan-review.done",
        "plan-review.back",
    }
    assert {key for key in library.sentences.keys[lang] if key.startswith("plan-") and "." in key} == wanted
    for key in wanted:
        assert len(library.text(key, lang)) <= 38, key


def test_every_sentence_of_the_plan_is_used() -> None:
    parts = {key for part in PARTS for key in (f"plan-{part.id}", f"plan-head-{part.id}")}
    rest = {key for key in the_library().sentences.keys["en"] if key.startswith("plan-") and "." not in key}
    files = ("handlers/plan.py", "handlers/plan_again.py", "plan_screens.py")
    written = "".join((CONTENT.parent / name).read_text("utf-8") for name in files)
    assert {key for key in rest - parts if f'"{key}"' not in written} == set()
