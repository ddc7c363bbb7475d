"""What of a record may be shown, to whom, and until when; and that a broken record is named exactly."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from bot.care.resource_kinds import Freshness, Status
from bot.care.resource_numbers import number_problems
from bot.care.resources import Phone, Resource, ResourceError, TextLine, parse_resources

CHECKED = date(2026, 11, 22)
WORDS = {
    "who_answers": "Peers",
    "what": "Somebody listens.",
    "privacy": "No name.",
    "limits": "Ask.",
    "watch_out": "",
}
PHONE = {"dial": "1-800-267-5463", "e164": "+18002675463", "evidence": "official"}
RECORD: Mapping[str, Any] = {
    "name": "A line",
    "kind": "hotline",
    "status": "active",
    "countries": ["US"],
    "audiences": ["officers"],
    "topics": ["suicide_crisis"],
    "reach": ["phone"],
    "languages": ["en"],
    "cost": "free",
    "hours": "24/7",
    "anonymous": True,
    "evidence": "verified",
    "risk": "low",
    "checked_on": CHECKED,
    "phones": [PHONE],
    "en": WORDS,
    "es": WORDS,
}


def record(**changes: object) -> Resource:
    """A record like RECORD with some keys changed."""
    return parse_resources({"a-line": {**RECORD, **changes}}, "us.toml")[0]


def phone(**changes: object) -> dict[str, object]:
    """PHONE with some keys changed."""
    return {**PHONE, **changes}


def problems(**changes: object) -> str:
    """What the reader of the content file is told about a broken record."""
    with pytest.raises(ResourceError) as caught:
        record(**changes)
    return "\n".join(caught.value.problems)


@pytest.mark.parametrize("evidence", ["published_single", "code_only", "brief_only", "known"])
def test_a_number_with_weak_evidence_is_withheld(evidence: str) -> None:
    weak = record(phones=[phone(evidence=evidence)])
    assert weak.shown_phones(CHECKED) == ()
    assert weak.withholds_a_number


@pytest.mark.parametrize("risk", ["medium", "high"])
def test_a_number_of_a_doubtful_record_is_withheld(risk: str) -> None:
    assert record(risk=risk).shown_phones(CHECKED) == ()


def test_a_number_somebody_dialled_is_shown_whatever_was_read() -> None:
    dialled = record(risk="high", phones=[phone(evidence="code_only", dialled_on=CHECKED)])
    assert [one.dial for one in dialled.shown_phones(CHECKED, crisis=True)] == ["1-800-267-5463"]
    assert not dialled.withholds_a_number


def test_dialling_counts_as_checking() -> None:
    dialled = record(phones=[phone(dialled_on=CHECKED + timedelta(days=90))])
    assert dialled.shown_phones(CHECKED + timedelta(days=270), crisis=True)
    assert not dialled.shown_phones(CHECKED + timedelta(days=271), crisis=True)


@pytest.mark.parametrize(
    ("kind", "days"),
    [("hotline", 180), ("peer_line", 180), ("textline", 180), ("therapy", 365), ("website", 365)],
)
def test_a_check_lasts_half_a_year_for_lines_and_a_year_for_the_rest(kind: str, days: int) -> None:
    line = record(kind=kind)
    last, late = CHECKED + timedelta(days=days), CHECKED + timedelta(days=days + 1)
    assert line.freshness(last) is Freshness.FRESH
    assert line.freshness(late) is Freshness.OVERDUE
    assert line.shown_phones(last, crisis=True)
    assert not line.shown_phones(late, crisis=True)


def test_outside_a_crisis_an_overdue_number_is_still_there() -> None:
    assert record().shown_phones(CHECKED + timedelta(days=2000))


def test_a_reserved_number_never_vanishes_by_age_alone() -> None:
    code = {"dial": "911", "works_in": ["US"], "evidence": "official", "ages": False}
    years_later = CHECKED + timedelta(days=4000)
    assert record(phones=[code]).shown_phones(years_later, crisis=True)
    assert not record(phones=[{**code, "evidence": "known"}]).shown_phones(years_later, crisis=True)
    assert not record(phones=[code], risk="medium").shown_phones(years_later, crisis=True)


def test_texts_and_chat_follow_the_rule_for_numbers() -> None:
    late = CHECKED + timedelta(days=181)
    line = record(texts=[{"number": "741741", "evidence": "published"}], chat_url="https://chat.example")
    assert line.shown_texts(CHECKED, crisis=True)
    assert not line.shown_texts(late, crisis=True)
    assert line.shown_chat(CHECKED, crisis=True) == "https://chat.example"
    assert line.shown_chat(late, crisis=True) is None
    assert record(risk="medium", chat_url="https://chat.example").shown_chat(CHECKED) is None


def test_an_unconfirmed_record_says_so_at_any_age() -> None:
    unconfirmed = record(status="unconfirmed", evidence="known")
    assert unconfirmed.freshness(CHECKED) is Freshness.UNCONFIRMED


def test_an_unconfirmed_address_is_not_given_out() -> None:
    assert record(email="a@b.org").shown_email == "a@b.org"
    assert record(email="a@b.org", unconfirmed=["email"]).shown_email is None
    assert record(email="a@b.org", unconfirmed=["everything"]).shown_email is None
    assert not record(url="https://b.org", unconfirmed=["url"]).url_is_confirmed


@pytest.mark.parametrize(
    ("where", "country", "region", "served"),
    [
        ({}, "US", None, True),
        ({}, "US", "Texas", True),
        ({}, "CA", None, False),
        ({"countries": ["international"]}, "DE", None, True),
        ({"regions": ["Texas"]}, "US", "Texas", True),
        ({"regions": ["Texas"]}, "US", "Ohio", False),
        ({"regions": ["Texas"]}, "US", None, False),
        ({"not_in": ["Scotland"], "countries": ["GB"]}, "GB", None, True),
        ({"not_in": ["Scotland"], "countries": ["GB"]}, "GB", "Scotland", False),
        ({"not_in": ["Scotland"], "countries": ["GB"]}, "GB", "Wales", True),
    ],
)
def test_help_is_offered_only_where_it_serves(
    where: dict[str, object], country: str, region: str | None, served: bool
) -> None:
    assert record(**where).serves(country, region) is served


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"phones": [phone(dial="1-800-267-5464")]}, "phones.0: people would read"),
        ({"phones": [phone(dial="1-800-COPLINE")]}, "words belong in label"),
        ({"phones": [{"dial": "741741", "evidence": "official"}]}, "phones.0: without e164"),
        ({"phones": [{"dial": 911, "works_in": ["US"], "evidence": "official"}]}, "phones.0.dial"),
        ({"phones": [phone(evidence="heard")]}, "phones.0.evidence"),
        ({"phones": [{"dial": "911", "works_in": ["US"]}]}, "phones.0.evidence: Field required"),
        ({"phone": "911"}, "phone: Extra inputs"),
        ({"checked_on": "soon"}, "checked_on"),
        ({"countries": []}, "countries"),
        ({"countries": ["usa"]}, "countries.0"),
        ({"url": "http://b.org"}, "url"),
        ({"es": {**WORDS, "limits": ""}}, "limits is written in one language only"),
        ({"cost": {"en": "A fee"}}, "written in one language only"),
        ({"evidence": "known"}, 'cannot have the status "active"'),
        ({"hours": [{"days": "Mo", "opens": "09:00", "closes": "17:00", "zone": "Europe/London"}]}, "hours"),
    ],
)
def test_a_broken_record_is_named_with_its_file_and_key(changes: dict[str, object], named: str) -> None:
    told = problems(**changes)
    assert told.startswith("us.toml [a-line] ")
    assert named in told


def test_every_problem_of_a_file_is_told_at_once() -> None:
    with pytest.raises(ResourceError) as caught:
        parse_resources(
            {"one": {**RECORD, "risk": "none"}, "two": {**RECORD, "kind": "shop"}, "three": 3}, "x.toml"
        )
    told = caught.value.problems
    assert [any(f"[{name}]" in line for line in told) for name in ("one", "two", "three")] == [
        True,
        True,
        True,
    ]


def test_a_record_cannot_take_another_id() -> None:
    assert "without an id" in problems(id="copline")


def test_a_short_code_links_to_its_digits() -> None:
    assert Phone(dial="116 123", works_in=("GB", "IE"), evidence="official").link == "116123"
    assert Phone(dial="0300 131 2789", e164="+443001312789", evidence="published").link == "+443001312789"


def test_the_shape_of_numbers_is_checked_against_the_numbering_plans() -> None:
    invalid = record(phones=[phone(dial="1-200-267-5463", e164="+12002675463")])
    no_short_code = record(phones=[{"dial": "55555555", "works_in": ["US"], "evidence": "official"}])
    assert number_problems([record()]) == []
    assert number_problems([invalid]) == ["[a-line] +12002675463 is not a valid number"]
    assert number_problems([no_short_code]) == ["[a-line] 55555555 is no short code in US"]


def test_records_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        record().name = "Another"  # type: ignore[misc]


def test_a_title_is_translated_where_it_is_no_proper_name() -> None:
    assert record().title("es") == "A line"
    assert record(name_es="Una línea").title("es") == "Una línea"
    assert record(name_es="Una línea").title("en") == "A line"
    assert record().about("fr") == record().about("en")


def test_a_text_line_keeps_its_keyword() -> None:
    assert TextLine(number="741741", keyword="HOME", evidence="published").keyword == "HOME"
    assert record(status="generic").status is Status.GENERIC
