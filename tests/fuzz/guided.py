"""Coverage-guided: `python -m tests.fuzz.guided TARGET [SECONDS]` lets atheris look for inputs that reach new lines.

Atheris is no dependency of the project; `make fuzz` installs it, with its hash, from tests/fuzz/requirements.txt.
What it finds is written to build/fuzz/TARGET and printed; a finding becomes an example in the tests beside this file.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["bot", "storage"], enable_loader_override=False):
    from bot.care.hsds_strangers import Givens
    from bot.care.risk import RiskScreen
    from bot.directory.files import Unreadable
    from bot.directory.importing import plan
    from bot.library import open_library
    from bot.sandbox.telegram_html import parse
    from bot.screens import escape, unpack
    from bot.words_of import raw_words
    from storage import backup_file
    from storage.sealing import VaultError

SECONDS = 60
SECRET = "nobody's secret of more than thirty-two characters"  # opens nothing


def taps(data: bytes) -> None:
    """Callback data, and the code of a link."""
    unpack(data.decode("utf-8", "surrogateescape"))


def shown(data: bytes) -> None:
    """Whatever was typed is shown as typed."""
    text = data.decode("utf-8", "ignore")
    if parse(escape(text))[0] != text:
        raise AssertionError(text)


def updates(data: bytes) -> None:
    """An update that Telegram's library cannot read is still screened."""
    with suppress(ValueError, RecursionError):
        found = json.loads(data)
        if isinstance(found, dict):
            for words in raw_words(found):
                _risk().screen(words)


def imports(data: bytes) -> None:
    """A file of another directory."""
    for name in ("services.json", "rows.csv", "package.zip"):
        with tempfile.TemporaryDirectory() as folder, suppress(Unreadable):
            path = Path(folder) / name
            path.write_bytes(data)
            plan(path, Givens("a file"), Path(folder) / "into.toml", {})


def backups(data: bytes) -> None:
    """A backup of somebody else's making."""
    with tempfile.TemporaryDirectory() as folder, suppress(VaultError):
        path = Path(folder) / "backup"
        path.write_bytes(backup_file.MAGIC + data)
        list(backup_file.read(path, [SECRET]))


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (taps, shown, updates, imports, backups)
}
SEEDS = {
    "taps": b"department:join:officer~abc:1f",
    "shown": b"<b>&amp;</b>",
    "updates": b'{"update_id": 1, "message": {"text": "I am tired", "chat": {"id": 5}, "poll": {"question": "x"}}}',
    "imports": b'[{"id": "a", "name": "A line", "status": "active", "phones": [{"number": "+1 303 555 0100"}]}]',
    "backups": b"0123456789abcdef\x00\x00\x00\x11" + b"x" * 17,
}
_kept: list[RiskScreen] = []


def _risk() -> RiskScreen:
    if not _kept:
        _kept.append(open_library().risk)
    return _kept[0]


def main(target: str, seconds: int) -> None:
    """Until the time is over or something breaks."""
    findings = Path("build/fuzz") / target
    findings.mkdir(parents=True, exist_ok=True)
    _risk()
    seeds = findings / "seeds"
    seeds.mkdir(exist_ok=True)
    (seeds / "first").write_bytes(SEEDS[target])
    arguments = [
        str(seeds),
        f"-max_total_time={seconds}",
        f"-artifact_prefix={findings}/",
        "-max_len=2000",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *arguments], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS)
