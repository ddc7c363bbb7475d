"""Bots in processes of their own, and the Bot API server they talk to over HTTP, for measurements."""

import asyncio
import os
import signal
import socket
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bot.sandbox.telegram import Person, Telegram

ROOT = Path(__file__).parents[1]
SECRET = "a benchmark secret of more than thirty-two characters 42"  # noqa: S105  opens nothing
PATIENCE = 120.0  # seconds


class Bot:
    """One bot in its own process, and what it costs."""

    def __init__(self, command: Sequence[str], folder: Path, **settings: str) -> None:
        self._command, self._folder, self._settings = command, folder, settings
        self._process: asyncio.subprocess.Process | None = None
        self.started = 0.0

    @property
    def seen(self) -> psutil.Process:
        """The process as the system sees it."""
        assert self._process is not None  # noqa: S101  started
        return psutil.Process(self._process.pid)

    async def start(self) -> None:
        """Start it; its words go to a file in its folder."""
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **self._settings}
        self.started = time.monotonic()
        with (self._folder / "words").open("ab") as words:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, env=env, cwd=self._folder, stdout=words, stderr=words
            )

    async def end(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal; its exit code."""
        assert self._process is not None  # noqa: S101  started
        with suppress(ProcessLookupError):
            self._process.send_signal(number)
        return await self._process.wait()

    def cpu(self) -> float:
        """Seconds of processor it has used."""
        used = self.seen.cpu_times()
        return float(used.user + used.system)

    def memory(self) -> float:
        """Megabytes it holds."""
        return float(self.seen.memory_info().rss) / 2**20

    def handles(self) -> int:
        """Open files and connections."""
        return int(self.seen.num_fds())

    def words(self) -> str:
        """What it said."""
        return (self._folder / "words").read_text(encoding="utf-8")


def ours(url: str, token: str, folder: Path, **more: str) -> Bot:
    """Status Check."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = {
        "TELEGRAM_API_URL": url, "TELEGRAM_BOT_TOKEN": token, "SECRET_KEY": SECRET, "LOG_LEVEL": "WARNING",
        "DATABASE_URL": f"sqlite:///{folder / 'house.db'}", "LISTEN": f"127.0.0.1:{free_port()}", **more,
    }  # fmt: skip
    return Bot([sys.executable, "-m", "bot", "run"], folder, **settings)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def a_telegram() -> Telegram:
    """A Bot API server with a clock that runs."""
    return Telegram(now=lambda: datetime.now(UTC), records=10**6)


async def answered(person: Person, before: int = 0, within: float = PATIENCE) -> float:
    """When this person had more than `before` messages of the bot."""
    async with asyncio.timeout(within):
        while len(person.received) <= before:  # noqa: ASYNC110  the bot is another process
            await asyncio.sleep(0.001)
    return time.monotonic()


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """p50 and p99 in milliseconds."""
    if not seconds:
        return {"n": 0.0}
    if len(seconds) == 1:
        return {"n": 1.0, "p50": seconds[0] * 1000, "p99": seconds[0] * 1000}
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return {"n": float(len(seconds)), "p50": cuts[49] * 1000, "p99": cuts[98] * 1000}
