"""A process of its own that sends prompts, for the crash test: the real tick on a clock that runs from a given moment.

Arguments: address of the Bot API, database URL, the moment it is now (ISO 8601).
"""

import asyncio
import sys
import time
from datetime import datetime, timedelta

from telegram.ext import ExtBot

from bot.delivery.lanes import LaneLimiter
from bot.delivery.prompts import Prompts, Worded
from bot.delivery.request import AiohttpRequest
from bot.delivery.sender import Sender
from bot.sandbox.telegram import TOKEN
from bot.screens import Screen
from storage.database import Storage
from storage.subscriptions import Claimed
from storage.vault import Vault

SECRET = "a secret of the tests, long enough for any check"


def word(_claimed: Claimed, now: datetime) -> Worded:
    """The same words for all."""
    return Worded(Screen("Breathe."), lambda w: w.after_prompt(now))


async def main(url: str, database: str, began: datetime) -> None:
    """Until killed."""
    limiter = LaneLimiter(clock=time.monotonic)
    request, updates = AiohttpRequest(), AiohttpRequest()
    bot = ExtBot(TOKEN, f"{url}/bot", request=request, get_updates_request=updates, rate_limiter=limiter)
    start = time.monotonic()
    async with bot, Storage.open(database) as storage:
        prompts = Prompts(
            storage,
            Vault(SECRET),
            Sender(bot),
            word=word,
            now=lambda: began + timedelta(seconds=time.monotonic() - start),
        )
        while True:
            await prompts.run()
            await asyncio.sleep(0.2)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3])))
