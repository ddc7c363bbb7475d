"""How fast bulk may leave: Telegram's limits as small clocks without tasks. Times are seconds of one monotonic clock.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import math
from bisect import insort
from collections import OrderedDict, deque
from dataclasses import dataclass

LATENESS = 0.04  # seconds a bulk message may be late and the next still leave at its own due time
HELD_UP = 0.03  # seconds beyond the quickest answer from which a message counts as held up on its way
HELD_UP_MOST = 0.3  # seconds; an answer later than that was slow to come back, not slow to arrive
OWED = 3  # places given back that are kept for later
PACED = (
    12  # answers and edits of breathing pacers in a second; with so many people answered, an edit is not made
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram allows, and what is kept free of bulk. Rates are messages."""

    per_second: int = 30
    reserve: float = 1.3  # of per_second, free for an answer: one message, and what the way there may shuffle
    chat_burst: int = 3  # messages one chat may get at once before 1 a second holds
    group_per_minute: int = 20

    @property
    def bulk_per_second(self) -> float:
        """The pace of bulk while nobody is answered."""
        return self.per_second - self.reserve

    @property
    def without_reserve(self) -> int:
        """Messages in any second up to which all but crisis cards may fill it."""
        return math.ceil(self.bulk_per_second)


class Budget:
    """The messages of the last second, over all lanes, and when the next one may join them.

    Bulk leaves evenly, never in a burst: a burst held up on the way meets the next one inside the same second. Every
    answer takes the place of a bulk message. In a second full of bulk a reply waits for the next place (one comes free
    every 35 ms, and bulk gives way); beyond that Telegram would refuse it for a whole second. A crisis card never waits.

    What counts is when Telegram gets a message. A machine that stalls for a moment makes evenly spaced messages arrive
    in a bunch; it shows in the time their answers take, and they are counted from then.
    """

    def __init__(self, limits: Limits) -> None:
        self._spacing = 1.0 / limits.bulk_per_second
        self._full = limits.without_reserve
        self._sent: deque[tuple[float, bool]] = deque()  # (when, whether bulk)
        self._bulk = 0  # how many of them
        self._last_bulk = float("-inf")  # when it was due
        self._owed = 0
        self._quickest = math.inf  # seconds an answer took, at best
        self.replies_waiting = 0
        self.kept_for_pacers = 0  # places of a second that bulk leaves free for people who breathe along

    def __len__(self) -> int:
        return len(self._sent)

    def note_answer(self, now: float, messages: int = 1) -> None:
        """A crisis card or a reply leaves."""
        self._sent.extend([(now, False)] * messages)
        self._forget(now)

    def note_bulk(self, now: float, messages: int = 1) -> None:
        """A bulk message leaves."""
        # Counted from its due time unless that is long past: a timer that rings late does not slow the whole run.
        if self._owed:
            self._owed -= 1
        else:
            due = self._last_bulk + self._spacing
            self._last_bulk = due if now - due < LATENESS else now
        self._sent.extend([(now, True)] * messages)
        self._bulk += messages
        self._forget(now)

    def give_back(self, left: float, *, bulk: bool) -> None:
        """Telegram refused the message that left then; it used nothing up, and bulk may take its place at once."""
        if self._bulk and (left, bulk) in self._sent:
            self._sent.remove((left, bulk))
            self._bulk -= bulk
            self._owed = min(self._owed + bulk, OWED)

    def note_arrival(self, left: float, now: float, *, bulk: bool) -> None:
        """The message that left then has been answered now."""
        self._quickest = min(
            self._quickest + 0.0005, now - left
        )  # rises slowly, in case the way has become longer
        late = now - left - self._quickest
        if late > HELD_UP and self._bulk and (left, bulk) in self._sent:
            self._sent.remove((left, bulk))
            insort(self._sent, (left + min(late, HELD_UP_MOST), bulk))

    def bulk_at(self, now: float) -> float:
        """The earliest time for the next bulk message; `now` or before means at once."""
        self._forget(now)
        due = now if self._owed else self._last_bulk + self._spacing
        if not self._bulk:  # in the worst rush of answers a broadcast is slow, but it does not stand still
            return due
        return max(due, self._free_at(now, self._full - self.replies_waiting - self.kept_for_pacers))

    def reply_at(self, now: float) -> float:
        """The earliest time for the next reply; `now` unless bulk has filled the second."""
        self._forget(now)
        return self._free_at(now, self._full) if self._bulk else now

    def has_room_for_pacer(self, now: float) -> bool:
        """Whether an edit that may as well be left out can leave now: it takes no place an answer may want."""
        self._forget(now)
        answers = len(self._sent) - self._bulk
        return not self.replies_waiting and answers < PACED and len(self._sent) < self._full

    def _free_at(self, now: float, places: int) -> float:
        if len(self._sent) < places:
            return now
        return self._sent[-max(places, 1)][0] + 1.0

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0][0] <= now - 1.0:
            _, bulk = self._sent.popleft()
            self._bulk -= bulk


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
