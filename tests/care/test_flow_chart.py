"""docs/crisis-protocol.md says what crisis.toml does: its charts, its steps and the tests it names."""

import re
from pathlib import Path

from bot.library import open_library
from bot.preview import write_preview
from tests.care.crisis_chart import DOCUMENT, charts, written

FLOW = open_library().flows["crisis"]
ROOT = Path(__file__).parents[2]


def test_the_charts_are_those_of_the_flow() -> None:
    assert written() == charts(FLOW), "python -m tests.care.crisis_chart"


def test_every_step_the_document_names_exists() -> None:
    text = DOCUMENT.read_text(encoding="utf-8").split("<!-- charts")[0]
    named = set(re.findall(r"step `([a-z_]+)`", text))
    assert named
    assert named <= set(FLOW.steps)


def test_every_test_the_document_names_exists() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = set(re.findall(r"`(test_[a-z_]+)`", text))
    assert named
    assert {name for name in named if f"def {name}(" not in tests} == set()


def test_the_page_for_reviewers_shows_every_step(tmp_path: Path) -> None:
    write_preview(tmp_path / "preview.html")
    page = (tmp_path / "preview.html").read_text(encoding="utf-8")
    assert {step for step in FLOW.steps if f"crisis · {step}" not in page} == set()


def test_the_document_says_who_has_not_read_it_yet() -> None:
    assert "not yet reviewed by a clinician" in DOCUMENT.read_text(encoding="utf-8").lower()
