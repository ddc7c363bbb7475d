"""Tips leave here: a text or a photo with its caption, in any lane, asked once more at the door whether it may."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram.ext import ExtBot

from bot.delivery.lanes import Asked, Lane
from bot.delivery.outcomes import FAILURES, Delivery, Outcome, outcome_of, retry_after_of
from bot.delivery.posting import Way, post_message, post_text
from bot.delivery.sender import Sender, in_html_or_plain
from bot.screens import Screen, keyboard

MayLeave = Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Letter:
    """What one person gets: a screen that fits one message, and a photo Telegram has already ("" for none)."""

    screen: Screen
    photo: str = ""


class Letters:
    """Sends through `bot`, whose rate limiter is a LaneLimiter; `sender` remembers what was sent, for /clear."""

    def __init__(self, bot: ExtBot[Lane], sender: Sender) -> None:
        self._bot = bot
        self._sender = sender

    @property
    def username(self) -> str:
        """What Telegram calls this bot."""
        return self._bot.username

    async def send(
        self, chat_id: int, letter: Letter, *, lane: Lane = Lane.REPLY, may_leave: MayLeave | None = None
    ) -> Delivery:
        """One message. With a False of `may_leave` at its turn it does not leave: the outcome is NOT_SENT."""
        way = Asked(lane, may_leave) if may_leave else lane
        post = self._post(chat_id, letter, way)
        try:
            message_id = await in_html_or_plain(post, letter.screen.text)
        except FAILURES as error:
            return Delivery(outcome_of(error), (), retry_after_of(error))
        self._sender.note(chat_id, message_id)
        return Delivery(Outcome.SENT, (message_id,))

    def _post(self, chat_id: int, letter: Letter, way: Way) -> Callable[[str, str | None], Awaitable[int]]:
        buttons = keyboard(letter.screen)

        async def post(words: str, mode: str | None) -> int:
            if not letter.photo:
                return await post_text(self._bot, chat_id, words, mode, buttons, way)
            fields = {"chat_id": chat_id, "photo": letter.photo, "caption": words, "parse_mode": mode}
            return await post_message(self._bot, "sendPhoto", {**fields, "reply_markup": buttons}, way)

        return post
