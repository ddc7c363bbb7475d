"""My plan in the chat: built by tapping and typing, pinned as one message, and nothing of it left with us."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.handlers import commands
from bot.sandbox.telegram_shapes import InlineButton, Message
from storage import conversations
from storage.conversations import Conversation
from tests.chat import Chatter, Hands, House, open_house
from tests.harm import spoil


async def _kept(house: House, person: Chatter) -> Conversation | None:
    services = house.bot.services
    whose, now = services.vault.pseudonym(person.person.id), services.clock.now()
    return await services.storage.read(
        lambda s: conversations.find(s, services.vault, whose, "plan", now=now)
    )


async def _begin(person: Chatter) -> None:
    await person.says("/plan")
    await person.taps("plan-begin.start")


async def _to_the_end(person: Chatter) -> None:
    while any(":next:" in str(button.data) for button in _buttons(person)):
        await person.taps("plan-next")
        if "3 a.m." in person.reads or "3 de la mañana" in person.reads:
            await person.taps("plan-name.without")


def _buttons(person: Chatter) -> list[InlineButton]:
    return [button for message in person.new for row in message.buttons for button in row]


def _everything(person: Chatter) -> str:
    return "\n".join(message.text for message in person.person.messages)


def _pinned(person: Chatter) -> list[Message]:
    return [message for message in person.person.messages if message.pinned]


async def test_a_plan_is_built_by_tapping_and_typing_and_pinned(house: House, officer: Chatter) -> None:
    await officer.says("/plan")
    assert officer.sees("plan-begin")
    await officer.taps("plan-begin.start")
    await officer.taps("○ I stop sleeping")
    await officer.says("Driving around <after> work & home")
    assert officer.sees("plan-warning")
    await officer.taps("plan-next")
    await officer.taps("plan-next")
    await officer.taps("plan-next")
    await officer.says("Maria 303 555 0100")
    await officer.taps("plan-next")
    await officer.taps("plan-next")
    await officer.taps("plan-next")
    assert officer.sees("plan-review")
    await officer.taps("plan-review.done")
    (plan,) = _pinned(officer)
    assert "• I stop sleeping\n• Driving around <after> work & home" in plan.text
    assert "• Maria 303 555 0100" in plan.text
    assert "988" in plan.text.split("If it gets too much")[1]
    assert "Your plan stands at the top" in _everything(officer)


async def test_nothing_of_it_is_left_with_us(house: House, officer: Chatter) -> None:
    await _begin(officer)
    await officer.says("Maria zebra 303")
    assert await _kept(house, officer) is not None
    await _to_the_end(officer)
    await officer.taps("plan-review.done")
    assert await _kept(house, officer) is None
    files = [path.read_bytes() for path in house.folder.rglob("*") if path.is_file()]
    assert not any(b"zebra" in data for data in files)


async def test_a_name_is_asked_for_once_and_gently(officer: Chatter) -> None:
    await _begin(officer)
    for _ in range(4):
        await officer.taps("plan-next")
    assert officer.sees("plan-name")
    await officer.says("my brother Tom")
    assert officer.sees("plan-people")
    assert "my brother Tom" in str(_buttons(officer))
    await officer.taps("plan-next")
    assert officer.sees("plan-pros")


async def test_who_has_nobody_goes_on_without(officer: Chatter) -> None:
    await _begin(officer)
    for _ in range(4):
        await officer.taps("plan-next")
    await officer.taps("plan-name.without")
    assert officer.sees("plan-pros")
    await officer.taps("plan-back")
    await officer.taps("plan-next")
    assert officer.sees("plan-pros")


async def test_own_words_meet_the_gate_first_and_are_not_added(house: House, officer: Chatter) -> None:
    await _begin(officer)
    await officer.says("I want to kill myself tonight")
    assert officer.sees_a_number
    assert officer.sees_not("plan-warning")
    kept = await _kept(house, officer)
    assert kept is not None
    assert kept.answers["entries"] == {}
    await officer.says("/plan")
    assert officer.sees("plan-warning")


async def test_a_restart_in_the_middle_goes_on(tmp_path: Path) -> None:
    hands = Hands()
    async with open_house(tmp_path, hands) as house:
        sam, telegram = house.person(), house.telegram
        await _begin(sam)
        await sam.taps("○ I stop sleeping")
        await sam.taps("plan-next")
    async with open_house(tmp_path, hands, telegram) as house:
        sam.house = house
        await sam.taps("○ Music")
        assert sam.sees("plan-helps")
        await _to_the_end(sam)
        await sam.taps("plan-review.done")
        (plan,) = _pinned(sam)
    assert "I stop sleeping" in plan.text
    assert "Music" in plan.text


async def test_a_double_tap_moves_once(officer: Chatter) -> None:
    await _begin(officer)
    button = next(button for button in _buttons(officer) if button.text == "Next")
    await officer.does(officer.person.taps(button, anyway=True))
    assert officer.sees("plan-helps")
    await officer.does(officer.person.taps(button, anyway=True))
    assert officer.sees("plan-helps")


async def test_two_taps_on_done_pin_one_plan(officer: Chatter) -> None:
    await _begin(officer)
    await officer.taps("○ I drink more")
    await _to_the_end(officer)
    done = next(button for button in _buttons(officer) if button.text.startswith("Put it"))
    await officer.does(officer.person.taps(done))
    await officer.does(officer.person.taps(done, anyway=True))
    assert len(_pinned(officer)) == 1


async def test_an_empty_plan_is_not_pinned(officer: Chatter) -> None:
    await _begin(officer)
    await _to_the_end(officer)
    assert officer.sees("plan-empty")
    assert "Put it in this chat and pin it" not in str(_buttons(officer))


async def test_stop_keeps_nothing(house: House, officer: Chatter) -> None:
    await _begin(officer)
    await officer.says("pacing")
    await officer.taps("plan-stop")
    assert officer.sees("plan-stopped")
    assert await _kept(house, officer) is None


async def test_what_is_open_ends_by_itself_after_six_hours(house: House, officer: Chatter) -> None:
    await _begin(officer)
    await house.time_passes(timedelta(hours=7))
    assert await _kept(house, officer) is None
    await officer.taps("○ I stop sleeping")
    assert officer.sees("plan-begin")


async def test_a_question_and_a_late_word_go_to_the_house(house: House, officer: Chatter) -> None:
    await _begin(officer)
    await officer.says("is the EAP confidential?")
    assert officer.sees_not("plan-warning")
    await house.time_passes(timedelta(hours=1))
    await officer.says("marriage counseling")
    assert officer.sees_not("plan-warning")
    kept = await _kept(house, officer)
    assert kept is not None
    assert kept.answers["entries"] == {}


async def test_with_storage_away_words_are_answered_by_the_house(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    spoil(house.folder)
    await officer.says("a counselor who knows cops")
    assert officer.sees_not("failed")
    assert officer.sees_a_number


async def test_too_long_is_said_kindly(officer: Chatter) -> None:
    await _begin(officer)
    await officer.says("walk " * 40)
    assert officer.sees("plan-too-long")
    assert officer.sees("plan-warning")


async def test_a_family_member_has_one_in_spanish_without_the_job(spouse: Chatter) -> None:
    await spouse.says("/family")
    await _begin(spouse)
    await spouse.taps("○ Dejo de dormir")
    await _to_the_end(spouse)
    labels = str([message.labels for message in spouse.person.messages])
    assert "arma de servicio" not in labels
    await spouse.taps("plan-review.done")
    (plan,) = _pinned(spouse)
    assert plan.text.startswith("Mi plan")
    assert "Tu plan está arriba" in _everything(spouse)


async def test_help_names_it_and_the_menu_does_not(officer: Chatter) -> None:
    await officer.says("/help")
    assert "/plan" in officer.reads
    assert not next(one for one in commands() if one.name == "plan").in_menu


@pytest.mark.parametrize("country", ["GB", "US"])
async def test_it_ends_in_the_lines_of_ones_own_country(tmp_path: Path, country: str) -> None:
    async with open_house(tmp_path, default_country=country) as house:
        sam = house.person()
        await _begin(sam)
        await sam.taps("○ I drink more")
        await _to_the_end(sam)
        await sam.taps("plan-review.done")
        (plan,) = _pinned(sam)
    assert ("988" in plan.text, "116 123" in plan.text) == (
        (True, False) if country == "US" else (False, True)
    )


async def test_moves_are_typed_as_well_and_a_greeting_is_no_line(house: House, officer: Chatter) -> None:
    await _begin(officer)
    for words in ("hi", "thanks", "help", "menu"):
        await officer.says(words)
    kept = await _kept(house, officer)
    assert kept is not None
    assert kept.answers["entries"] == {}
    await officer.says("Next")
    officer.sees("plan-helps")
    await officer.says("breathing")
    kept = await _kept(house, officer)
    assert kept is not None
    assert kept.answers["entries"] == {"helps": ["=breathing"]}
    await officer.says("back")
    officer.sees("plan-warning")
    await officer.says("stop")
    officer.sees("plan-stopped")
    assert await _kept(house, officer) is None
