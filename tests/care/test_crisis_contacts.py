"""Who stands on the crisis card, for each country and language, today and long after the last check."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

import bot
from bot.care.crisis_contacts import CrisisContacts, CrisisPlaces, Place, crisis_contacts, parse_crisis_places
from bot.care.people import Profile
from bot.care.resources import ResourceError, parse_resources

CONTENT = Path(bot.__file__).parent / "content" / "resources"
TODAY = date(2026, 11, 23)
LONG_AFTER = TODAY + timedelta(days=1000)


def _toml(name: str) -> dict[str, object]:
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


RESOURCES = {
    record.id: record
    for path in CONTENT.glob("*.toml")
    if path.name != "crisis.toml"
    for record in parse_resources(_toml(path.name), path.name)
}
PLACES: CrisisPlaces = parse_crisis_places(_toml("crisis.toml"), RESOURCES)


def card(country: str, lang: str = "en", region: str | None = None, today: date = TODAY) -> CrisisContacts:
    """The contacts of this person's card."""
    return crisis_contacts(PLACES, Profile(lang=lang, country=country, region=region), today)


def read(contacts: CrisisContacts) -> list[str]:
    """The first thing to call, write to or open of every contact, in order."""
    lines = []
    for contact in contacts.in_order():
        phones, texts = (
            [phone.dial for phone in contact.phones],
            [f"{t.keyword} {t.number}" for t in contact.texts],
        )
        lines += (phones + texts + [contact.chat_url or ""])[:1]
    return lines


@pytest.mark.parametrize(
    ("country", "lang", "lines"),
    [
        ("US", "en", ["988", "1-800-267-5463", "HOME 741741", "https://chat.988lifeline.org", "911"]),
        ("US", "es", ["988", "AYUDA 988", "https://chat.988lifeline.org", "1-800-267-5463", "911"]),
        ("CA", "en", ["988", "1-800-267-5463", " 988", "911"]),
        ("GB", "en", ["116 123", "0300 131 2789", "BLUELIGHT 85258", "999"]),
        ("IE", "en", ["116 123", "112"]),
        ("AU", "en", ["13 11 14", " 0477 13 11 14", "000"]),
        ("NZ", "es", ["1737", " 1737", "111"]),
    ],
)
def test_each_country_has_its_own_lines(country: str, lang: str, lines: list[str]) -> None:
    assert read(card(country, lang)) == lines


def test_places_are_filled_by_who_belongs_there() -> None:
    contacts = card("US")
    assert contacts.police_line is not None
    assert contacts.police_line.resource.id == "copline"
    assert contacts.emergency is not None
    assert contacts.emergency.place is Place.EMERGENCY
    assert contacts.directory.id == "findahelpline"


def test_a_country_without_data_gets_no_borrowed_number() -> None:
    contacts = card("DE", "es")
    assert contacts.in_order() == ()
    assert contacts.emergency is None
    assert contacts.directory.url == "https://findahelpline.com"


def test_the_english_and_welsh_line_is_not_offered_in_scotland() -> None:
    assert card("GB", region="Scotland").police_line is None
    assert card("GB", region="Wales").police_line is not None


def test_a_line_that_is_not_confirmed_leaves_its_place_empty() -> None:
    assert card("IE").text_line is None
    assert "KOPS" in card("IE").note
    assert card("US").note == ""


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ"])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_an_old_check_never_takes_the_emergency_number_away(country: str, lang: str) -> None:
    fresh, old = card(country, lang), card(country, lang, today=LONG_AFTER)
    assert fresh.emergency is not None
    assert old.emergency == fresh.emergency
    assert old.directory == fresh.directory


def test_lines_nobody_checked_lately_leave_the_card_except_reserved_numbers() -> None:
    assert read(card("US", today=LONG_AFTER)) == ["988", "911"]
    assert read(card("CA", today=LONG_AFTER)) == ["988", " 988", "911"]
    assert read(card("GB", today=LONG_AFTER)) == ["116 123", "999"]
    assert read(card("AU", today=LONG_AFTER)) == ["000"]


def test_only_low_risk_well_read_contacts_reach_a_card() -> None:
    for country in ("US", "CA", "GB", "IE", "AU", "NZ"):
        for lang in ("en", "es"):
            for contact in card(country, lang).in_order():
                assert contact.resource.risk == "low"
                assert {one.evidence for one in (*contact.phones, *contact.texts)} <= {
                    "official",
                    "published",
                }


def test_text_words_for_another_language_are_left_out() -> None:
    english, spanish = card("US").text_line, card("US", "es").text_line
    assert english is not None
    assert spanish is not None
    assert "HOLA" not in [text.keyword for text in english.texts]
    assert spanish.texts[0].keyword == "AYUDA"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"emergency": "emergency-ca-911"}, "[US] (en): emergency: 'emergency-ca-911'"),
        ({"police_line": "coplin"}, "police_line: 'coplin' is no record"),
        ({"polic_line": "copline"}, "polic_line"),
        ({"order": ["emergency", "help"]}, "order"),
        ({"es": {"text_line": "nobody"}}, "[US] (es): text_line"),
    ],
)
def test_a_mistake_in_the_places_is_named(wrong: dict[str, object], named: str) -> None:
    with pytest.raises(ResourceError, match=r"crisis\.toml") as caught:
        parse_crisis_places({"directory": "findahelpline", "US": wrong}, RESOURCES)
    assert named in str(caught.value)


def test_a_card_cannot_be_without_the_directory() -> None:
    with pytest.raises(ResourceError, match="directory"):
        parse_crisis_places({}, RESOURCES)
