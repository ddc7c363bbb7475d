"""One record in words, line by line, saying only what may be shown today."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, get_day_names

from bot.care.hours import WEEK, Hours, OpenHours, OpenState, opening
from bot.care.local_contacts import is_local
from bot.care.resource_kinds import Freshness, Status
from bot.care.resources import Phone, Resource, TextLine, Words
from bot.library import Library
from bot.screens import escape
from bot.sentences import Html

ANONYMOUS = {True: "card-anonymous", False: "card-not-anonymous", "unknown": "card-privacy-unknown"}
NOTICES: Mapping[Status, str] = {
    Status.UNCONFIRMED: "card-unconfirmed",
    Status.RENAMED: "card-renamed",
    Status.NOT_FOR_INDIVIDUALS: "card-not-for-individuals",
    Status.GENERIC: "card-generic",
}


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The lines of one record in one language at one moment."""

    library: Library
    resource: Resource
    lang: str
    now: datetime

    def notice(self) -> str:
        """What must be said before anything else; empty for a record without doubt."""
        key = NOTICES.get(self.resource.status)
        return self._say(key) if key else ""

    def about(self) -> Iterator[str]:
        """What it is, who answers, when, for whom, what it costs, in which languages."""
        about, resource = self.resource.about(self.lang), self.resource
        yield escape(about.what)
        if about.who_answers:
            yield self._say("card-who", who=about.who_answers)
        yield self._say("card-open", hours=Html(self._hours()))
        if resource.regions:
            yield self._say("card-serves", where=", ".join(resource.regions))
        if is_local(resource):
            return  # coordinators are not asked what it costs, or for languages
        yield self._say("card-cost", cost=Html(self._cost()))
        names = (self._say(f"language-name-{code}") for code in resource.languages)
        yield self._say("card-languages", languages=Html(", ".join(names)))

    def open_now(self) -> str:
        """Whether somebody answers at this moment, in a few words; empty where that is not known."""
        hours = self.resource.hours
        if self.resource.hours_claim_by.en or hours in ("web", "unknown"):
            return ""
        if isinstance(hours, str):
            return self._say("card-open-always")
        state, changes_at = opening(hours, self.now)
        if changes_at is None:
            return self._say("card-open-now" if state is OpenState.OPEN else "card-closed")
        key = "card-open-until" if state is OpenState.OPEN else "card-closed-until"
        return self._say(key, until=self._moment(changes_at))

    def ways(self) -> Iterator[str]:
        """How to reach it, a line each, calling first."""
        today, resource = self.now.date(), self.resource
        yield from self.contacts()
        if chat_url := resource.shown_chat(today):
            yield self._say("card-chat", url=chat_url)
        if resource.shown_email:
            yield self._say("card-email", email=resource.shown_email)
        if resource.url:
            yield self._say(
                "card-web" if resource.url_is_confirmed else "card-web-unconfirmed", url=resource.url
            )
        if resource.withholds_a_number:
            yield self._say("card-withheld")

    def contacts(self) -> Iterator[str]:
        """The numbers to call, then those to write to."""
        yield from self._calls()
        yield from self._texts()

    def shortest(self) -> Iterator[str]:
        """One number to call and one to write to, for somebody who cannot speak aloud."""
        yield from list(self._calls())[:1]
        yield from list(self._texts())[:1]

    def _calls(self) -> Iterator[str]:
        for phone in self.resource.shown_phones(self.now.date()):
            yield self._say("card-call", number=phone.dial, label=_label(phone, self.lang))

    def _texts(self) -> Iterator[str]:
        shown = self.resource.shown_texts(self.now.date())
        for text in sorted(shown, key=lambda one: one.lang != self.lang):  # the word for their language first
            yield self._say(
                _text_key(text), number=text.number, keyword=text.keyword, label=_label(text, self.lang)
            )

    def privacy(self) -> str:
        """What they say about privacy, and what that leaves out."""
        about = self.resource.about(self.lang)
        told = about.privacy or Html(self._say(ANONYMOUS[self.resource.anonymous]))
        said = self._say("card-privacy", privacy=told)
        return f"{said}\n{self._say('card-limits', limits=about.limits)}" if about.limits else said

    def closing(self) -> Iterator[str]:
        """What to watch out for, and when it was checked."""
        if note := self.resource.about(self.lang).watch_out:
            yield self._say("card-watch", note=note)
        freshness = self.resource.freshness(self.now.date())
        if freshness is not Freshness.UNCONFIRMED:
            key = "card-overdue" if freshness is Freshness.OVERDUE else "card-checked"
            key = "local-checked" if is_local(self.resource) else key
            yield self._say(key, date=spoken_date(self.resource.checked_on, self.lang))
        yield self._say("card-share")

    def _hours(self) -> str:
        resource = self.resource
        words = self._written(resource.hours)
        if note := resource.hours_note.say(self.lang):
            words = escape(note) if resource.hours == "unknown" else f"{words}. {escape(note)}"
        if claimed_by := resource.hours_claim_by.say(self.lang):
            return self._say("card-hours-claim", hours=Html(words), who=claimed_by)
        state = self.open_now()
        if resource.hours == "24/7":
            return f"{state}. {escape(note)}" if note else state
        return f"{state}. {words}" if state else words

    def _written(self, hours: Hours) -> str:
        known = {"24/7": "always", "web": "web", "unknown": "unknown"}
        if isinstance(hours, str):
            return self._say(f"card-hours-{known[hours]}")
        return "; ".join(_stretch(stretch, self.lang) for stretch in hours)

    def _moment(self, at: datetime) -> str:
        clock = at.strftime("%H:%M")
        if at.date() == self.now.astimezone(at.tzinfo).date():
            return clock
        return f"{get_day_names('abbreviated', locale=self.lang)[at.weekday()]} {clock}"

    def _cost(self) -> str:
        if isinstance(self.resource.cost, Words):
            return escape(self.resource.cost.say(self.lang))
        return self._say(f"card-cost-{self.resource.cost}")

    def _say(self, key: str, **values: object) -> str:
        return self.library.text(key, self.lang, **values)


def spoken_date(day: date, lang: str) -> str:
    """A date nobody can misread across countries: 5 Mar 2026."""
    return format_date(day, "d MMM y", locale=lang)


def _text_key(text: TextLine) -> str:
    if text.channel == "whatsapp":
        return "card-whatsapp"
    return "card-text" if text.keyword else "card-text-plain"


def _stretch(stretch: OpenHours, lang: str) -> str:
    names = get_day_names("abbreviated", locale=lang)
    days = "".join(
        names[WEEK.index(part)] if part in WEEK else part for part in re.split("([-,])", stretch.days)
    )
    place = stretch.zone.rpartition("/")[2].replace("_", " ")
    return f"{days} {stretch.opens}-{stretch.closes} ({place})"


def _label(contact: Phone | TextLine, lang: str) -> str:
    words = contact.label if isinstance(contact, Phone) else contact.note
    return f" ({words.say(lang)})" if words.say(lang) else ""
