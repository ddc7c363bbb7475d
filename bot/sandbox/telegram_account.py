"""The state of one bot account: chats, messages, files, what watchers are told. Methods and people work upon it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.sandbox.telegram_entities import recognise
from bot.sandbox.telegram_events import Bell, Watchers
from bot.sandbox.telegram_files import Files
from bot.sandbox.telegram_html import write
from bot.sandbox.telegram_shapes import Event, Json, Message
from bot.sandbox.telegram_updates import UpdateQueue
from bot.sandbox.telegram_wire import message_for_page

TAP_LIVES = timedelta(seconds=15)  # not published; people who measured it report 10 to 20
STILL = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def still() -> datetime:
    """The default clock: it stands, so nothing that a test sees depends on when it runs."""
    return STILL


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat (`user` is its person) or a group, as the bot's account sees it."""

    id: int
    kind: str
    title: str
    user: Json = field(default_factory=dict)
    history: dict[int, Message] = field(default_factory=dict)
    started: bool = False
    met: bool = False
    blocked: bool = False
    gone: bool = False
    keyboard: Json | None = None

    @property
    def visible(self) -> list[Message]:
        return [message for message in self.history.values() if not message.deleted]

    def as_api(self) -> Json:
        if self.kind != "private":
            return {"id": self.id, "type": self.kind, "title": self.title}
        named = {key: self.user[key] for key in ("username", "first_name", "last_name") if self.user.get(key)}
        return {"id": self.id, "type": "private", **named}


@dataclass(slots=True, eq=False)
class Tap:
    """A tap on an inline button that waits for its answer."""

    id: str
    user_id: int
    chat_id: int
    at: datetime
    answered: bool = False


class Account:
    """One bot and everything it has said and been told, in memory."""

    def __init__(self, token: str, me: Json, now: Callable[[], datetime]) -> None:
        self.token = token
        self.me = me
        self.now = now
        self.settled = Bell()
        self.updates = UpdateQueue(self.settled)
        self.watchers = Watchers()
        self.files = Files()
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.toasts: dict[int, str] = {}
        self.clipboards: dict[int, str] = {}
        self.tap_lives = TAP_LIVES
        self.profile: Json = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.menu_buttons: dict[int, Json] = {}
        self.webhook: Json = {}
        self._message_ids = count(1)
        self._tap_ids = count(4_000_000_000_000_000_001)

    @property
    def bot_id(self) -> int:
        return int(self.me["id"])

    def timestamp(self) -> int:
        return int(self.now().timestamp())

    def post(self, chat: Chat, *, by: Json | None = None, **content: Any) -> Message:
        """Puts a message into the chat, by the bot or by the user `by`, and tells the watchers."""
        sender = by or self.me
        message = Message(
            id=next(self._message_ids), chat_id=chat.id, sender_id=sender["id"], sender=sender["first_name"],
            from_bot=by is None, date=self.now(), **content,
        )  # fmt: skip
        message.html = write(message.text, message.entities)
        message.entities = recognise(message.text, message.entities)
        chat.history[message.id] = message
        self._apply_keyboard(chat, message)
        self.tell_message("message", message)
        return message

    def _apply_keyboard(self, chat: Chat, message: Message) -> None:
        if message.keyboard:
            chat.keyboard = message.keyboard if "keyboard" in message.keyboard else None

    def tell_message(self, kind: Any, message: Message) -> None:
        if self.watchers:
            self.tell({"kind": kind, "chat_id": message.chat_id, "message": message_for_page(message)})

    def tell(self, event: Event) -> None:
        self.watchers.tell(event)

    def new_tap(self, user_id: int, chat_id: int) -> Tap:
        tap = Tap(str(next(self._tap_ids)), user_id, chat_id, self.now())
        self.taps[tap.id] = tap
        return tap

    def private_chats(self) -> Iterator[Chat]:
        return (chat for chat in self.chats.values() if chat.kind == "private")
