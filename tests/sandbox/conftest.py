"""A tiny echo bot on python-telegram-bot, run on the Telegram under test, and people to talk to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.sandbox.telegram import Person, Telegram

App = Application[Any, Any, Any, Any, Any, Any]
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


def build(
    telegram: Telegram, request: BaseRequest, polling: BaseRequest, url: str = "https://sandbox"
) -> App:
    builder = (
        ApplicationBuilder().token(telegram.token).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    )
    app = builder.request(request).get_updates_request(polling).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(again))
    return app


@asynccontextmanager
async def polling(app: App) -> AsyncIterator[App]:
    async with app:
        assert app.updater
        await app.updater.start_polling(poll_interval=0, timeout=10)
        await app.start()
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.fixture(autouse=True)
def _timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it python-telegram-bot warns at each 429."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def officer(telegram: Telegram) -> Person:
    return telegram.person("Sam")
