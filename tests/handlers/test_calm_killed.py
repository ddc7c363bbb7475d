"""Killed in mid-breath: the message that is left goes on by its own button."""

import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_http import serve_http
from tests.house.test_over_http import Program, until


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[tuple[Program, Telegram]]:
    """The bot in its own process, and its Telegram."""
    telegram = Telegram()
    async with serve_http(telegram) as url:
        made = Program(url, telegram, tmp_path)
        await made.start()
        yield made, telegram
        await made.end(signal.SIGKILL)


async def begin(officer: Person) -> None:
    """Until the words of the first pacer are there."""
    await officer.says("/calm")
    await until(lambda: officer.received and "calm:now:sigh" in _data(officer))
    await officer.taps("calm:now:sigh")
    await until(lambda: len(officer.received) == 3 and officer.last.labels[0].startswith("Pause"))


def _data(officer: Person) -> list[str | None]:
    return [button.data for row in officer.last.buttons for button in row]


async def test_after_a_kill_the_buttons_of_the_message_work(program: tuple[Program, Telegram]) -> None:
    bot, telegram = program
    officer = telegram.person("Sam")
    await begin(officer)
    await bot.end(signal.SIGKILL)
    paced = officer.last
    await officer.taps(paced.labels[0], paced)  # while nobody is there to hear it
    await bot.start()
    await until(lambda: paced.edited_at is not None)
    assert paced.text.startswith("Get ready.")
    await officer.taps("Stop", paced)  # a begin that was not confirmed yet may have been answered twice
    await until(lambda: paced.text.startswith("OK, we stop here."))


async def test_after_a_clean_stop_it_is_left_paused(program: tuple[Program, Telegram]) -> None:
    bot, telegram = program
    officer = telegram.person("Sam")
    await begin(officer)
    assert await bot.end(signal.SIGTERM) == 0
    assert officer.last.text.startswith("Paused.")
    assert officer.last.labels[0] == "Go on"
