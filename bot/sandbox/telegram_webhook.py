"""Delivers updates to the webhook that was set: chats in parallel, each chat in order, again until it says 2xx."""

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp

from bot.sandbox.telegram_account import Account
from bot.sandbox.telegram_shapes import Json

Call = Callable[[str, Json], Awaitable[object]]
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)


class Courier:
    """Runs beside an HTTP server. `call` carries out a method that the webhook's answer asked for."""

    def __init__(self, account: Account, call: Call, *, again_after: float = 0.5) -> None:
        self._account = account
        self._call = call
        self._again_after = again_after
        self._busy: dict[int, int] = {}

    async def run(self) -> None:
        """Until cancelled."""
        async with aiohttp.ClientSession(timeout=ANSWER_WITHIN) as session, asyncio.TaskGroup() as group:
            while True:
                for update in self._next():
                    self._busy[update["update_id"]] = chat_of(update)
                    group.create_task(self._deliver(session, update))
                await self._account.updates.news()

    def _next(self) -> list[Json]:
        room = self._account.webhook.get("max_connections", 0) - len(self._busy)
        taken = set(self._busy.values())
        chosen: list[Json] = []
        for update in self._account.updates.pending if room > 0 else ():
            if len(chosen) >= room:
                break
            if (chat_id := chat_of(update)) not in taken:
                taken.add(chat_id)
                chosen.append(update)
        return chosen

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> None:
        problem = await self._post(session, update)
        if problem is None:
            self._account.updates.confirm(update["update_id"])
        elif self._account.webhook:
            failed = {"last_error_date": self._account.timestamp(), "last_error_message": problem}
            self._account.webhook |= failed
            await asyncio.sleep(self._again_after)
        del self._busy[update["update_id"]]
        self._account.updates.nudge()

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> str | None:
        """None when it was taken, else what went wrong in Telegram's words."""
        webhook = self._account.webhook
        secret = webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(webhook["url"], json=update, headers=headers) as response:
                if response.status // 100 != 2:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._carry_out(response)
                return None
        except (aiohttp.ClientError, TimeoutError, KeyError) as broken:
            return f"Connection failed: {type(broken).__name__}"

    async def _carry_out(self, response: aiohttp.ClientResponse) -> None:
        if response.content_type == "application/json":
            answer = await response.json()
            if isinstance(answer, dict) and "method" in answer:
                await self._call(str(answer.pop("method")), answer)


def chat_of(update: Json) -> int:
    """The chat an update belongs to, else the person, else 0."""
    body = next(value for key, value in update.items() if key != "update_id")
    place = body.get("message") or body
    return int((place.get("chat") or body.get("from") or {}).get("id", 0))
