"""Promise 3: what people write is found in no file and no log line, and who they are neither."""

import logging
from pathlib import Path

import pytest

from tests.chat import Chatter, House, open_house

MARKER = "zebra-umbrella-cathedral"
LINES = (
    f"{MARKER} where can I get help",
    f"{MARKER} I want to kill myself",
    f"/find {MARKER}",
    f"/start {MARKER}",
    f"/unknown {MARKER}",
    f"my wife is scared {MARKER}",
)


async def _a_day(house: House) -> Chatter:
    officer = house.person("Quetzalcoatl")
    await officer.says("/start")
    await officer.taps("start-officer")
    for line in LINES:
        await officer.says(line)
    await officer.does(officer.person.sends_photo(MARKER))
    await officer.taps("crisis-together.no")
    return officer


def _every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


async def test_no_word_and_no_identity_is_in_any_file_or_log_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with open_house(tmp_path) as house:
        officer = await _a_day(house)
        identity = str(officer.person.id)
        running = _every_byte(tmp_path)
    stopped = _every_byte(tmp_path)
    said = "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith(("statuscheck", "sql"))
    )
    for bytes_found in (running, stopped, said.encode()):
        for secret in (MARKER, identity, "Quetzalcoatl"):
            assert secret.encode() not in bytes_found


async def test_an_error_is_logged_without_the_message_that_caused_it(
    house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str, *_: object) -> None:
        raise ValueError(f"cannot read {text}")

    monkeypatch.setattr(
        type(house.bot.services.library.search), "answer", lambda _self, text, *_, **__: broken(text)
    )
    officer = house.person()
    await officer.says(f"{MARKER} therapist")
    officer.sees("failed")
    written = "\n".join(record.getMessage() + str(record.exc_text) for record in caplog.records)
    assert "ValueError" in written
    assert MARKER not in written


async def test_forget_leaves_nothing_and_says_how_much_it_was(house: House) -> None:
    officer = await _a_day(house)
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    officer.sees("privacy-forgotten-end")
    await officer.says("/export")
    officer.sees("privacy-export-none")
