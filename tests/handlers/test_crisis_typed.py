"""What people type instead of tapping inside the crisis protocol leads where the button would, in doubt the graver way."""

from itertools import pairwise

import pytest

from bot.screens import pack
from tests.chat import Chatter, House
from tests.handlers.crisis_places import at, step_of

# By step: where it leads, and what is typed, parted by "|". Walked by two testers, in two languages.
LEADS = [
    ("en", "asked", {
        "together_first": "yea|i have been|a bit|probably|every night|i think about it all the time|thinking about it|"
        "i was last night|yes but i wont do it|not actively|on and off|sure am|no but sometimes",
        "asked_no": "lol no|of course not|nah just tired|hell no",
        "asked_work": "no. its about work",
        "together_soft": "idk|not sure",
        "distance_ways": "no but i have a gun",
    }),
    ("es", "asked", {
        "together_first": "a veces lo pienso|todas las noches|si pero no lo haria|lo he pensado",
        "asked_no": "claro que no|no, nada de eso",
        "asked_work": "no, es del trabajo",
        "asked": "no puedo mas",
    }),
    ("en", "acute_called", {
        "acute_wait": "i called 911|yes i called|called them|ive rung 999|they're coming|my wife called 911",
        "acute_away": "ambulance is here|theyre here|cops are here|im in the er|they came|im at the hospital",
        "acute_wont": "i won't|i havent called",
        "acute_cannot": "i cant|no|nobody is coming|what do i say|yes but they hung up now what",
        "acute_police": "i dont want cops|i dont want cops at my house",
        "acute_sure": "fine|it was a joke|false alarm|i'm ok now",
        "acute_called": "calling now|she is with me|whats the number|i feel dizzy|im falling asleep|i put the gun down|"
        "i have a gun|thanks|8 am",
    }),
    ("es", "acute_called", {
        "acute_wait": "ya llamé|ya vienen", "acute_cannot": "no hay nadie|estoy sola|no viene nadie",
        "acute_called": "cual es el numero|me estoy durmiendo",
    }),
    ("en", "other_now", {
        "other_emergency": "she has her gun|hes got a gun|he took pills|she has pills|he has a plan|tonight|now|yes|"
        "hes alive",
        "other_said_yes": "she said yes|he said yes|he said sometimes",
        "other_said_no": "he said no|i asked her and she said no",
        "other_ask": "no|he is ok|i dont know", "other_stay": "they are there",
        "together_first": "its me", "bereaved": "hes dead", "other_now": "should i call 911",
    }),
    ("es", "other_now", {
        "other_emergency": "tiene su arma|tomó pastillas|tiene un plan|ya no respira|esta noche", "other_ask": "no sé",
        "other_said_yes": "dijo que sí", "other_said_no": "dijo que no", "bereaved": "está muerto",
    }),
    ("en", "other_emergency", {
        "other_stay": "they are there|i called", "bereaved": "hes dead", "other_ask": "he is ok", "other_barrier": "no",
        "other_emergency": "he has a gun|should i call 911|hes alive|yes|what is the number",
    }),
    ("en", "together", {
        "tell_them": "my wife is here|she is with me|yes my partner|my husband is asleep",
        "alone": "my kids are upstairs|in my patrol car|no one|maybe",
        "distance_ways": "no but i have a gun|i have a gun|pills|rope",
        "together": "thanks|whats the number",
    }),
    ("es", "together", {
        "tell_them": "mi esposa está conmigo|mi tía", "alone": "estoy solo en el piso|mis hijos están arriba",
        "distance_ways": "tengo un arma",
    }),
    ("en", "tell_them", {"alone": "no|i cant", "plan": "yes|i told her|she knows"}),
    ("es", "tell_them", {"alone": "no", "plan": "ya le dije|ya sabe"}),
    ("es", "alone", {"plan": "nadie|no|ya le hablé"}),
    ("es", "soon", {
        "soon_wont": "no|no quiero llamar", "distance_ways": "tengo un arma", "soon": "voy a llamar",
        "acute_cannot": "no puedo hablar en voz alta|nadie contesta",
    }),
    ("en", "plan", {
        "soon": "tonight|yes|maybe|when my kids are gone",
        "distance": "friday|maybe this weekend|no plan|just thoughts|not tonight|no",
        "distance_ways": "no but i have a gun",
    }),
    ("en", "distance", {
        "distance_ways": "its in my holster|my duty weapon|in the safe|pills|always",
        "reach": "no its at work|its locked up|i dont have a gun",
    }),
    ("es", "distance", {"reach": "no tengo arma", "distance_ways": "en mi funda|no, tengo un arma"}),
    ("en", "distance_ways", {"reach": "i locked it", "distance_hold": "my wife can hold it"}),
    ("en", "home_safe_now", {
        "home_contact": "for now|yes for now|hes gone", "home_officer": "hes a cop",
        "home_out": "no he is here|i am hiding|he is asleep|he has guns|idk",
    }),
    ("es", "home_safe_now", {
        "home_contact": "por ahora|ya se fue", "home_officer": "es policía",
        "home_out": "no, está aquí|me escondí|está dormido|tiene armas|no sé",
    }),
    ("en", "home_out", {
        "home_contact": "i got out|im at my moms",
        "home_cannot": "hes coming|he blocks the door|i cant|she's banging on the door",
    }),
    ("en", "shall_i_return", {
        "will_return": "ok|please do|yes", "tomorrow": "8 am|tomorrow", "shall_i_return": "later|in an hour",
    }),
    ("es", "shall_i_return", {"will_return": "si", "tomorrow": "mañana", "shall_i_return": "luego"}),
    ("en", "reached", {"tomorrow": "tomorrow|yes"}),
    ("en", "tomorrow", {"tomorrow": "tomorrow|yes"}),
    ("en", "returned", {"reached": "i talked to someone|yes", "in_the_way": "not yet|nobody answered"}),
    ("es", "left_alone", {"reach": "perdona, sí quiero hablar"}),
    ("en", "left_alone", {"reach": "sorry, i do want to talk"}),
    ("en", "bereaved", {"together_first": "i feel so alone and i have my gun here|sometimes"}),
    ("es", "bereaved", {"together_first": "me siento tan solo y tengo mi arma aquí|la tengo en la mano"}),
    ("en", "others_space", {"home_i_hurt": "i hit her", "others_leave": "he is here|i have my gun"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "step", "leads"), LEADS, ids=lambda one: one if isinstance(one, str) else ""
)
async def test_typed_words_lead_where_the_answer_leads(
    house: House, lang: str, step: str, leads: dict[str, str]
) -> None:
    typed = [(words, to) for to, said in leads.items() for words in said.split("|")]
    for number, (words, to) in enumerate(typed):
        someone = await at(house, f"Sam{number}", lang, step)
        await someone.says(words)
        assert await step_of(house, someone) == to, words
        someone.sees_not("start-welcome")


@pytest.mark.parametrize(
    ("step", "words", "key"),
    [
        ("acute_called", "whats the number", "crisis-said-number"),
        ("acute_called", "i feel dizzy", "crisis-said-body"),
        ("acute_called", "i put the gun down", "crisis-said-put-away"),
        ("acute_called", "she is with me", "crisis-said-have-them-call"),
        ("acute_called", "yes but they hung up", "crisis-acute-cannot"),
        ("acute_called", "they're coming", "crisis-acute-wait"),
        ("other_now", "should i call 911", "crisis-said-call"),
        ("other_emergency", "he has a gun", "crisis-said-means-other"),
        ("together", "i have a gun", "crisis-said-means"),
        ("home_out", "he blocks the door", "crisis-home-cannot"),
    ],
)
async def test_the_number_comes_with_it(house: House, step: str, words: str, key: str) -> None:
    someone = await at(house, "Sam", "en", step)
    await someone.says(words)
    someone.sees(key)
    assert "911" in someone.reads
    someone.sees_not("crisis-heard")


async def test_who_is_dead_is_mourned_and_nobody_is_told_to_stay_with_them(house: House) -> None:
    someone = await at(house, "Sam", "en", "other_emergency")
    await someone.says("hes dead")
    someone.sees("crisis-card-bereaved")
    someone.sees("crisis-bereaved")
    someone.sees_not("crisis-other-emergency")


async def test_a_gun_named_in_grief_brings_the_whole_card(house: House) -> None:
    someone = await at(house, "Ana", "es", "bereaved")
    await someone.says("la tengo en la mano")
    someone.sees("crisis-card-self")
    assert "988" in someone.reads
    someone.sees("crisis-together-first")


async def test_from_the_second_word_that_leads_nowhere_a_number_stays_visible(officer: Chatter) -> None:
    await officer.says("I want to kill myself")
    heard = []
    for words in ("in my car", "and it is dark", "the radio is on", "blue", "green", "red", "grey", "black"):
        await officer.says(words)
        heard.append(officer.new[0].text)
        assert ("911" in officer.reads) == (words != "in my car"), words
    assert all(one != other for one, other in pairwise(heard))


async def test_means_named_where_it_leads_nowhere_bring_the_number_at_once(house: House) -> None:
    someone = await at(house, "Sam", "en", "vent")
    await someone.says("some days i just look at my gun")
    assert "911" in someone.reads


@pytest.mark.parametrize("lang", ["en", "es"])
async def test_a_lone_yes_or_no_never_opens_the_menu(house: House, lang: str) -> None:
    flow = house.bot.services.library.flows["crisis"]
    yes = "yes" if lang == "en" else "sí"
    for number, step in enumerate(flow.steps):
        for words in (yes, "no"):
            someone = await at(house, f"Sam{number}{words}", lang, step)
            await someone.says(words)
            buttons = {
                button.data or "" for message in someone.new for row in message.buttons for button in row
            }
            assert not {one for one in buttons if one.startswith(("find", "help", "menu"))}, (step, words)
            if await step_of(house, someone) == step and not flow.steps[step].rests:
                assert someone.reads, (step, words)


async def test_on_the_path_home_nobody_is_told_to_take_their_time(house: House) -> None:
    someone = await at(house, "Sam", "en", "home_safe_now")
    for words in ("my husband hits me", "hmm", "the dog barks", "what a night", "my husband hits me"):
        await someone.says(words)
        someone.sees_not("crisis-still-here")
        someone.sees_not("crisis-heard-more")
    await someone.says("the dog barks")
    assert "911" in someone.reads


async def test_short_answers_do_not_repeat_the_buttons(house: House) -> None:
    someone = await at(house, "Sam", "en", "acute_called")
    await someone.says("thanks")
    someone.sees("crisis-said-thanks")
    assert not someone.new[-1].buttons
    step = someone.person.last_with_buttons
    await someone.does(someone.person.taps(pack("crisis", "acute_called", "coming"), step, anyway=True))
    someone.sees("crisis-acute-wait")
