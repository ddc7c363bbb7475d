"""What a hundred thousand subscribers cost: an empty tick, a thousand due at once, a day away, and the memory it takes.

    python -m benchmarks.prompts [subscribers]

Everything is real but the network: storage on SQLite in a folder of its own, the practices, the words, the tick. What
is handed over is counted instead of sent, so the pace Telegram allows is not in the figures.
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, cast

import psutil
from sqlalchemy import insert, update
from sqlmodel import Session

from bot.care.schedule_wishes import Wishes
from bot.care.shift_patterns import PATTERNS, Shifts
from bot.delivery.prompts import Prompts
from bot.delivery.sender import Delivery, Outcome, Sender
from bot.library import open_library
from bot.prompt_screens import word
from storage.database import Storage
from storage.members import chat_place
from storage.subscriptions import _sealed
from storage.tables import MemberRow, SubscriptionRow, table_of
from storage.vault import Vault

NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
DUE = NOW + timedelta(days=2)
ONE_OFF = "America/Chicago"


@dataclass
class Counted:
    """Stands where the sender stands, and notes when each message was handed over."""

    at: list[float] = field(default_factory=list)

    async def show(self, *_: Any, **__: Any) -> Delivery:
        self.at.append(time.perf_counter())
        return Delivery(Outcome.SENT)


def people(session: Session, vault: Vault, first: int, count: int) -> None:
    """Members with a place in time and sealed wishes; a third works DuPont. Nobody is due."""
    dupont = Wishes(shifts=Shifts(PATTERNS["dupont"]["both"], NOW.date()), on_duty=True)
    plain = Wishes()
    rows, wishes = [], []
    for number in range(first, first + count):
        name = f"p{number:031d}"
        rows.append(
            {
                "pseudonym": name, "lang": "en", "country": "US", "audience": "officer", "timezone": ONE_OFF,
                "sealed_chat": vault.seal(str(number), place=chat_place(name)),
                "created_on": NOW.date(), "seen_on": DUE.date(),
            }
        )  # fmt: skip
        due_at = DUE + timedelta(days=1, seconds=number % 86_400)
        sealed = _sealed(vault, name, dupont if number % 3 == 0 else plain)
        wishes.append(
            {"pseudonym": name, "sealed_wishes": sealed, "since": NOW.date(),
             "due_at": due_at, "ready_at": due_at, "attempts": 0}
        )  # fmt: skip
    session.connection().execute(insert(table_of(MemberRow)), rows)
    session.connection().execute(insert(table_of(SubscriptionRow)), wishes)


def make_due(session: Session, step: int, when: datetime) -> int:
    """Every `step`-th subscriber is due then, in the middle of a window that is theirs."""
    everybody = table_of(SubscriptionRow)
    chosen = everybody.c.pseudonym.like(f"%{'0' * step}")
    return (
        session.connection()
        .execute(update(everybody).where(chosen).values(due_at=when, ready_at=when))
        .rowcount
    )


async def measure(subscribers: int = 100_000) -> dict[str, float]:
    """Milliseconds, megabytes and how many."""
    vault, library, found = (
        Vault("a benchmark's secret of thirty-two characters and more"),
        open_library(),
        {},
    )
    _ = library.practices
    with tempfile.TemporaryDirectory() as folder:
        async with Storage.open(f"sqlite:///{Path(folder) / 'bench.db'}") as storage:
            for first in range(0, subscribers, 5_000):
                fill = partial(people, vault=vault, first=first, count=min(5_000, subscribers - first))
                await storage.write(fill, timeout=120.0)
            now, sender = DUE + timedelta(hours=6), Counted()
            prompts = Prompts(
                storage, vault, cast("Sender", sender), word=partial(word, library), now=lambda: now
            )
            await prompts.run()
            ticks = sorted([await _timed(prompts) for _ in range(100)])
            found["empty tick, ms"], found["empty tick, one in twenty, ms"] = (
                ticks[50] * 1000,
                ticks[95] * 1000,
            )
            found["due at once"] = await storage.write(lambda s: make_due(s, 2, now), timeout=60.0)
            before = _memory()
            began, cpu = time.perf_counter(), time.process_time()
            lag = asyncio.get_running_loop().create_task(_longest_wait())
            await prompts.run()
            handed = sorted(sender.at)
            found["first thousand handed over, ms"] = (handed[min(999, len(handed) - 1)] - began) * 1000
            found["all of them settled, ms"] = (time.perf_counter() - began) * 1000
            found["  processor time of it, ms"] = (time.process_time() - cpu) * 1000
            found["sent"] = prompts.counts["sent"]
            lag.cancel()
            found["longest wait of the loop meanwhile, ms"] = LONGEST[0] * 1000
            now = DUE + timedelta(days=2, hours=6)
            began, cpu = time.perf_counter(), time.process_time()
            await prompts.run()
            found["after a day away: dropped"] = prompts.counts["late"] + prompts.counts["unfit"]
            found["after a day away, s"] = time.perf_counter() - began
            found["  its processor time, s"] = time.process_time() - cpu
            found["memory that stayed, MB"] = _memory() - before
    return found


LONGEST = [0.0]


async def _longest_wait() -> None:
    while True:
        asked = time.perf_counter()
        await asyncio.sleep(0)
        LONGEST[0] = max(LONGEST[0], time.perf_counter() - asked)
        await asyncio.sleep(0.001)


async def _timed(prompts: Prompts) -> float:
    began = time.perf_counter()
    await prompts.run()
    return time.perf_counter() - began


def _memory() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def main() -> None:
    """Print the figures."""
    for what, value in asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)).items():
        print(f"{value:12,.1f}  {what}")


if __name__ == "__main__":
    main()
