"""What was shown last in each chat, for a few minutes and in this process alone, so that what is typed instead of tapped
can be understood: buttons and the moves of a screen, and the last list of places. Nothing a person wrote is in it."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.screens import Button, Screen

A_MOMENT = 20 * 60.0  # seconds
CHATS = 2_000
LISTS = ("find-results", "find-ask")
FROM_A_LIST = ("card", "article")  # cards below a list: "back" and a number mean the list
# These keep their own place in storage and hear typed words themselves; and what destroys takes a tap.
THEIR_OWN = ("check", "plan", "crisis", "broadcast", "local", "department")
OPENS = ("open", "show", "later", "start")
TAP_ONLY = ("privacy:forget", "trend:erase")


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen somebody has before them. A button that cannot be pressed by words keeps its place, without data."""

    key: str
    buttons: tuple[Button, ...] = ()
    meant: Mapping[str, str] = field(default_factory=dict)
    message_id: int = 0
    at: float = 0.0
    listing: Screen | None = None


class OnScreen:
    """By chat, the last two thousand. `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._chats: OrderedDict[int, Shown] = OrderedDict()

    def show(self, chat_id: int, screen: Screen, message_id: int) -> None:
        """This is what they see now."""
        before = self.now(chat_id)
        listing = before.listing if before and screen.key in FROM_A_LIST else None
        listing = screen if screen.key in LISTS else listing
        buttons = tuple(_pressable(button) for row in screen.buttons for button in row)
        shown = Shown(screen.key, buttons, screen.meant, message_id, self._clock(), listing)
        self._chats[chat_id] = shown
        self._chats.move_to_end(chat_id)
        while len(self._chats) > CHATS:
            self._chats.popitem(last=False)

    def touch_up(self, chat_id: int, screen: Screen, message_id: int) -> None:
        """The message they see was changed by itself; any other they do not look at."""
        before = self.now(chat_id)
        if before is not None and before.message_id == message_id:
            self.show(chat_id, screen, message_id)
            self._chats[chat_id] = replace(self._chats[chat_id], at=before.at)

    def now(self, chat_id: int) -> Shown | None:
        """What they saw last; None after a few minutes, a restart, or where another process showed it."""
        shown = self._chats.get(chat_id)
        if shown is not None and self._clock() - shown.at > A_MOMENT:
            del self._chats[chat_id]
            return None
        return shown

    def forget(self, chat_id: int) -> None:
        """Nothing is left."""
        self._chats.pop(chat_id, None)


def _pressable(button: Button) -> Button:
    data = button.data or ""
    flow, _, rest = data.partition(":")
    theirs = flow in THEIR_OWN and rest.partition(":")[0] not in OPENS
    # A label may hold a person's own words where it is theirs: only what can be pressed is remembered.
    return Button("") if theirs or not data or data in TAP_ONLY else Button(button.label, data)
