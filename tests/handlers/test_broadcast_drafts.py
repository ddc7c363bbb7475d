"""Writing a tip: its words are checked, danger in them is asked about, and nothing is lost or sent twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.care.roles import Role
from tests.broadcast_house import (
    Walking,
    coordinator,
    department_house,
    goes_out,
    got,
    library_tip,
    link,
    member,
    newest,
)
from tests.chat import open_house

WRITTEN = "After a bad call, talk to the peer team before you drive home. Ten minutes is enough."
SPANISH = "Después de algo duro, habla con el equipo de apoyo antes de manejar. Bastan diez minutos."


async def test_danger_in_a_draft_is_asked_about_and_goes_on_when_it_is_for_the_tip(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says(f"I want to kill myself is a thought many officers know. {WRITTEN}")
        chief.sees("broadcast-about")
        assert "988" in chief.reads
        await chief.taps("broadcast-about-tip")
        chief.sees_not("broadcast-about")
        chief.sees_not("crisis-together")


async def test_danger_in_a_draft_that_is_about_the_coordinator_leads_into_the_protocol(
    tmp_path: Path,
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("I want to kill myself")
        await chief.taps("broadcast-about-me")
        assert "988" in chief.reads
        chief.sees("crisis-together")
        await chief.says("I want to kill myself")
        chief.sees_not("broadcast-about")


@pytest.mark.parametrize(("words", "lang"), [("I want to kill myself", "en"), ("Me quiero matar", "es")])
async def test_words_of_ones_own_danger_never_go_out_even_when_said_to_be_for_the_tip(
    tmp_path: Path, words: str, lang: str
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house, lang=lang)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says(words)
        await chief.taps("broadcast-about-tip")
        chief.sees("broadcast-finding-must")
        chief.sees("lint-own-danger", lang)
        chief.sees_not("broadcast-keep")
        await chief.taps("broadcast-about-me")
        assert "988" in chief.reads
        chief.sees("crisis-together")


async def test_danger_said_at_any_other_step_is_the_coordinators_own(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await library_tip(chief)
        await chief.says("I want to kill myself")
        chief.sees("crisis-together")


async def test_a_written_tip_is_checked_and_goes_out_in_the_languages_it_has(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        sam, ana = await member(house, "Sam"), await member(house, "Ana", lang="es", family=True)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("It is confidential. Talk to peer support.")
        chief.sees("lint-confidential")
        chief.sees("broadcast-finding-must")
        chief.sees_not("broadcast-keep")
        await chief.taps("broadcast-again")
        await chief.says(f"One in four officers drink too much. {WRITTEN}")
        chief.sees("lint-statistics")
        await chief.taps("broadcast-keep")
        chief.sees("broadcast-written-more")
        await chief.taps("Write it in Spanish")
        await chief.says(SPANISH)
        await chief.taps("broadcast-go-on")
        await chief.taps("tip-topic-after-incident")
        await chief.taps("broadcast-to-both")
        await chief.taps("broadcast-at-now")
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert [WRITTEN in text for text in got(sam)] == [True]
        assert [SPANISH in text for text in got(ana)] == [True]


@pytest.mark.parametrize(("lang", "other"), [("en", "Sleep first."), ("es", "Primero duerme.")])
async def test_a_second_version_typed_after_it_reads_well_takes_its_place_once_asked(
    tmp_path: Path, lang: str, other: str
) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house, lang=lang), await member(house, "Sam", lang=lang)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says(WRITTEN)
        go_on = next(b.data for row in chief.new[-1].buttons for b in row if "topic" in (b.data or ""))
        await chief.says(f"{other} {WRITTEN}")
        chief.sees("broadcast-instead", lang)
        await chief.does(chief.person.taps(str(go_on), anyway=True))  # [Go on] of the first one
        chief.sees("broadcast-instead")
        await chief.taps("broadcast-instead-new")
        chief.sees("broadcast-written-more")
        await chief.taps("broadcast-go-on")
        await chief.taps("tip-topic-sleep")
        await chief.taps("broadcast-to-both")
        await chief.taps("broadcast-at-now")
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert [other in text for text in got(sam)] == [True]


async def test_the_earlier_version_can_be_kept_and_later_words_are_a_question_again(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("It is confidential. Talk to peer support.")
        await chief.says("The second version.")
        chief.sees("broadcast-instead")
        await chief.taps("broadcast-instead-old")
        chief.sees("lint-confidential")
        await chief.says("thanks")
        chief.sees("spoken-thanks")
        await chief.says(f"The third version. {WRITTEN}")
        await chief.taps("broadcast-instead-new")
        chief.sees("broadcast-written-more")
        house.hands.forward(timedelta(minutes=16))
        await chief.says("where can I get help with sleep")
        chief.sees("find-results")


async def test_a_second_language_can_be_left_out_again_and_the_first_stays(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says(WRITTEN)
        await chief.taps("Write it in Spanish")
        await chief.taps("broadcast-without")
        chief.sees("broadcast-written-more")
        await chief.taps("broadcast-go-on")
        await chief.taps("tip-topic-after-incident")
        chief.sees("broadcast-audience")


async def test_everybody_else_hears_one_kind_sentence(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        await link(house, Role.MEMBER)
        sam = await member(house, "Sam")
        await sam.says("/broadcast")
        sam.sees("broadcast-not-yours")


async def test_a_photo_with_formatted_words_arrives_as_it_was_made(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.does(chief.person.sends_photo())
        chief.sees("broadcast-no-words")
        await chief.does(chief.person.sends_photo("Talk to the peer team <b>today</b> & tomorrow."))
        await chief.taps("broadcast-go-on")
        await chief.taps("tip-topic-peer-support")
        await chief.taps("broadcast-to-officers")
        await chief.taps("broadcast-at-now")
        await chief.taps("broadcast-send")
        await goes_out(house)
        (arrived,) = [message for message in sam.person.received if message.media]
        assert arrived.text.startswith("Talk to the peer team <b>today</b> & tomorrow.")
        assert arrived.media is not None
        assert [button.data for row in arrived.buttons for button in row] == [
            *(f"pulse:2026-10-01:{said}" for said in ("yes", "partly", "no")),
            "tip:help",
            "tip:stop",
        ]


async def test_grief_in_a_draft_is_asked_about_and_not_answered_with_the_protocol(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await chief.says("/broadcast")
        await chief.taps("broadcast-write")
        await chief.says("We lost a friend to suicide. Talk to the peer team today.")
        chief.sees("broadcast-about")
        await chief.taps("broadcast-about-tip")
        chief.sees("broadcast-written-more")


async def test_a_double_tap_on_send_hands_in_one_tip(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        await library_tip(chief)
        send = next(
            button
            for row in chief.new[-1].buttons
            for button in row
            if (button.data or "").startswith("bc:send")
        )
        await chief.taps("broadcast-send")
        await chief.does(chief.person.taps(str(send.data), anyway=True))
        chief.sees("broadcast-gone")
        await goes_out(house)
        assert len(got(sam)) == 1


@pytest.mark.parametrize(
    ("lang", "typed", "told"), [("en", "tomorrow 8", "08:00"), ("es", "mañana a las 8 de la noche", "20:00")]
)
async def test_a_typed_time_is_said_back_and_one_too_far_ahead_says_how_far(
    tmp_path: Path, lang: str, typed: str, told: str
) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house, lang=lang)
        await library_tip(chief)
        await chief.taps("broadcast-change-time")
        assert "America/" not in chief.reads
        await chief.says("2031-01-01 09:00")
        chief.sees("broadcast-too-far", lang)
        assert "60" in chief.reads
        await chief.says("next week")
        chief.sees("broadcast-no-time", lang)
        await chief.says(typed)
        chief.sees("broadcast-when-at", lang)
        assert told in chief.reads
        assert "America/" not in chief.reads
        await chief.taps("broadcast-change-time")
        await chief.says("ahora" if lang == "es" else "now")
        chief.sees("broadcast-when-now", lang)


async def test_a_draft_survives_a_restart(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        await member(house, "Sam")
        await library_tip(chief)
        telegram = house.telegram
    async with open_house(tmp_path, Walking(), telegram) as again:
        await chief.person.taps(again.words("broadcast-send", chief.person))
        await telegram.idle()
        assert (await newest(again)).state in ("scheduled", "running", "done")
