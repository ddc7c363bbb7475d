"""Makes docs/sandbox.png: starts the real sandbox, holds a short chat in it, and takes a picture of the page.

Usage: python scripts/screenshot.py [FILE]. Needs Debian's chromium (apt-get install chromium), or CHROMIUM=path.
"""

import asyncio
import os
import re
import struct
import sys
import zlib
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page, ViewportSize, async_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SIZE = ViewportSize(width=1400, height=900)
STARTS_WITHIN = 30.0  # seconds for the sandbox to say its address
ANSWERS_WITHIN = 30.0  # seconds
QUIET = 0.8  # seconds without a change in a chat that count as "the bot has answered"


@asynccontextmanager
async def sandbox() -> AsyncIterator[str]:
    """The program itself on a free port, with no token and nothing kept; gives the page's address."""
    env = {key: value for key, value in os.environ.items() if key != "TELEGRAM_BOT_TOKEN"} | {
        "LISTEN": "127.0.0.1:0"
    }
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sandbox", cwd=ROOT, env=env, stdout=PIPE, stderr=PIPE
    )
    try:
        yield await asyncio.wait_for(_address(program), STARTS_WITHIN)
    finally:
        program.terminate()
        await program.communicate()


async def _address(program: Process) -> str:
    while program.stdout and (line := await program.stdout.readline()):
        if found := re.search(rb"http://127\.0\.0\.1:\d+/", line):
            return found[0].decode()
    raise SystemExit("the sandbox ended before it said where to open it")


async def _shown(phone: Locator) -> str:
    return await phone.locator(".log").inner_text()


async def _answered(phone: Locator, before: str) -> None:
    """Until the bot has had the last word, differs from `before`, and has said nothing more for a moment."""
    then = before
    async with asyncio.timeout(ANSWERS_WITHIN):
        while True:
            await phone.page.wait_for_timeout(QUIET * 1000)
            now = await _shown(phone)
            if before != now == then and await phone.locator("article").last.evaluate(
                "one => one.matches('.in')"
            ):
                return
            then = now


async def says(page: Page, key: str, *lines: str) -> None:
    """One person opens the chat and writes; a line in [brackets] taps that button instead."""
    phone = page.locator(f'[data-seat="{key}"]')
    for line in ("[start]", *lines):
        before = await _shown(phone)
        if line == "[start]":
            await phone.locator(".start").click()
        elif line.startswith("["):
            await phone.locator(".key", has_text=line.strip("[]")).last.click(timeout=5000)
        else:
            await phone.locator(".words").fill(line)
            await phone.locator(".words").press("Enter")
        await _answered(phone, before)


async def chat(page: Page) -> None:
    """An officer looks for help and opens a card, a family member reads Spanish, a coordinator asks who sees what."""
    await page.locator('[data-seat="family"] [data-language="es"]').click()
    await says(page, "officer", "[I'm an officer]", "where can I get help for drinking too much", "[1]")
    await says(page, "family", "[Soy familia]")
    await says(page, "coordinator", "/privacy")
    await page.locator(".title").click()


def repacked(png: bytes) -> bytes:
    """The same picture, packed as small as zlib can; browsers pack for speed."""
    chunks, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    kept = [(kind, data) for kind, data in chunks if kind == b"IHDR"]
    kept += [(b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return png[:8] + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in kept
    )


async def picture() -> bytes:
    async with sandbox() as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = await browser.new_page(
            viewport=SIZE, locale="en-US", color_scheme="light", reduced_motion="reduce"
        )
        await page.goto(url)
        await chat(page)
        png = repacked(await page.screenshot())
        await browser.close()
    return png


def main(target: Path) -> None:
    if not Path(CHROMIUM).exists():
        raise SystemExit(f"no Chromium at {CHROMIUM}; apt-get install chromium, or set CHROMIUM")
    target.write_bytes(asyncio.run(picture()))
    sys.stdout.write(f"{target}: {target.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "sandbox.png")
