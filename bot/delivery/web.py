"""The door for Telegram's webhook and for whoever watches over the bot. An update is acknowledged after it is answered."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.delivery.intake import Intake, update_id_of
from bot.delivery.lanes import Lane
from bot.delivery.metrics import TYPE
from bot.delivery.polling import ALLOWED_UPDATES, BACKOFF, TokenRefused

log = logging.getLogger("statuscheck.delivery")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # https://core.telegram.org/bots/api#setwebhook
BIGGEST_UPDATE = 1024 * 1024  # bytes; Telegram's own are a few thousand
BODY_WITHIN = 10.0  # seconds a body may take to arrive
CONNECTIONS = 100  # the most Telegram opens at once: chats that can be answered side by side


class WebhookRefused(Exception):
    """Telegram does not take the webhook; nothing but another setting helps."""


def build_web(
    health: Callable[[], Mapping[str, bool]],
    *,
    metrics: Callable[[], bytes] | None = None,
    intake: Intake | None = None,
    webhook_url: str = "",
    secret: str = "",
    routes: Iterable[web.RouteDef] = (),
) -> web.Application:
    """`/healthz`, `/metrics`, `routes` of others, and the webhook at the path of `webhook_url` when there is an `intake`.

    `health` names each part and whether it is ready; the page says 503 while one is not. `/healthz?live` says 200 as
    long as the event loop turns: a process is worth restarting only when that fails.
    """
    app = web.Application(client_max_size=BIGGEST_UPDATE)
    app.router.add_get("/healthz", _healthz(health))
    if metrics is not None:
        app.router.add_get("/metrics", _metrics(metrics))
    app.router.add_routes(routes)
    if intake is not None:
        if not secret:
            raise ValueError("a webhook without its secret would let anybody in")
        app.router.add_post(urlsplit(webhook_url).path or "/", _webhook(intake, secret))
    return app


class WebServer:
    """Serves an application on LISTEN."""

    def __init__(self, app: web.Application) -> None:
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    async def start(self, host: str, port: int) -> int:
        """Begin to listen; returns the port, which is a free one for port 0. Raises OSError when it is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        return int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Stop listening; connections that are still open are closed after a moment."""
        await self._runner.cleanup()


async def set_webhook(
    bot: ExtBot[Lane], url: str, secret: str, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Ask Telegram to call us; what waits there is kept. Raises TokenRefused or WebhookRefused, waits out the rest."""
    for pause in _pauses():
        try:
            await bot.set_webhook(
                url,
                secret_token=secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=CONNECTIONS,
                drop_pending_updates=False,
            )
        except InvalidToken:
            raise TokenRefused from None
        except BadRequest as error:
            raise WebhookRefused(f"WEBHOOK_URL: Telegram does not take it: {error.message}") from None
        except TelegramError as error:
            log.warning("the webhook could not be set (%s), trying again", type(error).__name__)
            await sleep(pause)
        else:
            return


def _pauses() -> Iterable[float]:
    yield from BACKOFF
    while True:
        yield BACKOFF[-1]


def _healthz(health: Callable[[], Mapping[str, bool]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def healthz(request: web.Request) -> web.Response:
        parts = dict(health())
        ready = all(parts.values())
        status = 200 if ready or "live" in request.query else 503
        return web.json_response({"live": True, "ready": ready, "parts": parts}, status=status)

    return healthz


def _metrics(page: Callable[[], bytes]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=page(), headers={"Content-Type": TYPE})

    return metrics


def _webhook(intake: Intake, secret: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def webhook(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), secret.encode()):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(BODY_WITHIN):
                update = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        except TimeoutError:
            return web.Response(status=408)
        if update_id_of(update) is None:
            return web.Response(status=400)
        answered = intake.take(update)
        # Not awaited itself: a caller that hangs up must not cancel the answer of a repeat that still waits.
        await asyncio.wait((answered,))
        return web.Response(status=503 if answered.cancelled() else 200)

    return webhook
