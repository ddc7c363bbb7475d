"""The two ways to run: live, for real people over Telegram, and the sandbox, on this computer alone."""

import asyncio
import contextlib
import logging
import secrets
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import Bot, open_bot
from bot.sandbox.chat import terminal_chat
from bot.sandbox.page import Seat, serve_page
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_request import SandboxRequest
from bot.settings import Settings, SettingsError

log = logging.getLogger("statuscheck")


async def run_live(settings: Settings) -> None:
    """Answer real people until SIGTERM or Ctrl-C. Raises SettingsError, TokenRefused or WebhookRefused."""
    settings.for_live_use()
    async with open_bot(settings) as bot:
        server = await _listen(bot, settings)
        try:
            log.info("@%s answers by %s", bot.application.bot.username, _way(settings))
            await _until_stopped(bot.run())
        finally:
            if server is not None:
                await server.stop()


async def run_sandbox_page(settings: Settings) -> None:
    """The sandbox as a web page on this computer. Raises SettingsError when the port is taken."""
    host, port = settings.listen_at
    async with _sandbox(settings) as (telegram, bot):
        try:
            async with serve_page(telegram, _seats(telegram), host=host, port=port) as url:
                print(_welcome(url), flush=True)  # noqa: T201  # this is the program's answer, not a log line
                await _until_stopped(bot.run())
        except OSError as error:
            raise SettingsError(f"LISTEN: cannot listen on {settings.listen} ({error.strerror}).") from None


async def run_sandbox_terminal(settings: Settings) -> None:
    """The sandbox as a chat in this terminal or pipe; ends with the input."""
    async with _sandbox(settings) as (telegram, bot):
        answering = bot.nursery.start(bot.run(), "the sandbox")
        try:
            person = telegram.person("Officer")
            await terminal_chat(telegram, lines=sys.stdin, out=sys.stdout, person=person)
        finally:
            answering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await answering


@contextlib.asynccontextmanager
async def _sandbox(settings: Settings) -> AsyncIterator[tuple[Telegram, Bot]]:
    """A Telegram and a database of its own, both gone at the end: nothing of a try-out is kept or sent."""
    telegram = Telegram()
    with tempfile.TemporaryDirectory(prefix="statuscheck-sandbox-") as folder:
        own = settings.model_copy(
            update={
                "telegram_bot_token": SecretStr(telegram.token),
                "secret_key": SecretStr(secrets.token_urlsafe(48)),
                "database_url": f"sqlite:///{Path(folder) / 'sandbox.db'}",
                "webhook_url": None,
            }
        )
        async with open_bot(own, request=SandboxRequest(telegram, read_timeout=None)) as bot:
            yield telegram, bot


def _seats(telegram: Telegram) -> list[Seat]:
    return [
        Seat(
            "officer",
            telegram.person("Sam"),
            {"en": "Officer", "es": "Policía"},
            {"en": "on nights", "es": "de noche"},
        ),
        Seat(
            "family",
            telegram.person("Alex"),
            {"en": "Family", "es": "Familia"},
            {"en": "a partner", "es": "pareja"},
        ),
        Seat(
            "coordinator",
            telegram.person("Jo"),
            {"en": "Coordinator", "es": "Coordinación"},
            {"en": "runs the wellness program", "es": "dirige el programa"},
        ),
    ]


async def _listen(bot: Bot, settings: Settings) -> Any:
    try:
        return await bot.serve()
    except SettingsError as error:
        if settings.webhook_url:
            raise
        log.warning("%s Polling goes on; only /healthz is missing.", error)
        return None


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _way(settings: Settings) -> str:
    return "webhook" if settings.webhook_url else "long polling"


def _welcome(url: str) -> str:
    return (
        f"This is the sandbox: no TELEGRAM_BOT_TOKEN is set, so nothing leaves this computer.\n"
        f"Open {url} and write to the bot as an officer, a family member or a coordinator. Stop with Ctrl-C.\n"
        f"For the real bot write TELEGRAM_BOT_TOKEN and SECRET_KEY into .env (see .env.example)."
    )
