"""Trains the search's linear model: `make search-model` writes bot/content/search/model.tsv and model.json.

One separating line per answer (squared hinge) by dual coordinate descent. numpy only adds, multiplies, divides and
takes square roots element by element, in a fixed order, so any machine arrives at the same bits.
`--check` trains and compares with the files instead of writing them.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import gcd, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.care.search import Search, build_search
from bot.care.search_content import SearchContent
from bot.care.search_model import SCALE, clues
from bot.care.search_reading import Reader
from bot.library import open_library

CONTENT = Path(__file__).parents[1] / "bot" / "content" / "search"
ROUNDS = 12
COST = 0.5
SMALLEST = 25  # thousandths; lighter weights are left out of the file
SEEN_AT_LEAST = 2

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One phrasing and the id it asks for."""

    answer: str
    text: str


def in_order(examples: Sequence[Example]) -> list[Example]:
    """Every example once, in an order that depends on the texts alone."""
    once = {(one.answer, one.text): one for one in examples}
    return sorted(
        once.values(), key=lambda one: hashlib.sha256(f"{one.answer}\t{one.text}".encode()).digest()
    )


@dataclass(frozen=True)
class Learned:
    """Weights (clue by answer), one base an answer, and how telling each clue is."""

    names: list[str]
    worth: list[float]
    answers: list[str]
    weights: Floats
    base: Floats


def learn(examples: Sequence[Example], reader: Reader) -> Learned:
    """The separating lines of all answers at once."""
    found = [clues(reader.read(one.text)) for one in examples]
    seen = Counter(clue for one in found for clue in one)
    names = sorted(clue for clue, times in seen.items() if times >= SEEN_AT_LEAST)
    worth = [round(SCALE * sqrt(sqrt(len(examples) / seen[name]))) / SCALE for name in names]
    column = {name: place for place, name in enumerate(names)}
    rows = [[column[clue] for clue in one if clue in column] for one in found]
    answers = sorted({one.answer for one in examples})
    weights, base = _descend(rows, worth, [answers.index(one.answer) for one in examples], len(answers))
    return Learned(names, worth, answers, weights, base)


def _descend(
    rows: list[list[int]], worth: list[float], wanted: list[int], answers: int
) -> tuple[Floats, Floats]:
    weights, base = np.zeros((len(worth), answers)), np.zeros(answers)
    held = np.zeros((len(rows), answers))
    slack = 1 / (2 * COST)
    scaled = []
    for row in rows:
        size = sqrt(sum([worth[at] * worth[at] for at in row])) or 1.0
        scaled.append([(at, worth[at] / size) for at in row])
    for turn in range(ROUNDS):
        for i in _walk(len(rows), turn):
            signs = np.full(answers, -1.0)
            signs[wanted[i]] = 1.0
            margin = base.copy()
            for at, x in scaled[i]:
                margin += weights[at] * x
            slope = signs * margin - 1.0 + held[i] * slack
            norm = (2.0 if scaled[i] else 1.0) + slack
            new = np.maximum(held[i] - slope / norm, 0.0)
            change = (new - held[i]) * signs
            held[i] = new
            base += change
            for at, x in scaled[i]:
                weights[at] += change * x
    return weights, base


def _walk(count: int, turn: int) -> list[int]:
    """Every place below `count` once, in strides; another stride each turn, for neighbours teach slowly."""
    stride = count // 3 + 2 * turn + 1
    while gcd(stride, count) != 1:
        stride += 1
    return [(turn + step * stride) % count for step in range(count)]


def written(learned: Learned, examples: Sequence[Example]) -> tuple[str, str]:
    """The texts of model.tsv and model.json."""
    lines = []
    thousandths = np.rint(learned.weights * SCALE).astype(np.int64)
    for name, worth, row in zip(learned.names, learned.worth, thousandths, strict=True):
        kept = [f"{at}:{row[at]}" for at in np.flatnonzero(np.abs(row) >= SMALLEST)]
        if kept:
            lines.append(f"{name}\t{round(worth * SCALE)}\t{' '.join(kept)}")
    card = {
        "what": "weights of the search's linear model, in thousandths (see bot/care/search_model.py)",
        "reviewed_by": "not yet reviewed",
        "examples": len(examples),
        "examples_sha256": hashlib.sha256(
            "\n".join(f"{e.answer}\t{e.text}" for e in examples).encode()
        ).hexdigest(),
        "clues": len(lines),
        "answers": learned.answers,
        "base": [int(one) for one in np.rint(learned.base * SCALE)],
    }
    return "\n".join(lines) + "\n", json.dumps(card, indent=1) + "\n"


def content_files() -> dict[str, str]:
    """The search's own content, by names inside its folder."""
    found = (path for path in sorted(CONTENT.rglob("*")) if path.is_file())
    return {path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8") for path in found}


@cache
def load_search() -> Search:
    """The search as shipped, over the shipped records and articles alone."""
    library = open_library()
    return build_search(library.resources, library.articles, SearchContent.parse(content_files()))


def main() -> int:
    """Train and write, or with `--check` compare; the exit code says whether all is well."""
    search = load_search()
    examples = in_order([Example(answer, text) for answer, text in search.phrasings()])
    table, card = written(learn(examples, search.reader), examples)
    if "--check" in sys.argv[1:]:
        same = (CONTENT / "model.tsv").read_text("utf-8") == table and (CONTENT / "model.json").read_text(
            "utf-8"
        ) == card
        print(
            "model.tsv and model.json are what the phrasings give"
            if same
            else "stale: run `make search-model`"
        )
        return 0 if same else 1
    (CONTENT / "model.tsv").write_text(table, encoding="utf-8")
    (CONTENT / "model.json").write_text(card, encoding="utf-8")
    print(f"{table.count(chr(10))} clues, {len(table) // 1024} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
