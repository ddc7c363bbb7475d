"""Every update once: repeats are known, chats run side by side, and whoever brought an update learns when it is answered."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Hashable, Iterable
from functools import partial
from typing import Any

from bot.delivery.answered import AnsweredUpdates, Remembered
from bot.delivery.nursery import Nursery
from bot.delivery.ordering import ChatQueues
from storage.neighbours import Alone, Neighbours

log = logging.getLogger("statuscheck.delivery")

PATIENCE = 25.0  # seconds, from arrival; under the 30 or more that Telegram waits for a webhook
STORED_WITHIN = 0.25  # seconds a chat's next message waits, at most, for the last one to be noted as answered
TURN_PATIENCE = 5.0  # seconds to wait for another process that answers the same person; then without its turn
CROWD = 30  # waiting in one chat; those behind are in a flood of that chat's own making
CROWD_PATIENCE = 5.0  # seconds


class Intake:
    """Hands updates, as the JSON they came in, to `handle`. `clock` is monotonic seconds.

    An update counts as answered when `handle` ends, however it ends. One that takes longer than PATIENCE is handed
    over: Telegram is told and the chat's next message gets its turn, while the answer is still being worked on. In a
    flood from one chat everything beyond the first thirty is handed over sooner, so that one chat cannot fill
    Telegram's window of a hundred; nothing is dropped, and the chat's order stays.
    """

    def __init__(
        self,
        handle: Callable[[dict[str, Any]], Awaitable[None]],
        answered: AnsweredUpdates | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
        neighbours: Neighbours | None = None,
        number_of: Callable[[Hashable], int] = hash,
        let_go: Callable[[Hashable], None] = lambda _chat: None,
    ) -> None:
        """`neighbours`: other processes that answer the same people; `number_of` a chat is what its turn goes by.

        `let_go` is called with a chat that another process may have answered last: what is remembered of it is stale.
        """
        self._let_go = let_go
        self._handle = handle
        self._neighbours = neighbours or Alone()
        self._alone = isinstance(self._neighbours, Alone)
        self._number_of = number_of
        self._patience = patience
        self._nursery = Nursery()
        self._queues = ChatQueues()
        self._remembered = Remembered(answered, nursery=Nursery(), clock=clock)
        self._in_hand: dict[int, asyncio.Future[None]] = {}

    async def recognise(self, batch: Iterable[object]) -> None:
        """Look up in storage which of a first batch were answered before the last stop; a moment at most."""
        await self._remembered.recall([number for number in map(update_id_of, batch) if number is not None])

    def __len__(self) -> int:
        """How many updates are in hand, those handed over included."""
        return len(self._in_hand)

    def take(self, update: object) -> "asyncio.Future[None]":
        """Begin with an update. The future is done when it is answered or handed over, at once for a repeat.

        What is no update (no id, wrong types) is put aside: the future is done and nothing is handled.
        """
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        update_id = update_id_of(update)
        if update_id is None or not isinstance(update, dict):
            log.warning("something that is no update was put aside")
            future.set_result(None)
        elif update_id in self._in_hand:
            return self._in_hand[update_id]
        elif update_id in self._remembered:
            future.set_result(None)
        else:
            self._in_hand[update_id] = future
            self._nursery.start(self._answer(update_id, update, future), "an answer")
        return future

    async def drain(self, seconds: float) -> int:
        """Wait up to `seconds` for all answers in hand; returns how many had to be left unanswered."""
        return await self._nursery.drain(seconds)

    async def _answer(self, update_id: int, update: dict[str, Any], done: "asyncio.Future[None]") -> None:
        chat = chat_of(update)
        crowded = self._queues.waiting(chat) >= CROWD
        patience = min(self._patience, CROWD_PATIENCE) if crowded else self._patience
        timer = asyncio.get_running_loop().call_later(patience, _settle, done)
        work = partial(self._in_turn, chat, update_id, update)
        try:
            stored = await self._queues.run(chat, work, patience=self._patience)
            await stored
        except asyncio.CancelledError:  # the bot stops: not answered, Telegram keeps it
            done.cancel()
            raise
        finally:
            timer.cancel()
            self._in_hand.pop(update_id, None)
        _settle(done)

    async def _in_turn(
        self, chat: Hashable, update_id: int, update: dict[str, Any]
    ) -> "asyncio.Future[None]":
        if self._alone:
            return await self._handle_and_remember(update_id, update)
        async with self._neighbours.turn(self._number_of(chat), TURN_PATIENCE) as shared:
            if shared:
                self._let_go(chat)
                await self._remembered.recall([update_id])
                if update_id in self._remembered:  # another process has answered it
                    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                    done.set_result(None)
                    return done
            return await self._handle_and_remember(update_id, update)

    async def _handle_and_remember(self, update_id: int, update: dict[str, Any]) -> "asyncio.Future[None]":
        try:
            await self._handle(update)
        except Exception as error:  # noqa: BLE001  # one update never stops the others
            log.error("an update was not handled: %s", type(error).__name__)  # noqa: TRY400  # never its words
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            log.error("an update was not handled: it cancelled itself")  # noqa: TRY400  # no trace of a person
        stored = self._remembered.add(update_id)
        if not stored.done():
            # Still in the chat's line: a crash can then repeat one answer a chat, not several.
            await asyncio.wait((stored,), timeout=STORED_WITHIN)
        return stored


def update_id_of(update: object) -> int | None:
    """The number of an update; None for anything that is none."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) and number >= 0 else None


def chat_of(update: dict[str, Any]) -> Hashable:
    """What keeps order together: the chat, else the person, else this update alone."""
    for kind, content in update.items():
        if kind == "update_id" or not isinstance(content, dict):
            continue
        message = content.get("message")
        places = (content.get("chat"), message.get("chat") if isinstance(message, dict) else None)
        for owner in (*places, content.get("from"), content.get("user")):
            number = owner.get("id") if isinstance(owner, dict) else None
            if isinstance(number, int):
                return number
    return ("update", update.get("update_id"))


def _settle(done: "asyncio.Future[None]") -> None:
    if not done.done():
        done.set_result(None)
