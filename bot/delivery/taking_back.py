"""Takes messages back, as far as Telegram lets a bot: 48 hours, both sides of a private chat."""

from collections.abc import Sequence

from telegram.ext import ExtBot

from bot.delivery.lanes import Lane
from bot.delivery.on_screen import OnScreen
from bot.delivery.outcomes import harmless
from bot.delivery.recent import RecentMessages

LOOKED_BACK = 500  # message numbers; a bot counts those of all its chats in one row
ERASE_AT_ONCE = 100  # https://core.telegram.org/bots/api#deletemessages


class TakingBack:
    """The part of `Sender` that removes."""

    _bot: ExtBot[Lane]
    _recent: RecentMessages
    on_screen: OnScreen

    async def clear(self, chat_id: int, *, newest: int = 0) -> bool:
        """Take back what both sides wrote, as far as Telegram lets a bot (48 hours). Whether all we know of is gone.

        What was written before the last start we do not know: the numbers below `newest` are tried, and Telegram
        passes over those that are not in this chat.
        """
        self.on_screen.forget(chat_id)
        known = self._recent.take(chat_id)
        gone = await self.erase(chat_id, known)
        top = max(newest, *known, 0)
        unknown = [number for number in range(top, max(top - LOOKED_BACK, 0), -1) if number not in known]
        for start in range(0, len(unknown), ERASE_AT_ONCE):
            batch = unknown[start : start + ERASE_AT_ONCE]
            if not await harmless(
                self._bot.delete_messages(chat_id, batch, rate_limit_args=Lane.REPLY), "erase"
            ):
                return False  # from here on they are too old
        return gone

    async def erase(self, chat_id: int, message_ids: Sequence[int]) -> bool:
        """Take messages back; Telegram lets a bot do so for 48 hours. Whether all of them are gone."""
        gone = True
        for start in range(0, len(message_ids), ERASE_AT_ONCE):
            batch = list(message_ids[start : start + ERASE_AT_ONCE])
            if not await harmless(
                self._bot.delete_messages(chat_id, batch, rate_limit_args=Lane.REPLY), "erase"
            ):
                gone = await self._erase_singly(chat_id, batch) and gone
        return gone

    async def _erase_singly(self, chat_id: int, message_ids: Sequence[int]) -> bool:
        # One message that is too old makes Telegram refuse the whole batch.
        gone = True
        for message_id in message_ids:
            one = self._bot.delete_message(chat_id, message_id, rate_limit_args=Lane.REPLY)
            gone = await harmless(one, "erase") and gone
        return gone
