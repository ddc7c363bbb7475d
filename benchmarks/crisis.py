"""How long somebody in danger waits for the card: alone, under load, behind a thousand queued sends, over HTTP.

python -m benchmarks.crisis --times 60
"""

import argparse
import asyncio
import json
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.broadcast import hand_in, seed
from benchmarks.running import SECRET, Bot, a_telegram, answered, ours, spread
from benchmarks.speed import SAID
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http
from storage.database import Storage
from storage.vault import Vault

RISK = "I want to kill myself"
LATENCY = 0.05  # seconds the server takes to answer, as Telegram does from a good line


async def cards(telegram: Telegram, times: int, name: str, pause: float = 0.5) -> list[float]:
    """One person after another, half a second apart so that idle is idle; seconds until each has the card."""
    took = []
    for number in range(times):
        person = telegram.person(f"{name}{number}")
        began = time.monotonic()
        await person.says(RISK)
        took.append(await answered(person) - began)
        await asyncio.sleep(pause)
    return took


async def in_the_rush(telegram: Telegram, rounds: int) -> list[float]:
    """A thousand people ask something within a second; half way through it somebody is in danger."""
    took = []
    for turn in range(rounds):
        people = [telegram.person(f"F{turn}-{number}") for number in range(1000)]
        danger, began, waiting = telegram.person(f"D{turn}"), time.monotonic(), None
        for number, person in enumerate(people):
            await person.says(SAID[number % len(SAID)])
            if number == len(people) // 2:
                asked = time.monotonic()
                await danger.says(RISK)
                waiting = asyncio.ensure_future(answered(danger))
            await asyncio.sleep(max(0.0, began + number / 1000 - time.monotonic()))
        assert waiting is not None  # noqa: S101
        took.append(await waiting - asked)
        for person in people:
            await answered(person)
    return took


async def one_round(folder: Path, times: int, queued: int, rushes: int = 3) -> dict[str, Any]:
    """Idle, amid 1,000 updates in a second, then behind queued sends: each p50 and p99."""
    telegram = a_telegram()
    async with serve_http(telegram, latency=LATENCY) as url:
        people = [telegram.person(f"M{number}") for number in range(queued)]
        for person in people:
            person.chat.started = person.chat.met = True
        async with Storage.open(f"sqlite:///{folder / 'house.db'}") as storage:
            ids, vault = [person.id for person in people], Vault(SECRET)
            await storage.write(lambda s: seed(s, vault, ids, datetime.now(UTC)), timeout=60)
        bot: Bot = ours(url, telegram.token, folder)
        first = telegram.person("First")
        await first.says("/start")
        await bot.start()
        try:
            await answered(first)
            await asyncio.sleep(3)
            idle = await cards(telegram, times, "I")
            pressed = await in_the_rush(telegram, rushes)
            async with Storage.open(f"sqlite:///{folder / 'house.db'}") as storage:
                await storage.write(lambda s: hand_in(s, vault, datetime.now(UTC)))
            async with asyncio.timeout(60):
                while not any(person.received for person in people):  # noqa: ASYNC110  as in answered
                    await asyncio.sleep(0.05)
            queue = await cards(telegram, times, "Q")
            left = sum(not person.received for person in people)
            again = await cards(telegram, times, "J")
        finally:
            await bot.end(9)
    found = {
        "idle": spread(idle),
        "1,000 updates in a second": spread(pressed),
        "broadcast": spread(queue),
        "broadcast, a little later": spread(again),
    }
    return found | {"still queued at the end": left}


def main() -> None:
    """Print JSON."""
    arguments = argparse.ArgumentParser(description="How long the card takes.")
    arguments.add_argument("--times", type=int, default=60)
    arguments.add_argument("--queued", type=int, default=1500)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asyncio.run(one_round(Path(folder), given.times, given.queued)), indent=1))


if __name__ == "__main__":
    main()
