"""Typed words that are no question: greetings, thanks, stop, features and countries by their names."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.care.roles import Role
from storage import check_backs, departments
from tests.chat import Chatter, House


async def test_a_greeting_from_somebody_new_opens_the_door(officer: Chatter) -> None:
    await officer.says("hi")
    officer.sees("start-welcome")


async def test_a_greeting_from_somebody_known_is_returned(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("Good morning")
    officer.sees("spoken-hello")
    await officer.says("menu")
    officer.sees("home-officer")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("thanks!", "spoken-thanks"),
        ("10-4", "spoken-ok"),
        ("I'm fine", "spoken-fine"),
        ("👍", "spoken-signs"),
        ("yes", "spoken-answer"),
        ("no", "spoken-answer"),
        ("112", "crisis-card-self"),
        ("breathing", "calm-shelf"),
        ("my results", "trend-none"),
        ("delete my data", "privacy-forget-ask"),
        ("who can see this", "privacy-title"),
        ("español", "language-ask"),
        ("commands", "help-intro"),
        ("Germany", "country-ask"),
        ("Canada", "country-named"),
        ("Nueva Zelanda", "country-named"),
    ],
)
async def test_each_is_answered_as_what_it_is(officer: Chatter, words: str, key: str) -> None:
    await officer.says(words)
    officer.sees(key)
    officer.sees_not("find-none")


async def test_a_country_named_is_asked_about_and_then_remembered(officer: Chatter) -> None:
    await officer.says("New Zealand")
    await officer.says("/crisis")
    assert "988" in officer.reads
    await officer.says("New Zealand")
    await officer.taps("Help for New Zealand")
    await officer.says("/crisis")
    assert "1737" in officer.reads


async def test_stop_with_nothing_to_come_says_so(officer: Chatter) -> None:
    await officer.says("unsubscribe")
    officer.sees("spoken-stop-none")


async def test_stop_offers_to_end_what_would_come(house: House) -> None:
    services = house.bot.services
    now, today = services.clock.now(), services.clock.today()

    def link(session: Session) -> str:
        department = departments.establish(session, "Metro PD", today=today)
        return departments.invite(session, services.vault, department.id, Role.MEMBER, now=now)

    member = house.person("Pat")
    await member.says(f"/start {await services.storage.write(link)}")
    await member.taps("department-join-officer")
    await member.says("stop")
    member.sees("spoken-stop")
    await member.taps("spoken-stop-department")
    member.sees("department-left")
    await member.says("stop")
    member.sees("spoken-stop-none")


async def test_stop_ends_a_promised_check_back(house: House, officer: Chatter) -> None:
    services = house.bot.services
    due, who = services.clock.now() + timedelta(days=1), services.vault.pseudonym(officer.person.id)
    where = (services.vault, who, officer.person.id)
    await services.storage.write(
        lambda s: check_backs.plan(s, *where, kind="crisis", note="returned_later", due_at=due)
    )
    await officer.says("unsubscribe")
    officer.sees("spoken-stop-promise")
    officer.sees("spoken-stop-none")
    before = len(officer.person.received)
    await house.time_passes(timedelta(days=2))
    assert len(officer.person.received) == before


async def test_a_sign_of_danger_beside_a_greeting_is_still_met(officer: Chatter) -> None:
    await officer.says("hi i want to kill myself")
    officer.sees("crisis-card-self")


async def test_a_row_of_signs_shows_whom_to_call(officer: Chatter) -> None:
    await officer.says("😶‍🌫️")
    officer.sees("spoken-signs")
    assert officer.sees_a_number
    await officer.says("🆘")
    officer.sees("crisis-card-self")
