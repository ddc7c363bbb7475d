"""Time passes: a handful of ticks that ask storage what is due. No job per person, so a restart loses nothing."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery.nursery import Nursery

log = logging.getLogger("statuscheck.delivery")


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to look at again and again. `run` finds out for itself what is due."""

    name: str
    every: timedelta
    run: Callable[[], Awaitable[None]]
    everywhere: bool = False  # else only in the process that keeps time for all
    halt: Callable[[], None] = lambda: None  # for one that runs for long: the bot stops, begin nothing new

    def __post_init__(self) -> None:
        if self.every <= timedelta(0):  # the scheduler would count backwards for ever and answer nobody
            raise ValueError(f"tick {self.name} needs an interval above zero")


class Clockwork:
    """Runs each tick at once and then at its interval, never twice at a time. A failing tick stops nothing."""

    def __init__(
        self,
        ticks: Sequence[Tick],
        *,
        leads: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ticks = ticks
        self._clock = clock
        self._leads = leads
        self._running: set[str] = set()
        self._failing: set[str] = set()
        self._well: dict[str, float] = {}
        self._failures: Counter[str] = Counter()
        self._nursery = Nursery()
        # A run missed while the loop was busy or the machine asleep happens late, once, instead of never.
        self._scheduler: Any = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    @property
    def healthy(self) -> bool:
        """Whether the scheduler runs and the last run of every tick went well."""
        return bool(self._scheduler.running) and not self._failing

    def seen(self) -> list[tuple[str, float, int]]:
        """Each tick that has run here: its name, the seconds since it last ended well, and its failures."""
        now = self._clock()
        names = [tick.name for tick in self._ticks if tick.name in self._well or self._failures[tick.name]]
        return [(name, now - self._well.get(name, float("-inf")), self._failures[name]) for name in names]

    def start(self) -> None:
        """Set the ticks going. A scheduler that cannot start is logged: answers do not depend on it."""
        try:
            for tick in self._ticks:
                seconds = tick.every.total_seconds()
                self._scheduler.add_job(partial(self._run, tick), "interval", seconds=seconds, name=tick.name)
            self._scheduler.start()
        except Exception as error:  # noqa: BLE001  # people are answered without a clock, too
            log.error("the scheduler did not start: %s", type(error).__name__)  # noqa: TRY400
            return
        for tick in self._ticks:
            self._nursery.start(self._run(tick), f"first {tick.name}")

    async def stop(self, seconds: float = 5.0) -> None:
        """No more ticks; those under way get `seconds` to end."""
        for tick in self._ticks:
            tick.halt()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await self._nursery.drain(seconds)

    async def _run(self, tick: Tick) -> None:
        if tick.name in self._running or not (tick.everywhere or self._leads()):
            return
        self._running.add(tick.name)
        # In a task of ours: the scheduler's own shutdown cancels its tasks in the middle of a send.
        work = self._nursery.start(self._once(tick), tick.name)
        await asyncio.wait((work,))

    async def _once(self, tick: Tick) -> None:
        try:
            await tick.run()
        except Exception as error:  # noqa: BLE001  # the next run may go well
            self._failing.add(tick.name)
            self._failures[tick.name] += 1
            log.error("tick %s failed: %s", tick.name, type(error).__name__)  # noqa: TRY400  # types only
        else:
            self._failing.discard(tick.name)
            self._well[tick.name] = self._clock()
        finally:
            self._running.discard(tick.name)
