"""Docs match code: every path and command they name exists, every decision and table is listed."""

import re
from pathlib import Path

import pytest

from bot.cli import app
from bot.handlers import commands
from storage.tables import declared

ROOT = Path(__file__).parents[2]
DOCS = sorted(
    (ROOT / "README.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"))
)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_place_a_document_points_to_exists(doc: Path) -> None:
    for target in LINK.findall(doc.read_text(encoding="utf-8")):
        assert (doc.parent / target).exists(), f"{doc.name} points to {target}"


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_make_command_a_document_names_exists(doc: Path) -> None:
    targets = set(
        re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = set(re.findall(r"`make ([a-z-]+)`", doc.read_text(encoding="utf-8")))
    assert named <= targets


def test_every_program_command_a_document_names_exists() -> None:
    known = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }
    known |= {group.name for group in app.registered_groups if isinstance(group.name, str)}
    for doc in DOCS:
        named = set(re.findall(r"python -m bot ([a-z]+)", doc.read_text(encoding="utf-8")))
        assert named <= known, doc.name


def test_the_privacy_document_lists_every_table() -> None:
    words = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    for row in declared():
        assert f"| {row.__tablename__} |" in words


def test_commands_named_in_documents_exist_in_the_chat() -> None:
    known = {command.name for command in commands()} | {"healthz", "revoke"}
    for doc in DOCS:
        text = re.sub(r"`[^`]*/[^`]*`|\([^)]*\)", "", doc.read_text(encoding="utf-8"))
        named = set(re.findall(r"(?<![\w/.])/([a-z]+)\b", text))
        assert named <= known, f"{doc.name}: {named - known}"
