"""Telegram traffic over aiohttp: a third of the work of PTB's own backend, and it says which failures are safe to repeat.

No exception, log line or chained cause that leaves here carries the token, an address path or anything a person wrote.
"""

import asyncio
import json
import re
import ssl
from datetime import timedelta
from functools import cache
from typing import Any

import aiohttp
import certifi
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.delivery.reach import Reach

TOKEN = re.compile(rb"\d{5,}:[A-Za-z0-9_-]{20,}")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
KEEP_ALIVE = 15.0  # seconds; shorter than any server's, so that a connection is not closed under a request


class NeverSent(NetworkError):
    """The request did not reach Telegram: no connection came about. Repeating it cannot send anything twice."""


class ServerTrouble(NetworkError):
    """Telegram answered 5xx: it did not do what was asked, as far as it says."""


class Throttled(RetryAfter):
    """A 429. PTB's own class warns of deprecation whenever it is built, which tests treat as an error."""

    def __init__(self, seconds: float) -> None:
        TelegramError.__init__(self, f"Flood control exceeded. Retry in {seconds:g} seconds")
        self._retry_after = timedelta(seconds=seconds)


class AiohttpRequest(BaseRequest):
    """One connection pool to the Bot API. Timeouts in seconds, None waits for ever; may be opened and closed twice."""

    __slots__ = ("_connect", "_media_write", "_pool", "_pool_size", "_reach", "_read", "_session", "_write")

    def __init__(
        self,
        *,
        pool_size: int = 256,
        read_timeout: float | None = 10.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 5.0,
        media_write_timeout: float | None = 20.0,
        reach: Reach | None = None,
    ) -> None:
        self._reach = reach or Reach()
        self._pool_size = pool_size
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._pool = pool_timeout
        self._media_write = media_write_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool; a second call finds it open."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._pool_size, keepalive_timeout=KEEP_ALIVE, ssl=_trust()
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the pool; a second call finds it closed."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NeverSent, TimedOut, ServerTrouble, Throttled or NetworkError."""
        if self._session is None:
            raise NeverSent("the connection pool is not open")
        uploads = request_data is not None and request_data.contains_files
        headers = None if request_data is None or uploads else FORM
        timeout = _timeout(
            read=_chosen(read_timeout, self._read),
            write=_chosen(write_timeout, self._media_write if uploads else self._write),
            connect=_chosen(connect_timeout, self._connect),
            pool=_chosen(pool_timeout, self._pool),
        )
        try:
            async with self._session.request(
                method, url, data=_body(request_data), headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                status, payload = answer.status, await answer.read()
                self._reach.answered(status, answer.headers.get("Date"))
        except Exception as error:  # noqa: BLE001  # PTB would quote whatever else came, address and all
            self._reach.lost()
            # `from None`: aiohttp's own text may quote the address, and the address holds the token.
            raise _as_telegram_error(error) from None
        return status, (payload if status < 300 else _refusal(status, payload))

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's answer as a dict. PTB would log an unreadable one in full; we name it and no more."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise NetworkError("the answer cannot be read") from None
        if not isinstance(answer, dict) or (answer.get("ok") is not False and "result" not in answer):
            raise NetworkError("the answer cannot be read")
        return answer


@cache
def _trust() -> ssl.SSLContext:
    """The machine's certificates, so that an operator's own count, and certifi's, for a machine that has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _chosen(given: ODVInput[float], default: float | None) -> float | None:
    return default if isinstance(given, DefaultValue) else given


def _timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    # aiohttp's clock for an answer starts before the body is written, so reading may take both together;
    # the total ends a server that sends its answer byte by byte.
    answer = None if read is None or write is None else read + write
    ready = None if connect is None or pool is None else connect + pool
    total = None if answer is None or ready is None else answer + ready
    return aiohttp.ClientTimeout(total=total, connect=ready, sock_connect=connect, sock_read=answer)


def _body(request_data: RequestData | None) -> aiohttp.FormData | bytes | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        # yarl quotes in C; urllib takes a fifth of the time of a whole reply.
        return URL.build(query=request_data.json_parameters).raw_query_string.encode()
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _refusal(status: int, payload: bytes) -> bytes:
    """The body of an answer that is no success, made safe to quote; 5xx and 429 are raised at once."""
    if status >= 500:
        raise ServerTrouble(f"Telegram is in trouble ({status})")
    try:
        answer = AiohttpRequest.parse_json_payload(TOKEN.sub(b"[token]", payload))
    except TelegramError:
        answer = {"ok": False}
    if status == 429:
        raise Throttled(_seconds(answer))
    return json.dumps(answer).encode()


def _seconds(answer: dict[str, Any]) -> float:
    parameters = answer.get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(seconds) if isinstance(seconds, int | float) and seconds > 0 else 1.0


def _as_telegram_error(error: Exception) -> TelegramError:
    kind = type(error).__name__
    match error:
        case TelegramError():
            return error
        case aiohttp.ClientConnectorError():
            return NeverSent(f"no connection to {error.host}:{error.port} ({kind})")
        case aiohttp.ConnectionTimeoutError():
            return NeverSent(f"no connection in time ({kind})")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return NeverSent(f"TELEGRAM_API_URL is not an address ({kind})")
        case asyncio.TimeoutError():
            return TimedOut("no answer in time")
        case _:
            return NetworkError(f"the connection broke ({kind})")
