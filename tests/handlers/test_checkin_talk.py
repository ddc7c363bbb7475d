"""The check-in as people live it: from the first number to one next step, typed, tapped, skipped, stopped, come back to."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.chat import Chatter, House, open_house
from tests.handlers.checking import answers, no_to_all, to_the_questions, to_the_result

DAY, WEEK = timedelta(days=1), timedelta(days=7)


# --- the whole of it ----------------------------------------------------------------------------------------------


async def test_it_says_what_it_is_before_it_asks_anything(officer: Chatter) -> None:
    await officer.says("/check")
    officer.sees("checkin-hello")
    assert "I'm a program" in officer.reads
    assert "case details" in officer.reads


async def test_from_a_number_to_one_next_step(officer: Chatter) -> None:
    await to_the_result(officer, "Several days", "Not at all", "Nearly every day", "Several days")
    officer.sees("score-gad2-0")
    officer.sees("score-phq2-3")
    assert not any(character.isdigit() for character in officer.reads), "never a number alone"
    await officer.taps("checkin-result.what_now")
    officer.sees("checkin-next")
    officer.sees("checkin-chief")
    assert "1-800-267-5463" in officer.reads
    await officer.taps("checkin-next.will")
    await officer.taps("checkin-back.no")
    await officer.taps("checkin-tonight.enough")
    officer.sees("checkin-done")
    assert officer.sees_a_number


async def test_one_question_is_one_message_in_the_same_place(officer: Chatter) -> None:
    await no_to_all(officer)
    assert len(officer.person.received) == 1, "old answers are not left for whoever looks at the phone"


async def test_what_weighs_is_taken_up_before_anything_is_offered(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.call")
    officer.sees("checkin-says-call")
    await officer.taps("checkin-call.older")
    officer.sees("checkin-listen")


async def test_every_item_can_be_skipped_and_then_nothing_is_counted(officer: Chatter) -> None:
    await to_the_result(officer, "Nearly every day", "checkin-skip", "Nearly every day", "Nearly every day")
    officer.sees("checkin-incomplete")
    officer.sees_not("score-phq2-3")


async def test_stopping_is_one_tap_and_leaves_a_number(house: House, officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.taps("checkin-ok")
    await officer.taps("checkin-stop")
    officer.sees("checkin-stopped")
    assert officer.sees_a_number
    await officer.says("several days")
    officer.sees_not("checkin-again")


async def test_drinking_brings_three_questions_and_the_lower_line_when_nothing_is_said(
    officer: Chatter,
) -> None:
    await to_the_questions(officer, "drinking")
    await officer.taps("checkin-leave-out")
    officer.sees("checkin-sex")
    await officer.taps("checkin-rather-not")
    await answers(officer, "2 to 3 times a week", "1 or 2", "Never")
    officer.sees("score-audit-c-3")


async def test_who_never_drinks_is_asked_one_question(officer: Chatter) -> None:
    await to_the_questions(officer, "drinking")
    await officer.taps("checkin-leave-out")
    await officer.taps("checkin-sex.man")
    await officer.taps("Never")
    officer.sees("score-audit-c-0")


async def test_looking_closer_tells_only_what_is_new(officer: Chatter) -> None:
    await to_the_result(officer)
    await officer.taps("checkin-result.more")
    await officer.taps("checkin-deeper.nerves")
    officer.sees("score-intro-gad7")
    await officer.taps("checkin-ok")
    await answers(officer, *["Several days"] * 7)
    officer.sees("score-gad7-5")
    officer.sees_not("score-phq2-0")
    await officer.taps("checkin-result.more")
    with pytest.raises(LookupError):
        await officer.taps("checkin-deeper.nerves")


async def test_another_way_to_a_person_and_what_is_in_the_way(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.job")
    await officer.taps("checkin-listen.person")
    first = officer.reads
    await officer.taps("checkin-next.in_the_way")
    await officer.taps("checkin-barrier.lose_job")
    officer.sees("checkin-says-lose-job")
    await officer.taps("checkin-after-barrier.another")
    officer.sees("checkin-next-other")
    assert officer.reads != first


# --- typing -------------------------------------------------------------------------------------------------------


async def test_it_can_be_typed_from_end_to_end(officer: Chatter) -> None:
    for said, seen in (
        ("/check", "checkin-hello"), ("start", "checkin-today"), ("7", "checkin-asq-1"), ("no", "checkin-asq-2"),
        ("nope", "checkin-asq-3"), ("No.", "checkin-asq-4"), ("n", "checkin-weighs"), ("sleep", "checkin-listen"),
        ("go on with the check-in", "score-intro-phq4"), ("ok", "checkin-of"), ("several days", "checkin-of"),
        ("skip", "checkin-of"), ("not at all", "checkin-of"), ("Nearly every day", "checkin-result"),
        ("what now?", "checkin-next"), ("not now", "checkin-back"), ("no", "checkin-tonight"), ("stop", "checkin-stopped"),
    ):  # fmt: skip
        await officer.says(said)
        officer.sees(seen)


async def test_spanish_can_be_typed_too(spouse: Chatter) -> None:
    for said, seen in (
        ("/check", "checkin-hello"), ("empezar", "checkin-today"), ("saltar", "checkin-asq-1"), ("no", "checkin-asq-2"),
        ("para nada", "checkin-asq-3"), ("no", "checkin-asq-4"), ("no", "checkin-weighs"), ("el dinero", "checkin-listen"),
        ("seguir con el chequeo", "score-intro-phq4"), ("sí", "checkin-of"), ("varios dias", "checkin-of"),
        ("parar", "checkin-stopped"),
    ):  # fmt: skip
        await spouse.says(said)
        spouse.sees(seen, "es")


async def test_a_word_that_is_no_answer_gets_one_kind_line_and_the_same_question(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.says("purple monkey")
    officer.sees("checkin-again")
    officer.sees("checkin-today")
    officer.sees_not("find-none")


async def test_a_longer_message_is_heard(officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.says("it was one long week, one thing after another, and the kids were sick as well")
    assert officer.sees("checkin-heard") or officer.sees("crisis-asked")


async def test_who_asks_who_sees_it_is_told(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.says("will my chief know about this")
    officer.sees("checkin-who-sees")
    officer.sees("checkin-offer")


async def test_a_question_is_answered_and_the_check_in_comes_back(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.says("what happens when I call copline?")
    officer.sees("find-results")
    officer.sees("checkin-where")


async def test_a_voice_message_brings_the_question_back(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.does(officer.person.sends_photo())
    officer.sees("checkin-unread")
    officer.sees("checkin-offer")


async def test_asking_for_a_person_brings_numbers_and_the_question_stays(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.says("number")
    officer.sees("checkin-people")
    assert officer.sees_a_number


async def test_venting_is_heard_not_searched_and_leads_back_to_the_questions(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.vent")
    await officer.says("the sergeant moved my days off again and nobody even asked")
    officer.sees("checkin-vent-heard")
    await officer.says("and then the printer")
    officer.sees("checkin-vent-heard-more")
    await officer.taps("checkin-vent.enough")
    officer.sees("checkin-before-going-on")
    await officer.taps("checkin-before-going-on.go_on")
    officer.sees("checkin-asq-1")


# --- families, languages, settings --------------------------------------------------------------------------------


async def test_families_are_asked_about_themselves(house: House) -> None:
    spouse = house.person("Ana")
    await spouse.says("/family")
    await no_to_all(spouse)
    spouse.sees("checkin-weighs-family")
    assert "A bad call" not in str(spouse.person.last_with_buttons.buttons)
    await spouse.taps("checkin-weighs.worry")
    await spouse.taps("checkin-worry.no")
    await spouse.taps("checkin-listen.person")
    spouse.sees("checkin-chief-family")
    spouse.sees_not("checkin-chief")


async def test_a_family_that_fears_a_death_is_on_the_path_about_someone_else(house: House) -> None:
    spouse = house.person("Ana")
    await spouse.says("/family")
    await no_to_all(spouse)
    await spouse.taps("checkin-weighs.worry")
    await spouse.taps("checkin-worry.unsure")
    spouse.sees("crisis-other-now")


async def test_without_scores_the_conversation_stays(tmp_path: Path) -> None:
    async with open_house(tmp_path, scored_checks=False) as house:
        officer = house.person()
        await no_to_all(officer)
        await officer.taps("checkin-weighs.drinking")
        await officer.taps("checkin-listen.go_on")
        officer.sees("checkin-no-score")
        with pytest.raises(LookupError):
            await officer.taps("checkin-result.more")
        await officer.taps("checkin-result.what_now")
        officer.sees("checkin-next")


# --- what is kept, and coming back --------------------------------------------------------------------------------


async def test_a_result_is_kept_only_after_a_yes_and_shown_next_time(officer: Chatter) -> None:
    await to_the_result(officer)
    await officer.taps("checkin-result.keep")
    officer.sees("checkin-keep-ask")
    await officer.taps("checkin-keep-ask.yes")
    officer.sees("checkin-says-kept")
    await officer.taps("checkin-stop")
    await officer.says("/check")
    await officer.taps("checkin-my-results")
    officer.sees("trend-title")


async def test_without_that_yes_nothing_is_left(officer: Chatter) -> None:
    await to_the_result(officer)
    await officer.taps("checkin-result.keep")
    await officer.taps("checkin-no")
    await officer.taps("checkin-stop")
    await officer.says("/export")
    officer.sees("privacy-export-none")


@pytest.mark.parametrize(("choice", "after"), [("tomorrow", DAY), ("week", WEEK)])
async def test_it_checks_back_when_it_was_asked_to_and_only_then(
    house: House, officer: Chatter, choice: str, after: timedelta
) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.money")
    await officer.taps("checkin-listen.person")
    await officer.taps("checkin-next.will")
    await officer.taps(f"checkin-back.{choice}")
    await officer.taps("checkin-tonight.enough")
    heard = len(officer.person.received)
    await house.time_passes(after - timedelta(minutes=1))
    assert len(officer.person.received) == heard
    await house.time_passes(timedelta(minutes=2))
    assert len(officer.person.received) == heard + 1
    await officer.taps("checkin-returned.worse")
    officer.sees("checkin-says-worse")
    officer.sees("checkin-today")
    await officer.taps("4")
    officer.sees("checkin-asq-1")


async def test_one_tap_ends_the_writing(house: House, officer: Chatter) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.money")
    await officer.taps("checkin-listen.person")
    await officer.taps("checkin-next.will")
    await officer.taps("checkin-back.tomorrow")
    await house.time_passes(DAY)
    await officer.taps("checkin-returned.leave_me")
    officer.sees("checkin-left-alone")
    heard = len(officer.person.received)
    await house.time_passes(WEEK)
    assert len(officer.person.received) == heard


async def test_before_the_first_question_and_by_a_features_name_the_house_answers(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.says("my wife left me")
    officer.sees("find-results")
    await officer.says("delete my data")
    officer.sees("privacy-forget-ask")
