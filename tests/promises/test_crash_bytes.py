"""Promise 3 when things break: whatever an error carries, the log, the chat and the crash output show its kind and place."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from telegram.request import BaseRequest, HTTPXRequest

from bot.app import open_bot
from bot.delivery.clockwork import Tick
from bot.delivery.request import AiohttpRequest
from bot.sandbox.telegram import TOKEN
from bot.settings import Settings
from tests.chat import SECRET, House, house_settings, open_house, the_library
from tests.promises.every_byte import Outlets, all_outlets, bytes_in, leaks

ROOT = Path(__file__).parents[2]
WORDS = "zebra umbrella cathedral"
ID = 7_412_306_589
SECRETS: list[str | int] = [WORDS, ID, TOKEN, TOKEN.partition(":")[2]]


@pytest.fixture
def outlets() -> Iterator[Outlets]:
    """All that is said."""
    with all_outlets() as opened:
        yield opened


def _breaks(*_: object, **__: object) -> NoReturn:
    try:
        int(f"{WORDS} by {ID}")
    except ValueError as error:
        raise ValueError(f"{WORDS} of {ID} at https://api.telegram.org/bot{TOKEN}/sendMessage") from error
    raise AssertionError


async def _breaks_later(*_: object, **__: object) -> NoReturn:
    _breaks()


SEAMS = (
    ("library.search", "answer", _breaks),
    ("storage", "read", _breaks_later),
    ("storage", "write", _breaks_later),
    ("profiles", "of", _breaks_later),
    ("crisis_desk", "typed", _breaks_later),
    ("sender", "show", _breaks_later),
    ("vault", "pseudonym", _breaks),
)


@pytest.mark.parametrize(("where", "what", "how"), SEAMS, ids=lambda one: one if isinstance(one, str) else "")
async def test_an_error_anywhere_shows_its_place_only(
    tmp_path: Path, outlets: Outlets, monkeypatch: pytest.MonkeyPatch, where: str, what: str, how: Any
) -> None:
    async with open_house(tmp_path) as house:
        person = house.telegram.person("Sam", user_id=ID)
        await person.says("/start")
        await house.telegram.idle()
        target: Any = house.bot.services
        for name in where.split("."):
            target = getattr(target, name)
        monkeypatch.setattr(type(target), what, how)
        for words in (
            f"{WORDS} therapist",
            f"{WORDS} I want to die",
            "/check",
            "/plan",
            "/export",
            "/department",
        ):
            await person.says(words)
            await house.telegram.idle()
        monkeypatch.undo()
        assert len(person.received) > 1 or what == "show"
        seen = "".join(message.text or "" for message in person.received)
    assert leaks(outlets.bytes() + seen.encode() + bytes_in(tmp_path), SECRETS) == []


async def test_a_tick_that_breaks_is_named_and_nothing_else(house: House, outlets: Outlets) -> None:
    await house.bot.clockwork._once(Tick("purge", timedelta(hours=1), _breaks_later))
    said = outlets.bytes()
    assert b"tick purge failed: ValueError" in said
    assert leaks(said, SECRETS) == []


async def _open(settings: Settings, request: BaseRequest) -> None:
    async with open_bot(settings, request=request, library=the_library()):
        pass


@pytest.mark.parametrize("transport", ["aiohttp", "httpx"])
async def test_an_address_with_the_token_in_it_is_never_said(
    tmp_path: Path, outlets: Outlets, transport: str
) -> None:
    telegram = SimpleNamespace(token=TOKEN)
    given = {"telegram_api_url": "http://127.0.0.1:9", "telegram_transport": transport}
    settings = house_settings(tmp_path, telegram, **given)  # type: ignore[arg-type]
    request = AiohttpRequest() if transport == "aiohttp" else HTTPXRequest()
    opening = asyncio.ensure_future(_open(settings, request))
    async with asyncio.timeout(60):
        while "does not answer yet" not in outlets.written.getvalue():  # noqa: ASYNC110  # a line has no event
            await asyncio.sleep(0.02)
    opening.cancel()
    with suppress(asyncio.CancelledError):
        await opening
    await request.shutdown()
    said = outlets.bytes()
    assert leaks(said, [TOKEN, TOKEN.partition(":")[2], SECRET]) == []


async def test_a_lost_task_a_closed_loop_and_a_line_that_cannot_be_written_say_no_words(
    outlets: Outlets,
) -> None:
    task = asyncio.get_running_loop().create_task(_breaks_later(), name=WORDS)
    await asyncio.wait((task,))
    asyncio.get_running_loop().call_exception_handler(
        {"message": WORDS, "exception": ValueError(WORDS), "task": task, "future": task}
    )
    logging.getLogger("aiohttp.server").error(
        "Error handling request from %s", ID, exc_info=ValueError(WORDS)
    )
    logging.getLogger("statuscheck").warning("%d of them", WORDS)
    logging.getLogger("statuscheck").warning("to bot%s and %s", TOKEN, ID)
    logging.getLogger("telegram.ext.Application").critical("update %s", {"text": WORDS, "id": ID})
    del task
    said = outlets.written.getvalue().encode()
    assert b"ValueError" in said
    assert leaks(said, SECRETS) == []


CRASHES = {
    "the main thread": "asyncio.run(broken())",
    "a thread": "t = threading.Thread(target=broken_now, name=WORDS); t.start(); t.join()",
    "an object on its way out": "class Odd:\n    __del__ = broken_now\nOdd()",
    "a hand on the keyboard": "\ntry:\n    broken_now()\nexcept ValueError:\n    raise KeyboardInterrupt(WORDS)",
    "a warning": "import warnings; warnings.warn(WORDS)",
    "a group": "raise ExceptionGroup(WORDS, [ValueError(WORDS)])",
}
BEGIN = """
import asyncio, logging, sys, threading
from bot.log import set_up
set_up("DEBUG")
WORDS = "zebra" + " umbrella" + " cathedral"
def broken_now(*_):
    raise ValueError(WORDS, 7412306589 + 0)
async def broken():
    lost = asyncio.get_running_loop().create_task(asyncio.sleep(0), name=WORDS)
    broken_now()
"""


@pytest.mark.parametrize("crash", CRASHES)
def test_the_last_words_of_the_program_hold_nobody_elses(crash: str) -> None:
    done = subprocess.run(  # noqa: S603  # our own interpreter and words
        [sys.executable, "-c", BEGIN + CRASHES[crash]], capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert leaks(done.stdout + done.stderr, [WORDS, ID]) == []
    assert b"statuscheck" in done.stderr or b"py.warnings" in done.stderr
