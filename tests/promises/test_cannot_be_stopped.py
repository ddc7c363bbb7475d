"""Promise 1, under fire: the protocol goes on whatever breaks, in the middle of it, in the real application."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.telegram import Telegram
from tests.chat import Chatter, Hands, House, open_house
from tests.harm import spoil

RISK = "I want to kill myself"
ON = (  # the rest of a way through the protocol, and what each tap leads to
    ("crisis-alone.nobody", "crisis-plan"),
    ("crisis-plan.today", "crisis-soon"),
    ("crisis-soon.wont", "crisis-soon-wont"),
    ("crisis-soon-wont.away", "crisis-distance"),
    ("crisis-distance.yes", "crisis-distance-ways"),
    ("crisis-distance-ways.hold", "crisis-distance-hold"),
    ("crisis-distance-hold.next", "crisis-reach"),
    ("crisis-reach.not_now", "crisis-barrier"),
    ("crisis-barrier.cops_come", "crisis-barrier-cops"),
    ("crisis-barrier-cops.ground", "crisis-ground"),
    ("crisis-ground.next", "crisis-shall-i-return"),
)


async def _half_way(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await officer.says(RISK)
    await officer.taps("crisis-together.no")
    officer.sees("crisis-alone")


async def _to_the_end(officer: Chatter) -> None:
    for tap, leads_to in ON:
        await officer.taps(tap)
        officer.sees(leads_to)


# --- the database -------------------------------------------------------------------------------------------------


async def _locked(house: House) -> Callable[[], None]:
    lock = sqlite3.connect(house.folder / "house.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    return lock.close


async def _gone(house: House) -> Callable[[], None]:
    shutil.rmtree(house.folder)
    return lambda: None


async def _read_only(house: House) -> Callable[[], None]:
    def refuse(session: Any) -> None:  # whoever runs the tests as root may write to any file
        session.connection().exec_driver_sql("PRAGMA query_only = 1").close()

    await house.bot.services.storage.write(refuse)
    return lambda: None


async def _garbage(house: House) -> Callable[[], None]:
    spoil(house.folder)
    return lambda: None


async def _full(house: House) -> Callable[[], None]:
    def no_more_pages(session: Any) -> None:
        connection = session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()

    await house.bot.services.storage.write(no_more_pages)
    return lambda: None


@pytest.mark.parametrize("harm", [_locked, _gone, _read_only, _garbage, _full])
async def test_with_the_database_harmed_half_way_every_step_still_comes(
    tmp_path: Path, harm: Callable[[House], Any]
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    async with open_house(folder) as house:
        officer = house.person()
        await _half_way(house, officer)
        mend = await harm(house)
        try:
            await _to_the_end(officer)
            await officer.says(RISK)
            assert "988" in officer.reads
        finally:
            mend()


async def test_with_the_database_locked_words_are_still_heard_and_no_promise_is_made(house: House) -> None:
    officer = house.person()
    await _half_way(house, officer)
    mend = await _locked(house)
    try:
        await officer.says("it is raining here")
        officer.sees("crisis-heard")
        officer.sees_not("find-none")
        await _to_the_end(officer)
        await officer.says("yes")
        officer.sees("crisis-no-return")
        officer.sees_not("crisis-will-return")
    finally:
        mend()


async def test_what_was_said_while_the_database_was_away_still_counts_afterwards(house: House) -> None:
    officer = house.person()
    await _half_way(house, officer)
    mend = await _locked(house)
    try:
        await officer.taps("crisis-alone.nobody")
        await officer.taps("crisis-plan.none")
    finally:
        mend()
    await officer.says("yes")  # to the newest question, not to the one the database remembers
    officer.sees("crisis-distance-ways")
    await officer.taps("crisis-distance-ways.leave")
    officer.sees("crisis-distance-done")


async def test_with_the_scheduler_dead_every_step_comes(house: House) -> None:
    await house.bot.clockwork.stop()
    officer = house.person()
    await _half_way(house, officer)
    await _to_the_end(officer)


# --- Telegram -----------------------------------------------------------------------------------------------------

TROUBLE: dict[str, dict[str, Any]] = {
    "too many requests": {"times": 1, "status": 429, "retry_after": 1},
    "server error": {"times": 3, "status": 502},
    "reset": {"times": 3, "reset": True},
    "all of it": {"times": 2, "status": 500},
}


@pytest.mark.parametrize("trouble", TROUBLE)
async def test_card_and_step_come_through_trouble_once_and_in_order(tmp_path: Path, trouble: str) -> None:
    telegram = Telegram()
    async with open_house(tmp_path, Hands(), telegram) as house:
        officer = house.person()
        await officer.says("/start")
        telegram.fail("sendMessage", **TROUBLE[trouble])
        if trouble == "all of it":
            telegram.fail("sendMessage", times=1, status=429, retry_after=1)
            telegram.fail("sendMessage", times=1, reset=True)
            telegram.fail("answerCallbackQuery", times=None, status=500)
        async with asyncio.timeout(60):
            await officer.says(RISK)
            telegram.fail("sendMessage", **TROUBLE[trouble])
            await officer.taps("crisis-together.no")
        said = [message.text[:30] for message in officer.person.received[1:] if message.text]
        card, step, alone = (
            words[:10] for words in ("Call or text 988", "Is someone you trust", "Being alone")
        )
        assert [words[:10] for words in said] == [card, step, alone]


async def test_phone_cards_that_cannot_be_sent_hold_up_nothing_but_themselves(tmp_path: Path) -> None:
    telegram = Telegram()
    async with open_house(tmp_path, Hands(), telegram) as house:
        officer = house.person()
        telegram.fail("sendContact", times=None, status=400)
        await officer.says(RISK)
        officer.sees("crisis-together")


# --- our own code -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["meet", "card", "_begin", "keep", "_read", "tells_of_an_act"])
async def test_whatever_breaks_in_the_desk_a_number_comes(
    house: House, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    desk = house.bot.services.crisis_desk
    parts = (type(desk), type(desk._kept), type(desk._hearing))
    monkeypatch.setattr(next(part for part in parts if name in vars(part)), name, broken)
    officer = house.person()
    await officer.says(RISK)
    assert "988" in officer.reads


async def test_with_the_card_itself_broken_plain_words_come(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(type(house.bot.services.crisis_cards), "card", broken)
    officer = house.person()
    await officer.says(RISK)
    officer.sees("crisis-card-floor")


async def test_a_step_that_throws_still_leaves_a_number(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    officer = house.person()
    await _half_way(house, officer)
    monkeypatch.setattr(type(house.bot.services.crisis_desk), "tapped", broken)
    await officer.taps("crisis-alone.nobody")
    officer.sees("failed")
    assert officer.sees_a_number


async def test_words_that_cannot_be_understood_for_a_fault_of_ours_still_meet_a_number(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    officer = house.person()
    await _half_way(house, officer)
    monkeypatch.setattr(type(house.bot.services.crisis_desk._hearing), "move", broken)
    await officer.says("nobody answers")
    assert officer.sees_a_number


# --- many at once, and anything at all ----------------------------------------------------------------------------


async def test_a_thousand_messages_at_once_do_not_hide_the_few_that_matter(tmp_path: Path) -> None:
    telegram = Telegram()
    async with open_house(tmp_path, Hands(), telegram) as house:
        crowd = [house.person(f"P{number}") for number in range(100)]
        few = [house.person(f"Q{number}") for number in range(20)]
        for round_ in range(10):
            for number, person in enumerate(crowd):
                await person.person.says(f"hello {round_} {number}")
        for officer in few:
            await officer.person.says(RISK)
        async with asyncio.timeout(90):
            await telegram.idle()
        for officer in few:
            texts = [message.text for message in officer.person.received if message.text]
            assert texts[0].startswith("Call or text 988")
            assert len(texts) == 2
        assert all(len(person.person.received) >= 10 for person in crowd), "nobody was dropped"


async def test_a_flood_from_one_chat_does_not_delay_another(house: House) -> None:
    flooder, officer = house.person("Flood"), house.person("Sam")
    for number in range(300):
        await flooder.person.says(f"noise {number}")
    await officer.person.says(RISK)
    async with asyncio.timeout(30):
        while not any("988" in message.text for message in officer.person.received):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert len(flooder.person.received) < 300, "the card did not wait for the flood"


async def _then_risk(folder: Path, deeds: Callable[[Chatter], Any]) -> None:
    async with open_house(folder) as house:
        someone = house.person()
        await deeds(someone)
        await house.telegram.idle()
        await someone.says(f"/crisis {RISK}")
        assert "988" in someone.reads
        other = house.person("Other")
        await other.says(RISK)
        other.sees("crisis-together")


WORDS = st.text(min_size=1, max_size=4096).filter(lambda text: bool(text.strip()))


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_anything_written_is_answered_and_help_still_comes(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    async def deeds(someone: Chatter) -> None:
        for text in texts:
            await someone.does(someone.person.says(text.encode("utf-8", "ignore").decode() or "x"))
            assert someone.new[-1].from_bot

    asyncio.run(_then_risk(tmp_path_factory.mktemp("any"), deeds))


@pytest.mark.parametrize(
    "filler", ["a", "\U0001f52b", "\u202e", "\u0000", "kill myself ", "<b>", "\u0301", "%s{}", "\ud7ff"]
)
async def test_four_thousand_characters_of_one_thing_are_answered(officer: Chatter, filler: str) -> None:
    await officer.says((filler * 4096)[:4096] + ".")
    assert officer.new[-1].from_bot
    await officer.says(RISK)
    assert "988" in officer.reads or officer.sees("crisis-card-again")


KINDS = ["message", "edited_message", "callback_query", "poll", "poll_answer", "my_chat_member", "inline_query",
         "message_reaction", "chat_join_request", "business_message", "purchased_paid_media", "something_new"]  # fmt: skip
PARTS = ["chat", "message", "text", "caption", "date", "message_id", "id", "data", "from", "user", "entities", "poll",
         "options", "question", "contact", "quote", "reply_to_message", "type", "checklist", "document"]  # fmt: skip
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PARTS), inner, max_size=5),
    max_leaves=12,
)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(PARTS), JSON)), max_size=25)
)
def test_updates_of_any_shape_stop_nothing(
    tmp_path_factory: pytest.TempPathFactory, updates: list[tuple[str, dict[str, Any]]]
) -> None:
    async def deeds(someone: Chatter) -> None:
        for kind, payload in updates:
            someone.person.update(kind, payload)

    asyncio.run(_then_risk(tmp_path_factory.mktemp("shapes"), deeds))
