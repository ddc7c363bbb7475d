"""The terminal chat through a pipe: lines in, answers out as text, buttons tapped by number."""

import asyncio
import io
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from bot.sandbox.chat import terminal_chat
from bot.sandbox.chat_view import plain, spaced
from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_request import SandboxRequest
from tests.sandbox.conftest import build, polling

CALL = {"text": "Call", "callback_data": "call"}
SITE = {"text": "Site", "url": "https://copline.org"}


@asynccontextmanager
async def answering(telegram: Telegram, *calls: Mapping[str, object]) -> AsyncIterator[None]:
    """A bot that answers each update with the next of `calls`, then confirms it."""
    planned = iter(calls)

    async def run() -> None:
        offset = 0
        while True:
            _, payload = await telegram.call(telegram.token, "getUpdates", {"offset": offset, "timeout": 30})
            for update in payload["result"]:
                offset = update["update_id"] + 1
                if call := next(planned, None):
                    params = {"chat_id": next(iter(telegram.people)), **call}
                    assert (await telegram.call(telegram.token, str(params.pop("method")), params))[0] == 200

    task = asyncio.create_task(run())
    yield
    task.cancel()


async def talk(telegram: Telegram, officer: Person, text: str) -> str:
    out = io.StringIO()
    await terminal_chat(telegram, lines=io.StringIO(text), out=out, person=officer)
    return out.getvalue()


async def test_ptb_answers_lines_and_taps_from_a_pipe(telegram: Telegram, officer: Person) -> None:
    request = SandboxRequest(telegram)
    reading, writing = os.pipe()
    os.write(writing, "where can I get <help>?\n\n:1\nadiós".encode())
    os.close(writing)
    out = io.StringIO()
    async with polling(build(telegram, request, request)):
        with os.fdopen(reading, encoding="utf-8") as lines:
            await terminal_chat(telegram, lines=lines, out=out, person=officer)
    assert out.getvalue() == (
        "> where can I get <help>?\n"
        "Status Check:\n  You said where can I get <help>?\n  [1] Again\n"
        "> :1\n(taps Again)\n"
        "Status Check (notice): As you wish\n"
        "Status Check (changed):\n  Said again\n"
        "> adiós\n"
        "Status Check:\n  You said adiós\n  [1] Again\n"
    )


async def test_cards_links_buttons_edits_and_deletions_are_told(telegram: Telegram, officer: Person) -> None:
    calls: list[dict[str, object]] = [
        {"method": "sendContact", "phone_number": "+18002675463", "first_name": "Copline"},
        {
            "method": "sendMessage", "text": "Go to <a href='https://copline.org'>Copline</a> 👮 now", "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[CALL, SITE], [{"text": "Copy", "copy_text": {"text": "988"}}]]},
        },
        {"method": "pinChatMessage", "message_id": 4},
        {"method": "deleteMessage", "message_id": 4},
    ]  # fmt: skip
    async with answering(telegram, *calls):
        said = await talk(telegram, officer, "a\nb\n:2\n:3\n:1\n:edit c\n:1\n")
    assert "  [contact card] Copline - +1 800 267 5463\n" in said
    assert (
        "  Go to Copline (https://copline.org/) 👮 now\n  [1] Call\n  [2] Site: https://copline.org\n" in said
    )
    assert "  [3] Copy (copies 988)\n> :2\n(opens https://copline.org)\n> :3\n(copied: 988)\n" in said
    assert "> :1\n(taps Call)\nStatus Check (pinned: Go to Copline" in said
    assert "> :edit c\nStatus Check (took back a message)\n" in said
    assert said.endswith("> :1\nThere are no buttons to tap yet.\n")


async def test_one_terminal_can_be_several_people(telegram: Telegram, officer: Person) -> None:
    await officer.starts()
    to_sam = {"method": "sendMessage", "text": "To Sam"}
    async with answering(telegram, {"method": "getMe"}, to_sam):
        said = await talk(telegram, officer, ":who family\nhello\n:who sam\n")
    assert "(you are Family)\n> hello\nStatus Check to Sam:\n  To Sam\n> :who sam\n(you are Sam)\n" in said


async def test_a_smiley_is_a_message_and_a_wrong_command_is_explained(
    telegram: Telegram, officer: Person
) -> None:
    async with answering(telegram):
        said = await talk(
            telegram, officer, ":(\n:D\n:sing\n:menu\n:99\n:help\n:photo hi\n:voice\n:start abc\n:quit\nnever"
        )
    assert [message.text for message in officer.messages] == [":(", ":D", "hi", "", "/start abc"]
    assert "There is no :sing here. :help shows what there is.\nThe bot offers no commands." in said.replace(
        "> :menu\n", ""
    )
    assert "tap button 2" in said


def test_links_are_spelled_out_once() -> None:
    link = {"type": "text_link", "offset": 0, "length": 11, "url": "https://a.org/"}
    assert plain("https://a.org"[8:], []) == "a.org"
    assert plain("find helpers", [{**link, "length": 4}]) == "find (https://a.org/) helpers"


def test_a_number_that_is_none_stays_as_it_is() -> None:
    assert (spaced("988"), spaced("+18002675463")) == ("988", "+1 800 267 5463")
