"""Files of other directories, in and out: HSDS as JSON or as a tabular data package, and plain CSV.

Bounded: a packed file may not unfold without end. A cell that a spreadsheet would run as a formula is written
with an apostrophe before it, and read back without it.
"""

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.care.hsds_tables import COLUMNS, FILES, NUMBERS, REQUIRED, Row, nest

LARGEST = 1_000_000_000  # bytes of one table, unpacked
_FORMULA = re.compile(r"[=+\-@\t\r']")
_HARMLESS = re.compile(r"[+-]?[\d ().-]*")
_GUARDED = re.compile(r"'[=+\-@\t\r']")


class Unreadable(ValueError):
    """A file that cannot be read at all. Its text says what was expected."""


def services_in(path: Path) -> Iterator[tuple[str, Any]]:
    """Each HSDS service of a file or folder, and where it stands. Raises Unreadable."""
    if path.is_dir():
        yield from _packaged(lambda name: _opened(path / name))
    elif zipfile.is_zipfile(path):
        yield from _packed(path)
    elif path.suffix == ".jsonl":
        for number, line in enumerate(_text(path).split("\n"), 1):
            if line.strip():
                yield f"line {number}", _json(line, f"{path}:{number}")
    else:
        found = _services(_json(_text(path), str(path)))
        yield from ((f"service {number}", one) for number, one in enumerate(found, 1))


def _packed(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        with zipfile.ZipFile(path) as packed:
            names = {Path(one.filename).name: one for one in packed.infolist() if not one.is_dir()}
            yield from _packaged(lambda name: _unpacked(packed, names.get(name)))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        # RuntimeError: it wants a password, or was packed in a way Python does not know
        raise Unreadable(f"{path} cannot be unpacked ({type(error).__name__})") from None


def rows_in(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of a plain CSV by its columns, and where it stands. Raises Unreadable."""
    for number, row in enumerate(_rows(_text(path), str(path)), 2):
        yield f"row {number}", row


def is_plain_csv(path: Path) -> bool:
    """Whether it is one table rather than HSDS."""
    return path.suffix.casefold() == ".csv"


def write_json(services: Sequence[Mapping[str, Any]], path: Path) -> None:
    """One page of services, as an HSDS interface would answer."""
    count = len(services)
    page: dict[str, Any] = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
    }
    page |= {"last_page": True, "empty": not count, "contents": list(services)}
    path.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_package(tables: Mapping[str, Sequence[Row]], folder: Path) -> None:
    """A table a file, and the datapackage.json that describes them."""
    for table, rows in tables.items():
        with (folder / FILES[table]).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS[table])
            writer.writerows([_cell(row.get(column)) for column in COLUMNS[table]] for row in rows)
    described = {
        "name": "human_services_data",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "https://docs.openreferral.org",
        "resources": [_described(table) for table in tables],
    }
    (folder / "datapackage.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")


def _described(table: str) -> dict[str, Any]:
    fields = []
    for column in COLUMNS[table]:
        field: dict[str, Any] = {"name": column, "type": "number" if column in NUMBERS[table] else "string"}
        if column in REQUIRED[table]:
            field["constraints"] = {"required": True, **({"unique": True} if column == "id" else {})}
        fields.append(field)
    head = {"name": table, "path": FILES[table], "profile": "tabular-data-resource", "format": "csv"}
    return head | {
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"primaryKey": "id", "fields": fields},
    }


def _cell(value: Any) -> str:
    said = "" if value is None else str(value)
    return f"'{said}" if _FORMULA.match(said) and not _HARMLESS.fullmatch(said) else said


def _rows(text: str, where: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(LARGEST)
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="")
    try:
        for row in reader:
            yield {
                key: value[1:] if _GUARDED.match(value) else value
                for key, value in row.items()
                if key and isinstance(value, str)
            }
    except csv.Error as error:
        raise Unreadable(f"{where}, line {reader.line_num}: {error}") from None


def _packaged(read: Callable[[str], str | None]) -> Iterator[tuple[str, Any]]:
    tables: dict[str, list[Row]] = {}
    for table, name in FILES.items():
        text = read(name)
        if text is not None:
            tables[table] = [{key: value for key, value in row.items() if value} for row in _rows(text, name)]
    if "service" not in tables:
        raise Unreadable("there is no services.csv in it; an HSDS data package has one")
    yield from ((f"services.csv row {number}", one) for number, one in enumerate(nest(tables), 2))


def _services(data: Any) -> list[Any]:
    """Out of a service, a list, a page of an interface, or organizations with their services."""
    if isinstance(data, Mapping):
        for key in ("contents", "services"):
            if isinstance(data.get(key), list) and not (key == "services" and "name" in data):
                return _services(data[key])
        data = [data]
    if not isinstance(data, list):
        raise Unreadable("expected HSDS services: an object, a list, or a page with `contents`")
    found: list[Any] = []
    for one in data:
        if isinstance(one, Mapping) and isinstance(one.get("services"), list):
            organization = {key: value for key, value in one.items() if key != "services"}
            found += [
                {"organization": organization, **inner}
                for inner in one["services"]
                if isinstance(inner, Mapping)
            ]
        else:
            found.append(one)
    return found


def _opened(path: Path) -> str | None:
    return _text(path) if path.is_file() else None


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo | None) -> str | None:
    if member is None:
        return None
    if member.file_size > LARGEST:
        raise Unreadable(f"{member.filename} unfolds to more than {LARGEST:,} bytes")
    with packed.open(member) as file:
        return _decoded(file.read(LARGEST), member.filename)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path} has more than {LARGEST:,} bytes")
        return _decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from None


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{where} is not UTF-8 text (byte {error.start})") from None


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{where} is not JSON: {error}") from None
