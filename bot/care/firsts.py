"""Who was counted this quarter already, in memory alone: a total is not one person's tapping, and nobody keeps a list."""

from datetime import date

from bot.care.statistics import quarter_of

MOST = 50_000  # people; beyond that somebody may count twice


class Firsts:
    """One for the whole house. A restart forgets it, on purpose."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._quarter: date | None = None
        self._seen: set[str] = set()

    def is_first(self, who: str, today: date) -> bool:
        """Whether `who` does it for the first time in this quarter."""
        if self._quarter != quarter_of(today) or len(self._seen) >= self._most:
            self._quarter, self._seen = quarter_of(today), set()
        is_first = who not in self._seen
        self._seen.add(who)
        return is_first
