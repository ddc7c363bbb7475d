"""The second opinion only ever asks, can be read, and is what the examples give."""

import json
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.risk_model import shipped_families
from bot.care.risk import Action, RiskScreen
from bot.care.risk_model import RiskModel, clues, pack, unpack
from tests.eval.risk_report import CONTENT, DEV, REACHED, load_rows, load_screen

SCREEN = load_screen()
ALONE = RiskScreen(SCREEN.book)
SMALL = st.integers(-(2**20), 2**20)


@given(st.lists(st.tuples(SMALL, SMALL, SMALL), max_size=50))
def test_packed_weights_add_up(weights: list[tuple[int, int, int]]) -> None:
    total = sum(pack(*three) for three in weights)
    assert unpack(total) == tuple(sum(column) for column in zip((0, 0, 0), *weights, strict=False))


def test_it_never_silences_a_phrase() -> None:
    for row in load_rows(DEV):
        if ALONE.screen(row["text"]).action in REACHED:
            assert SCREEN.screen(row["text"]).action in REACHED


def test_it_never_brings_a_card_where_no_phrase_asks() -> None:
    for row in load_rows(DEV):
        alone, both = ALONE.screen(row["text"]).action, SCREEN.screen(row["text"]).action
        assert both is alone or both in {Action.ASK, Action.SUPPORT} or alone is Action.ASK


def test_a_plain_phrase_is_never_doubted() -> None:
    assert SCREEN.model is not None
    sceptic = replace(SCREEN, model=replace(SCREEN.model, base=-(10**6)))
    assert sceptic.screen("I want to kill myself").action is Action.CRISIS


def test_its_reasons_can_be_read() -> None:
    asked = [SCREEN.screen(row["text"]) for row in load_rows(DEV)]
    reasons = [
        reason for verdict in asked for reason in verdict.reasons if reason.startswith("second opinion: ")
    ]
    assert reasons


def test_its_file_is_small_and_sorted_for_review() -> None:
    table = (CONTENT / "model.tsv").read_text(encoding="utf-8")
    names = [line.split("\t")[0] for line in table.splitlines()]
    assert len(table) < 2_500_000
    assert names == sorted(names)
    assert len(json.loads((CONTENT / "model.json").read_text("utf-8"))["thresholds"]) == 7


def test_it_loads_in_little_memory() -> None:
    files = [(CONTENT / name).read_text("utf-8") for name in ("model.tsv", "model.json", "families.txt")]
    tracemalloc.start()
    RiskModel.parse(*files)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30_000_000


@pytest.mark.timeout(600)
def test_the_shipped_file_is_what_the_examples_give() -> None:
    from benchmarks.risk_model import content_files, train, written
    from bot.care.risk_content import Phrasebook

    book = Phrasebook.parse(content_files())
    table, card = train(written(book), book, shipped_families())
    assert (CONTENT / "model.tsv").read_text("utf-8") == table, "stale: run `make risk-model`"
    assert (CONTENT / "model.json").read_text("utf-8") == card, "stale: run `make risk-model`"


def test_clues_of_a_message_are_each_counted_once() -> None:
    found = clues(SCREEN.book.speller.read("no no no no"), {"no": "~no"})
    assert len(found) == len(set(found))


def test_a_word_no_example_holds_speaks_through_its_family() -> None:
    read, families = SCREEN.book.speller.read, shipped_families()
    one, other = (set(clues(read(f"a {word}"), families)) for word in ("revolver", "pistol"))
    assert "~gun" in one & other
