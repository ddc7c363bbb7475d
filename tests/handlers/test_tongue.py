"""Who writes in another language of ours than they are answered in is offered it, and never moved to it."""

import pytest

from tests.chat import Chatter

SPANISH = "Español"


def offered(chatter: Chatter) -> set[str]:
    return {button.text for message in chatter.new for row in message.buttons for button in row}


async def test_a_question_in_spanish_is_answered_with_a_way_into_spanish(officer: Chatter) -> None:
    await officer.says("no puedo dormir después del turno de noche")
    officer.sees("find-results", "en")
    await officer.taps(SPANISH)
    officer.sees("language-set", "es")
    await officer.says("no puedo dormir después del turno de noche")
    officer.sees("find-results", "es")
    assert SPANISH not in offered(officer)


async def test_danger_in_spanish_brings_the_card_at_once_and_the_button_brings_it_in_spanish(
    officer: Chatter,
) -> None:
    await officer.says("quiero matarme")
    officer.sees("crisis-card-self", "en")
    assert officer.sees_a_number
    await officer.taps(SPANISH)
    officer.sees("crisis-card-self", "es")
    officer.sees("crisis-where", "es")


async def test_the_plain_question_comes_again_in_spanish(officer: Chatter) -> None:
    await officer.says("voy a guardar el arma en casa de mi hermano")
    officer.sees("crisis-asked", "en")
    await officer.taps(SPANISH)
    officer.sees("crisis-asked", "es")


@pytest.mark.parametrize("words", ["I can't sleep after night shift", "insomnio", "COPLINE"])
async def test_nothing_is_offered_in_ones_own_language_or_when_it_is_not_plain(
    officer: Chatter, words: str
) -> None:
    await officer.says(words)
    assert SPANISH not in offered(officer)


async def test_who_reads_spanish_and_writes_english_is_offered_english(spouse: Chatter) -> None:
    await spouse.says("my husband can't sleep and he drinks")
    assert "English" in offered(spouse)


async def test_a_forged_language_changes_nothing(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.does(officer.person.taps("place:tongue:xx~card", anyway=True))
    officer.sees("menu-settings", "en")
