"""People who use the bot: they write, tap, send, forward, block, and see what a phone would show them."""

from typing import Any

from bot.sandbox.telegram_account import Account, Chat
from bot.sandbox.telegram_entities import recognise
from bot.sandbox.telegram_groups import Group
from bot.sandbox.telegram_html import write
from bot.sandbox.telegram_lookup import for_bot
from bot.sandbox.telegram_shapes import Contact, InlineButton, Json, Message, Upload
from bot.sandbox.telegram_tapping import choose, opened_payload

PIXEL = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


class Person:
    """One person with their private chat. Every act returns once Telegram has it; `Telegram.idle` waits for the bot."""

    def __init__(self, account: Account, user: Json) -> None:
        self._account = account
        self.user = user
        self.chat = Chat(user["id"], "private", user["first_name"], user)
        account.chats[self.chat.id] = self.chat

    @property
    def id(self) -> int:
        return int(self.user["id"])

    @property
    def name(self) -> str:
        return str(self.user["first_name"])

    # What they see

    @property
    def messages(self) -> list[Message]:
        """The chat as the person sees it now, oldest first."""
        return self.chat.visible

    @property
    def received(self) -> list[Message]:
        """The bot's messages among them."""
        return [message for message in self.chat.visible if message.from_bot]

    @property
    def last(self) -> Message:
        """The bot's newest message. LookupError when there is none."""
        if not self.received:
            raise LookupError(f"{self.name} has no message from the bot")
        return self.received[-1]

    @property
    def last_with_buttons(self) -> Message:
        """The bot's newest message that has inline buttons. LookupError when there is none."""
        shown = [message for message in self.received if message.buttons]
        if not shown:
            raise LookupError(f"{self.name} has no message with buttons")
        return shown[-1]

    @property
    def alert(self) -> str | None:
        """The text of the newest answer to a tap; "" when it had none, None before any."""
        return self._account.toasts.get(self.id)

    @property
    def clipboard(self) -> str | None:
        """What a copy button put there."""
        return self._account.clipboards.get(self.id)

    @property
    def waiting_taps(self) -> int:
        """Taps whose button still shows the waiting circle."""
        return sum(tap.user_id == self.id and not tap.answered for tap in self._account.taps.values())

    # What they do

    async def says(self, text: str, reply_to: Message | None = None, *, chat: Group | None = None) -> Message:
        """Writes to the bot, or in a group they are in. Writing lifts a block. ValueError for an empty text."""
        if not text.strip():
            raise ValueError("nobody can send an empty message")
        return self._send(chat, text=text, reply_to=reply_to and reply_to.id)

    async def starts(self, payload: str | None = None) -> Message:
        """Opens t.me/<bot>?start=<payload>."""
        return await self.says(f"/start {payload}" if payload else "/start")

    async def edits(self, message: Message, text: str) -> Message:
        message.text, message.entities = text, recognise(text)
        message.html = write(text, ())
        message.edited_at = self._account.now()
        self._account.tell_message("edit", message)
        self._account.updates.put("edited_message", for_bot(self._account, message))
        return message

    async def taps(
        self, button: str | InlineButton, message: Message | None = None, *, anyway: bool = False
    ) -> InlineButton:
        """Taps a button by label or data, on the newest message that has it.

        `anyway` sends the data even when no such button is shown any more (a double tap on a changing screen).
        A link of the bot opens it, another link does nothing, a copy button fills `clipboard`.
        """
        message, chosen = choose(self.chat.visible, button, message, anyway=anyway)
        if chosen.data is not None:
            self._tap(message, chosen.data)
        elif chosen.url is not None:
            await self.opens(chosen.url)
        else:
            self._account.clipboards[self.id] = chosen.copy_text or ""
        return chosen

    async def opens(self, url: str) -> None:
        """Follows a link; one to this bot starts it with the payload."""
        payload = opened_payload(url, self._account.me["username"])
        if payload is not None:
            await self.starts(payload)

    async def sends_photo(self, caption: str = "") -> Message:
        return self._send_media("photo", Upload("photo.gif", PIXEL, "image/gif"), caption)

    async def sends_voice(self) -> Message:
        return self._send_media("voice", Upload("voice.oga", b"OggS", "audio/ogg"))

    async def sends_sticker(self) -> Message:
        return self._send_media("sticker", Upload("sticker.webp", b"RIFF", "image/webp"))

    async def sends_document(self, name: str, data: bytes, caption: str = "") -> Message:
        return self._send_media("document", Upload(name, data, "application/octet-stream"), caption)

    async def sends_contact(self, phone_number: str = "+1 555 010 0199") -> Message:
        return self._send(contact=Contact(phone_number, self.name))

    async def sends_location(self, latitude: float = 39.74, longitude: float = -104.99) -> Message:
        return self._send(extra={"location": {"latitude": latitude, "longitude": longitude}})

    async def forwards(self, text: str, origin: str = "Somebody") -> Message:
        """Passes on what somebody else wrote."""
        from_whom = {"type": "hidden_user", "sender_user_name": origin, "date": self._account.timestamp()}
        return self._send(text=text, extra={"forward_origin": from_whom})

    async def blocks(self) -> None:
        self._set_blocked(blocked=True)

    async def unblocks(self) -> None:
        self._set_blocked(blocked=False)

    async def leaves_telegram(self) -> None:
        """Deletes the account: every send to it is 403 from now on, and the bot is not told."""
        self.chat.gone = True

    async def adds_to_group(self, title: str) -> Group:
        """Makes a group with the bot in it."""
        return Group(self._account, title, self.user)

    def update(self, kind: str, payload: Json) -> int | None:
        """Any other update (inline_query, poll_answer, ...) from this person; `from` is filled in."""
        return self._account.updates.put(kind, {"from": self.user, **payload})

    def _send_media(self, kind: str, upload: Upload, caption: str = "") -> Message:
        media = self._account.files.keep(kind, upload)
        return self._send(media=media, text=caption)

    def _send(self, group: Group | None = None, **content: Any) -> Message:
        if group:
            return group.receive(self.user, **content)
        if self.chat.blocked:
            self._set_blocked(blocked=False)
        self.chat.started = self.chat.met = True
        message = self._account.post(self.chat, by=self.user, **content)
        self._account.updates.put("message", for_bot(self._account, message))
        return message

    def _tap(self, message: Message, data: str) -> None:
        account = self._account
        chat = account.chats[message.chat_id]
        tap = account.new_tap(self.id, chat.id)
        seen = for_bot(account, message)
        if message.deleted:
            seen = {"message_id": message.id, "chat": chat.as_api(), "date": 0}
        query = {
            "id": tap.id,
            "from": self.user,
            "chat_instance": str(chat.id),
            "message": seen,
            "data": data,
        }
        account.updates.put("callback_query", query)

    def _set_blocked(self, *, blocked: bool) -> None:
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        account = self._account
        was, now = ("member", "kicked") if blocked else ("kicked", "member")
        change = {"chat": self.chat.as_api(), "from": self.user, "date": account.timestamp()}
        members = {"old_chat_member": _member(account.me, was), "new_chat_member": _member(account.me, now)}
        account.updates.put("my_chat_member", change | members)


def _member(user: Json, status: str) -> Json:
    return {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
