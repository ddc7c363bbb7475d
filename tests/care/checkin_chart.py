"""Draws the chart of docs/checkin.md from checkin.toml: `python -m tests.care.checkin_chart` writes it anew."""

from collections.abc import Iterator
from pathlib import Path

from bot.care.checkin import CheckIn, Station
from bot.library import open_library

DOCUMENT = Path(__file__).parents[2] / "docs" / "checkin.md"
BEGIN, END = "<!-- chart: drawn from checkin.toml -->", "<!-- end of chart -->"
PARTS = {
    "Beginning, and the safety questions": (
        "hello", "today", "asq_1", "asq_2", "asq_3", "asq_4", "vent", "vented", "before_going_on",
    ),
    "Listening": ("weighs", "call", "home", "worry", "listen", "listen_more"),
    "Questions and what they say": (
        "core", "phq4_offer", "phq4", "after_phq4", "sex", "audit_c", "result", "keep_ask", "after_keeping", "deeper",
        "phq9_offer", "phq9", "gad7_offer", "gad7", "how_long", "when", "too_early", "ptsd_offer", "pc_ptsd_5",
    ),
    "One next step, and tonight": (
        "next", "barrier", "after_barrier", "back", "after_back", "will_return", "tonight", "tip_calm", "tip_sleep",
        "tip_buddy", "tip_drink", "after_tonight",
    ),
    "Other beginnings": ("returned", "quiet", "quiet_vent", "away"),
}  # fmt: skip


def charts(flow: CheckIn) -> str:
    """Markdown with one chart for each part; "stop" leads from every question to `stopped` and is not drawn."""
    return "\n\n".join(f"### {title}\n\n{_chart(flow, names)}" for title, names in PARTS.items())


def written() -> str:
    """The charts as they stand in the document."""
    return DOCUMENT.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip()


def _chart(flow: CheckIn, names: tuple[str, ...]) -> str:
    steps = [flow.steps[name] for name in names]
    beyond = sorted({to for step in steps for _, to in step.leads_to()} - set(names))
    nodes = [_node(step) for step in (*steps, *(flow.steps[name] for name in beyond))]
    return "\n".join(
        [
            "```mermaid",
            "flowchart TD",
            *nodes,
            *(line for step in steps for line in _arrows(flow, step)),
            "```",
        ]
    )


def _node(step: Station) -> str:
    if step.enters is not None:
        return f'    {step.id}[["crisis protocol: {step.enters}"]]'
    if step.routes:
        return f'    {step.id}{{"{step.id}"}}'
    told = f"{step.id}<br/>asks {step.asks}" if step.asks else step.id
    return f'    {step.id}(["{told}"])' if step.ends else f'    {step.id}["{told}"]'


def _arrows(flow: CheckIn, step: Station) -> Iterator[str]:
    by_goal: dict[str, list[str]] = {}
    for label, to in step.leads_to():
        by_goal.setdefault(to, []).append(label)
    for to, labels in by_goal.items():
        shown = f"{labels[0]} to {labels[-2]}, {labels[-1]}" if len(labels) > 6 else ", ".join(labels)
        yield f"    {step.id} -->|{shown}| {to}"
    if step.asks == "phq9":
        yield f"    {step.id} ==>|item 9, any answer above 0| {flow.positive}"


def main() -> None:
    """Write the document's charts anew."""
    text = DOCUMENT.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    drawn = charts(open_library().companions.checkin)
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{drawn}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
