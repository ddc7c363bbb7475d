"""python-telegram-bot's own Application runs unchanged on the in-memory Telegram and answers people."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.error import NetworkError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_request import SandboxRequest

Context = ContextTypes.DEFAULT_TYPE


async def echo(update: Update, context: Context) -> None:
    assert update.effective_message
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])
    text = f"<b>You said</b> {update.effective_message.text_html}"
    await context.bot.send_message(
        update.effective_message.chat_id, text, ParseMode.HTML, reply_markup=keyboard
    )


async def again(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("As you wish")
    await update.callback_query.edit_message_text("Said again")


def build(request: Any) -> Application[Any, Any, Any, Any, Any, Any]:
    app = ApplicationBuilder().token(Telegram().token).request(request).get_updates_request(request).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(again))
    return app


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    app = build(SandboxRequest(telegram))
    async with app:
        assert app.updater
        await app.updater.start_polling(poll_interval=0, timeout=10)
        await app.start()
        yield telegram
        await app.updater.stop()
        await app.stop()


@pytest.fixture
def officer(telegram: Telegram) -> Person:
    return telegram.person("Sam")


async def test_a_message_is_answered(telegram: Telegram, officer: Person) -> None:
    await officer.says("hello <you> 👋")
    await telegram.idle()
    assert officer.last.text == "You said hello <you> 👋"
    assert officer.last.html == "<b>You said</b> hello &lt;you&gt; 👋"
    assert officer.last.labels == ["Again"]


async def test_a_tap_edits_in_place_and_is_answered(telegram: Telegram, officer: Person) -> None:
    await officer.says("hello")
    await telegram.idle()
    await officer.taps("Again")
    await telegram.idle()
    assert officer.alert == "As you wish"
    assert officer.waiting_taps == 0
    assert [message.text for message in officer.received] == ["Said again"]
    assert officer.last.edited_at


async def test_a_lost_connection_reaches_the_caller_as_a_network_error(
    telegram: Telegram, officer: Person
) -> None:
    await officer.starts()
    await telegram.idle()
    telegram.fail("sendMessage", reset=True, after=True)
    app = build(SandboxRequest(telegram))
    with pytest.raises(NetworkError):
        await app.bot.send_message(officer.id, "did it arrive?")
    assert officer.last.text == "did it arrive?"
