"""Running live: for real people, over Telegram."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Coroutine, Iterator
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot import rubbish
from bot.app import open_bot
from bot.at_work import Bot
from bot.delivery.web import WebServer
from bot.settings import Settings, SettingsError

log = logging.getLogger("statuscheck")


async def run_live(settings: Settings) -> None:
    """Answer real people until SIGTERM or Ctrl-C. Raises SettingsError, TokenRefused or WebhookRefused."""
    settings.for_live_use()
    async with open_bot(settings) as bot:
        rubbish.look_again()
        server = await _listen(bot, settings)
        try:
            log.info("@%s answers by %s", bot.application.bot.username, _way(settings))
            for line in (*handler_map(bot), *in_effect(settings)):
                log.info("%s", line)
            await until_stopped(bot.run())
        finally:
            if server is not None:
                await server.stop()


async def _listen(bot: Bot, settings: Settings) -> WebServer | None:
    try:
        return await bot.serve()
    except SettingsError as error:
        if settings.webhook_url:
            raise
        log.warning("%s Polling goes on; only /healthz is missing.", error)
        return None


async def until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Do this until it ends, or until SIGTERM or Ctrl-C; then it is cancelled and may clean up."""
    loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def handler_map(bot: Bot) -> Iterator[str]:
    """What is asked in which order: each group with the modules of its handlers."""
    for group, handlers in sorted(bot.application.handlers.items()):
        modules = dict.fromkeys(handler.callback.__module__.rpartition(".")[2] for handler in handlers)
        yield f"handlers {group}: {' '.join(modules)}"


def in_effect(settings: Settings) -> Iterator[str]:
    """Every setting as it counts now; of a secret, or of an address that may hold one, only whether it is set."""
    shown = [f"{name.upper()}={_shown(name, value)}" for name, value in settings]
    yield f"settings {' '.join(shown)}"


def _shown(name: str, value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, SecretStr):
        return "set"
    if name.endswith("_url") and isinstance(value, str) and not value.startswith("sqlite:"):
        return f"{urlsplit(value).scheme}:…"
    return str(value).replace(" ", "") or "-"


def _way(settings: Settings) -> str:
    return "webhook" if settings.webhook_url else "long polling"
