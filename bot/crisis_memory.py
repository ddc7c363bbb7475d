"""What the crisis protocol remembers between two messages and never writes down: how often the card came, how often
somebody was told "I hear you". Lost at a restart, which costs one repetition."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

SAME_NIGHT = 6 * 3600.0  # seconds in which a second card counts as a repetition
FULL_CARDS = 2  # the same numbers unasked, no more often than this in one night
PEOPLE = 10_000  # about 2 MB


@dataclass(slots=True)
class _Night:
    cards: int = 0
    carded_at: float = 0.0
    step: str = ""
    heard: int = 0


class CrisisMemory:
    """By pseudonym, the last ten thousand people. `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._nights: OrderedDict[str, _Night] = OrderedDict()

    def may_card(self, pseudonym: str, *, asked_for: bool) -> bool:
        """Whether the card may be shown once more; asking marks it as shown."""
        night, now = self._night(pseudonym), self._clock()
        if now - night.carded_at >= SAME_NIGHT:
            night.cards = 0
        if night.cards >= FULL_CARDS and not asked_for:
            return False
        night.cards, night.carded_at = night.cards + 1, now
        return True

    def heard(self, pseudonym: str, step: str) -> int:
        """How often this person has been told so at this step before. Asking counts one more."""
        night = self._night(pseudonym)
        if night.step != step:
            night.step, night.heard = step, 0
        night.heard += 1
        return night.heard - 1

    def forget(self, pseudonym: str) -> None:
        """Nothing is left."""
        self._nights.pop(pseudonym, None)

    def _night(self, pseudonym: str) -> _Night:
        night = self._nights.setdefault(pseudonym, _Night())
        self._nights.move_to_end(pseudonym)
        while len(self._nights) > PEOPLE:
            self._nights.popitem(last=False)
        return night
