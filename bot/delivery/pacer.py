"""Words that breathe with a person: one message edited in time, for a bounded number of people, in nobody's way.

Nothing is kept of it. The message carries all that is needed to go on, so a restart leaves buttons that work.
"""

import asyncio
from bisect import bisect_right
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from bot.delivery.lanes import Lane
from bot.delivery.nursery import Nursery
from bot.delivery.sender import Delivery, Outcome, Sender
from bot.screens import Screen

MOST = 40  # at once; further people follow the picture, whose loop costs no edits
EDITS = 0.3  # a second, of one pacer at most
KEPT_FREE = (
    3  # places of a second kept free of bulk at most: one comes free every 40 ms, so it is enough for forty
)
YIELDS = 5.0  # seconds in which a chat where somebody wrote belongs to the answer
YOUNG = 1.0  # seconds a frame that found no room is tried again; then the next one is nearer
AGAIN = 0.2  # seconds between such tries, and LOOKS between two looks at the clock at most
LOOKS = 0.5
CLOSING_TRIES = 10
LOST = 4  # edits in a row of which nobody knows whether they arrived
IN_FLIGHT = 2.0  # seconds a stop waits for an edit under way, which would overwrite what comes after it


@dataclass(frozen=True, slots=True)
class Script:
    """What a pacer shows. `moments` are seconds since its start, rising from 0; number n of them shows `screen(n)`.

    The first is on the screen already. `paused(n)` and `ended()` are how it leaves the message.
    """

    moments: tuple[float, ...]
    length: float
    screen: Callable[[int], Screen]
    paused: Callable[[int], Screen]
    ended: Callable[[], Screen]

    def number_at(self, seconds: float) -> int:
        """Which of the moments it is."""
        return max(bisect_right(self.moments, seconds) - 1, 0)


@dataclass(slots=True, eq=False)
class _Pacer:
    chat_id: int = field(repr=False)  # an error report never names a chat
    message_id: int
    script: Script
    began: float
    newest: int
    shown: int = 0
    not_before: float = float("-inf")
    edit: "asyncio.Task[Any] | None" = None
    closing: Screen | None = None
    tries: int = 0
    failures: int = 0


class Pacers:
    """All that run, one a chat. `clock` is monotonic seconds, `sleep` waits on it; `keep_room` asks bulk for places."""

    def __init__(
        self,
        sender: Sender,
        keep_room: Callable[[int], None],
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        most: int = MOST,
    ) -> None:
        self._sender = sender
        self._keep_room = keep_room
        self._clock = clock
        self._sleep = sleep
        self._most = most
        self._pacers: dict[int, _Pacer] = {}
        self._nursery = Nursery()
        self._runner: asyncio.Task[Any] | None = None
        self.alone = True  # or other processes may pace a chat, too
        self.tell: Callable[[int], None] = lambda _chat_id: None  # an end in this chat, to them

    def __len__(self) -> int:
        return len(self._pacers)

    def has_room(self, chat_id: int) -> bool:
        """Whether one more may begin, in place of the one in this chat if there is one."""
        return chat_id in self._pacers or len(self._pacers) < self._most

    def runs_on(self, chat_id: int, message_id: int) -> bool:
        """Whether this message is being paced."""
        pacer = self._pacers.get(chat_id)
        return pacer is not None and pacer.message_id == message_id

    async def start(self, chat_id: int, message_id: int, script: Script) -> bool:
        """Pace this message from now on; its first frame is on it. False when too many run already."""
        await self.stop(chat_id, message_id)
        if len(self._pacers) >= self._most or chat_id in self._pacers:
            return False
        newest = max(message_id, self._sender.newest(chat_id))
        self._pacers[chat_id] = _Pacer(chat_id, message_id, script, self._clock(), newest)
        self._counted()
        if self._runner is None or self._runner.done():
            self._runner = self._nursery.start(self._run(), "the pacers")
        return True

    async def stop(self, chat_id: int, message_id: int | None = None) -> None:
        """No more edits in this chat. One that ran on another message than `message_id` is left paused there."""
        pacer = self._let_go(chat_id)
        if pacer is None:
            self.tell(chat_id)
            return
        if pacer.edit is not None and not pacer.edit.done():
            await asyncio.wait((pacer.edit,), timeout=IN_FLIGHT)
        if pacer.message_id != message_id:
            await self._leave_paused(pacer)

    def stopped_elsewhere(self, is_it: Callable[[int], bool]) -> None:
        """Another process has the word in a chat of ours now, and edits its message: nothing more from us."""
        for chat_id in [one for one in self._pacers if is_it(one)]:
            self._let_go(chat_id)

    def beat(self) -> list["asyncio.Task[Any]"]:
        """Begin every edit that is due now; each pacer has one under way at most."""
        now, begun = self._clock(), []
        for pacer in list(self._pacers.values()):
            if pacer.edit is None or pacer.edit.done():
                self._heed(pacer, now)
                if self._is_due(pacer, now):
                    pacer.edit = self._nursery.start(self._edit(pacer, now), "a pacer")
                    begun.append(pacer.edit)
        return begun

    async def close(self, seconds: float = 2.0) -> None:
        """The bot stops: every message is left paused, as far as that goes in so many seconds."""
        if self._runner is not None:
            self._runner.cancel()
        leaving = [self._leave_paused(pacer) for pacer in self._pacers.values()]
        self._pacers.clear()
        try:
            async with asyncio.timeout(seconds):
                await asyncio.gather(*leaving)
        except TimeoutError:
            pass  # their buttons work all the same
        await self._nursery.drain(seconds)

    async def _run(self) -> None:
        while self._pacers:
            self.beat()
            await self._sleep(self._pause())

    def _pause(self) -> float:
        now = self._clock()
        idle = [one for one in self._pacers.values() if one.edit is None or one.edit.done()]
        waits = [max(_due(pacer), pacer.not_before) - now for pacer in idle]
        return min(max(min(waits, default=LOOKS), 0.02), LOOKS)

    def _heed(self, pacer: _Pacer, now: float) -> None:
        """Somebody wrote below: the chat is theirs, and breathing goes on when they say so."""
        if pacer.closing is None and self._sender.newest(pacer.chat_id) > pacer.newest:
            pacer.closing, pacer.not_before = pacer.script.paused(pacer.shown), now + YIELDS
        elif pacer.closing is None and now - pacer.began >= pacer.script.length:
            pacer.closing = pacer.script.ended()

    def _is_due(self, pacer: _Pacer, now: float) -> bool:
        return now >= pacer.not_before and (pacer.closing is not None or now >= _due(pacer))

    async def _edit(self, pacer: _Pacer, now: float) -> None:
        if pacer.closing is not None:
            await self._finish(pacer, pacer.closing, now)
            return
        # A stalled machine or a missed frame: what counts is the breath that it is time for now.
        number = pacer.script.number_at(now - pacer.began)
        delivery = await self._sender.touch_up(pacer.chat_id, pacer.message_id, pacer.script.screen(number))
        if delivery.arrived:
            pacer.shown, pacer.failures = number, 0
            return
        pacer.not_before = now + (delivery.retry_after or AGAIN)
        if now - pacer.began - pacer.script.moments[number] > YOUNG:
            pacer.shown = number
        pacer.failures += delivery.outcome is Outcome.UNKNOWN
        if _is_over(delivery) or pacer.failures >= LOST:
            self._end(pacer)

    async def _finish(self, pacer: _Pacer, screen: Screen, now: float) -> None:
        pacer.tries += 1
        lane = Lane.PACER if pacer.tries < CLOSING_TRIES else Lane.REPLY
        delivery = await self._sender.touch_up(pacer.chat_id, pacer.message_id, screen, lane=lane)
        pacer.not_before = now + max(delivery.retry_after, 1.0)
        if delivery.arrived or _is_over(delivery) or pacer.tries >= CLOSING_TRIES:
            self._end(pacer)

    async def _leave_paused(self, pacer: _Pacer) -> None:
        screen = pacer.closing or pacer.script.paused(pacer.shown)
        await self._sender.touch_up(pacer.chat_id, pacer.message_id, screen, lane=Lane.REPLY)

    def _end(self, pacer: _Pacer) -> None:
        if self._pacers.get(pacer.chat_id) is pacer:
            self._let_go(pacer.chat_id)

    def _let_go(self, chat_id: int) -> _Pacer | None:
        pacer = self._pacers.pop(chat_id, None)
        self._counted()
        return pacer

    def _counted(self) -> None:
        self._keep_room(min(ceil(len(self._pacers) * EDITS), KEPT_FREE))


def _due(pacer: _Pacer) -> float:
    if pacer.closing is not None:
        return pacer.not_before
    following = pacer.shown + 1
    moments = pacer.script.moments
    return pacer.began + (moments[following] if following < len(moments) else pacer.script.length)


def _is_over(delivery: Delivery) -> bool:
    """The message is gone, or the person: no edit can help."""
    return delivery.outcome in (Outcome.BLOCKED, Outcome.REFUSED)
