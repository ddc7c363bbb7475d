"""Whatever comes as an update: it is handled, nothing stops, and a real person who writes next is answered with care."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz.one_house import OneHouse, examples, one_house
from tests.fuzz.updates import ME, ODD, UPDATES, Deep, sent

READABLE = "could not be read"  # by Telegram's library; that it says so is right
CHAT = {"id": ME, "type": "private"}
USER = {"id": ME, "is_bot": False, "first_name": "x"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneHouse]:
    """One bot."""
    with one_house(tmp_path_factory.mktemp("updates")) as one:
        yield one


def _message(**more: Any) -> tuple[str, dict[str, Any]]:
    return "message", {"message_id": 1, "date": 1, "chat": CHAT, "from": USER, **more}


@given(update=UPDATES)
@example(update=_message(text="\ud800 half a character"))
@example(update=_message(text="/plan \ud800"))
@example(update=_message(text="hello", entities=[{"type": "bold", "offset": -(2**70), "length": 2**70}]))
@example(update=_message(caption="I want to kill myself", photo="x"))
@example(update=("message", Deep(900)))
@examples(250)
def test_any_update_is_handled(opened: OneHouse, update: tuple[str, Any]) -> None:
    kind, content = update
    _person_is_there(opened)
    opened.run(opened.receives(kind, sent(content)))
    opened.broken[:] = [said for said in opened.broken if READABLE not in said]
    opened.whole()


def _person_is_there(opened: OneHouse) -> None:
    telegram = opened.house.telegram
    if ME not in telegram.people:
        telegram.person("Sam", user_id=ME)


@given(odd=st.lists(ODD, max_size=3))
@examples(50)
def test_what_is_no_update_is_put_aside(opened: OneHouse, odd: list[Any]) -> None:
    for one in odd:
        opened.run(_taken(opened, one))
    opened.whole()


async def _taken(opened: OneHouse, one: Any) -> None:
    await opened.house.bot.intake.take(one)


def test_afterwards_help_still_comes_first(opened: OneHouse) -> None:
    sam = opened.house.person("Sam")
    opened.run(sam.says("I want to kill myself"))
    assert "988" in sam.reads
