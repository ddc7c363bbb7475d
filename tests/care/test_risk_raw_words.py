"""Words inside an update that Telegram's library cannot read are screened all the same."""

from pathlib import Path
from typing import Any

import pytest

from bot.words_of import LONGEST, RAW_PLACES, raw_words
from tests.chat import open_house

RISK = "I want to kill myself"
BROKEN = {"message_id": "no number", "date": "no date"}


def broken(person: Any, **content: Any) -> dict[str, Any]:
    """A message with the person's chat and words, and a shape that no library reads."""
    who = {"id": person.id, "is_bot": False, "first_name": "Sam"}
    return {**BROKEN, "from": who, "chat": {"id": person.id, "type": "private"}, "entities": 7, **content}


@pytest.mark.parametrize(
    "content",
    [
        {"text": RISK},
        {"caption": RISK, "photo": 3},
        {"web_app_data": {"data": RISK}},
        {"poll": {"question": RISK}},
    ],
)
async def test_danger_in_an_unreadable_update_brings_the_card(
    tmp_path: Path, content: dict[str, Any]
) -> None:
    async with open_house(tmp_path) as house:
        someone = house.person()
        await someone.says("/start")
        someone.person.update("message", broken(someone.person, **content))
        await house.telegram.idle()
        someone.sees("crisis-card-self")
        assert someone.sees_a_number


async def test_ordinary_words_in_an_unreadable_update_get_the_plain_answer(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        someone = house.person()
        await someone.says("/start")
        someone.person.update("message", broken(someone.person, text="hello there"))
        await house.telegram.idle()
        someone.sees("unread-other")
        someone.sees_not("crisis-card-self")


def test_only_the_persons_own_words_are_read() -> None:
    update = {
        "message": {
            "text": "mine",
            "reply_to_message": {"text": "of somebody else"},
            "from": {"text": "a name"},
            "checklist": {"title": "list", "tasks": [{"text": "task"}]},
        },
        "callback_query": {"data": "our own label"},
    }
    assert raw_words(update) == ["mine", "list", "task"]


def test_an_update_without_end_is_read_to_a_limit() -> None:
    deep: dict[str, Any] = {"text": "x" * 2 * LONGEST}
    for _ in range(3 * RAW_PLACES):
        deep = {"message": deep, "text": "y"}
    assert len(raw_words(deep)) <= RAW_PLACES
    assert all(len(text) <= LONGEST for text in raw_words({"message": {"text": "x" * 2 * LONGEST}}))
