"""What somebody wrote for many, as a draft keeps it: plain for checking, HTML for sending."""

from telegram import Message, MessageEntity

from bot.care.formatting import Mark, links, to_html
from bot.drafts import Words


def words_in(message: Message) -> Words:
    """The text or caption with its formatting, and the largest size of its photo as Telegram keeps it."""
    text = message.text or message.caption or ""
    marks = [_mark(one) for one in (*message.entities, *message.caption_entities)]
    photo = message.photo[-1].file_id if message.photo else ""
    return Words(text, to_html(text, marks), links(marks), photo)


def _mark(entity: MessageEntity) -> Mark:
    return Mark(str(entity.type), entity.offset, entity.length, entity.url or "")
