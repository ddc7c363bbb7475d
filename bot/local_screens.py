"""What a coordinator sees of the department's own contacts: the list, one question at a time, the card as members see it."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.care.local_contacts import FIELDS, LONGEST, MAY_BE_EMPTY, MOST, LocalContact, LocalKind
from bot.care.people import Profile
from bot.library import Library
from bot.local_drafts import CONFIRM, LocalDraft
from bot.local_help import record_of
from bot.record_words import spoken_date
from bot.resource_cards import ResourceCards
from bot.screens import Button, Screen, pack

FLOW = "lc"
IN_A_ROW = 5


class LocalScreens:
    """The screens for one coordinator."""

    def __init__(self, library: Library, cards: ResourceCards, profile: Profile) -> None:
        self._library = library
        self._cards = cards
        self._profile = profile

    def listing(
        self,
        department_id: int,
        department: str,
        contacts: Sequence[LocalContact],
        today: date,
        note: str = "",
    ) -> Screen:
        """All of them, the old ones marked."""
        lines = [self._line(number, one, today) for number, one in enumerate(contacts, 1)]
        numbers = [
            Button(str(number), pack(FLOW, "open", f"{department_id}~{one.id}"))
            for number, one in enumerate(contacts, 1)
        ]
        rows = [tuple(numbers[at : at + IN_A_ROW]) for at in range(0, len(numbers), IN_A_ROW)]
        if len(contacts) < MOST:
            rows.append((self._button("local-add", "add", str(department_id)),))
        head = self._say("local-head", department=department)
        said = [self._say(note)] if note else []
        body = "\n".join(lines) or self._say("local-none")
        home = (Button(self._say("menu-home"), pack("home", "show")),)
        return Screen("\n\n".join([*said, head, body]), (*rows, home), key=note or "local-head")

    def step(self, draft: LocalDraft, department: str, now: datetime, note: str = "") -> Screen:
        """The open question, or the preview; `note` is the key of what was wrong with the last answer."""
        if draft.step == CONFIRM:
            return self._confirm(draft, department, now, note)
        key = f"local-ask-{draft.step.replace('_', '-')}"
        said = [self._say(note, most=LONGEST.get(draft.step, 0))] if note else []
        return Screen(
            "\n\n".join([*said, self._say(key)]), (*self._answers(draft), self._stop(draft)), key=key
        )

    def fields(self, draft: LocalDraft) -> Screen:
        """What to change."""
        buttons = [
            self._button(f"local-field-{name.replace('_', '-')}", "field", name, draft.version)
            for name in FIELDS
        ]
        rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
        return Screen(self._say("local-ask-change"), (*rows, self._stop(draft)), key="local-ask-change")

    def sure(self, draft: LocalDraft) -> Screen:
        """Before deleting."""
        rows = (
            (self._button("local-delete-yes", "sure", "", draft.version),),
            self._stop(draft),
        )
        return Screen(
            self._say("local-delete-sure", name=draft.fields["name"]), rows, key="local-delete-sure"
        )

    def plain(self, key: str, department_id: int | None = None) -> Screen:
        """One sentence, and the way back."""
        rows = (
            ((self._button("local-back", "for", str(department_id)),),) if department_id is not None else ()
        )
        return Screen(self._say(key), rows, key=key)

    def old(self, one: LocalContact) -> Screen:
        """The reminder that one is too old to be shown; with a way out of coordinating, as it comes unasked."""
        checked = spoken_date(one.checked_on, self._profile.lang)
        text = self._say("local-old", department=one.department, name=one.name, date=checked)
        rows = (
            (self._button("local-change", "open", f"{one.department_id}~{one.id}"),),
            (Button(self._say("department-step-down"), pack("department", "down", str(one.department_id))),),
        )
        return Screen(text, rows, key="local-old")

    def _confirm(self, draft: LocalDraft, department: str, now: datetime, note: str) -> Screen:
        contact = draft.contact(department, self._profile.country, now.date())
        card = self._cards.card(record_of(self._library, contact), self._profile, now)
        problem = note or ("" if draft.can_be_reached else "local-no-way")
        says = [self._say(problem)] if problem else []
        parts = [*says, self._say("local-preview"), card.text, self._say("local-confirm")]
        rows = [(self._button("local-change", "change", "", draft.version),)]
        if not problem:
            rows.insert(0, (self._button("local-i-checked", "save", "", draft.version),))
        if draft.number is not None:
            rows.append((self._button("local-delete", "delete", "", draft.version),))
        return Screen("\n\n".join(parts), (*rows, self._stop(draft)), key="local-preview")

    def _answers(self, draft: LocalDraft) -> list[tuple[Button, ...]]:
        if draft.step == "kind":
            return [
                (self._button(f"local-kind-{kind}", "set", kind.value, draft.version),) for kind in LocalKind
            ]
        if draft.step == "for_family":
            yes = self._button("local-family-yes", "set", "yes", draft.version)
            return [(yes,), (self._button("local-family-no", "set", "no", draft.version),)]
        if draft.step in MAY_BE_EMPTY:
            return [(self._button("local-skip", "skip", "", draft.version),)]
        return []

    def _stop(self, draft: LocalDraft) -> tuple[Button, ...]:
        return (self._button("local-stop", "stop", str(draft.department_id)),)

    def _line(self, number: int, one: LocalContact, today: date) -> str:
        key = "local-line-old" if one.is_old(today) else "local-line"
        kind, checked = self._say(f"local-kind-{one.kind}"), spoken_date(one.checked_on, self._profile.lang)
        return self._say(key, number=number, name=one.name, kind=kind, date=checked)

    def _button(self, key: str, step: str, choice: str = "", version: int = 0) -> Button:
        return Button(self._say(key), pack(FLOW, step, choice, version))

    def _say(self, key: str, **values: object) -> str:
        return self._library.text(key, self._profile.lang, **values)
