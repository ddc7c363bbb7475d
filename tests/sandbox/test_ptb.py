"""python-telegram-bot's own Application runs unchanged on the in-memory Telegram and answers people."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_request import SandboxRequest
from tests.sandbox.conftest import App, build, polling


@pytest.fixture
def app(telegram: Telegram) -> App:
    request = SandboxRequest(telegram, read_timeout=0.2)
    return build(telegram, request, request)


@pytest.fixture
async def echoing(app: App) -> AsyncIterator[App]:
    async with polling(app):
        yield app


async def test_a_message_is_answered(echoing: App, telegram: Telegram, officer: Person) -> None:
    await officer.says("hello <you> 👋")
    await telegram.idle()
    assert officer.last.text == "You said hello <you> 👋"
    assert officer.last.html == "<b>You said</b> hello &lt;you&gt; 👋"
    assert officer.last.labels == ["Again"]


async def test_a_tap_edits_in_place_and_is_answered(
    echoing: App, telegram: Telegram, officer: Person
) -> None:
    await officer.says("hello")
    await telegram.idle()
    await officer.taps("Again")
    await telegram.idle()
    assert officer.alert == "As you wish"
    assert officer.waiting_taps == 0
    assert [message.text for message in officer.received] == ["Said again"]
    assert officer.last.edited_at


async def test_people_do_not_see_each_other(echoing: App, telegram: Telegram, officer: Person) -> None:
    partner = telegram.person("Alex")
    await asyncio.gather(officer.says("one"), partner.says("two"))
    await telegram.idle()
    assert (officer.last.text, partner.last.text) == ("You said one", "You said two")


async def test_the_request_may_be_opened_and_closed_twice(
    telegram: Telegram, officer: Person, app: App
) -> None:
    await officer.starts()
    for _ in range(2):
        async with app.bot:
            await app.bot.send_message(officer.id, "hello")
    assert [message.text for message in officer.received] == ["hello", "hello"]


async def test_refusals_become_ptbs_own_errors(telegram: Telegram, officer: Person, app: App) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await app.bot.send_message(officer.id, "hello")
    await officer.starts()
    telegram.fail("sendMessage", retry_after=7)
    with pytest.raises(RetryAfter) as flood:
        await app.bot.send_message(officer.id, "hello")
    assert flood.value.retry_after == timedelta(seconds=7)
    await officer.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await app.bot.send_message(officer.id, "hello")
    telegram.fail("sendMessage", status=502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await app.bot.send_message(officer.id, "hello")


async def test_a_wrong_token_is_refused(telegram: Telegram) -> None:
    request = SandboxRequest(telegram)
    stranger = build(Telegram(token="1:wrong"), request, request)
    with pytest.raises(InvalidToken):
        await stranger.bot.get_me()


async def test_a_reset_after_the_effect_leaves_the_caller_unsure(
    telegram: Telegram, officer: Person, app: App
) -> None:
    await officer.starts()
    telegram.fail("sendMessage", reset=True, after=True)
    with pytest.raises(NetworkError):
        await app.bot.send_message(officer.id, "did it arrive?")
    telegram.fail("sendMessage", reset=True)
    with pytest.raises(NetworkError):
        await app.bot.send_message(officer.id, "this one did not")
    assert [message.text for message in officer.received] == ["did it arrive?"]


async def test_a_slow_answer_times_out(telegram: Telegram, officer: Person, app: App) -> None:
    await officer.starts()
    telegram.fail("sendMessage", status=None, delay=5)
    with pytest.raises(TimedOut):
        await app.bot.send_message(officer.id, "hello", read_timeout=0.01)
    assert not officer.received


async def test_files_travel_both_ways(telegram: Telegram, officer: Person, app: App) -> None:
    await officer.starts()
    sent = await app.bot.send_animation(officer.id, b"GIF89a...", filename="breathe.gif", caption="Breathe")
    assert officer.last.media
    assert (officer.last.media.kind, officer.last.text) == ("animation", "Breathe")
    assert sent.animation
    file = await app.bot.get_file(sent.animation.file_id)
    assert bytes(await file.download_as_bytearray()) == b"GIF89a..."
    await app.bot.send_animation(officer.id, sent.animation.file_id)
    assert officer.last.media.path == officer.received[0].media.path  # type: ignore[union-attr]


async def test_what_ptb_sends_comes_back_as_ptb_reads_it(
    telegram: Telegram, officer: Person, app: App
) -> None:
    await officer.starts()
    card = await app.bot.send_contact(officer.id, "+18002675463", "Copline")
    assert card.contact
    assert card.contact.phone_number == "+18002675463"
    note = await app.bot.send_message(
        officer.id, "<b>😀 bold</b> <a href='https://988lifeline.org'>988</a>", "HTML", protect_content=True
    )
    assert note.text_html == '<b>😀 bold</b> <a href="https://988lifeline.org/">988</a>'
    assert note.has_protected_content
    assert (await app.bot.pin_chat_message(officer.id, note.id)) is True
    assert (await app.bot.get_chat(officer.id)).pinned_message == note
    await app.bot.set_my_commands([("help", "Find help")], language_code="es")
    assert [command.command for command in await app.bot.get_my_commands(language_code="es")] == ["help"]
