"""Order: each chat one by one, chats side by side, and not a trace of a chat once its line is empty."""

import asyncio
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.ordering import ChatQueues
from tests.delivery.virtual_time import run

PLAN = st.lists(
    st.tuples(st.integers(1, 4), st.floats(0, 2), st.sampled_from(["ok", "fails", "cancelled"])), max_size=40
)


@settings(max_examples=60, deadline=None)
@given(plan=PLAN)
def test_within_a_chat_nothing_overlaps_and_nothing_overtakes(
    plan: list[tuple[int, float, str]],
) -> None:
    async def main() -> None:
        queues, begun, busy = ChatQueues(), [], set()

        async def work(number: int, chat: int, seconds: float, end: str) -> None:
            begun.append((chat, number))
            assert chat not in busy
            busy.add(chat)
            try:
                await asyncio.sleep(seconds)
                if end == "fails":
                    raise ValueError
            finally:
                busy.discard(chat)

        tasks = []
        for number, (chat, seconds, end) in enumerate(plan):
            tasks.append(asyncio.ensure_future(queues.run(chat, partial(work, number, chat, seconds, end))))
        await asyncio.sleep(1)
        for task, (_, _, end) in zip(tasks, plan, strict=True):
            if end == "cancelled":
                task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for (_, _, end), result in zip(plan, results, strict=True):
            assert result is None or isinstance(
                result, ValueError if end == "fails" else asyncio.CancelledError
            )
        for chat in range(1, 5):
            numbers = [number for one, number in begun if one == chat]
            assert numbers == sorted(numbers)
        assert len(queues) == 0

    run(main())


def test_ten_thousand_chats_run_side_by_side_and_leave_nothing() -> None:
    async def main() -> None:
        queues = ChatQueues()
        began = asyncio.get_running_loop().time()
        await asyncio.gather(*(queues.run(chat, partial(asyncio.sleep, 1)) for chat in range(10_000)))
        assert asyncio.get_running_loop().time() - began == pytest.approx(1)
        assert len(queues) == 0

    run(main())


def test_a_flood_in_one_chat_slows_that_chat_alone() -> None:
    async def main() -> None:
        queues = ChatQueues()
        flood = [asyncio.ensure_future(queues.run("flood", partial(asyncio.sleep, 1))) for _ in range(500)]
        await asyncio.sleep(0)
        assert queues.waiting("flood") == 500
        began = asyncio.get_running_loop().time()
        await queues.run("other", partial(asyncio.sleep, 0.1))
        assert asyncio.get_running_loop().time() - began == pytest.approx(0.1)
        await asyncio.gather(*flood)
        assert queues.waiting("flood") == 0

    run(main())


def test_one_who_takes_longer_than_patience_steps_aside_and_still_finishes() -> None:
    async def main() -> None:
        queues, done = ChatQueues(), []

        async def work(name: str, seconds: float) -> None:
            await asyncio.sleep(seconds)
            done.append((name, asyncio.get_running_loop().time()))

        slow = queues.run(1, partial(work, "slow", 60), patience=25)
        quick = queues.run(1, partial(work, "quick", 1), patience=25)
        third = queues.run(1, partial(work, "third", 1))
        await asyncio.gather(slow, quick, third)
        assert done == [("quick", 26), ("third", 27), ("slow", 60)]
        assert len(queues) == 0

    run(main())
