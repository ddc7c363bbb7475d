"""docs/checkin.md says what checkin.toml does: its charts hold every step and every arrow."""

from pathlib import Path

from bot.preview import write_preview
from tests.care.checkin_chart import DOCUMENT, PARTS, charts, written
from tests.care.checkin_walk import FLOW


def test_the_charts_are_those_of_the_flow() -> None:
    assert written() == charts(FLOW), "python -m tests.care.checkin_chart"


def test_every_step_is_drawn() -> None:
    drawn = {step for part in PARTS.values() for step in part}
    beyond = {step.id for step in FLOW.steps.values() if step.enters is not None or step.ends}
    assert set(FLOW.steps) == drawn | beyond


def test_the_document_says_how_long_answers_are_held() -> None:
    assert f"{FLOW.hours} hours after the last answer at most" in DOCUMENT.read_text(
        encoding="utf-8"
    ).replace("\n", " ")


def test_the_document_says_who_has_not_read_it_yet() -> None:
    assert "not yet reviewed by a clinician" in DOCUMENT.read_text(encoding="utf-8").lower()


def test_the_page_for_reviewers_shows_every_step(tmp_path: Path) -> None:
    write_preview(tmp_path / "preview.html")
    page = (tmp_path / "preview.html").read_text(encoding="utf-8")
    shown = [step.id for step in FLOW.steps.values() if not step.routes and step.enters is None]
    assert {step for step in shown if f"check-in · {step}" not in page} == set()
