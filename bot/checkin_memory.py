"""What the check-in remembers between two messages and never writes down: which straight question was asked last, so
that a typed yes is heard with storage gone, which tap entered the crisis protocol, and how often somebody who lets it
out was told "I hear you". Lost at a restart."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

TWICE = 60.0  # seconds in which the same positive tap is a double tap
STILL_OPEN = 3 * 3600.0  # seconds in which words may answer the question
PEOPLE = 5_000


@dataclass(slots=True)
class _Lately:
    asked: str = ""
    asked_at: float = 0.0
    entered: str = ""
    entered_at: float = float("-inf")
    heard: int = 0


class CheckinMemory:
    """By pseudonym, the last five thousand people. `clock` is monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._people: OrderedDict[str, _Lately] = OrderedDict()

    def asked(self, pseudonym: str, step: str) -> None:
        """This step was shown last; "" for one that asks nothing straight."""
        lately = self._of(pseudonym)
        lately.asked, lately.asked_at, lately.heard = step, self._clock(), 0

    def last_asked(self, pseudonym: str) -> str:
        """The straight question that is still open, or ""."""
        lately = self._of(pseudonym)
        return lately.asked if self._clock() - lately.asked_at < STILL_OPEN else ""

    def heard(self, pseudonym: str) -> int:
        """How often this person has been told so at this step before. Asking counts one more."""
        lately = self._of(pseudonym)
        lately.heard += 1
        return lately.heard - 1

    def enters(self, pseudonym: str, tapped: str) -> bool:
        """Whether this positive answer is a new one, and not the second half of a double tap. Asking notes it."""
        lately = self._of(pseudonym)
        if tapped and lately.entered == tapped and self.just_entered(pseudonym):
            return False
        lately.entered, lately.entered_at, lately.asked = tapped, self._clock(), ""
        return True

    def just_entered(self, pseudonym: str) -> bool:
        """Whether somebody went into the crisis protocol a moment ago."""
        return self._clock() - self._of(pseudonym).entered_at < TWICE

    def forget(self, pseudonym: str) -> None:
        """Nothing is left."""
        self._people.pop(pseudonym, None)

    def _of(self, pseudonym: str) -> _Lately:
        lately = self._people.setdefault(pseudonym, _Lately())
        self._people.move_to_end(pseudonym)
        while len(self._people) > PEOPLE:
            self._people.popitem(last=False)
        return lately
