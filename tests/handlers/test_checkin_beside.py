"""The check-in beside the other conversations: the crisis protocol takes over, the house answers, what is over is gone."""

import sqlite3
from datetime import timedelta

from tests.chat import Chatter, House
from tests.handlers.checking import no_to_all, to_the_questions


async def test_words_of_danger_in_the_middle_end_it_and_its_answers_are_gone(
    house: House, officer: Chatter
) -> None:
    await to_the_questions(officer)
    await officer.taps("checkin-ok")
    await officer.says("I want to kill myself")
    assert "988" in officer.reads
    with sqlite3.connect(house.folder / "house.db") as db:
        assert [flow for (flow,) in db.execute("SELECT flow FROM conversation")] == ["crisis"]
    await officer.says("several days")
    officer.sees_not("checkin-of")


async def test_fear_of_harming_someone_enters_the_protocol(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.hurt")
    officer.sees("crisis-others-space")


async def test_a_home_that_is_not_safe_is_no_officers_line(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.home")
    await officer.taps("checkin-home.unsafe")
    officer.sees("crisis-home-safe-now")
    assert "Police only" not in officer.reads


async def test_after_hours_of_silence_words_belong_to_the_house_again(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    await house.time_passes(timedelta(hours=4))
    await officer.says("where can I find a therapist")
    officer.sees("find-results")
    officer.sees_not("checkin-where")


async def test_forgetting_takes_an_open_check_in_with_it(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    with sqlite3.connect(house.folder / "house.db") as db:
        assert db.execute("SELECT count(*) FROM conversation").fetchone()[0] == 0


async def test_nothing_of_it_is_left_after_its_hours(house: House, officer: Chatter) -> None:
    await to_the_questions(officer)
    await house.time_passes(timedelta(hours=24))
    with sqlite3.connect(house.folder / "house.db") as db:
        assert db.execute("SELECT count(*) FROM conversation").fetchone()[0] == 0
