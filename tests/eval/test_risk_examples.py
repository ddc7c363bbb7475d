"""The examples that teach the second opinion are well formed and hold no message of an evaluation set."""

import hashlib
import json
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from benchmarks.risk_model import CONTENT, LABELS, read_examples
from bot.care.risk_content import Phrasebook
from tests.eval.risk_report import DEV, ORDINARY, load_screen

HASHES = Path(__file__).with_name("dev_hashes.txt")
NEAR = 90  # per cent of letters in order; lines of fewer than five words are only compared whole


def fingerprint(text: str, book: Phrasebook) -> str:
    """A hash of the plain words of `text`, so that a set can be recognised without being shown."""
    words = " ".join(word for word in book.speller.read(text).words if word != ".")
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def texts_of(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def dev_texts() -> list[str]:
    return texts_of(DEV)


def test_every_example_has_a_label_and_a_text() -> None:
    examples = read_examples(CONTENT / "examples")
    assert len(examples) > 4000
    assert {one.label for one in examples} == LABELS
    assert all(one.text for one in examples)


def test_no_example_is_an_evaluation_message() -> None:
    book = load_screen().book
    known = set(HASHES.read_text(encoding="utf-8").split())
    same = [one.text for one in read_examples(CONTENT / "examples") if len(one.text.split()) > 3]
    assert not [text for text in same if fingerprint(text, book) in known]


def test_the_hashes_are_those_of_the_evaluation_messages() -> None:
    book = load_screen().book
    known = set(HASHES.read_text(encoding="utf-8").split())
    assert {fingerprint(text, book) for text in dev_texts() if len(text.split()) > 3} <= known


@pytest.mark.timeout(300)
def test_no_example_is_nearly_an_evaluation_message() -> None:
    asked = [text for path in sorted(DEV.parent.glob("search_*.jsonl")) for text in texts_of(path)]
    every = (*dev_texts(), *texts_of(ORDINARY), *asked)
    known = [text.casefold() for text in every if len(text.split()) >= 5]
    ours = [one.text.casefold() for one in read_examples(CONTENT / "examples") if len(one.text.split()) >= 5]
    near = [
        (text, found[0])
        for text in known
        if (found := process.extractOne(text, ours, scorer=fuzz.ratio, score_cutoff=NEAR)) is not None
    ]
    assert not near
