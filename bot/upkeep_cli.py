"""The operator's commands around what is kept: the database, its keys, its backups."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.log import set_up
from bot.settings import Settings, read_settings

db = typer.Typer(no_args_is_help=True, help="The database.")


@db.callback()
def _database() -> None:
    """The database."""


@db.command()
def upgrade() -> None:
    """Bring the tables up to date. The bot does so itself when it starts."""
    from bot import db_cli

    _say(lambda: db_cli.upgrade(settings_now().database_url))


@db.command("copy")
def copy_database(
    source: Annotated[str, typer.Argument(metavar="FROM_URL", help="sqlite:///... or postgresql://...")],
    target: Annotated[str, typer.Argument(metavar="TO_URL", help="An empty database of either kind.")],
) -> None:
    """Move everything to another database, checked by counts and checksums. Stop the bot first."""
    from bot import db_cli

    _say(lambda: db_cli.copy(source, target, typer.echo))


keys = typer.Typer(no_args_is_help=True, help="The keys that people's data is sealed under.")


@keys.callback()
def _keys() -> None:
    """The keys that people's data is sealed under."""


@keys.command()
def rotate() -> None:
    """New keys for everybody, while the bot runs. To change SECRET_KEY: move the old one to OLD_SECRET_KEY first."""
    from bot.keys_cli import rotate_all

    words, whole = rotate_all(settings_now(), typer.echo)
    if not whole:
        stop(words)
    typer.echo(words)


def backup(file: Annotated[Path, typer.Argument(help="Where to. FILE.keys is written beside it.")]) -> None:
    """Copy everything, encrypted, while the bot runs."""
    from bot import backup_cli

    _say(lambda: backup_cli.backup(settings_now(), file))


def restore(
    file: Annotated[Path, typer.Argument(help="What `backup` wrote.")],
    keys_file: Annotated[
        Path | None, typer.Option("--keys", help="FILE.keys, on a machine that has no keys yet.")
    ] = None,
) -> None:
    """Bring a backup back into an empty database. Who was forgotten since stays forgotten."""
    from bot import backup_cli

    _say(lambda: backup_cli.restore(settings_now(), file, keys_file))


def _say(work: Callable[[], str]) -> None:
    from bot.db_cli import NotDone

    try:
        typer.echo(work())
    except NotDone as error:
        stop(str(error))


def settings_now() -> Settings:
    """As the environment and `.env` say, with the log set up by them. Raises SettingsError."""
    settings = read_settings()
    set_up(settings.log_level, settings.log_format)
    return settings


def stop(words: str) -> NoReturn:
    """Say it to the operator and end with 2."""
    typer.echo(words, err=True)
    raise typer.Exit(2)
