"""Tests read like a chat: `await officer.says(...)`, `officer.sees("key")`. The real application, a real database."""

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentResource
from fluent.syntax import ast
from pydantic import SecretStr

from bot.app import open_bot
from bot.at_work import Bot
from bot.clock import Clock
from bot.library import CONTENT, Library, open_library
from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_request import SandboxRequest
from bot.sandbox.telegram_shapes import Message
from bot.settings import Settings

SECRET = "a test secret of more than thirty-two characters 0123456789"
NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


class Hands:
    """A clock that stands until a test moves it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, monotonic=self._seconds)

    def _seconds(self) -> float:
        return self.at.timestamp()

    def forward(self, span: timedelta) -> None:
        self.at += span


class Chatter:
    """One person at the phone, with what a test asks of it."""

    def __init__(self, house: "House", person: Person) -> None:
        self.house = house
        self.person = person
        self._read = 0

    async def says(self, text: str) -> list[Message]:
        """Type; returns what came back."""
        return await self._after(self.person.says(text))

    async def taps(self, label: str, message: Message | None = None) -> list[Message]:
        """Tap a button by its label, key of its sentence, or data."""
        said = (
            self.house.words(label, self.person)
            if re.fullmatch(r"[a-z][A-Za-z-]+(\.[a-z_]+)?", label)
            else label
        )
        return await self._after(self.person.taps(said, message))

    async def does(self, deed: Any) -> list[Message]:
        """Anything else a person can do; returns what came back."""
        return await self._after(deed)

    async def _after(self, deed: Any) -> list[Message]:
        self._read = len(self.person.received)
        await deed
        await self.house.telegram.idle()
        return self.new

    @property
    def new(self) -> list[Message]:
        """What arrived or changed since the last thing this person did; the newest message when it was edited."""
        arrived = self.person.received[self._read :]
        return arrived or self.person.received[-1:]

    @property
    def reads(self) -> str:
        """All of it as plain text."""
        return "\n\n".join(
            message.text or (message.contact.phone_number if message.contact else "") for message in self.new
        )

    def sees(self, key: str, lang: str | None = None) -> bool:
        """Assert that this sentence is on the screen, whatever its values."""
        languages = (lang,) if lang else ("en", "es")
        assert any(_pattern(key, code).search(self.reads) for code in languages), (
            f"{key} is not in:\n{self.reads}"
        )
        return True

    def sees_not(self, key: str) -> bool:
        """Assert that it is not."""
        assert not any(_pattern(key, code).search(self.reads) for code in ("en", "es")), (
            f"{key} is in:\n{self.reads}"
        )
        return True

    @property
    def sees_a_number(self) -> bool:
        """Whether there is something to call, text or open in what arrived."""
        return bool(
            re.search(
                r"\b(988|911|999|112|000|111|116 ?123|1737|13 11 14)\b|\d{3}[- ]\d{3,4}|findahelpline",
                self.reads,
            )
        )


class House:
    """The running bot, its Telegram, its clock and its data folder."""

    def __init__(self, bot: Bot, telegram: Telegram, hands: Hands, folder: Path) -> None:
        self.bot = bot
        self.telegram = telegram
        self.hands = hands
        self.folder = folder

    def person(self, name: str = "Sam", lang: str = "en") -> Chatter:
        return Chatter(self, self.telegram.person(name, language_code=lang))

    def words(self, key: str, person: Person) -> str:
        lang = self.bot.services.library.sentences.speaks(person.user.get("language_code"))
        for code in (lang, "en", "es"):
            label = self.bot.services.library.text(key, code, country="United States")
            if any(
                label == button.text
                for message in person.messages
                for row in message.buttons
                for button in row
            ):
                return label
        return key

    async def time_passes(self, span: timedelta) -> None:
        """Move the clock and let every tick look once."""
        self.hands.forward(span)
        for tick in self.bot.clockwork._ticks:
            await tick.run()
        await self.telegram.idle()


@asynccontextmanager
async def open_house(
    folder: Path, hands: Hands | None = None, telegram: Telegram | None = None, **given: Any
) -> AsyncIterator[House]:
    """The bot of `open_bot`, polling an in-memory Telegram, on a SQLite file in `folder`; `given` are settings."""
    hands = hands or Hands()
    telegram = telegram or Telegram(now=lambda: hands.at)
    settings = house_settings(folder, telegram, **given)
    async with open_bot(
        settings, request=SandboxRequest(telegram, read_timeout=None), clock=hands.clock()
    ) as bot:
        running = bot.nursery.start(bot.run(), "polling")
        await telegram.idle()
        try:
            yield House(bot, telegram, hands, folder)
        finally:
            running.cancel()


@cache
def the_library() -> Library:
    """Read once for all tests: nothing in it changes."""
    library = open_library()
    library.search.prepare()
    return library


def house_settings(folder: Path, telegram: Telegram, **given: Any) -> Settings:
    """Settings of a test house; the environment and .env are left out."""
    return Settings(
        _env_file=None,
        **{
            "telegram_bot_token": SecretStr(telegram.token),
            "secret_key": SecretStr(SECRET),
            "database_url": f"sqlite:///{folder / 'house.db'}",
            "default_country": "US",
            **given,
        },
    )


@cache
def _pattern(key: str, lang: str) -> re.Pattern[str]:
    name, _, attribute = key.partition(".")
    for path in sorted((CONTENT / "sentences" / lang).glob("*.ftl")):
        for entry in FluentResource(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.id.name == name:
                found = {one.id.name: one.value for one in entry.attributes}
                return re.compile(_expected(found[attribute] if attribute else entry.value), re.DOTALL)
    raise KeyError(key)


def _expected(pattern: ast.Pattern | None) -> str:
    assert pattern is not None
    parts = [
        re.escape(html.unescape(re.sub("<[^>]+>", "", one.value)))
        if isinstance(one, ast.TextElement)
        else ".*?"
        for one in pattern.elements
    ]
    return "".join(parts).strip()
