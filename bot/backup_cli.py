"""`python -m bot backup` and `restore`: what is asked of the operator, and what was done, in words."""

from pathlib import Path

from bot.app import open_keys
from bot.clock import Clock
from bot.db_cli import NotDone
from bot.settings import Settings
from storage import backups
from storage.backups import BackupRefused
from storage.errors import StorageError
from storage.keys import Keys, beside
from storage.sealing import VaultError, Wrapping

TROUBLE = (BackupRefused, StorageError, VaultError, OSError)


def backup(settings: Settings, file: Path) -> str:
    """The rows into `file`, the keys into another beside it. Raises NotDone, SettingsError."""
    secret = _secrets(settings)[0]
    keys, vault = open_keys(settings, Clock())
    beside_it = file.with_name(file.name + ".keys")
    try:
        rows = backups.make(settings.database_url, vault, secret, file)
        count = backups.make_of_keys(keys, secret, beside_it)
    except TROUBLE as error:
        raise NotDone(_words(error, file)) from None
    finally:
        keys.close()
    return (
        f"{rows} rows in {file}, {count} keys in {beside_it}. Both open with SECRET_KEY only.\n"
        f"Keep as many of the first as you like, and only the newest of the second, somewhere else: "
        "an older one still knows the keys of people who have asked to be forgotten since."
    )


def restore(settings: Settings, file: Path, keys_file: Path | None) -> str:
    """Into an empty database. Raises NotDone."""
    secrets = _secrets(settings)
    keys = Keys(
        settings.keys_url or beside(settings.database_url),
        Wrapping(secrets[0], secrets[1:]),
        clock=Clock().monotonic,
    )
    try:
        if keys_file is not None:
            backups.restore_keys(keys, secrets, keys_file)
        done = backups.restore(settings.database_url, keys, secrets, file)
    except TROUBLE as error:
        raise NotDone(_words(error, file)) from None
    finally:
        keys.close()
    told = f"{done.rows} rows are back."
    if done.left_out:
        told += (
            f" {done.left_out} stayed out: their people were forgotten since, or their keys are not here "
            "(on a new machine give --keys FILE.keys)."
        )
    return told


def _secrets(settings: Settings) -> list[str]:
    if settings.secret_key is None:
        raise NotDone("SECRET_KEY: the one the bot runs with is needed.")
    return [
        one.get_secret_value() for one in (settings.secret_key, settings.old_secret_key) if one is not None
    ]


def _words(error: Exception, file: Path) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or file}: {error.strerror or type(error).__name__}"
    if isinstance(error, VaultError):
        return f"{type(error).__name__}: {error}. Is SECRET_KEY the one this was made with?"
    return str(error)
