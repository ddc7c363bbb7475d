"""The Bot API methods about the bot itself: commands, name, descriptions, menu button."""

import re
from collections.abc import Callable
from typing import Any

from bot.sandbox.telegram_account import Account, Chat
from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_lookup import read_chat
from bot.sandbox.telegram_shapes import BadRequest, Json

Method = Callable[[Account, Fields], Any]
SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_DESCRIPTION = 256
TEXTS = {
    "Name": ("name", 64),
    "Description": ("description", 512),
    "ShortDescription": ("short_description", 120),
}


def set_commands(account: Account, fields: Fields) -> bool:
    commands = fields.objects("commands", "commands")
    if commands is None:
        raise BadRequest('parameter "commands" is required')
    if len(commands) > MOST_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    account.commands[_scope(account, fields)] = [_command(command) for command in commands]
    account.tell({"kind": "commands", "chat_id": 0})
    return True


def get_commands(account: Account, fields: Fields) -> list[Json]:
    return account.commands.get(_scope(account, fields), [])


def delete_commands(account: Account, fields: Fields) -> bool:
    account.commands.pop(_scope(account, fields), None)
    account.tell({"kind": "commands", "chat_id": 0})
    return True


def commands_shown(account: Account, chat: Chat, language: str) -> list[Json]:
    """What the menu of this chat holds: the nearest scope wins, within it the person's language."""
    wide = "all_private_chats" if chat.kind == "private" else "all_group_chats"
    for scope in (f"chat:{chat.id}", wide, "default"):
        for code in (language, ""):
            if found := account.commands.get((scope, code)):
                return found
    return []


def _command(given: Json) -> Json:
    command = str(given.get("command", "")).strip().removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not command:
        raise BadRequest("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise BadRequest(f"command length must not exceed {LONGEST_COMMAND}")
    if not re.fullmatch("[a-z0-9_]+", command):
        raise BadRequest("BOT_COMMAND_INVALID")
    if not description:
        raise BadRequest("command description must be non-empty")
    if len(description) > LONGEST_DESCRIPTION:
        raise BadRequest(f"command description length must not exceed {LONGEST_DESCRIPTION}")
    return {"command": command, "description": description}


def _scope(account: Account, fields: Fields) -> tuple[str, str]:
    scope = fields.object("scope", "BotCommandScope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind == "chat":
        chat_id = scope.get("chat_id")
        if not chat_id:
            raise BadRequest("can't parse BotCommandScope: empty chat_id specified")
        return f"chat:{read_chat(account, Fields({'chat_id': chat_id}, {})).id}", _language(fields)
    if kind not in SCOPES:
        raise BadRequest("can't parse BotCommandScope: unsupported type specified")
    return kind, _language(fields)


def _language(fields: Fields) -> str:
    code = fields.text("language_code")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise BadRequest("invalid language code specified")
    return code


def _setter(key: str, longest: int) -> Method:
    def set_text(account: Account, fields: Fields) -> bool:
        text = fields.text(key).strip()
        if len(text) > longest:
            raise BadRequest(f"BOT_{'TITLE' if key == 'name' else 'ABOUT'}_INVALID")
        account.profile[f"{key}:{_language(fields)}"] = text
        account.tell({"kind": "commands", "chat_id": 0})
        return True

    return set_text


def _getter(key: str) -> Method:
    def get_text(account: Account, fields: Fields) -> Json:
        return {key: profile_text(account, key, _language(fields))}

    return get_text


def profile_text(account: Account, key: str, language: str) -> str:
    """In this language, else without one, else what the account began with."""
    texts = account.profile
    first = account.me["first_name"] if key == "name" else ""
    return str(texts.get(f"{key}:{language}") or texts.get(f"{key}:") or first)


def set_menu_button(account: Account, fields: Fields) -> bool:
    button = fields.object("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise BadRequest("can't parse MenuButton: unsupported type specified")
    chat_id = read_chat(account, fields).id if fields.has("chat_id") else 0
    account.menu_buttons[chat_id] = button
    account.tell({"kind": "commands", "chat_id": chat_id})
    return True


def get_menu_button(account: Account, fields: Fields) -> Json:
    default = account.menu_buttons.get(0, {"type": "commands"})
    return account.menu_buttons.get(fields.integer("chat_id"), default)


METHODS: dict[str, Method] = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
    **{f"setMy{name}": _setter(key, longest) for name, (key, longest) in TEXTS.items()},
    **{f"getMy{name}": _getter(key) for name, (key, _) in TEXTS.items()},
}
