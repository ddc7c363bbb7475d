"""The bot at work: what comes in is answered, what is due is done, until it is told to stop."""

import asyncio
import logging
from collections.abc import Hashable
from typing import Any

from telegram import BotCommand, Update
from telegram.error import TelegramError

from bot.care.people import Profile
from bot.care.risk import Action
from bot.context import BotApplication
from bot.delivery.answered import StoredAnswers
from bot.delivery.clockwork import Clockwork
from bot.delivery.intake import Intake, chat_of
from bot.delivery.lanes import LaneLimiter
from bot.delivery.nursery import Nursery
from bot.delivery.polling import Poller
from bot.delivery.reach import Reach
from bot.delivery.watch import Watch
from bot.delivery.web import WebServer, build_web, set_webhook
from bot.handlers import commands
from bot.log import where_it_broke
from bot.screens import Screen
from bot.services import Services
from bot.settings import SettingsError
from bot.ticks import ticks
from bot.words_of import raw_words
from storage import this_update
from storage.neighbours import Neighbours

log = logging.getLogger("statuscheck")

DRAIN = 20.0  # seconds a clean stop waits for answers in hand


class Bot:
    """The running bot: what came in goes through `intake`, what is due through `clockwork`."""

    def __init__(
        self,
        application: BotApplication,
        services: Services,
        limiter: LaneLimiter,
        neighbours: Neighbours,
        reach: Reach,
    ) -> None:
        self.neighbours = neighbours
        self.application = application
        self.services = services
        self.limiter = limiter
        clock = services.clock
        self.intake = Intake(
            self._timed,
            StoredAnswers(services.storage, clock.now),
            clock=clock.monotonic,
            neighbours=neighbours,
            number_of=services.vault.turn_number,
            let_go=self._look_up_again,
        )
        self.watch = Watch(application.bot, services.storage, clock, reach)
        self.poller = Poller(application.bot, self.intake, clock=clock.monotonic)
        every = [*ticks(services), self.watch.tick]
        self.clockwork = Clockwork(every, leads=lambda: neighbours.leads, clock=clock.monotonic)
        self.watch.over(self.clockwork, self.intake, limiter, neighbours)
        self.nursery = Nursery()
        self._ends_at = 0.0

    async def run(self) -> None:
        """Answer people until cancelled, by webhook or by polling. Raises TokenRefused or WebhookRefused."""
        settings = self.services.settings
        if settings.webhook_url and settings.webhook_secret:
            await set_webhook(
                self.application.bot, settings.webhook_url, settings.webhook_secret.get_secret_value()
            )
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.shield(self.drain())  # before the door closes: Telegram hears of each answer
        else:
            try:
                await self.poller.run()
            finally:
                await asyncio.shield(self.poller.stop(self._left()))

    async def drain(self) -> None:
        """Wait for the answers in hand, as long as is left of DRAIN since it was first asked for."""
        await self.intake.drain(self._left())

    def _left(self) -> float:
        now = self.services.clock.monotonic()
        self._ends_at = self._ends_at or now + DRAIN
        return max(0.0, self._ends_at - now)

    async def serve(self) -> WebServer:
        """Listen on LISTEN for Telegram's webhook, /healthz and /metrics. Raises SettingsError when the port is taken."""
        settings = self.services.settings
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        by_webhook = {"intake": self.intake, "webhook_url": settings.webhook_url, "secret": secret}
        health, seen = self.watch.health, self.watch.metrics.page
        server = WebServer(build_web(health, metrics=seen, **(by_webhook if settings.webhook_url else {})))  # type: ignore[arg-type]
        host, port = settings.listen_at
        try:
            await server.start(host, port)
        except OSError as error:
            raise SettingsError(f"LISTEN: cannot listen on {settings.listen} ({error.strerror}).") from None
        return server

    async def introduce(self) -> None:
        """Tell Telegram our commands and what we are, in every language. A failure costs the menu, nothing else."""
        library, bot = self.services.library, self.application.bot
        for code in (None, *library.sentences.languages):
            lang = code or library.sentences.languages[0]
            menu = [
                BotCommand(one.name, library.text(f"command-{one.name}", lang))
                for one in commands()
                if one.in_menu
            ]
            try:
                await bot.set_my_commands(menu, language_code=code)
                await bot.set_my_description(library.text("bot-description", lang), language_code=code)
                await bot.set_my_short_description(library.text("bot-short", lang), language_code=code)
            except TelegramError as error:
                log.warning("the command menu was not set (%s)", type(error).__name__)
                return

    def _look_up_again(self, chat: Hashable) -> None:
        if isinstance(chat, int):  # in a private chat the person's own number
            self.services.profiles.let_go(self.services.vault.pseudonym(chat))

    async def _timed(self, raw: dict[str, Any]) -> None:
        began = self.services.clock.monotonic()
        try:
            with this_update.answering():
                await self._handle(raw)
        finally:
            self.watch.metrics.note_update(raw, self.services.clock.monotonic() - began)

    async def _handle(self, raw: dict[str, Any]) -> None:
        try:
            update = Update.de_json(raw, self.application.bot)
        except Exception as error:  # noqa: BLE001  # an update no library can read still comes from a person
            log.warning("an update could not be read: %s", where_it_broke(error))
            await self._floor(raw)
            return
        if update is not None:
            await self.application.process_update(update)

    async def _floor(self, raw: dict[str, Any]) -> None:
        chat_id = chat_of(raw)
        if not isinstance(chat_id, int) or chat_id <= 0:
            return
        services = self.services
        profile = Profile(services.library.sentences.languages[0], services.settings.default_country)
        for verdict in map(services.library.risk.screen, raw_words(raw)):
            if verdict.action in (Action.CRISIS, Action.CONCERN, Action.ASK):
                card = services.crisis_cards.card(profile, verdict.topic, services.clock.today())
                await services.sender.crisis(chat_id, card)
                return
        ways = services.crisis_cards.ways(("lines", "emergency"), profile, services.clock.today(), {})
        text = "\n\n".join([services.library.text("unread-other", profile.lang), *(way.line for way in ways)])
        await services.sender.show(chat_id, Screen(text, key="unread-other"))
