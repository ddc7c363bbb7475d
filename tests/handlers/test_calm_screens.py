"""Every screen of /calm: what it carries fits into a button, its labels onto a phone, its words keep what they promise."""

import itertools
import re
from collections.abc import Iterator

import pytest

from bot.calm_screens import MOST, WORSE, CalmScreens, Stand, read_stand
from bot.care.breathing import frames
from bot.care.people import Profile
from bot.library import LANGUAGES, open_library
from bot.screens import DATA_LIMIT, Screen, unpack

LIBRARY = open_library()
LABEL = 40  # characters; a longer one is cut off on a phone
LABEL_IN_PAIR = 24
CLAIMS = re.compile(
    r"\b(cures?|heals?|treats?|treatment|proven|clinical|medical|cura|sana|trata|tratamiento|probad[oa]|m[eé]dic[oa])\b",
    re.IGNORECASE,
)
STANDS = [("", 0), ("10", 2**40), (WORSE, 2**40)]


def screens(lang: str) -> Iterator[Screen]:
    """All there are, carrying as much as they can."""
    calm, profile = CalmScreens(LIBRARY), Profile(lang=lang)
    yield calm.shelf(profile)
    yield calm.people(profile, ["988"])
    yield calm.closed(profile)
    for tool, technique in LIBRARY.techniques.items():
        yield from (
            calm.card(profile, technique),
            calm.rate(profile, technique),
            calm.worse(profile, tool, ["988"]),
        )
        for before, picture in STANDS:
            stand = Stand(tool, technique.places - 1, before, picture)
            shown = frames(technique)
            yield from (calm.frame(profile, technique, stand, one, caution=True) for one in shown)
            yield from (calm.paused(profile, stand), calm.ended(profile, stand), calm.stopped(profile, stand))
            yield calm.crowded(profile, technique, stand)
            if before.isdigit():
                yield from (calm.compared(profile, stand.at(after)) for after in range(MOST + 1))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_button_fits(lang: str) -> None:
    for screen in screens(lang):
        for row in screen.buttons:
            for button in row:
                assert button.data is not None
                assert len(button.data.encode()) <= DATA_LIMIT
                assert len(button.label) <= (LABEL if len(row) == 1 else LABEL_IN_PAIR), button.label


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_button_of_a_tool_can_be_read_back(lang: str) -> None:
    for screen in screens(lang):
        for row in screen.buttons:
            for button in row:
                tap = unpack(button.data or "")
                assert tap is not None
                if tap.flow == "calm":
                    assert read_stand(tap.choice) is not None, button.data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_screen_claims_to_heal_anything(lang: str) -> None:
    assert [screen.text for screen in screens(lang) if CLAIMS.search(screen.text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_running_screen_has_stop_and_the_way_out(lang: str) -> None:
    for screen in screens(lang):
        if screen.key == "calm-running":
            steps = {(button.data or "").split(":")[1] for row in screen.buttons for button in row}
            assert {"stop", "worse", "toggle"} <= steps


def test_two_frames_that_follow_each_other_never_look_the_same() -> None:
    calm, profile = CalmScreens(LIBRARY), Profile()
    for tool, technique in LIBRARY.techniques.items():
        shown = [calm.frame(profile, technique, Stand(tool), one) for one in frames(technique)]
        assert all(one != following for one, following in itertools.pairwise(shown)), tool


@pytest.mark.parametrize(
    "choice", ["sigh~-1~", "sigh~1", "sigh~1~11", "sigh~1~x", "sigh~100~", "SIGH", "sigh~1~~g", "a b"]
)
def test_what_was_never_ours_is_not_read(choice: str) -> None:
    assert read_stand(choice) is None


def test_a_stand_comes_back_as_it_went() -> None:
    for before, picture in STANDS:
        stand = Stand("sigh", 14, before, picture)
        assert read_stand(str(stand)) == stand
