"""What the crisis protocol remembers between two messages and never writes down: how often the card came, how often
somebody was told "I hear you", and the step, for as long as storage does not answer. Lost at a restart."""

from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from storage.conversations import Conversation

SAME_NIGHT = 6 * 3600.0  # seconds in which a second card counts as a repetition
FULL_CARDS = 2  # the same numbers unasked, no more often than this in one night
PEOPLE = 10_000  # about 10 MB


@dataclass(slots=True)
class _Night:
    cards: int = 0
    carded_at: float = 0.0
    step: str = ""
    heard: int = 0
    place: Conversation | None = None
    country: str = ""
    named_at: float = 0.0


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

    def name_country(self, pseudonym: str, country: str) -> None:
        """This person said they are there; "" takes it back."""
        if country or pseudonym in self._nights:
            night = self._night(pseudonym)
            night.country, night.named_at = country, self._clock()

    def named_country(self, pseudonym: str) -> str:
        """Where this person said tonight they are, or ""."""
        night = self._nights.get(pseudonym)
        return night.country if night and self._clock() - night.named_at < SAME_NIGHT else ""

    def stand(self, place: Conversation) -> None:
        """This person is at that step now, whether it could be kept or not."""
        self._night(place.pseudonym).place = place

    def place(self, pseudonym: str, now: datetime) -> Conversation | None:
        """Where this person was last, for when storage does not say. Version 0: storage could not take it down."""
        place = self._night(pseudonym).place
        return place if place is not None and place.expires_at > now else None

    def forget(self, pseudonym: str) -> None:
        """Nothing is left."""
        self._nights.pop(pseudonym, None)

    def _night(self, pseudonym: str) -> _Night:
        night = self._nights.setdefault(pseudonym, _Night())
        self._nights.move_to_end(pseudonym)
        while len(self._nights) > PEOPLE:
            self._nights.popitem(last=False)
        return night


def met_before(found: Conversation | None) -> Counter[str]:
    """How often each record has been met in this conversation."""
    return Counter(found.answers.get("met", {}) if found else {})
