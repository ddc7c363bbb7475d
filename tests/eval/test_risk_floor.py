"""The risk screen, measured on labelled messages, never gets worse: risk_floor.json only rises."""

import json
from functools import cache

from bot.care.risk import Verdict
from tests.eval.risk_report import (
    BEGIN,
    DEV,
    DOC,
    END,
    FLOOR,
    Rate,
    keyword_action,
    load_rows,
    load_screen,
    rates,
    report,
)


@cache
def measured() -> dict[str, Rate]:
    """Rates of the screen as shipped on the development messages."""
    rows, screen = load_rows(DEV), load_screen()
    return rates(rows, [screen.screen(row["text"], row["lang"]).action for row in rows])


def test_every_recall_is_at_or_above_its_floor() -> None:
    floors = json.loads(FLOOR.read_text(encoding="utf-8"))["at_least"]
    fallen = {name: str(measured()[name]) for name, least in floors.items() if measured()[name].value < least}
    assert not fallen


def test_every_false_alarm_rate_is_at_or_below_its_ceiling() -> None:
    ceilings = json.loads(FLOOR.read_text(encoding="utf-8"))["at_most"]
    risen = {name: str(measured()[name]) for name, most in ceilings.items() if measured()[name].value > most}
    assert not risen


def test_the_screen_beats_a_plain_keyword_list_on_both_sides() -> None:
    rows = load_rows(DEV)
    plain = rates(rows, [keyword_action(row["text"]) for row in rows])
    reached, alarm = "imminent and risk, reached", "none, card (false alarm)"
    assert measured()[reached].value > plain[reached].value + 0.3
    assert measured()[alarm].value < plain[alarm].value


def test_the_document_publishes_what_the_report_measures() -> None:
    page = DOC.read_text(encoding="utf-8")
    assert page.split(BEGIN)[1].split(END)[0].strip() == report().strip()


def test_a_verdict_is_the_same_every_time() -> None:
    one, two = load_screen(), load_screen()
    texts = [row["text"] for row in load_rows(DEV)][:80]
    verdicts: list[Verdict] = [one.screen(text) for text in texts]
    assert verdicts == [two.screen(text) for text in texts]
