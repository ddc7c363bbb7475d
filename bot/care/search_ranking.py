"""From how much speaks for each entry to an order for this person: fit, companions, and lines when in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Self

from bot.care.search_entries import Entry
from bot.care.search_fit import LINES, fit
from bot.care.search_lines import HERE, Lines, serves_here
from bot.care.search_places import Place
from bot.care.search_reading import Question
from bot.care.search_who import RELATIVES, Voice

LEADS, FOLLOW, FADE = 4, 0.75, 0.92
"""How many leads bring their companions, how near the first companion comes, and how fast the next fall back."""
LOCAL_AT_MOST, ROUGHLY, WEIGHED = 24, 400, 50
"""Local entries known of a region, entries asked whether they serve the person, and entries looked at closely:
what lies deeper answers the question too little to be moved up by anything."""
DOUBT, DEEP_DOUBT = 1.0, 0.85
"""Below these best scores a line run by people joins the first three, or leads: measured, the best guess is then
right less often than somebody to talk to."""
LETTER = 30
PACK = "pack "
"""Before a pack's name, among the regions that local entries are known by."""
OWN_MORE = 1.4
"""What help of the person's own department is worth beside other help as near to the question."""
WRITING = frozenset(("text_msg", "chat"))
SOMEBODY = frozenset(("someone_now", "hotline"))
THEM, FOR_THEM = RELATIVES | {"them"}, "help-my-officer"
"""When family speaks of somebody, and the answer written for that."""
TALKING = SOMEBODY | {"call", "peer", "at_night", "responder", "text_msg"}
ELSEWHERE_LESS = 0.6
"""What a list of other countries' lines is worth where we know the country's own."""
POLICE_BONUS, GENERAL_BONUS, LOCAL_BONUS, NAMED_PLACE_BONUS = 0.35, 0.3, 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that is known of who asks it.

    `names` are the ids it names; `joined` the packs whose department the person joined, `hidden` those of others.
    """

    question: Question
    voice: Voice
    place: Place
    names: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ranker:
    """Orders entries for a person."""

    entries: Mapping[str, Entry]
    lines: Lines
    local: Mapping[str, tuple[str, ...]]

    @classmethod
    def over(cls, entries: Mapping[str, Entry], lines: Lines) -> Self:
        """A ranker that knows which entries are local, the first ones of each region and of each pack."""
        local: dict[str, list[str]] = {}
        for entry in entries.values():
            for region in (*entry.regions, *([PACK + entry.pack] if entry.pack else [])):
                if len(local.setdefault(region, [])) < LOCAL_AT_MOST:
                    local[region].append(entry.id)
        return cls(entries, lines, {region: tuple(ids) for region, ids in local.items()})

    def may_show(self, key: str, asked: Asked) -> bool:
        """Whether the entry is for somebody there; what is unsure enough to need naming is shown to who names it."""
        entry = self.entries.get(key)
        if entry is None or entry.pack in asked.hidden:
            return False
        if key in asked.names:
            return not entry.countries or asked.place.country in entry.countries
        if self._is_own(key, asked):
            return True
        return not entry.only_by_name and entry.serves(asked.place.country, asked.place.regions)

    def rank(self, scores: Mapping[str, float], asked: Asked) -> list[str]:
        """The ids to show, best first."""
        suits = self._closest(scores, asked)
        for key, bonus in self._somebody(asked).items():
            suits[key] = suits.get(key, 0.0) + bonus
        for key, score in suits.items():
            entry = self.entries[key]
            worth = fit(entry, asked.question, asked.voice, asked.place)
            if self._is_own(key, asked):
                worth *= OWN_MORE
            if (
                entry.kind == "directory"
                and not entry.countries
                and asked.place.country in self.lines.countries
            ):
                worth *= ELSEWHERE_LESS
            suits[key] = score * worth
        total = self._with_companions(suits, asked)
        ranked = sorted(total, key=lambda key: (-total[key], key))
        return self._in_doubt(ranked, max(scores.values(), default=0.0), asked)

    def _closest(self, scores: Mapping[str, float], asked: Asked) -> dict[str, float]:
        entries, hidden = self.entries, asked.hidden
        kept = [
            (score, key) for key, score in scores.items() if not hidden or entries[key].pack not in hidden
        ]
        ranked = sorted(kept, reverse=True)[:ROUGHLY]  # several times faster than a heap at these sizes
        shown = ((key, score) for score, key in ranked if self.may_show(key, asked))
        return dict(islice(shown, WEIGHED))

    def _somebody(self, asked: Asked) -> dict[str, float]:
        """What is added for a person who asks for somebody to talk to, or for help in a place they name."""
        said = asked.question.concepts
        bonus: dict[str, float] = {}
        if said & SOMEBODY and not asked.names:
            only = NAMED_PLACE_BONUS if asked.place.country not in self.lines.countries else 0.0
            called = (("$general", GENERAL_BONUS + only), ("$police", POLICE_BONUS))
            for place, more in (("$text", GENERAL_BONUS),) if said & WRITING else called:
                bonus |= dict.fromkeys(self.lines.resolve((place,), asked.place, asked.voice), more)
        if said & TALKING or asked.place.named:
            more = NAMED_PLACE_BONUS if asked.place.named and said & TALKING else LOCAL_BONUS
            bonus |= {key: more for key in self._local(asked) if self.entries[key].kind in LINES}
        return {key: more for key, more in bonus.items() if self.may_show(key, asked)}

    def _with_companions(self, suits: Mapping[str, float], asked: Asked) -> dict[str, float]:
        total = dict(suits)
        for lead in sorted(suits, key=lambda key: (-suits[key], key))[:LEADS]:
            worth = FOLLOW
            for key in self.lines.after(lead, asked.voice, asked.place, asked.question):
                for one in self._local(asked) if key == HERE else (key,):
                    if self.may_show(one, asked):
                        total[one] = max(total.get(one, 0.0), suits.get(one, 0.0) * 0.4 + suits[lead] * worth)
                worth *= FADE
        return total

    def _local(self, asked: Asked) -> list[str]:
        places = (*(PACK + pack for pack in sorted(asked.joined)), *sorted(asked.place.regions))
        near = dict.fromkeys(key for place in places for key in self.local.get(place, ()))
        return [
            key for key in near if self._is_own(key, asked) or serves_here(self.entries[key], asked.place)
        ]

    def _is_own(self, key: str, asked: Asked) -> bool:
        """Whether it is help of a department the person joined, asked for at home."""
        pack = self.entries[key].pack
        return bool(pack) and pack in asked.joined and not asked.place.named

    def _in_doubt(self, ranked: list[str], best: float, asked: Asked) -> list[str]:
        if best >= DOUBT or asked.names or asked.voice is Voice.DEPARTMENT:
            return ranked
        places: tuple[str, ...] = ("$general", "$text") if asked.question.spanish else ("$police", "$general")
        if asked.voice is Voice.FAMILY and asked.question.concepts & THEM:
            places = (FOR_THEM, *places)
        if asked.voice is Voice.OTHER:
            places = ("$general", "$responders")
        if asked.question.concepts & WRITING:
            places = ("$text", "$general")
        lines = [
            one for one in self.lines.resolve(places, asked.place, asked.voice) if self.may_show(one, asked)
        ]
        letter = len(asked.question.words) >= LETTER  # its many words share what speaks for anything
        if best < DEEP_DOUBT and not asked.question.asking and not letter:
            return list(dict.fromkeys([*lines[:1], *ranked[:1], *lines[1:2], *ranked]))
        if set(ranked[:3]) & set(lines):
            return ranked
        return list(dict.fromkeys([*ranked[:2], *lines[:1], *ranked[2:]]))
