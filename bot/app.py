"""The composition root: settings -> storage -> services -> application. The only place where things are built."""

import asyncio
import gc
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import cast

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.at_work import Bot
from bot.broadcast_desk import BroadcastDesk
from bot.broadcast_progress import BroadcastProgress
from bot.checkin_desk import CheckinDesk
from bot.clock import Clock
from bot.context import BotApplication, BotContext
from bot.crisis_card import CrisisCards
from bot.crisis_desk import CrisisDesk
from bot.delivery.lanes import Lane, LaneLimiter
from bot.delivery.letters import Letters
from bot.delivery.pacer import Pacers
from bot.delivery.polling import BACKOFF, TokenRefused
from bot.delivery.reach import Reach
from bot.delivery.request import AiohttpRequest
from bot.delivery.sender import Sender
from bot.delivery.treatment import FindTreatment
from bot.handlers import FEATURES
from bot.library import Library, open_library
from bot.plan_lines import PlanLines
from bot.profiles import Profiles
from bot.resource_cards import ResourceCards
from bot.services import Services
from bot.settings import Settings, SettingsError
from bot.trend_chart import TrendCharts
from storage.database import Storage
from storage.errors import StorageUnavailable
from storage.keys import Keys, beside
from storage.neighbours import Neighbours, neighbours_on
from storage.sealing import Wrapping
from storage.vault import Vault, VaultError, WrongKey

log = logging.getLogger("statuscheck")

SEARCH_AFTER = 1.0  # seconds after start


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
    clock, library = clock or Clock(), library or open_library(packs=settings.content_packs)
    keys, vault = open_keys(settings, clock)
    limiter = LaneLimiter(clock=clock.monotonic)
    reach = _reach(clock, told=request is None and settings.telegram_transport == "aiohttp")
    bot, crisis_bot = (_bot(settings, limiter, request, reach) for _ in range(2))
    async with AsyncExitStack() as stack:
        stack.callback(keys.close)
        storage = await stack.enter_async_context(Storage.open(settings.database_url, clock=clock.monotonic))
        services = _services(settings, clock, library, storage, vault, (bot, crisis_bot), limiter)
        services = await _with_treatment(services, stack)
        application = _application(bot, services)
        await _until_known(bot)
        stack.push_async_callback(crisis_bot.shutdown)
        await crisis_bot.initialize()
        await stack.enter_async_context(application)
        stack.push_async_callback(services.pacers.close)
        stack.push_async_callback(services.charts.close)
        neighbours = neighbours_on(settings.database_url)
        stack.push_async_callback(neighbours.close)
        _keep_in_touch(neighbours, services, limiter)
        running = Bot(application, services, limiter, neighbours, reach)
        running.clockwork.start()
        stack.push_async_callback(running.nursery.drain, 2.0)
        stack.push_async_callback(running.drain)
        stack.push_async_callback(running.clockwork.stop)
        indexing = running.nursery.start(_prepare_search(library), "the search index")
        stack.callback(indexing.cancel)  # a stop does not wait for it
        running.nursery.start(running.introduce(), "the command menu")
        yield running


async def _with_treatment(services: Services, stack: AsyncExitStack) -> Services:
    settings = services.settings
    if not settings.findtreatment_url:
        return services
    opened = FindTreatment.open(
        settings.findtreatment_url, settings.findtreatment_states, services.clock.monotonic
    )
    return replace(services, treatment=await stack.enter_async_context(opened))


@asynccontextmanager
async def open_records(settings: Settings) -> AsyncIterator[tuple[Storage, Vault]]:
    """Storage and keys alone, for commands that talk to nobody. Raises SettingsError without a good SECRET_KEY."""
    if settings.secret_key is None:
        raise SettingsError("SECRET_KEY: the one the bot runs with is needed, or nothing here could be read.")
    clock = Clock()
    keys, vault = open_keys(settings, clock)
    try:
        async with Storage.open(settings.database_url, clock=clock.monotonic) as storage:
            yield storage, vault
    finally:
        keys.close()


def open_keys(settings: Settings, clock: Clock) -> tuple[Keys, Vault]:
    """Every person's own key, and what seals with them. Raises SettingsError when they are of another SECRET_KEY."""
    secret = settings.secret_key.get_secret_value() if settings.secret_key else secrets.token_urlsafe(48)
    old = [settings.old_secret_key.get_secret_value()] if settings.old_secret_key else []
    wrapping = Wrapping(secret, old)
    try:
        where = settings.keys_url or beside(settings.database_url)
    except StorageUnavailable:
        where = settings.database_url  # what is wrong with it is said where the database is opened
    keys = Keys(where, wrapping, clock=clock.monotonic)
    try:
        return keys, Vault(secret, keys)
    except ValueError as error:
        raise SettingsError(f"{error}.") from None
    except VaultError as error:
        keys.close()
        raise SettingsError(_another_key(error)) from None


def _another_key(error: VaultError) -> str:
    if isinstance(error, WrongKey):
        return (
            "SECRET_KEY: what is kept here was made with another one. Write that one into SECRET_KEY again, "
            "or into OLD_SECRET_KEY until `python -m bot keys rotate` has run."
        )
    return "KEYS_URL: the keys there are damaged. Restore them from the newest backup (docs/operating.md)."


async def username(settings: Settings) -> str | None:
    """What Telegram calls this bot; None without a token, or when Telegram does not answer within 10 seconds."""
    if settings.telegram_bot_token is None:
        return None
    limiter = LaneLimiter(clock=Clock().monotonic)
    try:
        async with asyncio.timeout(10), _bot(settings, limiter, None, Reach()) as bot:
            return bot.username
    except (TelegramError, TimeoutError) as error:
        log.warning("Telegram did not say the bot's name (%s)", type(error).__name__)
        return None


def _services(
    settings: Settings,
    clock: Clock,
    library: Library,
    storage: Storage,
    vault: Vault,
    bots: tuple[ExtBot[Lane], ExtBot[Lane]],
    limiter: LaneLimiter,
) -> Services:
    cards, sender = CrisisCards(library), Sender(*bots, clock=clock.monotonic)
    second = settings.broadcast_approval == "on"
    desk = BroadcastDesk(library, storage, vault, clock, second=second)
    crisis = CrisisDesk(library, cards, storage, vault, clock)
    scored = settings.scored_checks
    return Services(
        settings=settings,
        clock=clock,
        library=library,
        storage=storage,
        vault=vault,
        sender=sender,
        profiles=Profiles(storage, library.sentences, clock, settings.default_country),
        crisis_cards=cards,
        crisis_desk=crisis,
        checkin_desk=CheckinDesk(library, cards, crisis, storage, vault, clock, scored=scored),
        resource_cards=ResourceCards(library),
        letters=Letters(bots[0], sender),
        broadcast_desk=desk,
        broadcast_progress=BroadcastProgress(desk.screens, storage, vault, sender, clock),
        charts=TrendCharts(library.sentences, sender),
        pacers=Pacers(sender, limiter.keep_for_pacers, clock=clock.monotonic),
        plan_lines=PlanLines(storage, vault, clock, sender.on_screen),
    )


def _keep_in_touch(neighbours: Neighbours, services: Services, limiter: LaneLimiter) -> None:
    """The token's limit and what is remembered of people are shared with the other processes of this house."""
    limiter.tell_sent = neighbours.sent
    neighbours.listen("sent", lambda count: limiter.note_elsewhere(int(count)))
    services.profiles.tell = neighbours.tell
    # A chat goes by the number of its turn, from which nobody can tell whose it is.
    number_of, pacers = services.vault.turn_number, services.pacers
    pacers.alone = neighbours.alone
    pacers.tell = lambda chat_id: neighbours.tell("stop pacing", str(number_of(chat_id)))
    neighbours.listen(
        "stop pacing", lambda said: pacers.stopped_elsewhere(lambda one: str(number_of(one)) == said)
    )
    neighbours.listen("forget", services.profiles.let_go)
    neighbours.listen("forget", services.crisis_desk.forget)
    neighbours.listen("forget", services.checkin_desk.forget)


def _application(bot: ExtBot[Lane], services: Services) -> BotApplication:
    builder = ApplicationBuilder().application_class(BotApplication).bot(bot).updater(None)
    contexts = ContextTypes(context=BotContext)
    application = cast("BotApplication", builder.context_types(contexts).job_queue(None).build())
    application.services = services
    for feature in FEATURES:
        feature.register(application)
    return application


def _reach(clock: Clock, *, told: bool) -> Reach:
    reach = Reach(clock=clock.monotonic, now=lambda: clock.now().timestamp())
    reach.told = told
    return reach


def _bot(settings: Settings, limiter: LaneLimiter, request: BaseRequest | None, reach: Reach) -> ExtBot[Lane]:
    token = settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else "0:none"
    return ExtBot(
        token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=request or _request(settings, reach),
        get_updates_request=request or _request(settings, reach),
        rate_limiter=limiter,
    )


def _request(settings: Settings, reach: Reach) -> BaseRequest:
    if settings.telegram_transport == "httpx":
        return HTTPXRequest(connection_pool_size=32, pool_timeout=10.0)
    return AiohttpRequest(reach=reach)


async def _prepare_search(library: Library) -> None:
    # People who wrote while we were away are answered first; a question before this builds the index itself.
    if not library.search.ready:
        await asyncio.sleep(SEARCH_AFTER)
        await asyncio.to_thread(library.search.prepare)
    await asyncio.to_thread(library.heard.warm_up)


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
            gc.collect()  # nobody else does before the bot answers, and Telegram may be away for days
            await asyncio.sleep(BACKOFF[min(failures, len(BACKOFF) - 1)])
            failures += 1
        else:
            return
