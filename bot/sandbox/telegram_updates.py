"""Updates waiting for the bot: kept until a later offset (or a webhook's 200) confirms them."""

import asyncio
from collections import deque
from typing import Any

from bot.sandbox.telegram_events import Bell
from bot.sandbox.telegram_shapes import Json, Refusal

NOT_UNLESS_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Unconfirmed updates in order; one long poll at a time, woken by the update itself."""

    def __init__(self, settled: Bell) -> None:
        self.pending: deque[Json] = deque()
        self.allowed: frozenset[str] = frozenset()
        self.put_so_far = 0
        self._settled = settled
        self._news = Bell()
        self._next_id = 700_000_001
        self._poll = 0
        self._why_ended = TERMINATED

    def put(self, kind: str, payload: Any) -> int | None:
        """Queues an update; None when the bot has not asked for that kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_UNLESS_ASKED
        if not wanted:
            return None
        update_id = self._next_id
        self._next_id += 1
        self.put_so_far += 1
        self.pending.append({"update_id": update_id, kind: payload})
        self._news.ring()
        return update_id

    def confirm(self, update_id: int) -> None:
        """A webhook answered 200 for this one."""
        for update in self.pending:
            if update["update_id"] == update_id:
                self.pending.remove(update)
                break
        self._settled.ring()

    def clear(self) -> None:
        self.pending.clear()
        self._settled.ring()

    def end_poll(self, why: str) -> None:
        """The waiting getUpdates, if any, answers 409."""
        self._poll += 1
        self._why_ended = why
        self._news.ring()

    def nudge(self) -> None:
        """Something about deliveries changed: look again."""
        self._news.ring()

    async def news(self) -> None:
        """Returns when an update was put, a webhook was set, or one of its deliveries ended."""
        await self._news.heard()

    async def take(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Confirms below `offset` (negative: all but the last ones), then waits up to `seconds` for any."""
        self.end_poll(TERMINATED)
        mine = self._poll
        self._confirm_below(offset)
        if not self.pending and seconds > 0:
            await self._wait(mine, seconds)
        return [update for update, _ in zip(self.pending, range(limit), strict=False)]

    async def _wait(self, mine: int, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not self.pending:
                    await self._news.heard()
                    if self._poll != mine:
                        raise Refusal(409, f"Conflict: {self._why_ended}")
        except TimeoutError:
            return

    def _confirm_below(self, offset: int) -> None:
        if offset < 0 and len(self.pending) > -offset:
            offset = self.pending[offset]["update_id"]
        while self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()
        self._settled.ring()
