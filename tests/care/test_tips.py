"""The tips: enough on every topic, safe to send to people one does not know, each ending in somebody to turn to."""

import re
from collections import Counter

import pytest

from bot.care.safe_messaging import parse
from bot.care.tips import LONGEST, Tip, TipAudience, TipTopic, load, on_topic
from bot.care.wording import COMMON_PRACTICE, WordingError
from bot.library import CONTENT, LANGUAGES, open_library
from tests.care.plain_words import sentences

TIPS = open_library().tips
ALL = [pytest.param(tip, id=tip.id) for tip in TIPS]
DOOR = {
    "en": re.compile(
        r"\b(peers?|EAPs?|chaplain|doctors?|counselor|clinician|physio|lines?|unions?|supervisor|survivors' group"
        r"|grief group|HR|support team|recovery group)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"apoyo|compañer|\bEAP\b|capellán|médic|consejero|profesional|líneas?\b|sindica|supervisor|grupo de",
        re.IGNORECASE,
    ),
}
"""A person or place one can turn to."""
METHOD = re.compile(
    r"\b(gun|firearm|pistol|weapon|rope|hang|pills?|overdose|bridge|jump|train)|"
    r"\b(arma|pistola|soga|ahorc|pastilla|sobredosis|puente|saltar|tren)",
    re.IGNORECASE,
)
NUMBERS_OF_STUDIES = {"stress-not-weakness", "alcohol-count-one-week"}
SHARE = re.compile(
    r"%|per ?cent|por ciento|one in (two|three|four|five|seven|ten)|uno de cada|out of (ten|five|four)"
    r"|most officers|la mayoría de los policías",
    re.IGNORECASE,
)
_LAST_TWO = re.compile(r'(?<=[.!?"])\s+(?=[A-Z¿¡"ÁÉÍÓÚ])')


def test_there_are_enough_on_every_topic() -> None:
    assert len(TIPS) >= 66
    topics = Counter(tip.topic for tip in TIPS)
    assert min(topics[topic] for topic in TipTopic) >= 3
    assert sum(tip.suits(TipAudience.FAMILY) for tip in TIPS) >= 30
    assert sum(tip.suits(TipAudience.BOTH) for tip in TIPS) >= 20


@pytest.mark.parametrize("tip", ALL)
def test_it_fits_and_is_written_in_every_language(tip: Tip) -> None:
    for lang in LANGUAGES:
        title, text = tip.said(lang)
        assert 150 <= len(text) <= LONGEST
        assert len(title) <= 60
        assert 3 <= sentences(text) <= 12, text
    assert tip.title["en"] != tip.title["es"]


@pytest.mark.parametrize("tip", ALL)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_ends_in_a_door_to_help(tip: Tip, lang: str) -> None:
    ending = " ".join(_LAST_TWO.split(tip.text[lang])[-3:])
    assert DOOR[lang].search(ending), ending


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_own_tips_hold_what_we_ask_of_coordinators(lang: str) -> None:
    linter = parse((CONTENT / "broadcasts" / "safe_messaging.toml").read_text(encoding="utf-8"))
    found = {tip.id: linter.look(". ".join(tip.said(lang)), lang) for tip in TIPS}
    assert {name: findings for name, findings in found.items() if findings} == {}


@pytest.mark.parametrize("tip", on_topic(TIPS, TipTopic.SUICIDE_PREVENTION, TipAudience.OFFICERS))
def test_a_tip_about_suicide_names_no_way_and_leads_to_a_person_now(tip: Tip) -> None:
    for lang in LANGUAGES:
        assert not METHOD.search(tip.text[lang]), METHOD.search(tip.text[lang])
        assert re.search(r"crisis|\bpeer\b|compañero de apoyo", tip.text[lang])


@pytest.mark.parametrize("tip", ALL)
def test_a_share_of_people_is_only_said_where_a_study_is_named(tip: Tip) -> None:
    if tip.id not in NUMBERS_OF_STUDIES:
        for lang in LANGUAGES:
            assert not SHARE.search(tip.text[lang]), SHARE.search(tip.text[lang])
    else:
        assert tip.source != COMMON_PRACTICE


@pytest.mark.parametrize("tip", ALL)
def test_where_help_asks_for_trust_it_says_what_others_may_see(tip: Tip) -> None:
    if re.search(
        r"private(ly)? and safe|nobody will|no one will|stays between", tip.text["en"], re.IGNORECASE
    ):
        pytest.fail("promises more than anybody can keep")


def test_a_tip_for_both_houses_may_go_to_either_and_the_other_way_round_not() -> None:
    for tip in TIPS:
        assert tip.suits(TipAudience.OFFICERS) == (tip.audience is not TipAudience.FAMILY)
        assert tip.suits(TipAudience.BOTH) == (tip.audience is TipAudience.BOTH)
    assert on_topic(TIPS, TipTopic.DISPATCHERS, TipAudience.BOTH) == ()


def test_a_tip_too_long_is_refused_by_name() -> None:
    written = """
[[tip]]
id = "one"
topic = "sleep"
audience = "both"
title.en = "Sleep"
text.en = "{words}"
source = "common practice"
reviewed_by = ""
reviewed_on = ""
"""
    assert load({"sleep.toml": written.format(words="Talk to a peer.")})[0].said("es")[0] == "Sleep"
    with pytest.raises(WordingError, match=r"sleep\.toml one text: en: \d+ characters, 600 fit"):
        load({"sleep.toml": written.format(words="x" * 601)})
