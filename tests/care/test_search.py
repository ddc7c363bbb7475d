"""What the search promises to whoever types: the right place, the right person, or an honest nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.search_model import load_search
from bot.care.people import Audience, Profile
from tests.care.searching import ask, ids

GENERAL = {
    "US": "lifeline-988-us",
    "CA": "canada-988",
    "GB": "samaritans",
    "IE": "samaritans",
    "AU": "lifeline-australia",
    "NZ": "nz-1737",
    "DE": "findahelpline",
}


@pytest.mark.parametrize(
    ("text", "country", "first"),
    [
        ("number for copline", "US", "copline"),
        ("coplnie", "US", "copline"),
        ("samaritens number", "GB", "samaritans"),
        ("988", "US", "lifeline-988-us"),
        ("988", "CA", "canada-988"),
        ("blue help", "US", "first-help"),
        ("C.O.P.S. survivors", "US", "cops-concerns-of-police-survivors"),
        ("wcpr", "US", "frsn-wcpr"),
        ("número de copline", "US", "copline"),
    ],
)
def test_a_name_leads_to_its_own_record_misspelt_or_not(text: str, country: str, first: str) -> None:
    assert ids(text, country=country)[0] == first
    assert ask(text, country=country).hits[0].why == "why-named"


@pytest.mark.parametrize(
    ("text", "country", "not_meant"),
    [
        ("I told dispatch I was code 4 but I am shaking", "US", "code-4-northwest"),
        ("I shout at my kids all the time", "GB", "shout"),
        ("is there something for us after the crash", "US", "badge-of-life-us"),
    ],
)
def test_ordinary_words_are_not_taken_for_names(text: str, country: str, not_meant: str) -> None:
    assert not_meant not in ids(text, country=country)[:3]


@pytest.mark.parametrize("country", GENERAL)
@pytest.mark.parametrize("audience", ["officer", "family", "unknown"])
@pytest.mark.parametrize("text", ["I want to kill myself", "quiero morirme", "thinking about eating my gun"])
def test_a_crisis_is_answered_by_the_country_s_line_first(text: str, audience: str, country: str) -> None:
    answer = ask(text, audience, country)
    assert answer.intent == "crisis"
    assert answer.hits[0].id == GENERAL[country]
    assert "suicidal-thoughts" in [hit.id for hit in answer.hits[:3]]


def test_danger_to_life_this_minute_brings_the_emergency_number_first() -> None:
    assert ids("he took all his pills and he won't wake up", "family")[0] == "emergency-us-911"
    assert ids("se tomó todas las pastillas y no despierta", "family")[0] == "emergency-us-911"
    assert ids("she swallowed a bottle of pills", "family", "GB")[0] == "emergency-uk-999"


@pytest.mark.parametrize(
    "text",
    [
        "my coworker killed himself last year",
        "podcast about police suicide",
        "am I only allowed on 988 if suicidal",
    ],
)
def test_talk_of_suicide_that_is_no_crisis_is_searched(text: str) -> None:
    assert ask(text).intent == ""


@pytest.mark.parametrize(
    "text", ["help", "necesito ayuda", "i need somebody to talk to", "not ok", "rough shift"]
)
@pytest.mark.parametrize("country", GENERAL)
def test_a_vague_word_is_met_with_people_of_the_country(text: str, country: str) -> None:
    answer = ask(text, "unknown", country)
    assert answer.intent == "vague"
    assert GENERAL[country] in [hit.id for hit in answer.hits[:3]]


def test_the_police_only_line_is_not_offered_to_dispatch_and_corrections() -> None:
    for text in (
        "I'm a 911 dispatcher, who can I talk to",
        "corrections officer here, I need somebody to call",
    ):
        assert "copline" not in ids(text)[:3]


def test_a_spanish_crisis_is_answered_in_spanish_first() -> None:
    answer = ask("no quiero vivir", lang="es")
    assert answer.hits[0].id == "lifeline-988-us"
    assert answer.hits[0].why == "why-spanish"
    assert "copline" not in [hit.id for hit in answer.hits[:3]]


def test_a_state_line_is_for_people_of_the_state() -> None:
    question = "peer support for cops"
    assert "texas-tlepn" not in ids(question)
    assert "texas-tlepn" in ids(question, region="Texas")[:3]
    assert ids("peer support for cops in houston")[0] == "texas-tlepn"
    assert "oscar-kilo-crisis-line" not in ids("i am not doing well", country="GB", region="Scotland")


def test_a_country_named_in_the_message_wins_over_the_profile() -> None:
    assert "garda-support" in ids("I'm a garda in Ireland and need to talk to someone")[:3]


def test_what_was_said_in_passing_counts() -> None:
    text = ids("somebody I can text, I can't talk here")
    assert "crisis-text-line-us" in text[:3]
    assert "copline" not in text[:3]
    assert "lifeline-988-us" in ids("a crisis line with sign language")[:3]
    assert ids("french speaking crisis line", country="CA")[0] == "canada-988"


def test_unconfirmed_numbers_are_found_by_name_only() -> None:
    assert "serve-and-protect" in ids("serve and protect")[:2]
    assert "serve-and-protect" not in ids("christian peer line for police that helps me find a counselor")


@pytest.mark.parametrize(
    "text",
    [
        "how many mg of ambien can I take",
        "can I sue my sergeant",
        "what's the weather",
        "someone broke into my car",
        "write me a press release",
        "cuéntame un chiste",
        "best tactical boots",
    ],
)
def test_what_is_not_ours_is_met_with_silence(text: str) -> None:
    answer = ask(text)
    assert (answer.hits, answer.intent) == ((), "out_of_scope")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hola", "greeting"),
        ("good morning", "greeting"),
        ("gracias", "thanks"),
        ("thank you!", "thanks"),
        ("what can you do?", "bot"),
        ("", "out_of_scope"),
    ],
)
def test_small_talk_is_named_so_that_the_chat_can_answer_it(text: str, intent: str) -> None:
    assert ask(text).intent == intent


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(list(Audience)), st.sampled_from([*GENERAL, "JP"]))
def test_any_text_is_answered_for_its_place_and_the_same_each_time(
    text: str, audience: Audience, country: str
) -> None:
    search = load_search()
    profile = Profile("en", country, None, audience)
    answer = search.answer(text, profile)
    assert answer == search.answer(text, profile)
    assert len({hit.id for hit in answer.hits}) == len(answer.hits) <= 10


@pytest.mark.parametrize("country", GENERAL)
def test_nothing_of_another_country_or_state_is_ever_shown(country: str) -> None:
    search = load_search()
    for text in (
        "where can I get help",
        "peer support",
        "drinking too much",
        "money for widows",
        "retreat",
        "depression",
    ):
        for hit in search.answer(text, Profile("en", country)).hits:
            assert search.entries[hit.id].serves(country, frozenset())
