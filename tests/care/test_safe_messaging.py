"""What a department's own words are checked for: each rule finds what it is about, in both languages, and no more."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.reading_grade import HARDEST, grade
from bot.care.safe_messaging import Finding, Linter, LintError, fold, parse
from bot.library import CONTENT, LANGUAGES, open_library

RULES = (CONTENT / "broadcasts" / "safe_messaging.toml").read_text(encoding="utf-8")
LINTER = parse(RULES)
LIBRARY = open_library()
HELP = " Talk to the peer team."

FOUND = [
    ("own-danger", "I want to kill myself."),
    ("own-danger", "Me quiero matar."),
    ("own-danger", "Ya no puedo más, pienso en suicidarme."),
    ("own-danger", "They are better off without me."),
    ("committed", "He committed suicide last year."),
    ("committed", "El año pasado cometió suicidio."),
    ("committed", "It was a failed attempt."),
    ("method", "She overdosed on the pills she had."),
    ("method", "Se disparó en casa."),
    ("method", "He took 40 pills."),
    ("method-place", "He died with his service weapon."),
    ("method-place", "Murió en su patrulla."),
    ("confidential", "The line is confidential."),
    ("confidential", "Nadie se va a enterar."),
    ("confidential", "It won’t affect your job."),
    ("confidential", "We will never tell anyone you called."),
    ("confidential", "We won't tell anyone."),
    ("confidential", "Nobody will know."),
    ("confidential", "No one will ever know."),
    ("confidential", "Nunca le diremos a nadie que llamaste."),
    ("confidential", "Nadie sabrá que llamaste."),
    ("shame", "Suicide is selfish."),
    ("shame", "Es una salida de cobardes."),
    ("glory", "After he took his own life he is finally at peace."),
    ("single-cause", "He killed himself because of the divorce."),
    ("alarm", "An epidemic among officers."),
    ("everybody", "Most cops think about it."),
    ("verdict", "If you cannot sleep you have PTSD."),
    ("duty", "You must come on Friday."),
    ("duty", "Es obligatorio venir."),
    ("reply", "Reply to this and tell us."),
    ("report-a-colleague", "Send us the name of anyone you worry about."),
    ("tracking", "More: https://bit.ly/abc"),
    ("tracking", "More: https://example.org/page?utm_source=tg"),
    ("plain-link", "More: http://example.org"),
    ("person", "Sgt. Alvarez can tell you more."),
    ("person", "La teniente Robles sabe más."),
    ("person", "Ask @someone_there."),
    ("statistics", "One in four officers drinks too much."),
    ("statistics", "El 30 por ciento duerme mal."),
]
FINE = [
    "He died by suicide. We miss him. Talk to the peer team or call 988.",
    "The peer team does not tell the chief, except when a life is at risk. It is confidential within those limits.",
    "Officer Wellness is open on Monday. Talk to somebody there.",
    "One in four officers drinks too much, according to a study of 2020. Talk to the EAP.",
    "Some officers think about dying. If a friend talks of wanting to die, stay. Call 988 together.",
    "The peer team never tells the chief, except when a life is at risk. Talk to them.",
    "Lock your gun away and give somebody else the key. Call 988 together.",
    "Murió por suicidio. Lo extrañamos. Habla con el equipo de apoyo.",
    "Call the chaplain at 555-0100. He was an officer for twenty years.",
    "If the shift was long, take ten minutes before you drive. Talk to a friend on the way.",
]


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_it_is_found(rule: str, text: str) -> None:
    found = [one.rule for one in LINTER.look(text + HELP)]
    assert rule in found


@pytest.mark.parametrize("text", FINE)
def test_what_is_well_said_passes(text: str) -> None:
    assert LINTER.look(text) == ()


def test_every_rule_has_an_example_and_both_sentences_in_every_language() -> None:
    tried = {rule for rule, _ in FOUND} | {"place", "grade"}
    assert set(LINTER.rules) == tried
    for lang in LANGUAGES:
        for rule in LINTER.rules:
            assert LIBRARY.sentences.has(f"lint-{rule}", lang)
            assert LIBRARY.sentences.has(f"lint-{rule}-instead", lang)


def test_a_missing_place_to_turn_is_advice_and_a_must_where_it_is_about_suicide() -> None:
    assert LINTER.look("Sleep well.") == (Finding("place", "", blocks=False),)
    assert LINTER.look("We lost a friend to suicide.") == (Finding("place", "", blocks=True),)


def test_naming_somebody_is_a_must_only_where_it_is_about_suicide() -> None:
    assert [one.blocks for one in LINTER.look("Call Sgt. Alvarez of the peer team.")] == [False]
    assert [one.blocks for one in LINTER.look("Officer Alvarez died by suicide. Call 988.")] == [True]


def test_what_must_change_comes_before_advice_and_each_rule_once() -> None:
    found = LINTER.look("One in four committed suicide. They committed suicide.")
    assert [one.rule for one in found] == ["committed", "place", "statistics"]
    assert [one.blocks for one in found] == [True, True, False]


def test_a_finding_quotes_the_place_as_it_was_written() -> None:
    assert LINTER.look("Él Cometió   Suicidio." + HELP)[0].quote == "Cometió   Suicidio"


def test_an_address_behind_words_is_read_too() -> None:
    assert [one.rule for one in LINTER.look("Read this." + HELP, links=("https://t.co/x",))] == ["tracking"]


def test_long_sentences_of_long_words_are_called_hard_to_read() -> None:
    hard = (
        "Organizational interventions addressing occupational psychological difficulties necessitate comprehensive "
        "administrative participation, particularly regarding institutional communication responsibilities, professional "
        "consultation opportunities, and confidentiality considerations affecting individual participation, "
        "notwithstanding considerable operational requirements. "
    ) * 2
    assert grade(hard, "en") > HARDEST
    assert "grade" in [one.rule for one in LINTER.look(hard + HELP)]
    easy = (
        "After a bad call, sit down for a bit. Drink some water. Then tell one person how it was. You can do it in the car. "
        * 2
    )
    assert grade(easy, "en") < 5
    assert grade("Corto.", "es") == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tips_of_the_library_pass_what_others_have_to(lang: str) -> None:
    for tip in LIBRARY.tips:
        title, text = tip.said(lang)
        must = [one for one in LINTER.look(f"{title}. {text}", lang) if one.blocks]
        assert not must, f"{tip.id} {lang}: {must}"
        assert grade(text, lang) <= HARDEST, tip.id


@given(text=st.text(max_size=300))
def test_any_text_can_be_looked_at_and_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    for found in LINTER.look(text):
        assert found.quote in text


def test_rules_that_cannot_be_used_are_refused_by_name() -> None:
    with pytest.raises(LintError, match="safe_messaging"):
        parse("[words]\nsuicide = []")
    assert isinstance(parse(RULES), Linter)
    assert Path(CONTENT / "broadcasts").is_dir()
