"""The roll-call poster: one page for US Letter and A4 alike, both languages side by side, readable in black and white."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import segno
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from bot.care.people import Profile
from bot.crisis_card import CrisisCards
from bot.library import Library
from bot.screens import escape

PAGE = (210 * mm, 11 * 72.0)  # as narrow as A4, as low as Letter: prints on either at full size
MARGIN, GAP = 15 * mm, 9 * mm
CODE = 62 * mm  # the QR code's side: read from two metres
BODY, SMALLEST = 10.5, 7.5  # points
FACES = {"Poster": "DejaVuSans.ttf", "Poster-Bold": "DejaVuSans-Bold.ttf"}
PARTS = (
    ("", "poster-what"),
    ("", "poster-phone"),
    ("poster-sees-head", "poster-sees"),
    ("poster-sees-not-head", "poster-sees-not"),
    ("poster-limit-head", "poster-limit"),
    ("", "poster-leave"),
    ("", "poster-bot"),
)
STRONG = frozenset({"poster-phone"})


class NoRoom(ValueError):
    """The words do not fit on the page at a size people can read."""


def write_poster(library: Library, file: Path, department: str, link: str, country: str, today: date) -> None:
    """Write the PDF; the crisis lines are those of `country`, as checked today. Raises NoRoom or OSError."""
    _prepare_faces()
    languages = library.sentences.languages[:2]
    columns = [_column(library, department, lang) for lang in languages]
    danger = [_danger(library, country, lang, today) for lang in languages]
    size = BODY
    while (page := _drawn(library, columns, danger, department, link, size)) is None:
        size -= 0.5
        if size < SMALLEST:
            raise NoRoom("the poster's words do not fit on one page")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(page)


def _drawn(
    library: Library,
    columns: Sequence[Sequence[str]],
    danger: Sequence[Sequence[str]],
    department: str,
    link: str,
    size: float,
) -> bytes | None:
    """The page with words of this size; None when they do not fit."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=PAGE, invariant=1)
    canvas.setTitle(department)
    width, height = PAGE
    wide, half = width - 2 * MARGIN, (width - 2 * MARGIN - GAP) / 2
    y = height - MARGIN
    for lang in library.sentences.languages[:2]:
        title = f"<b>{library.text('poster-title', lang, department=department)}</b>"
        y = _write(canvas, [title], MARGIN, y, wide, size * 1.7, centered=True)
    canvas.drawImage(_code(link), (width - CODE) / 2, y - CODE, CODE, CODE)
    y -= CODE
    ways = [library.text("poster-search", lang) for lang in library.sentences.languages[:2]]
    y = _write(canvas, [" · ".join(ways), escape(link)], MARGIN, y, wide, size * 0.85, centered=True) - 3 * mm
    low = min(
        _write(canvas, column, MARGIN + at * (half + GAP), y, half, size) for at, column in enumerate(columns)
    )
    low -= 6 * mm
    top = low
    low = min(
        _write(canvas, lines, MARGIN + at * (half + GAP), top - 3 * mm, half - 4 * mm, size * 1.05)
        for at, lines in enumerate([[*lines] for lines in danger])
    )
    canvas.setLineWidth(1.5)
    canvas.rect(MARGIN - 4 * mm, low - 2 * mm, wide + 8 * mm, top - low + 2 * mm)
    if low - 2 * mm < MARGIN:
        return None
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write(
    canvas: Canvas,
    lines: Iterable[str],
    x: float,
    y: float,
    width: float,
    size: float,
    *,
    centered: bool = False,
) -> float:
    """Paragraphs from `y` down; where the last one ended."""
    style = ParagraphStyle(
        "poster", fontName="Poster", fontSize=size, leading=size * 1.3, alignment=1 if centered else 0
    )
    for line in lines:
        paragraph = Paragraph(line, style)
        _, high = paragraph.wrap(width, PAGE[1])
        y -= high
        paragraph.drawOn(canvas, x, y)
        y -= size * 0.45
    return y


def _column(library: Library, department: str, lang: str) -> list[str]:
    def said(key: str) -> str:
        words = library.text(key, lang, department=department)
        return f"<b>{words}</b>" if key in STRONG else words

    return [f"<b>{said(head)}</b><br/>{said(body)}" if head else said(body) for head, body in PARTS]


def _danger(library: Library, country: str, lang: str, today: date) -> list[str]:
    profile = Profile(lang=lang, country=country)
    ways = CrisisCards(library).ways(("lines", "emergency"), profile, today, {})
    lines = [re.sub(r"</?(a|code)\b[^>]*>", "", way.line) for way in ways]
    return [f"<b>{library.text('poster-danger', lang)}</b>", *lines]


def _code(link: str) -> ImageReader:
    out = BytesIO()
    # Level M stands a coffee stain; the quiet zone of four is what readers ask for.
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=12, border=4)
    out.seek(0)
    return ImageReader(out)


def _prepare_faces() -> None:
    """Fonts that travel with the program: a server has none, and a name may hold any letter."""
    faces = files("matplotlib") / "mpl-data" / "fonts" / "ttf"
    for name, file in FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, BytesIO((faces / file).read_bytes())))
    pdfmetrics.registerFontFamily("Poster", "Poster", "Poster-Bold", "Poster", "Poster-Bold")
