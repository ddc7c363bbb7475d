"""Pictures, loops and files. What they show is always said in words as well, so a failure costs a picture and no more."""

import logging

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery.lanes import Lane
from bot.delivery.outcomes import FAILURES, Delivery, Outcome, outcome_of, retry_after_of
from bot.delivery.recent import RecentMessages

log = logging.getLogger("statuscheck.delivery")


class MediaSender:
    """The part of `Sender` that sends what is no text."""

    def __init__(self, bot: ExtBot[Lane], recent: RecentMessages) -> None:
        self._bot = bot
        self._recent = recent
        self._file_ids: dict[str, str] = {}

    async def animation(self, chat_id: int, name: str, data: bytes, *, lane: Lane = Lane.REPLY) -> Delivery:
        """A silent loop. `name` stands for these bytes: they are uploaded once, then Telegram's own copy is sent."""
        known = self._file_ids.get(name)
        try:
            message = await self._bot.send_animation(
                chat_id, known or InputFile(data, filename=f"{name}.mp4"), rate_limit_args=lane
            )
        except FAILURES as error:
            if known and isinstance(error, BadRequest):  # Telegram let go of its copy
                del self._file_ids[name]
                return await self.animation(chat_id, name, data, lane=lane)
            log.warning("a picture did not arrive (%s)", type(error).__name__)
            return Delivery(outcome_of(error), (), retry_after_of(error))
        if message.animation is not None:
            self._file_ids[name] = message.animation.file_id
        self._recent.note(chat_id, [message.message_id])
        return Delivery(Outcome.SENT, (message.message_id,))

    async def photo(self, chat_id: int, png: bytes, caption: str) -> Delivery:
        """A picture with what it shows in plain words below it, as Telegram HTML of 1,024 characters at most."""
        picture = InputFile(png, filename="picture.png")
        try:
            message = await self._bot.send_photo(
                chat_id, picture, caption, parse_mode=ParseMode.HTML, rate_limit_args=Lane.REPLY
            )
        except FAILURES as error:
            log.warning("a picture did not arrive (%s)", type(error).__name__)
            return Delivery(outcome_of(error), (), retry_after_of(error))
        self._recent.note(chat_id, [message.message_id])
        return Delivery(Outcome.SENT, (message.message_id,))

    async def document(self, chat_id: int, name: str, data: bytes, caption: str) -> Delivery:
        """A file, with what it is below it."""
        file = InputFile(data, filename=name)
        try:
            message = await self._bot.send_document(chat_id, file, caption, rate_limit_args=Lane.REPLY)
        except FAILURES as error:
            log.warning("a file did not arrive (%s)", type(error).__name__)
            return Delivery(outcome_of(error), (), retry_after_of(error))
        self._recent.note(chat_id, [message.message_id])
        return Delivery(Outcome.SENT, (message.message_id,))
