"""Which numbers a person should call or write to, the most overdue first, and what to say when somebody answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.care.resources import Phone, Resource, TextLine

SAY = (
    "Hello. This is not an emergency. We keep a list of help for police officers and want it to be right. "
    "Is this {name}? Who answers here, on which days and hours, what does it cost, and can a caller stay anonymous?"
)
WRITE = (
    "Write {keyword}. When somebody answers: 'This is not an emergency. We check that the number we list reaches "
    "{name}. Thank you.' Then end the talk, so that the place is free."
)
RESERVED = (
    "Do not call to test it: the number is reserved for this service. Read the service's own page instead."
)


@dataclass(frozen=True, slots=True)
class ToDial:
    """One number to check by hand. `why` is "overdue", "withheld" (nobody is shown it until it is dialed) or "due"."""

    due_on: date
    record: str
    name: str
    number: str
    way: str
    why: str
    say: str


def to_dial(resources: Iterable[Resource], today: date) -> list[ToDial]:
    """Every number of these records in due order; what is withheld counts as due today, reserved numbers come last."""
    found: list[ToDial] = []
    for record in resources:
        contacts: tuple[Phone | TextLine, ...] = (*record.phones, *record.texts)
        found += (_one(record, contact, today) for contact in contacts)
    return sorted(found, key=lambda one: (one.say == RESERVED, one.due_on, one.record, one.number))


def _one(record: Resource, contact: Phone | TextLine, today: date) -> ToDial:
    is_withheld = contact not in (*record.shown_phones(today), *record.shown_texts(today))
    checked_on = max(record.checked_on, contact.dialled_on or record.checked_on)
    due_on = checked_on + (record.due_on - record.checked_on)
    why = "withheld" if is_withheld else "overdue" if due_on < today else "due"
    if isinstance(contact, Phone):
        number, way, say = contact.dial, "call", SAY.format(name=record.name)
    else:
        number, way = contact.number, contact.channel
        say = WRITE.format(keyword=contact.keyword or "a few words", name=record.name)
    say = say if contact.ages else RESERVED
    return ToDial(
        min(due_on, today) if is_withheld else due_on, record.id, record.name, number, way, why, say
    )
