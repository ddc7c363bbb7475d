"""Time as something passed in: the app hands one clock to all, tests hand another."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is aware UTC; `monotonic` counts seconds and never goes back."""

    now: Callable[[], datetime] = _utc_now
    monotonic: Callable[[], float] = time.monotonic

    def today(self) -> date:
        """The date in UTC, by which contacts count as checked or overdue."""
        return self.now().date()
