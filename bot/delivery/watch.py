"""How the bot is, for /healthz and /metrics: each part and whether it does its work."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.clockwork import Clockwork, Tick
from bot.delivery.intake import Intake
from bot.delivery.lanes import Lane, LaneLimiter
from bot.delivery.metrics import Metrics
from bot.delivery.reach import Reach
from storage import due
from storage.database import Storage
from storage.neighbours import Neighbours

log = logging.getLogger("statuscheck.delivery")

LOOK_EVERY = timedelta(seconds=30)
UNHEARD = 120.0  # seconds; a long poll comes back every 25
OVERDUE = 600.0  # seconds; what is due is looked for every 15
SKEWED = 60.0  # seconds; quiet hours and check-backs go by our clock


class Watch:
    """Looks around in a tick of its own; what it says in between is as of then, or as of the last use."""

    def __init__(self, bot: ExtBot[Lane], storage: Storage, clock: Clock, reach: Reach) -> None:
        self.metrics = Metrics()
        self.tick = Tick("watch", LOOK_EVERY, self._look, everywhere=True)
        self._bot, self._storage, self._clock, self._reach = bot, storage, clock, reach
        self._oldest: datetime | None = None
        self._clockwork: Clockwork | None = None

    def over(
        self, clockwork: Clockwork, intake: Intake, limiter: LaneLimiter, neighbours: Neighbours
    ) -> None:
        """What is watched beside storage and Telegram."""
        seen, storage, reach = self.metrics, self._storage, self._reach
        self._clockwork = clockwork
        seen.ticks, seen.depths = clockwork.seen, limiter.depths
        seen.refusals = lambda: reach.refusals
        limiter.waited = seen.note_wait
        seen.gauges |= {
            "updates_in_hand": ("Updates being answered.", lambda: len(intake)),
            "database_ready": ("1 when it answers.", lambda: storage.state.ready),
            "database_writable": ("1 when it takes writes.", lambda: storage.state.writable),
            "overdue_seconds": ("How late the oldest promise or prompt is.", self._overdue),
            "telegram_silent_seconds": ("Since Telegram answered anything.", lambda: reach.age),
            "clock_skew_seconds": ("How far our clock is ahead of Telegram's.", lambda: reach.skew),
            "keeps_time": ("1 in the process that keeps time for all.", lambda: neighbours.leads),
        }

    def health(self) -> Mapping[str, bool]:
        """Each part and whether it is ready."""
        state = self._storage.state
        return {
            "database": state.ready and state.writable,
            "ticks": self._clockwork is not None and self._clockwork.healthy,
            "telegram": self._reach.age < UNHEARD,
            "due": self._overdue() < OVERDUE,
            "clock": abs(self._reach.skew) < SKEWED,
        }

    def _overdue(self) -> float:
        """Whole minutes in seconds, over everybody: a finer figure would show that one person waits for something."""
        if self._oldest is None:
            return 0.0
        return max(0.0, (self._clock.now() - self._oldest).total_seconds() // 60 * 60)

    async def _look(self) -> None:
        # Behind a webhook a quiet night would look like a lost Telegram.
        if self._reach.age > UNHEARD / 3:
            try:
                await self._bot.get_me()
            except TelegramError as error:
                log.warning("Telegram does not answer (%s)", type(error).__name__)
        self._oldest = await self._storage.read(due.oldest)
