"""The crisis card and the ways to reach a person inside the protocol, from memory alone: no disk, no database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.care.crisis_contacts import CrisisContact, CrisisContacts, Place, crisis_contacts
from bot.care.people import Audience, Profile
from bot.care.resources import Resource
from bot.crisis_openings import EVERY, FIRST, OPENING, Opening
from bot.library import Library
from bot.screens import Button, PhoneCard, Screen, pack

TWICE = 2  # how often a number is offered unasked before another door takes its place
YOUNG = frozenset({"minor", "asked_minor"})  # topics of a child or teen: no line for officers
WORDS: Mapping[str, str] = {
    "words": "crisis-words-trusted",
    "words_now": "crisis-words-now",
    "words_line": "crisis-words-line",
    "words_home": "crisis-words-home",
    "words_minor": "crisis-words-minor",
    "words_plan": "crisis-words-plan",
}
COPIED = 256  # characters, https://core.telegram.org/bots/api#copytextbutton


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a person: the line people read, the card that dials, the words to copy, where there are such."""

    record: str
    line: str
    card: PhoneCard | None = None
    copy: str = ""


class CrisisCards:
    """Everything the crisis protocol shows of contacts. `today` decides what still counts as checked."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def card(self, profile: Profile, topic: str, today: date) -> Screen:
        """The card for this person: numbers first, then two calm sentences, and a way to change the country."""
        opening = OPENING.get(topic, OPENING[""])
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        ways = list(self._on_card(profile, contacts, opening, today))
        numbers = "\n".join(way.line for way in ways)
        says = "\n".join(self._say(key, profile) for key in opening.says)
        parts = [says, numbers] if opening.words_first else [numbers, says]
        if not _is_first(opening):
            parts.append(self._emergency(profile, contacts, opening.emergency).line)
        parts += [contacts.note] if opening.program else []
        parts += [self._say("crisis-card-program", profile)] if opening.program else []
        cards = tuple(way.card for way in ways if way.card)[: opening.cards]
        rows = () if opening.cards == 0 else (self._elsewhere(profile),)
        return Screen("\n\n".join(filter(None, parts)), rows, cards, key="crisis-card")

    def met_on_card(self, profile: Profile, topic: str, today: date) -> tuple[str, ...]:
        """Ids of the records a card has shown, so that later steps offer other doors."""
        opening = OPENING.get(topic, OPENING[""])
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        shown = [way.record for way in self._on_card(profile, contacts, opening, today)]
        if not _is_first(opening):
            shown.append(self._emergency(profile, contacts, opening.emergency).record)
        return tuple(filter(None, shown))

    def ways(
        self, shows: Iterable[str], profile: Profile, today: date, met: Mapping[str, int], topic: str = ""
    ) -> list[Way]:
        """What a step shows besides its question; a number met twice already makes room for the next door."""
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        found: list[Way] = []
        for show in shows:
            kind, first = show.removesuffix("_first"), show.endswith("_first")
            ways = list(self._shown(kind, profile, contacts, today, topic))
            here = {way.record for way in found if way.record}
            ways = [way for way in ways if way.record not in here]  # "call or text" has said it
            fresh = [way for way in ways if met.get(way.record, 0) < (1 if first else TWICE)]
            if kind == "door":
                fresh = sorted(fresh, key=lambda way: met.get(way.record, 0))[:1]
            found += fresh if fresh or first or not ways else [self._all_met(kind, profile)]
        return found

    def short(self, profile: Profile, topic: str, today: date) -> str:
        """The emergency number and one line of this country, in two lines: what stays visible while somebody types."""
        contacts = crisis_contacts(self._library.crisis_places, profile, today)
        lines = [self._emergency(profile, contacts, "crisis-short-emergency").line]
        known = self._record("home", profile, today) if topic == "violence_at_home" else []
        poison = self._record("poison", profile, today) if topic == "acute" else []
        lines += [way.line for way in (*poison[:1], *known[:1])]
        if line := contacts.general_line:
            number = line.phones[0].dial
            key = "crisis-short-line-text" if _texts_too(line) else "crisis-short-line"
            lines += [] if known else [self._say(key, profile, number=number)]
        elif not known:
            lines.append(self._directory(profile, contacts).line)
        return "\n".join(lines)

    def named(self, country: str, profile: Profile, today: date) -> str:
        """One line with the numbers of a country besides that of their profile; "" for that one or where we hold none."""
        if country == profile.country:
            return ""
        there = crisis_contacts(
            self._library.crisis_places, replace(profile, country=country, region=""), today
        )
        if there.emergency is None or there.general_line is None:
            return ""
        numbers = {
            "emergency": there.emergency.phones[0].dial,
            "number": there.general_line.phones[0].dial,
        }
        name = self._library.country_name(country, profile.lang)
        return self._say("crisis-card-named", profile, country=name, **numbers)

    def _shown(
        self, show: str, profile: Profile, contacts: CrisisContacts, today: date, topic: str
    ) -> Iterable[Way]:
        if show == "emergency":
            whose = {"violence_at_home": "-home", "someone_else": "-other"}.get(topic, "")
            return [self._emergency(profile, contacts, f"crisis-card-emergency{whose}")]
        if show in WORDS:
            return [self._to_copy(show, profile)]
        if show == "poison":
            return self._record(show, profile, today)
        if show == "home":
            found = self._record(show, profile, today)
            return found or list(self._lines(profile, contacts, (Place.GENERAL_LINE,)))
        places = {
            "text": (Place.TEXT_LINE, Place.CHAT),
            "lines": (Place.POLICE_LINE, Place.GENERAL_LINE),
            "door": EVERY,
        }[show]
        if topic in YOUNG:
            places = tuple(place for place in places if place is not Place.POLICE_LINE)
        return self._lines(profile, contacts, places)

    def _all_met(self, kind: str, profile: Profile) -> Way:
        # Said without the number: it stands above, and once more would be nagging.
        known = "crisis-card-emergency-known" if kind == "emergency" else "crisis-card-all-met"
        return Way("", self._say(known, profile))

    def _on_card(
        self, profile: Profile, contacts: CrisisContacts, opening: Opening, today: date
    ) -> Iterator[Way]:
        if _is_first(opening):
            yield self._emergency(profile, contacts, opening.emergency)
        records = [way for show in opening.records for way in self._record(show, profile, today)]
        yield from records
        places = opening.places or (() if records else (Place.GENERAL_LINE,))
        if places:
            yield from self._lines(profile, contacts, places, first=opening.first)

    def _lines(
        self, profile: Profile, contacts: CrisisContacts, places: tuple[Place, ...], first: str = ""
    ) -> Iterator[Way]:
        """The country's lines for these places in its own order, else the directory. `first` words the first one."""
        lines = [
            one
            for one in contacts.in_order()
            if one.place in places and not _is_said(one, contacts, places) and _serves(one, profile)
        ]
        for number, contact in enumerate(lines):
            yield (
                self._first(profile, contact, first) if first and not number else self._way(profile, contact)
            )
        if not lines:
            yield self._directory(profile, contacts)

    def _first(self, profile: Profile, contact: CrisisContact, key: str) -> Way:
        if not contact.phones:
            return self._way(profile, contact)
        number = contact.phones[0].dial
        texts = _texts_too(contact)
        if _in_spanish_by_key(contact, profile):
            key = "crisis-card-call-es"
        elif texts:
            key += "-text"
        return Way(contact.resource.id, self._say(key, profile, number=number), _dials(contact, profile))

    def _way(self, profile: Profile, contact: CrisisContact) -> Way:
        resource = contact.resource
        if contact.texts:
            text = contact.texts[0]
            key = "crisis-card-text" if text.keyword else "crisis-card-text-plain"
            return Way(resource.id, self._say(key, profile, keyword=text.keyword, number=text.number))
        if contact.chat_url:
            return Way(resource.id + "#chat", self._say("crisis-card-chat", profile, url=contact.chat_url))
        line = self._say(
            _worded(contact, profile),
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
        return list(self._ways_of(resource, show, profile, today))

    def _ways_of(self, resource: Resource, show: str, profile: Profile, today: date) -> Iterator[Way]:
        if phones := resource.shown_phones(today, crisis=True):
            key = "crisis-card-poison" if show == "poison" else "crisis-card-home-line"
            # No contact card for violence at home: it would stay in the phone, where they look.
            card = PhoneCard(resource.title(profile.lang), phones[0].link)
            line = self._say(key, profile, number=phones[0].dial)
            yield Way(resource.id, line, card if show == "poison" else None)
        if show == "home" and (texts := resource.shown_texts(today, crisis=True)):
            words = {"keyword": texts[0].keyword, "number": texts[0].number}
            yield Way(f"{resource.id}#text", self._say("crisis-card-home-text", profile, **words))

    def _emergency(self, profile: Profile, contacts: CrisisContacts, key: str) -> Way:
        contact = contacts.emergency
        if contact is None:
            return Way("", self._say("crisis-card-emergency-unknown", profile))
        card = _dials(contact, profile) if key.startswith(FIRST) else None
        return Way(contact.resource.id, self._say(key, profile, number=contact.phones[0].dial), card)

    def _directory(self, profile: Profile, contacts: CrisisContacts) -> Way:
        url = contacts.directory.url or ""
        return Way(contacts.directory.id, self._say("crisis-card-directory", profile, url=url))

    def _to_copy(self, show: str, profile: Profile) -> Way:
        words = self._say(WORDS[show], profile)
        return Way("", f"{self._say('crisis-words', profile)}\n<code>{words}</code>", copy=words)

    def _elsewhere(self, profile: Profile) -> tuple[Button, ...]:
        return (Button(self._say("crisis-card-elsewhere", profile), pack("place", "move")),)

    def _say(self, key: str, profile: Profile, **values: object) -> str:
        return self._library.text(key, profile.lang, **values)


def _is_first(opening: Opening) -> bool:
    return opening.emergency.startswith(FIRST)


def _texts_too(contact: CrisisContact) -> bool:
    number = contact.phones[0].dial
    return any(text.number == number and not text.keyword for text in contact.resource.texts)


def _worded(contact: CrisisContact, profile: Profile) -> str:
    if contact.place is Place.POLICE_LINE:
        return "crisis-card-police-family" if profile.audience is Audience.FAMILY else "crisis-card-police"
    if _in_spanish_by_key(contact, profile):
        return "crisis-card-name-es"
    return "crisis-card-name-text" if _texts_too(contact) else "crisis-card-name"


def _in_spanish_by_key(contact: CrisisContact, profile: Profile) -> bool:
    """988 answers in English unless 2 is pressed: without it a Spanish speaker meets a voice they may not follow."""
    return profile.lang == "es" and contact.resource.id == "lifeline-988-us"


def _serves(contact: CrisisContact, profile: Profile) -> bool:
    """A police line is shown to a family only when it answers families, too."""
    family = profile.audience is Audience.FAMILY and contact.place is Place.POLICE_LINE
    return not family or "family" in contact.resource.audiences


def _is_said(contact: CrisisContact, contacts: CrisisContacts, places: tuple[Place, ...]) -> bool:
    """A text line that is the general line's own number: "call or text" has said it."""
    general = contacts.general_line
    if contact.place is not Place.TEXT_LINE or general is None or contact.texts[0].keyword:
        return False
    return Place.GENERAL_LINE in places and contact.texts[0].number == general.phones[0].dial


def _dials(contact: CrisisContact, profile: Profile) -> PhoneCard | None:
    return PhoneCard(contact.resource.title(profile.lang), contact.phones[0].link) if contact.phones else None
