"""Draws the charts of docs/crisis-protocol.md from crisis.toml: `python -m tests.care.crisis_chart` writes them anew."""

from collections.abc import Iterator
from pathlib import Path

from bot.care.flow import Flow
from bot.library import open_library

DOCUMENT = Path(__file__).parents[2] / "docs" / "crisis-protocol.md"
BEGIN, END = "<!-- charts: drawn from crisis.toml -->", "<!-- end of charts -->"
TITLES = {
    "": "About oneself, and the plain question",
    "acute": "An act begun, danger this minute",
    "harm_others": "Afraid of harming someone",
    "violence_at_home": "Not safe at home",
    "someone_else": "Someone else at risk",
    "minor": "A child or teen",
    "bereaved": "After a suicide",
}


def charts(flow: Flow) -> str:
    """Markdown with one chart for each path; a rounded step rests."""
    return "\n\n".join(f"### {title}\n\n{_chart(flow, path)}" for path, title in TITLES.items())


def written() -> str:
    """The charts as they stand in the document."""
    return DOCUMENT.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip()


def _chart(flow: Flow, path: str) -> str:
    return "\n".join(["```mermaid", "flowchart TD", *_lines(flow, path), "```"])


def _lines(flow: Flow, path: str) -> Iterator[str]:
    mine = [step for step in flow.steps.values() if flow.path_of(step.id) == path]
    for step in mine:
        text = f"{step.id}<br/>shows {', '.join(step.shows)}" if step.shows else step.id
        yield f'    {step.id}(["{text}"])' if step.rests else f'    {step.id}["{text}"]'
    for step in mine:
        yield from (f"    {step.id} -->|{choice.id}| {choice.to}" for choice in step.choices)


def main() -> None:
    """Write the document's charts anew."""
    text = DOCUMENT.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    drawn = charts(open_library().flows["crisis"])
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{drawn}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
