"""Export: valid HSDS as objects and as tables, the same bytes each time, nothing doubtful where others would show it."""

import csv
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.hsds_reading import resource_of
from bot.care.hsds_strangers import Givens
from bot.care.hsds_tables import flatten, nest
from bot.care.hsds_writing import is_shown, service_of
from bot.care.resources import Phone, Resource, TextLine
from bot.directory.exporting import export_hsds
from bot.directory.files import rows_in, services_in, write_package
from bot.library import open_library
from tests.directory.hsds_rules import RULES, broken_rules

RESOURCES = open_library().resources
ALL = [pytest.param(record, id=record.id) for record in RESOURCES.values()]
NOBODY = Givens(source="a test")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped records, exported."""
    folder = tmp_path_factory.mktemp("hsds")
    assert export_hsds(RESOURCES.values(), folder) == len(RESOURCES) == 151
    return folder


@pytest.mark.parametrize("record", ALL)
def test_a_record_comes_back_as_it_went_field_by_field(record: Resource) -> None:
    service = json.loads(json.dumps(service_of(record)))
    back = resource_of(service, NOBODY)
    for field in Resource.model_fields:
        assert getattr(back, field) == getattr(record, field), field
    (from_tables,) = nest(flatten([service]))
    assert resource_of(from_tables, NOBODY) == record


@pytest.mark.parametrize("way", ["services.json", "folder", "zip"])
def test_all_records_come_back_from_what_lies_on_disk(exported: Path, tmp_path: Path, way: str) -> None:
    source = exported if way == "folder" else exported / "services.json"
    if way == "zip":
        source = tmp_path / "packed.zip"
        with zipfile.ZipFile(source, "w") as packed:
            for file in exported.glob("*.csv"):
                packed.write(file, f"inside/{file.name}")
    back = [resource_of(service, NOBODY) for _, service in services_in(source)]
    assert {one.id: one for one in back} == dict(RESOURCES)


@pytest.mark.parametrize("record", ALL)
def test_every_service_keeps_the_rules_of_the_format(record: Resource) -> None:
    assert list(broken_rules("service", service_of(record))) == []


def test_every_row_keeps_the_rules_of_the_format() -> None:
    tables = flatten(service_of(record) for record in RESOURCES.values())
    ids = {table: {row["id"] for row in rows} for table, rows in tables.items()}
    for table, rows in tables.items():
        assert len(ids[table]) == len(rows)
        for row in rows:
            assert list(broken_rules(table, row)) == []
            assert all(row.get(field) for field in RULES[table].get("tabular", ()))
            assert row.get("organization_id", next(iter(ids["organization"]))) in ids["organization"]
            assert row.get("service_id", next(iter(ids["service"]))) in ids["service"]
            if table == "attribute":
                assert row["link_id"] in ids[row["link_entity"]]
                assert row["taxonomy_term_id"] in ids["taxonomy_term"]


def test_the_package_describes_its_tables(exported: Path) -> None:
    described = json.loads((exported / "datapackage.json").read_text(encoding="utf-8"))
    assert described["profile"] == "tabular-data-package"
    files = {
        one["path"]: [field["name"] for field in one["schema"]["fields"]] for one in described["resources"]
    }
    assert set(files) == {file.name for file in exported.glob("*.csv")}
    for name, columns in files.items():
        with (exported / name).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == columns


def test_the_same_records_give_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    export_hsds(reversed(list(RESOURCES.values())), tmp_path)
    for file in exported.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("record", ALL)
def test_no_number_that_is_withheld_stands_where_others_would_show_it(record: Resource) -> None:
    contacts: tuple[Phone | TextLine, ...] = (*record.phones, *record.texts)
    doubtful = [contact for contact in contacts if not is_shown(contact, record)]
    shown = [phone["number"] for phone in service_of(record).get("phones", ())]
    trusted = [one for one in contacts if one not in doubtful]
    assert shown == [one.dial if isinstance(one, Phone) else one.number for one in trusted]
    if record.withholds_a_number:
        assert doubtful


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for tables that are written again and again."""
    return tmp_path_factory.mktemp("cells")


CELLS = [
    "=cmd|' /C calc'!A0",
    "+1+cmd",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "''",
    "'quoted'",
    "plain",
    "+1 202 555 0123",
]


@given(
    st.one_of(
        st.sampled_from(CELLS), st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1)
    )
)
def test_a_cell_is_never_a_formula_and_comes_back_as_it_was(folder: Path, words: str) -> None:
    row: dict[str, Any] = {"id": "1", "name": words}
    write_package({"language": [row]}, folder)
    with (folder / "languages.csv").open(encoding="utf-8", newline="") as file:
        cell = next(csv.DictReader(file))["name"]
    assert not re.match(r"[=@\t]", cell)
    assert not re.match(r"[+-]", cell) or re.fullmatch(r"[+-][\d ().-]*", cell)
    ((_, back),) = rows_in(folder / "languages.csv")
    assert back["name"] == words
