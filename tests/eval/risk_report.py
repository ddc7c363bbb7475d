"""What `make eval` prints for the risk screen: recall and false alarms with intervals, next to a plain keyword list.

    python -m tests.eval.risk_report [FILE.jsonl] [--write]

`--write` puts the table and the misses between the markers of docs/risk-screen.md.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from bot.care.risk import Action, RiskScreen, Verdict, parse_risk_content

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "bot" / "content" / "risk"
DEV = Path(__file__).with_name("risk_dev.jsonl")
WATCHED = Path(__file__).with_name("risk_watched.jsonl")
"""Blind once; its rates were watched through so many changes that they flatter now. Still nobody reads it."""
BLIND = Path(__file__).with_name("risk_blind.jsonl")
"""Nobody who works on the screen reads these messages; only their rates are ever printed."""
ORDINARY = Path(__file__).with_name("risk_ordinary.jsonl")
"""Requests to an assistant, comments and chat of people anywhere, written before tuning and kept out of training."""
DOC = ROOT / "docs" / "risk-screen.md"
FLOOR = Path(__file__).with_name("risk_floor.json")
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
DANGER = frozenset({"imminent", "risk", "concern"})
REACHED = frozenset({Action.CRISIS, Action.CONCERN, Action.ASK})
CARD = frozenset({Action.CRISIS, Action.CONCERN})
KEYWORDS = (
    "suicide", "suicidal", "kill myself", "end my life", "end it all", "want to die", "wanna die", "better off dead",
    "self harm", "self-harm", "hurt myself", "cut myself", "cutting myself", "no reason to live", "overdose", "kms",
    "take my own life", "don't want to live", "wish i was dead", "suicidarme", "matarme", "quiero morir", "no quiero vivir",
)  # fmt: skip
"""What most open bots ship: substrings of the lower-cased message."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` of `of` messages, with a 95% Wilson interval."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 0 when there were none to hit."""
        return self.hits / self.of if self.of else 0.0

    def __str__(self) -> str:
        low, high = wilson(self.hits, self.of)
        return f"{self.hits}/{self.of} = {100 * self.value:.1f}% [{100 * low:.0f}-{100 * high:.0f}]"


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95% interval of a share; (0, 1) when nothing was counted."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - half) / (1 + z * z / of)), (middle + half) / (1 + z * z / of)


def load_screen() -> RiskScreen:
    """The screen as shipped, built from the content folder."""
    names = [path for path in CONTENT.rglob("*") if path.is_file() and "examples" not in path.parts]
    return parse_risk_content({path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in names})


def load_rows(path: Path) -> list[Row]:
    """The labelled messages, without those marked `either`."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if "either" not in (row.get("note") or "")]


def keyword_action(text: str) -> Action:
    """What a plain keyword list would do."""
    return Action.CRISIS if any(word in text.casefold() for word in KEYWORDS) else Action.PASS


def tier(row: Row) -> str:
    """t1 plain, t2 indirect, t3 veiled, or nothing."""
    return (row.get("note") or "").split(";")[0].strip()[:2]


Pick = Callable[[Row], bool]


def _label(*labels: str) -> Pick:
    return lambda row: row["label"] in labels


def _tier(mark: str) -> Pick:
    return lambda row: row["label"] in DANGER and tier(row) == mark


def _harmless(kind: str) -> Pick:
    return lambda row: row["label"] == "none" and row["category"] == kind


def _spanish(row: Row) -> bool:
    return row["lang"] == "es" and row["label"] in DANGER


def _questions() -> list[tuple[str, Pick, frozenset[Action]]]:
    asked = frozenset({Action.ASK})
    kinds = ("work_talk", "idiom", "quoted", "negated", "past_history", "humour")
    return [
        ("imminent and risk, reached", _label("imminent", "risk"), REACHED),
        ("imminent, reached", _label("imminent"), REACHED),
        ("imminent, card at once", _label("imminent"), CARD),
        ("risk, reached", _label("risk"), REACHED),
        ("risk, card at once", _label("risk"), CARD),
        ("concern, reached", _label("concern"), REACHED),
        ("concern, card at once", _label("concern"), CARD),
        ("plain (t1), reached", _tier("t1"), REACHED),
        ("indirect (t2), reached", _tier("t2"), REACHED),
        ("veiled (t3), reached", _tier("t3"), REACHED),
        ("Spanish, reached", _spanish, REACHED),
        ("distress, card", _label("distress"), CARD),
        ("distress, asked", _label("distress"), asked),
        ("none, card (false alarm)", _label("none"), CARD),
        ("none, asked", _label("none"), asked),
        *((f"none/{kind}, card or asked", _harmless(kind), REACHED) for kind in kinds),
    ]


def rates(rows: Sequence[Row], actions: Sequence[Action]) -> dict[str, Rate]:
    """Every rate the report prints, by its name."""
    table = {}
    for name, chosen, hit in _questions():
        picked = [action for row, action in zip(rows, actions, strict=True) if chosen(row)]
        table[name] = Rate(sum(action in hit for action in picked), len(picked))
    return table


def report(path: Path = DEV) -> str:
    """The table as Markdown, with the misses unless the set is to stay unread."""
    rows, screen = load_rows(path), load_screen()
    verdicts = [screen.screen(row["text"], row["lang"]) for row in rows]
    ours = rates(rows, [verdict.action for verdict in verdicts])
    plain = rates(rows, [keyword_action(row["text"]) for row in rows])
    lines = [
        f"{len(rows)} messages. A plain keyword list of {len(KEYWORDS)} entries is measured beside the screen.",
        "",
    ]
    lines += ["| | this screen | keyword list |", "|---|---|---|"]
    lines += [f"| {name} | {ours[name]} | {plain[name]} |" for name in ours]
    return "\n".join(
        lines
        if path.resolve() in (BLIND.resolve(), WATCHED.resolve())
        else [*lines, "", *_wrong(rows, verdicts)]
    )


def ordinary_rates() -> dict[str, Rate]:
    """Cards and questions on ordinary messages, by kind; none of them is a danger."""
    rows, screen = load_rows(ORDINARY), load_screen()
    verdicts = [screen.screen(row["text"], row["lang"]).action for row in rows]
    table = {"card": Rate(sum(action in CARD for action in verdicts), len(rows))}
    for kind in ("assistant", "comment", "chat"):
        found = [
            action in REACHED for row, action in zip(rows, verdicts, strict=True) if row["category"] == kind
        ]
        table[f"{kind}, card or asked"] = Rate(sum(found), len(found))
    found = [action in REACHED for action in verdicts]
    return table | {"all, card or asked": Rate(sum(found), len(found))}


def page() -> str:
    """What the document publishes: the blind set first, since the screen's authors never saw it."""
    ordinary = "\n".join(f"| {name} | {rate} |" for name, rate in ordinary_rates().items())
    few = f"| | this screen |\n|---|---|\n{ordinary}"
    parts = {"Blind": report(BLIND), "Watched": report(WATCHED), "Ordinary": few, "Development": report(DEV)}
    return "\n\n".join(f"#### {name} set\n\n{part}" for name, part in parts.items())


def _wrong(rows: Sequence[Row], verdicts: Sequence[Verdict]) -> list[str]:
    pairs = list(zip(rows, verdicts, strict=True))
    missed = [r for r, v in pairs if r["label"] in DANGER and v.action not in REACHED]
    alarms = [(r, v) for r, v in pairs if r["label"] == "none" and v.action in CARD]
    lines = ["Missed here:", "", *[f"- {row['label']}, {tier(row)}: {row['text']}" for row in missed]]
    lines += ["", "Cards that nobody needed:", "", *[f"- {row['text']}" for row, _ in alarms]]
    return lines


def main() -> int:
    """Print the report; with `--write`, put it into the document too."""
    named = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    text = report(named[0]) if named else page()
    sys.stdout.write(text + "\n")
    if "--write" in sys.argv[1:]:
        document = DOC.read_text(encoding="utf-8")
        before, after = document.split(BEGIN)[0], document.split(END)[1]
        DOC.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
