"""`python -m bot department`: make a department, hand out links into it, end them. Nobody who joined is ever shown."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import typer
from sqlmodel import Session

from bot.app import open_records, username
from bot.care.roles import Role
from bot.clock import Clock
from bot.settings import Settings, SettingsError
from storage import addresses, audit, broadcasts, departments
from storage.audit import Deed
from storage.departments import COORDINATOR_LINK_LASTS, Department, NoName
from storage.errors import StorageError
from storage.vault import Vault

T = TypeVar("T")
PLACEHOLDER = "YOUR_BOT"


async def create(
    settings: Settings, name: str, clock: Clock | None = None, *, poster: Path | None = None
) -> None:
    """Print two new links and write the poster. Raises SettingsError, or BadParameter for a name that is none."""
    clock = clock or Clock()
    now = clock.now()

    def make(session: Session, vault: Vault) -> tuple[Department, dict[Role, str]]:
        department = departments.establish(session, name, today=now.date())
        audit.note(session, department.id, audit.OPERATOR, Deed.INVITED, now=now)
        return department, {
            role: departments.invite(session, vault, department.id, role, now=now) for role in Role
        }

    try:
        department, codes = await _written(settings, make)
    except NoName as error:
        raise typer.BadParameter(f"{error}.") from None
    bot_name = await username(settings)
    until = now + COORDINATOR_LINK_LASTS
    typer.echo(f"{department.name} (number {department.id}). These links are shown only now.\n")
    typer.echo(f"For one coordinator, works once, until {until:%Y-%m-%d %H:%M} UTC:")
    typer.echo(f"  {_link(bot_name, codes[Role.COORDINATOR])}\n")
    typer.echo("For members, works for everybody who has it, until you revoke it:")
    typer.echo(f"  {_link(bot_name, codes[Role.MEMBER])}\n")
    typer.echo("Links printed earlier work on. To end all of them:")
    typer.echo(f"  python -m bot department revoke {department.id}")
    if bot_name is None:
        typer.echo(_no_name(settings))
    elif poster is not None:
        _write(settings, poster, department.name, _link(bot_name, codes[Role.MEMBER]), now.date())


async def make_poster(settings: Settings, name_or_id: str, file: Path, clock: Clock | None = None) -> None:
    """Write the poster with a new member link; earlier ones work on. Raises SettingsError or BadParameter."""
    now = (clock or Clock()).now()
    if await _written(settings, lambda session, _vault: departments.named(session, name_or_id)) is None:
        raise _unknown(name_or_id)
    bot_name = await username(settings)
    if bot_name is None:
        raise SettingsError(_no_name(settings).strip())

    def invite(session: Session, vault: Vault) -> tuple[Department, str] | None:
        department = departments.named(session, name_or_id)
        if department is None:
            return None
        audit.note(session, department.id, audit.OPERATOR, Deed.INVITED, now=now)
        return department, departments.invite(session, vault, department.id, Role.MEMBER, now=now)

    made = await _written(settings, invite)
    if made is None:
        raise _unknown(name_or_id)
    department, code = made
    typer.echo(f"A new link for members of {department.name}: {_link(bot_name, code)}")
    _write(settings, file, department.name, _link(bot_name, code), now.date())


def poster_name(department: str) -> Path:
    """The file a poster goes to when none is named: poster-metro-pd.pdf, here."""
    words = "".join(sign if sign.isalnum() else " " for sign in department.casefold()).split()
    return Path("-".join(["poster", *words[:8]]) + ".pdf")


async def show_all(settings: Settings, clock: Clock | None = None) -> None:
    """Print every department, and how many joined as a band. Raises SettingsError."""
    today = (clock or Clock()).today()
    found = await _written(settings, lambda session, _vault: departments.every(session, today=today))
    for one in found:
        typer.echo(f"{one.id}  {one.name}  made {one.created_on}  joined: {one.reach} people")
    if found:
        typer.echo("Counted once a week, so that nobody can tell who came or went.")
    else:
        typer.echo('No department yet. Make one: python -m bot department create "Metro PD"')


async def revoke(
    settings: Settings, name_or_id: str, clock: Clock | None = None, *, coordinators: bool = False
) -> None:
    """End a department's links, and with `coordinators` everybody's role there; print how many.

    Raises SettingsError, or BadParameter for an unknown one.
    """
    now = (clock or Clock()).now()

    def end(session: Session, vault: Vault) -> tuple[Department, int, int, int] | None:
        department = departments.named(session, name_or_id)
        if department is None:
            return None
        links = departments.revoke(session, department.id, now=now)
        audit.note(session, department.id, audit.OPERATOR, Deed.REVOKED, now=now)
        if not coordinators:
            return department, links, 0, 0
        roles = _end_roles(session, vault, department.id, now)
        tips = broadcasts.cancel_unbegun(session, department.id, now=now, by=audit.OPERATOR)
        return department, links, roles, tips

    ended = await _written(settings, end)
    if ended is None:
        raise _unknown(name_or_id)
    department, links, roles, tips = ended
    typer.echo(
        f"{department.name}: {links} working {'link' if links == 1 else 'links'} ended. Who joined stays."
    )
    if coordinators:
        typer.echo(f"{roles} {'coordinator' if roles == 1 else 'coordinators'} lost the role.")
    if tips:
        typer.echo(f"{tips} {'tip' if tips == 1 else 'tips'} not begun: cancelled.")


def _end_roles(session: Session, vault: Vault, department_id: int, now: datetime) -> int:
    ended = departments.end_roles(session, department_id)
    for pseudonym in ended:
        label = audit.label_of(vault, department_id, pseudonym)
        audit.note(session, department_id, label, Deed.REMOVED, now=now)
        addresses.drop_if_unneeded(session, pseudonym)
    return len(ended)


async def show_audit(settings: Settings, name_or_id: str) -> None:
    """Print what coordinators did, oldest first. Raises SettingsError, or BadParameter for an unknown department."""

    def look(session: Session, _vault: Vault) -> tuple[Department, tuple[audit.Entry, ...]] | None:
        department = departments.named(session, name_or_id)
        return (department, audit.trail(session, department.id)) if department else None

    found = await _written(settings, look)
    if found is None:
        raise _unknown(name_or_id)
    department, entries = found
    for one in entries:
        which = f"  tip {one.broadcast_id}" if one.broadcast_id else ""
        typer.echo(f"{one.at:%Y-%m-%d %H:%M} UTC  {one.label or 'operator':<12}  {one.deed}{which}")
    typer.echo(
        f"{department.name}: {len(entries)} entries. A code stands for one coordinator; it names nobody."
    )


async def _written(settings: Settings, work: Callable[[Session, Vault], T]) -> T:
    async with open_records(settings) as (storage, vault):
        try:
            return await storage.write(lambda session: work(session, vault))
        except StorageError as error:
            raise SettingsError(f"DATABASE_URL: {error}") from None


def _write(settings: Settings, file: Path, department: str, link: str, today: date) -> None:
    # Drawing takes half a second to import, and only a poster needs it.
    from bot.department_poster import NoRoom, write_poster
    from bot.library import open_library

    try:
        write_poster(open_library(), file, department, link, settings.default_country, today)
    except (NoRoom, OSError) as error:
        raise typer.BadParameter(f"no poster could be written to {file}: {error}.") from None
    typer.echo(f"The poster for roll call: {file} (prints on US Letter and on A4).")


def _unknown(name_or_id: str) -> typer.BadParameter:
    return typer.BadParameter(f"there is no department {name_or_id!r}; see: python -m bot department list")


def _link(bot_name: str | None, code: str) -> str:
    return f"https://t.me/{bot_name or PLACEHOLDER}?start={code}"


def _no_name(settings: Settings) -> str:
    why = "Telegram did not answer" if settings.telegram_bot_token else "TELEGRAM_BOT_TOKEN is not set"
    return f"\nWrite your bot's username in place of {PLACEHOLDER}: {why}, so it could not be asked."
