"""What typed words are in the middle of the check-in: an answer, a question for the house, or something to be met warmly."""

from bot.care.checkin_typed import understood
from bot.care.people import Profile
from bot.care.risk import Action, Verdict
from bot.checkin_screens import CheckinScreens, Place
from bot.crisis_hearing import HEARD
from bot.library import Library


class Hearing:
    """Understands both languages, the person's own first."""

    def __init__(self, library: Library, screens: CheckinScreens) -> None:
        self._library = library
        self._screens = screens
        self._flow = library.companions.checkin

    def understood(self, profile: Profile, place: Place, text: str) -> tuple[str, str]:
        """What the house makes of the words, and which answer of this step they are; "" for neither."""
        tables = [self._flow.typed[lang] for lang in dict.fromkeys((profile.lang, *self._flow.typed))]
        labels = self._screens.labels(profile, place)
        meaning = self._library.typed.meaning(text, profile.lang)
        return meaning, understood(text, self._flow.steps[place.state.step], labels, tables, meaning)

    def names_a_feature(self, text: str) -> bool:
        """Whether this calls a feature, or a country, by its name."""
        return self._library.companions.spoken.meant(text) not in ("", *HEARD)

    def asks_the_house(self, profile: Profile, text: str) -> bool:
        """Whether this is a question that the house can answer."""
        return self._library.typed.asks(text) and bool(self._library.search.answer(text, profile).hits)


def warm_words(verdict: Verdict) -> tuple[str, ...]:
    """What is said first to heavy words; nothing for others."""
    if verdict.topic == "work":
        return ("checkin-heard-work",)
    return ("crisis-support",) if verdict.action is Action.SUPPORT else ()
