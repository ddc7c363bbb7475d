"""The doors, by button: data that was forged, replayed or is somebody else's moves nothing of anybody else."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.care.roles import Role
from bot.sandbox.telegram_shapes import Message
from storage import departments
from tests.broadcast_house import library_tip
from tests.chat import Chatter
from tests.fuzz.one_house import OneHouse, examples, one_house

ROOT = Path(__file__).parents[2]


def _spoken() -> tuple[list[str], list[str]]:
    """The words that buttons are made of, from the code itself: flows, and every short literal beside them."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot").glob("**/*.py")))
    flows = re.findall(r'pack\("([a-z]+)"|add_taps\(app, "([a-z]+)"|^[A-Z]+ = "([a-z]+)"', code, re.MULTILINE)
    words = set(re.findall(r'"([a-z][a-z-]{1,15})"', code))
    return sorted({one for found in flows for one in found if one}), sorted(words)


FLOWS, STEPS = _spoken()
NUMBERS = st.sampled_from(["1", "2", "0", "-1", "9" * 30, "99999999999999999999", "٣", "1e5", "0x1", "١"])
CHOICES = st.one_of(
    NUMBERS,
    st.sampled_from(STEPS),
    st.sampled_from(["officer~x", "family~", "~", "US", "en"]),
    st.text(max_size=20),
)
DATA = st.one_of(
    st.builds(
        lambda flow, step, choice, version: f"{flow}:{step}:{choice}:{version}",
        st.sampled_from(FLOWS), st.sampled_from(STEPS), CHOICES,
        st.one_of(st.sampled_from(["", "1", "f" * 20, "-1", "zz"]), st.integers(0, 9).map(str)),
    ),
    st.builds(lambda flow, step, number: f"{flow}:{step}:{number}", st.sampled_from(FLOWS), st.sampled_from(STEPS), NUMBERS),
    st.text(max_size=64),
)  # fmt: skip

State = tuple[dict[str, list[tuple[Any, ...]]], list[int]]


class Stage:
    """Two departments with a tip under way in the first, and three who would like to move something of it."""

    def __init__(self, opened: OneHouse) -> None:
        self.opened = opened
        self.chief = opened.run(opened.joins("Jo", Role.COORDINATOR, "Metro PD"))
        self.second = opened.run(opened.joins("Kim", Role.COORDINATOR, "Metro PD"))
        self.sam = opened.run(opened.joins("Sam", Role.MEMBER, "Metro PD"))
        opened.run(self._tip())
        self.forgers = [
            opened.run(opened.joins("Mal", Role.COORDINATOR, "Springfield PD")),
            opened.run(opened.joins("Max", Role.MEMBER, "Metro PD")),
            opened.run(self._nobody()),
        ]
        self.theirs = (self.chief, self.second, self.sam)

    async def _nobody(self) -> Chatter:
        one = self.opened.house.person("Nobody")
        await one.says("/start")
        return one

    async def _tip(self) -> None:
        await library_tip(self.chief)
        await self.chief.taps("broadcast-hand-in")
        await self.sam.says("/check")
        await self.sam.says("/privacy")

    def taps(self, forger: Chatter, data: str) -> None:
        self.opened.run(forger.does(_sends(forger, forger.person.last, data)))

    def state(self, forger: Chatter) -> State:
        """All that is not the forger's own."""
        rows = self.opened.rows(without=self.opened.house.bot.services.vault.pseudonym(forger.person.id))
        return rows, [len(one.person.received) for one in self.theirs]


async def _sends(forger: Chatter, message: Message, data: str) -> None:
    forger.person._tap(message, data)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Set once."""
    with one_house(tmp_path_factory.mktemp("doors")) as opened:
        yield Stage(opened)


@given(who=st.integers(0, 2), data=DATA)
@example(who=0, data="department:down:99999999999999999999")
@example(who=0, data="bcrun:approve:1")
@example(who=0, data="bc:for:1")
@example(who=1, data="bcrun:show:1")
@example(who=2, data="privacy:forget")
@examples(150)
def test_forged_data_breaks_nothing_and_moves_nothing_of_others(stage: Stage, who: int, data: str) -> None:
    forger = stage.forgers[who]
    before = stage.state(forger)
    stage.taps(forger, data)
    stage.opened.whole()
    after = stage.state(forger)
    assert _without_own(after) == _without_own(before), data


def _without_own(state: State) -> State:
    """A coordinator may change their own department; nothing of the first department, which stands in row 1."""
    rows, received = state
    kept = {
        name: [row for row in found if "Springfield PD" not in row]
        for name, found in rows.items()
        if name not in ("audit", "reach")
    }
    return kept, received


def test_every_button_of_another_person_replayed_moves_nothing_of_theirs(stage: Stage) -> None:
    shown = {
        button.data
        for one in stage.theirs
        for message in one.person.received
        for row in message.buttons
        for button in row
        if button.data
    }
    assert len(shown) > 10
    for forger in stage.forgers:
        for data in sorted(shown):
            before = stage.state(forger)
            stage.taps(forger, data)
            stage.opened.whole()
            assert _without_own(stage.state(forger)) == _without_own(before), data


@given(role=st.sampled_from(["coordinator", "operator", "admin", "member"]), step=st.sampled_from(STEPS))
@examples(20)
def test_nobody_gets_more_rights_by_a_button(stage: Stage, role: str, step: str) -> None:
    services = stage.opened.house.bot.services
    for forger in stage.forgers[1:]:
        for data in (f"department:{step}:{role}", f"department:accept:{role}", f"department:{step}:1"):
            stage.taps(forger, data[:64])
        name = services.vault.pseudonym(forger.person.id)
        standings = stage.opened.run(services.storage.read(partial(departments.standings, pseudonym=name)))
        assert {one.role for one in standings} <= {Role.MEMBER}
