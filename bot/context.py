"""All that a handler may reach, typed: the services, and the person this update came from."""

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.care.people import Profile
from bot.care.risk import Action, Level, Verdict
from bot.profiles import with_choice
from bot.screens import Button, Screen, Tap, pack, unpack
from bot.words_of import words_of

if TYPE_CHECKING:
    from bot.services import Services

NOTHING_SAID = Verdict(Level.NONE, Action.PASS, ())


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote, for as long as this update is being answered: where to answer, and the pseudonym for storage."""

    chat_id: int
    pseudonym: str
    profile: Profile


class BotApplication(Application[Any, Any, Any, Any, Any, Any]):
    """PTB's application with our services on it."""

    services: "Services"


class BotContext(CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """What travels with one update through the groups: set by the gate and by `members`, read by features."""

    person: Person
    verdict: Verdict = NOTHING_SAID
    came: Update
    tap: Tap | None = None
    _answered: bool = False

    @classmethod
    def from_update(cls, update: object, application: Any) -> "BotContext":
        """PTB's constructor for each update."""
        context = super().from_update(update, application)
        if isinstance(update, Update):
            context.came = update
            query = update.callback_query
            context.tap = unpack(query.data) if query is not None and query.data else None
        return context

    @property
    def services(self) -> "Services":
        """Everything the app put together."""
        return cast("BotApplication", self.application).services

    @property
    def lang(self) -> str:
        """The language to answer in."""
        return self.person.profile.lang

    def say(self, key: str, **values: object) -> str:
        """A sentence in this person's language."""
        return self.services.library.text(key, self.lang, **values)

    def rows_by_words(self, then: str = "") -> list[tuple[Button, ...]]:
        """What the words themselves ask for beside their answer: the language they are in, the country they name.

        `then`: what is shown again after that ("card", "step"); "" for nothing but a list of places.
        """
        library, said, profile = self.services.library, words_of(self.came), self.person.profile
        tongues = (library.companions.tongues.of(text) for text in said)
        lang = next((one for one in tongues if one and one != profile.lang), "")
        named = (code for text in said for code in library.companions.said_countries.of(text))
        country = next((code for code in named if code != profile.country), "")
        rows: list[tuple[Button, ...]] = []
        if lang:
            rows.append(
                (Button(library.text("language-name", lang), pack("place", "tongue", f"{lang}~{then}")),)
            )
        if country:
            label = self.say("country-help", country=library.country_name(country, profile.lang))
            rows.append((Button(label, pack("place", "moved" if then else "set", country)),))
        return rows

    async def remember(self, **choice: str | None) -> None:
        """Keep one choice of this person (lang, country, region, audience) and answer by it from now on."""
        profile = with_choice(self.person.profile, **choice)
        self.person = replace(self.person, profile=profile)
        await self.services.profiles.change(self.person.pseudonym, profile)

    async def show(self, screen: Screen) -> None:
        """Answer with a new message."""
        if self.came.callback_query is None:
            await self.services.sender.show(self.person.chat_id, screen)
            return
        await asyncio.gather(self.services.sender.show(self.person.chat_id, screen), self.stop_spinner())

    async def turn_to(self, screen: Screen) -> None:
        """Answer a tap in place; anything else with a new message."""
        query = self.came.callback_query
        message = query.message if query is not None else None
        if message is None:
            await self.show(screen)
            return
        replace = self.services.sender.replace(self.person.chat_id, message.message_id, screen)
        await asyncio.gather(replace, self.stop_spinner())

    async def stop_spinner(self, text: str | None = None) -> None:
        """Tell Telegram the tap was heard, once; until then the button spins."""
        query = self.came.callback_query
        if query is not None and not self._answered:
            self._answered = True
            await self.services.sender.toast(query.id, text)
