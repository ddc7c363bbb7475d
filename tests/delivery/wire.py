"""The whole way out, as in production: Sender, lanes and aiohttp, to a sandbox Telegram over real HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from telegram.ext import ExtBot

from bot.delivery.lanes import Lane, LaneLimiter
from bot.delivery.request import AiohttpRequest
from bot.delivery.sender import Sender
from bot.sandbox.telegram import TOKEN, Telegram
from bot.sandbox.telegram_http import serve_http


@dataclass(slots=True)
class Patience:
    """A clock that stands still until somebody sleeps on it; then the time has passed at once."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Wire:
    """One bot on one Telegram."""

    telegram: Telegram
    bot: ExtBot[Lane]
    crisis_bot: ExtBot[Lane]
    sender: Sender
    limiter: LaneLimiter
    patience: Patience


@asynccontextmanager
async def wired(telegram: Telegram | None = None) -> AsyncIterator[Wire]:
    """Open everything; pauses of the lanes take no time and are noted in `patience`."""
    telegram = telegram or Telegram()
    patience = Patience()
    limiter = LaneLimiter(clock=patience.now, sleep=patience.sleep)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serve_http(telegram))
        bot, crisis_bot = (
            ExtBot(
                TOKEN,
                f"{url}/bot",
                f"{url}/file/bot",
                request=AiohttpRequest(),
                get_updates_request=AiohttpRequest(pool_size=2),
                rate_limiter=limiter,
            )
            for _ in range(2)
        )
        await stack.enter_async_context(bot)
        await stack.enter_async_context(crisis_bot)
        yield Wire(telegram, bot, crisis_bot, Sender(bot, crisis_bot), limiter, patience)
