"""The receiving half of Telegram in memory, as strict as the real server, for virtual time.

Confirms below the offset it is asked for; answers a repeated offset within half a second with one update; records it all.
"""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData

from bot.delivery.lanes import Lane
from bot.sandbox.telegram import TOKEN

Json = dict[str, Any]


def message(update_id: int, chat: int = 1, text: str = "hello") -> Json:
    """An update as Telegram sends it."""
    sender = {"id": chat, "is_bot": False, "first_name": "Sam"}
    place = {"id": chat, "type": "private", "first_name": "Sam"}
    body = {"message_id": update_id, "date": 0, "chat": place, "from": sender, "text": text}
    return {"update_id": update_id, "message": body}


class StrictUpdates(BaseRequest):
    """Give it to `bot_on`. `put` makes updates; `asked` holds (time, offset, limit) of every getUpdates."""

    def __init__(self) -> None:
        self.pending: list[Json] = []
        self.confirmed: list[int] = []
        self.asked: list[tuple[float, int, int]] = []
        self.cut_short = 0  # answers reduced to one update
        self.methods: list[str] = []
        self.failures: list[tuple[int, Json]] = []
        self._news = asyncio.Event()

    def put(self, *updates: Any) -> None:
        self.pending.extend(updates)
        self._news.set()

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  # PTB's signature
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        self.methods.append(name)
        if self.failures and name != "getMe":
            status, body = self.failures.pop(0)
            return status, json.dumps({"ok": False, **body}).encode()
        parameters = dict(request_data.parameters) if request_data else {}
        result: Any = True
        if name == "getMe":
            result = {"id": 7, "is_bot": True, "first_name": "Status Check", "username": "sc_bot"}
        if name == "getUpdates":
            result = await self._updates(parameters)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _updates(self, parameters: Json) -> Sequence[Any]:
        offset, limit, wait = parameters["offset"], parameters["limit"], parameters["timeout"]
        now = asyncio.get_running_loop().time()
        if self.asked and self.asked[-1][1] == offset and now < self.asked[-1][0] + 0.5:
            self.cut_short += limit > 1
            limit = 1
        self.asked.append((now, offset, limit))
        while self.pending and (number := _number(self.pending[0])) is not None and number < offset:
            self.confirmed.append(self.pending.pop(0)["update_id"])
        if not self.pending and wait:
            self._news.clear()
            try:
                async with asyncio.timeout(wait):
                    await self._news.wait()
            except TimeoutError:
                return []
        return self.pending[:limit]


def _number(update: Any) -> int | None:
    return update.get("update_id") if isinstance(update, dict) else None


def bot_on(telegram: BaseRequest) -> ExtBot[Lane]:
    """A bot whose every request goes there."""
    return ExtBot(TOKEN, request=telegram, get_updates_request=telegram, rate_limiter=None)
