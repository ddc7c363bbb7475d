"""Has charts drawn by another process, one at a time, and sends them on: nobody's next message waits for a picture."""

import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.dates import format_date

from bot.care.trend import Line
from bot.delivery.nursery import Nursery
from bot.delivery.sender import Sender
from bot.sentences import Sentences

log = logging.getLogger("statuscheck.trend")

PATIENCE = 20.0  # seconds for the queue and the drawing together; then people have the words alone
PANELS = 3  # scales on one picture: more are too small on a phone
POINTS = 60  # results a scale, the newest
CROWD = 20  # pictures waiting; whoever comes then has the words alone
DRAWING = Path(__file__).with_name("trend_drawing.py")


class TrendCharts:
    """One for the application."""

    def __init__(self, sentences: Sentences, sender: Sender, drawing: Path = DRAWING) -> None:
        """`drawing` is the program that draws."""
        self._sentences = sentences
        self._sender = sender
        self._drawing = drawing
        self._one = asyncio.Semaphore(1)
        self._nursery = Nursery()
        self._for: set[int] = set()

    def follow(self, chat_id: int, lines: Sequence[Line], lang: str) -> bool:
        """Send the picture when it is drawn. False when one is on its way to this chat already, or too many wait."""
        if not lines or chat_id in self._for or len(self._for) >= CROWD:
            return False
        self._for.add(chat_id)
        self._nursery.start(self._follow(chat_id, lines, lang), "a chart")
        return True

    async def close(self, seconds: float = 2.0) -> None:
        """Let what is being drawn end, or end it."""
        await self._nursery.drain(seconds)

    async def _follow(self, chat_id: int, lines: Sequence[Line], lang: str) -> None:
        try:
            picture = await self.draw(lines, lang)
            if picture is not None:
                await self._sender.photo(chat_id, picture, self._sentences.text("trend-caption", lang))
        finally:
            self._for.discard(chat_id)

    async def draw(self, lines: Sequence[Line], lang: str) -> bytes | None:
        """A PNG of the newest of these lines; None when it could not be drawn in time."""
        job = json.dumps(self._job(lines[:PANELS], lang)).encode()
        try:
            async with asyncio.timeout(PATIENCE), self._one:
                return await self._drawn(job)
        except (TimeoutError, OSError) as error:
            log.warning("a chart was not drawn (%s)", type(error).__name__)
            return None

    async def _drawn(self, job: bytes) -> bytes | None:
        # An empty environment: the token and the key have no business there. -P: nothing of ours is imported by it.
        program = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            str(self._drawing),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
        try:
            picture, _ = await program.communicate(job)
        finally:
            if program.returncode is None:
                program.kill()
                await program.wait()
        if program.returncode:
            log.warning("a chart was not drawn (exit %s)", program.returncode)
            return None
        return picture

    def _job(self, lines: Sequence[Line], lang: str) -> dict[str, object]:
        text = self._sentences.text
        panels = [
            {
                "title": text(line.name, lang),
                "top": line.top,
                "cutoff": line.cutoff,
                "bands": [(begins, text(f"{key}.short", lang)) for begins, key in line.bands],
                "days": [day.toordinal() for day, _ in line.points[-POINTS:]],
                "names": [format_date(day, "d MMM", locale=lang) for day, _ in line.points[-POINTS:]],
                "points": [points for _, points in line.points[-POINTS:]],
            }
            for line in lines
        ]
        return {
            "panels": panels,
            "day": text("trend-axis-day", lang),
            "points": text("trend-axis-points", lang),
        }
