"""Requests through a real LaneLimiter in virtual time, and a record of what left when."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bot.delivery.lanes import Lane, LaneLimiter

Verdict = Callable[[], BaseException | None]


@dataclass(frozen=True, slots=True)
class Departure:
    """One attempt at one request."""

    at: float
    lane: Lane
    chat: int | None
    label: str


class Traffic:
    """`send` makes a request; `departures` are the attempts, in the order they were made."""

    def __init__(self) -> None:
        self.now = asyncio.get_running_loop().time
        self.limiter = LaneLimiter(clock=self.now)
        self.departures: list[Departure] = []

    async def send(
        self,
        lane: Lane | None,
        chat: int | None,
        label: str = "",
        *,
        endpoint: str = "sendMessage",
        refuse: Callable[[], BaseException | None] = lambda: None,
        latency: float = 0.0,
    ) -> Any:
        """One request; `refuse` says for each attempt which error it meets, if any."""

        async def attempt() -> bool:
            self.departures.append(Departure(self.now(), lane or Lane.REPLY, chat, label))
            await asyncio.sleep(latency)
            if (error := refuse()) is not None:
                raise error
            return True

        data = {} if chat is None else {"chat_id": chat}
        return await self.limiter.process_request(attempt, (), {}, endpoint, data, lane)

    def times(self, lane: Lane | None = None, label: str | None = None) -> list[float]:
        """When attempts were made."""
        return [
            one.at
            for one in self.departures
            if (lane is None or one.lane is lane) and (label is None or one.label == label)
        ]


async def together(*sends: Awaitable[Any]) -> list[Any]:
    """All at once; errors are results."""
    return await asyncio.gather(*sends, return_exceptions=True)


async def later(seconds: float, send: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """The same request, made `seconds` from now."""
    await asyncio.sleep(seconds)
    return await send()


def busiest_second(times: list[float]) -> int:
    """The most departures in any window of one second, open at its start."""
    times = sorted(times)
    busiest = start = 0
    for end, at in enumerate(times):
        while times[start] <= at - 1.0 + 1e-9:
            start += 1
        busiest = max(busiest, end - start + 1)
    return busiest


def in_turn(*errors: BaseException) -> Verdict:
    """Meets these errors one after another, then none."""
    waiting = list(errors)
    return lambda: waiting.pop(0) if waiting else None
