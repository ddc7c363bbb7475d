"""Finds written-out phrases, with word lists, choices and small gaps, in one pass whatever the message.

All phrases become one row of bits, and each word of a message moves every phrase at once (Navarro and Raffinot's
extended Shift-And). Time depends on the number of words alone, so no message can be made slow.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bot.care.risk_reading import STOP

MOST_FOUND = 128
"""Finds judged in one message; a wall of the same words needs no more to be heard."""

_GAPS = {"..": 2, "...": 4, "....": 7}


class PhraseError(ValueError):
    """A phrase in the content folder that cannot be read; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a phrase: any of `words` (any word at all when empty), left out at will when `optional`."""

    words: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Phrase number `phrase` stands on words `start` to `end`, both counted in."""

    phrase: int
    start: int
    end: int


def parse_phrase(
    text: str, lists: Mapping[str, Sequence[str]], spell: Callable[[str], tuple[str, ...]]
) -> tuple[Step, ...]:
    """Steps of one written phrase: `word`, `a/b`, `{list}`, `(left out at will)`, `..` `...` `....` for gaps.

    Raises PhraseError for an unknown list, a choice of more than one word, or a phrase that opens with a gap.
    """
    steps: list[Step] = []
    for part in text.casefold().split():
        if part in _GAPS:
            steps += [Step(frozenset(), optional=True)] * _GAPS[part]
            continue
        optional = part[0] == "(" and part[-1] == ")"
        bare = part[1:-1] if optional else part
        if "/" in bare or "{" in bare:
            steps.append(Step(_choices(bare, lists, spell, text), optional))
        else:
            steps += [Step(frozenset({word}), optional) for word in spell(bare)]
    if not steps or steps[0].optional or steps[-1].optional:
        raise PhraseError(f"a phrase must open and close with a word that is always there: {text!r}")
    return tuple(steps)


def _choices(
    part: str, lists: Mapping[str, Sequence[str]], spell: Callable[[str], tuple[str, ...]], text: str
) -> frozenset[str]:
    words: set[str] = set()
    for choice in part.split("/"):
        if choice[:1] == "{" and choice[-1:] == "}":
            if choice[1:-1] not in lists:
                raise PhraseError(f"no list called {choice} (in {text!r})")
            words.update(lists[choice[1:-1]])
            continue
        spelt = spell(choice)
        if len(spelt) != 1:
            raise PhraseError(f"{choice!r} is {len(spelt)} words, a choice holds one (in {text!r})")
        words.add(spelt[0])
    return frozenset(words)


@dataclass(frozen=True, slots=True)
class Automaton:
    """Every phrase side by side as bits; see the module's first lines."""

    phrases: tuple[tuple[Step, ...], ...]
    single: Mapping[str, tuple[int, ...]]
    """Phrases of one word, which need no row of bits."""
    accepts: Mapping[str, int]
    anything: int
    first: int
    last: int
    optional: int
    before_run: int
    run_end: int
    owner: Mapping[int, int]

    @classmethod
    def build(cls, phrases: Iterable[tuple[Step, ...]]) -> Self:
        """Lay the phrases out; building is done once, when content is loaded."""
        rows = tuple(phrases)
        accepts: dict[str, int] = {}
        anything = first = last = optional = before_run = run_end = 0
        owner: dict[int, int] = {}
        place = 0
        single: dict[str, tuple[int, ...]] = {}
        for number, steps in enumerate(rows):
            if len(steps) == 1:
                single.update({word: (*single.get(word, ()), number) for word in steps[0].words})
                continue
            first |= 1 << place
            for i, step in enumerate(steps):
                bit = 1 << place
                if step.optional:
                    optional |= bit
                    before_run |= 0 if steps[i - 1].optional else bit >> 1
                    run_end |= 0 if steps[i + 1].optional else bit
                if not step.words:
                    anything |= bit
                for word in step.words:
                    accepts[word] = accepts.get(word, 0) | bit
                place += 1
            last |= 1 << (place - 1)
            owner[place - 1] = number
        accepts = {word: bits | anything for word, bits in accepts.items()}
        return cls(rows, single, accepts, anything, first, last, optional, before_run, run_end, owner)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every phrase that ends somewhere in `words`, in reading order, MOST_FOUND at most."""
        found: list[Found] = []
        accepts, anything, first, last = self.accepts.get, self.anything, self.first, self.last
        optional, before_run, run_end = self.optional, self.before_run, self.run_end
        single = self.single
        state = 0
        for at, word in enumerate(words):
            if word == STOP:
                state = 0
                continue
            if word in single:
                found += [Found(number, at, at) for number in single[word]]
            state = (state << 1 | first) & accepts(word, anything)
            if not state:
                continue
            filled = state | run_end
            state |= optional & (~(filled - before_run) ^ filled)
            ended = state & last
            if ended:
                self._collect(ended, at, words, found)
            if len(found) >= MOST_FOUND:
                break
        return found

    def _collect(self, ended: int, at: int, words: Sequence[str], found: list[Found]) -> None:
        while ended:
            low = ended & -ended
            ended ^= low
            number = self.owner[low.bit_length() - 1]
            found.append(Found(number, _start(self.phrases[number], words, at), at))


def _start(steps: tuple[Step, ...], words: Sequence[str], end: int) -> int:
    """Where the phrase that ends at `end` began, the nearest such place."""
    reached = {len(steps) - 1}
    at = end
    while reached and at >= 0:
        before: set[int] = set()
        for place in reached:
            step = steps[place]
            if step.words and words[at] not in step.words:
                continue
            if place == 0:
                return at
            before.add(place - 1)
            earlier = place - 1
            while steps[earlier].optional:
                earlier -= 1
                before.add(earlier)
        reached = before
        at -= 1
    return max(0, at)
