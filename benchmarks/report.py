"""Runs every measurement and writes what it found into docs/performance.md, between its markers.

    python -m benchmarks.report            everything, about fifteen minutes on a quiet machine
    python -m benchmarks.report --quick    small sizes, to see that it runs
    python -m benchmarks.report --large    the search over a hundred thousand records as well

The figures themselves go to benchmarks/figures.json, from which docs/capacity.md is computed.
"""

import argparse
import asyncio
import json
import os
import platform
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import crisis, parts, speed
from benchmarks.running import ROOT

PAGE, FIGURES = ROOT / "docs" / "performance.md", ROOT / "benchmarks" / "figures.json"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def machine() -> dict[str, Any]:
    """What the figures were taken on, and how busy it was."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "day": datetime.now(UTC).date().isoformat(),
        "load": [round(one, 1) for one in os.getloadavg()],
    }


def measure(*, quick: bool, rounds: int, large: bool = False) -> dict[str, Any]:
    """Everything that runs within a quarter of an hour; the broadcast has a program of its own."""
    found: dict[str, Any] = {"machine": machine()}
    found["speed"] = asyncio.run(speed.measure(100 if quick else 1000, 1 if quick else rounds))
    with tempfile.TemporaryDirectory() as folder:
        found["crisis"] = asyncio.run(
            crisis.one_round(Path(folder), 10 if quick else 50, 200 if quick else 1500, 1 if quick else 3)
        )
    found |= parts.measure(quick=quick, large=large)
    found["machine"]["load after"] = [round(one, 1) for one in os.getloadavg()]
    return found


def told(found: dict[str, Any]) -> str:
    """The figures as Markdown."""
    made, own = found["machine"], found["speed"]
    where = f"{made['day']}, {made['cores']} cores, {made['system']}, Python {made['python']}"
    lines = [
        f"Taken on {where}; load average {made['load'][0]} before, {made['load after'][0]} after.",
        f"{own['rounds']} rounds, the bots in turn, medians.",
        "",
        "| bot | updates/s | CPU ms an update | reply p50 / p99 ms | start to first answer s | memory MB |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {one['updates/s']:.0f} | {one['cpu ms/update']:.2f} | {one['reply p50 ms']:.1f} / "
        f"{one['reply p99 ms']:.1f} | {one['first answer s']:.2f} | {one['memory MB']:.0f} |"
        for name, one in own["medians"].items()
    ]
    lines += ["", *(f"- {name}: **{ratio:.2f}x**" for name, ratio in own["ratios"].items())]
    lines += [
        "",
        "| a person in danger writes | card p50 ms | p99 ms | p99 against idle |",
        "|---|---|---|---|",
    ]
    idle = found["crisis"]["idle"]["p99"]
    lines += [
        f"| {name} | {one['p50']:.1f} | {one['p99']:.1f} | {one['p99'] / idle:.2f}x |"
        for name, one in found["crisis"].items()
        if isinstance(one, dict)
    ]
    lines += [
        "",
        "| part | CPU ms |",
        "|---|---|",
        *(f"| {k} | {v:.3f} |" for k, v in found["parts"].items()),
    ]
    lines += ["", "| subscribers | empty tick p50 ms | worst of 50 | file MB |", "|---|---|---|---|"]
    lines += [
        f"| {int(size):,} | {one['p50 ms']:.2f} | {one['worst ms']:.2f} | {one['MB']:.0f} |"
        for size, one in found["ticks"].items()
    ]
    lines += ["", "| records to search | a question CPU ms | building the index s |", "|---|---|---|"]
    lines += [
        f"| {int(n):,} | {one['ms']:.2f} | {one['build s']:.1f} |" for n, one in found["searches"].items()
    ]
    return "\n".join(lines)


def write(found: dict[str, Any]) -> None:
    """Between the markers of the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{told(found)}\n{END}{after}", encoding="utf-8")
    FIGURES.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Measure, then write; --quick prints instead."""
    arguments = argparse.ArgumentParser(description="All measurements.")
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--large", action="store_true")
    arguments.add_argument("--rounds", type=int, default=3)
    given, began = arguments.parse_args(), time.monotonic()
    found = json.loads(json.dumps(measure(quick=given.quick, rounds=given.rounds, large=given.large)))
    if not given.quick:
        write(found)
    print(told(found))
    print(f"\n{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
