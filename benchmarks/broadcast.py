"""A broadcast under fire, over real HTTP: the program in its own process against a Bot API that enforces its limits.

    python -m benchmarks.broadcast --people 3000 --kills 2
    python -m benchmarks.broadcast --people 10000 --quiet
    python -m benchmarks.broadcast --people 10000 --no-limits

Members join by being written into the database; one coordinator's tip goes out to all of them. On the way: 1% of chats
answer 429 once, 1% have left Telegram, 1% block the bot, some answers are slow, some connections break after the
message arrived, and the program is killed with kill -9. Officers in distress write all the time. At the end the ledger
is compared with what the server delivered, person by person. With --quiet none of that happens: it shows the pace.
With --no-limits neither side counts messages either: it shows what the program itself could send.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from bot.care.broadcast import Wording
from bot.care.people import Audience, Profile
from bot.care.tips import TipAudience
from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_http import serve_http
from bot.sandbox.telegram_limits import Limits
from bot.sandbox.telegram_shapes import Refusal
from storage import broadcasts, departments, members
from storage.broadcasts import Order
from storage.database import Storage
from storage.tables import BroadcastRow, LedgerRow, MembershipRow
from storage.vault import Vault

SECRET = "a benchmark secret of more than thirty-two characters 42"  # noqa: S105  opens nothing
WORDS = "A tip of the benchmark. Talk to the peer team."
RISK = "I want to kill myself"
ROOT = Path(__file__).parents[1]
ALLOWED = 30  # messages a second, Telegram's figure


@dataclass(slots=True)
class Report:
    """What was measured."""

    people: int
    kills: int
    seconds: float = 0.0
    rate: float = 0.0  # messages a second while the program ran
    ledger: dict[str, int] = field(default_factory=dict)
    received_once: int = 0
    received_twice: int = 0
    sent_but_not_received: int = 0
    received_but_not_sent_or_unknown: int = 0
    unaccounted: int = 0
    own_429: int = 0  # of the broadcast's own chats
    own_429_to_officers: int = (
        0  # a card, its contacts and the first step at once are more than one chat's burst
    )
    crisis_idle_ms: dict[str, float] = field(default_factory=dict)
    crisis_during_ms: dict[str, float] = field(default_factory=dict)


class Program:
    """`python -m bot run` in its own process."""

    def __init__(self, url: str, telegram: Telegram, folder: Path, module: str = "bot") -> None:
        self._folder, self._module = folder, module
        self._settings = {
            "TELEGRAM_API_URL": url, "TELEGRAM_BOT_TOKEN": telegram.token, "SECRET_KEY": SECRET,
            "DATABASE_URL": f"sqlite:///{folder / 'house.db'}", "LISTEN": "127.0.0.1:0", "LOG_LEVEL": "ERROR",
        }  # fmt: skip
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it."""
        env = {**os.environ, **self._settings, "PYTHONPATH": str(ROOT)}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self._module, "run", env=env, cwd=self._folder,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip

    async def end(self, number: int) -> None:
        """Send it a signal and wait for its end."""
        if self.process is not None:
            self.process.send_signal(number)
            await self.process.wait()


class Counting(Limits):
    """Telegram's limits, counting whom they had to refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: Counter[int] = Counter()

    def admit(self, method: str, chat_id: int) -> None:
        """As Limits."""
        try:
            super().admit(method, chat_id)
        except Refusal:
            self.refused[chat_id] += 1
            raise


def seed(session: Session, vault: Vault, people: list[int], now: datetime) -> None:
    """Everybody has joined."""
    department = departments.establish(session, "Metro PD", today=now.date())
    profile = Profile(audience=Audience.OFFICER)
    for user_id in people:
        who = vault.pseudonym(user_id)
        members.remember(session, who, profile, today=now.date())
        members.keep_chat(session, vault, who, user_id)
        session.add(
            MembershipRow(pseudonym=who, department_id=department.id, audience="officer", since=now.date())
        )
    session.flush()


def hand_in(session: Session, vault: Vault, now: datetime) -> None:
    """One tip, due now."""
    wording = Wording(texts={"en": WORDS})
    order = Order(1, "benchmark", TipAudience.BOTH, "sleep", wording, now, waking=False, zone="UTC")
    broadcasts.submit(session, vault, order, waits=False, now=now)


def make_trouble(telegram: Telegram, people: list[Person]) -> None:
    """Once each: 429s, slow answers, broken connections, and people who are gone."""
    chance = random.Random(7)
    for person in people:
        lot = chance.random()
        if lot < 0.01:
            telegram.fail("sendMessage", status=429, retry_after=3, lane_chat=person.id)
        elif lot < 0.02:
            telegram.fail("sendMessage", status=None, delay=1.5, lane_chat=person.id)
        elif lot < 0.023:
            telegram.fail("sendMessage", reset=True, after=True, lane_chat=person.id)
        elif lot < 0.033:
            person.chat.gone = True
        elif lot < 0.043:
            person.chat.blocked = True  # while the bot was away: it was not told


async def cry_for_help(people: list[Person], times: list[float], every: float) -> None:
    """Until cancelled: one officer after another writes what nobody may wait for."""
    for number in range(100_000 if people else 0):
        person = people[number % len(people)]
        before, began = len(person.received), time.monotonic()
        await person.says(RISK)
        while len(person.received) == before:  # noqa: ASYNC110  the bot is another process
            await asyncio.sleep(0.001)
        times.append(time.monotonic() - began)
        await asyncio.sleep(every)


def delivered(people: list[Person]) -> Counter[int]:
    """How often the tip arrived, by chat."""
    return Counter({one.id: sum(WORDS in message.text for message in one.received) for one in people})


async def until(true: Any, seconds: float) -> None:
    """Wait for something the other process does."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def compared(report: Report, states: dict[str, str], vault: Vault, people: list[Person]) -> None:
    """The ledger and the server, person by person."""
    report.ledger = dict(Counter(states.values()))
    for user_id, times in delivered(people).items():
        state = states.get(vault.pseudonym(user_id), "missing")
        report.received_once += times == 1
        report.received_twice += times > 1
        report.sent_but_not_received += state == "sent" and times == 0
        report.received_but_not_sent_or_unknown += times > 0 and state not in ("sent", "unknown")
        report.unaccounted += state in ("missing", "planned", "claimed", "sending")


def spread(times: list[float]) -> dict[str, float]:
    """p50, p99 and the worst, in milliseconds."""
    if len(times) < 2:
        return {}
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    found = {"p50": cuts[49], "p99": cuts[98], "worst": max(times)}
    return {"times": float(len(times))} | {name: round(1000 * value, 1) for name, value in found.items()}


async def run(
    people_count: int, kills: int, folder: Path, idle: float, latency: float, *,
    quiet: bool = False, limited: bool = True,
) -> Report:  # fmt: skip
    """The whole scene; `quiet` without troubles, deaths and people in distress; `limited` as Telegram is."""
    kills, idle = (0, 0.0) if quiet else (kills, idle)
    report, telegram = Report(people_count, kills), Telegram(now=lambda: datetime.now(UTC), records=10**6)
    people = [telegram.person(f"P{number}") for number in range(people_count)]
    for person in people:
        person.chat.started = person.chat.met = True
    officers = [telegram.person(f"O{number}") for number in range(400)]
    vault, limits = Vault(SECRET), Counting()
    async with (
        Storage.open(f"sqlite:///{folder / 'house.db'}") as storage,
        serve_http(telegram, latency=latency, limits=limits if limited else None) as url,
    ):
        ids = [person.id for person in people]
        await storage.write(lambda s: seed(s, vault, ids, datetime.now(UTC)), timeout=60)
        program = Program(url, telegram, folder, "bot" if limited else "benchmarks.unlimited")
        await program.start()
        await until(lambda: any(call.method == "setMyCommands" for call in telegram.record), 60)
        await asyncio.sleep(2)
        report.crisis_idle_ms = spread(await _idle(officers, idle)) if idle else {}
        if not quiet:
            make_trouble(telegram, people)
        await storage.write(lambda s: hand_in(s, vault, datetime.now(UTC)))
        times: list[float] = []
        who = [] if quiet else officers[100:]
        crying = asyncio.ensure_future(cry_for_help(who, times, 0.4))
        alive = await _through(program, people, people_count, kills, crying)
        report.seconds, report.rate = round(alive, 1), round(sum(delivered(people).values()) / alive, 2)
        report.crisis_during_ms = spread(times)
        await _until_done(storage)
        states = await storage.read(_states)
        compared(report, states, vault, people)
        report.own_429 = sum(limits.refused[person.id] for person in people)
        report.own_429_to_officers = limits.refused.total() - report.own_429
        await program.end(signal.SIGTERM)
    return report


async def _idle(officers: list[Person], seconds: float) -> list[float]:
    times: list[float] = []
    crying = asyncio.ensure_future(cry_for_help(officers[:100], times, 0.4))
    await asyncio.sleep(seconds)
    crying.cancel()
    await asyncio.gather(crying, return_exceptions=True)
    return times


async def _through(
    program: Program, people: list[Person], count: int, kills: int, crying: "asyncio.Future[None]"
) -> float:
    """Until nothing more arrives. Seconds in which the program sent."""
    await until(lambda: sum(delivered(people).values()) > 0, 60)
    began, dead = time.monotonic(), 0.0
    for number in range(kills):
        goal = count * (number + 1) // (kills + 1)
        await until(lambda goal=goal: sum(delivered(people).values()) >= goal, 3600)
        killed = time.monotonic()
        seen = sum(delivered(people).values())
        await program.end(signal.SIGKILL)
        await program.start()
        await until(lambda seen=seen: sum(delivered(people).values()) > seen, 120)
        dead += time.monotonic() - killed
    last, since = -1, time.monotonic()
    while time.monotonic() - since < 45:  # claims of a dead worker come back after half a minute
        now = sum(delivered(people).values())
        if now != last:
            last, since = now, time.monotonic()
        await asyncio.sleep(0.5)
    crying.cancel()
    await asyncio.gather(crying, return_exceptions=True)
    return since - began - dead


async def _until_done(storage: Storage) -> None:
    async with asyncio.timeout(300):
        while (await storage.read(lambda s: s.exec(select(BroadcastRow.state)).one())) != "done":  # noqa: ASYNC110
            await asyncio.sleep(1)


def _states(session: Session) -> dict[str, str]:
    return {row.pseudonym: row.state for row in session.exec(select(LedgerRow)).all()}


def main() -> None:
    """Print the report as JSON."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--people", type=int, default=3000)
    arguments.add_argument("--kills", type=int, default=2)
    arguments.add_argument("--idle", type=float, default=40.0, help="seconds without a broadcast, to compare")
    arguments.add_argument("--latency", type=float, default=0.05, help="seconds the server takes to answer")
    arguments.add_argument("--quiet", action="store_true", help="nothing goes wrong and nobody else writes")
    arguments.add_argument("--no-limits", action="store_true", help="quiet, and nobody counts messages")
    given = arguments.parse_args()
    quiet, limited = given.quiet or given.no_limits, not given.no_limits
    with tempfile.TemporaryDirectory() as folder:
        scene = run(
            given.people, given.kills, Path(folder), given.idle, given.latency, quiet=quiet, limited=limited
        )
        report = asyncio.run(scene)
    print(json.dumps(asdict(report), indent=1))


if __name__ == "__main__":
    main()
