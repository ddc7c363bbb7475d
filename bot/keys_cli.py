"""`python -m bot keys ...`: what an operator does with the keys."""

from collections.abc import Callable

from bot.app import open_keys
from bot.clock import Clock
from bot.settings import Settings, SettingsError
from storage import rotating
from storage.errors import StorageError
from storage.rotating import Rotated
from storage.vault import VaultError


def rotate_all(settings: Settings, tell: Callable[[str], None]) -> tuple[str, bool]:
    """What was done, in words, and whether all of it was. Raises SettingsError."""
    if settings.secret_key is None:
        raise SettingsError("SECRET_KEY: the one the bot runs with is needed.")
    keys, vault = open_keys(settings, Clock())
    try:
        done = rotating.rotate(settings.database_url, keys, vault, tell=tell)
    except (StorageError, VaultError) as error:
        return f"Stopped: {error}. Nothing is lost; run it again and it goes on where it ended.", False
    finally:
        keys.close()
    return _told(done), not done.unreadable


def _told(done: Rotated) -> str:
    new = f"{done.owners} new keys, {done.values} values sealed anew, {done.retired} old keys destroyed"
    lines = [f"{new}, {done.rewrapped} lasting keys now under today's SECRET_KEY."]
    if done.unreadable:
        lines.append(
            f"{done.unreadable} values could not be read and were left; the old keys are kept. "
            "Put the SECRET_KEY they were made with into OLD_SECRET_KEY and run this again."
        )
    else:
        lines.append(
            "OLD_SECRET_KEY may be emptied now. Backups made before this open with the earlier keys only."
        )
    return "\n".join(lines)
