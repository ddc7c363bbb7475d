"""The commands as an operator types them: what they end with, and that a mistake is one sentence."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

STRANGERS = Path(__file__).parent / "strangers.json"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_an_export_ends_well(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["resources", "export", "--hsds", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert "151 services" in done.output
    assert (tmp_path / "out" / "datapackage.json").exists()


def test_an_import_ends_with_1_when_a_row_was_refused(tmp_path: Path) -> None:
    words = ["resources", "import", str(STRANGERS), "--country", "US", "--region", "Ohio"]
    shown = CliRunner().invoke(app, words)
    assert shown.exit_code == 1
    assert not list(tmp_path.iterdir())
    CliRunner().invoke(app, [*words, "--yes"])
    assert (tmp_path / "packs" / "local" / "resources" / "imported.toml").exists()
    assert (tmp_path / "packs" / "local" / "pack.toml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["verify", "--only", "nobody"], "there is no record"),
        (["import", str(STRANGERS), "--checked-on", "soon"], "write a date"),
        (["import", __file__], "is not JSON"),
    ],
)
def test_a_mistake_is_one_sentence(words: list[str], said: str) -> None:
    done = CliRunner().invoke(app, ["resources", *words])
    assert done.exit_code == 2
    assert said in " ".join(done.output.replace("│", " ").split())
    assert "Traceback" not in done.output
