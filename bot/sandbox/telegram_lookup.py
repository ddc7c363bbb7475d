"""Finding the chat or message that a call names, or refusing in the real server's words."""

from datetime import timedelta

from bot.sandbox.telegram_account import Account, Chat
from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_shapes import BadRequest, Json, Message, Refusal
from bot.sandbox.telegram_wire import message_for_bot

DELETABLE_FOR = timedelta(hours=48)


def read_chat(account: Account, fields: Fields, name: str = "chat_id") -> Chat:
    """A chat the bot knows."""
    if not fields.has(name):
        raise BadRequest(f"{name} is empty")
    chat = account.chats.get(fields.integer(name))
    if not chat or not (chat.started or chat.met):
        raise BadRequest("chat not found")
    return chat


def write_chat(account: Account, fields: Fields) -> Chat:
    """A chat the bot may write to: 403 when it was blocked, removed, or never let in."""
    chat = read_chat(account, fields)
    if chat.gone:
        words = "user is deactivated" if chat.kind == "private" else "the group chat was deleted"
        raise Refusal(403, f"Forbidden: {words}")
    if chat.blocked:
        words = "blocked by the user" if chat.kind == "private" else "kicked from the group chat"
        raise Refusal(403, f"Forbidden: bot was {words}")
    if not chat.started:
        raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
    return chat


def find_message(chat: Chat, message_id: int, otherwise: str) -> Message:
    message = chat.history.get(message_id)
    if not message or message.deleted:
        raise BadRequest(otherwise)
    return message


def for_bot(account: Account, message: Message) -> Json:
    """The Message object, with the message it replies to."""
    chat = account.chats[message.chat_id]
    wire = message_for_bot(message, chat.as_api(), sender_of(account, message))
    original = chat.history.get(message.reply_to or 0)
    if original and not original.deleted:
        wire["reply_to_message"] = message_for_bot(original, chat.as_api(), sender_of(account, original))
    return wire


def sender_of(account: Account, message: Message) -> Json:
    return account.me if message.from_bot else account.chats[message.sender_id].user
