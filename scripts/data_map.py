"""Writes docs/data-map.md from the tables' own declarations; a test compares."""

from pathlib import Path

from bot.library import open_library
from storage.privacy import SEALED
from storage.tables import Owner, Row, declared, name_of, table_of

WHERE = Path(__file__).parents[1] / "docs" / "data-map.md"
OWNERS = {Owner.MEMBER: "a person's", Owner.DEPARTMENT: "a department's", Owner.HOUSE: "nobody's"}
HEAD = """# Data map

Every table and column there is, written from the declarations in [`storage/tables/`](../storage/tables/) by
`scripts/data_map.py`; a test fails when the two differ. The same declarations make /privacy, /export, /forget and the
hourly purge. How to read it, and who could learn what: [privacy.md](privacy.md).

"""


def data_map() -> str:
    """The whole document."""
    library = open_library()
    return HEAD + "\n".join(_section(row, library.text(row.purpose, "en")) for row in declared())


def _section(row: type[Row], purpose: str) -> str:
    kept = f"{row.retention.days} days after `{row.retention.column}`" if row.retention else "until forgotten"
    named = f"by `{row.subject}`" if row.subject else "no person"
    columns = "\n".join(f"| {column.name} | {_kind(column)} |" for column in table_of(row).columns)
    return (
        f"## {name_of(row)}\n\n{purpose}. {OWNERS[row.owner].capitalize()}; names {named}; kept {kept}.\n\n"
        f"| column | what |\n|---|---|\n{columns}\n"
    )


def _kind(column: object) -> str:
    name, kind = getattr(column, "name", ""), getattr(column, "type", None)
    sealed = name.startswith(SEALED)
    plain = type(kind).__name__.removeprefix("Auto").lower().replace("utcdatetime", "moment (UTC)")
    return "encrypted under the person's own key, or the house's" if sealed else plain


if __name__ == "__main__":
    WHERE.write_text(data_map(), encoding="utf-8")
