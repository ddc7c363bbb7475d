"""The poster says on one page, in both languages, what the department can see and whom to call; its code is the link."""

import re
import zlib
from base64 import a85decode
from datetime import date
from pathlib import Path

import pytest
import segno

from bot import department_poster
from bot.department_poster import CODE, PAGE, NoRoom, write_poster
from tests.chat import the_library

LINK = "https://t.me/status_check_bot?start=" + "a2b3" * 8
TODAY = date(2026, 11, 23)


def _page(file: Path, name: str = "Metro PD", country: str = "US") -> bytes:
    write_poster(the_library(), file, name, LINK, country, TODAY)
    return file.read_bytes()


def _streams(page: bytes) -> list[bytes]:
    found = []
    for raw in re.findall(rb"stream\r?\n(.*?)endstream", page, re.DOTALL):
        body = raw.strip()
        if body.endswith(b"~>"):
            body = a85decode(body, adobe=False) if body.startswith(b"<~") else a85decode(body[:-2])
        try:
            found.append(zlib.decompress(body))
        except zlib.error:
            continue
    return found


def test_it_is_one_page_that_fits_letter_and_a4_with_fonts_of_its_own(tmp_path: Path) -> None:
    page = _page(tmp_path / "poster.pdf")
    assert page.startswith(b"%PDF")
    assert page.count(b"/Type /Page\n") + page.count(b"/Type /Page ") == 1
    width, height = PAGE
    assert width <= 595.3  # A4
    assert height <= 792  # US Letter
    assert width / 2 > CODE
    assert b"/FontFile2" in page


@pytest.mark.parametrize(
    "name", ["Metro <b>PD</b> & Sons", "Policía de Mérida", "Łódź Żandarmeria", "X" * 80, "W W " * 20]
)
def test_any_name_a_department_may_have_is_printed(tmp_path: Path, name: str) -> None:
    assert _page(tmp_path / "poster.pdf", name.strip())


@pytest.mark.parametrize("country", ["US", "CA", "GB", "AU", "NZ", "IE", "ZZ"])
def test_every_country_has_its_lines_on_it(country: str) -> None:
    for lang in ("en", "es"):
        lines = department_poster._danger(the_library(), country, lang, TODAY)
        assert len(lines) > 1
        assert not any("<a" in line or "<code" in line for line in lines)


def test_each_part_is_there_in_both_languages() -> None:
    library = the_library()
    for lang, phone in (("en", "Use your own phone"), ("es", "Usa tu propio teléfono")):
        said = " ".join(department_poster._column(library, "Metro PD", lang))
        assert phone in said
        for _, key in department_poster.PARTS:
            assert library.text(key, lang, department="Metro PD") in said


def test_its_code_holds_the_members_link_and_nothing_else(tmp_path: Path) -> None:
    code = segno.make(LINK, error="m", micro=False)
    modules = [bool(module) for row in code.matrix_iter(border=4) for module in row]
    side = int(len(modules) ** 0.5)
    size = side * 12
    pixels = next(
        one for one in _streams(_page(tmp_path / "poster.pdf")) if len(one) in (size * size, size * size * 3)
    )
    step = len(pixels) // (size * size)
    drawn = [
        pixels[((row * 12 + 6) * size + column * 12 + 6) * step] < 128
        for row in range(side)
        for column in range(side)
    ]
    assert drawn == modules


def test_words_that_do_not_fit_are_said_not_to_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(department_poster, "SMALLEST", 11.0)
    monkeypatch.setattr(department_poster, "CODE", 600.0)
    with pytest.raises(NoRoom):
        _page(tmp_path / "poster.pdf")
