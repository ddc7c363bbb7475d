"""What my plan looks like: each part while it is built, and the message it becomes."""

from datetime import date

from bot.care import plan as care
from bot.care.people import Profile
from bot.care.plan import NAME, OWN, PARTS, REVIEW, Part, Plan
from bot.crisis_card import CrisisCards
from bot.library import Library
from bot.menu import back
from bot.screens import Button, Screen, escape, pack

FLOW = "plan"
CHOSEN, OPEN = "●", "○"
LABEL = 40  # characters of a button


class PlanScreens:
    """For one person. `today` decides which numbers still count as checked."""

    def __init__(self, library: Library, cards: CrisisCards, profile: Profile, today: date) -> None:
        self._library = library
        self._cards = cards
        self._profile = profile
        self._today = today

    def beginning(self) -> Screen:
        """What it is, and who can read it."""
        rows = (
            (Button(self._say("plan-begin.start"), pack(FLOW, "start")),),
            (Button(self._say("plan-begin.later"), pack(FLOW, "later")),),
        )
        start, later = rows[0][0].data or "", rows[1][0].data or ""
        meant = {"yes": start, "go_on": start, "next": start, "no": later}
        return Screen(self._say("plan-begin"), rows, key="plan-begin", meant=meant)

    def last(self, key: str) -> Screen:
        """A word at the end, and the way to the menu."""
        return Screen(self._say(key), (back(self._library, self._profile),), key=key)

    def written(self, plan: Plan) -> Screen:
        """The plan as it stands in the chat; the crisis lines of the person's country end it."""
        parts = [self._say("plan-title")]
        for part in PARTS:
            entries = [f"• {self._entry(part, entry)}" for entry in plan.of(part.id)]
            if entries:
                parts.append("\n".join([f"<b>{self._say(f'plan-head-{part.id}')}</b>", *entries]))
        ways = self._cards.ways(("lines", "emergency"), self._profile, self._today, {})
        lines = [self._say("plan-head-lines"), *(way.line for way in ways)]
        return Screen("\n\n".join([*parts, "\n".join(lines)]), key="plan-title")

    def step(self, plan: Plan, version: int, note: str = "") -> Screen:
        """Where the person is; `version` travels in the buttons. `note` is the key of what is said before it."""
        said = [self._say(note)] if note else []
        if plan.step == REVIEW:
            text, rows = self._review(plan, version)
        elif plan.step == NAME:
            text = [self._say("plan-name")]
            rows = [
                (self._button(plan, version, self._say("plan-name.without"), "without"),),
                (self._button(plan, version, self._say("plan-back"), "back"),),
            ]
        else:
            part = care.BY_ID[plan.step]
            text = [self._say(f"plan-{part.id}"), self._say("plan-type")]
            rows = self._choices(plan, version, part)
        stop = (Button(self._say("plan-stop"), pack(FLOW, "stop")),)
        return Screen("\n\n".join([*said, *text]), (*rows, stop), key=f"plan-{plan.step}")

    def labels(self, plan: Plan) -> dict[str, str]:
        """The lines and ways on that can be tapped where the person is, by what a tap of them says."""
        part = care.BY_ID.get(plan.step)
        labels = (
            {one: self._say(f"plan-{part.id}.{one}") for one in part.offers(self._profile.audience)}
            if part
            else {}
        )
        labels |= {way: self._say(f"plan-{way}") for way in ("next", "back", "stop")}
        if plan.step == NAME:
            labels["without"] = self._say("plan-name.without")
        if plan.step == REVIEW:
            labels["done"] = self._say("plan-review.done")
        return labels

    def _review(self, plan: Plan, version: int) -> tuple[list[str], list[tuple[Button, ...]]]:
        change = (self._button(plan, version, self._say("plan-review.back"), "back"),)
        if not plan.has_entries:
            return [self._say("plan-empty")], [change]
        done = (self._button(plan, version, self._say("plan-review.done"), "done"),)
        return [self._say("plan-review"), self.written(plan).text], [done, change]

    def _choices(self, plan: Plan, version: int, part: Part) -> list[tuple[Button, ...]]:
        entries = plan.of(part.id)
        offered = [
            (f"{CHOSEN if one in entries else OPEN} {self._say(f'plan-{part.id}.{one}')}", one)
            for one in part.offers(self._profile.audience)
        ]
        own = [
            (f"{CHOSEN} {entry.removeprefix(OWN)}"[:LABEL], f"-{number}")
            for number, entry in enumerate(entries)
            if entry.startswith(OWN)
        ]
        rows = [(self._button(plan, version, label, choice),) for label, choice in (*offered, *own)]
        ways = [self._button(plan, version, self._say("plan-next"), "next")]
        if part is not PARTS[0]:
            ways.insert(0, self._button(plan, version, self._say("plan-back"), "back"))
        return [*rows, tuple(ways)]

    def _button(self, plan: Plan, version: int, label: str, choice: str) -> Button:
        return Button(label, pack(FLOW, plan.step, choice, version))

    def _entry(self, part: Part, entry: str) -> str:
        own = entry.startswith(OWN)
        return escape(entry.removeprefix(OWN)) if own else self._say(f"plan-{part.id}.{entry}")

    def _say(self, key: str) -> str:
        return self._library.text(key, self._profile.lang)
