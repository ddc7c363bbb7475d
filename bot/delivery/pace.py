"""How fast bulk may leave: Telegram's limits as small clocks without tasks. Times are seconds of one monotonic clock.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from collections import OrderedDict, deque
from dataclasses import dataclass

LATENESS = 0.07  # seconds a bulk message may be late and the next still leave at its own due time


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram allows, and what is kept free of bulk. Rates are messages."""

    per_second: int = 30
    chat_burst: int = 3  # messages one chat may get at once before 1 a second holds
    group_per_minute: int = 20
    reserve: int = 1  # of per_second, kept free for the first person who writes
    memory: float = 10.0  # seconds for which a rush of answers keeps its room free


class Budget:
    """The bot's messages of the last second, over all lanes, and when the next bulk message may join them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bulk: deque[float] = deque()
        self._answers: deque[float] = deque()
        self._rushes: deque[tuple[float, int]] = deque()  # (when, answers in that second), falling
        self._last_bulk = float("-inf")

    def note_answer(self, now: float, messages: int = 1) -> None:
        """A crisis card or a reply leaves: it never waits, and bulk gives way to it."""
        self._answers.extend([now] * messages)
        self._forget(now)
        rush = len(self._answers)
        while self._rushes and self._rushes[-1][1] <= rush:
            self._rushes.pop()
        self._rushes.append((now, rush))

    def note_bulk(self, now: float, messages: int = 1) -> None:
        """A bulk message leaves."""
        # Counted from its due time unless that is long past: a timer that rings late does not slow the whole run.
        due = self._last_bulk + 1.0 / self._room()
        self._last_bulk = max(due, now - LATENESS)
        self._bulk.extend([now] * messages)

    def bulk_at(self, now: float) -> float:
        """The earliest time for the next bulk message; `now` or before means at once.

        Evenly spaced, never in a burst: a burst held up on the way meets the next one inside the same second.
        """
        self._forget(now)
        room = self._room()
        spaced = self._last_bulk + 1.0 / room
        if len(self._bulk) < room:
            return spaced
        return max(spaced, self._bulk[-room] + 1.0)

    def _room(self) -> int:
        # Room for as many answers as the busiest of the last seconds had, plus the reserve. At least 1: during a
        # rush a broadcast is slow, but it does not stand still for ever.
        expected = self._rushes[0][1] if self._rushes else 0
        return max(1, self._limits.per_second - self._limits.reserve - expected)

    def _forget(self, now: float) -> None:
        for sent in (self._bulk, self._answers):
            while sent and sent[0] <= now - 1.0:
                sent.popleft()
        while self._rushes and self._rushes[0][0] <= now - self._limits.memory:
            self._rushes.popleft()


class ChatPace:
    """One message a second to a person after a small burst, twenty a minute to a group. Remembers only recent chats."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._spent: OrderedDict[int | str, float] = OrderedDict()  # chat -> when its burst is whole again
        self._groups: OrderedDict[int | str, deque[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._spent) + len(self._groups)

    def free_at(self, chat: int | str, now: float) -> float:
        """When this chat may get its next bulk message; `now` or before means at once."""
        free = self._spent.get(chat, now) - (self._limits.chat_burst - 1)
        sent = self._groups.get(chat)
        if sent is not None and len(sent) >= self._limits.group_per_minute:
            free = max(free, sent[0] + 60.0)
        return free

    def note(self, chat: int | str, now: float) -> None:
        """A message of any lane leaves for this chat."""
        # Bounded, so that many answers to one person do not hold back their next check-in for minutes.
        whole = min(max(self._spent.get(chat, now), now) + 1.0, now + self._limits.chat_burst)
        self._spent[chat] = whole
        self._spent.move_to_end(chat)
        if _is_group(chat):
            self._groups.setdefault(chat, deque(maxlen=self._limits.group_per_minute)).append(now)
            self._groups.move_to_end(chat)
        self._forget(now)

    def _forget(self, now: float) -> None:
        # The oldest entries lie in front; looking at a few each time keeps both bounded by what was sent lately.
        while self._spent and next(iter(self._spent.values())) <= now:
            self._spent.popitem(last=False)
        while self._groups and next(iter(self._groups.values()))[-1] <= now - 60.0:
            self._groups.popitem(last=False)


def _is_group(chat: int | str) -> bool:
    """Groups and channels have negative ids or @names."""
    return isinstance(chat, str) or chat < 0
