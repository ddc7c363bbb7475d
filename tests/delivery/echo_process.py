"""A bot of its own process for the crash test: repeats every message, through everything this room has.

Arguments: address of the Bot API, database URL.
"""

import asyncio
import sys
import time
from datetime import UTC, datetime
from typing import Any

from telegram.ext import ExtBot

from bot.delivery.answered import StoredAnswers
from bot.delivery.intake import Intake, chat_of
from bot.delivery.lanes import LaneLimiter
from bot.delivery.polling import Poller
from bot.delivery.request import AiohttpRequest
from bot.delivery.sender import Sender
from bot.sandbox.telegram import TOKEN
from bot.screens import Screen
from storage.database import Storage


async def main(url: str, database: str) -> None:
    """Until killed."""
    request, updates = AiohttpRequest(), AiohttpRequest()
    limiter = LaneLimiter(clock=time.monotonic)
    bot = ExtBot(TOKEN, f"{url}/bot", request=request, get_updates_request=updates, rate_limiter=limiter)
    async with bot, Storage.open(database) as storage:
        sender = Sender(bot)

        async def repeat(update: dict[str, Any]) -> None:
            chat = chat_of(update)
            if isinstance(chat, int):
                await sender.show(chat, Screen(update["message"]["text"]))

        answered = StoredAnswers(storage, lambda: datetime.now(UTC))
        await Poller(bot, Intake(repeat, answered)).run()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
