"""Polling: nothing is confirmed before it is answered, nothing is answered twice, nobody waits for somebody else."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.intake import Intake
from bot.delivery.polling import ALLOWED_UPDATES, Poller, TokenRefused
from tests.delivery.strict_updates import Json, StrictUpdates, bot_on, message
from tests.delivery.virtual_time import run

Handle = Callable[[Json], Awaitable[None]]


class Desk:
    """A poller on a strict Telegram; `answered` are the updates handled so far, with the time."""

    def __init__(self, telegram: StrictUpdates, spend: Callable[[Json], float] = lambda _: 0.0) -> None:
        self.now = asyncio.get_running_loop().time
        self.telegram = telegram
        self.answered: list[tuple[int, float]] = []
        self._spend = spend
        self.intake = Intake(self._handle, clock=self.now)
        self.poller = Poller(bot_on(telegram), self.intake, clock=self.now)

    async def _handle(self, update: Json) -> None:
        await asyncio.sleep(self._spend(update))
        self.answered.append((update["update_id"], self.now()))

    @property
    def ids(self) -> list[int]:
        return [update_id for update_id, _ in self.answered]


@asynccontextmanager
async def polling(desk: Desk) -> AsyncIterator[asyncio.Task[None]]:
    """The poller runs inside, and is ended without any goodbye, as by kill -9."""
    task = asyncio.ensure_future(desk.poller.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def test_an_update_is_confirmed_only_after_it_was_answered() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram, spend=lambda _: 2.0)
        telegram.put(message(10))
        async with polling(desk):
            await asyncio.sleep(1.9)
            assert desk.ids == []
            assert telegram.confirmed == []
            await asyncio.sleep(1)
        assert desk.ids == [10]
        assert telegram.confirmed == [10]

    run(main())


def test_it_asks_for_exactly_four_kinds_and_drops_nothing_that_waits() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.put(message(10))
        desk = Desk(telegram)
        async with polling(desk):
            await asyncio.sleep(1)
        assert telegram.methods[0] == "deleteWebhook"
        assert desk.ids == [10]
        assert ALLOWED_UPDATES == ["message", "edited_message", "callback_query", "my_chat_member"]

    run(main())


def test_a_slow_chat_holds_up_no_other_and_the_offset_waits_for_it() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram, spend=lambda update: 20.0 if update["message"]["chat"]["id"] == 1 else 0.01)
        telegram.put(message(1, chat=1))
        async with polling(desk):
            for number in range(2, 18):
                await asyncio.sleep(0.4)
                telegram.put(message(number, chat=number))
                put_at = desk.now()
                await asyncio.sleep(0.7)
                assert desk.ids[-1] == number
                assert desk.answered[-1][1] - put_at < 0.6
            assert telegram.confirmed == []
            await asyncio.sleep(10)
            assert telegram.confirmed == list(range(1, 18))
        assert telegram.cut_short == 0
        assert sorted(desk.ids) == list(range(1, 18))

    run(main())


def test_who_writes_while_another_is_being_answered_is_heard_at_once() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram, spend=lambda update: 0.4 if update["message"]["chat"]["id"] == 1 else 0.01)
        async with polling(desk):
            for number in range(1, 60, 3):
                await asyncio.sleep(1)
                telegram.put(message(number, chat=1))
                await asyncio.sleep(0.1)
                telegram.put(message(number + 1, chat=2), message(number + 2, chat=3))
                put_at = desk.now()
                await asyncio.sleep(0.2)
                assert desk.ids[-2:] == [number + 1, number + 2]
                assert desk.answered[-1][1] - put_at < 0.1
        assert telegram.cut_short == 0

    run(main())


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_every_update_is_answered_once_in_its_order_at_any_load(data: st.DataObject) -> None:
    arrivals = data.draw(st.lists(st.tuples(st.floats(0, 0.3), st.integers(1, 6)), min_size=1, max_size=250))
    slow = data.draw(st.dictionaries(st.integers(1, 6), st.floats(0, 1.5), max_size=3))

    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram, spend=lambda update: slow.get(update["message"]["chat"]["id"], 0.02))
        chats = {}
        async with polling(desk):
            for number, (pause, chat) in enumerate(arrivals, start=100):
                await asyncio.sleep(pause)
                telegram.put(message(number, chat=chat))
                chats[number] = chat
            await asyncio.sleep(400)
        assert sorted(desk.ids) == sorted(chats)
        assert telegram.confirmed == sorted(chats)
        assert telegram.cut_short == 0
        for chat in set(chats.values()):
            mine = [update_id for update_id in desk.ids if chats[update_id] == chat]
            assert mine == sorted(mine)

    run(main())


@settings(max_examples=20, deadline=None)
@given(killed_after=st.floats(0, 3), spend=st.floats(0.001, 0.5), chats=st.integers(1, 20))
def test_killed_at_any_moment_it_loses_nothing_and_repeats_only_what_was_in_hand(
    killed_after: float, spend: float, chats: int
) -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.put(*(message(number, chat=number % chats) for number in range(1, 301)))
        stored: set[int] = set()
        first = Desk(telegram, spend=lambda _: spend)
        first.intake = Intake(first._handle, Kept(stored), clock=first.now)
        first.poller = Poller(bot_on(telegram), first.intake, clock=first.now)
        async with polling(first):
            await asyncio.sleep(killed_after)
        await first.intake.drain(0)

        second = Desk(telegram, spend=lambda _: spend)
        second.intake = Intake(second._handle, Kept(stored), clock=second.now)
        second.poller = Poller(bot_on(telegram), second.intake, clock=second.now)
        async with polling(second):
            await asyncio.sleep(500)
        assert sorted({*first.ids, *second.ids}) == list(range(1, 301))
        assert len(first.ids) + len(second.ids) <= 300 + chats
        assert telegram.pending == []

    run(main())


class Kept:
    """Answered ids that outlive a desk; storing takes a moment."""

    def __init__(self, ids: set[int]) -> None:
        self.ids = ids

    async def known(self, update_ids: Any) -> set[int]:
        return self.ids & set(update_ids)

    async def mark(self, update_ids: Any) -> None:
        await asyncio.sleep(0.005)
        self.ids.update(update_ids)


def test_a_clean_stop_finishes_what_is_in_hand_and_confirms_it() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.put(*(message(number, chat=number) for number in range(1, 51)))
        desk = Desk(telegram, spend=lambda _: 3.0)
        async with polling(desk):
            await asyncio.sleep(1)
        assert await desk.poller.stop() == 0
        assert len(desk.ids) == 50
        assert telegram.confirmed == list(range(1, 51))

    run(main())


def test_a_clean_stop_does_not_wait_for_ever_and_confirms_what_it_can() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.put(message(1, chat=1), message(2, chat=2), message(3, chat=3))
        desk = Desk(telegram, spend=lambda update: 24.0 if update["update_id"] == 2 else 0.1)
        async with polling(desk):
            await asyncio.sleep(1)
        before = desk.now()
        assert await desk.poller.stop(5) == 1
        assert desk.now() - before == pytest.approx(5)
        assert telegram.confirmed == [1]

    run(main())


@pytest.mark.parametrize(
    "odd",
    [None, 5, "update", [], {}, {"update_id": "7"}, {"update_id": True}, {"update_id": -1}, {"message": {}}],
)
def test_what_is_no_update_does_not_stop_the_others(odd: object) -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.put(message(1), odd, message(2))
        desk = Desk(telegram)
        async with polling(desk):
            await asyncio.sleep(5)
            assert desk.ids == [1, 2]

    run(main())


def test_an_update_that_cannot_be_handled_is_not_met_again_and_again() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.put({"update_id": 1, "message": "?"}, {"update_id": 2, "message": {"chat": []}}, message(3))
        desk = Desk(telegram, spend=lambda update: len(update["message"]["text"]) * 0.01)
        async with polling(desk):
            await asyncio.sleep(3)
        assert desk.ids == [3]
        assert telegram.confirmed == [1, 2, 3]

    run(main())


@pytest.mark.parametrize(
    "failure",
    [
        (500, {}),
        (502, {}),
        (429, {"parameters": {"retry_after": 3}}),
        (409, {"description": "Conflict"}),
        (400, {}),
        (401, {}),
    ],
)
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_it_goes_on_after_trouble(failure: tuple[int, Json]) -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram)
        async with polling(desk) as task:
            await asyncio.sleep(1)
            telegram.failures = [failure] * 3
            telegram.put(message(1))
            await asyncio.sleep(60)
            telegram.put(message(2))
            await asyncio.sleep(1)
            assert desk.ids == [1, 2]
            assert not task.done()

    run(main())


def test_a_refused_token_ends_it_and_is_named() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        telegram.failures = [(401, {"description": "Unauthorized"})]
        with pytest.raises(TokenRefused, match="TELEGRAM_BOT_TOKEN"):
            await Desk(telegram).poller.run()

    run(main())


def test_a_token_revoked_in_the_middle_ends_it_after_a_few_tries() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram)
        async with polling(desk) as task:
            await asyncio.sleep(1)
            telegram.failures = [(401, {"description": "Unauthorized"})] * 50
            telegram.put(message(1))
            await asyncio.sleep(60)
            assert isinstance(task.exception(), TokenRefused)

    run(main())


@pytest.mark.parametrize(
    ("description", "setting"),
    [
        ("Conflict: terminated by other getUpdates request", "Another process polls"),
        ("Conflict: can't use getUpdates method while webhook is active", "WEBHOOK_URL"),
    ],
)
def test_a_conflict_says_which_setting_is_wrong(
    description: str, setting: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram)
        async with polling(desk):
            await asyncio.sleep(1)
            telegram.failures = [(409, {"description": description})]
            telegram.put(message(1))
            await asyncio.sleep(30)
        assert desk.ids == [1]

    caplog.set_level(logging.ERROR)
    run(main())
    assert setting in caplog.text
    assert "TELEGRAM_BOT_TOKEN" in caplog.text


def test_numbering_that_starts_anew_after_a_quiet_week_is_followed() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram)
        telegram.put(message(900))
        async with polling(desk):
            await asyncio.sleep(30)
            telegram.pending.clear()
            telegram.put(message(20))
            await asyncio.sleep(30)
            telegram.put(message(21))
            await asyncio.sleep(1)
        assert desk.ids == [900, 20, 21]

    run(main())


def test_an_answer_out_of_nothing_is_asked_for_again_slowly() -> None:
    async def main() -> None:
        telegram = StrictUpdates()
        desk = Desk(telegram)
        desk.poller = Poller(bot_on(telegram), desk.intake, clock=desk.now, long_poll=0)
        async with polling(desk):
            await asyncio.sleep(10)
        assert len(telegram.asked) <= 20
        assert telegram.cut_short == 0

    run(main())
