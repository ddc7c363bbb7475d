"""Trains the risk screen's second opinion: `make risk-model` writes bot/content/risk/model.tsv and model.json.

A linear support vector machine (squared hinge) by dual coordinate descent in plain Python: additions,
multiplications, divisions, square roots and decimal logarithms in a fixed order, so any machine arrives at the same bits.
`--check` trains and compares with the files instead of writing them.
"""

import hashlib
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd, sqrt
from pathlib import Path

from bot.care.risk_content import Phrasebook
from bot.care.risk_model import EVIDENCE_COUNTS, clues, evidence_clues, read_families
from bot.care.risk_rules import weigh

CONTENT = Path(__file__).parents[1] / "bot" / "content" / "risk"
ASKS = CONTENT.parent / "search" / "asks"
DANGERS = frozenset({"imminent", "risk", "concern"})
LABELS = DANGERS | {"distress", "none"}
ASKED = "asked"
"""The label of a phrasing of the search: somebody looks for help, and nothing more is known of how they are."""
ASKED_COUNTS = 2.0
"""What such a phrasing counts beside a labelled example. At less, who looks for a counsellor is asked about dying."""
NEAR_DANGER = frozenset(
    [
        "suicidal-thoughts",
        "worried-about-colleague",
        "abuse-by-officer",
        "safe-gun-storage",
        "safety-plan",
        "police-suicide-survivors",
        "agency-after-suicide",
        "poison-control-us",
        "ndvh",
        "love-is-respect",
        "rainn",
        "victimconnect",
        "lifeline-988-us",
        "crisis-text-line-us",
        "veterans-crisis-line",
        "canada-988",
        "suicide-call-back-au",
        "samaritans",
        "lifeline-australia",
        "befrienders",
        "findahelpline",
        "shout",
        "nz-1737",
        "beyond-blue",
        "hope-for-wellness",
        "ireland-50808",
        "afsp",
        "first-help",
        "survivors-of-blue-suicide",
    ]
)
"""Answers whose askers may well be in danger, or fear for somebody: their phrasings teach no calm."""
SEEN_AT_LEAST = 3
SMALLEST = 20  # thousandths; a lighter clue is left out of the file
ROUNDS = 18
STRENGTH = 1.0
DEAF = 0.5
"""What an example counts a second time, read as if no phrase had been heard: no phrase list hears everything."""
MOST_FREE = 2.0
"""How much more freely than the average clue a rare one may move; a word of every sentence hardly moves at all.

Without that, many small words of any long message added up to a question."""
BASE = -0.5
"""What a message of unknown words scores: silence is the default, and danger has to be shown."""
THRESHOLDS = {
    "near": -125,
    "near, someone else": -180,
    "far": 180,
    "a phrase was dropped": 50,
    "doubt": -150,
    "sure": 400,
    "support": 0,
}


@dataclass(frozen=True, slots=True)
class Example:
    """One written example: its label and its text."""

    label: str
    text: str


def read_examples(folder: Path) -> list[Example]:
    """Every example once, in an order that depends on the texts alone.

    Raises ValueError, naming file and line, for a line that is no comment and has no known label.
    """
    found: dict[str, Example] = {}
    for path in sorted(folder.glob("*/*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            label, tab, text = line.partition("\t")
            if not tab or label not in LABELS:
                raise ValueError(f"{path.name}:{number}: no label before the tab")
            found.setdefault(text.strip(), Example(label, text.strip()))
    return sorted(found.values(), key=lambda one: hashlib.sha256(one.text.encode()).digest())


def read_asks(folder: Path, book: Phrasebook, known: Sequence[Example]) -> list[Example]:
    """The search's own phrasings as ordinary talk, in an order that depends on the texts alone.

    Left out: what asks for an answer NEAR_DANGER, what any phrase hears, and what is an example already.
    """
    texts = {
        line.strip()
        for path in sorted(folder.glob("*.toml"))
        for topic, lines in tomllib.loads(path.read_text(encoding="utf-8")).items()
        if topic not in NEAR_DANGER
        for line in lines.splitlines()
    }
    texts -= {one.text for one in known} | {""}
    calm = [text for text in texts if not _alarming(text, book)]
    return [
        Example(ASKED, text) for text in sorted(calm, key=lambda text: hashlib.sha256(text.encode()).digest())
    ]


def _alarming(text: str, book: Phrasebook) -> bool:
    reading = book.speller.read(text)
    heard = weigh(reading, book.automaton.find(reading.words), book).heard
    return any(one.phrase.strength != "hint" for one in heard)


def written(book: Phrasebook) -> list[Example]:
    """All that is learned from: the labelled examples, then the search's phrasings."""
    examples = read_examples(CONTENT / "examples")
    return [*examples, *read_asks(ASKS, book, examples)]


@dataclass(frozen=True, slots=True)
class Row:
    """An example as numbers: the places of its clues, and how much each plain and each evidence clue counts."""

    plain: tuple[int, ...]
    heard: tuple[int, ...]
    scale: float

    def norm(self, free: Sequence[float]) -> float:
        """The squared length of the row, where each clue is as long as it is free to move."""
        plain, heard = sum([free[at] for at in self.plain]), sum([free[at] for at in self.heard])
        return self.scale * self.scale * (plain + EVIDENCE_COUNTS * EVIDENCE_COUNTS * heard)


def freedom(times: Sequence[int], examples: int) -> list[float]:
    """How freely each clue's weight may move, from how many examples hold it: the fourth power of its rarity."""
    rarity = [float((Decimal(3 * examples) / (2 * seen)).ln()) for seen in times]
    usual = sum(rarity) / len(rarity)
    return [min(rare * rare / (usual * usual), MOST_FREE) ** 2 for rare in rarity]


def lay_out(
    examples: Sequence[Example], book: Phrasebook, families: Mapping[str, str]
) -> tuple[list[Row], list[str], list[float]]:
    """Rows for training, the deaf ones behind the others, the names of their columns and how free each is.

    Rare clues have no column.
    """
    found: list[tuple[set[str], list[str]]] = []
    for one in examples:
        reading = book.speller.read(one.text)
        evidence = weigh(reading, book.automaton.find(reading.words), book)
        found.append((clues(reading, families), evidence_clues(evidence)))
    seen = Counter(clue for plain, heard in found for clue in (*plain, *heard))
    names = sorted(clue for clue, times in seen.items() if times >= SEEN_AT_LEAST)
    column = {name: place for place, name in enumerate(names)}
    rows = []
    for plain, heard in [*found, *((plain, []) for plain, _ in found)]:
        size = sqrt(len(plain) + EVIDENCE_COUNTS * EVIDENCE_COUNTS * len(heard))
        rows.append(
            Row(
                tuple(sorted(column[clue] for clue in plain if clue in column)),
                tuple(sorted(column[clue] for clue in heard if clue in column)),
                1 / size,
            )
        )
    return rows, names, freedom([seen[name] for name in names], len(examples))


def learn(
    rows: Sequence[Row], signs: Sequence[int], costs: Sequence[float], free: Sequence[float]
) -> list[float]:
    """Weights of the separating line through BASE; `signs` are 1 or -1, `costs` how much a mistake counts."""
    weights = [0.0] * len(free)
    norms = [row.norm(free) for row in rows]
    held = [0.0] * len(rows)
    for turn in range(ROUNDS):
        for i in _walk(len(rows), turn):
            row, slack = rows[i], 1 / (2 * costs[i])
            plain, heard = sum([weights[at] for at in row.plain]), sum([weights[at] for at in row.heard])
            margin = BASE + row.scale * (plain + EVIDENCE_COUNTS * heard)
            slope = signs[i] * margin - 1 + held[i] * slack
            new = max(held[i] - slope / (norms[i] + slack), 0.0)
            change = (new - held[i]) * signs[i]
            if change == 0.0:
                continue
            held[i] = new
            for at in row.plain:
                weights[at] += change * row.scale * free[at]
            for at in row.heard:
                weights[at] += change * row.scale * EVIDENCE_COUNTS * free[at]
    return weights


def _walk(count: int, turn: int) -> Iterator[int]:
    """Every place below `count` once, in strides; another stride each turn, for neighbours teach slowly."""
    stride = count // 3 + 2 * turn + 1
    while gcd(stride, count) != 1:
        stride += 1
    return ((turn + step * stride) % count for step in range(count))


def _head(
    examples: Sequence[Example],
    rows: Sequence[Row],
    free: Sequence[float],
    kept: Callable[[str], bool],
    yes: Callable[[str], bool],
) -> list[float]:
    chosen = [i for i, one in enumerate(examples) if kept(one.label)]
    deaf = [len(examples) + i for i in chosen]
    signs = [1 if yes(examples[i].label) else -1 for i in chosen]
    once = [STRENGTH * (ASKED_COUNTS if examples[i].label == ASKED else 1) for i in chosen]
    costs = [*once, *(DEAF * cost for cost in once)]
    return learn([rows[i] for i in (*chosen, *deaf)], signs * 2, costs, free)


def train(examples: Sequence[Example], book: Phrasebook, families: Mapping[str, str]) -> tuple[str, str]:
    """The texts of model.tsv and model.json."""
    rows, names, free = lay_out(examples, book, families)
    heads = (
        _head(examples, rows, free, lambda _: True, DANGERS.__contains__),
        _head(examples, rows, free, DANGERS.__contains__, lambda label: label == "concern"),
        _head(examples, rows, free, {"distress", "none"}.__contains__, lambda label: label == "distress"),
    )
    lines = []
    for place, name in enumerate(names):
        three = [round(1000 * weights[place]) for weights in heads]
        if max(map(abs, three)) >= SMALLEST:
            lines.append("\t".join([name, *map(str, three)]))
    table = "\n".join(lines) + "\n"
    card = {
        "what": "weights in thousandths: danger, other, heavy (see bot/care/risk_model.py)",
        "reviewed_by": "not yet reviewed",
        "examples": dict(sorted(Counter(one.label for one in examples).items())),
        "examples_sha256": hashlib.sha256(
            "\n".join(f"{e.label}\t{e.text}" for e in examples).encode()
        ).hexdigest(),
        "clues": len(lines),
        "base": round(1000 * BASE),
        "thresholds": THRESHOLDS,
    }
    return table, json.dumps(card, indent=2) + "\n"


def content_files() -> dict[str, bytes]:
    """The phrases and word lists of the content folder, by their names inside it."""
    return {
        path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in sorted(CONTENT.rglob("*.toml"))
    }


def shipped_families() -> dict[str, str]:
    """The families of words in the content folder."""
    return read_families((CONTENT / "families.txt").read_text(encoding="utf-8"))


def main() -> int:
    """Train and write, or with `--check` compare; the exit code says whether all is well."""
    book = Phrasebook.parse(content_files())
    table, card = train(written(book), book, shipped_families())
    if "--check" in sys.argv[1:]:
        same = (CONTENT / "model.tsv").read_text("utf-8") == table and (CONTENT / "model.json").read_text(
            "utf-8"
        ) == card
        print(
            "model.tsv and model.json are what the examples give" if same else "stale: run `make risk-model`"
        )
        return 0 if same else 1
    (CONTENT / "model.tsv").write_text(table, encoding="utf-8")
    (CONTENT / "model.json").write_text(card, encoding="utf-8")
    print(f"{table.count(chr(10))} clues, {len(table) // 1024} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
