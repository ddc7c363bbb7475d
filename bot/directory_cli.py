"""`python -m bot resources`: what verify, import and export say to the person at the terminal."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from bot.care.hsds_strangers import Givens
from bot.care.resource_changes import Change
from bot.care.resources import ResourceError
from bot.clock import Clock
from bot.directory import verifying
from bot.directory.exporting import export_hsds
from bot.directory.files import Unreadable
from bot.directory.importing import Plan, first_refused, plan, write
from bot.library import CONTENT, open_library, topic_words
from bot.settings import Settings

SHOWN = 40  # changes and refused rows printed; of the others the number
MANY = 2_000  # records from which JSON Lines spare every start of the bot whole seconds
LOCAL = Path("packs/local")


async def verify(
    settings: Settings, only: str | None, report: Path | None, clock: Clock | None = None
) -> int:
    """Check the shipped records and those of packs, or one of them. Returns how many links are broken."""
    library = open_library(packs=settings.content_packs)
    if only and only not in library.resources:
        raise typer.BadParameter(f"there is no record {only!r}")
    wanted = [library.resources[only]] if only else list(library.resources.values())
    return await verifying.verify(wanted, (clock or Clock()).today(), report=report)


def export(settings: Settings, folder: Path, *, with_packs: bool) -> None:
    """Write the shipped records, and those of packs when asked: a department's own lines are not for everybody."""
    library = open_library(packs=settings.content_packs if with_packs else ())
    count = export_hsds(library.resources.values(), folder)
    typer.echo(f"{count} services in {folder}: services.json, and a tabular data package (datapackage.json)")


def import_file(
    settings: Settings,
    file: Path,
    into: Path | None,
    givens: Givens,
    *,
    sure: bool,
    console: Console | None = None,
) -> int:
    """Show what the file would change and, when `sure`, write it. Returns how many rows were refused."""
    console = console or Console(highlight=False)
    into = into or Path(*settings.content_packs[:1] or [LOCAL]) / "resources" / "imported.toml"
    library = open_library(packs=settings.content_packs)
    try:
        found = plan(file, givens, into, library.resources)
    except (Unreadable, ResourceError) as error:
        raise typer.BadParameter(str(error)) from None
    for line in _told(found, into):
        console.print(line, soft_wrap=True)
    if not sure:
        console.print(Text(f"Nothing is written. To write {into}, say --yes."))
    elif found.changes:
        try:
            write(found, into)
        except ValueError as error:
            raise typer.BadParameter(f"{into}: {error}") from None
        _declare_pack(into, found, console)
        console.print(Text(f"Written to {into}. Read it, then run `python -m bot check`."))
    return len(found.refused)


def _told(found: Plan, into: Path) -> Iterator[Text]:
    for change in found.changes[:SHOWN]:
        yield from _change(change)
    if len(found.changes) > SHOWN:
        yield Text(f"... and {len(found.changes) - SHOWN:,} more")
    for refused in first_refused(found, SHOWN):
        yield Text(f"refused  {_visible(refused)}", style="red")
    new = sum(change.is_new for change in found.changes)
    changed = len(found.changes) - new
    counted = f"{new:,} new, {changed:,} changed, {found.same:,} the same, {len(found.refused):,} refused"
    yield Text(f"{counted}; {found.stays:,} in {into} are not in the file and stay.", style="bold")
    if english := sum(change.record.en == change.record.es for change in found.changes):
        yield Text(f"{english:,} have no Spanish words: people who read Spanish read the English ones.")
    if CONTENT in into.resolve().parents:
        yield Text("This file is the content everybody gets, not a department's.", style="bold yellow")
    if len(found.changes) > MANY and into.suffix == ".toml":
        yield Text(f"So many start faster as JSON Lines: --into {into.with_suffix('.jsonl')}")


def _change(change: Change) -> Iterator[Text]:
    record = change.record
    if change.is_new:
        numbers = ", ".join([phone.dial for phone in record.phones] + [text.number for text in record.texts])
        where = ", ".join((*record.countries, *record.regions))
        yield Text(_visible(f"+ {record.id}: {record.name} ({where}) {numbers}"), style="green")
        return
    yield Text(_visible(f"~ {record.id}: {record.name}"), style="yellow")
    for field, before, after in change.fields:
        yield Text(_visible(f"    {field}"))
        yield Text(_visible(f"    - {before}"), style="red")
        yield Text(_visible(f"    + {after}"), style="green")


def _visible(words: str) -> str:
    """Without signs that could move the terminal's cursor or colour its text: the words come from a stranger."""
    return "".join(sign if sign.isprintable() else " " for sign in words)


def _declare_pack(into: Path, found: Plan, console: Console) -> None:
    """A pack without pack.toml would be left out; one made here is for the places its records name."""
    declared = into.parent.parent / "pack.toml"
    if into.parent.name != "resources" or declared.exists() or CONTENT in into.resolve().parents:
        return
    records = [change.record for change in found.changes]
    countries = sorted({one for record in records for one in record.countries})
    regions = sorted(
        {one for record in records for one in record.regions} if all(r.regions for r in records) else ()
    )
    name = into.resolve().parent.parent.name
    lists = (f"countries = {_toml_list(countries)}", f"regions = {_toml_list(regions)}")
    declared.write_text("\n".join(("[pack]", f"name = {json.dumps(name)}", *lists)) + "\n", encoding="utf-8")
    console.print(Text(f"{declared} says whom it is for; name {declared.parent} in CONTENT_PACKS."))


def _toml_list(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words if '"' not in word and "\\" not in word) + "]"


def givens(
    file: Path,
    country: str | None,
    regions: list[str] | None,
    topics: list[str] | None,
    audiences: list[str] | None,
    *,
    everywhere: bool,
    zone: str,
    checked_on: str | None,
) -> Givens:
    """The options of `import` as what is said of services that do not say it. Raises BadParameter."""
    try:
        day = date.fromisoformat(checked_on) if checked_on else None
    except ValueError:
        raise typer.BadParameter("--checked-on: write a date such as 2026-11-22") from None
    return Givens(
        source=file.name if len(file.name) > 2 else f"file {file.name}",
        country=(country or "").upper(),
        regions=tuple(regions or ()),
        everywhere=everywhere,
        zone=zone,
        topics=tuple(topics or ()),
        audiences=tuple(audiences or ()) or ("anyone",),
        checked_on=day,
        words=topic_words(),
    )
