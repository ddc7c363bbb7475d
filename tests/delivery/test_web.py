"""The web door: Telegram alone gets in, hears 200 after the answer, and nothing it is sent can break it."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from telegram.ext import ExtBot

from bot.delivery.intake import Intake
from bot.delivery.lanes import Lane
from bot.delivery.polling import TokenRefused
from bot.delivery.request import AiohttpRequest
from bot.delivery.web import SECRET_HEADER, WebhookRefused, WebServer, build_web, set_webhook
from bot.sandbox.telegram import TOKEN, Telegram
from bot.sandbox.telegram_http import serve_http
from tests.delivery.strict_updates import Json, message
from tests.delivery.wire import Patience

SECRET = "a-secret-of-some-length"
KNOWS = {SECRET_HEADER: SECRET}


class Door:
    """A served web door and what came through it; `hold` keeps answers back."""

    def __init__(self) -> None:
        self.seen: list[Json] = []
        self.hold = asyncio.Event()
        self.hold.set()
        self.parts = {"database": True, "telegram": True}
        self.intake = Intake(self._handle)
        self.url = ""

    async def _handle(self, update: Json) -> None:
        await self.hold.wait()
        self.seen.append(update)


@asynccontextmanager
async def door() -> AsyncIterator[tuple[Door, aiohttp.ClientSession]]:
    """Open it on a free port."""
    opened = Door()
    web_url = "https://bot.example.org/hook/9f"
    server = WebServer(
        build_web(lambda: opened.parts, intake=opened.intake, webhook_url=web_url, secret=SECRET)
    )
    port = await server.start("127.0.0.1", 0)
    opened.url = f"http://127.0.0.1:{port}/hook/9f"
    try:
        async with aiohttp.ClientSession() as session:
            yield opened, session
    finally:
        await server.stop()


async def test_200_comes_after_the_answer_and_not_before() -> None:
    async with door() as (opened, session):
        opened.hold.clear()
        posts = [
            asyncio.ensure_future(session.post(opened.url, json=message(1), headers=KNOWS)) for _ in range(3)
        ]
        _, waiting = await asyncio.wait(posts, timeout=0.05)
        assert len(waiting) == 3
        opened.hold.set()
        assert [(await post).status for post in posts] == [200] * 3
        assert opened.seen == [message(1)]
        assert (await session.post(opened.url, json=message(1), headers=KNOWS)).status == 200
        assert len(opened.seen) == 1


@pytest.mark.parametrize("shown", [None, "", "wrong", SECRET + "x", SECRET[:-1], "sécret"])
async def test_without_the_secret_nobody_gets_in(shown: str | None) -> None:
    async with door() as (opened, session):
        headers = {} if shown is None else {SECRET_HEADER: shown}
        assert (await session.post(opened.url, json=message(1), headers=headers)).status == 403
        assert opened.seen == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"[]", 400),
        (b'{"update_id": "1"}', 400),
        (b'{"update_id": 1}', 200),
        (b'{"update_id": 2, "message": {"text": 5}}', 200),
        (b" " * (1024 * 1024 + 1), 413),
    ],
)
async def test_odd_bodies_are_answered_and_the_next_one_is_welcome(body: bytes, status: int) -> None:
    async with door() as (opened, session):
        assert (await session.post(opened.url, data=io.BytesIO(body), headers=KNOWS)).status == status
        assert (await session.post(opened.url, json=message(3), headers=KNOWS)).status == 200
        assert opened.seen[-1] == message(3)


async def test_a_body_without_a_length_is_bounded_too() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 64 * 1024

    async with door() as (opened, session):
        assert (await session.post(opened.url, data=endless(), headers=KNOWS)).status == 413


async def test_the_wrong_path_and_method_lead_nowhere() -> None:
    async with door() as (opened, session):
        assert (await session.post(opened.url + "/x", json=message(1), headers=KNOWS)).status == 404
        assert (await session.get(opened.url, headers=KNOWS)).status == 405
        assert opened.seen == []


async def test_a_caller_that_hangs_up_does_not_take_the_answer_along() -> None:
    async with door() as (opened, session):
        opened.hold.clear()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await session.post(opened.url, json=message(1), headers=KNOWS)
        again = asyncio.ensure_future(session.post(opened.url, json=message(1), headers=KNOWS))
        opened.hold.set()
        assert (await again).status == 200
        assert opened.seen == [message(1)]


async def test_an_update_given_up_at_the_stop_is_not_acknowledged() -> None:
    async with door() as (opened, session):
        opened.hold.clear()
        post = asyncio.ensure_future(session.post(opened.url, json=message(1), headers=KNOWS))
        await asyncio.wait({post}, timeout=0.05)
        await opened.intake.drain(0)
        assert (await post).status == 503


async def test_healthz_says_which_part_is_not_ready() -> None:
    async with door() as (opened, session):
        address = opened.url.replace("/hook/9f", "/healthz")
        answer = await session.get(address)
        assert (answer.status, await answer.json()) == (
            200,
            {"live": True, "ready": True, "parts": opened.parts},
        )
        opened.parts["database"] = False
        answer = await session.get(address)
        assert (answer.status, (await answer.json())["ready"]) == (503, False)


async def test_the_webhook_is_set_with_its_secret_and_delivers() -> None:
    telegram = Telegram()
    async with door() as (opened, _), serve_http(telegram) as url, _bot(url) as bot:
        officer = telegram.person("Sam")
        await officer.says("sent while the bot was down")
        telegram.fail("setWebhook", times=3, status=502)
        patience = Patience()
        await set_webhook(bot, opened.url, SECRET, sleep=patience.sleep)
        await officer.says("hello")
        await telegram.idle(within=5)
        assert [update["message"]["text"] for update in opened.seen] == [
            "sent while the bot was down",
            "hello",
        ]
        assert len(patience.slept) == 3


async def test_a_webhook_telegram_does_not_take_and_a_wrong_token_are_named() -> None:
    telegram = Telegram()
    async with serve_http(telegram) as url, _bot(url) as bot:
        telegram.fail(
            "setWebhook", status=400, description="Bad Request: bad webhook: HTTPS url must be provided"
        )
        with pytest.raises(WebhookRefused, match=r"WEBHOOK_URL.*https url"):
            await set_webhook(bot, "http://x", SECRET)
        telegram.fail("setWebhook", status=401)
        with pytest.raises(TokenRefused, match="TELEGRAM_BOT_TOKEN"):
            await set_webhook(bot, "https://x", SECRET)


def _bot(url: str) -> ExtBot[Lane]:
    return ExtBot(
        TOKEN, f"{url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest(), rate_limiter=None
    )


def test_the_update_in_these_tests_is_one() -> None:
    assert json.loads(json.dumps(message(1))) == message(1)


def test_a_door_without_a_secret_is_never_built() -> None:
    async def handle(_: Json) -> None:
        raise AssertionError

    with pytest.raises(ValueError, match="anybody"):
        build_web(dict, intake=Intake(handle), webhook_url="https://bot.example.org/hook")
