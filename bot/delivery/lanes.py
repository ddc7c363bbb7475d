"""Who goes first: crisis > reply > scheduled > broadcast. Only bulk ever waits; an answer never stands behind it.

A 429 holds up the lane *and* chat that earned it, for exactly as long as Telegram says; everything else goes on.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from itertools import count
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.delivery.nursery import Nursery
from bot.delivery.ordering import ChatQueues
from bot.delivery.pace import Budget, ChatPace, Limits
from bot.delivery.request import NeverSent

log = logging.getLogger("statuscheck.delivery")

Answer = bool | dict[str, Any] | list[dict[str, Any]]
Chat = int | str

# worthless a moment later: once or not at all
FLEETING = frozenset({"sendChatAction", "answerCallbackQuery"})
BULK_PERSISTS = 60.0  # seconds of 429 until bulk gives a message back to its ledger, whose claim lasts longer
CRISIS_PAUSE = 10.0  # seconds between tries at most
CRISIS_PERSISTS = 24 * 3600.0  # seconds; a card that comes a day late still names a number to call
REPLY_YIELDS = 0.25  # seconds a reply lets a second full of bulk pass at most; it waits behind no bulk
REPLY_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds between tries
REPLY_PERSISTS = 20.0  # seconds; after that the person has written again
FLOOD = 5  # bulk chats refused within a second: no chat's own doing, so the lane rests
RESTING_STEP = 0.1  # seconds between looks at a resting lane


class Lane(IntEnum):
    """Smaller goes first."""

    CRISIS = 0
    REPLY = 1
    SCHEDULED = 2
    BROADCAST = 3
    PACER = 4  # the words of a breathing pacer: this very moment, or not at all

    def __bool__(self) -> bool:
        # PTB drops rate_limit_args that are falsy: without this a crisis card would travel as a reply.
        return True

    @property
    def is_bulk(self) -> bool:
        """Bulk waits for the budget; its failures go to the ledger instead of being tried again here."""
        return self in BULK


BULK = (Lane.SCHEDULED, Lane.BROADCAST)


@dataclass(frozen=True, slots=True)
class Asked:
    """A lane, and what is asked when a message's turn has come: may it still leave? Asked again at every try."""

    lane: Lane
    may_leave: Callable[[], Awaitable[bool]]


class LaneLimiter(BaseRateLimiter[Lane]):
    """Every request but getUpdates passes here. `clock` is monotonic seconds, `sleep` waits on the same clock.

    What a lane does with a failure that may pass (refusals such as 400 and 403 are raised at once in every lane):
    crisis tries for a day, reply for about 20 seconds, bulk raises it. Crisis and reply also repeat what may
    already have arrived: a duplicate beats silence.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        limits = limits or Limits()
        self._clock = clock
        self._sleep = sleep
        self._budget = Budget(limits)
        self._chats = ChatPace(limits)
        self._lines = ChatQueues()
        self._gate = BulkGate(self._budget, clock, sleep)
        self.waited: Callable[[str, float], None] = lambda *_: None  # told how long bulk waited
        self.tell_sent: Callable[[int], None] = lambda _: None  # other processes share the token's limit

    async def initialize(self) -> None:
        """Nothing to open; PTB calls this twice, and a pacer started twice would run at double rate."""

    async def shutdown(self) -> None:
        """Bulk that still waits is told that it was never sent, so that the ledger can plan it again."""
        self._gate.close()

    def note_elsewhere(self, messages: int) -> None:
        """Another process sent so many just now."""
        self._budget.note_answer(self._clock(), messages)

    def depths(self) -> dict[str, int]:
        """How many messages of each bulk lane wait."""
        return {lane.name.lower(): len(line) for lane, line in self._gate.waiting.items()}

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | Asked | None,
    ) -> Answer:
        """PTB's seam: make the request in its lane (`rate_limit_args`; Lane.REPLY when absent), return the answer."""
        asked = rate_limit_args if isinstance(rate_limit_args, Asked) else None
        lane = asked.lane if asked else rate_limit_args or Lane.REPLY
        assert isinstance(lane, Lane)  # noqa: S101  an Asked has been opened
        chat = data.get("chat_id")
        attempt = partial(callback, *args, **kwargs)
        if chat is None or endpoint in FLEETING:
            return await attempt()
        if lane is Lane.PACER:
            return await self._at_once(attempt, chat)
        deliver = partial(self._deliver, attempt, lane, chat, _messages(endpoint, data), asked)
        # One line for each lane and chat: a message that pauses holds up those behind it there, and nobody else.
        return await self._lines.run((lane, chat), deliver)

    def keep_for_pacers(self, messages: int) -> None:
        """Bulk leaves so many places of every second free for people who breathe along with a pacer."""
        self._budget.kept_for_pacers = messages

    async def _at_once(self, attempt: Callable[[], Awaitable[Answer]], chat: Chat) -> Answer:
        """Counted like a message, since Telegram may count edits. Raises NeverSent when there is no room."""
        now = self._clock()
        if self._chats.free_at(chat, now) > now or not self._budget.has_room_for_pacer(now):
            raise NeverSent("no room at this moment")
        self._budget.note_answer(now)
        self._chats.note(chat, now)
        return await attempt()

    async def _deliver(
        self,
        attempt: Callable[[], Awaitable[Answer]],
        lane: Lane,
        chat: Chat,
        messages: int,
        asked: Asked | None,
    ) -> Answer:
        began = self._clock()
        for failures in count():
            left = await self._leave(lane, chat, messages)
            if asked is not None and not await asked.may_leave():
                self._budget.give_back(left, bulk=lane.is_bulk)
                raise NeverSent("it may not leave any more")
            try:
                answer = await attempt()
            except (RetryAfter, NetworkError) as error:
                pause = _pause_after(error, lane, failures, self._clock() - began)
                if isinstance(error, RetryAfter) and messages:
                    self._budget.give_back(left, bulk=lane.is_bulk)
                    self._gate.note_refusal(lane, chat, _seconds(error))
                if pause is None:
                    raise
                log.warning("%s: %s, trying again", lane.name.lower(), type(error).__name__)
            else:
                if messages:
                    self._budget.note_arrival(left, self._clock(), bulk=lane.is_bulk)
                return answer
            await self._sleep(pause)
        raise AssertionError("count() has no end")

    async def _leave(self, lane: Lane, chat: Chat, messages: int) -> float:
        """Wait until a message of this lane may leave for this chat, and count it. When it left."""
        if not messages:
            return self._clock()
        if lane.is_bulk:
            came = self._clock()
            while (wait := self._chats.free_at(chat, self._clock()) - self._clock()) > 0:
                await self._sleep(wait)
            left = await self._gate.turn(lane, messages)
            self.waited(lane.name.lower(), left - came)
        else:
            if lane is Lane.REPLY:
                await self._gap_in_bulk()
            left = self._clock()
            self._budget.note_answer(left, messages)
        self.tell_sent(messages)
        self._chats.note(chat, left)
        return left

    async def _gap_in_bulk(self) -> None:
        latest = self._clock() + REPLY_YIELDS
        self._budget.replies_waiting += 1
        try:
            while (free := self._budget.reply_at(now := self._clock())) > now and now < latest:
                await self._sleep(max(free - now, 0.001))
        finally:
            self._budget.replies_waiting -= 1


class BulkGate:
    """Lets bulk out one by one: scheduled before broadcast, each in its order, as the budget has room."""

    def __init__(
        self, budget: Budget, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._budget = budget
        self._clock = clock
        self._sleep = sleep
        self.waiting: dict[Lane, deque[tuple[int, asyncio.Future[float]]]] = {lane: deque() for lane in BULK}
        self._refused: dict[Lane, deque[tuple[float, Chat]]] = {lane: deque() for lane in BULK}
        self._rests_until: dict[Lane, float] = dict.fromkeys(BULK, float("-inf"))
        self._nursery = Nursery()
        self._pacer: asyncio.Task[Any] | None = None

    async def turn(self, lane: Lane, messages: int) -> float:
        """Return when a message of this lane leaves, with that time. Raises NeverSent when the bot stops first."""
        place: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self.waiting[lane].append((messages, place))
        if self._pacer is None or self._pacer.done():
            self._pacer = self._nursery.start(self._pace(), "pacer")
        return await place

    def note_refusal(self, lane: Lane, chat: Chat, pause: float) -> None:
        """A 429. One is its chat's own; several chats within a second mean the lane as a whole is too fast."""
        if not lane.is_bulk:
            return
        now = self._clock()
        refused = self._refused[lane]
        refused.append((now, chat))
        while refused[0][0] <= now - 1.0:
            refused.popleft()
        if len({chat for _, chat in refused}) >= FLOOD:
            refused.clear()
            self._rests_until[lane] = max(self._rests_until[lane], now + pause)

    def close(self) -> None:
        """Stop letting out; those who wait learn that they were never sent."""
        if self._pacer is not None:
            self._pacer.cancel()
        for line in self.waiting.values():
            for _, place in line:
                if not place.done():
                    place.set_exception(NeverSent("the bot is stopping"))
            line.clear()

    async def _pace(self) -> None:
        while any(self.waiting.values()):
            now = self._clock()
            wait = self._budget.bulk_at(now) - now
            line = self._next_line(now)
            if wait <= 0 and line is not None:
                messages, place = line.popleft()
                if not place.done():  # else its sender was cancelled meanwhile
                    self._budget.note_bulk(now, messages)
                    place.set_result(now)
            else:
                # Ask again after the wait: an answer may have taken the room, or a more urgent lane have come.
                await self._sleep(max(wait, 0.001) if line is not None else RESTING_STEP)

    def _next_line(self, now: float) -> deque[tuple[int, "asyncio.Future[float]"]] | None:
        for lane in BULK:
            if self.waiting[lane] and self._rests_until[lane] <= now:
                return self.waiting[lane]
        return None


def _pause_after(error: TelegramError, lane: Lane, failures: int, waited: float) -> float | None:
    """Seconds until the next try, or None when there is to be none."""
    if isinstance(error, BadRequest):  # PTB counts it among the network errors; trying again cannot help
        return None
    if isinstance(error, RetryAfter):
        pause = _seconds(error)
        return None if lane.is_bulk and waited + pause > BULK_PERSISTS else pause
    if lane is Lane.CRISIS:
        return None if waited > CRISIS_PERSISTS else min(0.25 * 2 ** min(failures, 10), CRISIS_PAUSE)
    if lane is Lane.REPLY and failures < len(REPLY_PAUSES) and waited <= REPLY_PERSISTS:
        return REPLY_PAUSES[failures]
    return None


def _seconds(error: RetryAfter) -> float:
    return error._retry_after.total_seconds()  # noqa: SLF001  # the public name warns of deprecation


def _messages(endpoint: str, data: dict[str, Any]) -> int:
    """How many messages Telegram will count for this request; edits and deletions are none."""
    if not endpoint.startswith(("send", "copy", "forward")):
        return 0
    several = data.get("media") or data.get("message_ids")
    return len(several) if isinstance(several, list | tuple) else 1
