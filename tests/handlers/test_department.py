"""Joining says first who will see what, tags the chat and nothing else, and leaving is one tap. Nobody is ever shown."""

import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.care.roles import Role
from bot.library import open_library
from bot.screens import DATA_LIMIT
from storage import departments, privacy
from storage.departments import Standing
from tests.chat import Chatter, House

METRO = "Metro <b>PD</b> & Sons"  # a name is never HTML


async def _link(house: House, role: Role = Role.MEMBER, name: str = METRO) -> str:
    services = house.bot.services
    now = services.clock.now()

    def make(session: Any) -> str:
        department = departments.establish(session, name, today=now.date())
        return departments.invite(session, services.vault, department.id, role, now=now)

    return await services.storage.write(make)


async def _kept(chatter: Chatter) -> set[str]:
    services, pseudonym = chatter.house.bot.services, _pseudonym(chatter)
    now = services.clock.now()
    rows = await services.storage.read(
        lambda session: privacy.export(session, services.vault, pseudonym, now=now)
    )
    return {row.table for row in rows}


async def _standings(chatter: Chatter) -> tuple[Standing, ...]:
    pseudonym = _pseudonym(chatter)
    return await chatter.house.bot.services.storage.read(
        lambda session: departments.standings(session, pseudonym)
    )


def _pseudonym(chatter: Chatter) -> str:
    return chatter.house.bot.services.vault.pseudonym(chatter.person.id)


async def _forges(chatter: Chatter, data: str) -> None:
    """Sends the data of a button that is not on the screen."""
    await chatter.does(chatter.person.taps(data, anyway=True))


def _every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _labels(chatter: Chatter) -> list[str]:
    return [button.text for message in chatter.new for row in message.buttons for button in row]


async def _coordinator(house: House) -> Chatter:
    chief = house.person("Jo")
    await chief.says(f"/start {await _link(house, Role.COORDINATOR)}")
    await chief.taps("department-accept")
    return chief


async def _joined(house: House, name: str, code: str) -> Chatter:
    one = house.person(name)
    await one.says(f"/start {code}")
    await one.taps("department-join-officer")
    one.sees("department-joined")
    return one


async def test_all_is_said_before_anything_is_kept(house: House, officer: Chatter) -> None:
    await officer.says(f"/start {await _link(house)}")
    officer.sees("start-welcome")
    officer.sees("department-invited")
    officer.sees("department-invited-nothing")
    assert METRO in officer.reads
    assert await _kept(officer) == set()


async def test_joining_tags_the_chat_and_leaving_is_one_tap_that_erases_it(
    house: House, officer: Chatter
) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    before = await _kept(officer)
    await officer.says(f"/start {await _link(house)}")
    officer.sees_not("start-welcome")
    await officer.taps("department-join")
    officer.sees("department-joined")
    assert await _kept(officer) - before == {"membership"}
    await officer.says("/department")
    officer.sees("department-member")
    assert METRO in officer.reads
    await officer.taps("department-leave")
    officer.sees("department-left")
    assert await _kept(officer) == before
    await officer.says("/department")
    officer.sees("department-none")


async def test_not_now_keeps_nothing(house: House, officer: Chatter) -> None:
    await officer.says(f"/start {await _link(house)}")
    await officer.taps("department-later")
    officer.sees("department-declined")
    assert await _kept(officer) == set()


async def test_family_joins_as_family_by_its_own_choice_and_apart(house: House, spouse: Chatter) -> None:
    code = await _link(house)
    officer = await _joined(house, "Sam", code)
    await spouse.says("/family")
    await spouse.says(f"/start {code}")
    spouse.sees("department-invited-family", "es")
    assert "Unirme" not in _labels(spouse)
    await spouse.taps("department-join-family")
    spouse.sees("department-joined", "es")
    mine, theirs = await _standings(spouse), await _standings(officer)
    assert [one.audience for one in (*mine, *theirs)] == ["family", "officer"]
    services = house.bot.services
    rows = await services.storage.read(
        lambda session: privacy.export(session, services.vault, _pseudonym(spouse), now=house.hands.at)
    )
    assert _pseudonym(officer) not in str(rows)


async def test_another_departments_link_says_that_the_old_tag_goes(house: House, officer: Chatter) -> None:
    await officer.says(f"/start {await _link(house)}")
    await officer.taps("department-join-officer")
    await officer.says(f"/start {await _link(house, name='Springfield PD')}")
    officer.sees("department-invited-instead")
    await officer.taps("department-join")
    assert [one.department for one in await _standings(officer)] == ["Springfield PD"]


async def test_forgetting_takes_tag_and_role_along(house: House) -> None:
    chief = await _coordinator(house)
    await chief.says(f"/start {await _link(house)}")
    await chief.taps("department-join-officer")
    assert await _kept(chief) == {"member", "membership", "role"}
    await chief.says("/forget")
    await chief.taps("privacy-forget-yes")
    assert await _kept(chief) == set()
    await chief.says("/department")
    chief.sees("department-none")


async def test_a_coordinator_learns_first_what_cannot_be_seen(house: House) -> None:
    chief = house.person("Jo")
    await chief.says(f"/start {await _link(house, Role.COORDINATOR)}")
    chief.sees("department-invited-coordinator")
    assert await _kept(chief) == set()
    await chief.taps("department-accept")
    chief.sees("department-accepted")
    await chief.says("/department")
    chief.sees("department-coordinator")
    assert "fewer than 11" in chief.reads


async def test_a_coordinators_screen_is_the_same_whoever_comes_or_goes_that_week(house: House) -> None:
    chief, code = await _coordinator(house), await _link(house)
    crowd = [await _joined(house, f"Officer {number}", code) for number in range(10)]
    await house.time_passes(timedelta(days=7))
    await chief.says("/department")
    before = chief.reads
    last = await _joined(house, "The eleventh", code)
    await chief.says("/department")
    assert chief.reads == before
    await house.time_passes(timedelta(days=7))
    await chief.says("/department")
    assert "11 to 25" in chief.reads
    before = chief.reads
    await last.says("/department")
    await last.taps("department-leave")
    await chief.says("/department")
    assert chief.reads == before
    assert not [one.person.name for one in (*crowd, last) if one.person.name in chief.reads]


async def test_a_second_tap_on_accept_shows_where_one_is(house: House) -> None:
    chief, code = house.person("Jo"), await _link(house, Role.COORDINATOR)
    await chief.says(f"/start {code}")
    await chief.taps("department-accept")
    await _forges(chief, f"department:accept:{code}")
    chief.sees("department-coordinator")


async def test_a_coordinators_link_makes_no_second_coordinator(house: House, officer: Chatter) -> None:
    code = await _link(house, Role.COORDINATOR)
    chief = house.person("Jo")
    for one in (chief, officer):
        await one.says(f"/start {code}")
        one.sees("department-invited-coordinator")
    await chief.taps("department-accept")
    await officer.taps("department-accept")
    officer.sees("department-link-wrong")
    assert await _standings(officer) == ()
    await officer.says(f"/start {code}")
    officer.sees("department-link-wrong")
    officer.sees("start-welcome")


@pytest.mark.parametrize("way", ["forged", "used", "expired", "revoked"])
async def test_a_link_that_leads_nowhere_gets_one_kind_sentence_and_the_welcome(
    house: House, officer: Chatter, way: str
) -> None:
    code = await _link(house, Role.COORDINATOR)
    if way == "forged":
        code = "a" * 32
    elif way == "used":
        chief = house.person("Jo")
        await chief.says(f"/start {code}")
        await chief.taps("department-accept")
    elif way == "expired":
        house.hands.forward(timedelta(days=7))
    else:
        at = house.hands.at
        await house.bot.services.storage.write(lambda session: departments.revoke(session, 1, now=at))
    await officer.says(f"/start {code}")
    officer.sees("department-link-wrong")
    officer.sees("start-welcome")
    await officer.taps("start-officer")
    officer.sees("home-officer")


async def test_the_sixth_wrong_code_of_an_hour_is_not_even_looked_up(house: House, officer: Chatter) -> None:
    good = await _link(house)
    for _ in range(5):
        await officer.says(f"/start {'a' * 32}")
        officer.sees("department-link-wrong")
    await officer.says(f"/start {good}")
    officer.sees("department-link-wait")
    officer.sees("start-welcome")
    other = house.person("Alex")
    await other.says(f"/start {good}")
    other.sees("department-invited")
    house.hands.forward(timedelta(hours=1))
    await officer.says(f"/start {good}")
    officer.sees("department-invited")


@pytest.mark.parametrize(
    "data",
    [
        "department:join:officer~{coordinator}",
        "department:accept:{member}",
        "department:accept:",
        "department:join:officer~",
        "department:join:coordinator~{revoked}",
        "department:role:coordinator",
        "department:leave",
    ],
)
async def test_a_forged_button_lets_nobody_in(house: House, officer: Chatter, data: str) -> None:
    revoked, at = await _link(house), house.hands.at
    await house.bot.services.storage.write(lambda session: departments.revoke(session, 1, now=at))
    codes = {"member": await _link(house), "coordinator": await _link(house, Role.COORDINATOR)}
    await officer.says("/start")
    await _forges(officer, data.format(revoked=revoked, **codes))
    assert await _standings(officer) == ()
    assert await _kept(officer) == set()


async def test_buttons_guess_no_faster_than_links(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    for _ in range(5):
        await _forges(officer, f"department:accept:{'x' * 32}")
    await _forges(officer, f"department:accept:{await _link(house, Role.COORDINATOR)}")
    officer.sees("department-link-wait")
    assert await _standings(officer) == ()


async def test_a_member_is_no_coordinator(house: House) -> None:
    member = await _joined(house, "Sam", await _link(house))
    await member.says("/department")
    member.sees("department-member")
    member.sees_not("department-coordinator")
    assert "11" not in member.reads


async def test_several_departments_of_one_coordinator_are_told_apart(house: House) -> None:
    chief = await _coordinator(house)
    await chief.says(f"/start {await _link(house, Role.COORDINATOR, 'Springfield PD')}")
    await chief.taps("department-accept")
    await chief.says("/department")
    assert METRO in chief.reads
    assert "Springfield PD" in chief.reads


async def test_a_code_is_in_no_log_line_and_in_no_file(
    house: House, officer: Chatter, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    codes = [await _link(house), "forged" * 5, await _link(house, Role.COORDINATOR)]
    for code in codes:
        await officer.says(f"/start {code}")
    await officer.taps("department-accept")
    said = "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith(("statuscheck", "sql"))
    )
    kept = _every_byte(tmp_path)
    for code in codes:
        assert code not in said
        assert code.encode() not in kept


async def test_a_link_still_ends_in_the_welcome_when_the_database_is_gone(
    house: House, officer: Chatter
) -> None:
    code = await _link(house)
    await house.bot.services.storage.__aexit__(None, None, None)
    await officer.says(f"/start {code}")
    officer.sees("department-link-later")
    officer.sees("start-welcome")


async def test_a_code_never_sounds_like_danger_and_its_button_always_fits(house: House) -> None:
    screen = open_library().risk.screen
    for _ in range(300):
        code = await _link(house)
        assert screen(f"/start {code}", "en").action == "pass"
        assert len(f"department:join:officer~{code}".encode()) <= DATA_LIMIT


async def test_words_after_start_are_no_code(officer: Chatter) -> None:
    await officer.says("/start please help")
    officer.sees("start-welcome")
    officer.sees_not("department-link-wrong")
