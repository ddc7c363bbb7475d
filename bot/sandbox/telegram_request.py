"""python-telegram-bot, unchanged, on an in-memory Telegram: no network, no token of one's own."""

import asyncio
import json
from urllib.parse import unquote, urlsplit

from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.sandbox.telegram import LostConnection, Telegram
from bot.sandbox.telegram_shapes import Upload


class SandboxRequest(BaseRequest):
    """Answers like the network would. Timeouts (seconds) hold only for the reading; None waits for ever."""

    __slots__ = ("_read_timeout", "_telegram")

    def __init__(self, telegram: Telegram, *, read_timeout: float | None = 5.0) -> None:
        self._telegram = telegram
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open; any number of times."""

    async def shutdown(self) -> None:
        """Nothing to close; any number of times."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - PTB's signature
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        limit = self._read_timeout if isinstance(read_timeout, DefaultValue) else read_timeout
        try:
            async with asyncio.timeout(limit):
                return await self._answer(urlsplit(url).path, request_data)
        except TimeoutError as late:
            raise TimedOut from late
        except LostConnection as lost:
            raise NetworkError(f"the connection broke: {lost}") from lost

    async def _answer(self, path: str, data: RequestData | None) -> tuple[int, bytes]:
        place, _, rest = unquote(path).lstrip("/").partition("/")
        if place == "file":
            return self._file(rest)
        params = data.json_parameters if data else {}
        files = {name: _upload(*parts) for name, parts in data.multipart_data.items()} if data else {}
        status, payload = await self._telegram.call(place.removeprefix("bot"), rest, params, files)
        return status, json.dumps(payload).encode()

    def _file(self, rest: str) -> tuple[int, bytes]:
        token, _, path = rest.partition("/")
        found = self._telegram.download(path) if token == f"bot{self._telegram.token}" else None
        return (
            (200, found.data) if found else (404, b'{"ok":false,"error_code":404,"description":"Not Found"}')
        )


def _upload(name: str, content: object, mime: str) -> Upload:
    data = content if isinstance(content, bytes) else content.read()  # type: ignore[attr-defined]
    return Upload(name, data, mime)
