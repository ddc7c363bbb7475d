"""What a million officers would cost, computed from benchmarks/figures.json and the assumptions here.

python -m benchmarks.capacity          writes docs/capacity.md
"""

import argparse
import json
import math
from dataclasses import dataclass
from typing import Any

from benchmarks.report import FIGURES
from benchmarks.running import ROOT

PAGE = ROOT / "docs" / "capacity.md"
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Assumed:
    """What people do. These are assumptions, not findings: change them and run this again."""

    messages_a_week: float = 2.0  # that one officer writes or taps in a visit, spread over a week
    answers_each: float = 1.3  # messages of ours for each
    prompts_share: float = 0.2  # of officers who asked for prompts
    prompts_a_week: float = 3.0
    tips_a_month: float = 2.0
    peak: float = 4.0  # the busiest hour against the mean
    rows_each: float = 3.0  # member, subscription or promise, membership
    kept_updates_days: float = 2.0


@dataclass(frozen=True, slots=True)
class Telegram:
    """Published: https://core.telegram.org/bots/faq"""

    free: float = 30.0  # messages a second to different chats


@dataclass(frozen=True, slots=True)
class Load:
    """What so many officers make."""

    officers: int
    updates: float  # a second in the busiest hour
    answers: float
    prompts: float  # a second, over sixteen waking hours
    tip_hours: float  # one tip to all, at the pace that is left
    rows: float
    megabytes: float
    cores: float
    processes: int


def load(officers: int, figures: dict[str, Any], people: Assumed, limits: Telegram) -> Load:
    """From people to machines."""
    ours = figures["speed"]["medians"]["status check"]
    updates = officers * people.messages_a_week / (7 * DAY) * people.peak
    answers = updates * people.answers_each
    prompts = officers * people.prompts_share * people.prompts_a_week / (7 * DAY) * 24 / 16
    left = limits.free - 1.3 - answers - prompts
    largest = figures["ticks"][max(figures["ticks"], key=int)]
    row = largest["MB"] * 2**20 / (int(max(figures["ticks"], key=int)) * 1.1)
    cores = updates * ours["cpu ms/update"] / 1000
    return Load(
        officers, updates, answers, prompts, officers / left / 3600 if left > 0 else math.inf,
        officers * people.rows_each, officers * people.rows_each * row / 2**20, cores,
        max(2, math.ceil(cores / 0.6)),
    )  # fmt: skip


def page(figures: dict[str, Any]) -> str:
    """The document."""
    people, limits = Assumed(), Telegram()
    loads = [load(size, figures, people, limits) for size in (1_000, 10_000, 100_000, 1_000_000)]
    million, made = loads[-1], figures["machine"]
    table = [
        f"| {one.officers:,} | {one.updates:.2f} | {one.answers:.2f} | {one.prompts:.2f} | {_hours(one.tip_hours)} | "
        f"{one.rows:,.0f} | {one.megabytes:,.0f} | {one.cores:.2f} | {one.processes} |"
        for one in loads
    ]
    full = _binds(figures, people, limits)
    connections = million.processes * 6
    return f"""# Capacity

Written by `python -m benchmarks.capacity` from measured figures ({made["day"]}, {made["cores"]} cores, load {made["load"][0]})
and the assumptions below. Nobody has run this bot for a million people: this is arithmetic, and it says what it rests on.

## Assumed

One officer writes or taps {people.messages_a_week:g} times a week and gets {people.answers_each:g} messages for each; {people.prompts_share:.0%}
asked for prompts, {people.prompts_a_week:g} a week, sent over 16 waking hours; a department sends {people.tips_a_month:g} tips a month. The busiest hour has
{people.peak:g} times the mean. Each officer is {people.rows_each:g} rows. Telegram gives {limits.free:g} messages a second for nothing.

## What so many officers make

| officers | updates/s, busiest hour | answers/s | prompts/s | one tip to all | rows | MB on disk | cores | processes |
|---|---|---|---|---|---|---|---|---|
{chr(10).join(table)}

Processes: enough to stay under 60% of a core each, two at least so that one may be restarted. Each holds 6 connections to PostgreSQL
(one writer, two readers, two for keys, one that listens), so a million officers need {connections}; PostgreSQL's usual limit is 100.

## What binds first

**Telegram's {limits.free:g} messages a second, and of everything we send it is the tips.** Answers and prompts together fill it at about
**{full:,} officers**. Before that the only thing that grows is how long a tip takes: {_hours(million.tip_hours)} for a million.
A crisis card never waits for it: bulk keeps {1.3:g} messages a second free and gives way.

What one would do, in this order:

1. One bot a department or state. Each token has its own {limits.free:g} a second, one PostgreSQL can hold them all in databases of their own, and a
   breach of one is not a breach of all. This also fits how departments think of "their" bot.
2. Tips spread over the day by home time zone, as they are now; nobody reads a tip at 4 a.m.
3. Telegram sells a higher rate for broadcasts. Its terms and price are Telegram's to say and change, so no figure stands here.

## What breaks next

| at about | what | sign | then |
|---|---|---|---|
| {_saturates(figures):.0f} updates/s | one core of one process | `statuscheck_answer_seconds` leaves its first step | another process on PostgreSQL |
| 100 answers in hand | Telegram's webhook window of 100 connections | `statuscheck_updates_in_hand` stays at 100 | it is the answers that are slow: look at the database |
| {100 // 6} processes | PostgreSQL's 100 connections | new processes do not start | raise max_connections; never pgbouncer in transaction mode (turns and the lead are session locks) |
| one tick | one process keeps time for all | `statuscheck_overdue_seconds` | ticks are claims with leases; a second timekeeper is a change of one condition |
| 20,000 people at once | profiles and crisis memory in each process | more reads of the database | more memory, two constants |

## Money

The software asks for {million.cores:.1f} cores and {million.processes * 0.25:.1f} GB for a million officers beside PostgreSQL with {million.megabytes / 1024:.1f} GB of rows: two small
machines and a database with a standby; for one department it is the smallest machine a provider sells. No price stands here, since prices differ and
change: multiply. What costs money is people: whoever answers alarms, checks contacts and trains coordinators.
"""


def _hours(hours: float) -> str:
    if math.isinf(hours):
        return "never"
    return f"{hours:.1f} h" if hours >= 1 else f"{hours * 60:.0f} min"


def _saturates(figures: dict[str, Any]) -> float:
    return 1000 / float(figures["speed"]["medians"]["status check"]["cpu ms/update"])


def _binds(figures: dict[str, Any], people: Assumed, limits: Telegram) -> int:
    one = load(1_000_000, figures, people, limits)
    return int(round((limits.free - 1.3) / (one.answers + one.prompts) * 1_000_000, -4))


def main() -> None:
    """Write the page."""
    argparse.ArgumentParser(description="docs/capacity.md from the measured figures.").parse_args()
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    PAGE.write_text(page(figures), encoding="utf-8")
    print(f"{PAGE.name} written")


if __name__ == "__main__":
    main()
