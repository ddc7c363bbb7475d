"""Verify: pages asked politely over a real connection to this machine, numbers for a person, nothing edited."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from aiohttp import web
from rich.console import Console

from bot.care.dialing import RESERVED, to_dial
from bot.care.resources import Resource, Source
from bot.directory.links import APART, Checked, Link, Outcome, check_links, links_of
from bot.directory.verifying import verify
from bot.library import open_library

TODAY = date(2026, 11, 23)
RESOURCES = list(open_library().resources.values())


class Pages:
    """A web server that has every kind of page, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.now = self.most = 0
        self.failing = 2

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((request.method, request.path))
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await asyncio.sleep(0)
            return await self._page(request)
        finally:
            self.now -= 1

    async def _page(self, request: web.Request) -> web.StreamResponse:
        match request.path:
            case "/moved":
                raise web.HTTPMovedPermanently("/ok")
            case "/loop":
                raise web.HTTPFound("/loop")
            case "/no-head":
                return web.Response(status=405 if request.method == "HEAD" else 200)
            case "/slow":
                await asyncio.sleep(30)
            case "/reset":
                assert request.transport is not None
                request.transport.abort()
            case "/flaky":
                self.failing -= 1
                return web.Response(status=503 if self.failing >= 0 else 200)
            case "/busy":
                return web.Response(status=429, headers={"Retry-After": "7"})
            case "/evil":
                return web.Response(status=500, reason="[red]page[/]")
            case path if path[1:].isdigit():
                return web.Response(status=int(path[1:]))
        return web.Response(text="ok" * 10_000)


@pytest.fixture
async def pages() -> AsyncIterator[tuple[Pages, str]]:
    """The server and its address."""
    pages = Pages()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", pages.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    yield pages, f"http://{host}:{port}"
    await runner.cleanup()


class Waits:
    """Pauses that do not wait, and are counted."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


class Impatient(httpx.AsyncHTTPTransport):
    """The real network, with a short patience so that a slow page costs a test little."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions = {
            **request.extensions,
            "timeout": dict.fromkeys(("connect", "read", "write", "pool"), 0.3),
        }
        return await super().handle_async_request(request)


async def asked(*urls: str, waits: Waits | None = None) -> list[Checked]:
    """What becomes of these addresses."""
    links = [Link(url, ("a.url",)) for url in urls]
    return await check_links(links, transport=Impatient(), pause=waits or Waits())


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/ok", Outcome.OK, "200"),
        ("/no-head", Outcome.OK, "200"),
        ("/flaky", Outcome.OK, "200"),
        ("/moved", Outcome.MOVED, "200"),
        ("/404", Outcome.BROKEN, "404"),
        ("/410", Outcome.BROKEN, "410"),
        ("/500", Outcome.BROKEN, "500"),
        ("/loop", Outcome.BROKEN, "more than 8 redirects"),
        ("/slow", Outcome.BROKEN, "no answer"),
        ("/reset", Outcome.BROKEN, "Error"),
        ("/403", Outcome.LOOK, "403"),
        ("/busy", Outcome.LOOK, "429"),
    ],
)
async def test_each_page_is_told_as_what_it_is(
    pages: tuple[Pages, str], path: str, outcome: Outcome, said: str
) -> None:
    (found,) = await asked(pages[1] + path)
    assert found.outcome is outcome
    assert said in found.said
    if path == "/moved":
        assert found.leads_to == f"{pages[1]}/ok"


async def test_nobody_there_and_no_address_are_broken() -> None:
    found = await asked("http://127.0.0.1:1/", "https://[broken/", "https://", "ftp://x.example/")
    assert {one.outcome for one in found} == {Outcome.BROKEN}


async def test_one_host_is_asked_one_at_a_time_and_apart(pages: tuple[Pages, str]) -> None:
    server, base = pages
    waits = Waits()
    await asked(*(f"{base}/{number}" for number in range(200, 206)), waits=waits)
    assert server.most == 1
    assert waits.seconds.count(APART) >= 5


async def test_what_fails_in_passing_is_asked_again_as_late_as_it_wishes(pages: tuple[Pages, str]) -> None:
    waits = Waits()
    await asked(f"{pages[1]}/busy", waits=waits)
    assert waits.seconds == [7.0, 8.0]
    server = pages[0]
    server.asked.clear()
    await asked(f"{pages[1]}/404")
    assert server.asked == [("HEAD", "/404"), ("GET", "/404")]


def test_every_address_people_are_sent_to_is_asked_once() -> None:
    links = links_of(RESOURCES)
    urls = [link.url for link in links]
    assert len(urls) == len(set(urls))
    for record in RESOURCES:
        assert {url for url in (record.url, record.chat_url) if url} <= set(urls)
    assert all(url.startswith(("https://", "http://")) for url in urls)


@pytest.fixture
def record() -> Callable[..., Resource]:
    """Copline, with some fields changed."""
    copline = next(one for one in RESOURCES if one.id == "copline")

    def _record(**changes: object) -> Resource:
        return copline.model_copy(update={"chat_url": None, "sources": (), **changes})

    return _record


async def test_the_report_holds_links_and_numbers_and_counts_what_is_broken(
    pages: tuple[Pages, str], tmp_path: Path, record: Callable[..., Resource]
) -> None:
    base = pages[1]
    sources = (Source(url=f"{base}/404", saw="a page"), Source(url="words only", saw="no page"))
    resources = [record(url=f"{base}/evil", sources=sources)]
    said = io.StringIO()
    report = tmp_path / "report.json"
    broken = await verify(
        resources,
        TODAY,
        report=report,
        console=Console(file=said, width=200, force_terminal=True),
        transport=Impatient(),
        pause=Waits(),
    )
    assert broken == 2
    assert "[red]page[/]" in said.getvalue()
    data = json.loads(report.read_text(encoding="utf-8"))
    assert data["checked_on"] == "2026-11-23"
    assert [one["used_by"] for one in data["links"]] == [["copline.url"], ["copline.sources.0"]]
    assert data["to_dial"][0]["record"] == "copline"


def test_numbers_come_in_due_order_with_words_to_say() -> None:
    today = TODAY + timedelta(days=400)
    found = to_dial(RESOURCES, today)
    assert len(found) == sum(len(one.phones) + len(one.texts) for one in RESOURCES)
    callable_ones = [one for one in found if one.say != RESERVED]
    assert [one.due_on for one in callable_ones] == sorted(one.due_on for one in callable_ones)
    assert all("not an emergency" in one.say for one in callable_ones)
    assert {one.why for one in found} == {"overdue", "withheld"}


def test_nobody_is_asked_to_test_an_emergency_number() -> None:
    found = {one.number: one.say for one in to_dial(RESOURCES, TODAY)}
    assert {found[number] for number in ("911", "999", "112", "000", "988")} <= {RESERVED}


def test_a_dialed_number_is_due_later(record: Callable[..., Resource]) -> None:
    copline = record()
    dialed = copline.phones[0].model_copy(update={"dialled_on": copline.checked_on + timedelta(days=30)})
    (before,), (after,) = to_dial([copline], TODAY), to_dial([record(phones=(dialed,))], TODAY)
    assert after.due_on == before.due_on + timedelta(days=30)
