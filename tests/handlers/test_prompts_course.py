"""Eight weeks in the chat: one word a day, a missed week asked about and not counted, left at any time and forgotten."""

from datetime import timedelta

from bot.care.schedule_course import Course
from bot.care.wording import said
from storage import subscriptions
from storage.subscriptions import Standing
from tests.chat import Chatter, House


async def _start(sam: Chatter) -> None:
    await sam.says("/prompts")
    await sam.taps("prompts-eight-weeks")
    await sam.taps("course-begin")
    await sam.taps("Central, 12:00")
    await sam.taps("18:00–20:00")
    sam.sees("prompts-state-course")


async def _standing(house: House, sam: Chatter) -> Standing | None:
    services = house.bot.services
    name = services.vault.pseudonym(sam.person.id)
    return await services.storage.read(lambda s: subscriptions.find(s, services.vault, name))


async def _next(house: House, sam: Chatter) -> str:
    standing = await _standing(house, sam)
    assert standing is not None
    assert standing.due_at is not None
    await house.time_passes(standing.due_at - house.hands.at)
    return sam.person.received[-1].text or ""


async def test_a_week_is_an_opening_and_six_nudges_and_then_the_next_begins(
    house: House, officer: Chatter
) -> None:
    programme = house.bot.services.library.programme
    await _start(officer)
    for day in range(7):
        text = await _next(house, officer)
        assert programme.nudge(1, day, "en") in text
        assert (said(programme.week[0].title, "en") in text) == (day == 0)
        await officer.taps("prompts-did")
    text = await _next(house, officer)
    assert said(programme.week[0].end, "en") in text
    assert said(programme.week[1].title, "en") in text
    standing = await _standing(house, officer)
    assert standing is not None
    assert standing.wishes.course is not None
    assert (standing.wishes.course.week, standing.wishes.course.day) == (2, 1)


async def test_after_a_missed_week_it_asks_and_waits_until_somebody_says(
    house: House, officer: Chatter
) -> None:
    programme = house.bot.services.library.programme
    await _start(officer)
    await house.time_passes(timedelta(days=1, hours=9))  # nobody is here on the day it begins, or after
    texts = [await _next(house, officer) for _ in range(8)]
    assert texts[-1] == said(programme.week[0].missed, "en")
    standing = await _standing(house, officer)
    assert standing is not None
    assert standing.due_at is None
    await officer.taps("Week 1 again")
    officer.sees("course-set")
    assert said(programme.week[0].title, "en") in await _next(house, officer)


async def test_it_can_be_read_page_by_page_and_what_makes_it_worse_leads_out_of_it(
    house: House, officer: Chatter
) -> None:
    programme = house.bot.services.library.programme
    await officer.says("/prompts")
    await officer.taps("prompts-eight-weeks")
    await officer.taps("Read week 1")
    assert said(programme.caution, "en") in officer.reads
    for words in programme.week[0].unit[1:]:
        await officer.taps("course-next")
        assert said(words, "en") in officer.reads
    await officer.taps("course-too-much")
    assert said(programme.too_much, "en") in officer.reads
    await officer.taps("menu-crisis")
    assert officer.sees_a_number


async def test_whoever_leaves_is_no_subscriber_any_more_unless_they_asked_for_prompts_too(
    house: House, officer: Chatter
) -> None:
    await _start(officer)
    await _next(house, officer)
    await officer.taps("course-leave")
    officer.sees("course-left")
    assert await _standing(house, officer) is None


async def test_prompts_and_the_eight_weeks_together_are_still_one_a_day(
    house: House, officer: Chatter
) -> None:
    await officer.says("/prompts")
    await officer.taps("prompts-begin")
    await officer.taps("Central, 12:00")
    await officer.taps("18:00–20:00")
    await officer.taps("prompts-eight-weeks")
    await officer.taps("course-begin")
    officer.sees("course-started")
    before = len(officer.person.received)
    for _ in range(3 * 24 * 4):
        await house.time_passes(timedelta(minutes=15))
    assert len(officer.person.received) - before in (2, 3)
    await officer.taps("course-leave")
    standing = await _standing(house, officer)
    assert standing is not None
    assert standing.wishes.course is None
    assert standing.wishes.per_week == 2


async def test_the_end_of_the_eighth_week_is_the_end(house: House, officer: Chatter) -> None:
    await _start(officer)
    services, name = house.bot.services, house.bot.services.vault.pseudonym(officer.person.id)
    last = Course(week=8, day=7, began=house.hands.at.date())
    await services.storage.write(
        lambda s: subscriptions.change(
            s, services.vault, name, lambda w: w.but(course=last), now=house.hands.at
        )
    )
    await officer.says("/prompts")
    text = await _next(house, officer)
    assert said(services.library.programme.keep[0], "en") in text
    assert await _standing(house, officer) is None
    await officer.taps("course-then-prompts")
    officer.sees("prompts-window-ask")
