"""What an operator types: links that work in the chat, bands only, and mistakes that are named."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from pydantic import SecretStr

from bot import department_cli, trying_out
from bot.care.roles import Role
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http
from bot.settings import Settings, SettingsError
from tests.chat import Hands, house_settings, open_house

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"https://t\.me/(\w+)\?start=([A-Za-z0-9_-]{1,64})\n")


@pytest.fixture
def telegram() -> Telegram:
    """A Telegram of this test's own."""
    return Telegram(now=lambda: Hands().at)


@pytest.fixture
def settings(tmp_path: Path, telegram: Telegram) -> Settings:
    """Settings of the house in `tmp_path`, without a token."""
    return house_settings(tmp_path, telegram, telegram_bot_token=None)


async def test_printed_links_open_their_doors_in_the_chat(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Hands()
    await department_cli.create(settings, "Metro PD", hands.clock())
    (_, coordinator), (_, member) = LINK.findall(capsys.readouterr().out)
    async with open_house(tmp_path, hands) as house:
        officer, chief = house.person("Sam"), house.person("Jo")
        await officer.says(f"/start {member}")
        officer.sees("department-invited")
        await chief.says(f"/start {coordinator}")
        chief.sees("department-invited-coordinator")


async def test_a_department_made_twice_is_one_with_more_links(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Metro PD", "metro pd"):
        await department_cli.create(settings, name)
    assert len(set(LINK.findall(capsys.readouterr().out))) == 4
    await department_cli.show_all(settings)
    listed = capsys.readouterr().out
    assert listed.count("Metro PD") == 1
    assert "fewer than 11" in listed
    await department_cli.revoke(settings, "Metro PD")
    assert "4 working links ended" in capsys.readouterr().out


async def test_the_bots_own_name_is_asked_of_telegram(
    tmp_path: Path, telegram: Telegram, capsys: pytest.CaptureFixture[str]
) -> None:
    async with serve_http(telegram) as url:
        await department_cli.create(house_settings(tmp_path, telegram, telegram_api_url=url), "Metro PD")
    told = capsys.readouterr().out
    assert {name for name, _ in LINK.findall(told)} == {telegram.account.me["username"]}
    assert department_cli.PLACEHOLDER not in told


async def test_without_a_name_the_place_for_it_is_explained(
    tmp_path: Path, settings: Settings, telegram: Telegram, capsys: pytest.CaptureFixture[str]
) -> None:
    await department_cli.create(settings, "Metro PD")
    assert "TELEGRAM_BOT_TOKEN is not set" in capsys.readouterr().out
    nowhere = house_settings(tmp_path, telegram, telegram_api_url="http://127.0.0.1:9")
    await department_cli.create(nowhere, "Metro PD")
    told = capsys.readouterr().out
    assert "Telegram did not answer" in told
    assert {name for name, _ in LINK.findall(told)} == {department_cli.PLACEHOLDER}


async def test_the_sandboxs_coordinator_comes_by_a_link_that_works(settings: Settings) -> None:
    async with trying_out._sandbox(settings) as (telegram, bot):
        links = await trying_out._department(bot)
        officer, family, coordinator = trying_out._seats(telegram, links[Role.COORDINATOR])
        running = bot.nursery.start(bot.run(), "polling")
        await coordinator.person.starts(coordinator.start_payload)
        await telegram.idle()
        running.cancel()
        assert "Metro PD" in coordinator.person.last.text
        assert officer.start_payload == family.start_payload == ""


async def test_a_new_poster_carries_a_new_link_that_works(
    tmp_path: Path, telegram: Telegram, capsys: pytest.CaptureFixture[str]
) -> None:
    hands, first, second = Hands(), tmp_path / "first.pdf", tmp_path / "second.pdf"
    async with serve_http(telegram) as url:
        settings = house_settings(tmp_path, telegram, telegram_api_url=url)
        await department_cli.create(settings, "Metro PD", hands.clock(), poster=first)
        _, (_, member) = LINK.findall(capsys.readouterr().out)
        await department_cli.make_poster(settings, "metro pd", second, hands.clock())
        ((_, again),) = LINK.findall(capsys.readouterr().out)
        with pytest.raises(typer.BadParameter, match="Gotham"):
            await department_cli.make_poster(settings, "Gotham PD", second)
    assert member != again
    assert all(file.read_bytes().startswith(b"%PDF") for file in (first, second))
    async with open_house(tmp_path, hands) as house:
        for code in (member, again):
            officer = house.person(code)
            await officer.says(f"/start {code}")
            officer.sees("department-invited")


async def test_without_the_bots_name_no_poster_leads_nowhere(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "poster.pdf"
    await department_cli.create(settings, "Metro PD", poster=file)
    assert "TELEGRAM_BOT_TOKEN" in capsys.readouterr().out
    assert not file.exists()
    with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN"):
        await department_cli.make_poster(settings, "Metro PD", file)


def test_a_posters_own_name_is_a_plain_file_here() -> None:
    assert department_cli.poster_name("Metro <PD> & Sons").name == "poster-metro-pd-sons.pdf"
    assert department_cli.poster_name("../../etc").parent == Path()


async def test_no_department_yet_says_how_to_make_one(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await department_cli.show_all(settings)
    assert "department create" in capsys.readouterr().out


async def test_mistakes_are_named(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(typer.BadParameter, match="Gotham"):  # before the missing token, which comes second
        await department_cli.make_poster(settings, "Gotham PD", tmp_path / "poster.pdf")
    with pytest.raises(typer.BadParameter, match="Gotham"):
        await department_cli.revoke(settings, "Gotham PD")
    with pytest.raises(typer.BadParameter, match="name"):
        await department_cli.create(settings, " ")
    for secret in (None, SecretStr("short")):
        with pytest.raises(SettingsError, match="SECRET_KEY"):
            await department_cli.show_all(settings.model_copy(update={"secret_key": secret}))


def test_the_program_has_the_command(tmp_path: Path) -> None:
    environment = {
        "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
        "DATABASE_URL": f"sqlite:///{tmp_path}/data/statuscheck.db",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "bot", "department", "create", "Metro PD"]
    done = subprocess.run(  # noqa: S603  our own words; in an empty folder, so that no .env is read
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert len(LINK.findall(done.stdout)) == 2
    for _, code in LINK.findall(done.stdout):
        assert code not in done.stderr


async def test_the_trail_shows_what_was_done_by_which_code_and_nobody(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Hands()
    await department_cli.create(settings, "Metro PD", hands.clock())
    (_, code), _ = LINK.findall(capsys.readouterr().out)
    async with open_house(tmp_path, hands) as house:
        chief = house.person("Jo")
        await chief.says(f"/start {code}")
        await chief.taps("department-accept")
        who = house.bot.services.vault.pseudonym(chief.person.id)
    await department_cli.revoke(settings, "Metro PD", hands.clock())
    await department_cli.show_audit(settings, "metro pd")
    told = capsys.readouterr().out
    assert re.search(r"2026-11-23 18:00 UTC  operator +invited", told)
    assert re.search(r"2026-11-23 18:00 UTC  [0-9a-f]{12}  became coordinator", told)
    assert re.search(r"2026-11-23 18:00 UTC  operator +ended all links", told)
    assert "Metro PD: 3 entries" in told
    for secret in (who, str(chief.person.id), "Jo"):
        assert secret not in told
    with pytest.raises(typer.BadParameter, match="no department"):
        await department_cli.show_audit(settings, "Gotham PD")
