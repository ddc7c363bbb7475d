"""What the screen decides, and that no disguise makes a plain line quieter."""

import random
import string
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.care.risk import Action, Level, Verdict
from tests.eval.risk_report import CARD, DEV, REACHED, load_rows, load_screen, tier

SCREEN = load_screen()
PLAIN = [row["text"] for row in load_rows(DEV) if tier(row) == "t1" and row["lang"] == "en"]


def action(text: str) -> Action:
    return SCREEN.screen(text).action


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "i dont want to live anymore",
        "I'm going to eat my gun tonight",
        "going 10-7 for good, tell my kids I loved them",
        "end of watch by my own hand",
        "it's not a cry for help, I just want to be dead",
        "I was suicidal ten years ago and the thoughts are back",
        "quiero matarme",
        "ya no quiero vivir",
        "je veux mourir",
        "quero morrer",
        "I just swallowed all my pills",
        "my husband hits me",
    ],
)
def test_plain_danger_brings_the_card(text: str) -> None:
    assert action(text) in CARD


@pytest.mark.parametrize(
    "text",
    [
        "my partner said he wants to die and I don't know what to do",
        "I'm worried my brother is going to kill himself",
        "mi esposo dice que se quiere morir",
    ],
)
def test_danger_of_somebody_near_brings_the_card_for_helping_them(text: str) -> None:
    verdict = SCREEN.screen(text)
    assert (verdict.level, verdict.action, verdict.topic) == (Level.CONCERN, Action.CONCERN, "someone_else")


@pytest.mark.parametrize(
    "text",
    [
        "asking for a friend, how many pills would it take to die",
        "they would all be better off without me",
        "I gave my dog away, I won't need him where I'm going",
    ],
)
def test_a_doubt_is_never_passed_over(text: str) -> None:
    assert action(text) in REACHED


@pytest.mark.parametrize(
    "text",
    [
        "worked a suicide call this morning, subject was transported",
        "talked a jumper off the bridge last night",
        "this shift is killing me",
        "I'd kill for a coffee",
        "kill the lights when you leave",
        "how do I kill a process on port 8080",
        "I died laughing at briefing",
        "in the movie the cop eats his gun at the end",
        "10-7 for lunch",
        "what's a good recipe for chicken soup",
        "",
        "   \n\t ",
        "\u200b\u200b",
    ],
)
def test_work_talk_idioms_and_ordinary_talk_bring_no_card(text: str) -> None:
    assert action(text) not in CARD


def test_asking_for_a_friend_is_heard_as_oneself() -> None:
    assert SCREEN.screen("asking for a friend, how many pills does it take to die").topic != "someone_else"


def test_a_rough_call_is_known_as_work() -> None:
    verdict = SCREEN.screen("worked a jumper today, rough")
    assert (verdict.action, verdict.topic) == (Action.PASS, "work")


def test_a_denial_takes_a_phrase_back_and_the_reason_says_so() -> None:
    verdict = SCREEN.screen("I'm not suicidal, I have a question about benefits")
    assert verdict.action not in CARD
    assert any("denied" in reason for reason in verdict.reasons)


def test_grief_after_a_suicide_gets_warm_words_for_the_bereaved() -> None:
    verdict = SCREEN.screen("my partner died by suicide in March and I miss him")
    assert (verdict.action, verdict.topic) == (Action.SUPPORT, "bereaved")


def test_a_reason_names_phrases_and_never_the_words_of_the_message() -> None:
    verdict = SCREEN.screen("Zanzibar Quixote and I want to die")
    assert verdict.reasons
    assert "zanzibar" not in " ".join(verdict.reasons).casefold()


INVISIBLE = ["\u200b", "\u200d", "\u00ad", "\u2060", "\ufeff", "\ufe0f", "\u202e"]
LOOKALIKE = str.maketrans("aeopcxi", "аеорсхі")
DISGUISES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "title case": str.title,
    "curly quotes": lambda text: text.replace("'", "\u2019"),
    "no apostrophes": lambda text: text.replace("'", ""),
    "look-alike letters": lambda text: text.translate(LOOKALIKE),
    "full-width letters": lambda text: "".join(
        chr(ord(c) + 0xFEE0) if c in string.ascii_letters else c for c in text
    ),
    "combining marks": lambda text: "".join(c + "\u0336" if c.isalpha() else c for c in text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "double spaces": lambda text: text.replace(" ", "  "),
    "stretched last letters": lambda text: text + text[-1] * 6,
    "talk around it": lambda text: f"Hi. Long day at work.\n{text}\nThat's all.",
}


@pytest.mark.parametrize("name", DISGUISES)
def test_no_disguise_hides_a_plain_line(name: str) -> None:
    reached = [text for text in PLAIN if action(text) in REACHED]
    hidden = [text for text in reached if action(DISGUISES[name](text)) not in REACHED]
    assert len(reached) > 60
    assert not hidden


@given(st.sampled_from(PLAIN), st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_invisible_letters_change_no_verdict(text: str, seed: int) -> None:
    chance = random.Random(seed)
    mixed = "".join(c + (chance.choice(INVISIBLE) if chance.random() < 0.4 else "") for c in text)
    assert SCREEN.screen(mixed) == SCREEN.screen(text)


@given(st.text(max_size=500))
@settings(max_examples=300, deadline=None)
def test_any_text_gets_a_verdict(text: str) -> None:
    assert isinstance(SCREEN.screen(text), Verdict)


HEAVY = [
    "a " * 2048,
    "kill myself " * 400,
    "i want to die " * 300,
    "k i l l " * 512,
    "*" * 4096,
    "k*" * 2048,
    "'" * 4096,
    "aa1" * 1365,
    "\ufdfa" * 4096,
    "\u0336" * 4096,
    "i" * 4096,
    "my gun in my mouth. " * 205,
    "not " * 1024,
    '" ' * 2048,
    "z!" * 2048,
    "myse lf " * 512,
]


@pytest.mark.parametrize("text", HEAVY, ids=lambda text: text[:8])
def test_no_message_is_slow(text: str) -> None:
    # The promise is 10 ms; the test allows ten times that for a busy machine and takes the best of three.
    times = []
    for _ in range(3):
        began = time.perf_counter()
        SCREEN.screen(text)
        times.append(time.perf_counter() - began)
    assert min(times) < 0.1


def test_nothing_past_the_limit_is_read() -> None:
    assert action("ok. " * 1024 + "I want to kill myself") not in CARD
