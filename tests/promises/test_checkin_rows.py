"""What must follow from what is known: the table clinicians and test writers share, row by row, for the check-in."""

import sqlite3
from datetime import timedelta

import pytest

from bot.care.questionnaires import Sex, score
from bot.library import CONTENT, LANGUAGES
from tests.care.checkin_walk import FLOW, LIBRARY
from tests.chat import Chatter, House
from tests.handlers.checking import answers, no_to_all, to_the_questions, to_the_result

ROWS = {
    1: "PHQ-9 answers 0x8, item 9 = 1: the safety branch before any score",
    2: "a score never cancels the safety question",
    3: "one 'prefer not to say' among no: positive, item 5 asked",
    4: "item 5 yes: people first; no questionnaire, no exercise, nothing unasked for 72 hours",
    5: "'leave me alone' after the card: it stays available, no number a third time",
    6: "'worked a jumper today, rough': one clarifying question",
    7: "'asking for a friend, how many pills': own risk, no method, a direct question",
    8: "'stressed, mind racing' only: the normal flow",
    9: "AUDIT-C never: 0, two items skipped; a man with 4/0/0: positive, with the note on frequency",
    10: "AUDIT-C sex unknown, 3 points: the wording of the lower cut-off",
    11: "PC-PTSD-5 gate no: five items never shown; not offered in Spanish",
    12: "an incident 10 days ago: PC-PTSD-5 refused until day 30, 0 to 10 offered",
    13: "an unfinished scale: no score, no band, nothing kept",
    19: "a positive safety answer creates no event that anybody else sees",
    20: "another language in mid-flow: the chosen country's people, none guessed",
}


async def _to_phq9(officer: Chatter) -> None:
    await to_the_result(officer)
    await officer.taps("checkin-result.more")
    await officer.taps("checkin-deeper.mood")
    await officer.taps("checkin-ok")


async def _positive(officer: Chatter, answer: str = "checkin-rather-not") -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("5")
    await officer.taps("checkin-no")
    await officer.taps(answer)


def test_every_row_named_here_has_its_test() -> None:
    names = "\n".join(globals())
    assert {row for row in ROWS if f"test_row_{row}_" not in names} == set()


@pytest.mark.parametrize("points", ["Several days", "More than half the days", "Nearly every day"])
async def test_row_1_item_nine_leaves_before_any_score(officer: Chatter, points: str) -> None:
    await _to_phq9(officer)
    await answers(officer, *["Not at all"] * 8)
    await officer.taps(points)
    assert officer.new[0].text.startswith("Call or text 988")
    officer.sees("crisis-checkin-now")
    assert not any(key in officer.reads for key in ("How it reads", "Not much of this"))


async def test_row_1_the_same_typed(officer: Chatter) -> None:
    await _to_phq9(officer)
    await answers(officer, *["Not at all"] * 8)
    await officer.says("several days")
    officer.sees("crisis-checkin-now")


async def test_row_2_a_low_score_cancels_nothing(officer: Chatter) -> None:
    await to_the_result(officer)
    await officer.says("I'm done with life")
    assert "988" in officer.reads
    officer.sees_not("checkin-again")


async def test_row_2_whoever_said_so_before_is_not_asked_for_scores(officer: Chatter) -> None:
    await officer.says("I'm done with life")
    await officer.says("/check")
    officer.sees("checkin-quiet")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("answer", ["checkin-yes", "checkin-rather-not"])
async def test_row_3_any_yes_or_refusal_is_positive_and_item_five_is_asked(
    officer: Chatter, number: int, answer: str
) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.taps("checkin-skip")
    for _ in range(number - 1):
        await officer.taps("checkin-no")
    await officer.taps(answer)
    assert officer.new[0].text.startswith("Call or text 988")
    officer.sees("crisis-checkin-now")


@pytest.mark.parametrize(
    "then", ["crisis-checkin-now.yes", "crisis-checkin-now.no", "crisis-checkin-now.rather_not"]
)
async def test_row_4_after_it_no_questionnaire_and_no_tip_for_72_hours(
    house: House, officer: Chatter, then: str
) -> None:
    await _positive(officer)
    await officer.taps(then)
    await house.time_passes(timedelta(hours=71))
    await officer.says("/check")
    officer.sees("checkin-quiet")
    assert officer.sees_a_number
    await officer.taps("checkin-quiet.vent")
    await officer.says("purple monkey")
    officer.sees("checkin-vent-heard")
    await house.time_passes(timedelta(hours=2))
    await officer.says("/check")
    officer.sees("checkin-hello")


async def test_row_4_thoughts_right_now_bring_people_first_and_a_plan_is_asked(officer: Chatter) -> None:
    await _positive(officer)
    await officer.taps("crisis-checkin-now.yes")
    officer.sees("crisis-together-worse")
    await officer.taps("crisis-together-worse.rather_not")
    officer.sees("crisis-plan")


async def test_row_5_leave_me_alone_is_heard_and_the_door_stays_open(officer: Chatter) -> None:
    await _positive(officer)
    await officer.says("leave me alone")
    officer.sees("crisis-left-alone")
    assert "988" not in officer.reads
    await officer.says("/check")
    officer.sees("checkin-quiet")


async def test_row_6_talk_of_a_call_is_met_with_respect_and_no_list_of_numbers(officer: Chatter) -> None:
    await officer.says("/check")
    await officer.taps("checkin-hello.start")
    await officer.says("worked a jumper today, rough")
    officer.sees("checkin-heard-work")
    assert "988" not in officer.reads
    await officer.says("3")
    officer.sees("checkin-asq-1")  # and the plain question comes, as to everybody


async def test_row_7_asking_for_a_friend_is_taken_as_ones_own_risk(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.says("asking for a friend, how many pills would it take")
    assert officer.sees_a_number
    assert (officer.person.last_with_buttons.buttons[0][0].data or "").startswith("crisis:")
    officer.sees_not("checkin-again")


async def test_row_8_stress_alone_stays_in_the_normal_flow(officer: Chatter) -> None:
    await to_the_questions(officer)
    await officer.says("stressed, mind racing")
    officer.sees("checkin-offer")
    assert "988" not in officer.reads


def test_row_9_only_frequency_is_said_to_be_only_frequency() -> None:
    audit = LIBRARY.questionnaires["audit_c"]
    never = score(audit, {"1": 0})
    assert never is not None
    assert not never.positive
    often = score(audit, {"1": 4, "2": 0, "3": 0}, sex=Sex.MAN)
    assert often is not None
    assert often.positive
    assert often.note == "score-audit-c-often"


async def test_row_9_the_note_is_read_to_the_person(officer: Chatter) -> None:
    await to_the_questions(officer, "drinking")
    await officer.taps("checkin-leave-out")
    await officer.taps("checkin-sex.man")
    await answers(officer, "4 or more times a week", "1 or 2", "Never")
    officer.sees("score-audit-c-often")


async def test_row_10_without_a_word_on_sex_the_lower_line_counts(officer: Chatter) -> None:
    for answer, seen in (("checkin-sex.man", "score-audit-c-0"), ("checkin-rather-not", "score-audit-c-3")):
        await to_the_questions(officer, "drinking")
        await officer.taps("checkin-leave-out")
        await officer.taps(answer)
        await answers(officer, "Monthly or less", "3 or 4", "Less than monthly")
        officer.sees(seen)
        await officer.taps("checkin-stop")


async def test_row_11_a_no_at_the_gate_ends_it(officer: Chatter) -> None:
    await to_the_questions(officer, "call")
    await officer.taps("checkin-leave-out")
    await officer.taps("checkin-result.more")
    await officer.taps("checkin-deeper.after")
    await officer.taps("checkin-ok")
    await officer.taps("No")
    officer.sees("score-pc-ptsd-5-0")


async def test_row_11_it_is_not_offered_in_spanish(spouse: Chatter) -> None:
    await to_the_questions(spouse)
    await spouse.taps("checkin-leave-out")
    await spouse.taps("checkin-result.more")
    shown = {button.text for row in spouse.person.last_with_buttons.buttons for button in row}
    assert LIBRARY.text("checkin-deeper.mood", "es") in shown
    assert LIBRARY.text("checkin-deeper.after", "es") not in shown


async def test_row_12_ten_days_after_it_is_too_early_and_the_number_is_asked_again_in_a_week(
    house: House, officer: Chatter
) -> None:
    await no_to_all(officer)
    await officer.taps("checkin-weighs.call")
    await officer.taps("checkin-call.recent")
    await officer.taps("checkin-listen.go_on")
    await officer.taps("checkin-leave-out")
    await officer.taps("checkin-result.more")
    await officer.taps("checkin-deeper.after")
    officer.sees("checkin-too-early")
    await officer.taps("checkin-too-early.week")
    officer.sees("checkin-will-return")
    heard = len(officer.person.received)
    await house.time_passes(timedelta(days=7))
    assert len(officer.person.received) == heard + 1


async def test_row_13_what_is_unfinished_is_neither_told_nor_kept(officer: Chatter) -> None:
    await to_the_result(officer, *["checkin-skip"] * 4)
    officer.sees("checkin-incomplete")
    assert "checkin-result.keep" not in str(officer.person.last_with_buttons.buttons)
    with pytest.raises(LookupError):
        await officer.taps("checkin-result.keep")


async def test_row_19_a_positive_answer_is_no_event_for_anybody_else(house: House, officer: Chatter) -> None:
    other = house.person("Chief")
    await other.says("/start")
    heard = len(other.person.received)
    await _positive(officer, "checkin-yes")
    await house.time_passes(timedelta(minutes=1))
    assert len(other.person.received) == heard
    with sqlite3.connect(house.folder / "house.db") as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        filled = {name for name in tables if db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]}  # noqa: S608
        flows = {flow for (flow,) in db.execute("SELECT flow FROM conversation")}
    events = ("check_back", "score", "membership", "ledger", "broadcast", "outbox")
    assert not [name for name in filled if name.startswith(events)]
    assert flows == {"crisis"}, "the check-in is over and its answers are gone"


@pytest.mark.parametrize("country", ["GB", "NZ"])
async def test_row_20_another_language_changes_no_country(
    house: House, officer: Chatter, country: str
) -> None:
    await officer.says("/country")
    await officer.taps(f"place:set:{country}")
    await no_to_all(officer)
    await officer.says("/language")
    await officer.taps("place:lang:es")
    await officer.says("/check")
    officer.sees("checkin-open", "es")
    await officer.taps("El sueño")
    await officer.taps("Alguien con quien hablar")
    officer.sees("checkin-next", "es")
    assert not {"988", "1-800-267-5463", "911"} & set(officer.reads.split())


def test_every_sentence_of_the_check_in_is_there_in_both_languages() -> None:
    for lang in LANGUAGES:
        assert (CONTENT / "sentences" / lang / "checkin.ftl").exists()
    assert FLOW.positive in FLOW.steps
