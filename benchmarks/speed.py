"""Updates a second and the time to a reply, against a stock echo of python-telegram-bot and aiogram's, over HTTP.

    python -m benchmarks.speed --updates 1000 --rounds 3

Every bot polls the same in-memory Bot API server, which runs in this process. The bots take turns, so a machine that
slows down slows all of them. Ours answers with the gate, the search and the store at work.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.running import ROOT, Bot, a_telegram, answered, ours, spread
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http

PEERS = ROOT / "build" / "peers" / "bin" / "python"  # `make peers`
SAID = (
    "I can't sleep after night shift",
    "how do I talk to my kids about what I see",
    "I drink more than I used to",
    "my partner was hurt last week and I keep seeing it",
    "money is tight and I don't know where to begin",
    "does the peer team tell my chief",
    "I retired and nothing fills the day",
    "headaches and my back hurts since the crash",
)
FRESH = "status check, no question twice"
Make = Callable[[str, str, Path], Bot]


def _echo(python: str, name: str) -> Make:
    def make(url: str, token: str, folder: Path) -> Bot:
        folder.mkdir(parents=True, exist_ok=True)
        script = str(ROOT / "benchmarks" / name)
        return Bot([python, script], folder, TELEGRAM_API_URL=url, TELEGRAM_BOT_TOKEN=token)

    return make


BOTS: dict[str, Make] = {
    "status check": ours,
    FRESH: ours,
    "python-telegram-bot echo": _echo(sys.executable, "echo_ptb.py"),
    "aiogram echo": _echo(str(PEERS), "echo_aiogram.py"),
}


async def one_round(make: Make, folder: Path, updates: int, *, fresh: bool = False) -> dict[str, float]:
    """One bot from its start: first answer, memory, a burst by as many people, then one after another.

    `fresh`: every question is a new one, so none is answered from memory.
    """
    telegram = a_telegram()
    async with serve_http(telegram) as url:
        bot = make(url, telegram.token, folder)
        first = telegram.person("First")
        await first.says(SAID[0])
        await bot.start()
        try:
            ready = await answered(first) - bot.started
            await asyncio.sleep(2.5)  # whatever a bot still prepares
            await _burst(telegram, max(updates // 10, 10), "warm", fresh=fresh)
            before = bot.cpu()
            seconds = await _burst(telegram, updates, "P", fresh=fresh)
            used = bot.cpu() - before
            quiet = [await _turn(telegram, number, fresh=fresh) for number in range(max(updates // 10, 20))]
            memory = bot.memory()
        finally:
            await bot.end()
    alone = spread(quiet)
    return {
        "updates/s": updates / seconds, "cpu ms/update": used * 1000 / updates, "reply p50 ms": alone["p50"],
        "reply p99 ms": alone["p99"], "first answer s": ready, "memory MB": memory,
    }  # fmt: skip


def said(number: int, *, fresh: bool) -> str:
    """What the person of this number asks."""
    return f"{SAID[number % len(SAID)]}{f', {number} of us' if fresh else ''}"


async def _burst(telegram: Telegram, count: int, name: str, *, fresh: bool) -> float:
    people = [telegram.person(f"{name}{number}") for number in range(count)]
    began = time.monotonic()
    for number, person in enumerate(people):
        await person.says(said(number, fresh=fresh))
    last = 0.0
    for person in people:
        last = await answered(person)
    return last - began


async def _turn(telegram: Telegram, number: int, *, fresh: bool) -> float:
    person = telegram.person(f"Q{number}")
    began = time.monotonic()
    await person.says(said(100_000 + number, fresh=fresh))
    return await answered(person) - began


async def measure(updates: int, rounds: int) -> dict[str, Any]:
    """Medians for each bot, and ours as ratios to the others."""
    chosen = {name: make for name, make in BOTS.items() if name != "aiogram echo" or PEERS.exists()}
    found: dict[str, list[dict[str, float]]] = {name: [] for name in chosen}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            for name, make in chosen.items():
                place = Path(folder) / f"{name.replace(' ', '-').replace(',', '')}-{number}"
                found[name].append(await one_round(make, place, updates, fresh=name == FRESH))
    medians = {
        name: {what: median(one[what] for one in every) for what in every[0]} for name, every in found.items()
    }
    own = medians["status check"]["updates/s"]
    ratios = {
        f"updates/s of {one} against {name}": median(
            a["updates/s"] / b["updates/s"] for a, b in zip(found[one], found[name], strict=True)
        )
        for name in chosen
        for one in ("status check", FRESH)
        if BOTS[name] is not ours
    }
    return {"updates": updates, "rounds": rounds, "medians": medians, "ratios": ratios, "own": own}


def main() -> None:
    """Print JSON."""
    arguments = argparse.ArgumentParser(description="Updates a second against stock echoes.")
    arguments.add_argument("--updates", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    print(json.dumps(asyncio.run(measure(given.updates, given.rounds)), indent=1))


if __name__ == "__main__":
    main()
