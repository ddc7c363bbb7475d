"""The shipped records: all of them, agreeing with the facts they were written from, safe to show, in both languages."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.care.resource_kinds import INTERNATIONAL, Status
from bot.care.resource_numbers import number_problems
from bot.care.resources import About, Phone, Resource, TextLine, parse_resources

CONTENT = Path(bot.__file__).parent / "content" / "resources"
FACTS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "resource_facts.json").read_text(encoding="utf-8")
)
FILES = sorted(path for path in CONTENT.glob("*.toml") if path.name != "crisis.toml")
RESOURCES = {
    record.id: record
    for path in FILES
    for record in parse_resources(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
}
ALL = [pytest.param(record, id=record.id) for record in RESOURCES.values()]
LANGUAGES = ("en", "es")

HARMFUL = re.compile(
    r"commit(s|ted|ting)? suicide|cometi(ó|do|eron)? suicidio|successful suicide|failed (suicide|attempt)"
    r"|suicidio (exitoso|fallido)|nobody will (ever )?know|nadie (lo )?sabrá|completely confidential"
    r"|100 ?% confiden|guarantee|garantiza|\busted(es)?\b",
    re.IGNORECASE,
)
LOOK_ALIKES = [
    ("cops-office", "cops-concerns-of-police-survivors"),
    ("cops-office", "copline"),
    ("cops-concerns-of-police-survivors", "copline"),
    ("code-9-project", "code-4-northwest"),
    ("badge-of-life-us", "badge-of-life-canada"),
    ("lefsn", "behind-the-badge-lefn"),
    ("bluehub", "police-care-australia"),
    ("police-care-uk", "police-care-australia"),
    ("serve-and-protect", "copline"),
    ("frontline-helpline", "frsn-wcpr"),
    ("cops-concerns-of-police-survivors", "survivors-of-blue-suicide"),
]


def spoken(about: About) -> Iterator[str]:
    """Everything a record says in one language."""
    return (words for _key, words in about)


def digits(text: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", text)


def numbers_of(record: Resource) -> set[str]:
    """Everything that may be dialled or written to by this record, as digits."""
    dials = {digits(phone.dial) for phone in record.phones} | {digits(text.number) for text in record.texts}
    return dials | {digits(contact.e164) for contact in (*record.phones, *record.texts) if contact.e164}


def test_every_record_of_the_facts_is_there_and_none_besides() -> None:
    assert set(RESOURCES) == set(FACTS)
    assert len(RESOURCES) == 151


def test_no_record_is_in_two_files() -> None:
    names = [name for path in FILES for name in tomllib.loads(path.read_text(encoding="utf-8"))]
    assert Counter(names).most_common(1)[0][1] == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_record_lies_in_the_file_of_its_first_country(path: Path) -> None:
    for name in tomllib.loads(path.read_text(encoding="utf-8")):
        first = RESOURCES[name].countries[0]
        assert path.stem == (first if first == INTERNATIONAL else first.lower())


@pytest.mark.parametrize("record", ALL)
def test_a_record_agrees_with_its_facts(record: Resource) -> None:
    fact = FACTS[record.id]
    assert record.kind == fact["kind"]
    assert (record.evidence, record.risk, record.anonymous) == (
        fact["evidence"],
        fact["risk"],
        fact["anonymous"],
    )
    assert list(record.countries) == fact["countries"]
    assert list(record.languages) == fact["languages"]
    assert list(record.audiences) == fact["audiences"]
    assert list(record.topics) == fact["topics"]
    assert (record.url, record.chat_url, record.email) == (fact["url"], fact["chat_url"], fact["email"])
    assert (record.cost == "free") == fact["free"]
    assert (record.hours == "24/7") == fact["always_open"]


@pytest.mark.parametrize("record", ALL)
def test_its_numbers_are_those_of_the_facts_with_their_evidence(record: Resource) -> None:
    fact = FACTS[record.id]
    assert [[phone.link, phone.evidence] for phone in record.phones] == fact["phones"]
    assert [[digits(text.number), text.keyword, text.evidence] for text in record.texts] == fact["texts"]


def test_every_number_has_a_shape_that_can_be_dialled() -> None:
    assert number_problems(RESOURCES.values()) == []


def test_a_number_for_texts_is_never_one_to_call() -> None:
    texts_only = {
        "741741",
        "838255",
        "435748",
        "88788",
        "22522",
        "64673",
        "62640",
        "85258",
        "50808",
        "14437877678",
    }
    called = {digits(phone.link) for record in RESOURCES.values() for phone in record.phones}
    assert called.isdisjoint(texts_only)
    assert called.isdisjoint(
        digits(text.number) for r in RESOURCES.values() for text in r.texts if len(text.number) == 6
    )


@pytest.mark.parametrize("record", ALL)
def test_no_sentence_carries_a_number_that_is_not_its_own(record: Resource) -> None:
    allowed = {*numbers_of(record), *re.findall(r"\d+", record.name)} | {
        number for other in nearest_lines(record) for number in numbers_of(other)
    }
    known_numbers = {number for other in RESOURCES.values() for number in numbers_of(other)}
    for lang in LANGUAGES:
        for words in spoken(record.about(lang)):
            for found in re.findall(r"\+?\d[\d ().-]{1,}\d", words.replace(",", "")):
                number = digits(found)
                assert number in allowed or (len(number) < 7 and number not in known_numbers), (words, found)


def nearest_lines(record: Resource) -> Iterator[Resource]:
    """The general lines of a record's own countries: those may be named for the moment it is not enough."""
    names = {
        "US": ("emergency-us-911", "lifeline-988-us"),
        "CA": ("emergency-ca-911", "canada-988"),
        "NZ": ("nz-1737",),
    }
    for country in record.countries:
        yield from (RESOURCES[name] for name in names.get(country, ()))


@pytest.mark.parametrize("record", ALL)
def test_contacts_carry_evidence_and_the_day_they_were_checked(record: Resource) -> None:
    assert record.checked_on >= date(2026, 11, 22)
    for contact in (*record.phones, *record.texts):
        assert isinstance(contact, Phone | TextLine)
        assert contact.evidence
        assert record.sources or contact.evidence in ("brief_only", "known")


@pytest.mark.parametrize("record", ALL)
def test_no_unconfirmed_contact_is_shown(record: Resource) -> None:
    doubtful = record.risk != "low" or record.status is Status.UNCONFIRMED
    for crisis in (True, False):
        shown = (
            *record.shown_phones(record.checked_on, crisis=crisis),
            *record.shown_texts(record.checked_on, crisis=crisis),
        )
        assert not (doubtful and shown)
        assert all(contact.evidence in ("official", "published") for contact in shown)


def test_the_numbers_the_research_forbids_without_a_dial_test_are_withheld() -> None:
    forbidden = (
        "al-anon", "cops-concerns-of-police-survivors", "serve-and-protect", "frontline-helpline", "frsn-wcpr",
        "under-the-shield", "code-4-northwest", "hundred-club-ct", "safe-call-now", "ireland-50808", "icisf",
    )  # fmt: skip
    for name in forbidden:
        record = RESOURCES[name]
        assert record.shown_phones(record.checked_on) == ()
        assert record.shown_texts(record.checked_on) == ()
        assert record.withholds_a_number


@pytest.mark.parametrize("record", ALL)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_say_everything(record: Resource, lang: str) -> None:
    about = record.about(lang)
    assert min(len(about.who_answers), len(about.what), len(about.privacy), len(about.limits)) >= 8
    assert len(about.what.split()) <= 50
    asks = record.asks.en if lang == "en" else record.asks.es
    assert 4 <= len(set(asks)) == len(asks) <= 8


@pytest.mark.parametrize("record", ALL)
def test_spanish_is_not_english_left_standing(record: Resource) -> None:
    assert record.en.what != record.es.what
    assert len(set(record.asks.en) & set(record.asks.es)) <= 2  # a bare name is the same in both
    assert not re.search(r"\b(the|with|your)\b", record.es.what)


@pytest.mark.parametrize("record", ALL)
def test_words_do_no_harm(record: Resource) -> None:
    for lang in LANGUAGES:
        for words in spoken(record.about(lang)):
            assert not HARMFUL.search(words)


@pytest.mark.parametrize("record", ALL)
def test_a_promise_of_confidence_never_stands_alone(record: Resource) -> None:
    for about in (record.en, record.es):
        if any("confiden" in words.lower() for words in (about.what, about.privacy, about.who_answers)):
            assert len(about.limits.split()) >= 4


@pytest.mark.parametrize("record", ALL)
def test_research_remarks_stay_out_of_what_people_read(record: Resource) -> None:
    remarks = re.compile(
        r"secondary|find_string|GitHub|the brief|\bid \d|per log|not read on the site", re.IGNORECASE
    )
    for lang in LANGUAGES:
        assert not any(remarks.search(words) for words in spoken(record.about(lang)))
    assert not any(
        re.search(r"find_string|ids? \d{6,}|the brief", f"{s.url} {s.saw}") for s in record.sources
    )


@pytest.mark.parametrize("record", ALL)
def test_a_record_tells_the_truth_about_what_could_not_be_confirmed(record: Resource) -> None:
    if record.evidence != "verified":
        assert record.status in (Status.UNCONFIRMED, Status.GENERIC, Status.NOT_FOR_INDIVIDUALS)


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_are_kept_apart(one: str, other: str) -> None:
    first, second = RESOURCES[one], RESOURCES[other]
    names = [
        {record.name.casefold(), *(name.casefold() for name in record.also_known_as)}
        for record in (first, second)
    ]
    assert names[0].isdisjoint(names[1])
    assert numbers_of(first).isdisjoint(numbers_of(second))
    said = f"{first.en.watch_out} {second.en.watch_out}"
    assert any(word in said for word in short_names(first) | short_names(second))


def short_names(record: Resource) -> set[str]:
    """What another record would call this one."""
    return {
        record.name.split(" (")[0].removeprefix("The "),
        *(name for name in record.also_known_as if len(name) > 3),
    }


def test_a_phrase_belongs_to_one_record() -> None:
    asks = Counter(ask for record in RESOURCES.values() for ask in {*record.asks.en, *record.asks.es})
    shared = {ask for ask, times in asks.items() if times > 1}
    assert not {ask for ask in shared if len(ask.split()) > 3}


def test_what_is_stale_stays_out() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    for stale in (
        "410-313-2473",
        "985-5590",
        "TalkWithUs to",
        "833-456-4566",
        "207-221-8196",
        "833-237-4325",
        "300 303 5999",
        "20121",
    ):
        assert f'dial = "{stale}' not in said
        assert stale not in "\n".join(
            w for r in RESOURCES.values() for lang in LANGUAGES for w in spoken(r.about(lang))
        )
    assert "PRIDE" not in "\n".join(text.keyword for record in RESOURCES.values() for text in record.texts)
    assert isinstance(RESOURCES["police-care-uk"].hours, tuple)
    assert RESOURCES["one-mind-campaign"].status is Status.NOT_FOR_INDIVIDUALS
    assert RESOURCES["icisf"].status is Status.NOT_FOR_INDIVIDUALS
    assert RESOURCES["first-help"].status is Status.RENAMED


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("cop2cop-nj", "New Jersey"), ("poppa-nypd", "New York"), ("code-4-northwest", "Washington"),
        ("florida-hero-line", "Florida"), ("michigan-frontline-strong-together", "Michigan"), ("texas-tlepn", "Texas"),
        ("hundred-club-ct", "Connecticut"), ("ct-fallen-officer-fund", "Connecticut"), ("lapd-bss", "California"),
        ("behind-the-badge-lefn", "Washington"), ("lsf-first-responder-peer-support", "Florida"),
        ("hero4hero-211-broward", "Florida"), ("boots-on-the-ground", "Ontario"), ("boots-on-the-ground", "Alberta"),
        ("oppa-encompas", "Ontario"), ("bluehub", "Victoria"),
    ],
)  # fmt: skip
def test_local_help_is_for_people_there(name: str, region: str) -> None:
    record = RESOURCES[name]
    assert record.serves(record.countries[0], region)
    assert not record.serves(record.countries[0], None)
    assert not record.serves(record.countries[0], "Elsewhere")


def test_help_that_only_stands_in_one_state_serves_the_whole_country() -> None:
    for name in (
        "frsn-wcpr",
        "frsn-sos",
        "serve-and-protect",
        "mclean-leader",
        "brattleboro-usp",
        "fhe-shatterproof",
    ):
        assert RESOURCES[name].serves("US", None)
    assert RESOURCES["oscar-kilo-crisis-line"].serves("GB", None)
    assert not RESOURCES["oscar-kilo-crisis-line"].serves("GB", "Scotland")


def test_nobody_is_named_as_reviewer_before_a_person_signs() -> None:
    assert {record.reviewed_by for record in RESOURCES.values()} == {""}
    assert {record.checked_by for record in RESOURCES.values()} == {""}
