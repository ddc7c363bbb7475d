"""How often one person may be wrong before codes are not looked at any more for a while. In memory, and forgotten."""

from collections import OrderedDict, deque


class Guesses:
    """Counts wrong codes a person over the last `span` seconds. The one who was here longest ago makes room."""

    def __init__(self, most: int = 5, span: float = 3600.0, people: int = 10_000) -> None:
        self._most, self._span, self._people = most, span, people
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def spent(self, who: str, now: float) -> bool:
        """Whether `who` has to wait; `now` in seconds on any clock that never goes back."""
        wrong = self._wrong.get(who)
        while wrong and now - wrong[0] >= self._span:
            wrong.popleft()
        return wrong is not None and len(wrong) >= self._most

    def add(self, who: str, now: float) -> None:
        """One more wrong code."""
        self._wrong.setdefault(who, deque(maxlen=self._most)).append(now)
        self._wrong.move_to_end(who)
        while len(self._wrong) > self._people:
            self._wrong.popitem(last=False)
