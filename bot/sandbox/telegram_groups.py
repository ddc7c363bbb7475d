"""Groups with the bot in them. Privacy mode is on: the bot sees commands, replies to itself, and service messages."""

from typing import Any

from bot.sandbox.telegram_account import Account, Chat
from bot.sandbox.telegram_lookup import for_bot
from bot.sandbox.telegram_shapes import Json, Message


class Group:
    """One group chat. People speak in it with `person.says(text, chat=group)`."""

    def __init__(self, account: Account, title: str, creator: Json) -> None:
        self._account = account
        lowest = min((chat_id for chat_id in account.chats if chat_id < 0), default=-4_000_000_000)
        self.chat = Chat(lowest - 1, "group", title, started=True, met=True)
        account.chats[self.chat.id] = self.chat
        self._meet(creator)
        self._bot_membership(creator, "left", "member")
        self._service(creator, {"group_chat_created": True})

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """The chat as its members see it now, oldest first."""
        return self.chat.visible

    def receive(self, user: Json, **content: Any) -> Message:
        """A member speaks."""
        self._meet(user)
        message = self._account.post(self.chat, by=user, **content)
        if self._bot_sees(message):
            self._account.updates.put("message", for_bot(self._account, message))
        return message

    async def removes_bot(self, user: Json) -> None:
        self.chat.blocked = True
        self._bot_membership(user, "member", "kicked")

    def _meet(self, user: Json) -> None:
        """The bot learns of people it shares a group with, but may not write to them first."""
        self._account.chats[user["id"]].met = True

    def _bot_sees(self, message: Message) -> bool:
        original = self.chat.history.get(message.reply_to or 0)
        addressed = message.text.startswith("/") or f"@{self._account.me['username']}" in message.text
        others = message.text.startswith("/") and "@" in message.text.split()[0]
        mine = f"@{self._account.me['username']}".lower() in message.text.lower()
        return bool(original and original.from_bot) or (addressed and (mine or not others))

    def _service(self, user: Json, extra: Json) -> None:
        message = self._account.post(self.chat, by=user, extra=extra)
        self._account.updates.put("message", for_bot(self._account, message))

    def _bot_membership(self, user: Json, was: str, now: str) -> None:
        me = self._account.me
        change = {"chat": self.chat.as_api(), "from": user, "date": self._account.timestamp()}
        members = [{"user": me, "status": status} | UNTIL.get(status, {}) for status in (was, now)]
        names = {"old_chat_member": members[0], "new_chat_member": members[1]}
        self._account.updates.put("my_chat_member", change | names)


UNTIL: dict[str, Json] = {"kicked": {"until_date": 0}}
