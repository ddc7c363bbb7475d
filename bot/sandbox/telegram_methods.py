"""Every Bot API method there is here, by name: receiving updates, looking things up, and all the others."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox import telegram_edit, telegram_profile, telegram_send
from bot.sandbox.telegram_account import Account
from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_lookup import for_bot, read_chat
from bot.sandbox.telegram_shapes import BadRequest, Json, Refusal

LONGEST_POLL = 50
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
NO_GIFTS = dict.fromkeys(GIFTS, False)
ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(account: Account, fields: Fields) -> list[Json]:
    if account.webhook:
        raise Refusal(409, f"Conflict: {ACTIVE}")
    _allow(account, fields)
    limit = min(max(fields.integer("limit", 100), 1), 100)
    timeout = min(max(fields.integer("timeout"), 0), LONGEST_POLL)
    return await account.updates.take(fields.integer("offset"), limit, timeout)


def set_webhook(account: Account, fields: Fields) -> bool:
    url = fields.text("url")
    if not url:
        return delete_webhook(account, fields)
    if not _is_web_address(url):
        raise BadRequest("invalid webhook URL specified")
    if not all(c.isascii() and (c.isalnum() or c in "_-") for c in fields.text("secret_token")):
        raise BadRequest("secret token contains unallowed characters")
    _allow(account, fields)
    _drop(account, fields)
    connections = min(max(fields.integer("max_connections", 40), 1), 100)
    account.webhook = {
        "url": url,
        "secret_token": fields.text("secret_token"),
        "max_connections": connections,
    }
    account.updates.end_poll("terminated by setWebhook request")
    account.settled.ring()
    return True


def _is_web_address(url: str) -> bool:
    """The real server insists on https; one that tests here may not have it."""
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def delete_webhook(account: Account, fields: Fields) -> bool:
    _drop(account, fields)
    account.webhook = {}
    account.settled.ring()
    return True


def webhook_info(account: Account, fields: Fields) -> Json:  # noqa: ARG001
    waiting: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(account.updates.pending),
    }
    shown = {key: value for key, value in account.webhook.items() if key != "secret_token"}
    allowed = {"allowed_updates": sorted(account.updates.allowed)} if account.updates.allowed else {}
    return waiting | shown | allowed


def _allow(account: Account, fields: Fields) -> None:
    """Not given: as before. An empty list: back to the default."""
    allowed = fields.value("allowed_updates", "allowed updates")
    if isinstance(allowed, list):
        account.updates.allowed = frozenset(map(str, allowed))


def _drop(account: Account, fields: Fields) -> None:
    if fields.flag("drop_pending_updates"):
        account.updates.clear()


def get_me(account: Account, fields: Fields) -> Json:  # noqa: ARG001
    can = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return account.me | can


def get_chat(account: Account, fields: Fields) -> Json:
    chat = read_chat(account, fields)
    pinned = [message for message in chat.visible if message.pinned]
    shown: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    if pinned:
        shown["pinned_message"] = for_bot(account, pinned[-1])
    return chat.as_api() | shown


def get_file(account: Account, fields: Fields) -> Json:
    return account.files.describe(fields.text("file_id"))


def settle(account: Account, fields: Fields) -> bool:  # noqa: ARG001
    """logOut and close: nothing to do for a server in memory."""
    return True


METHODS: dict[str, Callable[[Account, Fields], Any]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": webhook_info,
    "getMe": get_me,
    "getChat": get_chat,
    "getFile": get_file,
    "logOut": settle,
    "close": settle,
    **telegram_send.METHODS,
    **telegram_edit.METHODS,
    **telegram_profile.METHODS,
}
BY_LOWER_NAME = {name.lower(): name for name in METHODS}
