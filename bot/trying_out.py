"""The sandbox: the same bot on a Telegram of its own, on this computer alone, and nothing of it is kept."""

import asyncio
import contextlib
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from pydantic import SecretStr
from sqlmodel import Session

from bot import rubbish
from bot.app import open_bot
from bot.at_work import Bot
from bot.care.roles import Role
from bot.clock import Clock
from bot.running import until_stopped
from bot.sandbox.chat import terminal_chat
from bot.sandbox.page import Seat, serve_page
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_request import SandboxRequest
from bot.settings import Settings, SettingsError
from storage import departments

DEPARTMENT = "Metro PD"


async def run_sandbox_page(settings: Settings) -> None:
    """The sandbox as a web page on this computer. Raises SettingsError when the port is taken."""
    host, port = settings.listen_at
    async with _sandbox(settings) as (telegram, bot):
        try:
            links = await _department(bot)
            seats = _seats(telegram, links[Role.COORDINATOR])
            async with serve_page(telegram, seats, host=host, port=port) as url:
                print(_welcome(url, links[Role.MEMBER]), flush=True)  # noqa: T201  # this is the program's answer, not a log line
                await until_stopped(bot.run())
        except OSError as error:
            raise SettingsError(f"LISTEN: cannot listen on {settings.listen} ({error.strerror}).") from None


async def run_sandbox_terminal(settings: Settings) -> None:
    """The sandbox as a chat in this terminal or pipe; ends with the input."""
    async with _sandbox(settings) as (telegram, bot):
        answering = bot.nursery.start(bot.run(), "the sandbox")
        try:
            links = await _department(bot)
            print(_links(links), flush=True)  # noqa: T201  # this is the program's answer, not a log line
            person = telegram.person("Officer")
            await terminal_chat(telegram, lines=sys.stdin, out=sys.stdout, person=person)
        finally:
            answering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await answering


@contextlib.asynccontextmanager
async def _sandbox(settings: Settings) -> AsyncIterator[tuple[Telegram, Bot]]:
    """A Telegram and a database of its own, both gone at the end: nothing of a try-out is kept or sent."""
    telegram = Telegram(now=Clock().now)
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
            rubbish.look_again()
            yield telegram, bot


async def _department(bot: Bot) -> dict[Role, str]:
    """A department to try, and a working link of each kind, by the doors a real one uses."""
    services = bot.services
    now, today = services.clock.now(), services.clock.today()

    def make(session: Session) -> dict[Role, str]:
        department = departments.establish(session, DEPARTMENT, today=today)
        return {
            role: departments.invite(session, services.vault, department.id, role, now=now) for role in Role
        }

    return await services.storage.write(make)


def _seats(telegram: Telegram, coordinator_link: str) -> list[Seat]:
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
            coordinator_link,
        ),
    ]


def _links(links: dict[Role, str]) -> str:
    return (
        f"To join {DEPARTMENT} as its link would, write: :start {links[Role.MEMBER]}\n"
        f"To send its tips: :who coordinator, then :start {links[Role.COORDINATOR]}"
    )


def _welcome(url: str, member_link: str) -> str:
    return (
        f"This is the sandbox: no TELEGRAM_BOT_TOKEN is set, so nothing leaves this computer.\n"
        f"Open {url} and write to the bot as an officer, a family member or a coordinator. Stop with Ctrl-C.\n"
        f"To join {DEPARTMENT} as its link would, write: /start {member_link}\n"
        f"For the real bot write TELEGRAM_BOT_TOKEN and SECRET_KEY into .env (see .env.example)."
    )
