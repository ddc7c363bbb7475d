"""Ticks: soon after the start, again and again, one at a time, and one that fails takes nobody with it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.delivery.clockwork import Clockwork, Tick

SOON = timedelta(milliseconds=5)


class Rings:
    """Counts the runs of a tick and lets a test wait for the next ones."""

    def __init__(self, work: Callable[[], Awaitable[None]] | None = None) -> None:
        self.count = 0
        self._work = work
        self._rang = asyncio.Condition()

    async def run(self) -> None:
        async with self._rang:
            self.count += 1
            self._rang.notify_all()
        if self._work is not None:
            await self._work()

    async def reach(self, count: int) -> None:
        async with self._rang, asyncio.timeout(10):
            await self._rang.wait_for(lambda: self.count >= count)


async def test_a_tick_runs_at_once_and_then_again_and_again() -> None:
    rings, hourly = Rings(), Rings()
    clockwork = Clockwork([Tick("often", SOON, rings.run), Tick("hourly", timedelta(hours=1), hourly.run)])
    clockwork.start()
    assert clockwork.healthy
    await rings.reach(4)
    await hourly.reach(1)
    await clockwork.stop()
    assert hourly.count == 1
    assert not clockwork.healthy


async def test_a_failing_tick_is_named_by_type_and_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    failing = True

    async def fail() -> None:
        if failing:
            raise ValueError("a marker sentence")

    caplog.set_level(logging.DEBUG)
    bad, good = Rings(fail), Rings()
    clockwork = Clockwork([Tick("bad", SOON, bad.run), Tick("good", SOON, good.run)])
    clockwork.start()
    await bad.reach(3)
    await good.reach(3)
    failed = not clockwork.healthy
    assert failed
    failing = False
    before = bad.count
    await bad.reach(before + 2)
    assert clockwork.healthy
    await clockwork.stop()
    assert "tick bad failed: ValueError" in caplog.text
    assert "marker" not in caplog.text


async def test_a_tick_that_takes_longer_than_its_interval_never_runs_twice_at_a_time() -> None:
    release, other = asyncio.Event(), Rings()
    slow = Rings(lambda: _until(release))
    clockwork = Clockwork([Tick("slow", SOON, slow.run), Tick("other", SOON, other.run)])
    clockwork.start()
    await other.reach(5)
    assert slow.count == 1
    release.set()
    await slow.reach(2)
    await clockwork.stop()


async def test_a_stop_lets_what_is_under_way_finish() -> None:
    release, ended = asyncio.Event(), []

    async def work() -> None:
        await release.wait()
        ended.append(True)

    rings = Rings(work)
    clockwork = Clockwork([Tick("slow", SOON, rings.run)])
    clockwork.start()
    await rings.reach(1)
    stopping = asyncio.ensure_future(clockwork.stop())
    await asyncio.sleep(0)
    release.set()
    await stopping
    assert ended == [True]


async def test_a_scheduler_that_cannot_start_is_no_reason_to_stop(caplog: pytest.LogCaptureFixture) -> None:
    rings = Rings()
    clockwork = Clockwork([Tick("hourly", timedelta(hours=1), rings.run)])
    clockwork.start()
    clockwork.start()
    await rings.reach(1)
    await clockwork.stop()
    assert "the scheduler did not start: SchedulerAlreadyRunningError" in caplog.text


def test_an_interval_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        Tick("never", timedelta(0), Rings().run)


async def _until(event: asyncio.Event) -> None:
    await event.wait()
