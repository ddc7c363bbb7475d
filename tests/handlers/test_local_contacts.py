"""A department's own help: written by coordinators alone, shown first to its people alone, and gone when it grows old."""

from datetime import timedelta

import pytest

from storage import audit, local_contacts
from tests.broadcast_house import METRO, coordinator, member
from tests.chat import Chatter, House

NAME = "Metro Peer Team"
NUMBER = "303-555-2368"


async def _writes(
    chief: Chatter, name: str = NAME, kind: str = "local-kind-peer", family: bool = False
) -> None:
    await chief.says("/department")
    await chief.taps("department-contacts")
    await chief.taps("local-add")
    await chief.taps(kind)
    for words in (name, "A trained officer", NUMBER):
        await chief.says(words)
    await chief.taps("local-skip")
    await chief.says("Any time")
    await chief.says("Only the person who answers. Nothing is written down.")
    await chief.taps("local-family-yes" if family else "local-family-no")
    chief.sees("local-preview")
    assert name in chief.reads
    await chief.taps("local-i-checked")
    chief.sees("local-saved")


async def _forges(chatter: Chatter, data: str) -> None:
    await chatter.does(chatter.person.taps(data, anyway=True))


async def test_it_stands_first_for_the_departments_people_and_is_unseen_by_others(house: House) -> None:
    await _writes(await coordinator(house))
    officer, stranger = await member(house, "Sam"), house.person("Alex")
    await stranger.says("/start")
    await stranger.taps("start-officer")
    for one in (officer, stranger):
        for words in ("/find", "peer support from my own people"):
            await one.says(words)
            if words == "/find":
                await one.taps("need-peer")
            assert (f"1. {NAME}" in one.reads) is (one is officer), words
            assert (NAME in one.reads) is (one is officer)
    await officer.says("/find")
    await officer.taps(f"{METRO}: our own help")
    await officer.taps("1")
    officer.sees("local-checked")
    officer.sees("local-limits")
    assert "(303) 555-2368" in officer.reads
    record = "find:card:local-0-1"
    await _forges(stranger, record)
    stranger.sees("find-gone")
    await _forges(stranger, "find:own")
    assert NAME not in stranger.reads


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "I want to talk to someone from my department"),
     ("es", "quiero hablar con alguien de mi departamento"), ("es", "¿Qué ayuda tiene mi departamento?")],
)  # fmt: skip
async def test_who_asks_for_somebody_of_their_department_finds_its_contacts_first(
    house: House, lang: str, words: str
) -> None:
    await _writes(await coordinator(house))
    officer = await member(house, "Sam", lang=lang)
    await officer.says(words)
    assert f"1. {NAME}" in officer.reads
    await officer.says("hablar con alguien fuera de mi departamento")
    assert f"1. {NAME}" not in officer.reads


async def test_in_danger_crisis_lines_stay_ahead_of_it(house: House) -> None:
    await _writes(await coordinator(house), kind="local-kind-crisis")
    officer = await member(house, "Sam")
    await officer.says("/find")
    await officer.taps("need-suicidal")
    assert "1. 988" in officer.reads
    assert f"1. {NAME}" not in officer.reads
    await officer.says("I am going to kill myself tonight")
    assert "988" in officer.reads
    assert NAME not in officer.reads


async def test_family_sees_what_is_marked_for_family(house: House) -> None:
    chief = await coordinator(house)
    await _writes(chief)
    await _writes(chief, "Metro Family Line", family=True)
    spouse = await member(house, "Ana", family=True)
    await spouse.says("/find")
    await spouse.taps("find:own")
    assert "Metro Family Line" in spouse.reads
    assert NAME not in spouse.reads


async def test_what_cannot_be_dialed_or_opened_is_asked_again(house: House) -> None:
    chief = await coordinator(house)
    await chief.says("/department")
    await chief.taps("department-contacts")
    await chief.taps("local-add")
    await chief.taps("local-kind-eap")
    await chief.says("x" * 61)
    chief.sees("local-too-long")
    await chief.says("Metro EAP")
    await chief.says("A counselor")
    for wrong in ("911", "call the desk", "303-555-2368 ext. 4"):
        await chief.says(wrong)
        chief.sees("local-bad-phone")
    await chief.taps("local-skip")
    for wrong in ("metro.example.org", "http://metro.example.org", 'https://a"b'):
        await chief.says(wrong)
        chief.sees("local-bad-url")
    await chief.taps("local-skip")
    await chief.taps("local-skip")
    await chief.says("Nobody at work")
    await chief.taps("local-family-no")
    chief.sees("local-no-way")
    assert not any(button.text.startswith("I checked") for row in chief.new[-1].buttons for button in row)


@pytest.mark.parametrize(
    ("lang", "none", "family", "for_family"),
    [("en", "none", "yes", True), ("en", "N/A", "Officers only", False), ("es", "no hay", "sí", True),
     ("es", "Ninguno", "no", False)],
)  # fmt: skip
async def test_none_yes_and_no_can_be_typed_where_there_is_a_button_for_them(
    house: House, lang: str, none: str, family: str, for_family: bool
) -> None:
    chief = await coordinator(house, lang=lang)
    await chief.says("/department")
    await chief.taps("department-contacts")
    await chief.taps("local-add")
    await chief.taps("local-kind-eap")
    for words in ("Metro EAP", "A counselor", NUMBER, none, none):
        await chief.says(words)
    chief.sees("local-ask-privacy")
    await chief.says("Nobody at work")
    await chief.says("maybe")
    chief.sees_not("local-preview")
    await chief.says(family)
    chief.sees("local-preview", lang)
    await chief.taps("local-i-checked")
    (kept,) = await house.bot.services.storage.read(lambda session: local_contacts.of(session, 1))
    assert (kept.url, kept.hours, kept.for_family) == ("", "", for_family)


async def test_words_in_the_middle_of_it_still_meet_the_gate(house: House) -> None:
    chief = await coordinator(house)
    await chief.says("/department")
    await chief.taps("department-contacts")
    await chief.taps("local-add")
    await chief.taps("local-kind-peer")
    await chief.says("I am going to kill myself tonight")
    assert chief.sees_a_number
    chief.sees_not("local-ask-who-answers")


async def test_an_old_one_is_hidden_told_of_once_and_back_when_it_was_checked(house: House) -> None:
    chief = await coordinator(house)
    await _writes(chief)
    officer = await member(house, "Sam")
    await house.time_passes(timedelta(days=181))
    assert (
        sum(NAME in message.text for message in chief.person.received if "last checked" in message.text) == 1
    )
    await house.time_passes(timedelta(days=1))
    assert sum("last checked" in message.text for message in chief.person.received) == 1
    await officer.says("/find")
    assert METRO not in officer.reads
    await officer.taps("need-peer")
    assert NAME not in officer.reads
    await chief.says("/department")
    await chief.taps("department-contacts")
    chief.sees("local-line-old")
    await chief.taps("1")
    await chief.taps("local-i-checked")
    chief.sees("local-saved")
    await officer.says("/find")
    await officer.taps("need-peer")
    assert f"1. {NAME}" in officer.reads


async def test_changing_and_deleting_leave_a_trail(house: House) -> None:
    chief = await coordinator(house)
    await _writes(chief)
    await chief.taps("1")
    await chief.taps("local-change")
    await chief.taps("local-field-name")
    await chief.says("Metro Peers")
    assert "Metro Peers" in chief.reads
    await chief.taps("local-i-checked")
    await chief.taps("1")
    await chief.taps("local-delete")
    await chief.taps("local-delete-yes")
    chief.sees("local-deleted")
    chief.sees("local-none")
    entries = await house.bot.services.storage.read(lambda session: audit.trail(session, 1))
    assert [one.deed for one in entries].count("edited local contacts") == 3
    assert not any(NAME in str(one) for one in entries)


@pytest.mark.parametrize("deed", ["lc:for:1", "lc:add:1", "lc:open:1~1", "lc:save", "lc:sure"])
async def test_nobody_else_edits_them(house: House, deed: str) -> None:
    await _writes(await coordinator(house))
    other = await coordinator(house, "Kim", "Springfield PD")
    officer = await member(house, "Sam")
    for one in (other, officer):
        await _forges(one, deed)
        assert NAME not in one.reads
    kept = await house.bot.services.storage.read(lambda session: local_contacts.of(session, 1))
    assert [one.name for one in kept] == [NAME]


async def test_who_stepped_down_in_the_middle_changes_nothing(house: House) -> None:
    chief = await coordinator(house)
    await _writes(chief)
    await chief.taps("1")
    save = next(b.data for m in chief.new for row in m.buttons for b in row if b.data and ":save:" in b.data)
    await _forges(chief, "department:down:1")
    await _forges(chief, str(save))
    chief.sees("local-not-yours")
