"""kill -9 in the middle of sending: after the restart everybody has theirs, and hardly anybody twice."""

import asyncio
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from bot.care.people import Profile
from bot.care.schedule_wishes import Window, Wishes
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http
from bot.sandbox.telegram_shapes import Event
from storage import members, subscriptions
from storage.database import Storage
from storage.subscriptions import LEASE
from storage.vault import Vault
from tests.delivery.prompts_process import SECRET

ROOT = Path(__file__).parents[2]
PEOPLE, KILLED_AT = 200, 30
IN_FLIGHT = 10  # sent and not settled at the kill: a twentieth of a second of Telegram's pace, and some
START = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
EARLY = datetime(2026, 11, 25, 0, 45, tzinfo=UTC)  # 18:45 in Chicago, a third of the window
LATER = EARLY + LEASE + timedelta(seconds=30)  # nobody is an hour late yet
DAILY = Wishes(per_week=7, window=Window(start=1080, end=1200))


async def test_killed_and_restarted_everybody_gets_theirs(tmp_path: Path) -> None:
    telegram = Telegram()
    people = [telegram.person(f"Officer {number}") for number in range(PEOPLE)]
    for person in people:
        await person.starts()
    database = f"sqlite:///{tmp_path / 'statuscheck.db'}"
    due = await _sign_up(database, [person.id for person in people])
    assert sum(at <= EARLY for at in due.values()) > 2 * KILLED_AT
    async with serve_http(telegram, latency=0.05) as url:
        enough = asyncio.Event()
        telegram.listen(lambda _: enough.set() if _sent(telegram) >= KILLED_AT else None)
        first = await _start(url, database, EARLY)
        try:
            async with asyncio.timeout(30):
                await enough.wait()
        finally:
            await _kill(first)

        # What the dead had claimed is nobody's until its lease is over.
        waiting = {person.id for person in people if due[person.id] <= LATER and not person.received}
        done = asyncio.Event()

        def hear(event: Event) -> None:
            waiting.discard(event["chat_id"])
            if not waiting:
                done.set()

        telegram.listen(hear)
        second = await _start(url, database, LATER)
        try:
            async with asyncio.timeout(30):
                await done.wait()
            await asyncio.sleep(0.5)  # and whatever would come twice has come by now
        finally:
            await _kill(second)
    heard = Counter(len(person.received) for person in people if due[person.id] <= LATER)
    assert set(heard) <= {1, 2}
    assert heard[2] <= IN_FLIGHT


async def _sign_up(database: str, ids: list[int]) -> dict[int, datetime]:
    """When each of them is due."""
    vault = Vault(SECRET)

    def sign_up(session: Session) -> dict[int, datetime]:
        due = {}
        for number in ids:
            name = vault.pseudonym(number)
            members.remember(session, name, Profile(), today=START.date())
            members.set_timezone(session, name, "America/Chicago")
            due[number] = subscriptions.begin(session, vault, name, number, DAILY, now=START).due_at or START
        return due

    async with Storage.open(database) as storage:
        return await storage.write(sign_up)


def _sent(telegram: Telegram) -> int:
    return sum(call.method == "sendMessage" for call in telegram.record)


async def _start(url: str, database: str, now: datetime) -> asyncio.subprocess.Process:
    module = "tests.delivery.prompts_process"
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, url, database, now.isoformat(), cwd=ROOT
    )


async def _kill(process: asyncio.subprocess.Process) -> None:
    process.kill()
    await process.wait()
