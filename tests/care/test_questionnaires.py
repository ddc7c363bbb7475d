"""The words are their owners', to the letter; changing one changes its hash; results end in whom to talk to."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.care.questionnaire_hashes import changed, item_hash
from bot.care.questionnaires import Item, Option, Questionnaire, load, score
from bot.care.wording import WordingError
from bot.library import CONTENT
from tests.chat import the_library

FOLDER = CONTENT / "questionnaires"
FACTS: dict[str, Any] = json.loads(Path(__file__).with_name("questionnaire_facts.json").read_text("utf-8"))
ALL = the_library().questionnaires
EACH = pytest.mark.parametrize("one", ALL.values(), ids=lambda one: one.id)
ENDS = {"en": ("worth a conversation with",), "es": ("ale la pena hablarlo con",)}


def _facts(name: str) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]]]:
    if name == "phq4":
        first, second = FACTS["gad2"], FACTS["phq2"]
        return second["stem"], first["items"] + second["items"], second["options"]
    facts = FACTS[name]
    return facts.get("stem"), facts["items"], facts.get("options") or []


def test_these_instruments_are_there() -> None:
    assert set(ALL) == {"phq4", "phq9", "gad7", "audit_c", "pc_ptsd_5"}


@EACH
def test_questions_and_answers_are_their_owners_words_in_their_order(one: Questionnaire) -> None:
    _, items, shared = _facts(one.id)
    asked = [item for item in one.items if item.scored]
    assert len(asked) == len(items)
    for item, fact in zip(asked, items, strict=True):
        for lang in one.languages:
            suffix = "" if lang == "en" else f"_{lang}"
            assert item.text[lang] == fact[f"text{suffix}"]
            offered = [(option.value, option.label[lang]) for option in one.options_of(item)]
            facts = fact.get("options") or shared
            assert offered == [(option["value"], option[f"label{suffix}"]) for option in facts]


@EACH
def test_the_time_window_is_asked_with_every_question(one: Questionnaire) -> None:
    stem = _facts(one.id)[0] if one.id != "pc_ptsd_5" else FACTS["pc_ptsd_5"]["item_prefix"]
    for item in one.items:
        for lang in one.languages if stem and item.scored else ():
            assert one.asked(item, lang) == f"{stem[lang]}\n\n{item.text[lang]}"  # type: ignore[index]


def test_the_gate_of_pc_ptsd_5_asks_with_its_owners_examples() -> None:
    gate, facts = ALL["pc_ptsd_5"].item("gate"), FACTS["pc_ptsd_5"]
    assert gate.text["en"] == f"{facts['stem']['en']}\n\n{facts['gate']['text']}"
    assert not gate.scored


@EACH
def test_no_word_value_or_limit_changes_without_its_hash(one: Questionnaire) -> None:
    """After a change that is meant: `python -m tests.care.new_hashes` prints the new ones."""
    assert changed(one) == {}


def test_a_changed_word_value_or_safety_limit_has_another_hash() -> None:
    one = ALL["phq9"]
    item = one.item("9")
    other: list[Item] = [
        item.model_copy(update={"text": {**item.text, "en": item.text["en"].replace("dead", "gone")}}),
        item.model_copy(update={"safety_from": 2}),
        item.model_copy(update={"options": tuple(_raised(option) for option in one.options)}),
    ]
    assert len({item_hash(one, changed_item) for changed_item in (item, *other)}) == 4


def _raised(option: Option) -> Option:
    return option.model_copy(update={"value": option.value + 1})


@EACH
def test_each_names_its_licence_citation_and_where_it_was_read(one: Questionnaire) -> None:
    ledger = (CONTENT.parents[1] / "docs" / "questionnaires.md").read_text("utf-8")
    assert one.source.licence
    assert one.source.citation in ledger
    assert f"| {one.id} | {one.version} |" in ledger


@EACH
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_result_ends_in_whom_to_talk_to(one: Questionnaire, lang: str) -> None:
    library = the_library()
    keys = {key for scale in one.scales for band in scale.bands for key in (band.says, band.below) if key}
    for key in (*keys, *([one.often_note] if one.often_note else [])):
        *_, last = library.text(key, lang).removesuffix(".").split(". ")
        assert all(words in last for words in ENDS[lang]), last
    for key in keys:
        assert library.text(f"{key}.short", lang)
    assert library.text(one.intro, lang)
    for scale in one.scales:
        assert library.text(f"score-name-{scale.id.replace('_', '-')}", lang)


def test_every_sentence_about_a_score_belongs_to_a_questionnaire() -> None:
    keys = {key for key in the_library().sentences.keys["en"] if key.startswith("score-") and "." not in key}
    used = {one.intro for one in ALL.values()} | {one.often_note for one in ALL.values()}
    for one in ALL.values():
        for scale in one.scales:
            used.add(f"score-name-{scale.id.replace('_', '-')}")
            used |= {band.says for band in scale.bands} | {band.below for band in scale.bands}
    assert keys == used - {None}


@EACH
def test_every_answer_fits_a_button(one: Questionnaire) -> None:
    for item in one.items:
        for option in one.options_of(item):
            assert all(len(label) <= 40 for label in option.label.values())


def test_pc_ptsd_5_is_not_asked_in_spanish_nor_in_the_first_30_days() -> None:
    one = ALL["pc_ptsd_5"]
    assert one.offered_in("en", days_since=30)
    assert not one.offered_in("en", days_since=29)
    assert not one.offered_in("en")
    assert not one.offered_in("es", days_since=90)
    assert ALL["phq4"].offered_in("es")


@EACH
def test_an_unfinished_one_is_never_scored(one: Questionnaire) -> None:
    answers = {item.id: one.options_of(item)[-1].value for item in one.items}
    assert score(one, answers) is not None
    for item in one.items:
        missing = {key: value for key, value in answers.items() if key != item.id}
        assert score(one, missing) is None
        assert one.next_item(missing) == item
        assert score(one, answers | {item.id: 7}) is None
    assert score(one, {}) is None


def test_a_file_that_is_wrong_is_named() -> None:
    text = (FOLDER / "phq4.toml").read_text("utf-8")
    for broken, named in (
        (text.replace('es = "Ningún día"', 'fr = "Jamais"'), "es"),
        (text.replace('items = ["1", "2"]', 'items = ["1", "8"]'), "gad2"),
        (text.replace("score = 0", "score = 1", 1), "gad2"),
        (text.replace("value = 1", "value = 2", 1), "two answers"),
    ):
        with pytest.raises(WordingError, match=named):
            load({"phq4.toml": broken})
    with pytest.raises(WordingError, match=r"phq5\.toml"):
        load({"phq5.toml": text})
