"""The sandbox's web page: a Telegram chat for each person, live, on this computer only, nothing from outside."""

import errno
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from aiohttp import web

from bot.sandbox.page_acts import ACTS, STANDING, read_wish
from bot.sandbox.page_guard import guard, is_here, picture_type, seal
from bot.sandbox.page_stream import Stream
from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_shapes import Event

__all__ = ["Seat", "serve_page"]

Words = str | Mapping[str, str]  # one text, or one a language: {"en": ..., "es": ...}
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
LONGEST_BODY = 64 * 1024
BEAT = 15.0  # seconds between signs of life on a silent stream


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at the page. `start_payload` is the deep link they come by; without it they press Start."""

    key: str
    person: Person
    label: Words
    hint: Words
    start_payload: str = ""


@asynccontextmanager
async def serve_page(
    telegram: Telegram, people: Sequence[Seat], *, host: str = "127.0.0.1", port: int = 8080
) -> AsyncIterator[str]:
    """Serves the page while the block runs and gives its address; port 0 takes a free one.

    OSError when the port is taken, or when `host` is not this computer itself.
    """
    if not is_here(host):
        raise OSError(errno.EADDRNOTAVAIL, "the sandbox page opens on this computer only: use 127.0.0.1")
    page = _Page(telegram, people)
    runner = web.AppRunner(
        page.application(), access_log=None, handler_cancellation=True, shutdown_timeout=1.0
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        shown = f"[{host}]" if ":" in host else host
        yield f"http://{shown}:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


class _Page:
    def __init__(self, telegram: Telegram, people: Sequence[Seat]) -> None:
        self._telegram = telegram
        self._seats = {seat.key: seat for seat in people}
        self._by_chat = {seat.person.id: seat for seat in people}
        self._stream = Stream()
        folder = files("bot.sandbox") / "page_files"
        self._files = {item.name: item.read_bytes() for item in folder.iterdir() if item.is_file()}

    def application(self) -> web.Application:
        app = web.Application(middlewares=[guard], client_max_size=LONGEST_BODY)
        app.router.add_get("/", self._index)
        app.router.add_get("/files/{name}", self._file)
        app.router.add_get("/media/{path:.+}", self._media)
        app.router.add_get("/api/events", self._events)
        app.router.add_post("/api/people/{key}/{act}", self._act)
        stop = self._telegram.listen(self._happened)

        async def close(_: web.Application) -> None:
            stop()
            self._stream.close()

        app.on_response_prepare.append(seal)
        app.on_shutdown.append(close)
        return app

    async def _index(self, _: web.Request) -> web.Response:
        return self._serve("index.html")

    async def _file(self, request: web.Request) -> web.Response:
        return self._serve(request.match_info["name"])

    def _serve(self, name: str) -> web.Response:
        if name not in self._files:
            raise web.HTTPNotFound
        kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        return web.Response(body=self._files[name], content_type=kind, charset="utf-8")

    async def _media(self, request: web.Request) -> web.Response:
        found = self._telegram.download(request.match_info["path"])
        if found is None:
            raise web.HTTPNotFound
        kind = picture_type(found.data)
        extra = {} if kind else {"Content-Disposition": "attachment"}
        return web.Response(body=found.data, content_type=kind or "application/octet-stream", headers=extra)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """A full state first, then every change: joined in one step, so that nothing falls between them."""
        with self._stream.joined() as queue:
            state = {"kind": "state", "seats": [self._whole(seat) for seat in self._seats.values()]}
            response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
            await response.prepare(request)
            await response.write(_packed(state))
            async for event in self._stream.read(queue, beat=BEAT):
                await response.write(_packed(event) if event else b": still here\n\n")
        return response

    async def _act(self, request: web.Request) -> web.Response:
        seat = self._seats.get(request.match_info["key"])
        act = ACTS.get(request.match_info["act"])
        if seat is None or act is None:
            raise web.HTTPNotFound
        wish = read_wish(await request.text())
        if wish.payload is None:
            wish = wish.model_copy(update={"payload": seat.start_payload})
        await act(seat.person, wish)
        if request.match_info["act"] in STANDING:
            self._tell_head(seat)
        return web.json_response({})

    def _happened(self, event: Event) -> None:
        seat = self._by_chat.get(event["chat_id"])
        if event["kind"] == "commands":
            for one in [seat] if seat else self._seats.values():
                self._tell_head(one)
        elif seat:
            self._stream.tell({**event, "seat": seat.key})

    def _tell_head(self, seat: Seat) -> None:
        """What stands around the messages: commands, language, whether started or blocked."""
        head = self._whole(seat)
        del head["messages"]
        self._stream.tell({"kind": "head", "seat": seat.key, "head": head})

    def _whole(self, seat: Seat) -> dict[str, Any]:
        shown = self._telegram.snapshot(seat.person.id)
        return {
            "key": seat.key,
            "label": seat.label,
            "hint": seat.hint,
            "invited": bool(seat.start_payload),
            "language": str(seat.person.user.get("language_code", "en")),
            **{part: shown[part] for part in ("bot", "commands", "messages", "started", "blocked")},
        }


def _packed(event: Mapping[str, Any]) -> bytes:
    return b"data: " + json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n\n"
