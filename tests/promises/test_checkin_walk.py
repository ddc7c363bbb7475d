"""Random check-ins through the real application, with restarts in between: it always answers, and a yes is always heard."""

import asyncio
import logging
import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as chance
from hypothesis import strategies as st

from bot.care.checkin import Known, positive_topic
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_people import Person
from bot.screens import unpack
from tests.care.checkin_walk import FLOW, LIBRARY
from tests.chat import Chatter, Hands, House, open_house

MARKER = "zebra-umbrella-cathedral"
KNOWN = Known("en", frozenset({"officer"}), LIBRARY.questionnaires)

SAID = ("no", "yes", "7", "skip", "stop", "several days", f"{MARKER} today", "/check", "ok")
deeds = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 30)),
    st.tuples(st.just("tap"), st.integers(0, 30)),
    st.tuples(st.just("tap"), st.integers(0, 30)),
    st.tuples(st.just("again"), st.integers(0, 30)),
    st.tuples(st.just("say"), st.sampled_from(SAID)),
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("wait"), st.sampled_from((1, 90, 60 * 13))),
    st.tuples(st.just("lang"), st.sampled_from(("en", "es"))),
)


class Walker:
    """One officer who taps and types anything, through restarts of the bot."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.hands, self.telegram = folder, Hands(), Telegram()
        self.person: Person | None = None

    async def walk(self, walked: list[tuple[str, object]]) -> None:
        parts: list[list[tuple[str, object]]] = [[]]
        for deed in walked:
            parts.append([]) if deed[0] == "restart" else parts[-1].append(deed)
        for part in parts:
            async with open_house(self.folder, self.hands, self.telegram) as house:
                await self._in(house, part)

    async def _in(self, house: House, part: list[tuple[str, object]]) -> None:
        officer = Chatter(house, self.person) if self.person else house.person()
        if self.person is None:
            self.person = officer.person
            await officer.says("/check")
        for kind, value in part:
            await self._do(house, officer, kind, value)
            assert "Something broke" not in officer.reads
            assert officer.person.waiting_taps == 0
            assert not officer.person.messages[-1].text.startswith(MARKER), "whatever is said is answered"

    async def _do(self, house: House, officer: Chatter, kind: str, value: object) -> None:
        if kind == "wait":
            await house.time_passes(timedelta(minutes=int(str(value))))
        elif kind == "say":
            await officer.says(str(value))
        elif kind == "lang":
            await officer.says("/language")
            await officer.taps(f"place:lang:{value}")
        else:
            await self._tap(officer, int(str(value)), old=kind == "again")

    async def _tap(self, officer: Chatter, number: int, *, old: bool) -> None:
        shown = [one for one in officer.person.received if any(_data(one))]
        if not shown:
            await officer.says("/check")
            return
        message = shown[number % len(shown)] if old else shown[-1]
        data = _data(message)[number % len(_data(message))]
        heard = len(officer.person.received)
        await officer.does(officer.person.taps(data, message, anyway=True))
        tap = unpack(data)
        if (
            tap is not None
            and tap.flow == "check"
            and positive_topic(FLOW, tap.step, tap.choice, KNOWN) is not None
        ):
            said = "\n".join(one.text for one in officer.person.received[heard:])
            first = officer.person.received[heard:] and officer.person.received[heard].text
            assert not said or "crisis:" in str(officer.person.last_with_buttons.buttons), said
            assert not said or not re.search("How it reads|One next step|One thing for tonight", str(first))


def _data(message: object) -> list[str]:
    rows = getattr(message, "buttons", ())
    return [
        button.data
        for row in rows
        for button in row
        if button.data and button.data.startswith(("check", "crisis"))
    ]


def _every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@chance(walked=st.lists(deeds, min_size=8, max_size=30))
def test_whatever_is_tapped_and_typed_it_goes_on(
    tmp_path_factory: pytest.TempPathFactory, walked: list[tuple[str, object]]
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    asyncio.run(Walker(folder).walk(walked))
    assert MARKER.encode() not in _every_byte(folder)
    with sqlite3.connect(folder / "house.db") as db:
        rows = db.execute(
            "SELECT flow, moved_at, expires_at FROM conversation WHERE flow = 'checkin'"
        ).fetchall()
    assert len(rows) <= 1


async def test_no_word_and_no_answer_is_in_any_file_or_log_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with open_house(tmp_path) as house:
        officer = house.person("Quetzalcoatl")
        for said in ("/check", "start", "2", f"{MARKER} and more", "no", "no", "no", "no", "money"):
            await officer.says(said)
        await officer.taps("checkin-listen.vent")
        await officer.says(MARKER)
        officer.sees("checkin-vent-heard")
        every_byte = _every_byte(tmp_path)
    for secret in (MARKER, "money", "Quetzalcoatl", "weighs", str(officer.person.id)):
        assert secret.encode() not in every_byte, secret
    ours = "\n".join(one.getMessage() for one in caplog.records if one.name.startswith("statuscheck"))
    for line in (MARKER, "Quetzalcoatl", str(officer.person.id)):
        assert line not in ours


async def test_a_check_in_is_nobodys_business_but_ones_own(house: House) -> None:
    officer, other = house.person("Sam"), house.person("Kim")
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    data = officer.person.last_with_buttons.buttons[0][5].data or ""
    await other.says("/check")
    await other.does(other.person.taps(data, other.person.last_with_buttons, anyway=True))
    await officer.says("7")
    officer.sees("checkin-asq-1")
