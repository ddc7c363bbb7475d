"""The crisis card and the ways to reach a person inside the protocol, from memory alone: no disk, no database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.care.crisis_contacts import CrisisContact, CrisisContacts, Place, crisis_contacts
from bot.care.people import Profile
from bot.care.resources import Resource
from bot.library import Library
from bot.screens import Button, PhoneCard, Screen, pack

CARDS = 2  # contact cards under one message; more would push the first line off a small screen
TWICE = 2  # how often a number is offered unasked before another door takes its place

OPENING: Mapping[str, tuple[str, ...]] = {
    "": ("self",),
    "acute": ("acute",),
    "harm_others": ("others",),
    "violence_at_home": ("home", "home-quick"),
    "someone_else": ("concern",),
    "minor": ("minor",),
    "bereaved": ("bereaved",),
}
EMERGENCY_FIRST = frozenset({"acute"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a person: the line people read, and the card that dials where there is one."""

    record: str
    line: str
    card: PhoneCard | None = None


class CrisisCards:
    """Everything the crisis protocol shows of contacts. `today` decides what still counts as checked."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def card(self, profile: Profile, topic: str, today: date) -> Screen:
        """The card for this person: numbers first, then two calm sentences, and a way to change the country."""
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        ways = list(self._on_card(profile, contacts, topic, today))
        lines = [way.line for way in ways]
        opening = [self._say(f"crisis-card-{key}", profile) for key in OPENING.get(topic, OPENING[""])]
        closing = "" if topic in EMERGENCY_FIRST else self._emergency_line(profile, contacts, topic)
        parts = [
            "\n".join(lines),
            "\n".join(opening),
            closing,
            contacts.note,
            self._say("crisis-card-program", profile),
        ]
        cards = tuple(way.card for way in ways if way.card)[:CARDS]
        return Screen("\n\n".join(filter(None, parts)), (self._elsewhere(profile),), cards, key="crisis-card")

    def met_on_card(self, profile: Profile, topic: str, today: date) -> tuple[str, ...]:
        """Ids of the records a card has shown, so that later steps offer other doors."""
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        return tuple(way.record for way in self._on_card(profile, contacts, topic, today))

    def ways(self, shows: Iterable[str], profile: Profile, today: date, met: Mapping[str, int]) -> list[Way]:
        """What a step shows besides its question; a number met twice already makes room for the next door."""
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        found: list[Way] = []
        for show in shows:
            found += self._shown(show, profile, contacts, today, met)
        return found

    def _shown(
        self, show: str, profile: Profile, contacts: CrisisContacts, today: date, met: Mapping[str, int]
    ) -> list[Way]:
        if show == "emergency":
            return [self._emergency(profile, contacts)]
        if show == "words":
            return [Way("", self._say("crisis-words", profile))]
        if show in ("home", "poison"):
            return self._record(show, profile, today)
        places = {
            "text": (Place.TEXT_LINE, Place.CHAT),
            "lines": (Place.GENERAL_LINE, Place.POLICE_LINE),
            "door": (Place.POLICE_LINE, Place.GENERAL_LINE, Place.TEXT_LINE, Place.CHAT),
        }[show]
        ways = [self._way(profile, contact) for contact in contacts.in_order() if contact.place in places]
        fresh = [way for way in ways if met.get(way.record, 0) < TWICE]
        if show == "door":
            fresh = sorted(fresh, key=lambda way: met.get(way.record, 0))[:1]
        return fresh or [self._directory(profile, contacts)]

    def _on_card(self, profile: Profile, contacts: CrisisContacts, topic: str, today: date) -> Iterable[Way]:
        if topic in EMERGENCY_FIRST:
            yield self._emergency(profile, contacts, first=True)
            yield from self._record("poison", profile, today)
        if topic == "violence_at_home":
            yield from self._record("home", profile, today)
        first = topic not in EMERGENCY_FIRST
        lines = [
            one
            for one in contacts.in_order()
            if one.place is not Place.EMERGENCY and not _is_said(one, contacts)
        ]
        for contact in lines:
            yield self._first(profile, contact, topic) if first else self._way(profile, contact)
            first = False
        if not lines:
            yield self._directory(profile, contacts)

    def _first(self, profile: Profile, contact: CrisisContact, topic: str) -> Way:
        if not contact.phones:
            return self._way(profile, contact)
        number = contact.phones[0].dial
        texts = any(text.number == number for text in contact.resource.texts)
        if profile.lang == "es" and contact.resource.id == "lifeline-988-us":
            key = "crisis-card-call-es"
        elif topic == "someone_else":
            key = "crisis-card-concern-line" if texts else "crisis-card-concern-line-call"
        else:
            key = "crisis-card-call-text" if texts else "crisis-card-call"
        return Way(
            contact.resource.id,
            self._say(key, profile, number=number),
            _dials(contact, profile),
        )

    def _way(self, profile: Profile, contact: CrisisContact) -> Way:
        resource = contact.resource
        if contact.texts:
            text = contact.texts[0]
            key = "crisis-card-text" if text.keyword else "crisis-card-text-plain"
            return Way(resource.id, self._say(key, profile, keyword=text.keyword, number=text.number))
        if contact.chat_url:
            return Way(resource.id + "#chat", self._say("crisis-card-chat", profile, url=contact.chat_url))
        police = contact.place is Place.POLICE_LINE
        line = self._say(
            "crisis-card-police" if police else "crisis-card-name",
            profile,
            name=resource.title(profile.lang),
            number=contact.phones[0].dial,
            who=resource.about(profile.lang).who_answers,
        )
        return Way(resource.id, line, _dials(contact, profile))

    def _record(self, show: str, profile: Profile, today: date) -> list[Way]:
        resource = self._library.resources.get(self._library.doors.get(profile.country, {}).get(show, ""))
        if resource is None:
            return []
        return list(_record_ways(self._library, resource, show, profile, today))

    def _emergency(self, profile: Profile, contacts: CrisisContacts, *, first: bool = False) -> Way:
        contact = contacts.emergency
        if contact is None:
            return Way("", self._say("crisis-card-emergency-unknown", profile))
        key = "crisis-card-emergency-first" if first else "crisis-card-emergency"
        card = _dials(contact, profile) if first else None
        return Way(contact.resource.id, self._say(key, profile, number=contact.phones[0].dial), card)

    def _emergency_line(self, profile: Profile, contacts: CrisisContacts, topic: str) -> str:
        if topic == "someone_else" and contacts.emergency is not None:
            number = contacts.emergency.phones[0].dial
            return self._say("crisis-card-concern-emergency", profile, number=number)
        return self._emergency(profile, contacts).line

    def _directory(self, profile: Profile, contacts: CrisisContacts) -> Way:
        url = contacts.directory.url or ""
        return Way(contacts.directory.id, self._say("crisis-card-directory", profile, url=url))

    def _elsewhere(self, profile: Profile) -> tuple[Button, ...]:
        return (Button(self._say("crisis-card-elsewhere", profile), pack("place", "move")),)

    def _say(self, key: str, profile: Profile, **values: object) -> str:
        return self._library.text(key, profile.lang, **values)


def _is_said(contact: CrisisContact, contacts: CrisisContacts) -> bool:
    """A text line that is the general line's own number: "call or text" has said it."""
    general = contacts.general_line
    if contact.place is not Place.TEXT_LINE or general is None or contact.texts[0].keyword:
        return False
    return contact.texts[0].number == general.phones[0].dial


def _dials(contact: CrisisContact, profile: Profile) -> PhoneCard | None:
    return PhoneCard(contact.resource.title(profile.lang), contact.phones[0].link) if contact.phones else None


def _record_ways(
    library: Library, resource: Resource, show: str, profile: Profile, today: date
) -> Iterable[Way]:
    phones = resource.shown_phones(today, crisis=True)
    if phones:
        key = "crisis-card-poison" if show == "poison" else "crisis-card-home-line"
        line = library.text(key, profile.lang, number=phones[0].dial, name=resource.title(profile.lang))
        # No contact card for violence at home: it would stay in the phone's contacts, where he looks.
        yield Way(
            resource.id,
            line,
            PhoneCard(resource.title(profile.lang), phones[0].link) if show == "poison" else None,
        )
    if show == "home" and (texts := resource.shown_texts(today, crisis=True)):
        words = {"keyword": texts[0].keyword, "number": texts[0].number}
        yield Way(resource.id, library.text("crisis-card-home-text", profile.lang, **words))
