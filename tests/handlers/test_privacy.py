"""Who can see what, what is kept about me, and all of it gone: by command, by tap, and by one word in a hurry."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.care.people import Profile
from storage import members, privacy
from storage.errors import StorageUnavailable
from storage.tables import Owner, declared, name_of
from tests.chat import Chatter, House, open_house

PANIC = ("eraseall", "Erase All", "borratodo", "  borra   todo ")


async def _kept(house: House, person: Chatter) -> int:
    services = house.bot.services
    pseudonym = services.vault.pseudonym(person.person.id)
    rows = await services.storage.read(
        lambda s: privacy.export(s, services.vault, pseudonym, now=services.clock.now())
    )
    return len(rows)


def _left(person: Chatter) -> list[str]:
    return [message.text or "" for message in person.person.chat.visible]


async def test_privacy_leads_to_every_page_and_back(officer: Chatter) -> None:
    await officer.says("/privacy")
    assert officer.sees("privacy-short")
    for page in ("kept", "who", "phone"):
        await officer.taps(f"privacy-more-{page}")
        assert officer.sees("privacy-kept-none" if page == "kept" else f"privacy-{page}")
        await officer.taps("privacy-back")
        assert officer.sees("privacy-short")


@pytest.mark.parametrize("lang", ["en", "es"])
async def test_the_page_names_every_table_there_is(house: House, lang: str) -> None:
    person = house.person("Kim", lang)
    await person.says("/privacy")
    await person.taps("privacy-more-kept")
    for row in declared():
        assert person.sees(row.purpose), name_of(row)
        if row.retention is not None and row.retention.days:
            assert f" {row.retention.days} " in person.reads


async def test_export_shows_age_and_end_and_comes_as_a_file(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await house.time_passes(timedelta(days=3))
    await officer.says("/export")
    assert "3 days old" in officer.reads
    assert '"country": "US"' in officer.reads
    (message,) = await officer.taps("privacy-export-button")
    assert message.media is not None
    file = house.telegram.account.files.download(message.media.path)
    assert file is not None
    held = json.loads(file.data)["kept"]
    assert held[0]["table"] == "member"
    assert held[0]["days_old"] == 3


async def test_forget_gives_a_receipt_and_the_second_finds_nothing(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("I want to kill myself")
    assert await _kept(house, officer) > 1
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    assert officer.sees("privacy-forgotten-end")
    assert officer.sees("privacy-kept-member")
    assert await _kept(house, officer) == 0
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    assert officer.sees("privacy-forgotten-none")


async def test_forgetting_destroys_the_key_of_this_person_alone(
    house: House, officer: Chatter, spouse: Chatter
) -> None:
    vault = house.bot.services.vault
    for person in (officer, spouse):
        await person.says("I want to kill myself")
    both = {vault.pseudonym(one.person.id) for one in (officer, spouse)}
    assert both <= set(vault.people())
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    assert set(vault.people()) & both == {vault.pseudonym(spouse.person.id)}


async def test_a_key_left_over_goes_by_itself(house: House) -> None:
    vault, storage = house.bot.services.vault, house.bot.services.storage
    name = vault.pseudonym(99)
    today = house.bot.services.clock.today()
    await storage.write(lambda s: members.remember(s, name, Profile(), today=today))
    await storage.write(lambda s: members.keep_chat(s, vault, name, 99))
    await house.time_passes(timedelta(hours=3))
    assert name in vault.people()
    await storage.write(lambda s: privacy.forget(s, name))
    for _ in range(2):
        await house.time_passes(timedelta(hours=3))
    assert name not in vault.people()


async def test_clear_takes_both_sides_back(officer: Chatter) -> None:
    await officer.says("where can I get help")
    await officer.says("/calm")
    await officer.says("/clear")
    assert officer.sees("privacy-cleared")
    assert len(_left(officer)) == 1


async def test_clear_says_what_it_could_not(house: House, officer: Chatter) -> None:
    await officer.says("where can I get help")
    await house.time_passes(timedelta(hours=49))
    await officer.says("/clear")
    assert officer.sees("privacy-cleared-partly")
    assert len(_left(officer)) > 1


async def test_clear_reaches_back_behind_a_restart(house: House, officer: Chatter) -> None:
    await officer.says("where can I get help")
    house.bot.services.sender._recent.take(officer.person.id)
    await officer.says("/clear")
    assert len(_left(officer)) == 1


@pytest.mark.parametrize("word", PANIC)
async def test_one_word_leaves_a_screen_that_says_nothing(house: House, officer: Chatter, word: str) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("I want to kill myself")
    await officer.says(word)
    assert _left(officer) == ["Nothing new."]
    assert await _kept(house, officer) == 0
    assert house.bot.services.vault.pseudonym(officer.person.id) not in house.bot.services.vault.people()


@pytest.mark.parametrize("words", ["erase all my debts", "please eraseall", "nothing new"])
async def test_other_words_erase_nothing(house: House, officer: Chatter, words: str) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says(words)
    assert await _kept(house, officer) == 1


async def test_the_word_keeps_its_calm_when_storage_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object, **__: object) -> None:
        raise StorageUnavailable("gone")

    async with open_house(tmp_path) as house:
        officer = house.person("Sam")
        await officer.says("where can I get help")
        monkeypatch.setattr(type(house.bot.services.storage), "write", gone)
        await officer.says("eraseall")
        assert _left(officer) == ["Nothing new. Later: /forget"]


def test_only_tables_about_a_person_name_one() -> None:
    assert all((row.subject is not None) == (row.owner is Owner.MEMBER) for row in declared())
