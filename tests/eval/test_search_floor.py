"""The search, measured on labelled questions, never gets worse: search_floor.json only rises."""

import json
import re
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from benchmarks.search_model import CONTENT, content_files, in_order, learn, load_search, written
from benchmarks.search_model import Example as Phrasing
from bot.care.search_content import SearchContent
from tests.eval.search_report import (
    BEGIN,
    DEV,
    DOC,
    END,
    FLOOR,
    FRESH,
    HARD,
    SECOND,
    THIRD,
    load_rows,
    measured,
)

NEAR = 90  # per cent of letters in order; shorter ones and names are what everybody types


SETS = (DEV, HARD, FRESH, SECOND, THIRD)
FLOORS = json.loads(FLOOR.read_text())
KEPT = [(DEV, *one) for one in sorted(FLOORS["at_least"].items())]
KEPT += [(FRESH, *one) for one in sorted(FLOORS["fresh"]["at_least"].items())]
KEPT += [(THIRD, *one) for one in sorted(FLOORS["third"]["at_least"].items())]


@pytest.mark.parametrize(("path", "metric", "least"), KEPT, ids=lambda one: getattr(one, "stem", str(one)))
def test_no_figure_falls_below_its_floor(path: Path, metric: str, least: float) -> None:
    ours, _ = measured(path)
    kind, _, name = metric.rpartition(", ")
    if metric == "out of scope refused":
        value = ours.out_refused()
    elif metric == "in scope answered":
        value = ours.in_kept()
    elif kind:
        value = ours.value(name, lambda row: row["kind"] == kind)
    else:
        value = ours.value(name)
    assert value >= least, f"{metric}: {value:.3f}"


@pytest.mark.parametrize("path", SETS, ids=lambda one: one.stem)
def test_nothing_of_another_place_is_among_the_first_three(path: Path) -> None:
    ours, _ = measured(path)
    assert ours.value("wrong place@3") == 0.0


def test_every_crisis_question_is_answered_by_a_line_or_an_answer_for_it() -> None:
    ours, _ = measured()
    crisis = [grade for row, grade in ours.rows if "suicidal-thoughts" in row["relevant"]]
    assert crisis
    assert all(grade["strict@1"] for grade in crisis)


def test_no_phrasing_is_nearly_an_evaluation_question() -> None:
    content = SearchContent.parse(content_files())
    ours = [ask.casefold().strip(" ?¿.") for asks in content.asks.values() for ask in asks]
    ours += [line.casefold().strip(" ?¿.") for line in content.out_of_scope]
    every = [row for path in SETS for row in load_rows(path)]
    rows = [row for row in every if row["kind"] != "named" and len(row["text"].split()) >= 5]
    near = [
        (row["text"], found[0])
        for row in rows
        if (
            found := process.extractOne(
                row["text"].casefold().strip(" ?¿."), ours, scorer=fuzz.ratio, score_cutoff=NEAR
            )
        )
    ]
    assert near == []


@pytest.mark.timeout(300)
def test_the_model_is_what_the_phrasings_give() -> None:
    search = load_search()
    examples = in_order([Phrasing(answer, text) for answer, text in search.phrasings()])
    table, card = written(learn(examples, search.reader), examples)
    assert (CONTENT / "model.tsv").read_text("utf-8") == table, "stale: run `make search-model`"
    assert (CONTENT / "model.json").read_text("utf-8") == card


def test_the_document_carries_the_figures_of_today() -> None:
    page = DOC.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    ours, _ = measured()
    assert re.search(rf"\| all \({len(ours.rows)}\) \| {ours.value('hit@1'):.2f} \|", page), (
        "run search_report --write"
    )
