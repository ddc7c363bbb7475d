"""The composition root: settings -> storage -> services -> application. The only place where things are built."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from telegram import BotCommand, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.care.people import Profile
from bot.clock import Clock
from bot.context import BotApplication, BotContext, Person
from bot.crisis_card import CrisisCards
from bot.crisis_desk import CrisisDesk
from bot.delivery.answered import StoredAnswers
from bot.delivery.check_backs import CheckBacks
from bot.delivery.clockwork import Clockwork, Tick
from bot.delivery.intake import Intake, chat_of
from bot.delivery.lanes import Lane, LaneLimiter
from bot.delivery.nursery import Nursery
from bot.delivery.polling import BACKOFF, Poller, TokenRefused
from bot.delivery.request import AiohttpRequest
from bot.delivery.sender import Sender
from bot.delivery.treatment import FindTreatment
from bot.delivery.web import WebServer, build_web, set_webhook
from bot.handlers import FEATURES, commands
from bot.library import Library, open_library
from bot.log import where_it_broke
from bot.profiles import Profiles
from bot.resource_cards import ResourceCards
from bot.screens import Screen
from bot.services import Services
from bot.settings import Settings, SettingsError
from storage import privacy
from storage.check_backs import CheckBack
from storage.database import Storage
from storage.privacy import PURGED_AT_ONCE
from storage.vault import Vault

log = logging.getLogger("statuscheck")

CHECK_BACKS_EVERY = timedelta(seconds=5)
PURGE_EVERY = timedelta(hours=1)
SCRUB_EVERY = timedelta(days=1)
SEARCH_AFTER = 1.0  # seconds after start
DRAIN = 20.0  # seconds a clean stop waits for answers in hand


class Bot:
    """The running bot: what came in goes through `intake`, what is due through `clockwork`."""

    def __init__(self, application: BotApplication, services: Services, limiter: LaneLimiter) -> None:
        self.application = application
        self.services = services
        self.limiter = limiter
        clock = services.clock
        self.intake = Intake(self._handle, StoredAnswers(services.storage, clock.now), clock=clock.monotonic)
        self.poller = Poller(application.bot, self.intake, clock=clock.monotonic)
        check_backs = CheckBacks(
            services.storage, services.vault, services.sender, compose=self._compose, now=clock.now
        )
        self.clockwork = Clockwork(
            [
                Tick("check-backs", CHECK_BACKS_EVERY, check_backs.run),
                Tick("purge", PURGE_EVERY, self._purge),
                Tick("scrub", SCRUB_EVERY, self._scrub),
            ]
        )
        self.nursery = Nursery()

    def health(self) -> Mapping[str, bool]:
        """Each part and whether it is ready."""
        return {"database": self.services.storage.state.ready, "ticks": self.clockwork.healthy}

    async def run(self) -> None:
        """Answer people until cancelled, by webhook or by polling. Raises TokenRefused or WebhookRefused."""
        settings = self.services.settings
        if settings.webhook_url and settings.webhook_secret:
            await set_webhook(
                self.application.bot, settings.webhook_url, settings.webhook_secret.get_secret_value()
            )
            await asyncio.Event().wait()
        else:
            try:
                await self.poller.run()
            finally:
                await asyncio.shield(self.poller.stop(DRAIN))

    async def serve(self) -> WebServer:
        """Listen on LISTEN for Telegram's webhook and /healthz. Raises SettingsError when the port is taken."""
        settings = self.services.settings
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        by_webhook = {"intake": self.intake, "webhook_url": settings.webhook_url, "secret": secret}
        server = WebServer(build_web(self.health, **(by_webhook if settings.webhook_url else {})))  # type: ignore[arg-type]
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
        ways = services.crisis_cards.ways(("lines", "emergency"), profile, services.clock.today(), {})
        text = "\n\n".join([services.library.text("unread-other", profile.lang), *(way.line for way in ways)])
        await services.sender.show(chat_id, Screen(text, key="unread-other"))

    async def _compose(self, promise: CheckBack) -> Screen:
        profile = await self.services.profiles.of(promise.pseudonym, None)
        return await self.services.crisis_desk.returned(Person(0, promise.pseudonym, profile), promise.note)

    async def _purge(self) -> None:
        now, storage = self.services.clock.now(), self.services.storage
        while (
            max((await storage.write(lambda session: privacy.purge(session, now=now))).values())
            >= PURGED_AT_ONCE
        ):
            pass

    async def _scrub(self) -> None:
        """Once a day what was let go is overwritten on disk as well, however large the file is."""
        await self.services.storage.scrub(large=True, timeout=300.0)


@asynccontextmanager
async def open_bot(
    settings: Settings,
    *,
    request: BaseRequest | None = None,
    clock: Clock | None = None,
    library: Library | None = None,
) -> AsyncIterator[Bot]:
    """Everything built, opened and, at the end, closed in order.

    `request` replaces the network (sandbox, tests); a `library` already read spares reading it again.
    """
    clock = clock or Clock()
    library = library or open_library(packs=settings.content_packs)
    secret = settings.secret_key.get_secret_value() if settings.secret_key else secrets.token_urlsafe(48)
    vault = Vault(secret)
    limiter = LaneLimiter(clock=clock.monotonic)
    bot, crisis_bot = _bot(settings, limiter, request), _bot(settings, limiter, request)
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(Storage.open(settings.database_url, clock=clock.monotonic))
        services = _services(settings, clock, library, storage, vault, Sender(bot, crisis_bot))
        if settings.findtreatment_url:
            states = settings.findtreatment_states
            opened = FindTreatment.open(settings.findtreatment_url, states, clock.monotonic)
            services = replace(services, treatment=await stack.enter_async_context(opened))
        application = _application(bot, services)
        await _until_known(bot)
        stack.push_async_callback(crisis_bot.shutdown)
        await crisis_bot.initialize()
        await stack.enter_async_context(application)
        running = Bot(application, services, limiter)
        running.clockwork.start()
        stack.push_async_callback(running.nursery.drain, 2.0)
        stack.push_async_callback(running.intake.drain, DRAIN)
        stack.push_async_callback(running.clockwork.stop)
        indexing = running.nursery.start(_prepare_search(library), "the search index")
        stack.callback(indexing.cancel)  # a stop does not wait for it
        running.nursery.start(running.introduce(), "the command menu")
        yield running


@asynccontextmanager
async def open_records(settings: Settings) -> AsyncIterator[tuple[Storage, Vault]]:
    """Storage and keys alone, for commands that talk to nobody. Raises SettingsError without a good SECRET_KEY."""
    secret = settings.secret_key.get_secret_value() if settings.secret_key else ""
    try:
        vault = Vault(secret)
    except ValueError as error:
        raise SettingsError(f"{error}: the one the bot runs with, or it could not read this.") from None
    async with Storage.open(settings.database_url, clock=Clock().monotonic) as storage:
        yield storage, vault


async def username(settings: Settings) -> str | None:
    """What Telegram calls this bot; None without a token, or when Telegram does not answer within 10 seconds."""
    if settings.telegram_bot_token is None:
        return None
    try:
        async with asyncio.timeout(10), _bot(settings, LaneLimiter(clock=Clock().monotonic), None) as bot:
            return bot.username
    except (TelegramError, TimeoutError) as error:
        log.warning("Telegram did not say the bot's name (%s)", type(error).__name__)
        return None


def _services(
    settings: Settings, clock: Clock, library: Library, storage: Storage, vault: Vault, sender: Sender
) -> Services:
    cards = CrisisCards(library)
    return Services(
        settings=settings,
        clock=clock,
        library=library,
        storage=storage,
        vault=vault,
        sender=sender,
        profiles=Profiles(storage, library.sentences, clock, settings.default_country),
        crisis_cards=cards,
        crisis_desk=CrisisDesk(library, cards, storage, vault, clock),
        resource_cards=ResourceCards(library),
    )


def _application(bot: ExtBot[Lane], services: Services) -> BotApplication:
    builder = ApplicationBuilder().application_class(BotApplication).bot(bot).updater(None)
    contexts = ContextTypes(context=BotContext)
    application = cast("BotApplication", builder.context_types(contexts).job_queue(None).build())
    application.services = services
    for feature in FEATURES:
        feature.register(application)
    return application


def _bot(settings: Settings, limiter: LaneLimiter, request: BaseRequest | None) -> ExtBot[Lane]:
    token = settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else "0:none"
    return ExtBot(
        token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=request or _request(settings),
        get_updates_request=request or _request(settings),
        rate_limiter=limiter,
    )


def _request(settings: Settings) -> BaseRequest:
    if settings.telegram_transport == "httpx":
        return HTTPXRequest(connection_pool_size=32, pool_timeout=10.0)
    return AiohttpRequest()


async def _prepare_search(library: Library) -> None:
    # People who wrote while we were away are answered first; a question before this builds the index itself.
    if not library.search.ready:
        await asyncio.sleep(SEARCH_AFTER)
        await asyncio.to_thread(library.search.prepare)


async def _until_known(bot: ExtBot[Lane]) -> None:
    """Wait for Telegram, however long it takes. Raises TokenRefused."""
    failures = 0
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            raise TokenRefused from None
        except TelegramError as error:
            log.warning("Telegram does not answer yet (%s), trying again", type(error).__name__)
            await asyncio.sleep(BACKOFF[min(failures, len(BACKOFF) - 1)])
            failures += 1
        else:
            return
