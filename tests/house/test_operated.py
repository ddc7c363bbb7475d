"""The program as its keeper sees it: a clean stop answers what is in hand, in time; /healthz and /metrics speak; the log
names its settings and no secret; what lies in deploy/ names settings that exist."""

import asyncio
import json
import re
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from bot.at_work import DRAIN
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_http import serve_http
from bot.settings import Settings
from tests.house.test_over_http import Program, free_port, until

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
KNOWN = {name.upper() for name in Settings.model_fields}


@pytest.fixture
async def telegram() -> Telegram:
    """A Telegram of this test's own."""
    return Telegram()


@pytest.fixture
async def url(telegram: Telegram) -> AsyncIterator[str]:
    """Its address."""
    async with serve_http(telegram) as address:
        yield address


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_stop_with_twenty_answers_in_hand_answers_all_of_them_in_time(
    telegram: Telegram, url: str, tmp_path: Path, way: str
) -> None:
    port = free_port()
    more = {"LISTEN": f"127.0.0.1:{port}"}
    if way == "webhook":
        more |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_SECRET": "a-secret-of-enough-length",
        }
    program = Program(url, telegram, tmp_path, **more)
    people = [telegram.person(f"P{number}") for number in range(20)]
    hold = telegram.hold("sendMessage")
    await program.start()
    for person in people:
        await person.says("/privacy")
    async with asyncio.timeout(60):
        await hold.arrived(20)
    asked = time.monotonic()
    ending = asyncio.ensure_future(program.end(signal.SIGTERM))
    await asyncio.sleep(0.5)
    assert not ending.done()
    hold.release()
    assert await ending == 0
    assert time.monotonic() - asked < DRAIN + 8
    assert [len(person.received) for person in people] == [1] * 20


async def test_a_stop_that_cannot_answer_gives_up_after_one_drain_and_not_two(
    telegram: Telegram, url: str, tmp_path: Path
) -> None:
    program = Program(url, telegram, tmp_path)
    person = telegram.person("P")
    hold = telegram.hold("sendMessage")
    await program.start()
    await person.says("/privacy")
    async with asyncio.timeout(60):
        await hold.arrived(1)
    asked = time.monotonic()
    assert await program.end(signal.SIGTERM) == 0
    assert time.monotonic() - asked < DRAIN + 10
    assert telegram.account.updates.pending, "what was not answered stays with Telegram"


async def test_health_and_metrics_speak_while_it_works(telegram: Telegram, url: str, tmp_path: Path) -> None:
    port = free_port()
    program = Program(url, telegram, tmp_path, LISTEN=f"127.0.0.1:{port}")
    person = telegram.person("P")
    await person.says("/privacy")
    await program.start()
    try:
        await until(lambda: bool(person.received))
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            health = await (await session.get("/healthz")).json()
            page = await (await session.get("/metrics")).text()
    finally:
        await program.end(signal.SIGTERM)
    assert set(health["parts"]) == {"database", "ticks", "telegram", "due", "clock"}
    assert health["parts"]["telegram"]
    assert 'statuscheck_updates_total{kind="message"} 1.0' in page
    assert str(person.id) not in page


async def test_the_log_names_handlers_and_settings_and_no_secret(
    telegram: Telegram, url: str, tmp_path: Path
) -> None:
    program = Program(url, telegram, tmp_path, LOG_FORMAT="json")
    settings, person = program._settings, telegram.person("P")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env={**settings, "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    await person.says("/privacy")
    await until(lambda: bool(person.received))
    process.send_signal(signal.SIGTERM)
    _, said = await process.communicate()
    lines: list[dict[str, Any]] = [json.loads(line) for line in said.decode().splitlines()]
    assert all({"at", "level", "logger", "message"} <= set(line) for line in lines)
    words = "\n".join(line["message"] for line in lines)
    assert re.search(r"handlers -10: safety", words)
    assert "LISTEN=127.0.0.1:" in words
    assert "SECRET_KEY=set" in words
    for secret in ("SECRET_KEY", "TELEGRAM_BOT_TOKEN"):
        assert settings[secret] not in said.decode()
    assert str(person.id) not in said.decode()


def test_the_compose_file_names_settings_that_exist_and_keeps_what_must_be_kept() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    bot, base = compose["services"]["bot"], compose["services"]["postgres"]
    assert set(bot["environment"]) <= KNOWN
    assert {"DATABASE_URL", "SECRET_KEY", "WEBHOOK_URL", "WEBHOOK_SECRET", "TELEGRAM_BOT_TOKEN"} <= set(
        bot["environment"]
    )
    named = {
        name
        for service in (bot, base)
        for mount in service.get("volumes", ())
        for name in [mount.split(":")[0]]
    }
    assert {name for name in named if not name.startswith(".")} <= set(compose["volumes"])
    assert bot["deploy"]["replicas"] > 1
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert int(bot["stop_grace_period"].removesuffix("s")) > DRAIN + 8
    assert "ports" not in base, "the database is for the bots alone"


def test_the_container_file_is_slim_pinned_and_not_root() -> None:
    words = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    assert re.search(r"^FROM python:3\.11-slim", words, re.MULTILINE)
    assert "--require-hashes -r requirements.lock" in words
    assert re.search(r"^USER (?!root|0)", words, re.MULTILINE)
    for path in re.findall(r"^COPY (?!--from)(.+) \S+$", words, re.MULTILINE):
        assert all((ROOT / one).exists() for one in path.split())
    assert set(re.findall(r"^ENV ([A-Z_]+)=", words, re.MULTILINE)) <= KNOWN | {"PYTHONUNBUFFERED"}


def test_the_unit_is_hardened_and_waits_for_a_clean_stop() -> None:
    words = (DEPLOY / "statuscheck.service").read_text(encoding="utf-8")
    settings = dict(
        line.split("=", 1) for line in words.splitlines() if "=" in line and not line.startswith("#")
    )
    assert settings["NoNewPrivileges"] == "yes"
    assert settings["ProtectSystem"] == "strict"
    assert settings["KillSignal"] == "SIGTERM"
    assert float(settings["TimeoutStopSec"]) > DRAIN + 8
    assert settings["Restart"] == "always"
    assert settings["RestartPreventExitStatus"] == "2", "a wrong setting is not mended by starting again"
    named = set(re.findall(r"^Environment=([A-Z_]+)=", words, re.MULTILINE))
    assert named <= KNOWN
