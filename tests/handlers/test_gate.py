"""What the gate hears and what it does with it: words in odd places, our own words quoted, one person's many updates."""

from typing import Any

import pytest
from telegram import Update

from bot.words_of import LONGEST, words_of
from tests.chat import Chatter, House

RISK = "I want to kill myself"
CHAT = {"id": 5, "type": "private", "first_name": "Sam"}
USER = {"id": 5, "is_bot": False, "first_name": "Sam"}
BOT = {"id": 9, "is_bot": True, "first_name": "Status Check", "username": "check_bot"}
OPTION = {"persistent_id": "1", "voter_count": 0}
FILE = {"file_id": "f", "file_unique_id": "u", "duration": 1, "width": 1, "height": 1}
POLL = {
    "id": "1", "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
    "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    "question": "?", "options": [{**OPTION, "text": "a"}],
}  # fmt: skip


def _update(house: House, **content: Any) -> Update:
    message = {"message_id": 1, "date": 0, "chat": CHAT, "from": USER, **content}
    update = Update.de_json({"update_id": 1, "message": message}, house.bot.application.bot)
    assert update is not None
    return update


PLACES: dict[str, dict[str, Any]] = {
    "poll question": {"poll": {**POLL, "question": RISK}},
    "poll option": {"poll": {**POLL, "options": [{**OPTION, "text": RISK}]}},
    "checklist task": {"checklist": {"title": "today", "tasks": [{"id": 1, "text": RISK}]}},
    "checklist title": {"checklist": {"title": RISK, "tasks": [{"id": 1, "text": "x"}]}},
    "contact name": {"contact": {"phone_number": "1", "first_name": RISK}},
    "venue": {"venue": {"location": {"latitude": 1, "longitude": 1}, "title": RISK, "address": "x"}},
    "file name": {"document": {"file_id": "f", "file_unique_id": "u", "file_name": RISK}},
    "video name": {"video": {**FILE, "file_name": RISK}},
    "song title": {"audio": {**FILE, "title": RISK}},
    "a quote of somebody else": {"text": "this", "quote": {"text": RISK, "position": 0}},
}


@pytest.mark.parametrize("place", PLACES)
async def test_words_are_found_wherever_telegram_keeps_them(house: House, place: str) -> None:
    assert RISK in words_of(_update(house, **PLACES[place]))


async def test_our_own_question_quoted_in_an_answer_is_not_the_persons_words(house: House) -> None:
    ours = {
        "message_id": 2,
        "date": 0,
        "chat": CHAT,
        "from": BOT,
        "text": "Are you thinking about killing yourself?",
    }
    quoting = _update(
        house,
        text="no",
        reply_to_message=ours,
        quote={"text": "thinking about killing yourself", "position": 0},
    )
    assert words_of(quoting) == ["no"]


async def test_a_tap_holds_no_words_of_the_person(officer: Chatter) -> None:
    await officer.says("what's the use of getting up again")
    officer.sees("crisis-asked")
    await officer.taps("crisis-asked.no")
    officer.sees("crisis-asked-no")


async def test_a_message_is_read_to_telegrams_limit_and_no_further(house: House) -> None:
    assert len(words_of(_update(house, text="a" * 9000))[0]) == LONGEST


async def test_what_is_said_in_another_flow_meets_the_gate_first(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.says(RISK)
    officer.sees("crisis-card-self")
    await officer.says("/country")
    await officer.says(f"/export {RISK}")
    assert "988" in officer.reads


async def test_inline_queries_and_polls_of_nobody_stop_quietly(house: House, officer: Chatter) -> None:
    officer.person.update("inline_query", {"id": "1", "query": RISK, "offset": ""})
    house.telegram.account.updates.put("poll", {**POLL, "question": RISK})
    officer.person.update(
        "poll_answer", {"poll_id": "1", "user": USER, "option_ids": [0], "option_persistent_ids": ["1"]}
    )
    await house.telegram.idle()
    assert officer.person.received == []
    await officer.says(RISK)
    assert "988" in officer.reads


async def test_an_edit_that_says_nothing_new_is_not_answered_twice(officer: Chatter) -> None:
    sent = await officer.person.says("where can I get help")
    await officer.house.telegram.idle()
    before = len(officer.person.received)
    await officer.does(officer.person.edits(sent, "where can I get help today"))
    assert len(officer.person.received) == before


async def test_work_talk_gets_no_card(officer: Chatter) -> None:
    await officer.says("worked a jumper today, rough")
    officer.sees_not("crisis-card-self")
    officer.sees_not("crisis-asked")


async def test_a_department_sees_nothing_of_a_yes(house: House, officer: Chatter) -> None:
    chief = house.person("Chief")
    await chief.says("/start")
    await chief.taps("start-department")
    before = len(chief.person.received)
    await officer.says("what's the use of getting up again")
    await officer.taps("crisis-asked.yes")
    assert len(chief.person.received) == before
