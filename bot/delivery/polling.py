"""Asking Telegram for updates, and confirming each only after it has been answered.

A process that dies leaves everything unanswered with Telegram, which hands it out again after the restart.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.delivery.intake import Intake, update_id_of
from bot.delivery.lanes import Lane

log = logging.getLogger("statuscheck.delivery")

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
BATCH = 100  # https://core.telegram.org/bots/api#getupdates: the most one request returns
LONG_POLL = 25  # seconds Telegram holds a request while nothing comes
GAP = 0.05  # seconds between requests while answers are in hand; sooner, most of a batch would be a repeat
GAP_GROWS = 1.3  # times, whenever a request brought nothing new
LONGEST_GAP = 0.55  # seconds
BACKOFF = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)  # seconds
WRONG_TOKENS = 5  # refusals in a row that end a run which has worked before


class TokenRefused(Exception):
    """Telegram does not accept the token; nothing but another setting helps."""

    def __init__(self) -> None:
        super().__init__(
            "TELEGRAM_BOT_TOKEN: Telegram does not accept this token. Copy it again from @BotFather. "
            "(With TELEGRAM_API_URL set, the address may be wrong instead.)"
        )


class Poller:
    """One long poll at a time. `bot` brings its own pool for getUpdates; `clock` is monotonic seconds."""

    def __init__(
        self,
        bot: ExtBot[Lane],
        intake: Intake,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        long_poll: int = LONG_POLL,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._sleep = sleep
        self._long_poll = long_poll
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._next = 0
        self._asked = 0  # the offset of the last request
        self._recognised_below = 0  # what an earlier process may have answered lies in the first window
        self._failures = 0
        self._has_worked = False

    async def run(self) -> None:
        """Poll until cancelled. Raises TokenRefused; every other failure is waited out."""
        await self._remove_webhook()
        gap = GAP
        while True:
            offset, newest, began = self._offset(), self._next, self._clock()
            batch = await self._ask(self._without_repeating(offset))
            if batch is None:
                continue
            if offset <= self._recognised_below:
                await self._intake.recognise(batch)
            self._accept(batch, offset)
            if not self._recognised_below:
                self._recognised_below = self._next
            gap = GAP if self._next != newest else min(gap * GAP_GROWS, LONGEST_GAP)
            await self._until_worth_asking(offset, began + gap)

    async def stop(self, seconds: float = 20.0) -> int:
        """After `run` has ended: finish what is in hand, then confirm it. Returns how many stay unanswered."""
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=seconds)
        offset = self._offset()
        if self._has_worked and offset:
            try:
                await self._get_updates(offset, limit=1, wait=0)
            except (TelegramError, LookupError, TypeError) as error:
                log.warning("the last confirmation failed (%s)", type(error).__name__)
        return len(self._in_hand)

    def _offset(self) -> int:
        """The lowest update that is not answered; all below it are confirmed by asking for it."""
        for update_id, answered in list(self._in_hand.items()):
            if answered.done() and not answered.cancelled():  # cancelled: given up on, so Telegram keeps it
                del self._in_hand[update_id]
        return min(self._in_hand, default=self._next)

    def _without_repeating(self, offset: int) -> int:
        """An offset that means the same and is not the one asked for last.

        Within half a second the server answers a repeated offset with a single update, whatever waits behind it
        (`Client::process_get_updates_query` in tdlib/telegram-bot-api): somebody would wait until others are answered.
        What lies below the lowest unanswered update is confirmed already, so one less gives the same updates.
        """
        self._asked = offset - 1 if self._in_hand and offset == self._asked and offset > 0 else offset
        return self._asked

    def _accept(self, batch: list[Any], offset: int) -> None:
        for update in batch:
            answered = self._intake.take(update)
            update_id = update_id_of(update)
            if update_id is None:
                continue
            if not answered.done():
                self._in_hand[update_id] = answered
            # After a quiet week Telegram starts its numbers anew, lower than before.
            self._next = update_id + 1 if update_id < offset else max(self._next, update_id + 1)

    async def _until_worth_asking(self, offset: int, then: float) -> None:
        in_hand = len(self._in_hand)
        if not in_hand and self._offset() == offset:
            then += LONGEST_GAP  # something lies there that is no update, or the server does not wait
        while (left := then - self._clock()) > 0:
            if self._offset() != offset and len(self._in_hand) <= in_hand / 2:
                return
            await self._answer_or(left)

    async def _answer_or(self, seconds: float) -> None:
        """Until one more update is answered, at most `seconds`."""
        pending = [answered for answered in self._in_hand.values() if not answered.done()]
        if pending:
            await asyncio.wait(pending, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        else:
            await self._sleep(seconds)

    async def _ask(self, offset: int) -> list[Any] | None:
        """One batch; None after a failure that has been waited out."""
        try:
            batch = await self._get_updates(offset, limit=BATCH, wait=self._long_poll)
        except Exception as error:  # noqa: BLE001  # polling outlives everything but a wrong token
            await self._wait_out(error)
            return None
        self._failures, self._has_worked = 0, True
        return batch if isinstance(batch, list) else []

    async def _get_updates(self, offset: int, *, limit: int, wait: int) -> Any:
        # Raw JSON: PTB's get_updates builds objects, and one update it cannot read would poison the batch.
        return await self._bot._post(  # noqa: SLF001
            "getUpdates",
            {"offset": offset, "limit": limit, "timeout": wait, "allowed_updates": ALLOWED_UPDATES},
            read_timeout=wait + 10.0,
        )

    async def _remove_webhook(self) -> None:
        while True:
            try:
                await self._bot.delete_webhook(drop_pending_updates=False)
            except Exception as error:  # noqa: BLE001  # as in _ask
                await self._wait_out(error)
            else:
                return

    async def _wait_out(self, error: Exception) -> None:
        pause = BACKOFF[min(self._failures, len(BACKOFF) - 1)]
        self._failures += 1
        match error:
            case InvalidToken() if not self._has_worked or self._failures >= WRONG_TOKENS:
                raise TokenRefused from None
            case RetryAfter():
                pause = max(pause, error._retry_after.total_seconds())  # noqa: SLF001  # the public name warns
            case Conflict():
                log.error("%s", _conflict(error))
                pause = max(pause, 2.0)
            case _:
                log.warning("Telegram cannot be asked for updates (%s), trying again", type(error).__name__)
        await self._sleep(pause)


def _conflict(error: Conflict) -> str:
    if "webhook" in str(error).lower():
        return (
            "A webhook is set for this bot, so Telegram refuses polling. Some process has WEBHOOK_URL set with the "
            "same TELEGRAM_BOT_TOKEN: stop it, or set WEBHOOK_URL here too."
        )
    return (
        "Another process polls with the same TELEGRAM_BOT_TOKEN. Telegram serves only one: stop the other, "
        "give this one a bot of its own, or run both behind WEBHOOK_URL."
    )
