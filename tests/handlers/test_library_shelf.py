"""/library: shelves by kind, narrowed by topic and length, honest about how old things are."""

import re
from datetime import UTC, datetime

import pytest

from bot.care.needs import offered, shelves
from bot.care.people import Audience, Profile
from bot.library import open_library
from bot.resource_cards import ResourceCards
from tests.chat import Chatter

LIBRARY = open_library()
NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)


async def test_the_library_is_in_the_menu_and_a_command(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.taps("menu-library")
    officer.sees("shelf-ask")
    await officer.says("/library")
    officer.sees("shelf-ask")


async def test_an_episode_is_three_taps_away_and_says_its_age(officer: Chatter) -> None:
    await officer.says("/library")
    await officer.taps("need-shelf-podcasts")
    officer.sees("shelf-old-episodes")
    here = officer.person.last_with_buttons.id
    await officer.taps("p. 5")
    assert officer.person.last_with_buttons.id == here
    assert "2013" in officer.reads
    await officer.taps("1")
    officer.sees("card-cost")
    assert officer.person.last_with_buttons.id != here


async def test_a_shelf_is_narrowed_by_topic_and_widened_again(officer: Chatter) -> None:
    await officer.says("/library")
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("/library")
    await officer.taps("need-shelf-podcasts")
    whole = officer.reads
    await officer.taps("need-calm")
    assert officer.reads != whole
    assert len(re.findall(r"^\d\. ", officer.reads, re.MULTILINE)) > 1
    await officer.taps("shelf-all")
    assert officer.reads == whole


async def test_courses_are_sorted_by_how_long_they_take(officer: Chatter) -> None:
    await officer.says("/library")
    await officer.taps("need-shelf-courses")
    await officer.taps("shelf-length-day")
    assert "Mental Health First Aid" in officer.reads
    assert "40-hour" not in officer.reads


async def test_reports_for_agencies_can_be_read_by_officers_and_say_whom_they_are_for(
    officer: Chatter,
) -> None:
    await officer.says("/library")
    await officer.taps("need-shelf-reports")
    officer.sees("card-not-for-individuals")
    assert "Dorner" in officer.reads


async def test_an_empty_shelf_is_not_offered_and_on_an_old_button_says_so(officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-IE")
    await officer.says("/library")
    labels = {button.text for row in officer.new[-1].buttons for button in row}
    assert LIBRARY.text("need-shelf-podcasts", "en") not in labels
    await officer.does(officer.person.taps("shelf:open:shelf-podcasts", anyway=True))
    officer.sees("shelf-empty")
    assert officer.new[-1].buttons


async def test_answers_are_on_shelves_of_their_own_in_every_country(spouse: Chatter) -> None:
    await spouse.says("/country")
    await spouse.taps("country-NZ")
    await spouse.says("/library")
    await spouse.taps("need-shelf-answers-home")
    spouse.sees("shelf-answers-length", "es")
    await spouse.taps("1")
    spouse.sees("article-reviewed", "es")


@pytest.mark.parametrize("audience", list(Audience))
def test_every_episode_stands_in_the_order_of_its_date(audience: Audience) -> None:
    for shelf in shelves(LIBRARY.needs, audience):
        if shelf.id != "shelf-podcasts":
            continue
        found = ResourceCards(LIBRARY).found_for(shelf, Profile(audience=audience), NOW.date())
        said = [re.search(r"from (\w+ 20\d\d)", LIBRARY.resources[one.id].en.what) for one in found]
        dates = [datetime.strptime(one[1], "%B %Y").replace(tzinfo=UTC) for one in said if one]
        assert len(dates) > 20
        assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ", "ZZ"])
def test_a_shelf_is_offered_exactly_where_something_stands_on_it(country: str) -> None:
    cards = ResourceCards(LIBRARY)
    for audience in Audience:
        profile = Profile("en", country, None, audience)
        for need in (*shelves(LIBRARY.needs, audience), *offered(LIBRARY.needs, audience)):
            assert cards.has_any(need, profile) == bool(cards.found_for(need, profile, NOW.date())), need.id
