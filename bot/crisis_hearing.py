"""Typed words in the middle of the crisis protocol: what they mean at a step, and what is said where they mean nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.care.flow import Move, Said, advance
from bot.care.people import Profile
from bot.care.spoken import SIGNS, Spoken
from bot.crisis_steps import FLOW, CrisisSteps, Here
from bot.library import Library

LISTENING = (
    "crisis-heard",
    "crisis-heard-more",
    "crisis-heard-still",
    "crisis-heard-with-you",
    "crisis-heard-someone",
)
AT_HOME = ("crisis-heard", "crisis-heard-home", "crisis-heard-home-more")  # no hurry is taken out, ever
SAYS = frozenset(
    {
        "crisis-said-when", "crisis-said-alive", "crisis-said-arrived", "crisis-said-better",
        "crisis-said-body", "crisis-said-call", "crisis-said-called", "crisis-said-calling", "crisis-said-do-it",
        "crisis-said-gone", "crisis-said-have-them-call", "crisis-said-home-near", "crisis-said-joke",
        "crisis-said-kids", "crisis-said-means", "crisis-said-means-other", "crisis-said-no-answer",
        "crisis-said-number", "crisis-said-ok", "crisis-said-out", "crisis-said-put-away", "crisis-said-stay",
        "crisis-said-thanks", "crisis-said-this-hour", "crisis-said-tomorrow-only", "crisis-heard-more",
    }
)  # fmt: skip  # what crisis.toml may say first
HELP, LEAVE = "help", "leave"
LEFT = (
    "left_alone"  # the step of who asked to be left alone; it says that one word is enough if it gets worse
)
ONE_WORD = 2  # words
HEARD = frozenset(
    {"hello", "thanks", "ok", "fine", "answer", SIGNS}
)  # a step that waits for an answer is not left for these
YES_NO = frozenset({"yes", "no"})
DANGER = frozenset({"means", "dying", "did_it", "other_act", "near_me"})  # named: a number comes at once
# After an act the number stays in sight at every typed answer, until help is there.
STILL_ALONE = frozenset({"acute_cannot", "acute_out", "acute_police", "acute_stay", "acute_wait"})
ACT = "other_act"
NUMBERED = frozenset({"acute", "violence_at_home"})  # paths on which every answer carries a number


@dataclass(frozen=True, slots=True)
class Words:
    """What a message means, as a whole and in parts, the graver first."""

    wholly: tuple[str, ...]
    partly: tuple[str, ...]

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is a lone yes or no."""
        return not YES_NO.isdisjoint(self.wholly)

    @property
    def names_danger(self) -> bool:
        """Whether it names means or something done."""
        return not DANGER.isdisjoint((*self.wholly, *self.partly))


class CrisisHearing:
    """Understands both languages at every step. Remembers nothing."""

    def __init__(self, library: Library, steps: CrisisSteps) -> None:
        self._library = library
        self._steps = steps
        self._flow = library.flows[FLOW]

    def words(self, text: str, lang: str) -> Words:
        """The meanings of a message."""
        heard, typed = self._library.heard, self._library.typed
        plain = typed.whole_meaning(text, lang) or typed.whole_meaning(heard.bare(text), lang)
        about = typed.meaning(text, lang)
        wholly, partly = heard.wholly(text), heard.partly(text)
        return Words(_once(wholly, plain), _once((about,) if about != plain else (), *partly))

    def tells_of_an_act(self, text: str) -> bool:
        """Whether somebody else took or did something."""
        return ACT in (*self._library.heard.wholly(text), *self._library.heard.partly(text))

    def move(self, profile: Profile, here: Here, text: str, *, idle: bool = False) -> Move | None:
        """Where these words lead from this step. After hours (`idle`) only what was meant for us beyond doubt does."""
        if label := self._steps.named(profile, here, text):
            return advance(self._flow, here.step.id, label)
        typed = self._library.typed.meaning(text, profile.lang)
        if here.step.id == LEFT and not typed and is_the_one_word(self._library.companions.spoken, text):
            typed = HELP
        if idle:
            return self._flow.meant(here.step.id, typed) if typed else None
        words = self.words(text, profile.lang)
        if typed == LEAVE:
            return self._flow.meant(here.step.id, typed)
        everything = (words.wholly, words.partly, (typed,) if typed else ())
        # "No, I have a gun" is "no gun" without its comma: beside a whole message danger in it counts, too.
        grave = tuple(one for one in words.partly if one in DANGER) if words.wholly else ()
        by_step = (self._flow.hears(here.step.id, (*grave, *meanings)) for meanings in everything)
        paths = ((HELP,),) if typed == HELP else everything
        by_path = (self._flow.meant(here.step.id, one) for meanings in paths for one in meanings)
        return next(filter(None, (*by_step, *by_path)), None)

    def answer(self, profile: Profile, here: Here, text: str, heard: int, *, waits: bool) -> Move:
        """What is said to words that lead nowhere: another line each time, with numbers from the second on."""
        words, path = self.words(text, profile.lang), self._flow.path_of(here.step.id)
        if waits and words.is_yes_or_no:
            return Move(here.step, (), Said(says="crisis-said-which", number=True, ask=True))
        lines = AT_HOME if path == "violence_at_home" else LISTENING
        says = lines[heard] if heard < len(lines) else lines[1 + (heard - 1) % (len(lines) - 1)]
        number = words.names_danger or path in NUMBERED or (heard > 0 and (waits or heard % 2 == 1))
        return Move(here.step, (), Said(says=says, number=number, ask=waits and not heard))


def is_the_one_word(spoken: Spoken, text: str) -> bool:
    """Whether this may be the word that says it got worse: nearly any is, but thanks and the name of a feature."""
    return len(text.split()) <= ONE_WORD and spoken.meant(text) in ("", "hello", SIGNS)


def _once(first: Sequence[str], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in (*first, *more) if one))
