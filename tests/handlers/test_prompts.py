"""/prompts as a chat: asked for in a few taps, timed to shifts, refused, put off, stopped, and nothing left behind."""

from datetime import timedelta
from typing import Any

import pytest

from bot.care.people import Profile
from bot.care.schedule_wishes import Wishes
from bot.sandbox.telegram_shapes import Message
from storage import check_backs, members, subscriptions
from storage.subscriptions import Standing
from tests.chat import Chatter, House

DAY = timedelta(days=1)


async def _sign_up(sam: Chatter, window: str = "18:00–20:00") -> None:
    await sam.says("/prompts")
    sam.sees("prompts-intro")
    await sam.taps("prompts-begin")
    await sam.taps("Central, 12:00")
    await sam.taps(window)
    sam.sees("prompts-on")


async def _standing(house: House, sam: Chatter) -> Standing | None:
    services = house.bot.services
    name = services.vault.pseudonym(sam.person.id)
    return await services.storage.read(lambda s: subscriptions.find(s, services.vault, name))


async def _wishes(house: House, sam: Chatter) -> Wishes:
    standing = await _standing(house, sam)
    assert standing is not None
    return standing.wishes


async def _next(house: House, sam: Chatter) -> Message:
    """The clock moves to the moment the next one is due."""
    standing = await _standing(house, sam)
    assert standing is not None
    assert standing.due_at is not None
    before = len(sam.person.received)
    await house.time_passes(standing.due_at - house.hands.at)
    assert len(sam.person.received) == before + 1
    return sam.person.received[-1]


def _is_practice(house: House, message: Message) -> bool:
    return any(practice.text["en"] == message.text for practice in house.bot.services.library.practices)


async def test_two_taps_for_the_clock_one_for_the_window_and_it_is_on(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    assert _is_practice(house, await _next(house, officer))
    local = (house.hands.at - timedelta(hours=6)).strftime("%H:%M")
    assert "18:00" <= local < "20:00"


async def test_a_city_can_be_typed_and_a_question_is_still_a_question(house: House, officer: Chatter) -> None:
    await officer.says("/prompts")
    await officer.taps("prompts-begin")
    await officer.says("Where do I get help for drinking after work these days?")
    officer.sees_not("prompts-zone-unknown")
    await officer.says("Gotham")
    officer.sees("prompts-zone-unknown")
    await officer.says("tucson")
    officer.sees("prompts-zone-set")
    officer.sees("prompts-window-ask")
    await officer.says("tucson")  # asked and answered: this one is for the search
    officer.sees_not("prompts-zone-set")


async def test_a_clock_is_enough_where_no_city_is_known(house: House, officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-other")
    await officer.says("/prompts")
    await officer.taps("prompts-begin")
    officer.sees("prompts-zone-clock")
    await officer.taps("20:00")
    assert "UTC+2" in officer.reads


async def test_where_there_is_one_clock_nobody_is_asked(house: House, officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("Ireland")
    await officer.says("/prompts")
    await officer.taps("prompts-begin")
    officer.sees("prompts-zone-set")
    officer.sees("prompts-window-ask")


SHIFTS: dict[str, tuple[list[str], str]] = {
    "fixed days": (["Fixed days", "Fri and Sat", "08:00–16:00"], "DDDDD--"),
    "fixed nights": (["Fixed nights", "Sat and Sun", "22:00–06:00"], "NNNNN--"),
    "four on four off": (["4 on, 4 off", "Both, in turn", "N2"], "DDNN----"),
    "pitman": (["Pitman 2-2-3", "Nights", "N3"], "NN--NNN--NN---"),
    "dupont": (["DuPont", "N4"], "NNNN---DDD-NNN---DDDD-------"),
}


@pytest.mark.parametrize("taps", SHIFTS.values(), ids=SHIFTS)
async def test_shifts_in_three_taps(house: House, officer: Chatter, taps: tuple[list[str], str]) -> None:
    await _sign_up(officer)
    await officer.taps("prompts-set-shifts")
    assert len(taps[0]) <= 3
    for tap in taps[0]:
        await officer.taps(tap)
    officer.sees("rota-set")
    shifts = (await _wishes(house, officer)).shifts
    assert shifts is not None
    assert shifts.cycle == taps[1]
    today = (house.hands.at - timedelta(hours=6)).date()
    square = taps[0][-1]
    if square[0] in "DN":
        assert shifts.duty(today) == square[0]
        assert shifts.duty(today - int(square[1]) * DAY) != square[0] or square[1] == "2"
    else:
        assert shifts.duty(today) == taps[1][0]  # it is a Monday
        off = {"Fri and Sat": (4, 5), "Sat and Sun": (5, 6)}[taps[0][1]]
        week = [today + number * DAY for number in range(7)]
        assert tuple(day.weekday() for day in week if shifts.duty(day) == "-") == off


async def test_a_cycle_of_ones_own_square_by_square(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    await officer.taps("prompts-set-shifts")
    for tap in ("rota-own", "rota-own-D", "rota-own-D", "rota-own-N", "rota-own-undo", "rota-own-off"):
        await officer.taps(tap)
    await officer.taps("rota-own-done")
    await officer.taps("D2")
    shifts = (await _wishes(house, officer)).shifts
    assert shifts is not None
    assert shifts.cycle == "DD-"
    await officer.taps("prompts-set-shifts")
    await officer.taps("rota-hours-change")
    await officer.taps("D 06:00–14:00")
    shifts = (await _wishes(house, officer)).shifts
    assert shifts is not None
    assert (shifts.day.start, shifts.day.end) == (360, 840)


async def test_stop_is_one_tap_and_leaves_no_trace(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    await _next(house, officer)
    await officer.taps("prompts-stop")
    officer.sees("prompts-stopped")
    assert await _standing(house, officer) is None
    member = await house.bot.services.storage.read(
        lambda s: members.find(s, house.bot.services.vault.pseudonym(officer.person.id))
    )
    assert member is not None
    assert member.sealed_chat is None
    before = len(officer.person.received)
    for _ in range(20):
        await house.time_passes(DAY / 2)
    assert len(officer.person.received) == before


async def test_not_for_me_never_comes_again_and_neither_does_its_theme(
    house: House, officer: Chatter
) -> None:
    await _sign_up(officer)
    said = (await _next(house, officer)).text
    await officer.taps("prompts-refuse")
    officer.sees("prompts-refused")
    practice = next(one for one in house.bot.services.library.practices if one.text["en"] == said)
    assert (await _wishes(house, officer)).refused == (practice.id,)
    await officer.taps(f"prompts:theme:{practice.theme}")
    assert (await _wishes(house, officer)).refused_themes == (practice.theme,)
    for _ in range(6):
        text = (await _next(house, officer)).text
        found = next(one for one in house.bot.services.library.practices if one.text["en"] == text)
        assert found.theme is not practice.theme
        await officer.taps("prompts-did")


async def test_not_now_brings_the_same_one_tomorrow_and_nothing_else_that_day(
    house: House, officer: Chatter
) -> None:
    await _sign_up(officer)
    said = (await _next(house, officer)).text
    await officer.taps("prompts-later")
    await officer.taps("prompts-later-tomorrow")
    officer.sees("prompts-later-tomorrow-set")
    before = len(officer.person.received)
    for _ in range(30 * 4):
        await house.time_passes(timedelta(minutes=15))
    assert [message.text for message in officer.person.received[before:]] == [said]


async def test_a_month_off_is_a_month_off(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    await _next(house, officer)
    await officer.taps("prompts-later")
    await officer.taps("prompts-later-month")
    officer.sees("prompts-later-set")
    standing = await _standing(house, officer)
    assert standing is not None
    assert standing.due_at is not None
    assert standing.due_at - house.hands.at >= 30 * DAY


async def test_only_on_hard_days_is_quiet_until_one_is_told(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    await officer.taps("prompts-set-pace")
    await officer.taps("prompts-pace-hard")
    standing = await _standing(house, officer)
    assert standing is not None
    assert standing.due_at is None
    await house.time_passes(2 * DAY)
    await officer.taps("prompts-hard-day")
    officer.sees("prompts-hard-heard")
    standing = await _standing(house, officer)
    assert standing is not None
    assert standing.due_at is not None
    practice = await _next(house, officer)
    found = next(one for one in house.bot.services.library.practices if one.text["en"] == practice.text)
    assert found.hard_day


async def test_after_a_safety_answer_nothing_comes_for_three_days_but_what_was_asked_for(
    house: House, officer: Chatter
) -> None:
    await _sign_up(officer)
    await officer.taps("prompts-set-pace")
    await officer.taps("One a day")
    services, name = house.bot.services, house.bot.services.vault.pseudonym(officer.person.id)
    until = house.hands.at + 3 * DAY
    due_at = house.hands.at + 2 * DAY

    def hush(session: Any) -> None:
        members.hush(session, name, Profile(), until=until, today=house.hands.at.date())
        where = (services.vault, name, officer.person.id)
        check_backs.plan(session, *where, kind="crisis", note="returned", due_at=due_at)

    await services.storage.write(hush)
    before = len(officer.person.received)
    for _ in range(71):
        await house.time_passes(timedelta(hours=1))
    came = officer.person.received[before:]
    assert len(came) == 1
    assert not _is_practice(house, came[0])
    await house.time_passes(timedelta(hours=1))
    assert _is_practice(house, await _next(house, officer))


async def test_whoever_blocks_the_bot_is_gone_at_once(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    await officer.does(officer.person.blocks())
    assert await _standing(house, officer) is None


async def test_after_a_quiet_month_one_question_and_a_yes_brings_it_back(
    house: House, officer: Chatter
) -> None:
    await _sign_up(officer)
    asked = 0
    for _ in range(400):
        standing = await _standing(house, officer)
        assert standing is not None
        if standing.due_at is None:
            break
        message = await _next(house, officer)
        asked += message.text == house.bot.services.library.text("prompts-still", "en")
    assert asked == 1
    await house.time_passes(30 * DAY)
    await officer.taps("prompts-still-yes")
    officer.sees("prompts-on")
    assert _is_practice(house, await _next(house, officer))


async def test_a_traveller_is_written_to_by_the_clock_of_where_they_are(
    house: House, officer: Chatter
) -> None:
    await _sign_up(officer)
    await officer.taps("prompts-set-place")
    await officer.says("Honolulu")
    officer.sees("prompts-zone-set")
    await _next(house, officer)
    assert "18:00" <= (house.hands.at - timedelta(hours=10)).strftime("%H:%M") < "20:00"
