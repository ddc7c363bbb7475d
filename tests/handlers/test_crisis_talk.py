"""Talking inside the crisis protocol: by tap, by typing, by voice, in two languages, on two devices, and coming back."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.handlers.safety import PUBLIC_PAUSE
from bot.sandbox.telegram import Telegram
from tests.chat import Chatter, Hands, House, open_house

RISK = "I want to kill myself"
ASKED = "what's the use of getting up again"
TWENTY = timedelta(minutes=20)


# --- structure ----------------------------------------------------------------------------------------------------


async def test_after_the_card_it_asks_for_a_person_a_plan_and_distance(officer: Chatter) -> None:
    await officer.says(RISK)
    officer.sees("crisis-together")
    await officer.taps("crisis-together.no")
    officer.sees("crisis-alone")
    officer.sees("crisis-words-trusted")
    await officer.taps("crisis-alone.nobody")
    officer.sees("crisis-plan")
    await officer.taps("crisis-plan.none")
    officer.sees("crisis-distance")
    await officer.taps("crisis-distance.yes")
    await officer.taps("crisis-distance-ways.locker")
    officer.sees("crisis-distance-duty")
    await officer.taps("crisis-distance-duty.next")
    officer.sees("crisis-reach")
    assert officer.sees_a_number


async def test_a_plan_for_today_brings_the_emergency_number_and_help_with_not_calling(
    officer: Chatter,
) -> None:
    await officer.says(RISK)
    await officer.taps("crisis-together.rather_not")
    await officer.taps("crisis-plan.today")
    officer.sees("crisis-soon")
    assert "911" in officer.reads
    await officer.taps("crisis-soon.wont")
    officer.sees("crisis-soon-wont")
    await officer.taps("crisis-soon-wont.reasons")
    await officer.taps("crisis-barrier.cops_come")
    officer.sees("crisis-barrier-cops")
    assert officer.sees_a_number


async def test_words_can_be_copied_with_one_tap(officer: Chatter) -> None:
    await officer.says(RISK)
    await officer.taps("crisis-together.no")
    await officer.taps("crisis-copy")
    assert "don't want to be alone" in (officer.person.clipboard or "")


async def test_an_act_begun_gets_the_emergency_number_first_and_little_else(officer: Chatter) -> None:
    await officer.says("I took a bunch of pills to die")
    first = officer.new[0].text
    assert first.startswith("Call 911 now.")
    assert "1-800-222-1222" in first
    assert "Unlock the door" in first
    assert "COPLINE" not in first
    officer.sees("crisis-acute-called")
    await officer.says("I want to die")
    officer.sees("crisis-acute-called")  # words about thoughts do not lead away from the emergency


async def test_a_direct_answer_that_something_was_done_leads_to_the_emergency(officer: Chatter) -> None:
    await officer.says(ASKED)
    officer.sees("crisis-asked")
    await officer.taps("crisis-asked.already")
    officer.sees("crisis-acute-called")
    assert "911" in officer.reads


async def test_a_child_is_led_to_an_adult_and_never_to_a_line_for_officers(officer: Chatter) -> None:
    await officer.says("I'm 15 and I want to die")
    officer.sees("crisis-minor-adult")
    assert "COPLINE" not in "\n".join(message.text for message in officer.person.received)
    await officer.taps("crisis-minor-adult.yes")
    officer.sees("crisis-words-minor")
    await officer.taps("crisis-minor-tell.told")
    officer.sees("crisis-minor-plan")


async def test_grief_is_met_before_any_number_and_asked_about_straight(officer: Chatter) -> None:
    await officer.says("my partner on the force killed himself last week")
    assert officer.new[0].text.startswith("I'm so sorry.")
    assert not any(message.contact for message in officer.new)
    officer.sees("crisis-bereaved")
    await officer.taps("crisis-bereaved.no")
    await officer.taps("crisis-bereaved-with.guilt")
    officer.sees("crisis-bereaved-guilt")
    await officer.taps("need-grief")
    officer.sees("find-need")


async def test_afraid_of_harming_someone_asks_for_space_and_the_weapon(officer: Chatter) -> None:
    await officer.says("I'm going to kill my sergeant")
    officer.sees("crisis-others-space")
    await officer.taps("crisis-others-space.no")
    officer.sees("crisis-others-leave")
    await officer.taps("crisis-others-leave.left")
    officer.sees("crisis-others-apart")


async def test_harm_already_done_leads_out_of_the_place_and_to_people(officer: Chatter) -> None:
    await officer.says("I'm going to kill my wife")
    await officer.taps("crisis-others-space.i_hurt")
    officer.sees("crisis-home-i-hurt")
    assert "1-800-799-7233" in officer.reads


# --- violence at home ---------------------------------------------------------------------------------------------


async def test_violence_at_home_is_quiet_and_leaves_no_contact(spouse: Chatter) -> None:
    await spouse.says("/family")
    await spouse.taps("family-home")
    spouse.sees("crisis-home-safe-now")
    assert "1-800-799-7233" in spouse.reads
    assert not any(message.contact for message in spouse.person.received)
    assert "COPLINE" not in spouse.reads
    assert "iolencia" not in spouse.reads


async def test_one_tap_empties_the_chat(spouse: Chatter) -> None:
    await spouse.says("/start")
    await spouse.says("mi esposo es policia y me pega")
    await spouse.taps("crisis-home-safe-now.yes")
    await spouse.taps("crisis-clear")
    assert [message.text for message in spouse.person.messages] == ["/start abre el menú."]


async def test_nobody_is_told_to_stay_with_the_one_they_fear(officer: Chatter) -> None:
    await officer.says("my husband the cop hits me")
    await officer.says("my husband says he will shoot himself if I leave")
    officer.sees("crisis-home-threat")
    officer.sees_not("crisis-card-concern-emergency")
    officer.sees("crisis-card-emergency-home")


async def test_the_officers_at_home_path_says_whom_to_ask_first(officer: Chatter) -> None:
    await officer.says("my husband the cop hits me")
    await officer.taps("crisis-home-safe-now.officer")
    officer.sees("crisis-home-officer")


# --- typing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "typed", "key"),
    [
        ("en", "yes", "crisis-tell-them"),
        ("en", "Nope.", "crisis-alone"),
        ("en", "this isn't about me", "crisis-not-me"),
        ("en", "leave me alone", "crisis-left-alone"),
        ("en", "will my chief know?", "crisis-barrier-work"),
        ("en", "will they send cops to my house", "crisis-barrier-cops"),
        ("en", "help me", "crisis-reach"),
        ("es", "sí", "crisis-tell-them"),
        ("es", "nadie", "crisis-alone"),
        ("es", "Déjame en paz", "crisis-left-alone"),
        ("es", "¿se va a enterar mi jefe?", "crisis-barrier-work"),
        ("es", "ayuda", "crisis-reach"),
    ],
)
async def test_typed_answers_are_answers(house: House, lang: str, typed: str, key: str) -> None:
    someone = house.person("Sam", lang)
    await someone.says(RISK)
    await someone.says(typed)
    someone.sees(key, lang)


@pytest.mark.parametrize("words", ["in my car", "i don't know", "the rain will not stop", "no sé"])
async def test_words_in_the_middle_are_heard_and_never_searched_in_vain(officer: Chatter, words: str) -> None:
    await officer.says(RISK)
    await officer.says(words)
    officer.sees("crisis-heard")
    officer.sees("crisis-together")
    officer.sees_not("find-none")
    assert "988" not in officer.reads
    await officer.says("and it is dark")
    officer.sees("crisis-heard-more")
    officer.sees_not("crisis-together")
    await officer.taps("crisis-together.no")
    officer.sees("crisis-alone")


async def test_a_real_question_is_answered_and_the_open_step_is_still_there(officer: Chatter) -> None:
    await officer.says(RISK)
    await officer.says("where can I find a therapist who knows cops?")
    officer.sees("find-results")
    officer.sees("crisis-where")
    await officer.taps("crisis-together.no")
    officer.sees("crisis-alone")


async def test_who_vents_is_listened_to(officer: Chatter) -> None:
    await officer.says(ASKED)
    await officer.taps("crisis-asked.no")
    await officer.taps("crisis-asked-no.talk")
    await officer.says("my wife left and i can not sleep since the accident")
    officer.sees("crisis-heard")
    officer.sees_not("find-results")


async def test_a_second_sign_after_a_no_is_asked_about_once_more_with_its_reason(officer: Chatter) -> None:
    await officer.says(ASKED)
    await officer.taps("crisis-asked.no")
    await officer.says("I just want it to stop")
    officer.sees("crisis-asked-again")
    await officer.taps("crisis-asked.no")
    await officer.says(ASKED)
    officer.sees_not("crisis-asked")
    officer.sees("crisis-vent")


async def test_words_about_somebody_else_in_the_middle_ask_who_it_is_about(officer: Chatter) -> None:
    await officer.says(RISK)
    await officer.says("my brother wants to shoot himself")
    officer.sees("crisis-not-me")
    await officer.taps("crisis-not-me.mine")
    officer.sees("crisis-plan")


async def test_leave_me_alone_is_heard_and_the_door_stays_open(officer: Chatter) -> None:
    await officer.says(RISK)
    await officer.says("leave me alone")
    officer.sees("crisis-left-alone")
    assert "988" not in officer.reads
    await officer.taps("crisis-left-alone.worse")
    officer.sees("crisis-together-worse")
    assert "988" in officer.reads  # asked for


async def test_voice_and_pictures_in_the_middle_do_not_lose_the_step(officer: Chatter) -> None:
    await officer.says(RISK)
    for deed in (officer.person.sends_voice, officer.person.sends_photo, officer.person.sends_contact):
        await officer.does(deed())
        officer.sees("crisis-unread")
        assert "988" not in officer.reads
    await officer.taps("crisis-together.no")
    officer.sees("crisis-alone")


async def test_the_same_numbers_come_unasked_no_more_than_twice(officer: Chatter) -> None:
    for _ in range(5):
        await officer.says(RISK)
    texts = [message.text for message in officer.person.received]
    assert sum("988" in text for text in texts) == 2
    officer.sees("crisis-card-again")
    await officer.says("/crisis")
    assert "988" in officer.reads


# --- taps ---------------------------------------------------------------------------------------------------------


async def test_a_double_tap_is_one_step(house: House, officer: Chatter) -> None:
    await officer.says(RISK)
    step = officer.person.last_with_buttons
    await officer.person.taps("No", step)
    await officer.does(officer.person.taps("No", step))
    alone = [message for message in officer.person.received if "Who could come" in message.text]
    assert len(alone) == 1


async def test_an_old_answer_leads_to_where_we_are_but_worse_always_counts(officer: Chatter) -> None:
    await officer.says(ASKED)
    question = officer.person.last_with_buttons
    await officer.taps("crisis-asked.no")
    await officer.taps("crisis-asked-no.talk")
    await officer.taps("crisis-asked.no", question)
    officer.sees("crisis-old-screen")
    officer.sees("crisis-vent")
    await officer.taps("crisis-asked.yes", question)
    officer.sees("crisis-together-first")
    assert "988" in officer.reads


async def test_two_devices_at_once_end_in_one_place(officer: Chatter) -> None:
    await officer.says(RISK)
    step = officer.person.last_with_buttons
    await officer.person.taps("No", step)
    await officer.does(officer.person.taps("I'd rather not say", step))
    shown = [message.text for message in officer.person.received]
    assert (
        sum("Who could come" in text for text in shown) == 2
    )  # the step, and where the second device is led
    officer.sees("crisis-old-screen")


async def test_the_language_can_change_in_the_middle(officer: Chatter) -> None:
    await officer.says(RISK)
    step = officer.person.last_with_buttons
    await officer.says("/language")
    await officer.taps("Español")
    await officer.taps("crisis-together.no", step)
    officer.sees("crisis-alone", "es")


async def test_a_forged_button_does_no_harm(officer: Chatter) -> None:
    await officer.says(RISK)
    for data in ("crisis:nowhere:yes", "crisis:together:nothing:ffffffff", "crisis", "crisis:offer:nothing"):
        await officer.does(officer.person.taps(data, officer.person.last_with_buttons, anyway=True))
    await officer.taps("crisis-together.no")
    officer.sees("crisis-alone")


# --- coming back --------------------------------------------------------------------------------------------------


async def _asks_to_come_back(someone: Chatter) -> None:
    await someone.says(RISK)
    for tap in (
        "crisis-together.rather_not",
        "crisis-plan.none",
        "crisis-distance.no",
        "crisis-reach.doing",
        "crisis-shall-i-return.yes",
    ):
        await someone.taps(tap)
    someone.sees("crisis-will-return")


async def test_it_comes_back_once_after_a_restart_and_asks_again(tmp_path: Path) -> None:
    hands = Hands()
    telegram = Telegram(now=lambda: hands.at)
    async with open_house(tmp_path, hands, telegram) as house:
        officer = house.person()
        await _asks_to_come_back(officer)
        person = officer.person
    async with open_house(tmp_path, hands, telegram) as house:
        officer = Chatter(house, person)
        before = len(person.received)
        await house.time_passes(timedelta(minutes=19))
        assert len(person.received) == before
        await house.time_passes(timedelta(minutes=1))
        await house.time_passes(timedelta(minutes=5))
        back = person.received[before:]
        assert len(back) == 1
        assert back[0].text.startswith("It's me again")
        await officer.taps("crisis-returned.not_yet")
        officer.sees("crisis-in-the-way")
        await officer.taps("crisis-in-the-way.ground")
        await officer.taps("crisis-ground.next")
        await officer.taps("crisis-shall-i-return.yes")
        officer._read = len(person.received)
        await house.time_passes(TWENTY)
        officer.sees("crisis-returned")


@pytest.mark.parametrize("way", ["dont", "typed", "forget", "block"])
async def test_it_does_not_come_back_to_who_wants_none_of_it(
    house: House, officer: Chatter, way: str
) -> None:
    await _asks_to_come_back(officer)
    if way == "dont":
        await officer.taps("crisis-will-return.dont")
    elif way == "typed":
        await officer.says("don't write to me")
    elif way == "forget":
        await officer.says("/forget")
        await officer.taps("privacy-forget-yes")
    else:
        await officer.does(officer.person.blocks())
        await officer.does(officer.person.unblocks())
    before = len(officer.person.received)
    await house.time_passes(TWENTY)
    assert len(officer.person.received) == before


async def test_who_reached_someone_is_offered_what_comes_after_tonight(
    house: House, officer: Chatter
) -> None:
    await _asks_to_come_back(officer)
    officer._read = len(officer.person.received)
    await house.time_passes(TWENTY)
    await officer.taps("crisis-returned.yes")
    officer.sees("crisis-reached")
    await officer.taps("need-therapist")
    officer.sees("find-need")
    await officer.taps("crisis-reached.keep")
    officer.sees("crisis-words-plan")


async def test_an_answer_days_later_is_not_taken_for_an_answer_to_the_old_question(
    house: House, officer: Chatter
) -> None:
    await officer.says(RISK)
    await house.time_passes(timedelta(hours=30))
    await officer.says("a therapist who knows cops")
    officer.sees("find-results")
    officer.sees_not("crisis-where")


# --- groups -------------------------------------------------------------------------------------------------------


async def test_a_group_hears_only_message_me_privately_and_only_now_and_then(
    house: House, officer: Chatter
) -> None:
    group = await officer.person.adds_to_group("Night shift")
    await house.telegram.idle()
    for words in ("hello all", "worked a jumper today", "/start@another_bot"):
        await officer.person.says(words, chat=group)
        await house.telegram.idle()
    assert not [message for message in group.messages if message.from_bot]
    for words in (RISK, "/start", RISK, "/crisis"):
        await officer.person.says(words, chat=group)
        await house.telegram.idle()
    said = [message for message in group.messages if message.from_bot]
    assert len(said) == 1
    assert "988" not in said[0].text
    await house.time_passes(timedelta(seconds=PUBLIC_PAUSE))
    await officer.person.says("/start", chat=group)
    await house.telegram.idle()
    assert len([message for message in group.messages if message.from_bot]) == 2
