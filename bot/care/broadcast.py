"""A department's tip on its way: which states it passes, who may move it, when it may arrive, what may be shown of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.care.anonymity import FLOOR
from bot.care.people import Audience
from bot.care.roles import Permission, Role, may
from bot.care.tips import TipAudience

LASTS = timedelta(days=30)  # from its due time; one that has not ended by then is ended
WAKES, RESTS = time(8), time(20)  # a receiver's own clock
LONGEST_TEXT = 3000  # characters as people read them; Telegram takes 4,096 with what we add
LONGEST_CAPTION = 700  # under a photo Telegram takes 1,024
SHARES = (5, 10, 20, 25, 50)  # percent; the steps a bar may move in
SHOWN_FROM = 251  # people; with fewer the rate times the time would count them, and it takes seconds anyway
RATE_STEP = 5  # messages a second
WHOSE: Mapping[TipAudience, frozenset[Audience]] = {
    TipAudience.OFFICERS: frozenset({Audience.OFFICER}),
    TipAudience.FAMILY: frozenset({Audience.FAMILY}),
    TipAudience.BOTH: frozenset({Audience.OFFICER, Audience.FAMILY}),
}


class State(StrEnum):
    """Where a broadcast is. The last four are ends."""

    WAITING = "waiting"  # for a second coordinator
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    EXPIRED = "expired"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self in ENDS


ENDS = frozenset({State.DONE, State.CANCELLED, State.DECLINED, State.EXPIRED})


class Act(StrEnum):
    """What moves a broadcast. Begin, finish and expire are the clock's; the others a coordinator's."""

    APPROVE = "approve"
    DECLINE = "decline"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    BEGIN = "begin"
    FINISH = "finish"
    EXPIRE = "expire"


MOVES: Mapping[Act, Mapping[State, State]] = {
    Act.APPROVE: {State.WAITING: State.SCHEDULED},
    Act.DECLINE: {State.WAITING: State.DECLINED},
    Act.PAUSE: {State.SCHEDULED: State.PAUSED, State.RUNNING: State.PAUSED},
    Act.RESUME: {State.PAUSED: State.RUNNING},  # SCHEDULED when it had not begun: see `after`
    Act.CANCEL: dict.fromkeys((State.WAITING, State.SCHEDULED, State.RUNNING, State.PAUSED), State.CANCELLED),
    Act.BEGIN: {State.SCHEDULED: State.RUNNING},
    Act.FINISH: {State.RUNNING: State.DONE},
    Act.EXPIRE: dict.fromkeys((State.WAITING, State.SCHEDULED, State.RUNNING, State.PAUSED), State.EXPIRED),
}
SECOND = frozenset({Act.APPROVE, Act.DECLINE})  # for somebody else than the author


def after(state: State, act: Act, *, begun: bool) -> State | None:
    """The state that follows; None when the act makes no sense there (a double tap, an old button)."""
    if act is Act.RESUME and state is State.PAUSED and not begun:
        return State.SCHEDULED
    return MOVES[act].get(state)


def may_move(role: Role | None, act: Act, *, is_author: bool) -> bool:
    """Whether somebody with this role in the broadcast's own department may do it. Nobody approves their own."""
    if act in SECOND:
        return may(role, Permission.APPROVE_BROADCAST) and not is_author
    return act in (Act.PAUSE, Act.RESUME, Act.CANCEL) and may(role, Permission.BROADCAST)


def needs_second(coordinators: int, *, asked: bool) -> bool:
    """Whether another coordinator has to approve: with two or more, unless the operator switched it off."""
    return asked and coordinators >= 2


@dataclass(frozen=True, slots=True)
class Wording:
    """What goes out: a tip of the library by id, or HTML by language, with a photo Telegram has already."""

    tip: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    photo: str = ""

    def kept(self) -> str:
        """As JSON."""
        return json.dumps({"tip": self.tip, "texts": dict(self.texts), "photo": self.photo})

    @classmethod
    def read(cls, kept: str) -> "Wording":
        """What `kept` wrote. Raises ValueError."""
        found = json.loads(kept)
        return cls(str(found["tip"]), dict(found["texts"]), str(found["photo"]))

    def said(self, lang: str) -> str:
        """The written text in this language, or in the first it was written in."""
        return self.texts.get(lang) or next(iter(self.texts.values()), "")


def waking(at: datetime, zone: str) -> datetime:
    """The first moment from `at` on that lies between 8:00 and 20:00 on the clock of this IANA zone."""
    here = at.astimezone(ZoneInfo(zone))
    if WAKES <= here.time() < RESTS:
        return at
    day = here.date() if here.time() < WAKES else here.date() + timedelta(days=1)
    morning = datetime.combine(day, WAKES, tzinfo=ZoneInfo(zone))
    return morning.astimezone(at.tzinfo)


def next_at(hour: int, zone: str, now: datetime, *, weekday: int | None = None) -> datetime:
    """The next day at that hour on the clock of `zone`: tomorrow, or the next such weekday (0 is Monday)."""
    here = now.astimezone(ZoneInfo(zone))
    days = 1 if weekday is None else (weekday - here.weekday() - 1) % 7 + 1
    there = datetime.combine(here.date() + timedelta(days=days), time(hour), tzinfo=ZoneInfo(zone))
    return there.astimezone(UTC)


def step_of_share(least: int) -> int | None:
    """The percent a bar moves in when at least so many receive: each step covers eleven people or more. None: no bar."""
    if least < SHOWN_FROM:
        return None
    return next((step for step in SHARES if least * step >= FLOOR * 100), None)


def share(done: int, planned: int, least: int) -> int | None:
    """How far it is in percent, rounded down to a step nobody can be counted by; None when none is safe."""
    step = step_of_share(least)
    if step is None or not planned:
        return None
    return (100 * done // planned) // step * step


def rate(settled: int, seconds: float, least: int) -> int | None:
    """Messages a second, to the nearest five; None where too few receive for it to be safe."""
    if least < SHOWN_FROM or seconds < 1:
        return None
    return max(RATE_STEP, round(settled / seconds / RATE_STEP) * RATE_STEP)


def minutes_left(left: int, a_second: float, least: int) -> int | None:
    """Whole minutes, rounded up; None where too few receive for it to be safe."""
    if least < SHOWN_FROM or a_second <= 0:
        return None
    return max(1, -int(-left // (60 * a_second)))
