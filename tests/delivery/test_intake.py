"""Intake: every update once, however often it comes and whatever storage does."""

import asyncio
import logging
from collections.abc import Sequence

import pytest

from bot.delivery.intake import CROWD, Intake, chat_of
from tests.delivery.strict_updates import Json, message
from tests.delivery.virtual_time import run

TAP = {"id": "1", "from": {"id": 4}, "data": "x", "message": {"message_id": 1, "chat": {"id": 5}}}


class Shelf:
    """Storage for answered ids: keeps them, refuses them, or never comes back."""

    def __init__(self, mood: str = "well", ids: Sequence[int] = ()) -> None:
        self.mood, self.ids, self.asked = mood, set(ids), 0

    async def known(self, update_ids: Sequence[int]) -> set[int]:
        await self._feel()
        return self.ids & set(update_ids)

    async def mark(self, update_ids: Sequence[int]) -> None:
        await self._feel()
        self.ids.update(update_ids)

    async def _feel(self) -> None:
        self.asked += 1
        if self.mood == "hangs":
            await asyncio.Event().wait()
        if self.mood == "fails":
            raise OSError("disk full")


class Reader:
    """An intake whose handler notes what it was given, after `seconds`."""

    def __init__(self, seconds: float = 0.0, shelf: Shelf | None = None) -> None:
        self.now = asyncio.get_running_loop().time
        self.seen: list[tuple[int, float]] = []
        self.seconds = seconds
        self.intake = Intake(self._handle, shelf, clock=self.now)

    async def _handle(self, update: Json) -> None:
        await asyncio.sleep(self.seconds)
        self.seen.append((update["update_id"], self.now()))


def test_a_repeat_is_recognised_before_during_and_after() -> None:
    async def main() -> None:
        reader = Reader(seconds=1)
        first, second = reader.intake.take(message(1)), reader.intake.take(message(1))
        assert first is second
        await first
        assert reader.intake.take(message(1)).done()
        await asyncio.sleep(5)
        assert [update_id for update_id, _ in reader.seen] == [1]
        assert len(reader.intake) == 0

    run(main())


def test_what_was_answered_before_the_last_stop_is_recognised() -> None:
    async def main() -> None:
        reader = Reader(shelf=Shelf(ids=[1, 2]))
        batch = [message(1), message(2), message(3), "odd"]
        await reader.intake.recognise(batch)
        await asyncio.gather(*map(reader.intake.take, batch))
        assert [update_id for update_id, _ in reader.seen] == [3]

    run(main())


@pytest.mark.parametrize("mood", ["hangs", "fails"])
def test_broken_storage_neither_delays_nor_stops_an_answer(mood: str) -> None:
    async def main() -> None:
        reader = Reader(shelf=Shelf(mood))
        await reader.intake.recognise([message(1)])
        began = reader.now()
        assert began <= 1
        for number in range(1, 201):
            reader.intake.take(message(number, chat=number))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert [at for _, at in reader.seen] == [began] * 200
        assert await reader.intake.drain(3) == 0
        assert reader.now() - began <= 1

    run(main())


def test_storage_that_recovers_gets_what_it_missed() -> None:
    async def main() -> None:
        shelf = Shelf("fails")
        reader = Reader(shelf=shelf)
        await asyncio.gather(*(reader.intake.take(message(number)) for number in range(1, 50)))
        shelf.mood = "well"
        await asyncio.sleep(6)
        await reader.intake.take(message(50))
        assert shelf.ids == set(range(1, 51))
        assert shelf.asked <= 4

    run(main())


def test_an_answer_that_takes_too_long_is_handed_over_and_still_given() -> None:
    async def main() -> None:
        shelf = Shelf()
        reader = Reader(seconds=100, shelf=shelf)
        await reader.intake.take(message(1))
        assert reader.now() == pytest.approx(25)
        assert reader.seen == []
        assert reader.intake.take(message(1)).done()
        assert (
            shelf.ids == set()
        )  # a crash now would have it answered after the restart, had Telegram kept it
        await asyncio.sleep(80)
        assert reader.seen == [(1, 100)]
        assert shelf.ids == {1}
        assert len(reader.intake) == 0

    run(main())


def test_the_next_message_of_a_slow_chat_gets_its_turn() -> None:
    async def main() -> None:
        reader = Reader(seconds=60)
        reader.intake.take(message(1))
        await reader.intake.take(message(2))
        await asyncio.sleep(100)
        assert reader.seen == [(1, 60), (2, 85)]

    run(main())


def test_a_flood_is_answered_whole_and_in_order_while_its_tail_is_handed_over_early() -> None:
    async def main() -> None:
        reader = Reader(seconds=1)
        flood = [reader.intake.take(message(number)) for number in range(1, 101)]
        await asyncio.sleep(CROWD / 6 + 0.5)
        assert all(future.done() for future in flood[CROWD:])
        assert not any(future.done() for future in flood[6:CROWD])
        await asyncio.sleep(100)
        assert [update_id for update_id, _ in reader.seen] == list(range(1, 101))

    run(main())


def test_a_handler_that_fails_counts_as_answered_and_its_words_stay_unsaid(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(_: Json) -> None:
        raise ValueError("a marker sentence")

    async def cancels_itself(_: Json) -> None:
        raise asyncio.CancelledError

    async def main() -> None:
        for handle in (broken, cancels_itself):
            intake = Intake(handle)
            await intake.take(message(1))
            assert intake.take(message(1)).done()
            assert len(intake) == 0

    caplog.set_level(logging.DEBUG)
    run(main())
    assert "ValueError" in caplog.text
    assert "marker" not in caplog.text


def test_what_was_not_answered_when_the_bot_stopped_is_not_called_answered() -> None:
    async def main() -> None:
        shelf = Shelf()
        reader = Reader(seconds=60, shelf=shelf)
        future = reader.intake.take(message(1))
        assert await reader.intake.drain(1) == 1
        assert future.cancelled()
        assert shelf.ids == set()
        assert len(reader.intake) == 0

    run(main())


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        (message(1, chat=5), 5),
        ({"update_id": 1, "edited_message": {"chat": {"id": -5}, "from": {"id": 3}}}, -5),
        ({"update_id": 1, "callback_query": TAP}, 5),
        ({"update_id": 1, "callback_query": {"from": {"id": 4}, "inline_message_id": "9"}}, 4),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 6}, "from": {"id": 4}}}, 6),
        ({"update_id": 1, "message_reaction": {"user": {"id": 8}}}, 8),
        ({"update_id": 1, "message": {"chat": {"id": "5"}}}, ("update", 1)),
        ({"update_id": 1, "message": None}, ("update", 1)),
        ({"update_id": 1}, ("update", 1)),
    ],
)
def test_order_is_kept_by_chat_else_by_person_else_not_at_all(update: Json, chat: object) -> None:
    assert chat_of(update) == chat
