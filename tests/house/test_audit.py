"""The look at our dependencies finds what it should, and finds nothing today."""

import pytest

from scripts.audit import LOCKS, ROOT, findings, is_free, pins

HASH = "    --hash=sha256:aa"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned_hashed_installed_and_free(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert len(list(pins(text))) > 20
    assert [one for one in findings(text) if "installed" not in one] == []


def test_what_is_loose_unhashed_or_another_version_is_found() -> None:
    lock = f"loose>=1\npytest==0.0.1 \\\n{HASH}\nno-such-package==1\n"
    found = " | ".join(findings(lock))
    assert "loose>=1 is not pinned" in found
    assert "pytest: 0.0.1 is locked" in found
    assert "no-such-package has no hash" in found
    assert "no-such-package is locked and not installed" in found


@pytest.mark.parametrize(
    ("said", "free"),
    [
        ("MIT", True), ("Apache-2.0 OR BSD-3-Clause", True), ("LGPL-3.0-only", True), ("GPL-3.0", False),
        ("AGPL-3.0", False), ("GNU General Public License v3", False), ("", False), ("Proprietary", False),
    ],
)  # fmt: skip
def test_licences_we_may_pass_on(said: str, free: bool) -> None:  # a table of cases
    assert is_free(said) is free
