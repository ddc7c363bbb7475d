"""The pacer: words in time, within Telegram's limits, and in nobody's way. A strict Telegram, hours in milliseconds."""

import asyncio
from functools import partial
from itertools import pairwise

import pytest

from bot.care.breathing import frames, length
from bot.delivery.lanes import Lane
from bot.delivery.pacer import IN_FLIGHT, MOST, YIELDS, Pacers
from bot.delivery.sender import Outcome
from bot.sandbox.telegram import Person
from bot.screens import Screen
from tests.delivery.lane_traffic import busiest_second, later, together
from tests.delivery.pacer_stage import TECHNIQUES, stage
from tests.delivery.virtual_time import run


@pytest.mark.parametrize("name", sorted(TECHNIQUES))
def test_every_technique_runs_to_its_end_in_time_and_no_edit_is_refused(name: str) -> None:
    async def main() -> None:
        async with stage() as on:
            technique, officer = TECHNIQUES[name], await on.officer()
            await on.begin(officer, technique)
            await asyncio.sleep(length(technique) + 5)
            moments = [one.at for one in frames(technique)][1:]
            *paced, (ended, _, last) = on.edits
            assert [at for at, _, _ in paced] == pytest.approx(moments, abs=0.1)
            assert [text for _, _, text in paced] == [f"frame {n + 1}" for n in range(len(moments))]
            assert last == "ended"
            assert ended == pytest.approx(length(technique), abs=1.0)
            assert max(sum(at <= one < at + 60 for one in on.edited()) for at in on.edited()) <= 20
            assert on.refused == 0
            assert len(on.pacers) == 0

    run(main())


def test_a_reply_in_the_middle_is_never_refused_because_of_the_edits() -> None:
    async def main() -> None:
        async with stage() as on:
            officer = await on.officer()
            for second in range(0, 40, 3):
                await on.begin(officer)
                await asyncio.sleep(second / 7)
                await on.sender.show(officer.id, Screen("a reply"))
                await on.sender.crisis(officer.id, Screen("a card"))
                await asyncio.sleep(7)
            assert on.refused == 0

    run(main())


def test_who_writes_gets_the_chat_and_finds_breathing_paused() -> None:
    async def main() -> None:
        async with stage() as on:
            officer = await on.officer()
            await on.begin(officer)
            await asyncio.sleep(20.5)
            (written,) = [await officer.says("can't sleep")]
            on.sender.note(officer.id, written.id)
            await asyncio.sleep(60)
            assert [at for at in on.edited() if 20.5 < at < 20.5 + YIELDS] == []
            assert [text for at, _, text in on.edits if at > 20.5] == ["paused 3"]
            assert len(on.pacers) == 0

    run(main())


def test_two_in_one_chat_cannot_run() -> None:
    async def main() -> None:
        async with stage() as on:
            officer = await on.officer()
            first = await on.begin(officer)
            await asyncio.sleep(15)
            second = await on.begin(officer)
            await asyncio.sleep(30)
            assert len(on.pacers) == 1
            assert not on.pacers.runs_on(officer.id, first)
            assert on.pacers.runs_on(officer.id, second)
            texts = {message.id: message.text for message in officer.received}
            assert texts[first].startswith("paused")
            assert texts[second].startswith("frame")
            assert all(late - early >= 1 for early, late in pairwise(on.edited()[2:]))

    run(main())


def test_what_follows_a_stop_is_never_overwritten_by_an_edit_under_way() -> None:
    async def main() -> None:
        async with stage() as on:
            officer = await on.officer()
            message_id = await on.begin(officer)
            hold = on.telegram.hold("editMessageText")
            await hold.arrived(1)
            stopping = asyncio.create_task(on.pacers.stop(officer.id, message_id))
            await asyncio.sleep(IN_FLIGHT / 2)
            hold.release()
            await stopping
            await on.sender.replace(officer.id, message_id, Screen("what next?"))
            await asyncio.sleep(60)
            assert officer.last.text == "what next?"

    run(main())


def test_after_a_stall_it_goes_on_with_the_breath_that_is_due() -> None:
    async def main() -> None:
        async with stage() as on:
            officer = await on.officer()
            await on.begin(officer)
            hold = on.telegram.hold("editMessageText")
            await asyncio.sleep(30.5)
            hold.release()
            await asyncio.sleep(20)
            shown = [text for _, _, text in on.edits]
            assert shown[:3] == ["frame 1", "frame 6", "frame 7"]

    run(main())


@pytest.mark.parametrize("trouble", ["blocked", "deleted", "lost"])
def test_it_ends_when_there_is_nobody_or_nothing_left(trouble: str) -> None:
    async def main() -> None:
        async with stage() as on:
            officer = await on.officer()
            message_id = await on.begin(officer)
            if trouble == "blocked":
                await officer.blocks()
            elif trouble == "deleted":
                await on.sender.erase(officer.id, [message_id])
            else:
                on.telegram.fail("editMessageText", times=None, reset=True)
            await asyncio.sleep(60)
            assert len(on.pacers) == 0
            assert on.edited() == []

    run(main())


def test_a_429_rests_that_pacer_for_as_long_as_telegram_says_and_no_other() -> None:
    async def main() -> None:
        async with stage() as on:
            one, other = await on.officer("One"), await on.officer("Other")
            on.telegram.fail("editMessageText", lane_chat=one.id, retry_after=20)
            await asyncio.gather(on.begin(one), on.begin(other))
            await asyncio.sleep(50)
            assert on.edited(one.id)[0] >= 12 + 20
            assert on.edited(other.id)[0] == pytest.approx(12, abs=0.1)

    run(main())


def test_only_so_many_run_at_once_and_the_next_one_is_told() -> None:
    async def main() -> None:
        async with stage() as on:
            people = [await on.officer(str(n)) for n in range(MOST + 1)]
            for person in people:
                await on.begin(person)
            assert len(on.pacers) == MOST
            assert not on.pacers.has_room(people[-1].id)
            assert on.pacers.has_room(people[0].id)  # who has one may begin another in its place

    run(main())


def test_hundreds_who_breathe_hold_up_no_answer_and_a_broadcast_makes_room_for_them() -> None:
    async def main() -> None:
        async with stage() as on:
            breathing = [await on.officer(f"B{n}") for n in range(200)]
            asking = [await on.officer(f"A{n}") for n in range(30)]
            reached = [await on.officer(f"R{n}") for n in range(1500)]
            await asyncio.gather(*(later(n * 0.3, partial(on.begin, one)) for n, one in enumerate(breathing)))
            began, waits = on.now(), []

            async def ask(person: Person, lane: Lane) -> None:
                asked = on.now()
                assert (await on.sender.show(person.id, Screen("an answer"), lane=lane)).arrived
                waits.append((lane, on.now() - asked))

            bulk = [on.sender.show(one.id, Screen("to all"), lane=Lane.BROADCAST) for one in reached]
            answers = [
                later(1 + n * 1.3, partial(ask, one, Lane.CRISIS if n % 2 else Lane.REPLY))
                for n, one in enumerate(asking)
            ]
            told = await together(*bulk, *answers)
            took = on.now() - began
            assert {one.outcome for one in told[: len(bulk)]} == {Outcome.SENT}
            assert max(wait for lane, wait in waits if lane is Lane.CRISIS) == 0
            assert max(wait for _, wait in waits) <= 0.1
            assert on.refused == 0
            assert busiest_second(on.edited()) <= 12
            during = [at for at in on.edited() if at > began]
            assert len(during) / took > 8  # the words went on in mid-broadcast
            assert len(bulk) / took > 15  # and so did the broadcast

    run(main())


def test_in_a_rush_of_answers_edits_are_left_out() -> None:
    async def main() -> None:
        async with stage(overall=1000) as on:
            officer, asking = await on.officer(), [await on.officer(str(n)) for n in range(60)]
            await on.begin(officer)
            await asyncio.sleep(11.5)
            for one in asking:  # 20 a second, for three seconds
                await asyncio.gather(on.sender.show(one.id, Screen("an answer")), asyncio.sleep(0.05))
            await asyncio.sleep(30)
            assert [at for at in on.edited() if 12.1 < at < 14.4] == []
            assert on.edited()[-1] > 30

    run(main())


def test_a_stopping_bot_leaves_every_message_paused_with_its_buttons() -> None:
    async def main() -> None:
        async with stage() as on:
            people = [await on.officer(str(n)) for n in range(5)]
            for person in people:
                await on.begin(person)
            await asyncio.sleep(20)
            await on.pacers.close()
            assert {person.last.text for person in people} == {"paused 3"}
            assert all(person.last.labels == ["Stop"] for person in people)

    run(main())


def test_stop_heard_by_another_process_ends_the_edits_here() -> None:
    async def main() -> None:
        async with stage() as on:
            sam, kim = await on.officer(), await on.officer("Kim")
            await on.begin(sam)
            await on.begin(kim)
            await asyncio.sleep(20)
            told: list[int] = []
            elsewhere = Pacers(on.sender, lambda _places: None, clock=on.now)
            elsewhere.tell = told.append
            await elsewhere.stop(sam.id)
            assert told == [sam.id]
            on.pacers.stopped_elsewhere(lambda chat_id: chat_id in told)
            before, others = len(on.edited(sam.id)), len(on.edited(kim.id))
            await asyncio.sleep(20)
            assert len(on.edited(sam.id)) == before
            assert len(on.edited(kim.id)) > others

    run(main())
