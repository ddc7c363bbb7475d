"""Trouble on purpose: too many requests, server errors, lost connections, slow answers."""

import asyncio
from dataclasses import dataclass

from bot.sandbox.telegram_events import Bell
from bot.sandbox.telegram_shapes import Refusal

WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class LostConnection(ConnectionResetError):
    """The connection broke: the caller cannot know whether the call took effect."""


@dataclass(slots=True)
class Fault:
    """One planned trouble; `left` is how many calls it still meets, None for all."""

    method: str
    left: int | None
    status: int | None
    retry_after: int | None
    chat_id: int | None
    reset: bool
    delay: float
    after: bool
    description: str

    async def strike(self) -> None:
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.reset:
            raise LostConnection("connection reset by peer")
        if self.status == 429:
            wait = self.retry_after or 1
            raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        if self.status is not None:
            raise Refusal(self.status, self.description or WORDS.get(self.status, "Internal Server Error"))


class Hold:
    """Keeps matching calls waiting before they take effect, until released."""

    def __init__(self, method: str, chat_id: int | None) -> None:
        self.waiting = 0
        self._method = method
        self._chat_id = chat_id
        self._arrivals = Bell()
        self._released = asyncio.Event()

    async def arrived(self, count: int = 1) -> None:
        """Returns once `count` calls have come since it was made."""
        while self.waiting < count:
            await self._arrivals.heard()

    def release(self) -> None:
        self._released.set()

    async def keep(self, method: str, chat_id: int | None) -> None:
        matches = self._method in (method, "*") and self._chat_id in (None, chat_id)
        if matches and not self._released.is_set():
            self.waiting += 1
            self._arrivals.ring()
            await self._released.wait()


class Faults:
    """The troubles still to come, met in the order they were planned."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._holds: list[Hold] = []

    def hold(self, hold: Hold) -> Hold:
        self._holds.append(hold)
        return hold

    async def keep(self, method: str, chat_id: int | None) -> None:
        for hold in self._holds:
            await hold.keep(method, chat_id)

    def plan(self, fault: Fault) -> None:
        self._planned.append(fault)

    def clear(self) -> None:
        self._planned.clear()
        for hold in self._holds:
            hold.release()
        self._holds.clear()

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        for fault in self._planned:
            if fault.method in (method, "*") and fault.chat_id in (None, chat_id):
                if fault.left is not None:
                    fault.left -= 1
                    if fault.left <= 0:
                        self._planned.remove(fault)
                return fault
        return None
