"""The threat model names tests that exist, and everybody whom the project was asked to think of."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODEL = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
WHO = (
    "chief", "coordinator", "phone", "spouse", "court", "backup", "token", "Telegram", "reviewer", "replica",
)  # fmt: skip


def _rows() -> list[list[str]]:
    lines = [line for line in MODEL.splitlines() if line.startswith("| **")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_test_it_names_exists_and_holds_tests() -> None:
    named = set(re.findall(r"\((\.\./tests/[^)]+\.py)\)", MODEL))
    assert len(named) > 10
    for place in named:
        assert (
            "\ndef test_" in (text := (ROOT / "docs" / place).read_text(encoding="utf-8"))
            or "async def test_" in text
        )


def test_everybody_is_thought_of_and_every_row_is_whole() -> None:
    rows = _rows()
    who = " ".join(row[0] for row in rows)
    assert [one for one in WHO if one not in who] == []
    assert all(len(row) == 4 and all(row) for row in rows)


def test_a_breach_of_each_kind_has_its_steps() -> None:
    breach = (ROOT / "docs" / "breach.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", breach, re.MULTILINE)
    for kind in ("token", "SECRET_KEY", "server", "backup", "file of keys"):
        assert any(kind in heading for heading in headings), kind
