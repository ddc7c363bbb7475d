"""A Telegram one can hold: an in-memory Bot API server, as strict as the real one, with people to talk to its bot.

Nothing here reads the wall clock: `now` is an argument, and by default it stands still.
"""

import asyncio
import inspect
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import Any

from bot.sandbox.telegram_account import Account, still
from bot.sandbox.telegram_events import Subscription
from bot.sandbox.telegram_faults import Fault, Faults, Hold, LostConnection
from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_limits import Limits
from bot.sandbox.telegram_methods import BY_LOWER_NAME, METHODS
from bot.sandbox.telegram_people import Person
from bot.sandbox.telegram_profile import commands_shown, profile_text
from bot.sandbox.telegram_shapes import Call, Event, Json, Refusal, Upload
from bot.sandbox.telegram_wire import message_for_page

__all__ = ["TOKEN", "LostConnection", "Person", "Telegram"]

TOKEN = "7000000001:AAsandbox-sandbox-sandbox-sandbox-0"  # noqa: S105 - opens nothing
QUIET_TURNS = 20


class Telegram:
    """One bot account. `call` is the Bot API; `person` makes people; `subscribe` shows what they would see."""

    def __init__(
        self, *, token: str = TOKEN, username: str = "status_check_sandbox_bot", name: str = "Status Check",
        now: Callable[[], datetime] = still, records: int = 100_000,
    ) -> None:  # fmt: skip
        me = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": name, "username": username}
        self.account = Account(token, me, now)
        self._faults = Faults()
        self._running: Counter[str] = Counter()
        self._calls = 0
        self._user_ids = count(5_000_000_001)
        self.people: dict[int, Person] = {}
        self.record: deque[Call] = deque(maxlen=records)
        self.limits: Limits | None = None

    @property
    def token(self) -> str:
        return self.account.token

    @property
    def name(self) -> str:
        return profile_text(self.account, "name", "")

    @property
    def username(self) -> str:
        return str(self.account.me["username"])

    def person(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        language_code: str = "en",
        username: str | None = None,
    ) -> Person:
        """A new person, unknown to the bot until they write. `user_id` must be free."""
        user_id = user_id or next(self._user_ids)
        if user_id in self.account.chats:
            raise ValueError(f"there already is somebody with id {user_id}")
        user: Json = {
            "id": user_id,
            "is_bot": False,
            "first_name": first_name,
            "language_code": language_code,
        }
        self.people[user_id] = Person(self.account, user | ({"username": username} if username else {}))
        return self.people[user_id]

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> tuple[int, Json]:
        """The Bot API: HTTP status and JSON payload. Raises LostConnection where `fail(reset=True)` asked for it."""
        if token != self.account.token:
            well_formed = token.partition(":")[0].isdigit() and ":" in token
            refusal = Refusal(401, "Unauthorized") if well_formed else Refusal(404, "Not Found")
            return refusal.status, refusal.payload
        name = BY_LOWER_NAME.get(method.lower())
        if name is None:
            return 404, Refusal(404, "Not Found: method not found").payload
        self._enter(name)
        try:
            return 200, {"ok": True, "result": await self._run(name, Fields(params or {}, files or {}))}
        except Refusal as refusal:
            return refusal.status, refusal.payload
        finally:
            self._leave(name)

    def _enter(self, name: str) -> None:
        if name != "getUpdates":
            self._running[name] += 1
            self._calls += 1

    def _leave(self, name: str) -> None:
        if name != "getUpdates":
            self._running[name] -= 1
            self.account.settled.ring()

    async def _run(self, name: str, fields: Fields) -> Any:
        chat_id = fields.integer("chat_id") or None
        await self._faults.keep(name, chat_id)
        fault = self._faults.take(name, chat_id)
        if fault and not fault.after:
            await fault.strike()
        if self.limits and chat_id and name != "getUpdates":
            self.limits.admit(name, chat_id)
        result = METHODS[name](self.account, fields)
        if inspect.isawaitable(result):
            result = await result
        if name != "getUpdates":
            self.record.append(Call(name, chat_id, time.monotonic()))
        if fault and fault.after:
            await fault.strike()
        return result

    def fail(
        self, method: str, *, times: int | None = 1, status: int | None = 429, retry_after: int | None = None,
        lane_chat: int | None = None, reset: bool = False, delay: float = 0.0, after: bool = False, description: str = "",
    ) -> None:  # fmt: skip
        """Plans trouble for the next `times` calls (None: all) of `method` ("*": any), or only those to `lane_chat`.

        `status` None with a `delay` (seconds) is only slow; `reset` breaks the connection; `after` lets the call
        take effect first, so that the bot cannot know it did.
        """
        self._faults.plan(
            Fault(method, times, status, retry_after, lane_chat, reset, delay, after, description)
        )

    def hold(self, method: str, *, lane_chat: int | None = None) -> Hold:
        """Keeps such calls waiting until `release()`; `await hold.arrived(n)` tells when n of them are."""
        return self._faults.hold(Hold(method, lane_chat))

    def heal(self) -> None:
        """No more trouble, and nothing held."""
        self._faults.clear()

    def subscribe(self) -> Subscription:
        """Every change a person would see, from now on. Close it, or use it as an async context manager."""
        return Subscription(self.account.watchers)

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """The same for a plain function, called at the moment of change; the returned function stops it."""
        return self.account.watchers.listen(listener)

    def snapshot(self, chat_id: int) -> Json:
        """One chat as a page needs it to begin: bot, commands in the person's language, visible messages."""
        account = self.account
        chat = account.chats[chat_id]
        language = str(chat.user.get("language_code", ""))
        texts = {
            key: profile_text(account, key, language) for key in ("name", "description", "short_description")
        }
        return {
            "chat": chat.as_api(),
            "bot": texts | {"username": self.username, "id": account.bot_id},
            "commands": commands_shown(account, chat, language),
            "menu_button": account.menu_buttons.get(
                chat_id, account.menu_buttons.get(0, {"type": "commands"})
            ),
            "messages": [message_for_page(message) for message in chat.visible],
            "keyboard": chat.keyboard,
            "started": chat.started,
            "blocked": chat.blocked,
        }

    def download(self, path: str) -> Upload | None:
        """The bytes of a photo, animation and so on, by the `path` of its media."""
        return self.account.files.download(path)

    async def idle(self, *, within: float = 30.0) -> None:
        """Returns when every update has been confirmed and no call is in progress.

        A bot that confirms before it has answered (PTB's own Updater) is given a few turns of the event loop more.
        TimeoutError after `within` real seconds says what it waited for.
        """
        try:
            async with asyncio.timeout(within):
                await self._settle()
        except TimeoutError:
            running = sorted(+self._running)
            waiting = len(self.account.updates.pending)
            words = f"{waiting} updates are not confirmed, calls in progress: {running}"
            raise TimeoutError(f"the bot is not idle after {within:g} s: {words}") from None

    async def _settle(self) -> None:
        quiet = 0
        while quiet < QUIET_TURNS:
            before = self._calls, self.account.updates.put_so_far
            if self.account.updates.pending or +self._running:
                await self.account.settled.heard()
            else:
                await asyncio.sleep(0)
            quiet = quiet + 1 if before == (self._calls, self.account.updates.put_so_far) else 0
