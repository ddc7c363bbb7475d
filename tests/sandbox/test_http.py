"""The same Telegram over real HTTP: polling and webhook, files, resets, limits, and honest refusals."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_http import serve_http
from bot.sandbox.telegram_limits import Limits
from tests.sandbox.conftest import App, build, polling


@pytest.fixture
async def url(telegram: Telegram) -> AsyncIterator[str]:
    async with serve_http(telegram) as url:
        yield url


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def over_http(telegram: Telegram, url: str) -> App:
    return build(telegram, HTTPXRequest(), HTTPXRequest(), url)


async def test_ptb_over_httpx_answers_messages_and_taps(
    telegram: Telegram, officer: Person, url: str
) -> None:
    news = telegram.subscribe()
    async with polling(over_http(telegram, url)):
        await officer.says("hello")
        async for event in news:
            if event["kind"] == "message" and event["message"]["from_bot"]:
                break
        await officer.taps("Again")
        async for event in news:
            if event["kind"] == "edit":
                break
    assert (officer.last.text, officer.alert) == ("Said again", "As you wish")


async def test_big_files_travel_both_ways(telegram: Telegram, officer: Person, url: str) -> None:
    await officer.starts()
    async with over_http(telegram, url) as app:
        photo = await app.bot.send_photo(
            officer.id, b"\x89PNG" * 500_000, caption="A <b>map</b>", parse_mode="HTML"
        )
        file = await photo.photo[-1].get_file()
        assert len(await file.download_as_bytearray()) == 2_000_000
    assert officer.last.html == "A <b>map</b>"


async def test_a_reset_breaks_the_connection(telegram: Telegram, officer: Person, url: str) -> None:
    await officer.starts()
    telegram.fail("sendMessage", reset=True)
    async with over_http(telegram, url) as app:
        with pytest.raises(NetworkError):
            await app.bot.send_message(officer.id, "hello")
    assert not officer.received


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/bot{token}/getMe", 200, '"ok": true'),
        ("/bot{token}/GETME", 200, '"ok": true'),
        ("/bot{token}/sing", 404, "method not found"),
        ("/bot12:x/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/elsewhere", 404, "Not Found"),
        ("/file/bot{token}/photos/none.jpg", 404, "Not Found"),
        ("/bot{token}/sendMessage", 400, "chat_id is empty"),
        ("/bot{token}/sendMessage?chat_id=1&text=hi", 400, "chat not found"),
    ],
)
async def test_addresses_answer_as_the_real_ones_do(
    telegram: Telegram, url: str, session: aiohttp.ClientSession, path: str, status: int, words: str
) -> None:
    async with session.get(url + path.format(token=telegram.token)) as response:
        assert response.status == status
        assert words in await response.text()


@pytest.mark.parametrize("how", ["json", "form", "query", "multipart"])
async def test_parameters_may_come_in_any_shape(
    telegram: Telegram, officer: Person, url: str, session: aiohttp.ClientSession, how: str
) -> None:
    await officer.starts()
    markup = {"inline_keyboard": [[{"text": "Stop", "callback_data": "stop"}]]}
    flat = {"chat_id": str(officer.id), "text": "hello", "reply_markup": json.dumps(markup)}
    form = aiohttp.FormData(flat, default_to_multipart=how == "multipart")
    sent = {"json": {"json": {**flat, "reply_markup": markup}}, "query": {"params": flat}}.get(
        how, {"data": form}
    )
    async with session.post(f"{url}/bot{telegram.token}/sendMessage", **sent) as response:  # type: ignore[arg-type]
        assert response.status == 200
    assert (officer.last.text, officer.last.labels) == ("hello", ["Stop"])


@pytest.mark.parametrize("body", ["{", "[]", '"text"'])
async def test_a_malformed_body_is_a_bad_request(
    telegram: Telegram, url: str, session: aiohttp.ClientSession, body: str
) -> None:
    address, headers = f"{url}/bot{telegram.token}/sendMessage", {"Content-Type": "application/json"}
    async with session.post(address, data=body, headers=headers) as response:
        assert response.status == 400


async def test_limits_answer_429_with_the_seconds_to_wait(telegram: Telegram, officer: Person) -> None:
    await officer.starts()
    clock = iter(range(1000))
    async with serve_http(telegram, limits=Limits(private_burst=1, clock=lambda: next(clock) / 100)):
        send = [
            await telegram.call(telegram.token, "sendMessage", {"chat_id": officer.id, "text": "x"})
            for _ in "12"
        ]
    assert [status for status, _ in send] == [200, 429]
    assert send[1][1]["parameters"] == {"retry_after": 1}
    assert [call.method for call in telegram.record] == ["sendMessage"]


class Webhook:
    """A bot that listens: notes what came and answers with the statuses it was told, then 200."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.came: list[tuple[str, str | None]] = []
        self.answer: dict[str, object] = {}

    async def take(self, request: web.BaseRequest) -> web.Response:
        update = await request.json()
        text = update["message"]["text"]
        self.came.append((text, request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.answer, status=status)


@pytest.fixture
async def hook() -> AsyncIterator[tuple[Webhook, str]]:
    webhook = Webhook()
    runner = web.ServerRunner(web.Server(webhook.take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield webhook, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret_until_it_says_200(
    telegram: Telegram, officer: Person, hook: tuple[Webhook, str]
) -> None:
    webhook, address = hook
    webhook.statuses = [500, 503]
    async with serve_http(telegram, again_after=0.01):
        await telegram.call(telegram.token, "setWebhook", {"url": address, "secret_token": "s3cret"})
        await officer.says("one")
        await officer.says("two")
        await telegram.idle()
        _, info = await telegram.call(telegram.token, "getWebhookInfo")
    assert webhook.came == [("one", "s3cret")] * 3 + [("two", "s3cret")]
    assert info["result"]["pending_update_count"] == 0
    assert "503" in info["result"]["last_error_message"]


async def test_a_webhook_may_answer_with_a_method(
    telegram: Telegram, officer: Person, hook: tuple[Webhook, str]
) -> None:
    webhook, address = hook
    webhook.answer = {"method": "sendMessage", "chat_id": officer.id, "text": "from the answer"}
    async with serve_http(telegram):
        await telegram.call(telegram.token, "setWebhook", {"url": address})
        await officer.says("hello")
        await telegram.idle()
    assert officer.last.text == "from the answer"


async def test_polling_beside_a_webhook_is_a_conflict(telegram: Telegram) -> None:
    await telegram.call(telegram.token, "setWebhook", {"url": "http://127.0.0.1:9/hook"})
    status, payload = await telegram.call(telegram.token, "getUpdates", {})
    assert status == 409
    assert payload["description"].startswith("Conflict: can't use getUpdates method while webhook is active")


async def test_setting_a_webhook_ends_the_waiting_poll(telegram: Telegram) -> None:
    waiting = asyncio.ensure_future(telegram.call(telegram.token, "getUpdates", {"timeout": 30}))
    await asyncio.sleep(0)
    await telegram.call(telegram.token, "setWebhook", {"url": "http://127.0.0.1:9/hook"})
    status, payload = await waiting
    assert (status, payload["description"]) == (409, "Conflict: terminated by setWebhook request")
