"""People who breathe along, on a Telegram that enforces its limits, in virtual time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from telegram.ext import ExtBot

from bot.care.breathing import Technique, frames, length
from bot.delivery.lanes import LaneLimiter
from bot.delivery.pacer import Pacers, Script
from bot.delivery.sender import Sender
from bot.library import open_library
from bot.sandbox.telegram import TOKEN, Person, Telegram
from bot.sandbox.telegram_limits import Limits
from bot.sandbox.telegram_request import SandboxRequest
from bot.sandbox.telegram_shapes import Event
from bot.screens import Button, Screen

TECHNIQUES = open_library().techniques
SIGH = TECHNIQUES["sigh"]


class Strict(Telegram):
    """Counts its refusals."""

    refused = 0

    async def call(self, *args: Any, **kwargs: Any) -> Any:
        status, payload = await super().call(*args, **kwargs)
        self.refused += status == 429
        return status, payload


@dataclass(slots=True)
class Stage:
    """One bot on a Telegram that enforces its limits, in virtual time; `edits` are those that took effect."""

    telegram: Strict
    limiter: LaneLimiter
    sender: Sender
    pacers: Pacers
    edits: list[tuple[float, int, str]] = field(default_factory=list)

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    async def officer(self, name: str = "Sam") -> Person:
        person = self.telegram.person(name)
        await person.starts()
        return person

    async def begin(self, person: Person, technique: Technique = SIGH) -> int:
        """The first frame, and the pacer on it; the id of its message."""
        shown = await self.sender.show(person.id, script(technique).screen(0))
        await self.pacers.start(person.id, shown.message_ids[-1], script(technique))
        return shown.message_ids[-1]

    def edited(self, chat_id: int | None = None) -> list[float]:
        return [at for at, chat, _ in self.edits if chat_id in (None, chat)]

    @property
    def refused(self) -> int:
        """How often Telegram said 429."""
        return self.telegram.refused


def script(technique: Technique) -> Script:
    """Every frame says its number."""
    stop = ((Button("Stop", data="calm:stop"),),)
    return Script(
        tuple(one.at for one in frames(technique)),
        length(technique),
        lambda n: Screen(f"frame {n}", stop),
        lambda n: Screen(f"paused {n}", stop),
        lambda: Screen("ended", stop),
    )


@asynccontextmanager
async def stage(**limits: Any) -> AsyncIterator[Stage]:
    now = asyncio.get_running_loop().time
    telegram = Strict()
    telegram.limits = Limits(clock=now, **limits)
    limiter = LaneLimiter(clock=now)
    request = SandboxRequest(telegram, read_timeout=None)
    async with ExtBot(TOKEN, request=request, get_updates_request=request, rate_limiter=limiter) as bot:
        sender = Sender(bot)
        found = Stage(telegram, limiter, sender, Pacers(sender, limiter.keep_for_pacers, clock=now))

        def note(event: Event) -> None:
            if event["kind"] == "edit":
                found.edits.append((now(), event["chat_id"], event["message"]["text"]))

        telegram.listen(note)
        yield found
        await found.pacers.close()
