"""A tip to a whole department in virtual time, on a Telegram that enforces its limits: as fast as allowed, no faster.

Threads of the database take no virtual time: the clock stands still while one of them works.
"""

import asyncio
import selectors
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlmodel import Session

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_limits import Limits
from bot.sandbox.telegram_shapes import Refusal
from bot.screens import Screen
from storage.database import LONGEST_WAIT, Storage
from tests.delivery.tip_traffic import START, road
from tests.delivery.virtual_time import VirtualTimeLoop

T = TypeVar("T")
ALLOWED = 30  # a second, Telegram's figure
LATENCY = 0.05  # seconds Telegram takes
AT_WORK = [0]  # turns at the database


class WatchedStorage(Storage):
    """Storage that says when its threads work."""

    async def write(self, fn: Callable[[Session], T], *, timeout: float = LONGEST_WAIT) -> T:  # noqa: ASYNC109
        AT_WORK[0] += 1
        try:
            return await super().write(fn, timeout=timeout)
        finally:
            AT_WORK[0] -= 1

    async def read(self, fn: Callable[[Session], T], *, timeout: float = LONGEST_WAIT) -> T:  # noqa: ASYNC109
        AT_WORK[0] += 1
        try:
            return await super().read(fn, timeout=timeout)
        finally:
            AT_WORK[0] -= 1


class PatientLoop(VirtualTimeLoop):
    """Virtual time that waits for threads."""

    def __init__(self) -> None:
        super().__init__()
        jumping = self._jumping
        jump = jumping.select

        def select(timeout: float | None = None) -> Any:
            if AT_WORK[0] and timeout != 0:
                return selectors.DefaultSelector.select(jumping, 0.05)
            return jump(timeout)

        jumping.select = select  # type: ignore[method-assign]


class Counting(Limits):
    """Telegram's limits, counting whom they had to refuse."""

    refused = 0

    def admit(self, method: str, chat_id: int) -> None:
        try:
            super().admit(method, chat_id)
        except Refusal:
            self.refused += 1
            raise


@dataclass(frozen=True, slots=True)
class Measured:
    """One run. `rate` is messages a second over the time the first 95% took."""

    rate: float
    refused: int
    crisis_worst: float
    states: dict[str, int]


async def measure(folder: Path, people: int) -> Measured:
    """A tip to `people`, 1% of them answered with 429 first, and a crisis card every 0.7 seconds beside it."""
    loop = asyncio.get_running_loop()
    telegram, limits = Telegram(), Counting(clock=loop.time)
    telegram.limits = limits
    storage = WatchedStorage.open(f"sqlite:///{folder / 'rate.db'}")
    async with road(folder, people, storage=storage, telegram=telegram, pace=loop.time) as home:
        home.clock = lambda: START + timedelta(seconds=loop.time())
        for one in home.people[50::100]:
            telegram.fail("sendMessage", status=429, retry_after=2, lane_chat=one.id)
        telegram.fail("sendMessage", times=None, status=None, delay=LATENCY)
        arrivals: list[float] = []
        telegram.listen(lambda event: arrivals.append(loop.time()) if event["kind"] == "message" else None)
        await home.hand_in()
        await home.begin()
        crying = asyncio.ensure_future(_cards(home.letters._sender, telegram))
        await home.worker().run()
        crying.cancel()
        (worst,) = await asyncio.gather(crying, return_exceptions=True)
        counts = await home.agrees()
        most = sorted(arrivals)[: len(arrivals) * 95 // 100]
        assert isinstance(worst, float)
        return Measured((len(most) - 1) / (most[-1] - most[0]), limits.refused, worst, dict(counts))


async def _cards(sender: Any, telegram: Telegram) -> float:
    """The longest a crisis card took, until cancelled."""
    worst, loop = 0.0, asyncio.get_running_loop()
    try:
        while True:
            officer = telegram.person("Officer")
            officer.chat.started = officer.chat.met = True
            began = loop.time()
            await sender.crisis(officer.id, Screen("Call or text 988"))
            worst = max(worst, loop.time() - began)
            await asyncio.sleep(0.7)
    except asyncio.CancelledError:
        return worst


def test_a_whole_department_hears_at_the_allowed_rate_and_a_crisis_card_waits_for_none_of_it(
    tmp_path: Path,
) -> None:
    with asyncio.Runner(loop_factory=PatientLoop) as runner:
        found = runner.run(measure(tmp_path, 1200))
    assert found.states == {"sent": 1200}
    assert found.rate >= 0.95 * ALLOWED
    assert found.refused == 0
    assert found.crisis_worst <= 1.5 * LATENCY


if __name__ == "__main__":
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as place, asyncio.Runner(loop_factory=PatientLoop) as one:
        print(one.run(measure(Path(place), int(sys.argv[1]))))  # noqa: T201
