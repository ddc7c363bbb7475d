"""What a person at the page can do, as small JSON wishes: checked first, then done by the sandbox's own people."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sandbox.telegram import Person
from bot.sandbox.telegram_shapes import Message

LONGEST_TEXT = 4096  # https://core.telegram.org/bots/api#sendmessage


class Wish(BaseModel):
    """The body of every act; each act reads what it needs of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field("", max_length=LONGEST_TEXT)
    message_id: int = 0
    row: int = Field(0, ge=0)
    column: int = Field(0, ge=0)
    reply_to: int | None = None
    payload: str | None = Field(None, pattern="^[A-Za-z0-9_-]{0,64}$")
    language: str = Field("", pattern="^([a-z]{2})?$")


def read_wish(body: str) -> Wish:
    """HTTPBadRequest when it is not one; it does not repeat what was sent."""
    try:
        return Wish.model_validate_json(body or "{}")
    except ValidationError:
        raise web.HTTPBadRequest(text="this act is not understood") from None


def _message(person: Person, message_id: int) -> Message:
    message = person.chat.history.get(message_id)
    if message is None or message.deleted:
        raise web.HTTPNotFound(text="this message is no longer there")
    return message


def _written(wish: Wish) -> str:
    if not wish.text.strip():
        raise web.HTTPBadRequest(text="there is no text")
    return wish.text


async def _say(person: Person, wish: Wish) -> None:
    reply_to = person.chat.history.get(wish.reply_to) if wish.reply_to else None
    await person.says(_written(wish), reply_to)


async def _start(person: Person, wish: Wish) -> None:
    await person.starts(wish.payload)


async def _edit(person: Person, wish: Wish) -> None:
    message = _message(person, wish.message_id)
    if message.from_bot or not message.text:
        raise web.HTTPBadRequest(text="only own words can be changed")
    await person.edits(message, _written(wish))


async def _tap(person: Person, wish: Wish) -> None:
    message = _message(person, wish.message_id)
    try:
        button = message.buttons[wish.row][wish.column]
    except IndexError:
        raise web.HTTPNotFound(text="this button is no longer there") from None
    await person.taps(button, message)


async def _photo(person: Person, _: Wish) -> None:
    await person.sends_photo()


async def _voice(person: Person, _: Wish) -> None:
    await person.sends_voice()


async def _sticker(person: Person, _: Wish) -> None:
    await person.sends_sticker()


async def _contact(person: Person, _: Wish) -> None:
    await person.sends_contact()


async def _location(person: Person, _: Wish) -> None:
    await person.sends_location()


async def _block(person: Person, _: Wish) -> None:
    await person.blocks()


async def _unblock(person: Person, _: Wish) -> None:
    await person.unblocks()


async def _language(person: Person, wish: Wish) -> None:
    """The language of this person's Telegram; the bot hears of it with their next update, as from the real one."""
    if not wish.language:
        raise web.HTTPBadRequest(text="there is no language")
    person.user["language_code"] = wish.language


STANDING = frozenset(
    {"start", "block", "unblock", "language"}
)  # acts that change what stands around the messages
ACTS: dict[str, Callable[[Person, Wish], Awaitable[None]]] = {
    "say": _say,
    "start": _start,
    "edit": _edit,
    "tap": _tap,
    "photo": _photo,
    "voice": _voice,
    "sticker": _sticker,
    "contact": _contact,
    "location": _location,
    "block": _block,
    "unblock": _unblock,
    "language": _language,
}
