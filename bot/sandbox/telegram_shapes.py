"""What Telegram shows and says: messages, buttons, chats, changes, refusals. Data only, no behaviour."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple, Required, TypedDict

Json = dict[str, Any]


class Upload(NamedTuple):
    """One file of a multipart request."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


class Refusal(Exception):
    """The Bot API says no: an HTTP status, Telegram's own words, and `parameters` such as retry_after."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    @property
    def payload(self) -> Json:
        payload: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            payload["parameters"] = dict(self.parameters)
        return payload


class BadRequest(Refusal):
    """400 with Telegram's prefix."""

    def __init__(self, reason: str) -> None:
        super().__init__(400, f"Bad Request: {reason}")


@dataclass(frozen=True, slots=True)
class Entity:
    """A formatted or recognised stretch of text; offset and length count UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""

    @property
    def end(self) -> int:
        return self.offset + self.length

    def as_dict(self) -> Json:
        extra = {"url": self.url, "language": self.language}
        base: Json = {"type": self.type, "offset": self.offset, "length": self.length}
        return base | {key: value for key, value in extra.items() if value}


@dataclass(frozen=True, slots=True)
class InlineButton:
    """A button under a message; exactly one of data, url and copy_text is set."""

    text: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None

    def as_dict(self) -> Json:
        button: Json = {"text": self.text}
        if self.data is not None:
            button["callback_data"] = self.data
        if self.url is not None:
            button["url"] = self.url
        if self.copy_text is not None:
            button["copy_text"] = {"text": self.copy_text}
        return button


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact card: tapping it dials."""

    phone_number: str
    first_name: str
    last_name: str = ""
    vcard: str = ""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Media:
    """A photo, animation, voice note and so on. `path` fetches its bytes; `url` is set when it was sent by address."""

    kind: str
    file_id: str
    mime: str = ""
    name: str = ""
    size: int = 0
    path: str = ""
    url: str = ""


@dataclass(slots=True, eq=False)
class Message:
    """One bubble. `text` is the caption when there is media; `extra` holds Bot API fields passed on as they are."""

    id: int
    chat_id: int
    sender_id: int
    sender: str
    from_bot: bool
    date: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    html: str = ""
    buttons: tuple[tuple[InlineButton, ...], ...] = ()
    contact: Contact | None = None
    media: Media | None = None
    extra: Json = field(default_factory=dict)
    reply_to: int | None = None
    keyboard: Json | None = None
    protected: bool = False
    silent: bool = False
    pinned: bool = False
    edited_at: datetime | None = None
    deleted: bool = False

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons, in reading order."""
        return [button.text for row in self.buttons for button in row]


class Call(NamedTuple):
    """A Bot API call that took effect; `at` is in monotonic seconds."""

    method: str
    chat_id: int | None
    at: float


class Event(TypedDict, total=False):
    """A change that a person would see. chat_id 0 means everyone (the command menu or the profile changed).

    message, edit and pin carry `message`; delete carries `message_ids`; typing carries `action`;
    toast carries `text`, `alert` and the `user_id` who tapped; commands carries nothing: take a new snapshot.
    """

    kind: Required[Literal["message", "edit", "delete", "typing", "commands", "pin", "toast"]]
    chat_id: Required[int]
    message: Json
    message_ids: list[int]
    action: str
    text: str
    alert: bool
    user_id: int
