"""The program as an operator runs it: its own process against a Bot API server over HTTP, killed and started again."""

import asyncio
import contextlib
import io
import os
import signal
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_http import serve_http
from tests.chat import SECRET

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds; a busy machine starts Python slowly, and no test here measures time
RISK = "I want to kill myself"


class Program:
    """`python -m bot run` in its own process."""

    def __init__(self, url: str, telegram: Telegram, folder: Path, **more: str) -> None:
        self._settings = {
            "TELEGRAM_API_URL": url,
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "SECRET_KEY": SECRET,
            "DATABASE_URL": f"sqlite:///{folder / 'house.db'}",
            "LISTEN": f"127.0.0.1:{free_port()}",
            **more,
        }
        self._folder = folder
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        clean = {key: value for key, value in os.environ.items() if key not in self._settings}
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            env={**clean, **self._settings, "PYTHONPATH": str(ROOT)}, cwd=self._folder,
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip

    async def end(self, number: int) -> int:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(number)
        return await self.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def telegram() -> Telegram:
    """A Telegram of this test's own."""
    return Telegram()


@pytest.fixture
async def url(telegram: Telegram) -> AsyncIterator[str]:
    """Its address."""
    async with serve_http(telegram) as address:
        yield address


@pytest.fixture
async def program(telegram: Telegram, url: str, tmp_path: Path) -> AsyncIterator[Program]:
    """The bot, not yet started, and gone at the end."""
    made = Program(url, telegram, tmp_path)
    yield made
    if made.process is not None and made.process.returncode is None:
        await made.end(signal.SIGKILL)


async def until(true: Any) -> None:
    """Wait for something the other process does."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110  # what it waits for happens in another process
            await asyncio.sleep(0.02)


def cards(person: Person) -> int:
    """How many crisis cards this person has received."""
    return sum(message.text.startswith("Call or text 988") for message in person.received)


async def test_what_waited_is_answered_and_a_clean_stop_repeats_nothing(
    telegram: Telegram, program: Program
) -> None:
    officer = telegram.person("Sam")
    await officer.says(RISK)
    await program.start()
    await until(lambda: cards(officer) == 1)
    assert await program.end(signal.SIGTERM) == 0
    await program.start()
    await officer.says("/privacy")
    await until(lambda: "Who can see what" in officer.last.text)
    assert cards(officer) == 1


async def test_killed_with_messages_unanswered_each_is_answered_after_the_restart(
    telegram: Telegram, url: str, tmp_path: Path
) -> None:
    program = Program(url, telegram, tmp_path)
    people = [telegram.person(f"P{number}") for number in range(150)]
    for person in people:
        await person.says(RISK)
    await program.start()
    await until(lambda: sum(map(cards, people)) >= 40)
    await program.end(signal.SIGKILL)
    answered = sum(map(cards, people))
    await program.start()
    await until(lambda: all(map(cards, people)))
    await asyncio.sleep(0.5)
    await program.end(signal.SIGTERM)
    twice = Counter(map(cards, people))
    assert max(twice) <= 2
    assert twice[2] <= 100, (
        f"{twice[2]} of {answered} were answered twice; at most one batch can be in flight"
    )


async def test_refusals_resets_and_slowness_end_in_an_answer(telegram: Telegram, program: Program) -> None:
    officer = telegram.person("Sam")
    telegram.fail("sendMessage", times=1, status=429, retry_after=1)
    telegram.fail("sendMessage", times=1, status=502)
    telegram.fail("sendMessage", times=1, reset=True)
    telegram.fail("getUpdates", times=2, status=500)
    await officer.says(RISK)
    await program.start()
    await until(lambda: cards(officer) == 1)


async def test_a_person_who_blocked_the_bot_holds_up_nobody(telegram: Telegram, program: Program) -> None:
    gone, officer = telegram.person("Gone"), telegram.person("Sam")
    await gone.says(RISK)
    await gone.blocks()
    await officer.says(RISK)
    await program.start()
    await until(lambda: cards(officer) == 1)
    assert cards(gone) == 0


async def test_the_webhook_wants_its_secret_and_answers_before_it_says_so(
    telegram: Telegram, url: str, tmp_path: Path
) -> None:
    port = free_port()
    hook, secret = f"http://127.0.0.1:{port}/hook/of/ours", "a-secret-of-enough-characters"
    program = Program(
        url, telegram, tmp_path, WEBHOOK_URL=hook, WEBHOOK_SECRET=secret, LISTEN=f"127.0.0.1:{port}"
    )
    officer = telegram.person("Sam")
    await program.start()
    try:
        await officer.says(RISK)
        await until(lambda: cards(officer) == 1)
        async with aiohttp.ClientSession() as outside:
            await _knock(outside, hook, secret)
    finally:
        await program.end(signal.SIGTERM)


async def _knock(outside: aiohttp.ClientSession, hook: str, secret: str) -> None:
    named = {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with outside.post(hook, json={"update_id": 1}) as answer:
        assert answer.status == 403
    async with outside.post(
        hook, json={"update_id": 1}, headers={**named, next(iter(named)): "wrong"}
    ) as answer:
        assert answer.status == 403
    async with outside.post(hook, data=b"{not json", headers=named) as answer:
        assert answer.status == 400
    async with outside.post(hook, data=io.BytesIO(b" " * 2_000_000), headers=named) as answer:
        assert answer.status == 413
    async with outside.post(
        hook, json={"update_id": 10**6, "message": {"chat": "?"}}, headers=named
    ) as answer:
        assert answer.status == 200
    async with outside.get(hook.replace("/hook/of/ours", "/healthz")) as answer:
        assert (await answer.json())["live"] is True


async def test_a_wrong_token_ends_with_the_settings_name(
    telegram: Telegram, url: str, tmp_path: Path
) -> None:
    settings = {
        "TELEGRAM_API_URL": url,
        "TELEGRAM_BOT_TOKEN": "1:wrong",
        "SECRET_KEY": SECRET,
        "PATH": os.environ["PATH"],
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run",
        env={**settings, "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 2
    assert b"TELEGRAM_BOT_TOKEN" in errors
    assert b"Traceback" not in errors
    assert b"1:wrong" not in errors
