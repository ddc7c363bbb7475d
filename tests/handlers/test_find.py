"""Where can I get help: by tapping and by typing, for this person's place, and honest when there is nothing."""

import re
from datetime import UTC, date, datetime

import pytest

from bot.care.needs import all_for, offered, places_for, shelves
from bot.care.people import Audience, Profile
from bot.care.resource_kinds import Status
from bot.library import Library, open_library
from bot.resource_cards import PAGE, PAGES_AT_ONCE, ResourceCards
from bot.screens import Screen
from tests.chat import Chatter, House

LIBRARY = open_library()
TODAY = date(2026, 11, 23)
COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ")


def _profiles(library: Library) -> list[Profile]:
    return [
        Profile("en", country, region, audience)
        for audience in Audience
        for country in COUNTRIES
        for region in (None, *library.regions.get(country, ()))
    ]


def test_every_record_and_every_answer_is_at_most_three_taps_away() -> None:
    # Tap one opens a need or shelf, tap two turns to any page, tap three opens the entry.
    reached: set[str] = set()
    for profile in _profiles(LIBRARY):
        buttons = (*offered(LIBRARY.needs, profile.audience), *shelves(LIBRARY.needs, profile.audience))
        for need in buttons:
            found = ResourceCards(LIBRARY).found_for(need, profile, TODAY)
            assert len(found) <= PAGE * PAGES_AT_ONCE, need.id
            reached.update(one.id for one in found)
    assert {*LIBRARY.resources, *LIBRARY.articles} - reached == set()


def test_a_list_of_thousands_keeps_its_buttons_within_telegrams_limits() -> None:
    found = list(LIBRARY.resources.values()) * 40
    for page in (0, 500, 10**9):
        screen = ResourceCards(LIBRARY).listing(
            "head", found, Profile(), TODAY, page=page, turn=lambda number: f"find:need:x~{number}"
        )
        assert sum(map(len, screen.buttons)) <= 100
        assert all(len(row) <= 8 for row in screen.buttons)


@pytest.mark.parametrize(
    "profile", _profiles(LIBRARY), ids=lambda one: f"{one.audience}-{one.country}-{one.region}"
)
def test_no_need_offers_what_is_not_for_this_person(profile: Profile) -> None:
    articles = [written["en"] for written in LIBRARY.articles.values()]
    for need in offered(LIBRARY.needs, profile.audience):
        for one in places_for(need, LIBRARY.resources.values(), profile, TODAY):
            assert one.serves(profile.country, profile.region)
            assert not one.regions or profile.region in one.regions
            if profile.audience is not Audience.DEPARTMENT:
                assert one.status is not Status.NOT_FOR_INDIVIDUALS
                assert set(one.audiences) - {"departments"}
        assert all_for(need, (), articles, profile, TODAY) == tuple(
            one for one in all_for(need, (), articles, profile, TODAY) if one.serves(profile.country)
        )


def test_needs_and_shelves_name_only_answers_that_exist() -> None:
    assert {name for need in LIBRARY.needs for name in need.articles} <= LIBRARY.articles.keys()


def test_a_department_sees_what_is_made_for_departments_first() -> None:
    need = next(need for need in LIBRARY.needs if need.id == "plan")
    found = places_for(need, LIBRARY.resources.values(), Profile(audience=Audience.DEPARTMENT), TODAY)
    assert all("departments" in one.audiences for one in found[:PAGE])


def test_answers_stand_on_the_first_screen_behind_the_people_to_turn_to() -> None:
    need = next(need for need in LIBRARY.needs if need.id == "talk")
    found = ResourceCards(LIBRARY).found_for(need, Profile(audience=Audience.OFFICER), TODAY)
    assert [one.id for one in found[:2]] == ["copline", "lifeline-988-us"]
    assert [one.id for one in found[3:5]] == ["which-line-to-call", "what-happens-copline"]


def _card(record: str, at: datetime, lang: str = "en") -> Screen:
    return ResourceCards(LIBRARY).card(LIBRARY.resources[record], Profile(lang), at)


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (datetime(2026, 11, 23, 18, tzinfo=UTC), "Open now, until 22:00 their time"),
        (datetime(2026, 11, 24, 4, tzinfo=UTC), "Closed now, opens Tue 10:00 their time"),
        (datetime(2026, 11, 24, 13, tzinfo=UTC), "Closed now, opens 10:00 their time"),
        (datetime(2026, 11, 28, 18, tzinfo=UTC), "Closed now, opens Mon 10:00 their time"),
    ],
)
def test_a_card_says_whether_it_is_open_now_in_the_lines_own_time(at: datetime, says: str) -> None:
    assert says in _card("nami-helpline", at).text


@pytest.mark.parametrize(("lang", "way"), [("en", "Text HOME to"), ("es", "Manda HOLA al")])
def test_the_word_to_send_is_the_one_in_the_readers_language(lang: str, way: str) -> None:
    at = datetime(2026, 11, 28, 18, tzinfo=UTC)
    found = [LIBRARY.resources["crisis-text-line-us"]]
    text = ResourceCards(LIBRARY).listing("head", found, Profile(lang), at.date(), now=at).text
    assert f"{way} <b>741741</b>" in text
    assert text.count("741741") == 1
    lines = [line for line in _card("crisis-text-line-us", at, lang).text.splitlines() if "741741" in line]
    assert way in lines[0]
    assert len(lines) == 3, "the others stay on the card"


def test_a_list_says_what_is_open_now_too() -> None:
    at = datetime(2026, 11, 28, 18, tzinfo=UTC)
    found = [LIBRARY.resources["nami-helpline"], LIBRARY.resources["copline"]]
    text = ResourceCards(LIBRARY).listing("head", found, Profile(), at.date(), now=at).text
    assert "Closed now, opens Mon 10:00" in text
    assert "Open now, day and night" in text


def test_nothing_is_called_open_on_the_word_of_somebody_else() -> None:
    at = datetime(2026, 11, 23, 18, tzinfo=UTC)
    for record in LIBRARY.resources.values():
        if record.hours_claim_by.en or record.hours == "unknown":
            assert "Open now" not in _card(record.id, at).text, record.id


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_card_says_privacy_and_what_that_leaves_out(lang: str) -> None:
    for record in LIBRARY.resources.values():
        text = _card(record.id, datetime(2026, 11, 23, 18, tzinfo=UTC), lang).text
        assert "<b>Private?</b>" in text or "<b>¿Es privado?</b>" in text
        assert ("<b>What that leaves out:</b>" in text or "<b>Lo que eso no cubre:</b>" in text) == bool(
            record.en.limits
        )


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
    for key in (
        "card-who",
        "card-open",
        "card-cost",
        "card-languages",
        "card-privacy",
        "card-checked",
        "card-share",
    ):
        officer.sees(key)
    assert any(message.contact for message in officer.new)


async def test_pages_turn_in_place_there_and_back(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.taps("need-incident")
    here = officer.person.last_with_buttons.id
    first, seen = officer.reads, set[str]()
    pages = int(officer.reads.rpartition(" of ")[2])
    for page in range(2, pages + 1):
        await officer.taps(f"p. {page}")
        assert officer.person.last_with_buttons.id == here
        names = re.findall(r"^\d\. (.+)$", officer.reads, re.MULTILINE)
        assert names
        assert not set(names) & seen
        seen |= set(names)
    assert len(seen) > 30
    await officer.taps("p. 1")
    assert officer.reads == first


async def test_a_card_is_a_new_message_and_leads_on(officer: Chatter) -> None:
    await officer.says("/find")
    await officer.taps("need-therapist")
    listed = officer.person.last_with_buttons.id
    await officer.taps("1")
    card = officer.person.last_with_buttons
    assert card.id != listed
    await officer.taps("card-more-like")
    officer.sees("find-alike")
    assert officer.person.last_with_buttons.id != card.id
    await officer.taps("card-other-ways", card)
    officer.sees("find-ways")


async def test_other_ways_name_the_way(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.does(officer.person.taps("find:ways:copline", anyway=True))
    officer.sees("find-ways")
    officer.sees("way-write")
    assert "COPLINE" not in officer.reads.split("\n\n", 1)[1]


async def test_an_answer_can_be_forwarded_and_leads_on(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.does(officer.person.taps("find:card:signs-burnout", anyway=True))
    officer.sees("article-reviewed")
    officer.sees("card-share")
    await officer.taps("card-more-like")
    officer.sees("find-alike")


@pytest.mark.parametrize(
    "audience", [Audience.OFFICER, Audience.FAMILY, Audience.DEPARTMENT, Audience.UNKNOWN]
)
@pytest.mark.parametrize("country", COUNTRIES)
async def test_every_need_shows_a_place_or_a_person(
    officer: Chatter, audience: Audience, country: str
) -> None:
    await officer.says("/country")
    await officer.taps(f"country-{country}")
    if audience is not Audience.UNKNOWN:
        await officer.says("/start")
        await officer.taps(f"start-{audience}")
    await officer.says("/find")
    shown = [button for row in officer.new[-1].buttons for button in row if ":need:" in str(button.data)]
    assert shown
    for need in shown:
        await officer.says("/find")
        await officer.taps(need.text)
        assert officer.new[-1].buttons
        officer.sees_not("find-none")


async def test_help_is_found_in_plain_words_in_both_languages(officer: Chatter, spouse: Chatter) -> None:
    await officer.says("a therapist who works with cops")
    officer.sees("find-results")
    await spouse.says("mi esposo toma demasiado")
    assert spouse.sees_a_number


async def test_what_was_found_leads_to_more_like_it(officer: Chatter) -> None:
    await officer.says("a therapist who works with cops")
    await officer.taps("find-more-like-first")
    officer.sees("find-alike")


async def test_outside_its_field_it_says_so_and_offers_a_person(officer: Chatter) -> None:
    await officer.says("what is the weather in Denver tomorrow")
    officer.sees("find-none")
    assert officer.sees_a_number


@pytest.mark.parametrize("step", ["card", "like", "ways"])
async def test_a_button_of_a_record_that_is_gone_is_answered(officer: Chatter, step: str) -> None:
    await officer.says("/find")
    await officer.does(officer.person.taps(f"find:{step}:no-such-record", anyway=True))
    officer.sees("find-gone")


@pytest.mark.parametrize(
    "data",
    ["", "nothing", "find:need:x~99999999", "find:need:talk~²", "find:need:talk~99999999", "find:like:copline~9",
     "find:::::", "crisis:nowhere:yes:1", "shelf:open:talk~1~x", "shelf:open:shelf-podcasts~9~nothing",
     "treatment:ask:alcohol", "treatment:state:alcohol~ZZ", "a" * 60],
)  # fmt: skip
async def test_forged_buttons_do_nothing_but_show_a_fresh_screen(officer: Chatter, data: str) -> None:
    await officer.says("/start")
    await officer.does(officer.person.taps(data or "x", anyway=True))
    assert any(message.buttons for message in officer.new)
    officer.sees_not("failed")


async def test_a_line_of_another_country_is_never_shown(officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-IE")
    for words in ("I want to talk to a cop", "crisis text line", "help for alcohol", "number for copline"):
        await officer.says(words)
        assert "1-800" not in officer.reads
        assert "741741" not in officer.reads


async def test_five_digits_are_only_a_question_where_treatment_is_not_switched_on(officer: Chatter) -> None:
    await officer.says("78701")
    officer.sees_not("treatment-zip")
    await officer.says("/find")
    await officer.taps("need-alcohol")
    assert "Find treatment near me" not in officer.person.last_with_buttons.labels


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "im 15 and my dad is a cop who yells"), ("es", "tengo 14 años y mi papá es policía y grita")],
)
async def test_a_child_of_an_officer_gets_somebody_to_talk_to_and_no_line_for_officers(
    house: House, lang: str, words: str
) -> None:
    child = house.person("Robin", lang)
    await child.says(words)
    child.sees("find-young")
    assert child.sees_a_number
    assert "COPLINE" not in child.reads


async def test_fifteen_years_on_the_job_is_no_child(officer: Chatter) -> None:
    await officer.says("I'm 15 years in and tired")
    officer.sees_not("find-young")


async def test_scotland_is_asked_for_and_gets_no_line_that_does_not_serve_it(officer: Chatter) -> None:
    await officer.says("/country")
    await officer.taps("country-GB")
    officer.sees("region-ask")
    await officer.taps("Scotland")
    await officer.says("/crisis")
    assert officer.sees_a_number
    assert "0300 131 2789" not in officer.reads
