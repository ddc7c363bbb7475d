"""A coordinator tries everything beside tips to learn who is in: no screen, count, answer or timing tells."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from bot.care.roles import Role
from storage.tables import CountRow
from tests.broadcast_house import METRO, coordinator, link, member
from tests.chat import Chatter, House

COMMANDS = ("/department", "/stats", "/find", "/privacy", "/help", "/broadcast")
TAPS = ("lc:for:1", "stats:show", "ch:for:1", "department:show", "find:own")


async def _forges(chatter: Chatter, data: str) -> None:
    await chatter.does(chatter.person.taps(data, anyway=True))


async def _looks(chief: Chatter) -> list[str]:
    """Everything a coordinator can read, as it stands."""
    seen = []
    for command in COMMANDS:
        await chief.says(command)
        seen.append(chief.reads)
    await chief.says("/department")
    for data in TAPS:
        await _forges(chief, data)
        seen.append(chief.reads)
    return seen


async def test_all_they_can_read_is_the_same_before_and_after_one_joins_asks_for_help_and_leaves(
    house: House,
) -> None:
    chief = await coordinator(house)
    for number in range(10):
        await member(house, f"Officer {number}")
    await house.time_passes(timedelta(days=40))  # those above count from here on
    before = await _looks(chief)
    told = len(chief.person.received)
    eleventh = await member(house, "The eleventh")
    await eleventh.says("I am going to kill myself tonight")
    assert eleventh.sees_a_number
    await _forges(eleventh, "tip:help")
    await eleventh.says("/check")
    assert len(chief.person.received) == told
    assert await _looks(chief) == before
    await eleventh.says("/department")
    await eleventh.taps("department-leave")
    assert await _looks(chief) == before
    assert "eleventh" not in "".join(before)


async def test_a_coordinators_own_taps_never_lift_a_hidden_number(house: House) -> None:
    chief = await coordinator(house)
    await chief.says(f"/start {await link(house, Role.MEMBER)}")
    await chief.taps("department-join-officer")
    await house.time_passes(timedelta(days=40))
    for _ in range(15):
        await _forges(chief, "tip:help")
    kept = await house.bot.services.storage.read(lambda s: s.exec(select(CountRow)).all())
    assert kept == []


async def test_asking_about_a_person_is_no_command(house: House) -> None:
    chief, sam = await coordinator(house), await member(house, "Samantha Jones")
    for words in (
        "/department Samantha Jones",
        f"/stats {sam.person.id}",
        "/stats officers day shift",
        "/find @sam",
    ):
        await chief.says(words)
        assert "Samantha" not in chief.reads
        assert str(sam.person.id) not in chief.reads.replace(words, "")


@pytest.mark.parametrize(
    "data", ["pulse:2026-10-01:yes", "tip:help", "tip:stop", "find:own", "find:card:local-0-1"]
)
async def test_a_button_forwarded_by_a_member_says_the_same_to_member_and_stranger(
    house: House, data: str
) -> None:
    """What comes back tells nobody whether the one who tapped, or who forwarded it, is in."""
    stranger, other = house.person("Alex"), house.person("Robin")
    for one in (stranger, other):
        await one.says("/start")
        await one.taps("start-officer")
    await other.says(f"/start {await link(house, Role.MEMBER)}")
    await other.taps("department-join")
    await other.says("/help")
    await stranger.says("/help")
    for one in (stranger, other):
        await _forges(one, data)
    assert stranger.reads == other.reads
    assert METRO not in stranger.reads


async def test_another_departments_link_shows_nothing_of_this_one(house: House) -> None:
    await coordinator(house)
    kim = await coordinator(house, "Kim", "Springfield PD")
    before = await _looks(kim)
    await member(house, "Sam")
    assert await _looks(kim) == before
    assert METRO not in "".join(before)


async def test_counts_are_kept_without_a_moment_or_a_name(house: House) -> None:
    officer = await member(house, "Sam")
    await house.time_passes(timedelta(days=40))
    await _forges(officer, "tip:help")

    def read(session: Session) -> list[dict[str, object]]:
        return [row.model_dump() for row in session.exec(select(CountRow))]

    (row,) = await house.bot.services.storage.read(read)
    assert set(row) == {"department_id", "quarter", "what", "total"}
    assert row["quarter"].month in (1, 4, 7, 10)  # type: ignore[attr-defined]
