"""Import: what strangers wrote becomes records only where it says enough; the rest is refused with row and reason."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typer
from rich.console import Console

from bot.care.hsds_reading import resource_of
from bot.care.hsds_strangers import Givens
from bot.care.hsds_tables import flatten, nest
from bot.care.hsds_writing import service_of
from bot.care.people import Profile
from bot.care.resources import Resource
from bot.directory.files import LARGEST, Unreadable, services_in
from bot.directory.importing import Plan, known_in, plan, write
from bot.directory_cli import givens, import_file
from bot.library import CONTENT, open_library, topic_words
from bot.resource_cards import ResourceCards
from bot.settings import Settings
from tests.chat import NOON
from tests.directory.hsds_rules import broken_rules

STRANGERS = Path(__file__).parent / "strangers.json"
OHIO = Givens("a 211 list", country="US", regions=("Ohio",), zone="America/New_York", words=topic_words())
SHIPPED = open_library().resources
TODAY = date(2026, 11, 23)


def planned(tmp_path: Path, file: Path = STRANGERS, given: Givens = OHIO, into: str = "local.toml") -> Plan:
    """What importing the file into a folder would come to."""
    return plan(file, given, tmp_path / into, SHIPPED)


def first(tmp_path: Path, **given: object) -> Resource:
    """The first record of the strangers' file."""
    return planned(tmp_path, given=replace(OHIO, **given)).changes[0].record  # type: ignore[arg-type]


def test_a_strangers_service_becomes_a_record(tmp_path: Path) -> None:
    record = first(tmp_path)
    assert record.id == "first-responder-counseling"
    assert record.en.what == "Free counseling for first responders & their families."
    assert record.en.who_answers == "Example County Behavioral Health"
    assert record.cost == "free"
    assert record.topics == ("depression",)
    assert record.languages == ("es",)
    assert record.checked_on == date(2026, 10, 1)
    assert record.regions == ("Ohio",)
    assert [(one.dial, one.link, one.label.en) for one in record.phones] == [
        ("1-614-555-0142", "+16145550142", "Front desk, ext. 7")
    ]
    assert [(one.number, one.e164) for one in record.texts] == [("1-614-555-0144", "+16145550144")]
    (stretch,) = (record.hours,) if isinstance(record.hours, str) else record.hours
    assert not isinstance(stretch, str)
    assert (stretch.days, stretch.opens, stretch.closes) == ("Mon,Tue,Wed,Thu,Fri", "08:30", "17:00")


def test_hours_without_a_time_zone_are_not_guessed(tmp_path: Path) -> None:
    assert first(tmp_path, zone="").hours == "unknown"


def test_what_a_record_has_no_key_for_is_kept_and_goes_back_where_it_stood(tmp_path: Path) -> None:
    record = first(tmp_path)
    original = json.loads(STRANGERS.read_text(encoding="utf-8"))["contents"][0]
    service = service_of(record)
    for field in (
        "id",
        "wait_time",
        "minimum_age",
        "last_modified",
        "eligibility_description",
        "organization",
    ):
        assert service[field] == original[field]
    for field in ("service_areas", "service_at_locations"):
        assert service[field] == original[field]
    assert [one["number"] for one in service["phones"]] == [
        "1-614-555-0142",
        "1-614-555-0144",
        "614-555-0143",
    ]
    assert [one["name"] for one in service["languages"]] == ["Spanish", "Somali sign"]
    assert service["attributes"][-1]["taxonomy_term"]["name"] == "Psychiatric counseling"
    assert resource_of(service, OHIO) == record
    (from_tables,) = nest(flatten([service]))
    again = resource_of(from_tables, OHIO)
    assert again.model_copy(update={"extra": {}}) == record.model_copy(update={"extra": {}})
    assert again.extra.keys() == record.extra.keys()
    del service["service_at_locations"], service["organization"]["year_incorporated"]
    assert list(broken_rules("service", service)) == []


def test_a_number_nobody_assured_is_kept_back(tmp_path: Path) -> None:
    second = planned(tmp_path).changes[1].record
    assert second.id == "first-responder-counseling-2"
    assert second.status == "unconfirmed"
    assert [one.dial for one in second.phones] == ["1-614-555-0145"]
    assert second.shown_phones(TODAY) == ()
    assert first(tmp_path).shown_phones(TODAY)


def test_what_cannot_be_taken_is_refused_with_row_and_reason(tmp_path: Path) -> None:
    told = [f"{where}: {reason}" for where, _, reason in planned(tmp_path).refused]
    assert len(told) == 5
    for row, reason in (
        ("service 3", "status is defunct"),
        ("service 4", "--checked-on can"),
        ("service 5", "'555 CALL ME' is no"),
        ("service 6", "name: String should have at least 2 characters; status: Input should be"),
        ("service 7", "a service is an object"),
    ):
        assert any(line.startswith(row) and reason in line for line in told), (row, told)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"country": ""}, "--country can"),
        ({"regions": ()}, "Example County; --region NAME or --everywhere"),
        ({"words": {}}, "--topic can"),
    ],
)
def test_what_is_not_said_is_asked_for(tmp_path: Path, given: dict[str, object], reason: str) -> None:
    refused = planned(tmp_path, given=replace(OHIO, **given)).refused  # type: ignore[arg-type]
    assert any(where == "service 1" and reason in why for where, _, why in refused)


@pytest.mark.parametrize("into", ["local.toml", "local.jsonl"])
def test_a_second_import_of_the_same_file_changes_nothing(tmp_path: Path, into: str) -> None:
    write(planned(tmp_path, into=into), tmp_path / into)
    again = planned(tmp_path, into=into)
    assert again.changes == ()
    assert again.same == 2


def test_a_change_is_shown_field_by_field_and_ids_hold(tmp_path: Path) -> None:
    write(planned(tmp_path), tmp_path / "local.toml")
    newer = tmp_path / "newer.json"
    newer.write_text(STRANGERS.read_text(encoding="utf-8").replace("555-0142", "555-0199"), encoding="utf-8")
    (change,) = planned(tmp_path, newer).changes
    assert change.record.id == "first-responder-counseling"
    ((field, before, after),) = change.fields
    assert field == "phones"
    assert "0142" in before
    assert "0199" in after


def test_a_hands_remarks_and_other_records_stay(tmp_path: Path) -> None:
    into = tmp_path / "local.toml"
    write(planned(tmp_path), into)
    own = "# Our own remark\n\n" + into.read_text(encoding="utf-8").replace(
        "[first-responder-counseling-2]", "# asked on Monday\n[first-responder-counseling-2]"
    )
    into.write_text(own, encoding="utf-8")
    newer = tmp_path / "newer.json"
    newer.write_text(STRANGERS.read_text(encoding="utf-8").replace("555-0142", "555-0199"), encoding="utf-8")
    write(planned(tmp_path, newer), into)
    text = into.read_text(encoding="utf-8")
    assert text.startswith("# Our own remark")
    assert "# asked on Monday\n[first-responder-counseling-2]" in text
    assert "555-0199" in text
    assert "555-0142" not in text


def test_our_own_records_are_never_copied_under_another_name(tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    copline = SHIPPED["copline"]
    file.write_text(json.dumps(service_of(copline)), encoding="utf-8")
    assert planned(tmp_path, file).same == 1
    changed = service_of(copline) | {"description": "Something else entirely."}
    file.write_text(json.dumps([changed, changed]), encoding="utf-8")
    assert all("known already, from another file" in why for _, _, why in planned(tmp_path, file).refused)


def test_markup_in_a_strangers_words_never_reaches_a_chat_as_markup(tmp_path: Path) -> None:
    nasty = json.loads(STRANGERS.read_text(encoding="utf-8"))["contents"][0]
    nasty |= {
        "name": "A <b>bold</b> & name",
        "url": 'https://x.example/"onclick="y',
        "fees_description": "<i>5</i> $",
    }
    nasty["description"] = "Listens &lt;b&gt;to you&lt;/b&gt; every day"
    record = resource_of(nasty, OHIO)
    card = ResourceCards(open_library()).card(record, Profile(region="Ohio"), NOON)
    assert "<b>to you" not in card.text
    assert "&lt;b&gt;to you" in card.text
    assert 'example/"onclick' not in card.text


def _csv(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8-sig")
    return file


CSV = (
    "name,what,what_es,phones,texts,hours,topics,audiences,checked_on,Room\n"
    "Peer team,Someone who has been there,Alguien que lo ha vivido,614-555-0142; 614-555-0143,"
    "614-555-0144 HELP,Mon-Fri 08:00-20:00 America/New_York; Sat 09:00-12:00,"
    "critical_incident; sleep,officers,2026-11-01,12b\n"
    "Chaplain,Talks about anything,,call me,,at night,chaplaincy,officers,yesterday,\n"
    "Gym,Open to all members,,,,24/7,swimming,officers,2026-11-01,\n"
)


def test_a_departments_own_table_is_read_row_by_row(tmp_path: Path) -> None:
    found = planned(tmp_path, _csv(tmp_path, CSV))
    (change,) = found.changes
    record = change.record
    assert record.extra == {"csv.room": "12b"}
    assert [one.dial for one in record.phones] == ["1-614-555-0142", "1-614-555-0143"]
    assert [(one.number, one.keyword) for one in record.texts] == [("1-614-555-0144", "HELP")]
    assert [(one.days, one.zone) for one in record.hours if not isinstance(one, str)] == [
        ("Mon-Fri", "America/New_York"),
        ("Sat", "America/New_York"),
    ]
    assert record.es.what == "Alguien que lo ha vivido"
    refused = {where: reason for where, _, reason in found.refused}
    assert "hours: write" in refused["row 3"]
    assert "topics.0" in refused["row 4"]


def test_a_table_without_ids_is_matched_by_its_names(tmp_path: Path) -> None:
    file = _csv(tmp_path, CSV)
    write(planned(tmp_path, file), tmp_path / "local.toml")
    assert planned(tmp_path, file).changes == ()
    assert set(known_in(tmp_path / "local.toml")) == {"peer-team"}


UNREADABLE: dict[str, tuple[str, bytes]] = {
    "not JSON": ("a.json", b"{"),
    "not text": ("a.json", b"\xff\xfe"),
    "too deep": ("a.json", b"[" * 200_000),
    "no services": ("a.json", b"3"),
    "empty": ("a.csv", b""),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, case: str) -> None:
    name, data = UNREADABLE[case]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable):
        planned(tmp_path, tmp_path / name)


def test_a_folder_without_services_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"services\.csv"):
        list(services_in(tmp_path))


def test_a_file_has_a_largest_size(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as hole:
        hole.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="more than"):
        list(services_in(file))


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """`resources import` in a folder: how many were refused, and what was said."""

    def _run(file: Path = STRANGERS, *, sure: bool = False, into: Path | None = None) -> tuple[int, str]:
        settings = Settings(_env_file=None, content_packs=(str(tmp_path / "pack"),))
        said = io.StringIO()
        console = Console(file=said, width=200, force_terminal=False)
        given = givens(
            file, "us", ["Ohio"], None, None, everywhere=False, zone="America/New_York", checked_on=None
        )
        return import_file(settings, file, into, given, sure=sure, console=console), said.getvalue()

    return _run


def test_nothing_is_written_unasked_and_then_a_working_pack(
    tmp_path: Path, run: Callable[..., tuple[int, str]]
) -> None:
    refused, said = run()
    assert refused == 5
    assert "+ first-responder-counseling" in said
    assert "Nothing is written" in said
    assert not (tmp_path / "pack").exists()
    run(sure=True)
    library = open_library(packs=[tmp_path / "pack"])
    assert library.pack_problems == ()
    assert library.resources["first-responder-counseling"].pack == "pack"


def test_shipped_content_is_named_as_such(run: Callable[..., tuple[int, str]]) -> None:
    _, said = run(into=CONTENT / "resources" / "us.toml")
    assert "the content everybody gets" in said


def test_a_strangers_words_cannot_paint_the_terminal(
    tmp_path: Path, run: Callable[..., tuple[int, str]]
) -> None:
    file = tmp_path / "nasty.json"
    service = json.loads(STRANGERS.read_text(encoding="utf-8"))["contents"][0]
    service["name"] = "Line\x1b[2J[bold red]x[/] y"
    file.write_text(
        json.dumps([service, {"id": "1", "name": "\x1b[2Jbad", "status": "no"}]), encoding="utf-8"
    )
    _, said = run(file)
    assert "\x1b" not in said
    assert "[bold red]x[/]" in said


def test_a_wrong_day_is_one_sentence() -> None:
    with pytest.raises(typer.BadParameter, match="2026-11-22"):
        givens(STRANGERS, None, None, None, None, everywhere=False, zone="", checked_on="soon")
