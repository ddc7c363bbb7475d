"""Moves typed instead of tapped, in both languages."""

import pytest

from bot.care.moves import parse_moves
from bot.library import open_library

LIBRARY = open_library()
MOVES = LIBRARY.companions.moves


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2", 2), ("the first one", 1), ("la segunda", 2), ("el primero", 1), ("number 3", 3), ("one", 1), ("La 2", 2),
        ("#4", 4), ("the second", 2), ("opción 2", 2), ("number one", 1), ("12", None), ("2 beers", None), ("", None),
        ("first day back at work and I hate it so much already", None),
    ],
)  # fmt: skip
def test_a_place_in_a_list(text: str, place: int | None) -> None:
    assert MOVES.place(text) == place


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Pause", "pause"), ("pausa", "pause"), ("go on", "go_on"), ("seguir", "go_on"), ("resume", "go_on"),
        ("next", "next"), ("siguiente", "next"), ("stop", "stop"), ("parar", "stop"), ("para", "stop"),
        ("This makes it worse.", "worse"), ("esto me pone peor", "worse"), ("more", "more"), ("más", "more"),
        ("back", "back"), ("atrás", "back"),
    ],
)  # fmt: skip
def test_a_move(text: str, move: str) -> None:
    assert move in MOVES.meant(text)


@pytest.mark.parametrize(
    "text", ["i want to stop living", "no more", "ya no puedo mas", "goodbye", "i'm done", "done with it all"]
)
def test_words_of_danger_are_no_move(text: str) -> None:
    assert not MOVES.meant(text)


def test_every_tool_that_has_a_name_is_there() -> None:
    assert set(MOVES.tools.values()) == set(LIBRARY.techniques)


@pytest.mark.parametrize(
    "content",
    [
        {"en": {"moves": {"stop": ["Stop!"]}, "places": [], "small": [], "tools": {}}},
        {"en": {"moves": {}, "places": [], "small": [], "tools": {"box": ["box"], "sigh": ["box"]}}},
    ],
)  # fmt: skip
def test_content_that_is_wrong_is_refused(content: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"moves\.toml"):
        parse_moves(content)
