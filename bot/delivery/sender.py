"""The one door out. Nothing here raises at a handler: what became of a message is told by its `Delivery`."""

import logging
import time
from collections.abc import Awaitable, Callable

from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery.lanes import Lane
from bot.delivery.media import MediaSender
from bot.delivery.on_screen import OnScreen
from bot.delivery.outcomes import FAILURES, Delivery, Outcome, harmless, outcome_of, retry_after_of, says
from bot.delivery.posting import NO_PREVIEW, Markup, post_message, post_text
from bot.delivery.recent import RecentMessages
from bot.delivery.taking_back import TakingBack
from bot.delivery.wording import pieces, plain
from bot.screens import PhoneCard, Screen, keyboard

__all__ = ["Delivery", "Outcome", "Sender", "outcome_of", "retry_after_of"]

log = logging.getLogger("statuscheck.delivery")

LONGEST_TOAST = 200  # characters, https://core.telegram.org/bots/api#answercallbackquery


class Sender(MediaSender, TakingBack):
    """Sends screens through `bot`, whose rate limiter is a LaneLimiter; crisis cards through a pool of their own."""

    def __init__(
        self,
        bot: ExtBot[Lane],
        crisis_bot: ExtBot[Lane] | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(bot, RecentMessages())
        self._crisis_bot = crisis_bot or bot
        self.on_screen = OnScreen(clock)

    def note(self, chat_id: int, message_id: int) -> None:
        """A message a person sent, so that `clear` can take it back with ours."""
        self._recent.note(chat_id, [message_id])

    def newest(self, chat_id: int) -> int:
        """The id of the newest message either side put there, as far as we remember; 0 when we don't."""
        return self._recent.newest(chat_id)

    async def show(self, chat_id: int, screen: Screen, *, lane: Lane = Lane.REPLY) -> Delivery:
        """A screen as new messages: the text, then its cards."""
        delivery = await self._show(self._bot, chat_id, screen, lane)
        if lane is Lane.REPLY and delivery.arrived:
            self.on_screen.show(chat_id, screen, delivery.message_ids[0])
        elif lane is not Lane.REPLY:
            self.on_screen.forget(chat_id)
        return delivery

    async def crisis(self, chat_id: int, screen: Screen) -> Delivery:
        """A screen that waits for nothing and is tried for a day."""
        self.on_screen.forget(chat_id)
        return await self._show(self._crisis_bot, chat_id, screen, Lane.CRISIS)

    async def replace(self, chat_id: int, message_id: int, screen: Screen) -> Delivery:
        """A screen in place of an earlier one; as a new message when that one cannot be edited any more."""
        text = pieces(screen.text)
        if len(text) > 1 or screen.cards:
            return await self.show(chat_id, screen)

        edit = _editor(self._bot, chat_id, message_id, keyboard(screen), Lane.REPLY)
        self.on_screen.show(chat_id, screen, message_id)
        try:
            return Delivery(Outcome.SENT, (await in_html_or_plain(edit, text[0]),))
        except BadRequest as error:
            if says(error, "message is not modified"):
                return Delivery(Outcome.SENT, (message_id,))
            return await self.show(chat_id, screen)
        except FAILURES as error:
            return Delivery(outcome_of(error))

    async def touch_up(
        self, chat_id: int, message_id: int, screen: Screen, *, lane: Lane = Lane.PACER
    ) -> Delivery:
        """A short screen in place of an earlier one, never as a new message. In its own lane only if there is room."""
        edit = _editor(self._bot, chat_id, message_id, keyboard(screen), lane)
        self.on_screen.touch_up(chat_id, screen, message_id)
        try:
            return Delivery(Outcome.SENT, (await in_html_or_plain(edit, screen.text),))
        except FAILURES as error:
            if isinstance(error, BadRequest) and says(error, "message is not modified"):
                return Delivery(Outcome.SENT, (message_id,))
            return Delivery(outcome_of(error), (), retry_after_of(error))

    async def pin(self, chat_id: int, message_id: int) -> bool:
        """Keep a message at the top of the chat, without a sound. Whether it is there."""
        pinned = self._bot.pin_chat_message(
            chat_id, message_id, disable_notification=True, rate_limit_args=Lane.REPLY
        )
        return await harmless(pinned, "pin")

    async def toast(self, callback_query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        """Answer a tap, so that the button stops spinning. A tap too old to answer is not an error."""
        words = text[:LONGEST_TOAST] if text else None
        await harmless(self._bot.answer_callback_query(callback_query_id, words, show_alert=alert), "toast")

    async def typing(self, chat_id: int) -> None:
        """Show that something is coming."""
        await harmless(self._bot.send_chat_action(chat_id, ChatAction.TYPING), "typing")

    async def _show(self, bot: ExtBot[Lane], chat_id: int, screen: Screen, lane: Lane) -> Delivery:
        arrived: list[int] = []
        parts = pieces(screen.text)
        for number, part in enumerate(parts, start=1):
            buttons = keyboard(screen) if number == len(parts) else None
            send = _text_sender(bot, chat_id, buttons, lane, keep=not screen.forwardable)
            try:
                arrived.append(await in_html_or_plain(send, part))
            except FAILURES as error:
                outcome = outcome_of(error)
                log.warning("%s: %s (%s)", lane.name.lower(), outcome, type(error).__name__)
                return Delivery(outcome, tuple(arrived), retry_after_of(error))
            self._recent.note(chat_id, arrived[-1:])
        for card in screen.cards:
            sent = await _card(bot, chat_id, card, lane, keep=not screen.forwardable)
            self._recent.note(chat_id, sent)
            arrived += sent
        return Delivery(Outcome.SENT, tuple(arrived))


def _text_sender(
    bot: ExtBot[Lane], chat_id: int, buttons: Markup, lane: Lane, *, keep: bool
) -> Callable[[str, str | None], Awaitable[int]]:
    async def send(words: str, mode: str | None) -> int:
        return await post_text(bot, chat_id, words, mode, buttons, lane, keep=keep)

    return send


def _editor(
    bot: ExtBot[Lane], chat_id: int, message_id: int, buttons: Markup, lane: Lane
) -> Callable[[str, str | None], Awaitable[int]]:
    async def edit(words: str, mode: str | None) -> int:
        fields = {"chat_id": chat_id, "message_id": message_id, "text": words, "parse_mode": mode}
        fields |= {"link_preview_options": NO_PREVIEW, "reply_markup": buttons}
        return await post_message(bot, "editMessageText", fields, lane)

    return edit


async def in_html_or_plain(send: Callable[[str, str | None], Awaitable[int]], text: str) -> int:
    """Telegram's HTML, and the bare words when Telegram cannot read it: rather plain than nothing."""
    try:
        return await send(text, ParseMode.HTML)
    except BadRequest as error:
        if not says(error, "can't parse entities"):
            raise
        log.warning("Telegram could not read the HTML of a screen; sent as plain text")
        return await send(plain(text), None)


async def _card(bot: ExtBot[Lane], chat_id: int, card: PhoneCard, lane: Lane, *, keep: bool) -> list[int]:
    # The number also stands in the text, so a card that fails costs a tap and no more. A crisis card's own
    # persistence would hold up the next card for a day: cards travel as replies.
    fields = {"chat_id": chat_id, "phone_number": card.number, "first_name": card.name}
    fields["protect_content"] = keep or None
    try:
        return [await post_message(bot, "sendContact", fields, max(lane, Lane.REPLY))]
    except FAILURES as error:
        log.warning("a phone card did not arrive (%s)", type(error).__name__)
        return []
