"""What the parts cost by themselves: gate, search, store, ticks, and how each grows.

python -m benchmarks.parts --quick
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import insert
from sqlmodel import Session

from benchmarks.running import SECRET
from benchmarks.speed import SAID, said
from bot.care.people import Profile
from bot.care.search import Search
from bot.care.search_entries import Entry
from bot.library import open_library
from storage import check_backs, conversations, engines, members, migrations, subscriptions
from storage.tables import CheckBackRow, SubscriptionRow
from storage.vault import Vault

AT_ONCE = 20_000


def cost(work: Callable[[], object], times: int) -> float:
    """Milliseconds of processor one takes, the median of five lots."""
    work()
    lots = []
    for _ in range(5):
        began = time.process_time()
        for _ in range(max(1, times // 5)):
            work()
        lots.append((time.process_time() - began) * 1000 / max(1, times // 5))
    return median(lots)


def gate_and_search(times: int) -> dict[str, float]:
    """The gate on a message of usual length and on the longest one; the search on a question."""
    library, profile = open_library(), Profile("en", "US")
    library.search.prepare()
    screen, turn = library.risk.screen, iter(range(10**9))
    longest = " ".join(SAID * 20)[:4096]
    return {
        "gate, a message": cost(lambda: screen(f"{SAID[next(turn) % len(SAID)]} {next(turn)}", "en"), times),
        "gate, 4,096 characters": cost(lambda: screen(f"{longest[:-9]} {next(turn)}", "en"), times // 5),
        "search, a question nobody asked before": cost(
            lambda: library.search.answer(said(next(turn), fresh=True), profile, departments=()), times
        ),
    }


def searches(sizes: list[int], times: int) -> dict[int, dict[str, float]]:
    """The index over so many records: what a question takes and what building it took."""
    prepared, profile = open_library().search.prepare(), Profile("en", "US")
    content, known = prepared._content, list(prepared.entries.values())  # noqa: SLF001  the same content, more records
    found = {}
    for size in sizes:
        entries = known[:size] + [_copy(known[n % len(known)], n) for n in range(len(known), size)]
        began = time.process_time()
        search, turn = Search(entries, content), iter(range(10**9))
        built = time.process_time() - began
        found[size] = {
            "ms": cost(partial(_ask, search, profile, turn), times),
            "build s": built,
        }
    return found


def _ask(search: Search, profile: Profile, turn: Iterator[int]) -> object:
    return search.answer(SAID[next(turn) % len(SAID)], profile)


def _copy(entry: Entry, number: int) -> Entry:
    return replace(entry, id=f"{entry.id}-{number}")


def store(folder: Path, times: int) -> dict[str, float]:
    """What a message asks of SQLite, on the thread that does it."""
    url = engines.parse(f"sqlite:///{folder / 'store.db'}")
    migrations.make_or_upgrade(url)
    vault, now = Vault(SECRET), datetime.now(UTC)
    reader, writer = engines.reader_engine(url), engines.writer_engine(url)

    def read(ask: Callable[[Session], object]) -> object:
        with Session(reader) as session:
            return ask(session)

    def write() -> None:
        with Session(writer) as session:
            conversations.start(
                session, vault, "who", "flow", "step", {}, now=now, lifetime=timedelta(hours=1)
            )
            session.commit()

    return {
        "meet somebody (profile, open conversations)": cost(
            lambda: read(lambda s: members.meet(s, "x")), times
        ),
        "read where somebody is": cost(
            lambda: read(lambda s: conversations.latest(s, vault, "x", now=now)), times
        ),
        "write where somebody is, with its commit": cost(write, times // 2),
    }


def ticks(folder: Path, sizes: list[int]) -> dict[int, dict[str, float]]:
    """Subscribers in the store: an empty look at what is due, the median and the worst of fifty, wall clock."""
    found, vault = {}, Vault(SECRET)
    for size in sizes:
        url = engines.parse(f"sqlite:///{folder / f'ticks-{size}.db'}")
        migrations.make_or_upgrade(url)
        engine, now = engines.writer_engine(url), datetime.now(UTC)
        _fill(engine, size, now)
        looks = []
        for _ in range(50):
            with Session(engine) as session:
                began = time.perf_counter()
                taken = subscriptions.claim_due(session, vault, now=now, limit=500)
                promised = check_backs.claim_due(session, now=now, limit=50)
                session.commit()
                looks.append((time.perf_counter() - began) * 1000)
                if taken or promised:
                    raise RuntimeError("something was due")
        engine.dispose()
        file = folder / f"ticks-{size}.db"
        found[size] = {"p50 ms": median(looks), "worst ms": max(looks), "MB": file.stat().st_size / 2**20}
        file.unlink()
    return found


def _fill(engine: object, size: int, now: datetime) -> None:
    sealed = os.urandom(120)
    with Session(engine) as session:  # type: ignore[arg-type]
        for begin in range(0, size, AT_ONCE):
            numbers = range(begin, min(begin + AT_ONCE, size))
            due = [now + timedelta(seconds=60 + number % 86_400) for number in numbers]
            rows = [
                {"pseudonym": f"{number:064x}", "sealed_wishes": sealed, "since": now.date(), "due_at": at,
                 "ready_at": at, "attempts": 0}
                for number, at in zip(numbers, due, strict=True)
            ]  # fmt: skip
            session.execute(insert(SubscriptionRow), rows)
            promises = [
                {"pseudonym": f"{number:064x}", "kind": "crisis", "note": "n", "due_at": at, "ready_at": at,
                 "state": "planned", "attempts": 0, "sealed_chat": sealed[:40]}
                for number, at in zip(numbers[::10], due[::10], strict=True)
            ]  # fmt: skip
            session.execute(insert(CheckBackRow), promises)
        session.commit()


def measure(*, quick: bool, large: bool = False) -> dict[str, object]:
    """All of it; `large` adds the search over a hundred thousand records, whose index takes minutes to build."""
    times = 200 if quick else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            "parts": gate_and_search(times) | store(folder, times),
            "searches": searches(
                [100, 1000] if quick else [100, 1000, 10_000] + [100_000] * large, times // 5
            ),
            "ticks": ticks(folder, [10_000] if quick else [10_000, 100_000, 1_000_000]),
        }


def main() -> None:
    """Print JSON."""
    arguments = argparse.ArgumentParser(description="What the parts cost.")
    arguments.add_argument("--quick", action="store_true")
    print(json.dumps(measure(quick=arguments.parse_args().quick), indent=1))


if __name__ == "__main__":
    main()
