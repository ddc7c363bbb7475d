"""Department packs: first for those they are for, never in the way of a line, and never able to break anything."""

import json
import logging
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.care.packs import Pack, parse_pack
from bot.care.people import Audience, Profile
from bot.care.resources import Resource, ResourceError
from bot.care.search_entries import Entry, entry_of_record
from bot.checking import findings
from bot.library import CONTENT, Library, open_library
from bot.resource_cards import ResourceCards
from bot.settings import read_settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "pack"
OHIO = Profile(country="US", region="Ohio")
TEXAS = Profile(country="US", region="Texas")
OWN = "your-department-peer-team"


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content with the example pack."""
    return open_library(packs=[EXAMPLE])


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content alone."""
    return open_library()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the example to break."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "pack"))


def hits(library: Library, text: str, profile: Profile) -> list[str]:
    """The ids of an answer."""
    return [hit.id for hit in library.search.answer(text, profile).hits]


def test_the_example_is_a_pack_without_problems(library: Library) -> None:
    assert library.pack_problems == ()
    assert library.resources[OWN].pack == "Your department"
    assert [one.name for one in library.packs] == ["Your department"]


def test_local_help_comes_first_for_its_people_and_for_nobody_elsewhere(library: Library) -> None:
    asked = "someone who wears the same badge, to talk to after a bad call"
    assert hits(library, asked, OHIO)[0] == OWN
    assert OWN not in hits(library, asked, TEXAS)


@pytest.mark.parametrize(("name", "record"), [("number for copline", "copline"), ("988", "lifeline-988-us")])
def test_a_line_asked_for_by_name_stays_first(library: Library, name: str, record: str) -> None:
    assert hits(library, name, OHIO)[0] == record


def test_a_pack_cannot_change_the_crisis_card(library: Library, shipped: Library) -> None:
    assert library.crisis_places == shipped.crisis_places


def test_whom_a_pack_is_for() -> None:
    whole = Pack(name="Whole country", countries=("US",))
    joined = Pack(name="One department", countries=("US",), departments=("Metro PD",))
    either = Pack(name="Either", countries=("US",), regions=("Ohio",), departments=("Metro PD",))
    assert whole.is_for(TEXAS)
    assert not whole.is_for(Profile(country="GB"))
    assert not joined.is_for(TEXAS)
    assert joined.is_for(TEXAS, ["metro pd"])
    assert either.is_for(OHIO)
    assert not either.is_for(TEXAS)
    assert either.is_for(TEXAS, ["Metro PD"])


MEMBERS = ("Metro PD",)
FINDS = "someone who wears the same badge, to talk to after a bad call"


@pytest.fixture
def members_only(pack: Path) -> Library:
    """The example as help for the members of one department, wherever they live."""
    change(
        pack / "pack.toml",
        lambda text: text.replace('"Ohio"', "").replace("departments = []", 'departments = ["Metro PD"]'),
    )
    change(pack / "resources" / "local.toml", lambda text: text.replace('regions = ["Ohio"]', ""))
    library = open_library(packs=[pack])
    assert library.pack_problems == ()
    return library


def test_help_for_one_departments_members_leads_for_them_and_is_shown_to_nobody_else(
    members_only: Library,
) -> None:
    answer = members_only.search.answer
    assert answer(FINDS, TEXAS, departments=["metro pd"]).hits[0].id == OWN
    assert OWN not in [hit.id for hit in answer(FINDS, TEXAS, departments=["Other PD"]).hits]
    assert OWN not in hits(members_only, FINDS, TEXAS)


def test_browsing_by_need_keeps_the_same_rule_and_puts_it_first(members_only: Library) -> None:
    cards, day = ResourceCards(members_only), date(2026, 11, 23)
    officer = Profile(country="US", audience=Audience.OFFICER)
    for need in members_only.needs:
        if not need.fits(members_only.resources[OWN]):
            continue
        own = [one.id for one in cards.found_for(need, officer, day, MEMBERS)]
        assert own[1 if need.id == "suicidal" else 0] == OWN, need.id
        assert OWN not in [one.id for one in cards.found_for(need, officer, day)]
    copline = members_only.resources["copline"]
    assert OWN not in [one.id for one in cards.like(copline, officer, day)]


def test_a_member_whose_region_is_not_known_still_finds_the_departments_own_help(pack: Path) -> None:
    change(pack / "pack.toml", lambda text: text.replace("departments = []", 'departments = ["Metro PD"]'))
    library = open_library(packs=[pack])
    nowhere = Profile(country="US", audience=Audience.OFFICER)
    assert library.search.answer(FINDS, nowhere, departments=MEMBERS).hits[0].id == OWN
    assert OWN not in hits(library, FINDS, nowhere)


def test_a_pack_that_cannot_be_indexed_leaves_the_houses_own_search(
    pack: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(record: Resource, asks: Sequence[str]) -> Entry:
        if record.pack:
            raise ValueError("it holds what nobody can read")
        return entry_of_record(record, asks)

    monkeypatch.setattr("bot.care.search.entry_of_record", broken)
    library = open_library(packs=[pack])
    with caplog.at_level(logging.WARNING):
        assert hits(library, "number for copline", OHIO)[0] == "copline"
    assert "leaves all content packs out" in caplog.text
    told = list(findings(read_settings(content_packs=(str(pack),), database_url=f"sqlite:///{pack}/data.db")))
    assert any("leaves all content packs out" in line for line in told)


def test_a_packs_own_tips_are_read_and_a_broken_one_is_named(pack: Path) -> None:
    (pack / "tips").mkdir()
    shutil.copy(CONTENT / "tips" / "sleep.toml", pack / "tips")
    library = open_library(packs=[pack])
    assert library.pack_tips["Your department"] == tuple(tip for tip in library.tips if tip.topic == "sleep")
    (pack / "tips" / "own.toml").write_text("x = 1", encoding="utf-8")
    assert str(pack) in open_library(packs=[pack]).pack_problems[0]


def test_a_record_without_regions_serves_those_of_its_pack(pack: Path) -> None:
    change(pack / "resources" / "local.toml", lambda text: text.replace('regions = ["Ohio"]', ""))
    assert open_library(packs=[pack]).resources[OWN].regions == ("Ohio",)


def change(file: Path, edit: Callable[[str], str]) -> None:
    """Rewrite a file."""
    file.write_text(edit(file.read_text(encoding="utf-8")), encoding="utf-8")


def _no_pack_file(pack: Path) -> None:
    (pack / "pack.toml").unlink()


def _broken_toml(pack: Path) -> None:
    change(pack / "resources" / "local.toml", lambda text: text + "\n[[[")


def _not_text(pack: Path) -> None:
    (pack / "resources" / "more.toml").write_bytes(b"\xff\xfe\x00name")


def _unknown_key(pack: Path) -> None:
    change(pack / "resources" / "local.toml", lambda text: text.replace("kind =", "sort ="))


def _taken_id(pack: Path) -> None:
    change(pack / "resources" / "local.toml", lambda text: text.replace(OWN, "copline"))


def _elsewhere(pack: Path) -> None:
    change(pack / "resources" / "local.toml", lambda text: text.replace('["Ohio"]', '["Texas"]'))


def _foreign(pack: Path) -> None:
    change(pack / "resources" / "local.toml", lambda text: text.replace('["US"]', '["GB"]'))


def _deep(pack: Path) -> None:
    (pack / "resources" / "deep.toml").write_text("a = " + "[" * 100_000)


def _half_a_line(pack: Path) -> None:
    (pack / "resources" / "many.jsonl").write_text('{"id": "one"')


BREAKS = [
    _no_pack_file, _broken_toml, _not_text, _unknown_key, _taken_id, _elsewhere, _foreign, _deep, _half_a_line,
]  # fmt: skip


@pytest.mark.parametrize("breaks", BREAKS)
def test_a_broken_pack_is_left_out_whole_and_named(
    pack: Path, breaks: Callable[[Path], None], shipped: Library, caplog: pytest.LogCaptureFixture
) -> None:
    breaks(pack)
    with caplog.at_level(logging.WARNING):
        library = open_library(packs=[pack])
    (problem,) = library.pack_problems
    assert str(pack) in problem
    assert problem in caplog.text
    assert library.packs == ()
    assert library.resources == shipped.resources


def test_check_names_a_broken_pack(pack: Path) -> None:
    _unknown_key(pack)
    database = f"sqlite:///{pack}/data.db"
    told = list(findings(read_settings(content_packs=(str(pack),), database_url=database)))
    assert any(str(pack) in line and OWN in line and "sort" in line for line in told)


def test_two_packs_of_one_name_are_not_mixed(pack: Path) -> None:
    library = open_library(packs=[EXAMPLE, pack])
    assert "another pack is called" in library.pack_problems[0]


def test_json_lines_hold_the_same_records(pack: Path, library: Library) -> None:
    record = library.resources[OWN].model_dump(mode="json", exclude={"pack"})
    (pack / "resources" / "local.toml").unlink()
    (pack / "resources" / "local.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert open_library(packs=[pack]).resources[OWN] == library.resources[OWN]


@pytest.mark.parametrize("content", [{}, {"pack": 3}, {"pack": {"name": "x"}}, {"pack": {}, "sentences": {}}])
def test_a_pack_file_says_what_it_lacks(content: dict[str, object]) -> None:
    with pytest.raises(ResourceError, match=r"pack\.toml"):
        parse_pack(content)
