"""Keeps other web sites out of the sandbox page, and the page out of the internet; says no in one plain sentence."""

import ipaddress
import logging
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

logger = logging.getLogger(__name__)

POLICY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"OggS": "audio/ogg",
    b"\x1aE\xdf\xa3": "video/webm",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses foreign hosts and origins; no error leaves with more than a sentence."""
    try:
        _only_from_here(request)
        response = await handler(request)
    except web.HTTPException as refusal:
        words = refusal.text if refusal.content_type == "text/plain" else refusal.reason
        response = web.json_response({"error": words}, status=refusal.status)
    except Exception as problem:  # noqa: BLE001 - a trace could carry what a person wrote
        logger.error("the sandbox page could not answer: %s", type(problem).__name__)  # noqa: TRY400
        response = web.json_response({"error": "the sandbox could not do this"}, status=500)
    return response


async def seal(_: web.Request, response: web.StreamResponse) -> None:
    """Puts the policy on every answer, the stream's too, just before its headers leave."""
    response.headers.update(HEADERS)


def _only_from_here(request: web.Request) -> None:
    """A name that merely resolves to this computer is foreign (DNS rebinding); so is a page of another origin."""
    try:
        hostname = urlsplit(f"//{request.host}").hostname
    except ValueError:
        hostname = None
    if hostname is None or not is_here(hostname):
        raise web.HTTPForbidden(text="this page answers on this computer's own address only")
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site not in ("same-origin", "none") and request.path != "/":
        raise web.HTTPForbidden(text="another web site may not use the sandbox")
    if request.method not in ("GET", "HEAD"):
        _only_from_our_page(request)


def is_here(host: str) -> bool:
    """Whether the host is this computer itself, by number or as localhost. Other names could be anybody's."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _only_from_our_page(request: web.Request) -> None:
    if request.headers.get("Origin") != f"http://{request.host}":
        raise web.HTTPForbidden(text="another web site may not use the sandbox")
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="acts are JSON")


def picture_type(data: bytes) -> str | None:
    """The type of what a page may show by itself, told from the bytes, never from the sender's claim."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return "video/mp4"
    return next((kind for start, kind in PICTURES.items() if data.startswith(start)), None)
