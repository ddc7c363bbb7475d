"""Whatever lies in a file: content names where it stumbled, an import refuses or reads, a backup is whole or damaged."""

import io
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.care.hsds_strangers import Givens
from bot.care.hsds_tables import FILES
from bot.directory.files import Unreadable
from bot.directory.importing import plan
from bot.library import CONTENT, open_library
from bot.sentences import ContentError
from storage import backup_file
from storage.sealing import VaultError
from tests.chat import SECRET
from tests.fuzz.one_house import examples
from tests.fuzz.updates import ODD

READ = (".toml", ".md", ".ftl", ".tsv", ".json")
GARBAGE = (
    b"\x00",
    b"\xff\xfe",
    b"\n[",
    b'"""',
    b"= {",
    b"\n+++\n",
    b"\n---\n",
    b"}",
    b"\xed\xa0\x80",
    b"-" * 50,
    b"9" * 400,
)
SEEDS = st.integers(0, 2**32)


def bent(data: bytes, dice: random.Random) -> bytes:
    """Cut, doubled, swapped, or with garbage in the middle."""
    at, width = dice.randrange(len(data) + 1), dice.randrange(1, 80)
    match dice.randrange(5):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[at + width :]
        case 2:
            return data[:at] + dice.choice(GARBAGE) + data[at:]
        case 3:
            return data[:at] + data[at : at + width] * 2 + data[at + width :]
        case _:
            return bytes(byte ^ (dice.random() < 0.01) for byte in data)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that may be spoiled."""
    return shutil.copytree(CONTENT, tmp_path_factory.mktemp("content") / "content")


@given(seed=SEEDS)
@examples(20)
def test_broken_content_is_named_by_its_file(content: Path, seed: int) -> None:
    dice = random.Random(seed)
    files = sorted(path for path in content.rglob("*") if path.suffix in READ)
    spoiled = dice.choice(files)
    whole = spoiled.read_bytes()
    spoiled.write_bytes(bent(whole, dice))
    told = None
    try:
        open_library(content)
    except ContentError as error:
        told = str(error)
    finally:
        spoiled.write_bytes(whole)
    if told is not None:
        assert str(content) in told


def test_a_file_that_is_cut_is_named(content: Path) -> None:
    for place in (
        "risk/phrases/es/suicidio.toml",
        "resources/us.toml",
        "flows/crisis.toml",
        "search/needs.toml",
    ):
        spoiled = content / place
        whole = spoiled.read_bytes()
        for broken in (whole[:-3] + b"\n[", b"\xff\xfe", b"x"):
            spoiled.write_bytes(broken)
            with pytest.raises(ContentError, match=spoiled.name):
                open_library(content)
        spoiled.write_bytes(whole)


@given(seed=SEEDS)
@examples(15)
def test_a_broken_pack_never_stops_the_bot(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    dice = random.Random(seed)
    pack = tmp_path_factory.mktemp("pack")
    (pack / "resources").mkdir()
    (pack / "pack.toml").write_bytes(bent(b'[pack]\nname = "metro"\ncountries = ["US"]\n', dice))
    (pack / "resources" / "own.toml").write_bytes(
        bent((CONTENT / "resources" / "us.toml").read_bytes()[:3000], dice)
    )
    library = open_library(packs=[pack])
    assert library.packs or library.pack_problems


def _imports(path: Path) -> None:
    with suppress(Unreadable):
        plan(path, Givens("a test", country="US"), path.with_name("into.toml"), {})


SERVICE = st.dictionaries(
    st.sampled_from(["id", "name", "description", "phones", "organization", "schedules", "languages", "url", "status"]),
    ODD,
    max_size=8,
)  # fmt: skip


@given(services=st.one_of(SERVICE, st.lists(SERVICE, max_size=3), ODD))
@examples(150)
def test_any_json_is_imported_or_refused(tmp_path_factory: pytest.TempPathFactory, services: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "services.json"
    path.write_text(json.dumps(services), encoding="utf-8")
    _imports(path)


@given(seed=SEEDS)
@example(seed=0)
@examples(60)
def test_any_csv_and_any_zip_is_imported_or_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    dice = random.Random(seed)
    rows = b'id,name,phone,hours,kind,country\n1,"A, b",+1 303 555 0100,"Mo-Fr 08:00-17:00",line,US\n=1+1,x,911,,,\n'
    folder = tmp_path_factory.getbasetemp()
    plain, packed = folder / "rows.csv", folder / "rows.zip"
    plain.write_bytes(bent(rows, dice))
    _imports(plain)
    packed.write_bytes(bent(_zip(rows), dice))
    _imports(packed)


def _zip(rows: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in FILES.values():
            package.writestr(name, rows)
    return file.getvalue()


@given(seed=SEEDS)
@examples(150)
def test_a_backup_that_was_touched_is_damaged_and_never_half_read(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    dice = random.Random(seed)
    path = tmp_path_factory.getbasetemp() / "backup"
    lines: list[dict[str, Any]] = [
        {"revision": "0001"},
        *({"t": "member", "v": {"n": number}} for number in range(40)),
    ]
    backup_file.write(path, SECRET, lines)
    whole = path.read_bytes()
    spoiled = bent(whole, dice)
    path.write_bytes(spoiled)
    if spoiled == whole:
        return
    with pytest.raises(VaultError):
        list(backup_file.read(path, [SECRET]))


@pytest.mark.parametrize("make", [bytes, lambda n: b"\xff" * n, lambda n: backup_file.MAGIC + b"\0" * n])
def test_what_was_never_a_backup_is_said_to_be_none(tmp_path: Path, make: Callable[[int], bytes]) -> None:
    for size in (0, 1, 21, 22, 38, 42, 100, 70_000):
        (tmp_path / "x").write_bytes(make(size))
        with pytest.raises(VaultError):
            list(backup_file.read(tmp_path / "x", [SECRET]))
