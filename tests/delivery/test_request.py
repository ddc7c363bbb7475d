"""Traffic over a real socket: what arrives is what PTB meant, and each failure says whether repeating it is safe."""

import asyncio
import logging
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.request import AiohttpRequest, NeverSent, ServerTrouble
from bot.sandbox.telegram import TOKEN, Telegram
from bot.sandbox.telegram_http import serve_http

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(answer: Answer) -> AsyncIterator[str]:
    """A server that answers everything in one way; yields its address."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}"
    finally:
        await runner.cleanup()


def says(status: int, body: object) -> Answer:
    """Always this answer."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return (
            web.json_response(body, status=status)
            if not isinstance(body, str)
            else web.Response(status=status, text=body)
        )

    return answer


def form(**fields: object) -> RequestData:
    """Parameters as PTB makes them."""
    return RequestData([RequestParameter.from_input(name, value) for name, value in fields.items()])


async def test_form_values_arrive_as_ptb_encodes_them() -> None:
    got: dict[str, str] = {}

    async def answer(request: web.Request) -> web.StreamResponse:
        got.update({name: str(value) for name, value in (await request.post()).items()})
        assert request.content_type == "application/x-www-form-urlencoded"
        return web.json_response({"ok": True, "result": True})

    async with answering(answer) as url, AiohttpRequest() as request:
        data = form(chat_id=-5, text="¿Qué tal? & <b>ok</b> 🙂", silent=True, rows=[[{"text": "Sí"}]])
        assert await request.post(f"{url}/sendMessage", data) is True
    assert got == {
        "chat_id": "-5",
        "text": "¿Qué tal? & <b>ok</b> 🙂",
        "silent": "true",
        "rows": '[[{"text": "S\\u00ed"}]]',
    }


async def test_files_are_uploaded_beside_their_fields() -> None:
    telegram = Telegram()
    person = telegram.person("Dana")
    await person.starts()
    async with (
        serve_http(telegram) as url,
        Bot(TOKEN, f"{url}/bot", f"{url}/file/bot", AiohttpRequest()) as bot,
    ):
        sent = await bot.send_photo(person.id, InputFile(b"first", "a.png"), caption="Breathe")
        file = await bot.get_file(sent.photo[-1].file_id)
        assert await file.download_as_bytearray() == b"first"
    assert [message.text for message in person.received] == ["Breathe"]


async def test_several_files_travel_in_one_request() -> None:
    got: list[bytes] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        fields = await request.post()
        got.extend(part.file.read() for part in fields.values() if isinstance(part, web.FileField))
        assert str(fields["media"]).count("attach://") == 2
        return web.json_response({"ok": True, "result": []})

    async with answering(answer) as url, AiohttpRequest() as request:
        await request.post(url, form(chat_id=1, media=[InputMediaPhoto(b"one"), InputMediaPhoto(b"two")]))
    assert got == [b"one", b"two"]


async def test_opening_and_closing_twice_is_harmless() -> None:
    async with answering(says(200, {"ok": True, "result": 1})) as url:
        request = AiohttpRequest()
        await request.initialize()
        await request.initialize()
        assert await request.post(url) == 1
        await request.shutdown()
        await request.shutdown()
        with pytest.raises(NeverSent):
            await request.post(url)
        await request.initialize()
        assert await request.post(url) == 1
        await request.shutdown()


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, {"ok": False, "description": "Bad Request: chat not found"}, BadRequest),
        (401, {"ok": False, "description": "Unauthorized"}, InvalidToken),
        (403, {"ok": False, "description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (404, {"ok": False, "description": "Not Found"}, InvalidToken),
        (409, {"ok": False, "description": "Conflict: terminated by other getUpdates request"}, Conflict),
        (429, {"ok": False, "parameters": {"retry_after": 17}}, RetryAfter),
        (429, "slow down", RetryAfter),
        (500, {"ok": False, "description": "Internal Server Error"}, ServerTrouble),
        (502, "<html>Bad Gateway</html>", ServerTrouble),
        (302, "", NetworkError),
        (400, "<html>what?</html>", BadRequest),
        (400, [1, 2], BadRequest),
        (200, "<html>sign in to the hotel network</html>", NetworkError),
        (200, [], NetworkError),
        (200, {"ok": True}, NetworkError),
    ],
)
async def test_every_answer_has_its_error(status: int, body: object, error: type[Exception]) -> None:
    async with answering(says(status, body)) as url, AiohttpRequest() as request:
        with pytest.raises(error) as raised:
            await request.post(url)
    if isinstance(raised.value, RetryAfter):
        assert raised.value._retry_after.total_seconds() == (17 if isinstance(body, dict) else 1)


async def test_nobody_listening_was_never_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        async with AiohttpRequest() as request:
            with pytest.raises(NeverSent):
                await request.post(f"http://127.0.0.1:{taken.getsockname()[1]}/bot{TOKEN}/getMe")


async def test_a_host_that_does_not_exist_was_never_sent() -> None:
    async with AiohttpRequest(connect_timeout=2) as request:
        with pytest.raises(NeverSent):
            await request.post(f"http://nowhere.invalid/bot{TOKEN}/getMe")


async def test_waiting_for_a_free_connection_in_vain_was_never_sent() -> None:
    release = asyncio.Event()

    async def answer(_: web.Request) -> web.StreamResponse:
        await release.wait()
        return web.json_response({"ok": True, "result": True})

    async with answering(answer) as url, AiohttpRequest(pool_size=1) as request:
        first = asyncio.ensure_future(request.post(url))
        await asyncio.sleep(0.01)
        with pytest.raises(NeverSent):
            await request.post(url, pool_timeout=0.01, connect_timeout=0.01)
        release.set()
        assert await first is True


async def test_no_answer_in_time_is_not_the_same_as_never_sent() -> None:
    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(5)
        return web.Response()

    async with answering(answer) as url, AiohttpRequest(read_timeout=0.02, write_timeout=0.01) as request:
        with pytest.raises(TimedOut):
            await request.post(url)


async def test_an_answer_that_trickles_in_for_ever_is_ended() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse()
        await stream.prepare(request)
        while True:
            await stream.write(b" ")
            await asyncio.sleep(0.01)

    quick = AiohttpRequest(read_timeout=0.05, write_timeout=0.05, connect_timeout=0.05, pool_timeout=0.05)
    async with answering(answer) as url, quick as request:
        with pytest.raises(TimedOut):
            await request.post(url)


async def test_a_connection_that_breaks_after_sending_is_ambiguous() -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with answering(answer) as url, AiohttpRequest() as request:
        with pytest.raises(NetworkError) as raised:
            await request.post(url)
    assert not isinstance(raised.value, NeverSent | TimedOut)


async def test_none_waits_for_ever_and_the_default_is_told() -> None:
    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.05)
        return web.json_response({"ok": True, "result": 5})

    async with answering(answer) as url, AiohttpRequest(read_timeout=0.01, write_timeout=0.01) as request:
        assert request.read_timeout == 0.01
        assert await request.post(url, read_timeout=None) == 5


async def test_a_certificate_nobody_vouches_for_was_never_sent(tmp_path: Path) -> None:
    app = web.Application()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=_homemade(tmp_path)).start()
    try:
        async with AiohttpRequest() as request:
            with pytest.raises(NeverSent):
                await request.post(f"https://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}/getMe")
    finally:
        await runner.cleanup()


def _homemade(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "api.telegram.org")])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, day, day.replace(year=2036))
        .sign(key, hashes.SHA256())
        .public_bytes(Encoding.PEM)
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "both.pem").write_bytes(secret + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return context


async def test_no_failure_ever_quotes_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    echo = f"no such thing as /bot{TOKEN}/sendMessage"
    answers = [
        says(status, body)
        for status in (200, 302, 400, 404, 429, 500)
        for body in (echo, {"description": echo})
    ]
    told = []
    async with AiohttpRequest() as request:
        for answer in answers:
            async with answering(answer) as url:
                told.append(await _failure(request, f"{url}/sendMessage"))
        odd = (
            f"http://nowhere.invalid/bot{TOKEN}",
            f"nonsense/{TOKEN}",
            f"http://[::/{TOKEN}",
            f"ftp://x/{TOKEN}",
        )
        told += [await _failure(request, address) for address in odd]
    assert all(told)
    assert TOKEN not in "".join(told)
    assert TOKEN not in caplog.text


async def _failure(request: AiohttpRequest, url: str) -> str:
    """Everything a log line could show of the failure, its causes included."""
    try:
        await request.post(url)
    except Exception as error:  # noqa: BLE001
        causes = [error, error.__cause__, None if error.__suppress_context__ else error.__context__]
        return " ".join(f"{cause!r} {cause}" for cause in causes)
    return ""
