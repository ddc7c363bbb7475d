"""Mixed traffic for hours against the bot in its own process over HTTP; at the end, what has drifted.

    python -m scripts.soak --minutes 240 --rate 20

A few hundred people write questions, tap what they are shown, type /commands, say what must bring a card at once, block
and come back; some of Telegram's answers fail. Every minute memory, handles and the time to an answer are noted. It ends
with 1 when memory or handles grew by more than a fifth after the first fifth of the run, or when somebody got no answer.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.running import Bot, a_telegram, answered, ours, spread
from benchmarks.speed import SAID
from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_http import serve_http

PEOPLE = 300
RISK = "I want to kill myself"
COMMANDS = ("/start", "/help", "/find", "/crisis", "/privacy", "/checkin", "/calm", "/family")
ANSWER_WITHIN = 30.0  # seconds
GREW = 1.2


@dataclass(slots=True)
class Minute:
    """What a minute looked like."""

    memory: float
    handles: int
    cpu: float
    p50: float
    p99: float
    answers: int


@dataclass(slots=True)
class Report:
    """What was seen."""

    minutes: list[Minute] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    cards_late: int = 0


class Traffic:
    """People who use the bot at random, each one thing at a time."""

    def __init__(self, telegram: Telegram, seed: int) -> None:
        self._telegram = telegram
        self._chance = random.Random(seed)
        self._free = [telegram.person(f"P{number}") for number in range(PEOPLE)]
        self.times: list[float] = []
        self.unanswered: list[str] = []

    async def one(self) -> None:
        """Somebody does something and waits for the answer."""
        if not self._free:
            return
        person = self._free.pop(self._chance.randrange(len(self._free)))
        try:
            await self._act(person)
        finally:
            # Old messages go, as on a phone whose history is cleared: the server shall not be what grows.
            for number in list(person.chat.history)[:-40]:
                del person.chat.history[number]
            self._free.append(person)

    async def _act(self, person: Person) -> None:
        what = self._chance.choices(
            ("question", "tap", "command", "danger", "block", "trouble"), (40, 35, 15, 6, 2, 2)
        )[0]
        seen = _newest(person)
        if what == "block":
            await person.blocks()
            await asyncio.sleep(0.05)
            await person.unblocks()
            return
        if what == "trouble":
            self._telegram.fail("sendMessage", status=self._chance.choice((500, 502)), lane_chat=person.id)
        began = time.monotonic()
        if what == "tap" and await self._tap(person):
            await self._until(lambda: not person.waiting_taps, what)
        else:
            said = {"danger": RISK, "command": self._chance.choice(COMMANDS)}
            await person.says(said.get(what, self._chance.choice(SAID)))
            await self._until(lambda: _newest(person) > seen, what)
        self.times.append(time.monotonic() - began)

    async def _tap(self, person: Person) -> bool:
        shown = [button for message in person.received[-1:] for row in message.buttons for button in row]
        chosen = [button for button in shown if button.data]
        if not chosen:
            return False
        await person.taps(self._chance.choice(chosen))
        return True

    async def _until(self, true: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(ANSWER_WITHIN):
                while not true():  # noqa: ASYNC110  the bot is another process
                    await asyncio.sleep(0.002)
        except TimeoutError:
            self.unanswered.append(what)


def _newest(person: Person) -> int:
    return max((message.id for message in person.received), default=0)


async def soak(minutes: float, rate: float, seed: int, folder: Path) -> Report:
    """Run it."""
    report, telegram = Report(), a_telegram()
    telegram.record = type(telegram.record)(maxlen=1000)
    async with serve_http(telegram, latency=0.02) as url:
        bot = ours(url, telegram.token, folder)
        first = telegram.person("First")
        await first.says("/start")
        await bot.start()
        await answered(first)
        traffic = Traffic(telegram, seed)
        try:
            await _run(bot, traffic, report, minutes, rate)
        finally:
            report.unanswered = traffic.unanswered
            await bot.end()
    return report


async def _run(bot: Bot, traffic: Traffic, report: Report, minutes: float, rate: float) -> None:
    every, under_way = min(60.0, minutes * 6), set[asyncio.Task[None]]()
    until, next_note, cpu = time.monotonic() + minutes * 60, time.monotonic() + every, bot.cpu()
    while time.monotonic() < until:
        task = asyncio.ensure_future(traffic.one())
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        await asyncio.sleep(1 / rate)
        if time.monotonic() >= next_note:
            next_note += every
            took, used = spread(traffic.times), bot.cpu()
            report.minutes.append(
                Minute(
                    round(bot.memory(), 1), bot.handles(), round(used - cpu, 2), round(took.get("p50", 0.0), 1),
                    round(took.get("p99", 0.0), 1), len(traffic.times),
                )
            )  # fmt: skip
            cpu, traffic.times = used, []
            print(json.dumps(asdict(report.minutes[-1])), flush=True)
    await asyncio.gather(*under_way)


def drift(report: Report) -> dict[str, float]:
    """Each figure's last fifth over its second fifth: the first is the bot filling its memory of people."""
    fifth = max(1, len(report.minutes) // 5)
    early, late = report.minutes[fifth : 2 * fifth] or report.minutes[:1], report.minutes[-fifth:]
    return {
        name: round(
            median(getattr(one, name) for one in late)
            / max(median(getattr(one, name) for one in early), 1e-9),
            3,
        )
        for name in ("memory", "handles", "p50", "p99")
    }


def main() -> None:
    """Print each minute and the drift."""
    arguments = argparse.ArgumentParser(description="Hours of mixed traffic.")
    arguments.add_argument("--minutes", type=float, default=240.0)
    arguments.add_argument("--rate", type=float, default=20.0, help="acts a second")
    arguments.add_argument("--seed", type=int, default=7)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(soak(given.minutes, given.rate, given.seed, Path(folder)))
    found = drift(report)
    print(
        json.dumps(
            {
                "drift": found,
                "unanswered": len(report.unanswered),
                "of": sum(one.answers for one in report.minutes),
            }
        )
    )
    sys.exit(bool(report.unanswered) or max(found["memory"], found["handles"]) > GREW)


if __name__ == "__main__":
    main()
