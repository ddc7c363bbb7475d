"""Lanes: an answer never waits for bulk, bulk uses what Telegram allows and no more, a 429 stops only who earned it."""

import asyncio
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.delivery.lanes import Lane
from bot.delivery.request import NeverSent, ServerTrouble, Throttled
from tests.delivery.lane_traffic import Traffic, busiest_second, in_turn, later, together
from tests.delivery.virtual_time import run

ALLOWED = 30  # a second, Telegram's figure


def test_a_broadcast_uses_at_least_95_percent_of_the_allowed_rate_and_never_more_than_30_in_any_second() -> (
    None
):
    async def main() -> None:
        traffic = Traffic()
        await together(*(traffic.send(Lane.BROADCAST, chat) for chat in range(1, 1501)))
        times = traffic.times()
        assert busiest_second(times) <= ALLOWED
        assert (len(times) - 1) / (times[-1] - times[0]) >= 0.95 * ALLOWED

    run(main())


@settings(max_examples=25, deadline=None)
@given(pauses=st.lists(st.floats(0.3, 3.0), min_size=5, max_size=40), latency=st.floats(0, 0.2))
def test_with_answers_in_between_no_second_ever_holds_more_than_30(
    pauses: list[float], latency: float
) -> None:
    async def main() -> None:
        traffic = Traffic()
        bulk = [traffic.send(Lane.BROADCAST, chat, latency=latency) for chat in range(1, 601)]
        moments = [sum(pauses[: n + 1]) for n in range(len(pauses))]
        answers = [
            later(at, partial(traffic.send, Lane.REPLY, 9000 + n, latency=latency))
            for n, at in enumerate(moments)
        ]
        await together(*bulk, *answers)
        assert busiest_second(traffic.times()) <= ALLOWED

    run(main())


@settings(max_examples=25, deadline=None)
@given(moments=st.lists(st.floats(0, 20), min_size=1, max_size=60))
def test_a_crisis_card_leaves_the_moment_it_is_asked_for(moments: list[float]) -> None:
    async def main() -> None:
        traffic = Traffic()
        bulk = [
            traffic.send(Lane.BROADCAST, chat, refuse=in_turn(*([Throttled(3)] if chat % 100 == 0 else [])))
            for chat in range(1, 501)
        ]
        answers = [later(at, partial(traffic.send, Lane.CRISIS, 9000 + n)) for n, at in enumerate(moments)]
        await together(*bulk, *answers)
        assert traffic.times(Lane.CRISIS) == pytest.approx(sorted(moments), abs=1e-6)

    run(main())


@settings(max_examples=25, deadline=None)
@given(pauses=st.lists(st.floats(0.2, 3.0), min_size=1, max_size=40))
def test_a_reply_lets_one_place_in_a_second_full_of_bulk_come_free_and_waits_no_longer(
    pauses: list[float],
) -> None:
    async def main() -> None:
        traffic = Traffic()
        moments = [sum(pauses[: n + 1]) for n in range(len(pauses))]
        bulk = [traffic.send(Lane.BROADCAST, chat) for chat in range(1, 501)]
        answers = [later(at, partial(traffic.send, Lane.REPLY, 9000 + n)) for n, at in enumerate(moments)]
        await together(*bulk, *answers)
        waits = [left - asked for left, asked in zip(traffic.times(Lane.REPLY), moments, strict=True)]
        assert max(waits) <= 0.1
        assert (
            busiest_second(traffic.times()) <= ALLOWED - 1
        )  # one place is free for a crisis card all the time

    run(main())


def test_without_bulk_no_number_of_replies_ever_waits() -> None:
    async def main() -> None:
        traffic = Traffic()
        await together(*(traffic.send(Lane.REPLY, chat) for chat in range(1000)))
        assert set(traffic.times()) == {0}

    run(main())


def test_a_rush_of_replies_in_mid_broadcast_waits_a_quarter_of_a_second_at_most() -> None:
    async def main() -> None:
        traffic = Traffic()
        bulk = [traffic.send(Lane.BROADCAST, chat) for chat in range(1, 301)]
        rush = [traffic.send(Lane.REPLY, 9000 + n) for n in range(100)]
        await together(*bulk, later(3, partial(together, *rush)))
        assert max(traffic.times(Lane.REPLY)) <= 3.3
        assert traffic.times(Lane.REPLY)[6] <= 3.25
        assert [at for at in traffic.times(Lane.BROADCAST) if 3.001 < at < 3.3] == []

    run(main())


def test_what_telegram_refused_with_429_does_not_use_up_the_budget() -> None:
    async def main() -> None:
        traffic = Traffic()
        sends = [
            traffic.send(
                Lane.BROADCAST,
                chat,
                refuse=in_turn(*([Throttled(1)] if chat % 50 == 7 else [])),
                latency=0.03,
            )
            for chat in range(1, 1501)
        ]
        await together(*sends)
        last = traffic.times()[-1]
        assert len(sends) / last >= 0.95 * ALLOWED

    run(main())


def test_a_429_pauses_only_its_lane_and_chat_for_exactly_as_long_as_telegram_says() -> None:
    async def main() -> None:
        traffic = Traffic()
        first = traffic.send(Lane.BROADCAST, 1, "refused", refuse=in_turn(Throttled(7)))
        behind = later(0.1, partial(traffic.send, Lane.BROADCAST, 1, "behind"))
        others = [later(0.2, partial(traffic.send, Lane.BROADCAST, chat, "others")) for chat in range(2, 12)]
        reply = later(1, partial(traffic.send, Lane.REPLY, 1, "reply"))
        crisis = later(1, partial(traffic.send, Lane.CRISIS, 1, "crisis"))
        scheduled = later(1, partial(traffic.send, Lane.SCHEDULED, 1, "scheduled"))
        await together(first, behind, reply, crisis, scheduled, *others)

        assert traffic.times(label="refused") == pytest.approx([0, 7])
        assert traffic.times(label="behind")[0] >= 7
        assert max(traffic.times(label="others")) < 1
        assert traffic.times(label="reply") == traffic.times(label="crisis") == [1]
        assert traffic.times(label="scheduled")[0] < 1.1

    run(main())


@pytest.mark.parametrize("lane", [Lane.CRISIS, Lane.REPLY])
def test_an_answer_refused_with_429_goes_again_exactly_then_and_in_its_order(lane: Lane) -> None:
    async def main() -> None:
        traffic = Traffic()
        first = traffic.send(lane, 1, "first", refuse=in_turn(Throttled(2), Throttled(3)))
        second = traffic.send(lane, 1, "second")
        await together(first, second, traffic.send(lane, 2, "other"))
        assert traffic.times(label="first") == [0, 2, 5]
        assert traffic.times(label="second") == [5]
        assert traffic.times(label="other") == [0]

    run(main())


def test_many_chats_refused_at_once_rest_their_lane_but_not_the_one_above_it() -> None:
    async def main() -> None:
        traffic = Traffic()
        bulk = [
            traffic.send(Lane.BROADCAST, chat, refuse=in_turn(*([Throttled(5)] if chat <= 10 else [])))
            for chat in range(1, 61)
        ]
        due = later(2, partial(traffic.send, Lane.SCHEDULED, 500, "due"))
        reply = later(2, partial(traffic.send, Lane.REPLY, 501, "reply"))
        await together(*bulk, due, reply)
        resting = [at for at in traffic.times(Lane.BROADCAST) if 1 < at < 5]
        assert resting == []
        assert traffic.times(label="due")[0] < 2.2
        assert traffic.times(label="reply") == [2]

    run(main())


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_the_order_within_a_chat_and_lane_holds_whatever_is_refused(data: st.DataObject) -> None:
    troubles = st.sampled_from([Throttled(1), Throttled(4), ServerTrouble("503"), NeverSent("down")])
    plan = data.draw(
        st.lists(
            st.tuples(
                st.integers(1, 3),
                st.sampled_from([Lane.CRISIS, Lane.REPLY]),
                st.lists(troubles, max_size=3),
                st.floats(0, 0.5),
            ),
            min_size=2,
            max_size=25,
        )
    )

    async def main() -> None:
        traffic = Traffic()
        sends = [
            traffic.send(lane, chat, f"{number:03}", refuse=in_turn(*errors), latency=latency)
            for number, (chat, lane, errors, latency) in enumerate(plan)
        ]
        assert all(result is True for result in await together(*sends))
        for chat in (1, 2, 3):
            for lane in (Lane.CRISIS, Lane.REPLY):
                labels = [one.label for one in traffic.departures if (one.chat, one.lane) == (chat, lane)]
                assert labels == sorted(labels)

    run(main())


def test_scheduled_goes_before_broadcast_and_each_in_its_own_order() -> None:
    async def main() -> None:
        traffic = Traffic()
        tips = [traffic.send(Lane.BROADCAST, chat, f"{chat:03}") for chat in range(1, 91)]
        due = [traffic.send(Lane.SCHEDULED, 500 + n, f"{n:03}") for n in range(30)]
        await together(*tips, later(1, partial(together, *due)))
        scheduled = [one for one in traffic.departures if one.lane is Lane.SCHEDULED]
        overtaken = [
            one
            for one in traffic.departures
            if one.lane is Lane.BROADCAST and scheduled[0].at < one.at < scheduled[-1].at
        ]
        assert overtaken == []
        assert [one.label for one in scheduled] == sorted(one.label for one in scheduled)
        assert traffic.times(Lane.BROADCAST) == sorted(traffic.times(Lane.BROADCAST))

    run(main())


def test_one_person_gets_one_bulk_message_a_second_after_a_burst_of_three() -> None:
    async def main() -> None:
        traffic = Traffic()
        await together(*(traffic.send(Lane.BROADCAST, 7) for _ in range(8)))
        times = traffic.times()
        assert times[2] < 0.2
        assert [late - early for early, late in pairwise(times[3:])] == pytest.approx([1.0] * 4, abs=0.1)
        assert all(at >= n - 2 for n, at in enumerate(times))

    run(main())


def test_a_group_gets_twenty_in_any_minute() -> None:
    async def main() -> None:
        traffic = Traffic()
        await together(*(traffic.send(Lane.BROADCAST, -100) for _ in range(45)))
        times = traffic.times()
        assert all(late - early >= 60 for early, late in zip(times, times[20:], strict=False))
        assert times[-1] < 125

    run(main())


@pytest.mark.parametrize(
    "trouble", [ServerTrouble("500"), NeverSent("down"), TimedOut(), NetworkError("reset")]
)
def test_a_crisis_card_is_tried_until_it_arrives(trouble: NetworkError) -> None:
    async def main() -> None:
        traffic = Traffic()
        hours = 3 * 3600

        def down() -> NetworkError | None:
            return trouble if traffic.now() < hours else None

        assert await traffic.send(Lane.CRISIS, 1, refuse=down) is True
        times = traffic.times()
        assert hours <= times[-1] <= hours + 10
        assert times[1] - times[0] < 0.5
        assert max(late - early for early, late in pairwise(times)) <= 10

    run(main())


@pytest.mark.parametrize(
    "trouble", [ServerTrouble("500"), NeverSent("down"), TimedOut(), NetworkError("reset")]
)
def test_a_reply_is_tried_for_about_twenty_seconds(trouble: NetworkError) -> None:
    async def main() -> None:
        traffic = Traffic()
        with pytest.raises(type(trouble)):
            await traffic.send(Lane.REPLY, 1, refuse=lambda: trouble)
        assert len(traffic.times()) == 6
        assert 10 < traffic.times()[-1] <= 20

    run(main())


@pytest.mark.parametrize("lane", [Lane.SCHEDULED, Lane.BROADCAST])
@pytest.mark.parametrize(
    "trouble", [ServerTrouble("500"), NeverSent("down"), TimedOut(), NetworkError("reset")]
)
def test_bulk_tells_its_ledger_of_every_failure_at_once(lane: Lane, trouble: NetworkError) -> None:
    async def main() -> None:
        traffic = Traffic()
        with pytest.raises(type(trouble)):
            await traffic.send(lane, 1, refuse=lambda: trouble)
        assert len(traffic.times()) == 1

    run(main())


@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.parametrize("refusal", [Forbidden("bot was blocked"), BadRequest("chat not found")])
def test_a_refusal_is_final_in_every_lane(lane: Lane, refusal: Exception) -> None:
    async def main() -> None:
        traffic = Traffic()
        with pytest.raises(type(refusal)):
            await traffic.send(lane, 1, refuse=lambda: refusal)
        assert len(traffic.times()) == 1

    run(main())


def test_bulk_asked_to_wait_longer_than_a_claim_lasts_goes_back_to_its_ledger() -> None:
    async def main() -> None:
        traffic = Traffic()
        with pytest.raises(RetryAfter):
            await traffic.send(Lane.BROADCAST, 1, refuse=lambda: Throttled(600))
        assert traffic.now() == 0

    run(main())


@pytest.mark.parametrize(
    ("endpoint", "chat"), [("answerCallbackQuery", None), ("sendChatAction", 1), ("editMessageText", 1)]
)
def test_toasts_typing_and_edits_neither_wait_nor_count(endpoint: str, chat: int | None) -> None:
    async def main() -> None:
        traffic = Traffic()
        await together(
            *(traffic.send(Lane.BROADCAST, chat, "bulk") for chat in range(100, 130)),
            *(traffic.send(Lane.REPLY, chat, "free", endpoint=endpoint) for _ in range(200)),
        )
        assert set(traffic.times(label="free")) == {0}
        assert traffic.times(label="bulk")[-1] < 1.1

    run(main())


def test_an_edit_keeps_its_place_among_the_messages_of_its_chat() -> None:
    async def main() -> None:
        traffic = Traffic()
        await together(
            traffic.send(Lane.REPLY, 1, "message", refuse=in_turn(Throttled(3))),
            traffic.send(Lane.REPLY, 1, "edit", endpoint="editMessageText"),
        )
        assert traffic.times(label="edit") == [3]

    run(main())


def test_toasts_and_typing_are_not_tried_again() -> None:
    async def main() -> None:
        traffic = Traffic()
        for endpoint, chat in (("answerCallbackQuery", None), ("sendChatAction", 1)):
            with pytest.raises(TimedOut):
                await traffic.send(None, chat, endpoint=endpoint, refuse=TimedOut)
        assert len(traffic.times()) == 2

    run(main())


def test_initialised_twice_the_pace_is_the_same() -> None:
    async def main() -> None:
        traffic = Traffic()
        await traffic.limiter.initialize()
        await traffic.limiter.initialize()
        await together(*(traffic.send(Lane.BROADCAST, chat) for chat in range(1, 121)))
        assert busiest_second(traffic.times()) <= ALLOWED

    run(main())


def test_stopping_tells_bulk_in_line_that_it_was_never_sent() -> None:
    async def main() -> None:
        traffic = Traffic()
        waiting = [asyncio.ensure_future(traffic.send(Lane.BROADCAST, chat)) for chat in range(1, 61)]
        await asyncio.sleep(1)
        assert sum(traffic.limiter.depths().values()) > 20
        await traffic.limiter.shutdown()
        results = await together(*waiting)
        assert sum(isinstance(result, NeverSent) for result in results) == 60 - len(traffic.times())

    run(main())


def test_a_cancelled_sender_gives_up_its_place() -> None:
    async def main() -> None:
        traffic = Traffic()
        waiting = [asyncio.ensure_future(traffic.send(Lane.BROADCAST, chat)) for chat in range(1, 61)]
        await asyncio.sleep(0.5)
        for task in waiting[30:50]:
            task.cancel()
        await together(*waiting)
        assert len(traffic.times()) == 40
        assert traffic.times()[-1] < 1.6

    run(main())


def test_bulk_never_stands_still_even_in_the_worst_rush() -> None:
    async def main() -> None:
        traffic = Traffic()
        rush = [
            later(n / 100, partial(traffic.send, Lane.REPLY, 9000 + n)) for n in range(1000)
        ]  # 100 a second
        await together(*rush, *(traffic.send(Lane.BROADCAST, chat) for chat in range(1, 40)))
        during = [at for at in traffic.times(Lane.BROADCAST) if 2 < at < 10]
        assert len(during) >= 7

    run(main())


def test_nothing_is_kept_of_ten_thousand_chats() -> None:
    async def main() -> None:
        traffic = Traffic()
        for start in range(1, 10_001, 2000):
            chats = range(start, start + 2000)
            errors = in_turn(Throttled(2))
            await together(*(traffic.send(Lane.REPLY, chat, refuse=errors) for chat in chats))
            await together(*(traffic.send(Lane.CRISIS, -chat) for chat in chats))
            await asyncio.sleep(61)
        await traffic.send(Lane.REPLY, 1)
        limiter = traffic.limiter
        assert len(limiter._lines) == 0
        assert len(limiter._chats) <= 1
        assert len(limiter._budget) <= 1
        assert not any(limiter.depths().values())

    run(main())


def test_messages_held_up_on_their_way_are_counted_from_when_they_arrived() -> None:
    async def main() -> None:
        traffic = Traffic()
        arrivals: list[float] = []

        # From second 2 on nothing moves for a tenth of a second, as on a machine that is busy elsewhere.
        def arrive(at: float) -> float:
            return 2.1 if 2.0 <= at < 2.1 else at

        async def send(chat: int) -> None:
            async def attempt() -> bool:
                arrivals.append(arrive(traffic.now()))
                await asyncio.sleep(arrivals[-1] - traffic.now() + 0.01)
                return True

            await traffic.limiter.process_request(
                attempt, (), {}, "sendMessage", {"chat_id": chat}, Lane.BROADCAST
            )

        await together(*(send(chat) for chat in range(1, 301)))
        assert busiest_second(arrivals) <= ALLOWED

    run(main())
