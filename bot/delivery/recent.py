"""Which messages stand in a chat, so that one tap can take them back. In memory alone: lost at a restart."""

from collections import OrderedDict, deque
from collections.abc import Iterable

CHATS = 2_000  # about 7 MB
MESSAGES = 100  # in each chat: what a person can see by scrolling a little


class RecentMessages:
    """Ids by chat, both sides of the conversation."""

    def __init__(self) -> None:
        self._chats: OrderedDict[int, deque[int]] = OrderedDict()

    def note(self, chat_id: int, message_ids: Iterable[int]) -> None:
        """These are in the chat now."""
        self._chats.setdefault(chat_id, deque(maxlen=MESSAGES)).extend(message_ids)
        self._chats.move_to_end(chat_id)
        while len(self._chats) > CHATS:
            self._chats.popitem(last=False)

    def newest(self, chat_id: int) -> int:
        """The highest id noted there; 0 when nothing is."""
        return max(self._chats.get(chat_id, ()), default=0)

    def take(self, chat_id: int) -> list[int]:
        """All there are, newest first, and out of memory."""
        return list(dict.fromkeys(reversed(self._chats.pop(chat_id, deque()))))
