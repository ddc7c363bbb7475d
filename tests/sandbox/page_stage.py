"""The page as a test holds it: a scripted bot, three people, a real headless Chromium, and an eye on what it asks for."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Locator, Page, Request, async_playwright, expect

from bot.sandbox.page import Seat, serve_page
from bot.sandbox.telegram import Telegram
from tests.sandbox.page_bot import ScriptedBot, scripted_bot

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=20_000)  # ms; a busy machine is slow, not broken
needs_chromium = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason=f"skipped: no Chromium at {CHROMIUM}; apt-get install chromium"
)


def three_seats(telegram: Telegram) -> list[Seat]:
    """An officer, a family member, and a coordinator who comes by a link."""
    return [
        Seat("officer", telegram.person("Officer"), {"en": "Officer", "es": "Oficial"}, "on patrol"),
        Seat("family", telegram.person("Family"), {"en": "Family member", "es": "Familiar"}, "at home"),
        Seat("coordinator", telegram.person("Coordinator"), "Coordinator", "by a link", "dep_1234"),
    ]


class Phone:
    """One person's chat on the page."""

    def __init__(self, page: Page, key: str) -> None:
        self.root = page.locator(f'[data-seat="{key}"]')

    def part(self, css: str, **having: Any) -> Locator:
        return self.root.locator(css, **having)

    @property
    def words(self) -> Locator:
        return self.part(".words")

    @property
    def last(self) -> Locator:
        return self.part("article[data-id]").last

    def bubble(self, text: str) -> Locator:
        return self.part("article", has_text=text)

    def key(self, text: str) -> Locator:
        return self.part(".key", has_text=text).last

    async def starts(self) -> None:
        await self.part(".start").click()
        await expect(self.bubble("Welcome.")).to_be_visible()

    async def says(self, text: str) -> None:
        await self.words.fill(text)
        await self.words.press("Enter")


@dataclass
class Stage:
    """What a test sees: the page, the people behind it, and everything the browser complained of or asked for."""

    telegram: Telegram
    bot: ScriptedBot
    seats: list[Seat]
    url: str
    page: Page
    stop_serving: Callable[[], Awaitable[None]]
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def officer(self) -> Phone:
        return Phone(self.page, "officer")

    @property
    def family(self) -> Phone:
        return Phone(self.page, "family")

    @property
    def coordinator(self) -> Phone:
        return Phone(self.page, "coordinator")

    def watch(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        self.page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None,
        )

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).hostname != "127.0.0.1":
            self.foreign.append(request.url)


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        try:
            yield started
        finally:
            await started.close()


@asynccontextmanager
async def opened_stage(chromium: Browser, **context: Any) -> AsyncIterator[Stage]:
    """`context` are Playwright's options of a browser context: viewport, color_scheme, locale and so on."""
    telegram = Telegram()
    seats = three_seats(telegram)
    options = {"viewport": {"width": 1400, "height": 900}, "locale": "en-US", **context}
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(scripted_bot(telegram))
        served = await stack.enter_async_context(AsyncExitStack())
        url = await served.enter_async_context(serve_page(telegram, seats, port=0))
        page = await chromium.new_page(**options)
        stack.push_async_callback(page.close)
        page.set_default_timeout(20_000)
        stage = Stage(telegram, bot, seats, url, page, served.aclose)
        stage.watch()
        await page.goto(url)
        await expect(stage.officer.root).to_be_attached()
        yield stage
        assert stage.foreign == [], "the page asked for something outside this computer"
        assert stage.complaints == [], "the browser complained"
