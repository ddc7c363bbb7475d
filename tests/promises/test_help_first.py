"""Promise 1: help comes first. Every update meets the gate; the card needs no disk; an error still ends in a number."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import TypeHandler

from bot.handlers import find, safety
from bot.sandbox.telegram import Telegram
from tests.chat import Chatter, Hands, House, open_house
from tests.harm import spoil

RISK = "I'm going to kill myself tonight"


async def test_the_gate_is_first_alone_in_its_group_and_blocking(house: House) -> None:
    handlers = house.bot.application.handlers
    assert min(handlers) == safety.GROUP
    (gate,) = handlers[safety.GROUP]
    assert isinstance(gate, TypeHandler)
    assert gate.type is Update
    assert gate.block is True


async def test_a_plain_risk_line_gets_the_card_and_a_first_step(officer: Chatter) -> None:
    await officer.says(RISK)
    officer.sees("crisis-card-self")
    officer.sees("crisis-together")
    assert "988" in officer.reads
    assert "911" in officer.reads
    assert any(message.contact for message in officer.new)


WAYS: dict[str, Callable[[Chatter], Any]] = {
    "text": lambda officer: officer.person.says(RISK),
    "command arguments": lambda officer: officer.person.says(f"/find {RISK}"),
    "an unknown command": lambda officer: officer.person.says(f"/nothing {RISK}"),
    "start payload": lambda officer: officer.person.says(f"/start {RISK}"),
    "photo caption": lambda officer: officer.person.sends_photo(RISK),
    "document caption": lambda officer: officer.person.sends_document("a.txt", b"x", RISK),
    "forwarded text": lambda officer: officer.person.forwards(RISK),
}


@pytest.mark.parametrize("way", WAYS)
async def test_the_gate_hears_words_wherever_they_come(officer: Chatter, way: str) -> None:
    await officer.does(WAYS[way](officer))
    assert "988" in officer.reads
    officer.sees("crisis-together")


async def test_the_gate_hears_an_edited_message(officer: Chatter) -> None:
    await officer.says("hello")
    first = next(message for message in officer.person.messages if not message.from_bot)
    await officer.does(officer.person.edits(first, RISK))
    assert "988" in officer.reads


KINDS = sorted(
    set(Update.__slots__)
    - {"update_id", "_effective_chat", "_effective_message", "_effective_sender", "_effective_user"}
)


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_update_meets_the_gate(house: House, kind: str) -> None:
    update = Update(7)
    with update._unfrozen():
        setattr(update, kind, object())
    (gate,) = house.bot.application.handlers[safety.GROUP]
    assert gate.check_update(update)


async def test_a_broken_gate_falls_towards_care(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("bot.handlers.safety.words_of", broken)
    officer = house.person()
    await officer.says("hello")
    assert officer.sees_a_number


@pytest.mark.parametrize("where", ["answer_words", "choose", "ask"])
async def test_an_exception_in_a_feature_still_leaves_a_number(house: House, where: str) -> None:
    async def broken(*_: Any) -> None:
        raise RuntimeError("broken")

    for handlers in house.bot.application.handlers.values():
        for handler in handlers:
            if getattr(handler, "callback", None) is getattr(find, where):
                handler.callback = broken
    officer = house.person()
    await officer.says("/start")
    if where == "answer_words":
        await officer.says("a therapist who knows cops")
    elif where == "ask":
        await officer.says("/find")
    else:
        await officer.taps("start-skip")
        await officer.taps("menu-find")
    officer.sees("failed")
    assert officer.sees_a_number


async def _locked(file: Path) -> Callable[[], None]:
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    return lock.close


async def _gone(file: Path) -> Callable[[], None]:
    shutil.rmtree(file.parent)
    return lambda: None


async def _read_only(file: Path) -> Callable[[], None]:
    for one in file.parent.iterdir():
        one.chmod(0o400)
    file.parent.chmod(0o500)
    return lambda: file.parent.chmod(0o700)


async def _garbage(file: Path) -> Callable[[], None]:
    spoil(file.parent)
    return lambda: None


@pytest.mark.parametrize("harm", [_locked, _gone, _read_only, _garbage])
async def test_the_card_comes_with_the_database_harmed(tmp_path: Path, harm: Callable[[Path], Any]) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    async with open_house(folder) as house:
        officer = house.person()
        await officer.says("/start")
        mend = await harm(folder / "house.db")
        try:
            await officer.says(RISK)
            officer.sees("crisis-card-self")
            officer.sees("crisis-together")
            assert "988" in officer.reads
            await officer.taps("crisis-together.no")
            officer.sees("crisis-alone")
        finally:
            mend()


@pytest.mark.parametrize("harm", ["missing folder", "garbage"])
async def test_the_bot_starts_and_helps_without_a_database(tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "data"
    if harm == "garbage":
        folder.mkdir()
        (folder / "house.db").write_bytes(os.urandom(4096))
    else:
        folder.write_text("a file where the folder should be")
    async with open_house(folder) as house:
        officer = house.person()
        await officer.says(RISK)
        assert "988" in officer.reads
        await officer.says("where can I get help")
        assert officer.sees_a_number


async def test_the_card_comes_with_the_scheduler_dead(house: House) -> None:
    await house.bot.clockwork.stop()
    officer = house.person()
    await officer.says(RISK)
    officer.sees("crisis-card-self")


async def test_the_card_comes_through_refusals_once_and_in_order(tmp_path: Path) -> None:
    telegram = Telegram()
    async with open_house(tmp_path, Hands(), telegram) as house:
        officer = house.person()
        await officer.says("/start")
        telegram.fail("sendMessage", times=2, status=502)
        async with asyncio.timeout(20):
            await officer.says(RISK)
        cards = [message for message in officer.person.received if "988" in message.text]
        assert len(cards) == 1
        officer.sees("crisis-together")


async def test_a_number_stands_under_everything_that_cannot_be_read(officer: Chatter) -> None:
    for deed in (officer.person.sends_voice, officer.person.sends_sticker, officer.person.sends_location):
        await officer.does(deed())
        assert officer.sees_a_number
