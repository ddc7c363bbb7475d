"""`python -m bot db ...`: what an operator does with the database itself."""

from collections.abc import Callable

from storage import copying, migrations
from storage.copying import Copied, CopyRefused
from storage.errors import StorageError


class NotDone(Exception):
    """Nothing was changed; the text tells the operator why and what to do."""


def upgrade(url: str) -> str:
    """Bring the tables up to date. Raises NotDone."""
    try:
        done = migrations.upgrade(url)
    except StorageError as error:
        raise NotDone(f"DATABASE_URL: {error}") from None
    return f"{len(done)} migrations done." if done else "Nothing to do."


def copy(source: str, target: str, tell: Callable[[str], None]) -> str:
    """Move everything to another database, proven table by table. Raises NotDone."""
    try:
        done = copying.copy(source, target, tell=lambda one: tell(_line(one)))
    except (CopyRefused, StorageError) as error:
        raise NotDone(str(error)) from None
    return (
        f"{sum(one.rows for one in done)} rows in {len(done)} tables, the same on both sides.\n"
        "Set DATABASE_URL to the new address, keep the same SECRET_KEY, and start the bot. "
        "Remove the old database once you are content."
    )


def _line(one: Copied) -> str:
    return f"{one.table:<20} {one.rows:>9} rows  sha256 {one.checksum[:16]}"
