"""Three processes on one PostgreSQL behind one webhook, each killed in turn: everybody is answered, in order, once."""

import asyncio
import itertools
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http
from tests import postgres
from tests.house.test_over_http import PATIENCE, RISK, Program, cards, free_port, until

SECRET_TOKEN = "a-secret-of-enough-characters"
ASIDE = aiohttp.ClientTimeout(total=30, sock_connect=2)


class FrontDoor:
    """What an operator puts before the replicas: each request to the next one, and to another when one is dead."""

    def __init__(self, ports: list[int]) -> None:
        self.port = free_port()
        self._ports = ports
        self._turn = itertools.count()
        self.taken: Counter[int] = Counter()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        app = web.Application(client_max_size=2**22)
        app.router.add_post("/hook", self._pass_on)
        runner = web.AppRunner(app)
        await runner.setup()
        async with aiohttp.ClientSession(timeout=ASIDE) as self._session:
            await web.TCPSite(runner, "127.0.0.1", self.port).start()
            yield
            await runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET_TOKEN, "Content-Type": "application/json"}
        start = next(self._turn)
        for step in range(len(self._ports)):
            port = self._ports[(start + step) % len(self._ports)]
            try:
                async with self._session.post(
                    f"http://127.0.0.1:{port}/hook", data=body, headers=headers
                ) as answer:
                    self.taken[port] += 1
                    return web.Response(status=answer.status)
            except aiohttp.ClientConnectorError:
                continue
            except (aiohttp.ClientError, TimeoutError):
                break  # it may have been taken: Telegram brings it again
        return web.Response(status=502)


class Replicas:
    """The house, several times over."""

    def __init__(self, telegram: Telegram, url: str, folder: Path, database: str, count: int = 3) -> None:
        self.ports = [free_port() for _ in range(count)]
        self.door = FrontDoor(self.ports)
        self.programs = [
            Program(
                url,
                telegram,
                folder,
                DATABASE_URL=database,
                LISTEN=f"127.0.0.1:{port}",
                WEBHOOK_URL=f"http://127.0.0.1:{self.door.port}/hook",
                WEBHOOK_SECRET=SECRET_TOKEN,
            )
            for port in self.ports
        ]

    async def ready(self, port: int) -> None:
        async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
            while True:
                try:
                    async with session.get(f"http://127.0.0.1:{port}/healthz") as answer:
                        if answer.status < 600:
                            return
                except aiohttp.ClientError:
                    await asyncio.sleep(0.05)


@pytest.fixture
async def telegram() -> Telegram:
    """A Telegram of this test's own."""
    return Telegram()


@pytest.fixture
async def house(
    telegram: Telegram, tmp_path: Path, postgres_server: postgres.Server
) -> AsyncIterator[Replicas]:
    """Three replicas that take requests."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serve_http(telegram))
        replicas = Replicas(telegram, url, tmp_path, postgres_server.empty())
        await stack.enter_async_context(replicas.door.open())
        for program, port in zip(replicas.programs, replicas.ports, strict=True):
            await program.start()
            stack.push_async_callback(program.end, signal.SIGKILL)
            await replicas.ready(port)
        yield replicas


@pytest.mark.timeout(300)
async def test_each_killed_in_turn_and_everybody_is_answered(telegram: Telegram, house: Replicas) -> None:
    people = [telegram.person(f"P{number}") for number in range(90)]
    for round_, program in enumerate(house.programs):
        mine = people[round_ * 30 : round_ * 30 + 30]
        for person in mine:
            await person.says(RISK)
        await until(lambda mine=mine: sum(map(cards, mine)) >= 5)
        await program.end(signal.SIGKILL)
        await until(lambda mine=mine: all(map(cards, mine)))
        await program.start()
        await house.ready(house.ports[round_])
    await asyncio.sleep(1.0)
    twice = Counter(map(cards, people))
    assert set(twice) <= {1, 2}
    assert twice[2] <= 30, "more than was in flight was answered twice"
    assert all(house.door.taken[port] for port in house.ports)


@pytest.mark.timeout(300)
async def test_one_persons_messages_stay_in_order_and_a_choice_is_known_everywhere(
    telegram: Telegram, house: Replicas
) -> None:
    officer = telegram.person("Sam")
    for title, label in (("Quién puede ver qué", "Español"), ("Who can see what", "English")) * 3:
        before = len(officer.received)
        await officer.says("/language")
        await until(lambda before=before: len(officer.received) > before)
        await officer.taps(label)
        await officer.says("/privacy")
        await until(lambda title=title: title in officer.last.text)


async def test_who_writes_quickly_is_answered_in_the_order_of_writing(
    telegram: Telegram, house: Replicas
) -> None:
    people = [telegram.person(f"P{number}") for number in range(10)]
    for person in people:
        for words in ("/help", "/privacy", "/help", "/privacy"):
            await person.says(words)
    await until(lambda: all(len(person.received) >= 4 for person in people))
    for person in people:
        titles = ["What you type is not stored" in message.text for message in person.received]
        assert titles == [False, True, False, True]


@pytest.mark.timeout(300)
async def test_an_update_brought_to_two_replicas_at_once_is_answered_once(
    telegram: Telegram, house: Replicas
) -> None:
    officer = telegram.person("Sam")
    await officer.says("/help")
    await until(lambda: officer.received)
    update = {
        "update_id": 900_000_001,
        "message": {
            "message_id": 900,
            "date": 1_795_000_000,
            "chat": {"id": officer.id, "type": "private", "first_name": "Sam"},
            "from": {"id": officer.id, "is_bot": False, "first_name": "Sam", "language_code": "en"},
            "text": RISK,
        },
    }
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET_TOKEN}

    async def bring(session: aiohttp.ClientSession, port: int) -> int:
        async with session.post(f"http://127.0.0.1:{port}/hook", json=update, headers=headers) as answer:
            return answer.status

    async with aiohttp.ClientSession() as session:
        told = await asyncio.gather(*(bring(session, port) for port in house.ports * 3))
    assert set(told) == {200}
    await asyncio.sleep(0.5)
    assert cards(officer) == 1
