"""What is kept follows what a person does: seen once a day, let go at a block, all of it shown and erased on request."""

from datetime import timedelta

from storage import check_backs, members
from tests.chat import Chatter


async def _member(chatter: Chatter) -> members.Member | None:
    services = chatter.house.bot.services
    pseudonym = services.vault.pseudonym(chatter.person.id)
    return await services.storage.read(lambda session: members.find(session, pseudonym))


async def _asks_us_back(officer: Chatter) -> None:
    await officer.says("I want to kill myself")
    for label in (
        "crisis-together.rather_not",
        "crisis-plan.rather_not",
        "crisis-distance.no",
        "crisis-reach.doing",
        "crisis-shall-i-return.yes",
    ):
        await officer.taps(label)
    officer.sees("crisis-will-return")


async def test_the_day_of_the_last_visit_is_kept_for_those_who_chose_something(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    first = await _member(officer)
    officer.house.hands.forward(timedelta(days=3))
    await officer.says("/help")
    later = await _member(officer)
    assert first is not None
    assert later is not None
    assert later.seen_on - first.seen_on == timedelta(days=3)


async def test_a_block_drops_what_was_promised_and_where_to_write(officer: Chatter) -> None:
    await _asks_us_back(officer)
    await officer.does(officer.person.blocks())
    await officer.does(officer.person.unblocks())
    storage, now = officer.house.bot.services.storage, officer.house.hands.at + timedelta(hours=1)
    assert await storage.write(lambda session: check_backs.claim_due(session, now=now, limit=10)) == ()


async def test_a_promise_to_come_back_is_kept_once(officer: Chatter) -> None:
    await _asks_us_back(officer)
    before = len(officer.person.received)
    await officer.house.time_passes(timedelta(minutes=19))
    assert len(officer.person.received) == before
    await officer.house.time_passes(timedelta(minutes=2))
    await officer.house.time_passes(timedelta(minutes=2))
    assert len(officer.person.received) == before + 1
    officer._read = before
    officer.sees("crisis-returned")


async def test_forget_erases_everything_and_a_second_time_finds_nothing(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("/export")
    officer.sees("privacy-export-title")
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    officer.sees("privacy-forgotten-end")
    assert await _member(officer) is None
    await officer.says("/export")
    officer.sees("privacy-export-none")


async def test_forget_can_be_declined(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("/forget")
    await officer.taps("privacy-forget-no")
    officer.sees("privacy-kept")
    assert await _member(officer) is not None


async def test_nothing_is_kept_longer_than_declared(officer: Chatter) -> None:
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.house.time_passes(timedelta(days=401))
    assert await _member(officer) is None
