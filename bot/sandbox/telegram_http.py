"""The same Telegram over real HTTP, so that a bot in its own process can be driven with TELEGRAM_API_URL."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_faults import LostConnection
from bot.sandbox.telegram_limits import Limits
from bot.sandbox.telegram_shapes import BadRequest, Json, Refusal, Upload
from bot.sandbox.telegram_webhook import Courier

BIGGEST_REQUEST = 50 * 1024 * 1024
CLOSE_WITHIN = 0.2

Parts = tuple[Mapping[str, Any], Mapping[str, Upload]]


@asynccontextmanager
async def serve_http(
    telegram: Telegram,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    latency: float = 0.0,
    limits: Limits | None = None,
    again_after: float = 0.5,
) -> AsyncIterator[str]:
    """Serves `<url>/bot<token>/<method>` and `<url>/file/bot<token>/<path>`; yields the url. Port 0: any free one.

    `latency` (seconds) is added to each call but getUpdates; `limits` refuses with 429 as Telegram does.
    A webhook that does not say 2xx gets its update again after `again_after` seconds.
    """
    telegram.limits = limits or telegram.limits
    door = _Door(telegram, latency)
    server = web.Server(door.answer, request_factory=_request, access_log=None)
    runner = web.ServerRunner(server, shutdown_timeout=CLOSE_WITHIN)
    await runner.setup()
    courier = Courier(telegram.account, door.call, again_after=again_after)
    delivering = asyncio.create_task(courier.run())
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        delivering.cancel()
        await asyncio.gather(delivering, return_exceptions=True)
        await runner.cleanup()


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """aiohttp would stop reading at 1 MB; Telegram takes 50."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=BIGGEST_REQUEST)


class _Door:
    """One HTTP request in, one Bot API answer out."""

    def __init__(self, telegram: Telegram, latency: float) -> None:
        self._telegram = telegram
        self._latency = latency

    async def call(self, method: str, params: Json) -> object:
        """What a webhook's answer asked for."""
        return await self._telegram.call(self._telegram.token, method, params, {})

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        place, _, rest = request.path.lstrip("/").partition("/")
        if place == "file":
            return self._file(rest)
        if not place.startswith("bot"):
            return _reply(404, Refusal(404, "Not Found").payload)
        try:
            params, files = await _parts(request)
            if self._latency and rest.lower() != "getupdates":
                await asyncio.sleep(self._latency)
            return _reply(*await self._telegram.call(place.removeprefix("bot"), rest, params, files))
        except Refusal as refusal:
            return _reply(refusal.status, refusal.payload)
        except LostConnection:
            return _hang_up(request)

    def _file(self, rest: str) -> web.Response:
        place, _, path = rest.partition("/")
        found = self._telegram.download(path) if place == f"bot{self._telegram.token}" else None
        if not found:
            return _reply(404, Refusal(404, "Not Found").payload)
        return web.Response(body=found.data, content_type=found.mime or "application/octet-stream")


async def _parts(request: web.BaseRequest) -> Parts:
    """Parameters from the query, a JSON body, a form, or a multipart form with files."""
    if (request.content_length or 0) > BIGGEST_REQUEST:
        raise Refusal(413, "Request Entity Too Large")
    query = dict(request.query)
    if not request.can_read_body:
        return query, {}
    if request.content_type == "application/json":
        return query | await _json(request), {}
    form = await request.post()
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    files = {name: _upload(value) for name, value in form.items() if isinstance(value, FileField)}
    return query | fields, files


async def _json(request: web.BaseRequest) -> dict[str, Any]:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError as wrong:
        raise BadRequest("can't parse JSON object") from wrong
    if not isinstance(body, dict):
        raise BadRequest("JSON object expected")
    return body


def _upload(value: FileField) -> Upload:
    return Upload(value.filename, value.file.read(), value.content_type)


def _reply(status: int, payload: Json) -> web.Response:
    return web.Response(status=status, body=json.dumps(payload).encode(), content_type="application/json")


def _hang_up(request: web.BaseRequest) -> web.Response:
    """Breaks the connection without an answer, as a reset on the way would."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)
