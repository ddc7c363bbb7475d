"""Telegram's published sending limits, answered with an honest retry_after."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.telegram_shapes import Refusal

COUNTED = ("send", "copy", "forward", "edit")
FREE = frozenset({"sendChatAction"})


@dataclass(slots=True)
class Bucket:
    """Holds up to `burst` sends and refills at `rate` a second."""

    rate: float
    burst: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until one more fits; 0 when it fits now."""
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


class Limits:
    """30 a second overall, 1 a second in a private chat with a small burst, 20 a minute in a group.

    A refused call uses nothing up. `clock` counts seconds and never goes back.
    """

    def __init__(
        self, *, overall: float = 30, private: float = 1, private_burst: int = 3, group_per_minute: int = 20,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._private = (private, float(private_burst))
        self._group = (group_per_minute / 60, float(group_per_minute))
        self._overall = Bucket(overall, overall, overall, clock())
        self._chats: dict[int, Bucket] = {}

    def admit(self, method: str, chat_id: int) -> None:
        """Raises Refusal 429 with the whole seconds to wait."""
        if method in FREE or not method.startswith(COUNTED):
            return
        now = self._clock()
        if chat_id not in self._chats:
            rate, burst = self._group if chat_id < 0 else self._private
            self._chats[chat_id] = Bucket(rate, burst, burst, now)
        wait = max(self._overall.wait(now), self._chats[chat_id].wait(now))
        if wait > 0:
            seconds = math.ceil(wait)
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self._overall.level -= 1
        self._chats[chat_id].level -= 1
