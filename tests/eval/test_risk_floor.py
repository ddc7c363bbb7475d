"""The risk screen, measured on labelled messages, never gets worse: risk_floor.json only rises."""

import json
from functools import cache
from pathlib import Path

import pytest

from bot.care.risk import Verdict
from tests.eval.risk_report import (
    BEGIN,
    BLIND,
    DEV,
    DOC,
    END,
    FLOOR,
    WATCHED,
    Rate,
    keyword_action,
    load_rows,
    load_screen,
    ordinary_rates,
    page,
    rates,
)

SETS = {"development": DEV, "watched": WATCHED, "blind": BLIND}


@cache
def measured(path: Path = DEV) -> dict[str, Rate]:
    """Rates of the screen as shipped on one set of messages."""
    rows, screen = load_rows(path), load_screen()
    return rates(rows, [screen.screen(row["text"], row["lang"]).action for row in rows])


@pytest.mark.parametrize("name", SETS)
def test_every_recall_is_at_or_above_its_floor(name: str) -> None:
    floors = json.loads(FLOOR.read_text(encoding="utf-8"))[name]["at_least"]
    got = measured(SETS[name])
    assert not {rate: str(got[rate]) for rate, least in floors.items() if got[rate].value < least}


@pytest.mark.parametrize("name", SETS)
def test_every_false_alarm_rate_is_at_or_below_its_ceiling(name: str) -> None:
    ceilings = json.loads(FLOOR.read_text(encoding="utf-8"))[name]["at_most"]
    got = measured(SETS[name])
    assert not {rate: str(got[rate]) for rate, most in ceilings.items() if got[rate].value > most}


def test_ordinary_messages_are_asked_no_more_often_than_the_ceiling() -> None:
    ceilings = json.loads(FLOOR.read_text(encoding="utf-8"))["ordinary"]["at_most"]
    got = ordinary_rates()
    assert not {rate: str(got[rate]) for rate, most in ceilings.items() if got[rate].value > most}


@pytest.mark.parametrize("path", SETS.values())
def test_the_screen_beats_a_plain_keyword_list_on_both_sides(path: Path) -> None:
    rows = load_rows(path)
    plain = rates(rows, [keyword_action(row["text"]) for row in rows])
    reached, alarm = "imminent and risk, reached", "none, card (false alarm)"
    assert measured(path)[reached].value > plain[reached].value + 0.3
    assert measured(path)[alarm].value < plain[alarm].value


def test_the_document_publishes_what_the_report_measures() -> None:
    document = DOC.read_text(encoding="utf-8")
    assert document.split(BEGIN)[1].split(END)[0].strip() == page().strip()


def test_a_verdict_is_the_same_every_time() -> None:
    one, two = load_screen(), load_screen()
    texts = [row["text"] for row in load_rows(DEV)][:80]
    verdicts: list[Verdict] = [one.screen(text) for text in texts]
    assert verdicts == [two.screen(text) for text in texts]
