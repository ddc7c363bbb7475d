"""A small scripted bot for the page's tests: it speaks the Bot API and nothing else, so that no other room is needed."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_shapes import Json, Upload

SCRIPT_TAG = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
FORMATS = (
    "<b>bold</b> <i>italic</i> <u>under</u> <s>struck</s> <code>code</code> "
    '<a href="https://example.org/help">a page</a> <tg-spoiler>hidden</tg-spoiler>\n'
    "<blockquote>one quote</blockquote>"
    "<pre>line one\nline two</pre>"
    f"<blockquote expandable>{'a long line of words to fold away. ' * 8}</blockquote>"
    "Call +1 800 267 5463 or use /help"
)
COMMANDS = {
    "": [("start", "Begin"), ("help", "What I can do")],
    "es": [("start", "Empezar"), ("help", "Lo que puedo hacer")],
}
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000004000000040802000000269309290000000f4944415478da63e8dbfe108e1888e100"
    "4d3d1bd10000000049454e44ae426082"
)


class ScriptedBot:
    """Answers by the first word it is told; everything else comes back as an echo."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def call(self, method: str, files: dict[str, Upload] | None = None, **params: Any) -> Any:
        status, answer = await self._telegram.call(self._telegram.token, method, params, files)
        if status != 200:
            raise AssertionError(answer)
        return answer["result"]

    async def runs(self) -> None:
        offset = 0
        for code, commands in COMMANDS.items():
            shown = [{"command": name, "description": words} for name, words in commands]
            await self.call("setMyCommands", commands=shown, language_code=code)
        await self.call("setMyDescription", description="An <b>echo</b> for tests.")
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=50):
                await self._answer(update)
                offset = update["update_id"] + 1

    async def _answer(self, update: Json) -> None:
        if "callback_query" in update:
            await self._tapped(update["callback_query"])
        elif "edited_message" in update:
            message = update["edited_message"]
            await self.says(message["chat"]["id"], f"you changed it to: {message['text']}")
        elif "message" in update:
            message = update["message"]
            await self._told(message["chat"]["id"], str(message.get("text", "no words")))

    async def says(self, chat_id: int, text: str, *rows: list[Json], **more: Any) -> Json:
        if rows:
            more["reply_markup"] = json.dumps({"inline_keyboard": rows})
        sent: Json = await self.call("sendMessage", chat_id=chat_id, text=text, **more)
        return sent

    async def _told(self, chat_id: int, text: str) -> None:
        word = text.split()[0].lstrip("/").lower() if text.split() else ""
        act = getattr(self, f"_on_{word}", None)
        if act:
            await act(chat_id)
        else:
            await self.says(chat_id, f"echo: {text}")

    async def _on_start(self, chat_id: int) -> None:
        await self.says(chat_id, "Welcome.", [_button("Count", "count:1"), _button("Alert", "alert")])

    async def _on_buttons(self, chat_id: int) -> None:
        await self.says(
            chat_id, "Choose.",
            [_button("Count", "count:1"), _button("Toast", "toast")],
            [_button("Alert", "alert"), _button("Gone", "gone")],
            [{"text": "Page", "url": "https://example.org/"}, {"text": "Copy", "copy_text": {"text": "988"}}],
        )  # fmt: skip

    async def _on_card(self, chat_id: int) -> None:
        await self.call("sendContact", chat_id=chat_id, phone_number="988", first_name="Lifeline")

    async def _on_picture(self, chat_id: int) -> None:
        await self.call("sendPhoto", {"photo": Upload("dot.png", DOT, "image/png")}, chat_id=chat_id)

    async def _on_animation(self, chat_id: int) -> None:
        await self.call("sendAnimation", {"animation": Upload("dot.png", DOT, "image/png")}, chat_id=chat_id)

    async def _on_formats(self, chat_id: int) -> None:
        await self.says(chat_id, FORMATS, parse_mode="HTML")

    async def _on_attack(self, chat_id: int) -> None:
        await self.says(chat_id, SCRIPT_TAG, [_button(SCRIPT_TAG[:60], "toast")])

    async def _on_type(self, chat_id: int) -> None:
        await self.call("sendChatAction", chat_id=chat_id, action="typing")

    async def _on_pin(self, chat_id: int) -> None:
        sent = await self.says(chat_id, "Keep this in sight.")
        await self.call("pinChatMessage", chat_id=chat_id, message_id=sent["message_id"])

    async def _tapped(self, query: Json) -> None:
        chat_id, message_id = query["message"]["chat"]["id"], query["message"]["message_id"]
        word, _, count = query["data"].partition(":")
        words = {"toast": "A toast", "alert": "An alert"}.get(word, "")
        if word == "count":
            rows = [[_button(f"Count {count}", f"count:{int(count) + 1}"), _button("Alert", "alert")]]
            markup = json.dumps({"inline_keyboard": rows})
            text = f"Counted {count}"
            await self.call(
                "editMessageText", chat_id=chat_id, message_id=message_id, text=text, reply_markup=markup
            )
        if word == "gone":
            await self.call("deleteMessage", chat_id=chat_id, message_id=message_id)
        await self.call(
            "answerCallbackQuery", callback_query_id=query["id"], text=words, show_alert=word == "alert"
        )


def _button(text: str, data: str) -> Json:
    return {"text": text, "callback_data": data}


@asynccontextmanager
async def scripted_bot(telegram: Telegram) -> AsyncIterator[ScriptedBot]:
    bot = ScriptedBot(telegram)
    running = asyncio.create_task(bot.runs())
    try:
        yield bot
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
