"""All the words a person put into an update, wherever Telegram keeps them: text, caption, quote, poll, list, file name."""

from collections.abc import Iterator
from typing import Any

from telegram import Message, Poll, Update

LONGEST = 4096  # characters; Telegram's own limit of a message
RAW = frozenset(
    {"text", "caption", "data", "query", "question", "explanation", "description", "title", "file_name"}
)
NOT_THEIRS = frozenset(
    {"reply_to_message", "reply_markup", "external_reply", "from", "chat", "callback_query"}
)
RAW_PLACES = 500  # looked at in one update that no library can read; a message has far fewer


def words_of(update: Update) -> list[str]:
    """Every text of the update that came from a person. A button's own label is ours, so taps have none."""
    message = update.effective_message if update.callback_query is None else None
    found = list(_of_message(message)) if message is not None else []
    if update.inline_query is not None:
        found.append(update.inline_query.query)
    if update.chosen_inline_result is not None:
        found.append(update.chosen_inline_result.query)
    if update.poll is not None:
        found += _of_poll(update.poll)
    if update.chat_join_request is not None:
        found.append(update.chat_join_request.bio or "")
    return [text[:LONGEST] for text in found if text.strip()]


def raw_words(update: dict[str, Any]) -> list[str]:
    """The texts of an update that Telegram's library could not read; other people's and our own are left out."""
    found: list[str] = []
    places: list[Any] = [update]
    for seen, place in enumerate(places):
        if seen >= RAW_PLACES:
            break
        if isinstance(place, dict):
            found += [text for key, text in place.items() if key in RAW and isinstance(text, str)]
            places += [inside for key, inside in place.items() if key not in NOT_THEIRS]
        elif isinstance(place, list):
            places += place[:RAW_PLACES]
    return [text[:LONGEST] for text in found if text.strip()]


def _of_message(message: Message) -> Iterator[str]:
    yield message.text or message.caption or ""
    if message.quote is not None and not _quotes_a_bot(message):
        yield message.quote.text
    if message.poll is not None:
        yield from _of_poll(message.poll)
    if message.checklist is not None:
        yield from (message.checklist.title, *(task.text for task in message.checklist.tasks))
    yield from _of_attachment(message)


def _of_poll(poll: Poll) -> Iterator[str]:
    yield from (poll.question, poll.description or "", poll.explanation or "")
    yield from (option.text for option in poll.options)


def _of_attachment(message: Message) -> Iterator[str]:
    for file in (message.document, message.video, message.audio, message.animation):
        yield (file.file_name or "") if file is not None else ""
    if message.audio is not None:
        yield message.audio.title or ""
    if message.contact is not None:
        contact = message.contact
        yield f"{contact.first_name} {contact.last_name or ''}".rstrip()
        yield contact.vcard or ""
    if message.venue is not None:
        yield message.venue.title
    if message.web_app_data is not None:
        yield message.web_app_data.data


def _quotes_a_bot(message: Message) -> bool:
    # A person who quotes our own question to answer it has not said those words.
    quoted = message.reply_to_message
    return quoted is not None and quoted.from_user is not None and quoted.from_user.is_bot
