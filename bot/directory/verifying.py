"""`python -m bot resources verify`: links asked, numbers listed for a person to dial. It never edits a record."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from bot.care.dialing import ToDial, to_dial
from bot.care.resources import Resource
from bot.directory.links import Checked, Outcome, Pause, as_json, check_links, links_of

COLOURS = {Outcome.OK: "green", Outcome.MOVED: "yellow", Outcome.LOOK: "yellow", Outcome.BROKEN: "red"}


async def verify(
    resources: Sequence[Resource],
    today: date,
    *,
    report: Path | None = None,
    console: Console | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    pause: Pause | None = None,
) -> int:
    """Check and tell; returns how many links are broken. `report` is where the JSON goes."""
    console = console or Console(highlight=False)
    links = links_of(resources)
    bar = Progress(
        TextColumn("Asking"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
    with bar:
        task = bar.add_task("links", total=len(links))
        waiting = {"pause": pause} if pause else {}
        found = await check_links(links, transport=transport, told=lambda _: bar.advance(task), **waiting)
    numbers = to_dial(resources, today)
    _tell(found, numbers, console)
    if report:
        _write(report, today, found, numbers)
        console.print(Text(f"The report is in {report}."))
    return sum(one.outcome is Outcome.BROKEN for one in found)


def _write(report: Path, today: date, found: Iterable[Checked], numbers: Iterable[ToDial]) -> None:
    dial = [asdict(one) for one in numbers]
    data = {"checked_on": today.isoformat(), "links": as_json(found), "to_dial": dial}
    words = json.dumps(data, ensure_ascii=False, indent=1, default=str)
    report.write_text(f"{words}\n", encoding="utf-8")


def _tell(found: Sequence[Checked], numbers: Iterable[ToDial], console: Console) -> None:
    worth = [one for one in found if one.outcome is not Outcome.OK]
    if worth:
        console.print(
            _links(sorted(worth, key=lambda one: (tuple(Outcome).index(one.outcome) * -1, one.link.url)))
        )
    counted = Counter(one.outcome for one in found)
    console.print(
        Text(f"{len(found)} links: {', '.join(f'{counted[one]} {one}' for one in Outcome)}.", style="bold")
    )
    if counted[Outcome.MOVED]:
        console.print(Text("Moved pages work. Read where they lead before you change a record."))
    if counted[Outcome.LOOK]:
        console.print(Text("Hosts that keep programs out: open those pages yourself."))
    console.print(_numbers(numbers))


def _links(found: Iterable[Checked]) -> Table:
    table = Table("outcome", "said", "address", "used by", title="Links", title_justify="left")
    for one in found:
        address = f"{one.link.url}\n-> {one.leads_to}" if one.leads_to else one.link.url
        words = (one.said, address, ", ".join(one.link.used_by))
        table.add_row(Text(one.outcome, style=COLOURS[one.outcome]), *(_plain(word) for word in words))
    return table


def _numbers(found: Iterable[ToDial]) -> Table:
    table = Table(
        "due", "why", "number", "record", "what to say", title="Numbers for a person to check, in due order"
    )
    for one in found:
        words = (one.due_on.isoformat(), one.why, f"{one.way} {one.number}", one.record, one.say)
        table.add_row(*(_plain(word) for word in words))
    return table


def _plain(words: str) -> Text:
    """Words as they are: a server's own must not colour the terminal or move its cursor."""
    return Text(
        "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in words), overflow="fold"
    )
