"""Whether Telegram has been heard of lately, how often it refused, and how far our clock is from its own."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from email.utils import parsedate_to_datetime

SKEW_COUNTS = 30.0  # seconds; under it the header's whole seconds and a slow answer look the same


class Reach:
    """Told of every answer by the requests. `clock` is monotonic seconds, `now` the wall clock's."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, now: Callable[[], float] = time.time
    ) -> None:
        self._clock = clock
        self._now = now
        self._heard: float | None = None
        self._date = ""  # whole seconds, so many answers in a row carry the same
        self.told = (
            True  # False: requests of another make tell us nothing, so nothing is held against Telegram
        )
        self.skew = 0.0  # seconds we are ahead
        self.refusals: Counter[str] = Counter()

    @property
    def age(self) -> float:
        """Seconds since Telegram last answered anything; infinite before the first answer."""
        if not self.told:
            return 0.0
        return float("inf") if self._heard is None else self._clock() - self._heard

    def answered(self, status: int, date: str | None) -> None:
        """An answer came. What was accepted is not counted: see `metrics`."""
        self._heard = self._clock()
        if date and date != self._date:
            self._date = date
            with suppress(ValueError):
                ahead = self._now() - parsedate_to_datetime(date).timestamp()
                self.skew = ahead if abs(ahead) >= SKEW_COUNTS else 0.0
        if status >= 300:
            self.refusals[str(status) if status < 500 else "5xx"] += 1

    def lost(self) -> None:
        """No answer came."""
        self.refusals["no answer"] += 1
