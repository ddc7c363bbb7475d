"""Other processes of the same house, on one PostgreSQL: whose turn it is with a person, who keeps time, who needs to know.

Turns and the lead are advisory locks of one session: a process that dies gives them back that moment. With the server
away there are no turns to wait for and nobody leads; people are answered all the same.
"""

import asyncio
import logging
import queue
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import psycopg

from storage.engines import CONNECT_SECONDS, parse

log = logging.getLogger("statuscheck.storage")

LEAD = 5_361_072_012  # the number of the lock that only one process holds
CHANNEL = "statuscheck"
AGAIN = 0.02  # seconds between two tries for a turn
LEAD_AGAIN = 1.0  # seconds between two tries for the lead
TELL_EVERY = 0.2  # seconds in which what was sent is added up
CONNECT_AGAIN = (0.5, 1.0, 2.0, 5.0)  # seconds
_ALIVE = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"


@dataclass(slots=True)
class _Wish:
    number: int
    until: float
    done: asyncio.Future[bool]
    loop: asyncio.AbstractEventLoop
    wanted: bool = True


@dataclass(slots=True)
class _Inbox:
    """What the event loop asks of the thread."""

    waiting: "queue.SimpleQueue[_Wish | int | tuple[str, str] | None]" = field(
        default_factory=queue.SimpleQueue
    )
    sent: int = 0


class OnPostgres:
    """Its own connection on its own thread. To be made on the event loop that uses it."""

    def __init__(self, url: str) -> None:
        self._conninfo = parse(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._me = secrets.token_hex(6)
        self._loop = asyncio.get_running_loop()
        self._inbox = _Inbox()
        self._wishes: list[_Wish] = []
        self._heard: dict[str, list[Callable[[str], None]]] = defaultdict(list)
        self._leads = False
        self._lead_at = self._tell_at = 0.0
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="storage-neighbours", daemon=True)
        self._thread.start()

    alone = False

    @property
    def leads(self) -> bool:
        """As of the last look, a second ago at most."""
        return self._leads

    @asynccontextmanager
    async def turn(self, number: int, patience: float) -> AsyncIterator[bool]:
        """A lock by number; the same process may have it several times over."""
        wish = _Wish(number, time.monotonic() + patience, self._loop.create_future(), self._loop)
        self._inbox.waiting.put(wish)
        held = False
        try:
            held = await wish.done
            yield True
        finally:
            wish.wanted = False
            if held or (wish.done.done() and not wish.done.cancelled() and wish.done.result()):
                self._inbox.waiting.put(number)

    def sent(self, messages: int) -> None:
        """Added up, and told a few times a second."""
        self._inbox.sent += messages

    def tell(self, kind: str, text: str) -> None:
        """Everybody else; lost when the server is away. Up to 8,000 bytes, without a line break."""
        self._inbox.waiting.put((kind, text))

    def listen(self, kind: str, heard: Callable[[str], None]) -> None:
        """Several may listen to one kind."""
        self._heard[kind].append(heard)

    async def close(self) -> None:
        """Ends the session: turns and the lead are free for others."""
        self._stopping = True
        self._inbox.waiting.put(None)
        await asyncio.to_thread(self._thread.join, 5.0)

    # On the thread

    def _run(self) -> None:
        failures = 0
        while not self._stopping:
            try:
                with self._connected() as connection:
                    failures = 0
                    connection.execute(f"LISTEN {CHANNEL}")
                    while not self._stopping:
                        self._once(connection)
            except psycopg.Error as error:
                self._lost(error)
                pause = CONNECT_AGAIN[min(failures, len(CONNECT_AGAIN) - 1)]
                failures += 1
                self._answer_nobody_waits(pause)
        self._leads = False
        self._refuse_all()

    def _connected(self) -> "psycopg.Connection[Any]":
        return psycopg.connect(
            self._conninfo, autocommit=True, connect_timeout=CONNECT_SECONDS, options=_ALIVE,
            application_name="statuscheck-neighbours",
        )  # fmt: skip

    def _once(self, connection: "psycopg.Connection[Any]") -> None:
        self._take(AGAIN if self._wishes else 0.05, connection)
        self._wishes = [wish for wish in self._wishes if not self._granted(connection, wish)]
        now = time.monotonic()
        if not self._leads and now >= self._lead_at:
            self._lead_at = now + LEAD_AGAIN
            self._leads = self._lock(connection, LEAD)
            if self._leads:
                log.info("this process keeps time")
        if now >= self._tell_at:
            self._tell_at = now + TELL_EVERY
            self._tell_what_was_sent(connection)
            self._listen(connection)

    def _take(self, patience: float, connection: "psycopg.Connection[Any]") -> None:
        """What was asked meanwhile; waits a moment for the first."""
        with suppress(queue.Empty):
            asked = self._inbox.waiting.get(timeout=patience)
            while True:
                if isinstance(asked, _Wish):
                    self._wishes.append(asked)
                elif isinstance(asked, int):
                    connection.execute("SELECT pg_advisory_unlock(%s)", (asked,))
                elif isinstance(asked, tuple):
                    self._notify(connection, *asked)
                asked = self._inbox.waiting.get_nowait()

    def _granted(self, connection: "psycopg.Connection[Any]", wish: _Wish) -> bool:
        if not wish.wanted:
            return True
        held = self._lock(connection, wish.number)
        if held or time.monotonic() >= wish.until:
            self._tell_wish(wish, held=held)
            return True
        return False

    @staticmethod
    def _lock(connection: "psycopg.Connection[Any]", number: int) -> bool:
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", (number,)).fetchone()
        return bool(row and row[0])

    def _tell_wish(self, wish: _Wish, *, held: bool) -> None:
        def tell() -> None:
            if not wish.done.done():
                wish.done.set_result(held)
            elif held:  # whoever asked has left meanwhile
                self._inbox.waiting.put(wish.number)

        with suppress(RuntimeError):  # the loop closed
            wish.loop.call_soon_threadsafe(tell)

    def _tell_what_was_sent(self, connection: "psycopg.Connection[Any]") -> None:
        sent, self._inbox.sent = self._inbox.sent, 0
        if sent:
            self._notify(connection, "sent", str(sent))

    def _notify(self, connection: "psycopg.Connection[Any]", kind: str, text: str) -> None:
        connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{self._me} {kind} {text}"))

    def _listen(self, connection: "psycopg.Connection[Any]") -> None:
        for told in connection.notifies(timeout=0):
            who, _, rest = told.payload.partition(" ")
            kind, _, text = rest.partition(" ")
            if who != self._me:
                for heard in self._heard.get(kind, ()):
                    with suppress(RuntimeError):
                        self._loop.call_soon_threadsafe(heard, text)

    def _lost(self, error: psycopg.Error) -> None:
        if self._leads or not self._stopping:
            log.warning("the others cannot be heard (%s)", type(error).__name__)
        self._leads = False
        self._refuse_all()

    def _answer_nobody_waits(self, seconds: float) -> None:
        """While the server is away every wish is answered at once: nobody is kept waiting for a lock."""
        until = time.monotonic() + seconds
        while not self._stopping and (left := until - time.monotonic()) > 0:
            with suppress(queue.Empty):
                asked = self._inbox.waiting.get(timeout=left)
                if isinstance(asked, _Wish):
                    self._tell_wish(asked, held=False)

    def _refuse_all(self) -> None:
        for wish in self._wishes:
            self._tell_wish(wish, held=False)
        self._wishes = []
