"""The page's own words exist in both languages, its colours can be read, and its files stay small."""

import re
from importlib.resources import files

import pytest

FOLDER = files("bot.sandbox") / "page_files"
HEX = r"#([0-9a-f]{6})([0-9a-f]{2})?"

# text on ground; grounds with some transparency lie on the last colour named
PAIRS = [
    ("ink", "panel"), ("ink", "ground"), ("ink", "in"), ("ink", "out"), ("soft", "panel"), ("soft", "ground"),
    ("soft", "in"), ("out-soft", "out"), ("out-accent", "out"), ("accent", "panel"), ("accent", "in"),
    ("accent", "accent-wash"), ("accent-ink", "accent"), ("key-ink", "key", "paper"), ("key-ink", "key", "paper-end"),
    ("day-ink", "day", "paper"), ("day-ink", "day", "paper-end"), ("bad", "bad-wash"), ("notice-ink", "notice"),
    ("toast-ink", "toast", "paper"), ("in", "accent"), ("out", "out-accent"),
]  # fmt: skip


def _colours(scheme: str) -> dict[str, str]:
    found = re.findall(rf"--([\w-]+): light-dark\(({HEX}), ({HEX})\)", (FOLDER / "colours.css").read_text())
    return {name: light if scheme == "light" else dark for name, light, _, _, dark, _, _ in found}


def _over(colour: str, ground: tuple[float, ...]) -> tuple[float, ...]:
    match = re.fullmatch(HEX, colour)
    assert match
    alpha = int(match[2] or "ff", 16) / 255
    parts = (int(match[1][at : at + 2], 16) / 255 for at in (0, 2, 4))
    return tuple(alpha * part + (1 - alpha) * below for part, below in zip(parts, ground, strict=True))


def _light(colour: tuple[float, ...]) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_can_be_read_on_its_ground(scheme: str, pair: tuple[str, ...]) -> None:
    """WCAG AA for text of any size: 4.5 to 1."""
    colours = _colours(scheme)
    ground: tuple[float, ...] = (0.0, 0.0, 0.0)
    for name in reversed(pair[1:]):
        ground = _over(colours[name], ground)
    text = _over(colours[pair[0]], ground)
    bright, dim = sorted((_light(text), _light(ground)), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5


def _words() -> dict[str, dict[str, str]]:
    text = (FOLDER / "words.js").read_text()
    found = {}
    for lang in ("en", "es"):
        block = text.partition(f"\n  {lang}: {{\n")[2].partition("\n  },\n")[0]
        found[lang] = dict(re.findall(r'^    (\w+): "(.*)",$', block, re.MULTILINE))
    return found


def test_both_languages_say_the_same_things_with_the_same_gaps() -> None:
    english, spanish = _words().values()
    assert len(english) > 50
    assert english.keys() == spanish.keys()
    for key, sentence in english.items():
        assert sorted(re.findall(r"\{\w+\}", sentence)) == sorted(re.findall(r"\{\w+\}", spanish[key])), key


def test_every_word_is_used_and_every_use_has_a_word() -> None:
    names = [
        item for item in FOLDER.iterdir() if item.name.endswith((".js", ".html")) and item.name != "words.js"
    ]
    code = "\n".join(item.read_text() for item in names)
    english = _words()["en"]
    asked = set(re.findall(r'say\([\w.]+, "(\w+)"', code)) | set(
        re.findall(r'data-t(?:-label)?="(\w+)"', code)
    )
    assert asked <= english.keys()
    made_of_parts = {"theme_auto", "theme_light", "theme_dark", "today", "yesterday"}
    assert {key for key in english if not re.search(rf"\b{key}\b", code)} <= made_of_parts


def test_the_page_is_small_and_fetches_nothing_from_outside() -> None:
    total = 0
    for item in FOLDER.iterdir():
        text = item.read_text()
        total += len(text.encode())
        assert len(text.splitlines()) <= 300, item.name
        outside = [
            url for url in re.findall(r"https?://[\w./-]+", text) if not url.startswith("http://www.w3.org/")
        ]
        assert outside == [], item.name
        assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text), (
            item.name
        )
    assert total < 120_000
