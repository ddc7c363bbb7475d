"""Requests to Telegram with plain data. Of most answers the id is all we need.

PTB's own methods build an object for every button and for every answer: a quarter of the work of a reply.
"""

from collections.abc import Mapping
from typing import Any

from telegram.ext import ExtBot

from bot.delivery.lanes import Asked, Lane

NO_PREVIEW = {"is_disabled": True}
Way = Lane | Asked
Markup = dict[str, Any] | None


async def post_message(bot: ExtBot[Lane], endpoint: str, fields: Mapping[str, Any], way: Way) -> int:
    """Call a method that answers with a message, in a lane; the id of that message. Fields that are None are left out.

    Raises TelegramError, as PTB's own methods do.
    """
    answer: Any = await bot._post(endpoint, {**fields}, api_kwargs=bot._merge_api_rl_kwargs(None, way))  # type: ignore[arg-type]  # noqa: SLF001
    return int(answer["message_id"])


async def post_text(
    bot: ExtBot[Lane],
    chat_id: int,
    words: str,
    mode: str | None,
    buttons: Markup,
    way: Way,
    *,
    keep: bool = False,
) -> int:
    """A message of text; its id. `keep`: it cannot be forwarded."""
    fields = {"chat_id": chat_id, "text": words, "parse_mode": mode, "link_preview_options": NO_PREVIEW}
    return await post_message(
        bot, "sendMessage", {**fields, "reply_markup": buttons, "protect_content": keep or None}, way
    )
