"""Whatever a call holds, the held Telegram answers with a status and words, as the real one does; it never breaks."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_methods import METHODS
from bot.sandbox.telegram_shapes import Upload

NAMES = """
    chat_id from_chat_id message_id message_ids text caption parse_mode entities caption_entities reply_markup
    reply_parameters link_preview_options photo animation document media action phone_number first_name last_name
    callback_query_id commands scope language_code name description short_description menu_button offset limit
    allowed_updates url secret_token file_id show_alert protect_content
"""
ODD: list[Any] = [
    None, True, 0, -1, 1.5, float("inf"), 10**30, "", " ", "{", "[[", "null", "é😀", "x" * 5000, "<b>x", "attach://x",
    "attach://y", "https://", "http://[", [], {}, [[]], [None], ["x", 1], [{}], {"type": []},
    {"type": "chat", "chat_id": {}},
    {"message_id": "x"}, {"message_id": {}}, {"type": "photo", "media": 5, "caption": 7, "parse_mode": []},
    {"type": "photo", "media": "attach://x", "caption_entities": [None]}, {"type": "photo", "media": None, "caption": []},
    [{"type": "bold", "offset": -5, "length": 10**9}], [{"type": "text_link", "offset": 0, "length": 1, "url": None}],
    [{"type": [], "offset": 0, "length": 1}], [{"type": "bold", "offset": None, "length": []}],
    [{"command": 1, "description": None}], [{"command": "help", "description": ["x"]}],
    {"inline_keyboard": None}, {"inline_keyboard": [None]}, {"inline_keyboard": [[None]]},
    {"inline_keyboard": [[{"text": 1}]]},
    {"inline_keyboard": [[{"text": "a", "url": 5}]]}, {"inline_keyboard": [[{"text": "a", "callback_data": []}]]},
    {"inline_keyboard": [[{"text": "a", "callback_data": 5}]]}, {"inline_keyboard": [[{"text": "a", "copy_text": "x"}]]},
    {"inline_keyboard": [[{"text": "a", "copy_text": {"text": 1}}]]},
    {"inline_keyboard": [[{"text": "a", "copy_text": {}}]]},
    {"keyboard": [[None]]}, {"keyboard": [[{"text": 1}]]}, {"keyboard": 1}, {"remove_keyboard": "x"},
]  # fmt: skip


def odd_calls(person: Person) -> Iterator[dict[str, Any]]:
    """A call that is well but for one parameter, as JSON has it and as a form has it."""
    for name in NAMES.split():
        for value in ODD:
            well = {
                "chat_id": person.id,
                "from_chat_id": person.id,
                "message_id": 1,
                "text": "hello",
                "photo": "attach://x",
            }
            yield {**well, name: value}
            yield {
                key: each if isinstance(each, str) else json.dumps(each)
                for key, each in {**well, name: value}.items()
            }


@pytest.mark.parametrize("method", sorted(METHODS))
async def test_every_method_answers_whatever_it_is_given(
    telegram: Telegram, officer: Person, method: str
) -> None:
    await officer.starts()
    for params in odd_calls(officer):
        status, payload = await telegram.call(
            telegram.token, method, {**params, "timeout": 0}, {"x": Upload("x", b"x")}
        )
        assert status in (200, 400, 403, 404, 409), (params, payload)
        assert payload["ok"] is (status == 200)
        assert json.dumps(payload)
    assert json.dumps(telegram.snapshot(officer.id))
