"""What can be known about our dependencies without asking anybody: pinned, hashed, the very ones installed, freely licensed.

Known vulnerabilities need a database on the network: `pip-audit -r requirements.lock --require-hashes`, docs/breach.md.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(
    r"^([A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==([^\s;\\]+)([^\n]*)((?:\n[ \t]+[^\n]*)*)", re.MULTILINE
)
FREE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|LGPL|Lesser General|Unlicense|Public Domain|"
    r"0BSD|Zlib|HPND|CC0|PostgreSQL|Artistic)\b",
    re.IGNORECASE,
)
COPYLEFT = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )General Public License", re.IGNORECASE)
# Read by hand where a package says its licence in a file only. Add one with its reason.
READ_BY_HAND: dict[str, str] = {}


def pins(lock: str) -> Iterator[tuple[str, str, str, str]]:
    """Name, version, marker and the lines below, of each package of a lock."""
    for found in PIN.finditer(lock):
        yield found[1], found[2], found[3], found[4]


def findings(lock: str) -> Iterator[str]:
    """What is wrong with a lock: something without a pin, a hash, or a free licence, or not what is installed."""
    loose = [line for line in lock.splitlines() if line and line[0].isalnum() and "==" not in line]
    yield from (f"{line.split()[0]} is not pinned" for line in loose)
    for name, version, marker, below in pins(lock):
        if "--hash=sha256:" not in below:
            yield f"{name} has no hash"
        try:
            here = distribution(name)
        except PackageNotFoundError:
            if ";" not in marker:
                yield f"{name} is locked and not installed"
            continue
        if here.version != version:
            yield f"{name}: {version} is locked, {here.version} is installed"
        if name not in READ_BY_HAND and not is_free(said := licence_of(here)):
            yield f"{name}: its licence reads {said[:60] or 'nothing'!r}"


def licence_of(package: Distribution) -> str:
    """What a package says of its own licence."""
    about = package.metadata
    said = [one for name in ("License-Expression", "License") for one in about.get_all(name) or []]
    classified = [one for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    return "; ".join([*(one[:300] for one in said), *classified])


def is_free(said: str) -> bool:
    """Whether we may pass it on with ours. A choice between licences is free when one of them is."""
    return bool(FREE.search(said)) and (
        not COPYLEFT.search(said) or " OR " in said or "LGPL" in said or "Lesser" in said
    )


def main() -> int:
    """0 when there is nothing to look at."""
    found = [
        f"{name}: {one}" for name in LOCKS for one in findings((ROOT / name).read_text(encoding="utf-8"))
    ]
    for one in found:
        print(one)  # noqa: T201  # a command's own answer
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
