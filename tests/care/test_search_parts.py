"""The parts of the search: reading, phrases, the index, the model's file, and content that does not fit."""

import time

import pytest

from benchmarks.search_model import content_files, load_search
from bot.care.people import Profile
from bot.care.search import Search
from bot.care.search_content import EMPTY, SearchContent, SearchContentError
from bot.care.search_entries import Entry
from bot.care.search_index import PhraseIndex
from bot.care.search_model import SearchModel, clues
from bot.care.search_phrases import Phrases
from bot.care.search_reading import Concepts, fold
from bot.library import CONTENT
from bot.sentences import read_sentences
from tests.eval.search_report import DEV, load_rows, profile

SENTENCES = read_sentences(CONTENT / "sentences", ("en", "es"))
SLOW = 0.02
"""Seconds of computing a question may take, also among fifty thousand records."""


def test_words_are_folded_to_what_was_meant() -> None:
    assert fold("I do NOT sleep... C.O.P.S. don’t caaaare, ¿mañana?") == [
        "i",
        "dont",
        "sleep",
        "cops",
        "dont",
        "caare",
        "manana",
    ]


def test_numbers_stay_as_they_are() -> None:
    assert fold("000 or 111 or 1111") == ["000", "or", "111", "or", "1111"]


def test_concepts_are_found_by_word_beginning_and_phrase() -> None:
    concepts = Concepts.parse({"all": {"drink": "booz*, rum, six pack", "sleep": "slept"}})
    assert concepts.of(["boozing", "a", "six", "pack"]) == {"drink"}
    assert concepts.of(["rummage", "pack"]) == frozenset()


def test_misspelt_words_are_mended_and_strange_ones_left_alone() -> None:
    reader = load_search().reader
    assert reader.read("theripist for insuranse").words == ("therapist", "for", "insurance")
    assert reader.read("qwzxyjk").words == ("qwzxyjk",)


def test_the_language_is_told_from_the_words() -> None:
    reader = load_search().reader
    assert reader.read("no duermo desde el tiroteo").spanish
    assert not reader.read("no sleep since the shooting").spanish


def test_a_star_leaves_a_word_open() -> None:
    said = Phrases.parse("weather, podcast*, who won")
    assert said.find(("any", "podcasts")) == "podcast"
    assert said.find(("who", "won", "it")) == "who won"
    assert said.find(("who", "wonders")) == ""


def test_the_nearest_phrasing_decides() -> None:
    index = PhraseIndex([("a", ["sleep", "night"]), ("a", ["dream"]), ("b", ["sleep"])])
    near = index.near({"sleep": 1.0, "night": 1.0})
    assert near["a"] > near["b"] > 0
    assert index.near({"nothing": 1.0}) == {}


def test_a_question_among_fifty_thousand_records_is_quick() -> None:
    words = [
        "counseling",
        "county",
        "clinic",
        "family",
        "recovery",
        "alcohol",
        "crisis",
        "peer",
        "police",
        "support",
        "grief",
    ]
    entries = [
        Entry(
            id=f"record-{number}",
            names=(f"{words[number % 11]} {words[number // 11 % 11]} of place{number % 997}",),
            asks=(),
            words=" ".join(words[(number + step) % 11] for step in range(0, 11, 2)),
            countries=frozenset(("US",)),
        )
        for number in range(50_000)
    ]
    search = Search(entries, EMPTY)
    spent = []
    for text in (
        "grief counseling place44",
        "police peer support near place12",
        "alcohol clinic for my family",
        "help",
    ):
        begun = time.process_time()
        search.answer(text, Profile())
        spent.append(time.process_time() - begun)
    assert sorted(spent)[1] < SLOW


def test_the_model_weighs_what_it_knows_and_is_silent_otherwise() -> None:
    reader = load_search().reader
    question = reader.read("nightmares")
    model = SearchModel.parse(
        "nightmar\t1000\t0:2000 1:-500\n", '{"answers": ["a", "b"], "base": [-1000, -1000]}'
    )
    assert "nightmar" in clues(question)
    assert model.margins(question) == pytest.approx({"a": 1.0, "b": -1.5})
    assert model.margins(reader.read("xyzzy")) == {}


def test_content_that_is_missing_or_broken_is_named() -> None:
    with pytest.raises(SearchContentError, match=r"concepts\.toml is missing"):
        SearchContent.parse({})
    with pytest.raises(SearchContentError, match=r"routes\.toml"):
        SearchContent.parse({**content_files(), "routes.toml": "[broken"})


def test_every_id_the_content_names_exists() -> None:
    search = load_search()
    assert SearchContent.parse(content_files()).strangers(set(search.entries)) == []


def test_every_record_and_article_can_be_found_by_its_own_name() -> None:
    search = load_search()
    lost = []
    for entry in search.entries.values():
        country = next(iter(sorted(entry.countries)), "US")
        region = next(iter(sorted(entry.regions)), None)
        found = search.answer(entry.names[0], Profile("en", country, region))
        if entry.id not in [hit.id for hit in found.hits[:3]]:
            lost.append((entry.id, [hit.id for hit in found.hits[:3]], found.intent))
    assert lost == []


def test_every_reason_has_a_sentence() -> None:
    search = load_search()
    reasons = {hit.why for row in load_rows(DEV) for hit in search.answer(row["text"], profile(row)).hits} - {
        ""
    }
    assert len(reasons) > 8
    assert not [(why, lang) for why in reasons for lang in ("en", "es") if not SENTENCES.has(why, lang)]
