"""What `make eval` prints for the search: how often the right help comes first, next to a plain BM25.

    python -m tests.eval.search_report [FILE.jsonl] [--write]

`--write` puts the tables and the misses between the markers of docs/search.md.
"""

import json
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from benchmarks.search_model import load_search
from bot.care.people import Audience, Profile
from bot.care.search import Search
from bot.care.search_index import PhraseIndex
from bot.care.search_reading import fold
from tests.eval.search_measure import METRICS, OUT, Answered, Measured, Row, every

DEV = Path(__file__).with_name("search_dev.jsonl")
HARD = Path(__file__).with_name("search_hard.jsonl")
FRESH = Path(__file__).with_name("search_fresh.jsonl")
SECOND = Path(__file__).with_name("search_second.jsonl")
THIRD = Path(__file__).with_name("search_third.jsonl")
FLOOR = Path(__file__).with_name("search_floor.json")
DOC = Path(__file__).parents[2] / "docs" / "search.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
KINDS = ("need", "faq", "named", "filter", "typo", "vague", "spanish", "long")

Ask = Callable[[Row], tuple[str, ...]]


def load_rows(path: Path) -> list[Row]:
    """The labelled questions of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def profile(row: Row) -> Profile:
    """What the bot would know of the person."""
    return Profile(row["lang"], row["country"], row["region"], Audience(row["audience"]))


def asker(search: Search) -> Ask:
    """The search as shipped."""
    return lambda row: tuple(hit.id for hit in search.answer(row["text"], profile(row)).hits)


def plain_bm25(search: Search) -> Ask:
    """A plain BM25 over the same records and articles: names, words and phrasings, no rules, no profile."""
    index = PhraseIndex(
        (key, fold(" ".join((*entry.names, *entry.asks, entry.words))))
        for key, entry in search.entries.items()
    )

    def ask(row: Row) -> tuple[str, ...]:
        near = index.near(dict.fromkeys(fold(row["text"]), 1.0))
        return tuple(sorted(near, key=lambda key: (-near[key], key))[:10])

    return ask


@cache
def measured(path: Path = DEV) -> tuple[Measured, Measured]:
    """The search and the plain BM25 on the same questions in the same run."""
    search, rows = load_search(), load_rows(path)
    ours, plain = asker(search), plain_bm25(search)
    return (
        Measured.of([Answered(row, ours(row)) for row in rows], search.entries),
        Measured.of([Answered(row, plain(row)) for row in rows], search.entries),
    )


def report(path: Path = DEV) -> str:
    """The tables as Markdown."""
    ours, plain = measured(path)
    lines = [f"{len(ours.rows)} questions in scope, {len(ours.refused) - len(ours.rows)} out of scope.", ""]
    lines += _table("| | " + " | ".join(METRICS) + " |", _by_slice(ours, plain))
    lines += [
        "",
        f"Out of scope and met with silence: {ours.out_refused():.0%} (plain BM25 {plain.out_refused():.0%}). ",
    ]
    lines[-1] += f"In scope and answered: {ours.in_kept():.1%}."
    return "\n".join([*lines, "", *_wrong(ours, path)])


def _table(head: str, rows: Iterable[str]) -> list[str]:
    return [head, "|" + "---|" * (head.count("|") - 1), *rows]


def _by_slice(ours: Measured, plain: Measured) -> list[str]:
    slices: list[tuple[str, Callable[[Row], bool]]] = [("all", every)]
    slices += [(kind, lambda row, kind=kind: row["kind"] == kind) for kind in KINDS]  # type: ignore[misc]
    slices += [("English", lambda row: row["lang"] == "en"), ("Spanish", lambda row: row["lang"] == "es")]
    slices += [("crisis", _is_crisis), ("outside the US", lambda row: row["country"] != "US")]
    lines = [_line(f"{name} ({sum(keep(row) for row, _ in ours.rows)})", ours, keep) for name, keep in slices]
    lines.insert(
        1,
        "| 95% interval | "
        + " | ".join("{:.2f}-{:.2f}".format(*ours.interval(one)) for one in METRICS)
        + " |",
    )
    return [*lines, _line("plain BM25, all", plain, every)]


def _line(name: str, found: Measured, keep: Callable[[Row], bool]) -> str:
    return f"| {name} | " + " | ".join(f"{found.value(metric, keep):.2f}" for metric in METRICS) + " |"


def _is_crisis(row: Row) -> bool:
    return any(one == "suicidal-thoughts" or one.startswith("emergency-") for one in row["relevant"])


def _wrong(found: Measured, path: Path) -> list[str]:
    missed = [row for row, grade in found.rows if not grade["hit@1"]]
    bluffed = [row for row, refused in found.refused if row["kind"] == OUT and not refused]
    ask = asker(load_search())
    lines = ["Not answered first by anything good:", ""]
    lines += [f"- {row['text']} (first: {', '.join(ask(row)[:1]) or 'silence'})" for row in missed]
    return [
        *lines,
        "",
        "Answered though it is not ours to answer:",
        "",
        *(f"- {row['text']}" for row in bluffed),
    ]


def main() -> int:
    """Print the report; with `--write`, put it into the document too."""
    named = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    text = "\n\n".join(
        f"### {path.name}\n\n{report(path)}" for path in named or [DEV, HARD, FRESH, SECOND, THIRD]
    )
    sys.stdout.write(text + "\n")
    if "--write" in sys.argv[1:]:
        page = DOC.read_text(encoding="utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        DOC.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
