"""Updates wait until confirmed, long polls wake at once, idle means everything is answered, faults strike as planned."""

import asyncio
import time
from typing import Any

import pytest

from bot.sandbox.telegram import LostConnection, Person, Telegram
from bot.sandbox.telegram_limits import Limits
from bot.sandbox.telegram_shapes import Refusal


async def poll(telegram: Telegram, **params: Any) -> list[Any]:
    status, payload = await telegram.call(telegram.token, "getUpdates", params)
    return (
        [update.get("message", {}).get("text") for update in payload["result"]] if status == 200 else [status]
    )


async def offset_of(telegram: Telegram, text: str) -> int:
    _, payload = await telegram.call(telegram.token, "getUpdates")
    return int(next(update["update_id"] for update in payload["result"] if update["message"]["text"] == text))


@pytest.fixture
async def three(telegram: Telegram, officer: Person) -> None:
    for text in "abc":
        await officer.says(text)


async def test_updates_come_again_until_a_later_offset_confirms_them(telegram: Telegram, three: None) -> None:
    assert await poll(telegram) == ["a", "b", "c"]
    assert await poll(telegram, limit=2) == ["a", "b"]
    assert await poll(telegram, offset=await offset_of(telegram, "b")) == ["b", "c"]
    assert await poll(telegram) == ["b", "c"]


async def test_a_negative_offset_forgets_all_but_the_last(telegram: Telegram, three: None) -> None:
    assert await poll(telegram, offset=-1) == ["c"]
    assert await poll(telegram) == ["c"]
    assert await poll(telegram, offset=-9) == ["c"]


async def test_a_long_poll_wakes_with_the_message(telegram: Telegram, officer: Person) -> None:
    waiting = asyncio.ensure_future(poll(telegram, timeout=50))
    await asyncio.sleep(0)
    assert not waiting.done()
    await officer.says("now")
    began = time.monotonic()
    assert await waiting == ["now"]
    assert time.monotonic() - began < 0.1


async def test_a_second_poll_ends_the_first(telegram: Telegram, officer: Person) -> None:
    first = asyncio.ensure_future(poll(telegram, timeout=50))
    await asyncio.sleep(0)
    second = asyncio.ensure_future(poll(telegram, timeout=50))
    assert await first == [409]
    await officer.says("now")
    assert await second == ["now"]


async def test_a_poll_that_was_given_up_leaves_the_updates(telegram: Telegram, officer: Person) -> None:
    waiting = asyncio.ensure_future(poll(telegram, timeout=50))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await officer.says("still here")
    assert await poll(telegram) == ["still here"]


async def test_only_the_kinds_asked_for_are_queued(telegram: Telegram, officer: Person) -> None:
    await poll(telegram, allowed_updates=["message_reaction"])
    await officer.says("not asked for")
    assert officer.update("message_reaction", {"chat": {}}) is not None
    assert await poll(telegram, allowed_updates=[]) == [None]
    await officer.says("asked for")
    assert await poll(telegram) == [None, "asked for"]
    await telegram.call(telegram.token, "deleteWebhook", {"drop_pending_updates": True})
    assert await poll(telegram) == []


async def test_idle_waits_for_the_confirmation(telegram: Telegram, three: None) -> None:
    idle = asyncio.ensure_future(telegram.idle())
    await poll(telegram)
    for _ in range(50):
        await asyncio.sleep(0)
    assert not idle.done()
    await poll(telegram, offset=await offset_of(telegram, "c") + 1)
    await idle


async def test_idle_waits_for_a_call_in_progress(telegram: Telegram, officer: Person) -> None:
    await officer.says("hello")
    await poll(telegram, offset=await offset_of(telegram, "hello") + 1)
    telegram.fail("sendMessage", status=None, delay=0.02)
    slow = asyncio.ensure_future(
        telegram.call(telegram.token, "sendMessage", {"chat_id": officer.id, "text": "x"})
    )
    await asyncio.sleep(0)
    await telegram.idle()
    assert slow.done()
    assert officer.last.text == "x"


async def test_idle_says_what_it_waited_for_in_vain(telegram: Telegram, three: None) -> None:
    with pytest.raises(TimeoutError, match="3 updates are not confirmed"):
        await telegram.idle(within=0.01)


async def send(telegram: Telegram, person: Person, method: str = "sendMessage") -> int:
    try:
        status, _ = await telegram.call(
            telegram.token, method, {"chat_id": person.id, "text": "x", "action": "typing"}
        )
    except LostConnection:
        return 0
    return status


async def test_faults_strike_the_planned_calls_only(telegram: Telegram, officer: Person) -> None:
    partner = telegram.person("Alex")
    await officer.starts()
    await partner.starts()
    telegram.fail("sendMessage", times=2, lane_chat=officer.id, retry_after=3)
    telegram.fail("sendMessage", status=500)
    got = [await send(telegram, who) for who in (officer, partner, officer, partner, officer)]
    assert got == [429, 500, 429, 200, 200]
    telegram.fail("*", times=None, reset=True)
    assert [await send(telegram, officer), await send(telegram, officer, "sendChatAction")] == [0, 0]
    telegram.heal()
    assert await send(telegram, officer) == 200
    assert [call.chat_id for call in telegram.record] == [partner.id, officer.id, officer.id]


async def test_held_calls_wait_and_others_pass(telegram: Telegram, officer: Person) -> None:
    partner = telegram.person("Alex")
    await officer.starts()
    await partner.starts()
    held = telegram.hold("sendMessage", lane_chat=officer.id)
    waiting = [asyncio.ensure_future(send(telegram, officer)) for _ in range(2)]
    await held.arrived(2)
    assert await send(telegram, partner) == 200
    assert not officer.received
    held.release()
    assert await asyncio.gather(*waiting) == [200, 200]
    assert await send(telegram, officer) == 200


async def test_a_fault_after_the_effect_hides_it_from_the_caller(telegram: Telegram, officer: Person) -> None:
    await officer.starts()
    telegram.fail("sendMessage", status=502, after=True)
    assert await send(telegram, officer) == 502
    assert officer.last.text == "x"


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def admitted(limits: Limits, chat_id: int, tries: int, method: str = "sendMessage") -> int:
    accepted = 0
    for _ in range(tries):
        try:
            limits.admit(method, chat_id)
        except Refusal:
            continue
        accepted += 1
    return accepted


def test_limits_hold_for_a_chat_a_group_and_all() -> None:
    clock = Seconds()
    limits = Limits(clock=clock)
    assert admitted(limits, 1, 5) == 3
    assert admitted(limits, -1, 25) == 20
    assert admitted(limits, 2, 5, "sendChatAction") == 5
    assert sum(admitted(limits, chat_id, 1) for chat_id in range(10, 50)) == 7
    clock.now += 1
    assert admitted(limits, 1, 5) == 1


def test_the_promised_wait_is_long_enough() -> None:
    clock = Seconds()
    limits = Limits(clock=clock)
    assert admitted(limits, -1, 21) == 20
    with pytest.raises(Refusal) as refusal:
        limits.admit("sendMessage", -1)
    clock.now += refusal.value.parameters["retry_after"]
    assert admitted(limits, -1, 2) == 1
