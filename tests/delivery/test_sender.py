"""The one door out: whatever Telegram says, a handler gets an answer it can use and the person gets the words."""

import logging

import pytest

from bot.delivery.lanes import Lane
from bot.delivery.sender import Outcome
from bot.sandbox.telegram import TOKEN
from bot.screens import Button, PhoneCard, Screen
from tests.delivery.wire import wired

LIFELINE = Screen(
    "Call or text <b>988</b>, any hour.",
    buttons=((Button("I called", data="crisis:called"),),),
    cards=(PhoneCard("988 Lifeline", "988"), PhoneCard("Copline", "+18002675463")),
)


async def test_a_screen_arrives_as_text_with_buttons_and_then_its_cards() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        delivery = await wire.sender.show(officer.id, LIFELINE)
        text, *cards = officer.received
    assert delivery.arrived
    assert delivery.message_ids == (text.id, *(card.id for card in cards))
    assert text.html == LIFELINE.text
    assert text.labels == ["I called"]
    assert [card.contact.phone_number for card in cards if card.contact] == ["988", "+18002675463"]
    assert not any(message.protected for message in officer.received)


async def test_what_is_not_to_be_passed_on_is_protected() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        await wire.sender.show(officer.id, Screen("Your answers", forwardable=False))
        assert officer.last.protected


async def test_a_crisis_card_travels_in_its_own_lane_and_pool() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        await wire.bot.shutdown()
        delivery = await wire.sender.crisis(officer.id, LIFELINE)
        assert delivery.arrived
        assert len(officer.received) == 3


@pytest.mark.parametrize("trouble", [{"status": 503}, {"reset": True}, {"status": 429, "retry_after": 4}])
async def test_a_crisis_card_outlasts_trouble(trouble: dict[str, object]) -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        wire.telegram.fail("sendMessage", times=30, **trouble)  # type: ignore[arg-type]
        assert (await wire.sender.crisis(officer.id, LIFELINE)).arrived
        assert officer.received[0].text == "Call or text 988, any hour."
        assert len(wire.patience.slept) == 30
        if "retry_after" in trouble:
            assert set(wire.patience.slept) == {4}


async def test_a_card_that_fails_takes_nothing_else_with_it() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        wire.telegram.fail("sendContact", status=400)
        delivery = await wire.sender.crisis(officer.id, LIFELINE)
        assert delivery.arrived
        assert [message.contact is not None for message in officer.received] == [False, True]


async def test_html_that_telegram_cannot_read_arrives_as_plain_words() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        broken = Screen('Call <b>988 &amp; <a href="https://988lifeline.org">read</a>')
        assert (await wire.sender.crisis(officer.id, broken)).arrived
        assert officer.last.text == "Call 988 & read (https://988lifeline.org)"
        assert (await wire.sender.replace(officer.id, officer.last.id, Screen("<i>still 988"))).arrived
        assert officer.last.text == "still 988"


async def test_a_text_too_long_comes_in_pieces_with_the_buttons_at_the_end() -> None:
    paragraph = "<b>Breathe in.</b> " + "And out again, slowly. " * 40
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        long = Screen("\n\n".join([paragraph] * 12), buttons=((Button("Done", data="calm:done"),),))
        delivery = await wire.sender.show(officer.id, long)
        assert delivery.arrived
        assert len(officer.received) == len(delivery.message_ids) == 3
        assert [message.labels for message in officer.received] == [[], [], ["Done"]]
        assert "\n\n".join(message.text for message in officer.received).count("Breathe in.") == 12


async def test_a_person_who_blocked_the_bot_is_told_apart_and_nothing_is_raised() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        await officer.blocks()
        for lane in set(Lane) - {Lane.PACER}:  # a pacer edits, and only if there is room
            delivery = await wire.sender.show(officer.id, LIFELINE, lane=lane)
            assert delivery.outcome is Outcome.BLOCKED
        assert (await wire.sender.show(404, LIFELINE)).outcome is Outcome.BLOCKED


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [
        ({"status": 503}, Outcome.NOT_SENT),
        ({"status": 429, "retry_after": 900}, Outcome.NOT_SENT),
        ({"reset": True}, Outcome.UNKNOWN),
        ({"reset": True, "after": True}, Outcome.UNKNOWN),
        ({"status": 400}, Outcome.REFUSED),
        ({"status": 401}, Outcome.REFUSED),
    ],
)
async def test_bulk_learns_what_became_of_each_message(trouble: dict[str, object], outcome: Outcome) -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        wire.telegram.fail("sendMessage", **trouble)  # type: ignore[arg-type]
        delivery = await wire.sender.show(officer.id, LIFELINE, lane=Lane.BROADCAST)
        assert delivery.outcome is outcome
        assert delivery.retry_after == trouble.get("retry_after", 0)


async def test_a_replaced_screen_changes_in_place() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        (message_id,) = (await wire.sender.show(officer.id, Screen("one"))).message_ids
        for words in ("two", "two"):  # the second time nothing changes, which is no error
            delivery = await wire.sender.replace(officer.id, message_id, Screen(words))
            assert delivery.message_ids == (message_id,)
        assert [message.text for message in officer.received] == ["two"]


async def test_a_screen_that_cannot_be_replaced_is_shown_anew() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        (message_id,) = (await wire.sender.show(officer.id, Screen("one"))).message_ids
        await wire.sender.erase(officer.id, [message_id])
        delivery = await wire.sender.replace(officer.id, message_id, Screen("two"))
        assert delivery.arrived
        assert delivery.message_ids != (message_id,)
        assert officer.last.text == "two"
        (card,) = (await wire.sender.show(officer.id, LIFELINE)).message_ids[-1:]
        assert (await wire.sender.replace(officer.id, card, Screen("three"))).arrived
        assert officer.last.text == "three"


async def test_replacing_for_a_person_who_blocked_the_bot_raises_nothing() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        (message_id,) = (await wire.sender.show(officer.id, Screen("one"))).message_ids
        await officer.blocks()
        assert (await wire.sender.replace(officer.id, message_id, Screen("two"))).outcome is Outcome.BLOCKED


async def test_an_old_tap_and_a_dead_connection_make_no_error_of_a_toast() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        await wire.sender.toast("1")
        await wire.sender.show(officer.id, LIFELINE)
        await officer.taps("I called")
        (tap,) = (await wire.bot.get_updates(allowed_updates=["callback_query"]))[-1:]
        assert tap.callback_query is not None
        await wire.sender.toast(tap.callback_query.id, "Good. " * 60, alert=True)
        assert (officer.alert or "").startswith("Good. Good.")
        wire.telegram.fail("*", times=2, reset=True)
        await wire.sender.toast(tap.callback_query.id)
        await wire.sender.typing(officer.id)


async def test_erasing_takes_back_more_than_a_hundred() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        ids = [(await wire.sender.show(officer.id, Screen(str(n)))).message_ids[0] for n in range(130)]
        assert await wire.sender.erase(officer.id, ids)
        assert officer.received == []


async def test_one_message_too_old_to_take_back_does_not_keep_the_others() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        ids = [(await wire.sender.show(officer.id, Screen(str(n)))).message_ids[0] for n in range(5)]
        wire.telegram.fail("deleteMessages", status=400)
        wire.telegram.fail("deleteMessage", status=400)
        assert not await wire.sender.erase(officer.id, ids)
        assert [message.text for message in officer.received] == ["0"]


async def test_an_answer_that_ptb_cannot_read_is_no_error_either() -> None:
    async with wired() as wire:
        officer = wire.telegram.person("Sam")
        await officer.starts()
        wire.telegram.fail("sendMessage", status=200)  # {"ok": false} with a 200
        delivery = await wire.sender.show(officer.id, LIFELINE, lane=Lane.BROADCAST)
        assert delivery.outcome is Outcome.UNKNOWN


async def test_no_log_line_names_a_person_a_word_or_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="statuscheck")
    async with wired() as wire:
        officer = wire.telegram.person("Sam", user_id=777_123_456)
        await officer.starts()
        for trouble in ({"status": 500}, {"reset": True}, {"status": 400}, {"status": 403}):
            wire.telegram.fail("*", times=3, **trouble)
            await wire.sender.show(officer.id, Screen("a marker sentence"))
            await wire.sender.replace(officer.id, 1, Screen("a marker sentence"))
            await wire.sender.toast("1", "a marker sentence")
            wire.telegram.heal()
    assert caplog.records
    assert not any(secret in caplog.text for secret in ("marker", "777123456", TOKEN))
