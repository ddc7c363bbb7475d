"""Every sentence in every language, with the same values and buttons; nothing promised that is not kept."""

import re

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.care.flow import Flow
from bot.crisis_steps import step_key
from bot.handlers import commands
from bot.library import CONTENT, LANGUAGES, open_library
from bot.screens import DATA_LIMIT, pack

LIBRARY = open_library()
KEYS = sorted(set().union(*LIBRARY.sentences.keys.values()))
BUTTON = 40  # characters; longer labels are cut off on a phone
FORBIDDEN = re.compile(
    r"committed suicide|commit suicide|successful (suicide|attempt)|failed attempt|\btherapy\b|\bdiagnos|"
    r"cometió suicidio|cometer suicidio|intento (fallido|exitoso)|diagn[oó]stic",
    re.IGNORECASE,
)
PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")


class _Values(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def _messages(lang: str) -> dict[str, ast.Message]:
    found = {}
    for path in sorted((CONTENT / "sentences" / lang).glob("*.ftl")):
        for entry in FluentResource(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = entry
    return found


def _values(message: ast.Message) -> set[str]:
    visitor = _Values()
    visitor.visit(message)
    return visitor.names


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_exists_in_every_language(key: str) -> None:
    for lang in LANGUAGES:
        assert LIBRARY.sentences.has(key, lang), f"{key} is missing in {lang}"


def test_translations_take_the_same_values() -> None:
    first = _messages(LANGUAGES[0])
    for lang in LANGUAGES[1:]:
        for key, message in _messages(lang).items():
            assert _values(message) == _values(first[key]), f"{key} in {lang}"


def test_no_key_is_defined_and_never_used() -> None:
    files = (*CONTENT.parent.rglob("*.py"), *(CONTENT.parents[1] / "storage").rglob("*.py"))
    quoted = set(
        re.findall(r"[\"'][a-z][a-zA-Z-]+[\"']", "\n".join(path.read_text("utf-8") for path in files))
    )
    steps = {step_key(step) for flow in LIBRARY.flows.values() for step in flow.steps.values()}
    built = (
        "crisis-card-",
        "checkin-",  # tests/care/test_checkin_words.py looks at these
        "command-",
        "country-",
        "need-",
        "lint-",
        "tip-topic-",
        "broadcast-",
        "home-",
        "card-hours-",
        "card-cost-",
        "language-name-",
        "score-",
        "local-ask-",
        "local-field-",
        "local-kind-",
        "local-what-",
        "channels-add-",
        "channels-last-",
        "channels-no",
        "channels-yes",
        "pulse-",
        "plan-",
        "privacy-forgotten-",
        "privacy-moment-",
        "privacy-more-",
        "privacy-phone",
        "privacy-who",
        "prompts-pace-",
        "prompts-reader-",
        "prompts-theme-",
        "rota-kind-",
        "rota-pattern-",
    )
    plain = {key for key in KEYS if "." not in key and key not in steps and not key.startswith(built)}
    assert {key for key in plain if not {f'"{key}"', f"'{key}'"} & quoted} == set()


@pytest.mark.parametrize("flow", LIBRARY.flows.values(), ids=lambda flow: flow.id)
def test_every_step_has_a_sentence_and_every_choice_a_label_that_fits(flow: Flow) -> None:
    for step in flow.steps.values():
        for lang in LANGUAGES:
            assert LIBRARY.text(step_key(step), lang)
            for choice in step.choices:
                label = LIBRARY.text(f"{step_key(step)}.{choice.id}", lang)
                assert len(label) <= BUTTON, label
        for choice in step.choices:
            assert len(pack(flow.id, step.id, choice.id, 2**40).encode()) <= DATA_LIMIT


def test_no_label_belongs_to_a_choice_that_is_gone() -> None:
    choices = {
        f"{step_key(step)}.{choice.id}"
        for flow in LIBRARY.flows.values()
        for step in flow.steps.values()
        for choice in step.choices
    }
    labels = {
        key for key in KEYS if "." in key and key.startswith(tuple(f"{flow}-" for flow in LIBRARY.flows))
    }
    assert labels == choices


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_that_hurt_or_overpromise_are_in_no_sentence(lang: str) -> None:
    for path in sorted((CONTENT / "sentences" / lang).glob("*.ftl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.startswith("#"):
                assert not FORBIDDEN.search(line), f"{path.name}:{number} {line}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_pictures_on_risk_screens(lang: str) -> None:
    assert not PICTURES.search((CONTENT / "sentences" / lang / "crisis.ftl").read_text(encoding="utf-8"))


def test_every_command_says_what_it_does_in_every_language() -> None:
    for command in commands():
        for lang in LANGUAGES:
            assert LIBRARY.text(f"command-{command.name}", lang)


def test_every_need_has_a_label() -> None:
    for need in LIBRARY.needs:
        for lang in LANGUAGES:
            assert len(LIBRARY.text(f"need-{need.id}", lang)) <= BUTTON
