"""The program's commands. Arguments only: what they do lives in the modules they name."""

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import rubbish, upkeep_cli
from bot.settings import Settings, SettingsError
from bot.upkeep_cli import settings_now, stop

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Status Check: a Telegram bot that helps police officers and their families find help early.",
)
Words = Annotated[str | None, typer.Argument(help="What a person wrote.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line in, one a line out.")]


@app.callback()
def _before(context: typer.Context) -> None:
    if context.invoked_subcommand not in ("run", "sandbox"):  # these look again once they answer
        rubbish.look_again()


@app.command()
def run() -> None:
    """Start the bot. Without TELEGRAM_BOT_TOKEN this is the sandbox, and says so."""
    settings = settings_now()
    if settings.telegram_bot_token is None:
        from bot import trying_out

        _ending_well(trying_out.run_sandbox_page, settings)
    else:
        from bot import running

        _ending_well(running.run_live, settings)


@app.command()
def sandbox(
    terminal: Annotated[
        bool, typer.Option("--terminal", help="A chat in this terminal instead of a page.")
    ] = False,
) -> None:
    """Try the bot with no token and no network: a web page on this computer, or a chat in the terminal."""
    from bot import trying_out

    _ending_well(trying_out.run_sandbox_terminal if terminal else trying_out.run_sandbox_page, settings_now())


@app.command()
def screen(text: Words = None, jsonl: Jsonl = False) -> None:
    """Show how the risk screen reads a message, and by which phrases and rules."""
    from bot.judging import screen_lines, screen_text

    if jsonl:
        _write_lines(screen_lines(sys.stdin))
    else:
        _print(screen_text(text or sys.stdin.read()))


@app.command()
def search(
    text: Words = None,
    jsonl: Jsonl = False,
    lang: Annotated[str, typer.Option(help="en or es.")] = "en",
    country: Annotated[str | None, typer.Option(help="Two letters; DEFAULT_COUNTRY when left out.")] = None,
) -> None:
    """Show what the bot would answer to a question."""
    from bot.judging import search_lines, search_text

    default = settings_now().default_country
    if jsonl:
        _write_lines(search_lines(sys.stdin, default))
    else:
        _print(search_text(text or sys.stdin.read(), lang, country or default))


@app.command()
def check() -> None:
    """Look over settings, content and contacts before people meet them. Ends with 1 when something needs you."""
    from bot.checking import findings

    found = list(findings(settings_now()))
    for finding in found:
        typer.echo(f"- {finding}")
    typer.echo(f"{len(found)} to look at." if found else "All in order.")
    raise typer.Exit(1 if found else 0)


@app.command()
def preview(
    file: Annotated[Path, typer.Argument(help="Where to write the page.")] = Path("build/preview.html"),
) -> None:
    """Write every screen in every language to one HTML page, for reviewers."""
    from bot.preview import write_preview

    typer.echo(f"{write_preview(file)} screens in {file}")


resources = typer.Typer(no_args_is_help=True, help="The places to get help: check, share, take in.")
app.add_typer(resources, name="resources")


@resources.command("verify")
def verify_resources(
    only: Annotated[str | None, typer.Option(metavar="ID", help="One record only.")] = None,
    report: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write a report.")] = None,
) -> None:
    """Ask every page whether it is still there and list the numbers to dial. Ends with 1 when a link is broken."""
    from bot.directory_cli import verify

    broken = asyncio.run(verify(settings_now(), only, report))
    raise typer.Exit(1 if broken else 0)


@resources.command("export")
def export_resources(
    hsds: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")],
    packs: Annotated[bool, typer.Option("--packs", help="With the records of your CONTENT_PACKS.")] = False,
) -> None:
    """Write all records as Open Referral HSDS 3.0, as JSON and as a tabular data package."""
    from bot.directory_cli import export

    export(settings_now(), hsds, with_packs=packs)


Names = Annotated[list[str] | None, typer.Option(metavar="NAME")]


@resources.command("import")
def import_resources(
    file: Annotated[
        Path, typer.Argument(exists=True, help="HSDS 3 JSON, data package (folder, zip), or CSV.")
    ],
    into: Annotated[Path | None, typer.Option(metavar="FILE", help="A pack's .toml or .jsonl.")] = None,
    country: Annotated[str | None, typer.Option(metavar="XX", help="Where it is not said.")] = None,
    region: Names = None,
    everywhere: Annotated[bool, typer.Option("--everywhere", help="They serve the whole country.")] = False,
    zone: Annotated[str, typer.Option(help="America/New_York, where hours name none.")] = "",
    topic: Names = None,
    audience: Names = None,
    checked_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Your word for undated ones.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write; without it only the changes are shown.")] = False,
) -> None:
    """Show what a 211's or a department's file would change. Ends with 1 when a row was refused."""
    from bot import directory_cli

    given = directory_cli.givens(
        file, country, region, topic, audience, everywhere=everywhere, zone=zone, checked_on=checked_on
    )
    refused = directory_cli.import_file(settings_now(), file, into, given, sure=yes)
    raise typer.Exit(1 if refused else 0)


app.add_typer(upkeep_cli.db, name="db")
app.add_typer(upkeep_cli.keys, name="keys")
app.command()(upkeep_cli.backup)
app.command()(upkeep_cli.restore)

department = typer.Typer(no_args_is_help=True, help="Departments and the links into them.")
app.add_typer(department, name="department")


@department.callback()
def _departments() -> None:
    """Departments and the links into them."""


@department.command("create")
def create_department(
    name: Annotated[str, typer.Argument(help='As people know it: "Metro PD".')],
    poster: Annotated[Path | None, typer.Option(help="Where the poster goes; poster-NAME.pdf here.")] = None,
) -> None:
    """Make a department, or find it by its name; print new links and write a poster for roll call."""
    from bot.department_cli import create, poster_name

    file = poster or poster_name(name)
    _ending_well(lambda settings: create(settings, name, poster=file), settings_now())


@department.command("poster")
def make_poster(
    name_or_id: Annotated[str, typer.Argument(metavar="NAME_OR_ID", help="As `department list` shows it.")],
    poster: Annotated[Path | None, typer.Option(help="Where the poster goes; poster-NAME.pdf here.")] = None,
) -> None:
    """Write the poster again, with a new link for members. Links printed earlier work on."""
    from bot.department_cli import make_poster as make
    from bot.department_cli import poster_name

    file = poster or poster_name(name_or_id)
    _ending_well(lambda settings: make(settings, name_or_id, file), settings_now())


@department.command("list")
def list_departments() -> None:
    """Every department: when it was made, and roughly how many joined."""
    from bot.department_cli import show_all

    _ending_well(show_all, settings_now())


@department.command("revoke")
def revoke_links(
    name_or_id: Annotated[str, typer.Argument(metavar="NAME_OR_ID", help="As `department list` shows it.")],
    coordinators: Annotated[
        bool, typer.Option("--coordinators", help="End the role of all who coordinate it, too.")
    ] = False,
) -> None:
    """End every link of a department. Who is in stays in; `create` prints new links."""
    from bot.department_cli import revoke

    _ending_well(lambda settings: revoke(settings, name_or_id, coordinators=coordinators), settings_now())


@department.command("audit")
def show_audit(
    name_or_id: Annotated[str, typer.Argument(metavar="NAME_OR_ID", help="As `department list` shows it.")],
) -> None:
    """What coordinators did and when, under codes instead of names. Kept for 400 days."""
    from bot.department_cli import show_audit as show

    _ending_well(lambda settings: show(settings, name_or_id), settings_now())


def main() -> None:
    """`python -m bot`. What an operator can mend is said in a sentence, never as a traceback."""
    from bot.sentences import BadLine, ContentError

    try:
        app()
    except (SettingsError, ContentError, BadLine) as error:
        typer.echo(str(error), err=True)
        sys.exit(2)


def _ending_well(work: Callable[[Settings], Coroutine[Any, Any, None]], settings: Settings) -> None:
    from bot.delivery.polling import TokenRefused
    from bot.delivery.web import WebhookRefused

    try:
        _loop(work(settings))
    except (TokenRefused, WebhookRefused) as error:
        stop(str(error))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _loop(work: Coroutine[Any, Any, None]) -> None:
    try:
        import uvloop
    except ImportError:
        asyncio.run(work)
    else:
        uvloop.run(work)


def _print(words: str) -> None:
    from rich.console import Console

    Console().print(words, highlight=False)


def _write_lines(answers: Iterator[dict[str, Any]]) -> None:
    for answer in answers:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
