"""kill -9 in the middle of two hundred messages: all are answered after the restart, and hardly any twice."""

import asyncio
import sys
from collections import Counter
from pathlib import Path

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http

ROOT = Path(__file__).parents[2]
PEOPLE, EACH = 20, 10


async def test_killed_and_restarted_it_answers_everybody(tmp_path: Path) -> None:
    telegram = Telegram()
    people = [telegram.person(f"Officer {number}") for number in range(PEOPLE)]
    for turn in range(EACH):
        for person in people:
            await person.says(f"message {turn}")
    database = f"sqlite:///{tmp_path / 'statuscheck.db'}"
    async with serve_http(telegram, latency=0.03) as url:
        answered = asyncio.Event()
        telegram.listen(lambda _: answered.set() if _count(telegram) >= PEOPLE * EACH // 3 else None)
        first = await _start(url, database)
        async with asyncio.timeout(60):
            await answered.wait()
        first.kill()
        await first.wait()
        before = _count(telegram)
        assert before < PEOPLE * EACH

        second = await _start(url, database)
        await telegram.idle(within=60)
        second.kill()
        await second.wait()
    for person in people:
        heard = Counter(message.text for message in person.received)
        assert set(heard) == {f"message {turn}" for turn in range(EACH)}
        assert heard.total() <= EACH + 1  # one was in flight
        order = list(dict.fromkeys(message.text for message in person.received))
        assert order == sorted(order)


def _count(telegram: Telegram) -> int:
    return sum(call.method == "sendMessage" for call in telegram.record)


async def _start(url: str, database: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.delivery.echo_process", url, database, cwd=ROOT
    )
