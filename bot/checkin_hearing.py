"""What typed words are in the middle of the check-in: an answer, a question for the house, or something to be met warmly."""

from dataclasses import dataclass, replace

from bot.care.checkin import SKIP, offered
from bot.care.checkin_typed import names, understood
from bot.care.people import Profile
from bot.care.risk import Action, Verdict
from bot.care.typed import SHORT
from bot.checkin_screens import CheckinScreens, Place
from bot.crisis_hearing import HEARD
from bot.library import Library
from bot.screens import Screen

LISTENING = (
    "checkin-vent-heard",
    "checkin-vent-heard-more",
    "checkin-vent-heard-still",
    "checkin-vent-heard-person",
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What to send. `crisis`: in the crisis lane. `anew`: never in place of the message that was tapped."""

    screens: tuple[Screen, ...]
    crisis: bool = False
    anew: bool = False


class Hearing:
    """Understands both languages, the person's own first."""

    def __init__(self, library: Library, screens: CheckinScreens) -> None:
        self._library = library
        self._screens = screens
        self._flow = library.companions.checkin

    def understood(self, profile: Profile, place: Place, text: str) -> tuple[str, str]:
        """What the house makes of the words, and which answer of this step they are; "" for neither."""
        languages = self._languages(profile)
        labels, *foreign = (self._screens.labels(replace(profile, lang=lang), place) for lang in languages)
        meaning = self._library.typed.meaning(text, profile.lang)
        answer = understood(
            text,
            self._flow.steps[place.state.step],
            labels,
            [self._flow.typed[lang] for lang in languages],
            meaning,
            same=[self._flow.same.get(lang, {}) for lang in languages],
            straight=[self._flow.straight.get(lang, {}) for lang in languages],
            foreign=foreign[0] if foreign else None,
        )
        return meaning, answer

    def took(self, profile: Profile, place: Place, text: str, answer: str) -> str:
        """What an item's answer was taken for, where it was not typed in its own words; else ""."""
        labels = self._screens.labels(profile, place)
        if not self._flow.steps[place.state.step].asks or names(text, labels) or answer not in labels:
            return ""
        return "" if answer == SKIP else self._screens.text("checkin-took", profile, answer=labels[answer])

    def beside(self, profile: Profile, place: Place, text: str) -> tuple[str, str] | None:
        """The step one arrow away, either way, one of whose own answers was typed in full; none across a safety question."""
        here = self._flow.steps[place.state.step]
        if here.safety or here.asks or here.rests or place.state.notes.get("safety") != "no":
            return None
        for step in self._flow.steps.values():
            near = any(to == step.id for _, to in here.leads_to()) or any(
                to == here.id for _, to in step.leads_to()
            )
            if not near or step is here or step.safety or step.asks or not step.choices:
                continue
            there = replace(place, state=replace(place.state, step=step.id))
            own = {one.id for one in offered(self._flow, there.state, there.known) if not one.label}
            labels = self._screens.labels(profile, there)
            answer = names(text, {one: label for one, label in labels.items() if one in own})
            if answer:
                return step.id, answer
        return None

    def names_a_feature(self, text: str) -> bool:
        """Whether this calls a feature, or a country, by its name."""
        return self._library.companions.spoken.meant(text) not in ("", *HEARD)

    def asks_the_house(self, profile: Profile, text: str) -> bool:
        """Whether this is a question that the house can answer."""
        return self._library.typed.asks(text) and bool(self._library.search.answer(text, profile).hits)

    def said_to(self, profile: Profile, step_id: str, text: str, verdict: Verdict) -> tuple[str, ...]:
        """What is said to words that are no answer; nothing where they are for the house."""
        step, warm = self._flow.steps[step_id], self._warm_words(text, verdict)
        if (step.rests and not step.listens) or self.names_a_feature(text):
            return ()
        if not warm and ("?" in text or not step.listens) and self.asks_the_house(profile, text):
            return ()
        if step.listens:
            return (*warm, LISTENING[0])
        return (*warm, "checkin-heard" if warm or len(text) > SHORT else "checkin-again")

    def _warm_words(self, text: str, verdict: Verdict) -> tuple[str, ...]:
        """What is said first to heavy words; nothing for others."""
        if verdict.topic == "work" and self._library.companions.moves.is_heavy(text):
            return ("checkin-heard-work",)
        return ("crisis-support",) if verdict.action is Action.SUPPORT else ()

    def _languages(self, profile: Profile) -> list[str]:
        return list(dict.fromkeys((profile.lang, *self._flow.typed)))
