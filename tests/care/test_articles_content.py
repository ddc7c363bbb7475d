"""The shipped articles: in both languages, true to their facts, plain to read, safe to show, each with a next step."""

import json
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.care.article_html import to_telegram_html
from bot.care.articles import Article, article_problems, parse_article
from bot.care.resources import Resource, parse_resources
from tests.care.article_reading import school_grade, spanish_ease
from tests.care.test_articles import assert_telegram_takes

CONTENT = Path(bot.__file__).parent / "content"
FACTS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "article_facts.json").read_text(encoding="utf-8")
)
LANGUAGES = ("en", "es")
ARTICLES = {
    (path.stem, lang): parse_article(path.stem, lang, path.read_text(encoding="utf-8"))
    for lang in LANGUAGES
    for path in sorted((CONTENT / "articles" / lang).glob("*.md"))
}
RESOURCES: dict[str, Resource] = {
    record.id: record
    for path in sorted((CONTENT / "resources").glob("*.toml"))
    if path.name != "crisis.toml"
    for record in parse_resources(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
}
ALL = [pytest.param(article, id=f"{article.id}-{article.lang}") for article in ARTICLES.values()]

LONGEST = {"en": 190, "es": 210}
HARMFUL = re.compile(
    r"commit(s|ted|ting)? suicide|cometi(ó|do|eron)? suicidio|successful suicide|failed (suicide|attempt)"
    r"|suicidio (exitoso|fallido)|nobody will (ever )?know|nadie (lo )?sabrá|completely confidential"
    r"|100 ?% confiden|guarantee|garantiza|\busted(es)?\b|epidemic|epidemia|\bhero(es)?\b|\bhéroes?\b",
    re.IGNORECASE,
)
PRIVATE = re.compile(r"confidential|confidencial", re.IGNORECASE)
LIMITS = re.compile(
    r"limit|límite|exception|excepci|who can see|quién puede ver|must report|obliga|may tell|tell someone|avisar",
    re.IGNORECASE,
)
NAMES_OF_SERVICES = {"50808", "100"}
"""A withheld number that is itself the name of the service, and the 100 Clubs."""
RESEARCH = {"mindfulness-for-police": {"43"}}
"""Numbers of a study that corrects what is often told, by article."""
OFFICIAL = (
    "Notwithstanding contractual confidentiality obligations, organizational administrators "
    "occasionally receive individually identifiable utilization documentation."
)
OFICIAL = (
    "No obstante las obligaciones contractuales de confidencialidad, los administradores "
    "institucionales ocasionalmente reciben documentación individualizada de utilización."
)
BARE_NUMBER = re.compile(r"\d+")
SPOKEN = re.compile(r'"[^"]*"')


def sentences(paragraph: str) -> int:
    """How many sentences. Bold opening words are a heading, and what is said in quotes is one phrase."""
    spoken = SPOKEN.sub("word", re.sub(r"^\*\*.*?\*\* ?", "", paragraph))
    return len(re.findall(r"[.!?](?=[»)*]*(?:\s|$))", spoken))


def contacts(record: Resource) -> set[str]:
    """Every number of a record, as digits."""
    phones = {re.sub(r"\D", "", phone.dial) for phone in record.phones}
    return phones | {re.sub(r"\D", "", text.number) for text in record.texts}


def shown(record: Resource) -> set[str]:
    """The numbers of a record that people may see on the day it was checked."""
    phones = {re.sub(r"\D", "", phone.dial) for phone in record.shown_phones(record.checked_on)}
    return phones | {re.sub(r"\D", "", text.number) for text in record.shown_texts(record.checked_on)}


DIALLED = {
    part
    for record in RESOURCES.values()
    for number in (
        *(f"{phone.dial} {phone.label.en}" for phone in record.shown_phones(record.checked_on)),
        *(text.number for text in record.shown_texts(record.checked_on)),
    )
    for part in BARE_NUMBER.findall(number)
}
"""The parts of every number that may be shown, and the keys its menu asks for."""


def test_each_article_answers_in_every_language_and_leads_only_to_what_exists() -> None:
    assert article_problems(ARTICLES.values(), LANGUAGES, {*RESOURCES, *FACTS}) == []


def test_every_article_of_the_facts_is_there_and_none_besides() -> None:
    assert {name for name, _ in ARTICLES} == set(FACTS)
    assert len(FACTS) == 72


@pytest.mark.parametrize("article", ALL)
def test_an_article_agrees_with_its_facts(article: Article) -> None:
    fact = FACTS[article.id]
    assert list(article.audiences) == fact["audiences"]
    assert list(article.topics) == fact["topics"]
    assert list(article.countries) == fact["countries"]
    assert set(fact["related"]) <= set(article.related)
    assert article.id not in article.related
    assert len(set(article.related)) == len(article.related)


@pytest.mark.parametrize("article", ALL)
def test_it_is_short_enough_to_read_on_a_bad_night(article: Article) -> None:
    assert 90 <= len(article.body.split()) <= LONGEST[article.lang]
    assert len(to_telegram_html(article.body)) < 2000
    for paragraph in article.body.split("\n\n"):
        if paragraph.startswith("- "):
            assert paragraph.count("\n- ") + 1 <= 6, paragraph
        else:
            assert sentences(paragraph) <= 3, paragraph


@pytest.mark.parametrize("article", ALL)
def test_it_is_plain_to_read(article: Article) -> None:
    if article.lang == "en":
        assert school_grade(article.body) <= 8.5
    else:
        assert spanish_ease(article.body) >= 65


def test_the_measures_tell_plain_from_official() -> None:
    assert school_grade("You can call. They listen. It is free.") <= 8.5 < school_grade(OFFICIAL)
    assert spanish_ease("Puedes llamar. Te escuchan. Es gratis.") >= 65 > spanish_ease(OFICIAL)


@pytest.mark.parametrize("article", ALL)
def test_its_words_do_no_harm(article: Article) -> None:
    assert not HARMFUL.search(f"{article.title} {article.body}")
    if PRIVATE.search(article.body):
        assert LIMITS.search(article.body), "says confidential without who can see what"


@pytest.mark.parametrize("article", ALL)
def test_telegram_shows_it_whole(article: Article) -> None:
    text = to_telegram_html(article.body)
    assert_telegram_takes(text)
    assert not re.search(r"^#|^\||\*\*|`|!\[|\]\(|<(?!/?[bia][ >])", text, re.MULTILINE)
    assert set(re.findall(r'href="([^"]*)"', text)) <= official_pages(article)


def official_pages(article: Article) -> set[str]:
    """The pages of the records an article leads to."""
    pages = {RESOURCES[name].url for name in article.related if name in RESOURCES}
    return {page for page in pages if page}


@pytest.mark.parametrize("article", ALL)
def test_it_carries_no_number_that_the_facts_do_not(article: Article) -> None:
    known = " ".join(FACTS[article.id]["facts"])
    for name in article.related:
        if name in RESOURCES:
            known += f" {RESOURCES[name].name} {' '.join(words for _key, words in RESOURCES[name].en)}"
    said = set(BARE_NUMBER.findall(SPOKEN.sub("", article.body)))
    assert said - DIALLED <= set(BARE_NUMBER.findall(known)) | RESEARCH.get(article.id, set())


@pytest.mark.parametrize("article", ALL)
def test_a_number_the_records_hold_back_is_not_printed_here(article: Article) -> None:
    showable = {number for record in RESOURCES.values() for number in shown(record)}
    withheld = {number for record in RESOURCES.values() for number in contacts(record)} - showable
    body = re.sub(r"(?<=\d)[ ().-]+(?=\d)", "", article.body)
    assert not (set(BARE_NUMBER.findall(body)) & withheld) - NAMES_OF_SERVICES


@pytest.mark.parametrize("article", ALL)
def test_spanish_is_not_english_left_standing(article: Article) -> None:
    english = ARTICLES[article.id, "en"]
    if article.lang == "es":
        assert article.title != english.title
        body = article.body
        for name in article.related:
            body = body.replace(RESOURCES[name].name.split(" (")[0] if name in RESOURCES else name, "")
        assert not re.search(r"\b(the|with|your|and)\b", body)
        assert len(set(article.asks) & set(english.asks)) <= 2  # a bare name is the same in both


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phrase_belongs_to_one_answer(lang: str) -> None:
    asks = Counter(ask for article in ARTICLES.values() if article.lang == lang for ask in article.asks)
    for record in RESOURCES.values():
        asks.update(set(record.asks.en if lang == "en" else record.asks.es))
    shared = {ask for ask, times in asks.items() if times > 1}
    assert not {ask for ask in shared if len(ask.split()) > 3}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_thoughts_of_suicide_are_answered_with_a_person_first(lang: str) -> None:
    body = ARTICLES["suicidal-thoughts", lang].body
    first = body.split("\n\n", 2)
    assert first[0] in ("**Reach a person now.**", "**Busca a una persona ahora.**")
    assert "988" in first[1]
    assert "13 11 14" in first[1]


@pytest.mark.parametrize(
    ("name", "says", "dice"),
    [
        ("debriefing-mandatory", "evidence is mixed", "no coinciden"),
        ("lose-gun-badge-career", "could not find that figure", "no encontramos esa cifra"),
        ("eap-confidential", "There are always limits", "Siempre hay límites"),
        ("peer-support-explained", "independent of the department", "independiente del departamento"),
        ("what-happens-988", "ended in July 2025", "terminó en julio de 2025"),
        ("finances-and-benefits", "not one national body", "no una sola nacional"),
        ("telehealth-for-officers", "not as a routine offer", "no es algo de todos los días"),
        ("cism-explained", "and a close", "y cierra"),
        ("unverified-listings", "we found nobody who runs it", "no encontramos quién lo dirige"),
    ],
)
def test_what_is_often_told_wrong_is_told_right(name: str, says: str, dice: str) -> None:
    assert says in ARTICLES[name, "en"].body
    assert dice in ARTICLES[name, "es"].body


def test_nobody_is_named_as_reviewer_before_a_person_signs() -> None:
    assert {article.reviewed_by for article in ARTICLES.values()} == {""}
    assert all(article.reviewed_on >= date(2026, 11, 22) for article in ARTICLES.values())
