"""What is kept, how long and whether encrypted, in words: from the tables' own declarations, so it cannot drift."""

from collections.abc import Mapping

from bot.library import Library
from storage.privacy import SEALED
from storage.tables import Owner, Row, declared, name_of, table_of


def kept_page(library: Library, lang: str) -> str:
    """Every table there is: first those about a person, then the rest."""
    yours = [_line(library, lang, row) for row in declared() if row.owner is Owner.MEMBER]
    others = [_line(library, lang, row) for row in declared() if row.owner is not Owner.MEMBER]
    return "\n\n".join(
        (
            library.text("privacy-kept-title", lang),
            "\n".join((library.text("privacy-kept-yours", lang), *yours)),
            library.text("privacy-kept-none", lang),
            "\n".join((library.text("privacy-kept-others", lang), *others)),
        )
    )


def receipt(library: Library, lang: str, counts: Mapping[str, int]) -> str:
    """What was erased, table by table."""
    purposes = {name_of(row): row.purpose for row in declared()}
    lines = [
        library.text("privacy-forgotten-line", lang, what=library.text(purposes[table], lang), count=count)
        for table, count in counts.items()
        if count
    ]
    said = "\n".join(lines) or library.text("privacy-forgotten-none", lang)
    title, end = (library.text(f"privacy-forgotten-{part}", lang) for part in ("title", "end"))
    return f"{title}\n{said}\n\n{end}"


def seals(row: type[Row]) -> bool:
    """Whether part of it is encrypted."""
    return any(column.name.startswith(SEALED) for column in table_of(row).columns)


def _line(library: Library, lang: str, row: type[Row]) -> str:
    return library.text(
        "privacy-kept-line",
        lang,
        what=library.text(row.purpose, lang),
        sealed="yes" if seals(row) else "no",
        until=_until(library, lang, row),
    )


def _until(library: Library, lang: str, row: type[Row]) -> str:
    if row.retention is None:
        return library.text("privacy-until-you" if row.owner is Owner.MEMBER else "privacy-until-house", lang)
    moment = library.text(f"privacy-moment-{row.retention.column.replace('_', '-')}", lang)
    return library.text("privacy-until", lang, days=row.retention.days, moment=moment)
