"""The screens of /calm. Where a person is, and the 0 to 10 they gave, travel in the buttons and nowhere else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.care.breathing import Frame, Technique
from bot.care.people import Profile
from bot.library import Library
from bot.menu import back
from bot.screens import Button, Screen, pack

FLOW = "calm"
FIRST = "sigh"  # what begins when somebody only says "now"
GROUNDING = "ground"
WORSE = (
    "w"  # stands in a button where the number before would: this person came because something made it worse
)
SHELF_ROWS = (("box", "relax"), ("ground",), ("reset",), ("home",), ("sleep",), ("scan", "release"))
MOST = 10  # of the 0 to 10
HIGH = 7  # from here a person is offered before another exercise; our own choice, no cut-off of a test
IN_A_ROW = 6

CARRIED = re.compile(
    rf"(?P<tool>[a-z]*)(~(?P<place>[0-9]{{1,2}})~(?P<before>[0-9]|{MOST}|{WORSE}|)(~(?P<picture>[0-9a-f]{{1,12}}))?)?"
)
"""What a button carries: the four of a Stand; a technique alone begins at its beginning."""

Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """A technique, the round or step in it, the number given before ("": none), and the message its picture is (0: none)."""

    tool: str
    place: int = 0
    before: str = ""
    picture: int = 0

    def __str__(self) -> str:
        return f"{self.tool}~{self.place}~{self.before}~{self.picture:x}"

    def at(self, place: int) -> "Stand":
        """The same person further on."""
        return replace(self, place=place)

    def afresh(self) -> "Stand":
        """From the beginning; the number given before is used up."""
        return replace(self, place=0, before=self.before if self.before == WORSE else "")


def read_stand(choice: str) -> Stand | None:
    """What a button carried; None for one that was never ours."""
    found = CARRIED.fullmatch(choice)
    if found is None:
        return None
    return Stand(
        found["tool"], int(found["place"] or 0), found["before"] or "", int(found["picture"] or "0", 16)
    )


class CalmScreens:
    """Words and buttons; remembers nothing, decides nothing about time."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def shelf(self, profile: Profile) -> Screen:
        """Everything there is; the first row begins at once."""
        known = self._library.techniques
        rows = [
            [Button(self._name(profile, one), pack(FLOW, "tool", one)) for one in row if one in known]
            for row in SHELF_ROWS
        ]
        now = (self._button(profile, "menu-calm", "now", FIRST),)
        listed = tuple(tuple(row) for row in rows)
        return Screen(
            self._say("calm-shelf", profile),
            (now, *listed, back(self._library, profile)),
            key="calm-shelf",
            meant={"go_on": pack(FLOW, "now", FIRST), "back": pack("home", "show")},
        )

    def card(self, profile: Profile, technique: Technique) -> Screen:
        """What it is and what to be careful about, said here and nowhere else."""
        how = self._say(f"calm-tool-{technique.id}.how", profile).strip()
        text = self._say("calm-card", profile, name=self._name(profile, technique.id), how=how)
        rows = [
            (self._button(profile, "calm-begin", "begin", str(Stand(technique.id))),),
            (self._button(profile, "calm-rate-first", "rate", technique.id),),
        ]
        if technique.holds:
            rows.append((self._button(profile, "calm-no-holding", "tool", technique.without_holding),))
        rows.append((self._button(profile, "calm-back", "show"),))
        return Screen(
            "\n\n".join(filter(None, [text, self._cautions(profile, technique)])),
            tuple(rows),
            key="calm-card",
            meant={
                "go_on": pack(FLOW, "begin", str(Stand(technique.id))),
                "back": pack(FLOW, "show"),
                "no": pack(FLOW, "show"),
            },
        )

    def rate(self, profile: Profile, technique: Technique) -> Screen:
        """0 to 10 before, for those who want it."""
        numbers = self._numbers("begin", [str(Stand(technique.id, 0, str(n))) for n in range(MOST + 1)])
        skip = (self._button(profile, "calm-skip", "begin", str(Stand(technique.id))),)
        return Screen(self._say("calm-ask-before", profile), (*numbers, skip), key="calm-ask-before")

    def frame(
        self, profile: Profile, technique: Technique, stand: Stand, frame: Frame, *, caution: bool = False
    ) -> Screen:
        """One moment of a running pacer; its buttons work whether it still runs or not."""
        stand = stand.at(frame.place)
        text = self._moment(profile, technique, frame)
        if caution and frame.phase is None:
            text = f"{text}\n\n{self._cautions(profile, technique)}"
        rows, onward = self._running(profile, technique, stand), stand
        moves = {"pause": "pause", "go_on": "go", "stop": "stop", "worse": "worse"}
        if technique.kind == "steps":
            onward = stand.at(stand.place + 1)
            moves["go_on"] = moves["next"] = "go" if onward.place < technique.places else "end"
        meant = {
            move: pack(FLOW, step, str(onward if move in ("go_on", "next") else stand))
            for move, step in moves.items()
        }
        return Screen(text, rows, key="calm-running", meant=meant)

    def crowded(self, profile: Profile, technique: Technique, stand: Stand) -> Screen:
        """So many breathe that only the picture moves."""
        how = self._say(f"calm-tool-{technique.id}.how", profile).strip()
        text = "\n\n".join([self._say("calm-crowded", profile), how, self._cautions(profile, technique)])
        rows = ((self._button(profile, "calm-done", "stop", str(stand)),), self._ways_out(profile, stand))
        meant = {move: pack(FLOW, move, str(stand)) for move in ("stop", "worse")}
        return Screen(text, rows, key="calm-crowded", meant=meant)

    def paused(self, profile: Profile, stand: Stand) -> Screen:
        """Somebody wrote, or paused it, or the bot was restarted."""
        rows = (
            (
                self._button(profile, "calm-go-on", "go", str(stand)),
                self._button(profile, "calm-stop", "stop", str(stand)),
            ),
            self._ways_out(profile, stand),
        )
        moves = {
            "go_on": "go",
            "yes": "go",
            "next": "go",
            "stop": "stop",
            "no": "stop",
            "worse": "worse",
            "done": "stop",
        }
        meant = {move: pack(FLOW, step, str(stand)) for move, step in moves.items()}
        return Screen(self._say("calm-paused", profile), rows, key="calm-paused", meant=meant)

    def ended(self, profile: Profile, stand: Stand) -> Screen:
        """It came to its end by itself."""
        if stand.before and stand.before != WORSE:
            numbers = self._numbers("after", [str(stand.at(n)) for n in range(MOST + 1)])
            skip = (self._button(profile, "calm-skip", "stop", str(stand.afresh())),)
            return Screen(self._say("calm-ask-after", profile), (*numbers, skip), key="calm-ask-after")
        return self._next(profile, stand, self._say("calm-ended", profile), key="calm-ended")

    def stopped(self, profile: Profile, stand: Stand) -> Screen:
        """It was ended by a tap."""
        return self._next(profile, stand, self._say("calm-stopped", profile), key="calm-stopped")

    def compared(self, profile: Profile, stand: Stand) -> Screen:
        """Both numbers, for this person's eyes; `stand.place` is the one after."""
        before, after = int(stand.before), min(stand.place, MOST)
        key = "calm-less" if after < before else "calm-not-less"
        text = self._say(key, profile, before=before, after=after)
        again = stand.afresh()
        if after < before and after < HIGH:
            return self._next(profile, again, text, key=key)
        return Screen(text, self._towards_people(profile, again), key=key)

    def worse(self, profile: Profile, tool: str, lines: Iterable[str]) -> Screen:
        """No more of the same: the room, and people to call."""
        key = "calm-worse-ground" if tool == GROUNDING else "calm-worse"
        return Screen(
            "\n\n".join([self._say(key, profile), *lines]),
            self._towards_people(profile, Stand(tool)),
            key=key,
        )

    def people(self, profile: Profile, lines: Iterable[str]) -> Screen:
        """Who to talk to."""
        text = "\n\n".join([self._say("calm-person-head", profile), *lines])
        rows = ((Button(self._say("menu-find", profile), pack("find", "ask")),), self._someone_now(profile))
        return Screen(text, (*rows, back(self._library, profile)), key="calm-person-head")

    def closed(self, profile: Profile) -> Screen:
        """Done."""
        return Screen(self._say("calm-closed", profile), (back(self._library, profile),), key="calm-closed")

    def _moment(self, profile: Profile, technique: Technique, frame: Frame) -> str:
        if frame.phase is None:
            return self._say("calm-ready-again" if frame.place else "calm-ready", profile).strip()
        count = "calm-round" if technique.kind == "breath" else "calm-step"
        below = self._say(count, profile, number=frame.place + 1, of=technique.places)
        dots = "● " * frame.part + "○ " * (frame.parts - frame.part) if frame.parts > 1 else ""
        return f"{self._say(frame.phase.says, profile)}\n\n{dots}{below}"

    def _running(self, profile: Profile, technique: Technique, stand: Stand) -> tuple[Row, ...]:
        first = [
            self._button(profile, "calm-toggle", "toggle", str(stand)),
            self._button(profile, "calm-stop", "stop", str(stand)),
        ]
        if technique.kind == "steps":
            onward = stand.at(stand.place + 1)
            step = "go" if onward.place < technique.places else "end"
            first.insert(0, self._button(profile, "calm-next", step, str(onward)))
        return (tuple(first), self._ways_out(profile, stand))

    def _ways_out(self, profile: Profile, stand: Stand) -> Row:
        worse = self._button(profile, "calm-worse-button", "worse", str(stand))
        return (worse,) if stand.before == WORSE else (self._button(profile, "calm-others", "show"), worse)

    def _next(self, profile: Profile, stand: Stand, text: str, *, key: str) -> Screen:
        again = self._button(profile, "calm-again", "begin", str(stand.afresh()))
        person = self._button(profile, "calm-person", "person")
        others = [] if stand.before == WORSE else [self._button(profile, "calm-others", "show")]
        done = self._button(profile, "calm-done", "done")
        meant = {"again": again, "yes": again, "person": person, "done": done, "stop": done}
        meant |= {"others": others[0]} if others else {}
        return Screen(
            f"{text}\n\n{self._say('calm-what-next', profile)}",
            ((again, *others), (person,), (done,)),
            key=key,
            meant={move: button.data or "" for move, button in meant.items()},
        )

    def _towards_people(self, profile: Profile, stand: Stand) -> tuple[Row, ...]:
        rows: list[Row] = [(self._button(profile, "calm-person", "person"),)]
        if stand.tool != GROUNDING:
            rows.insert(
                0, (self._button(profile, "calm-ground-me", "begin", str(Stand(GROUNDING, 0, WORSE))),)
            )
        return (*rows, self._someone_now(profile), (self._button(profile, "calm-done", "done"),))

    def _someone_now(self, profile: Profile) -> Row:
        return (Button(self._say("menu-crisis", profile), pack("home", "crisis")),)

    def _cautions(self, profile: Profile, technique: Technique) -> str:
        return " ".join(self._say(f"calm-caution.{one}", profile) for one in technique.cautions)

    def _numbers(self, step: str, choices: list[str]) -> tuple[Row, ...]:
        buttons = [Button(str(n), pack(FLOW, step, choice)) for n, choice in enumerate(choices)]
        return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))

    def _name(self, profile: Profile, tool: str) -> str:
        return self._say(f"calm-tool-{tool}.name", profile)

    def _button(self, profile: Profile, key: str, step: str, choice: str = "") -> Button:
        return Button(self._say(key, profile), pack(FLOW, step, choice))

    def _say(self, key: str, profile: Profile, **values: object) -> str:
        return self._library.text(key, profile.lang, **values)
