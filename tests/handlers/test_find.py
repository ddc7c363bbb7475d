"""Where can I get help: by tapping and by typing, for this person's place, and honest when there is nothing."""

import re

import pytest

from bot.care.needs import offered
from bot.care.people import Audience
from tests.chat import Chatter


async def test_any_record_is_at_most_three_taps_away(officer: Chatter) -> None:
    await officer.says("/find")
    officer.sees("find-ask")
    await officer.taps("need-alcohol")
    officer.sees("find-need")
    await officer.taps("1")
    officer.sees("card-who")
    officer.sees("card-checked")
    assert officer.sees_a_number


async def test_a_card_says_who_answers_when_what_it_costs_and_what_is_private(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.taps("need-talk")
    await officer.taps("1")
    for key in ("card-who", "card-open", "card-cost", "card-languages", "card-privacy", "card-checked"):
        officer.sees(key)
    assert any(message.contact for message in officer.new)


async def test_pages_go_on_and_end(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.taps("need-incident")
    seen: set[str] = set()
    for _ in range(20):
        names = re.findall(r"^\d\. (.+)$", officer.reads, re.MULTILINE)
        assert names
        assert not set(names) & seen
        seen |= set(names)
        if not any(
            "~" in (button.data or "") for row in officer.person.last_with_buttons.buttons for button in row
        ):
            break
        await officer.taps("find-more")
    assert len(seen) > 10


@pytest.mark.parametrize(
    "audience", [Audience.OFFICER, Audience.FAMILY, Audience.DEPARTMENT, Audience.UNKNOWN]
)
@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ"])
async def test_every_need_shows_a_place_or_a_person(
    officer: Chatter, audience: Audience, country: str
) -> None:
    await officer.says("/country")
    await officer.taps(f"country-{country}")
    if audience is not Audience.UNKNOWN:
        await officer.says("/start")
        await officer.taps(f"start-{audience}")
    for need in offered(officer.house.bot.services.library.needs, audience):
        await officer.says("/find")
        await officer.taps(f"need-{need.id}")
        assert officer.new[-1].buttons or officer.sees_a_number


async def test_help_is_found_in_plain_words_in_both_languages(officer: Chatter, spouse: Chatter) -> None:
    await officer.says("a therapist who works with cops")
    officer.sees("find-results")
    await spouse.says("mi esposo toma demasiado")
    assert spouse.sees_a_number


async def test_outside_its_field_it_says_so_and_offers_a_person(officer: Chatter) -> None:
    await officer.says("what is the weather in Denver tomorrow")
    officer.sees("find-none")
    assert officer.sees_a_number


async def test_a_button_of_a_record_that_is_gone_is_answered(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.does(officer.person.taps("find:card:no-such-record", anyway=True))
    officer.sees("find-gone")


@pytest.mark.parametrize(
    "data", ["", "nothing", "find:need:x~99999999", "find:::::", "crisis:nowhere:yes:1", "a" * 60]
)
async def test_forged_buttons_do_nothing_but_show_a_fresh_screen(officer: Chatter, data: str) -> None:
    await officer.says("/start")
    await officer.does(officer.person.taps(data or "x", anyway=True))
    assert officer.new[-1].buttons


async def test_a_line_of_another_country_is_never_shown(officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-IE")
    for words in ("I want to talk to a cop", "crisis text line", "help for alcohol", "number for copline"):
        await officer.says(words)
        assert "1-800" not in officer.reads
        assert "741741" not in officer.reads
