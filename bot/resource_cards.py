"""Shows places and answers: the list to choose from and the card of one, saying only what may be shown today."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from babel.dates import format_date, get_day_names

from bot.care.article_html import to_telegram_html
from bot.care.articles import Article
from bot.care.hours import WEEK, Hours, OpenHours, OpenState, opening
from bot.care.people import Profile
from bot.care.resource_kinds import Freshness, Status
from bot.care.resources import Phone, Resource, TextLine, Words
from bot.library import Library
from bot.screens import Button, PhoneCard, Screen, escape, pack
from bot.sentences import Html

ANONYMOUS = {True: "card-anonymous", False: "card-not-anonymous", "unknown": "card-privacy-unknown"}
RELATED = 4  # ways on from an article
PAGE = 5  # entries of a list at once: what fits on a phone without scrolling


class ResourceCards:
    """Screens made of resource records."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def entry(
        self, number: int, found: Resource | Article, profile: Profile, today: date, why: str = ""
    ) -> str:
        """A few lines of a list: the name, what it is, the shortest way to reach it, and why it is here."""
        if isinstance(found, Article):
            lines = [self._say(profile, "find-entry", number=number, name=found.title)]
        else:
            lines = self._of_resource(number, found, profile, today)
        return "\n".join([*lines, f"<i>{escape(why)}</i>"] if why else lines)

    def _of_resource(self, number: int, resource: Resource, profile: Profile, today: date) -> list[str]:
        title = self._say(profile, "find-entry", number=number, name=resource.title(profile.lang))
        about = resource.about(profile.lang)
        ways = [*self._phone_lines(resource, profile, today), *self._text_lines(resource, profile, today)]
        return [title, escape(about.what), *ways[:1]]

    def listing(
        self,
        head: str,
        found: Sequence[Resource | Article],
        profile: Profile,
        today: date,
        why: Sequence[str] = (),
    ) -> Screen:
        """At most PAGE places and answers under a heading, a numbered button for each; `why` says it of each, in order."""
        reasons = [*why, *[""] * PAGE]
        entries = [
            self.entry(number, one, profile, today, reasons[number - 1])
            for number, one in enumerate(found[:PAGE], 1)
        ]
        buttons = tuple(
            Button(str(number), pack("find", "card", one.id)) for number, one in enumerate(found[:PAGE], 1)
        )
        return Screen("\n\n".join([head, *entries]), (buttons,), key="find-results")

    def page(self, article: Article, profile: Profile) -> Screen:
        """An article, and the places it names that serve this person."""
        parts = [f"<b>{escape(article.title)}</b>", to_telegram_html(article.body)]
        parts.append(
            self._say(profile, "article-reviewed", date=spoken_date(article.reviewed_on, profile.lang))
        )
        rows = []
        for related in article.related:
            found = self._library.place_or_answer(related, profile.lang)
            if isinstance(found, Article) and found.serves(profile.country):
                rows.append((Button(found.title, pack("find", "card", related)),))
            elif isinstance(found, Resource) and found.serves(profile.country, profile.region):
                rows.append((Button(found.title(profile.lang), pack("find", "card", related)),))
        return Screen("\n\n".join(parts), tuple(rows[:RELATED]), key="article")

    def card(self, resource: Resource, profile: Profile, now: datetime) -> Screen:
        """Everything known of one record that may be shown now, with a contact card for its first number."""
        today = now.date()
        parts = [
            f"<b>{escape(resource.title(profile.lang))}</b>",
            "\n".join(self._notices(resource, profile)),
            "\n".join(self._about(resource, profile, now)),
            "\n".join(self._ways(resource, profile, today)),
            self._privacy(resource, profile),
            "\n".join(self._closing(resource, profile, today)),
        ]
        phones = resource.shown_phones(today)
        cards = (PhoneCard(resource.title(profile.lang), phones[0].link),) if phones else ()
        return Screen(
            "\n\n".join(filter(None, parts)), tuple(self._rows(resource, profile)), cards, key="card"
        )

    def _notices(self, resource: Resource, profile: Profile) -> Iterator[str]:
        if resource.status is Status.UNCONFIRMED:
            yield self._say(profile, "card-unconfirmed")
        elif resource.status is Status.RENAMED:
            yield self._say(profile, "card-renamed")
        elif resource.status is Status.NOT_FOR_INDIVIDUALS:
            yield self._say(profile, "card-not-for-individuals")
        elif resource.status is Status.GENERIC:
            yield self._say(profile, "card-generic")

    def _about(self, resource: Resource, profile: Profile, now: datetime) -> Iterator[str]:
        about = resource.about(profile.lang)
        yield escape(about.what)
        if about.who_answers:
            yield self._say(profile, "card-who", who=about.who_answers)
        yield self._say(profile, "card-open", hours=Html(self._hours(resource, profile, now)))
        if resource.regions:
            yield self._say(profile, "card-serves", where=", ".join(resource.regions))
        yield self._say(profile, "card-cost", cost=Html(self._cost(resource, profile)))
        names = (self._say(profile, f"language-name-{code}") for code in resource.languages)
        yield self._say(profile, "card-languages", languages=", ".join(names))

    def _hours(self, resource: Resource, profile: Profile, now: datetime) -> str:
        words = self._written(resource.hours, profile)
        if resource.hours_note.en:
            words = f"{words}. {escape(resource.hours_note.say(profile.lang))}"
        if claimed_by := resource.hours_claim_by.say(profile.lang):
            return self._say(profile, "card-hours-claim", hours=Html(words), who=claimed_by)
        if isinstance(resource.hours, str):
            return words
        state, changes_at = opening(resource.hours, now)
        until = changes_at.strftime("%H:%M %Z") if changes_at else ""
        if state is OpenState.OPEN:
            return self._say(
                profile, "card-open-until" if until else "card-open-now", hours=Html(words), until=until
            )
        return self._say(
            profile, "card-closed-until" if until else "card-closed", hours=Html(words), until=until
        )

    def _written(self, hours: Hours, profile: Profile) -> str:
        known = {"24/7": "always", "web": "web", "unknown": "unknown"}
        if isinstance(hours, str):
            return self._say(profile, f"card-hours-{known[hours]}")
        return "; ".join(_stretch(stretch, profile.lang) for stretch in hours)

    def _cost(self, resource: Resource, profile: Profile) -> str:
        if isinstance(resource.cost, Words):
            return escape(resource.cost.say(profile.lang))
        return self._say(profile, f"card-cost-{resource.cost}")

    def _ways(self, resource: Resource, profile: Profile, today: date) -> Iterator[str]:
        yield from self._phone_lines(resource, profile, today)
        yield from self._text_lines(resource, profile, today)
        if chat_url := resource.shown_chat(today):
            yield self._say(profile, "card-chat", url=chat_url)
        if resource.shown_email:
            yield self._say(profile, "card-email", email=resource.shown_email)
        if resource.url:
            key = "card-web" if resource.url_is_confirmed else "card-web-unconfirmed"
            yield self._say(profile, key, url=resource.url)
        if resource.withholds_a_number:
            yield self._say(profile, "card-withheld")

    def _phone_lines(self, resource: Resource, profile: Profile, today: date) -> Iterator[str]:
        for phone in resource.shown_phones(today):
            yield self._say(profile, "card-call", number=phone.dial, label=_label(phone, profile.lang))

    def _text_lines(self, resource: Resource, profile: Profile, today: date) -> Iterator[str]:
        for text in resource.shown_texts(today):
            key = (
                "card-whatsapp"
                if text.channel == "whatsapp"
                else "card-text"
                if text.keyword
                else "card-text-plain"
            )
            yield self._say(
                profile, key, number=text.number, keyword=text.keyword, label=_label(text, profile.lang)
            )

    def _privacy(self, resource: Resource, profile: Profile) -> str:
        about = resource.about(profile.lang)
        told = about.privacy or self._say(profile, ANONYMOUS[resource.anonymous])
        said = self._say(profile, "card-privacy", privacy=told)
        return f"{said} {escape(about.limits)}".strip()

    def _closing(self, resource: Resource, profile: Profile, today: date) -> Iterator[str]:
        if note := resource.about(profile.lang).watch_out:
            yield self._say(profile, "card-watch", note=note)
        key = "card-overdue" if resource.freshness(today) is Freshness.OVERDUE else "card-checked"
        if resource.freshness(today) is not Freshness.UNCONFIRMED:
            yield self._say(profile, key, date=spoken_date(resource.checked_on, profile.lang))

    def _rows(self, resource: Resource, profile: Profile) -> Iterable[tuple[Button, ...]]:
        if resource.url and resource.url_is_confirmed:
            yield (Button(self._say(profile, "card-website"), url=resource.url),)
        yield (Button(self._say(profile, "card-more-like"), pack("find", "like", resource.id)),)
        yield (Button(self._say(profile, "card-other-ways"), pack("home", "crisis")),)

    def _say(self, profile: Profile, key: str, **values: object) -> str:
        return self._library.text(key, profile.lang, **values)


def spoken_date(day: date, lang: str) -> str:
    """A date nobody can misread across countries: 5 Mar 2026."""
    return format_date(day, "d MMM y", locale=lang)


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
