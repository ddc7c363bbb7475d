"""/stats shows finished quarters, the same to everybody who coordinates; the one question leaves no trace in the chat."""

from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from bot.care.statistics import Counted
from storage import privacy, pulse
from storage.tables import CountRow
from tests.broadcast_house import (
    METRO,
    coordinator,
    department_house,
    goes_out,
    library_tip,
    member,
    pseudonym,
)
from tests.chat import Chatter, House

MONTH, QUARTER = timedelta(days=31), timedelta(days=70)


async def _totals(house: House) -> dict[str, int]:
    def read(session: Session) -> dict[str, int]:
        return {row.what: row.total for row in session.exec(select(CountRow))}

    return await house.bot.services.storage.read(read)


async def _forges(chatter: Chatter, data: str) -> None:
    await chatter.does(chatter.person.taps(data, anyway=True))


async def test_before_a_quarter_has_ended_there_is_nothing_to_see(house: House) -> None:
    chief = await coordinator(house)
    await chief.says("/stats")
    chief.sees("stats-none")
    chief.sees("stats-how")
    await chief.says("/department")
    await chief.taps("department-stats")
    chief.sees("stats-how")


async def test_nobody_else_sees_it(house: House) -> None:
    await coordinator(house)
    for one in (house.person("Alex"), await member(house, "Sam")):
        await one.says("/stats")
        one.sees("stats-none-yours")
        assert METRO not in one.reads


async def test_a_quarter_of_ten_tells_nothing_about_them_and_nothing_changes_by_looking(house: House) -> None:
    chief = await coordinator(house)
    people = [await member(house, f"Officer {number}") for number in range(3)]
    await house.time_passes(MONTH)
    for one in people:
        await one.says("/department")
        await one.taps("department-leave")
    assert await _totals(house) == {"left": 3}
    await house.time_passes(QUARTER)
    assert await _totals(house) == {}
    await chief.says("/stats")
    first = chief.reads
    chief.sees("stats-small")
    await member(house, "One more")
    await house.time_passes(timedelta(days=8))
    await chief.says("/stats")
    assert chief.reads == first


async def test_the_question_stands_under_one_tip_a_quarter_and_an_answer_leaves_no_trace(
    tmp_path: Path,
) -> None:
    async with department_house(tmp_path) as house:
        chief, officer = await coordinator(house), await member(house, "Sam")
        await house.time_passes(MONTH)
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await goes_out(house)
        asking = officer.person.received[-1]
        assert "One question, no names" in asking.text
        before = [message.text for message in officer.person.messages]
        await officer.taps("pulse-yes", asking)
        assert [message.text for message in officer.person.messages] == before
        await officer.taps("pulse-no", asking)
        assert await _totals(house) == {"yes": 1}
        kept = await house.bot.services.storage.read(
            lambda s: privacy.export(s, house.bot.services.vault, pseudonym(officer), now=house.hands.at)
        )
        assert "yes" not in str([row.values for row in kept if row.table == "pulse_answered"])
        await library_tip(chief)
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert "One question" not in officer.person.received[-1].text


async def test_help_under_a_tip_is_counted_once_a_person_and_never_for_strangers(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        officer, stranger = await member(house, "Sam"), house.person("Alex")
        await stranger.says("/start")
        await house.time_passes(MONTH)
        for one in (officer, officer, stranger):
            await _forges(one, "tip:help")
            one.sees("tip-help-here")
        assert await _totals(house) == {"help": 1}


async def test_what_is_tapped_in_the_month_of_joining_is_not_counted(house: House) -> None:
    officer = await member(house, "Sam")
    await _forges(officer, "tip:help")
    await officer.says("/department")
    await officer.taps("department-leave")
    assert await _totals(house) == {}


async def test_forged_answers_count_for_nothing(house: House) -> None:
    officer = await member(house, "Sam")
    await house.time_passes(MONTH)
    for data in (
        "pulse:2026-10-01:yes",
        "pulse:2026-10-01:maybe",
        "pulse:x:yes",
        "pulse",
        "pulse:2020-01-01:no",
    ):
        await _forges(officer, data)
    assert await _totals(house) == {}


async def test_bands_of_a_quarter_are_told_and_small_numbers_are_not(house: House) -> None:
    chief = await coordinator(house)
    people = [await member(house, f"Officer {number}") for number in range(12)]
    await house.time_passes(MONTH)
    services, today = house.bot.services, house.hands.at.date()

    def taps(session: Session) -> None:
        for number, one in enumerate(people):
            pulse.count(session, pseudonym(one), Counted.HELP, today=today)
            if number < 5:
                pulse.count(session, pseudonym(one), Counted.LEFT, today=today)

    await services.storage.write(taps)
    await house.time_passes(QUARTER)
    await chief.says("/stats")
    assert "Joined at the end: 11 to 25" in chief.reads
    assert 'Tapped "help" under tips: 11 to 25' in chief.reads
    assert "counts each person once a quarter" in chief.reads  # as the code does: see bot.care.firsts
    chief.sees_not("stats-stayed-band")
    assert "yes: not shown; partly: not shown; no: not shown" in chief.reads
