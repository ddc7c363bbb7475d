"""Shows places and answers: the list to choose from, the card of one, the page of an answer."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time

from bot.care.alike import alike, other_ways
from bot.care.article_html import to_telegram_html
from bot.care.articles import Article
from bot.care.needs import Found, Need, all_for, any_for
from bot.care.packs import OwnHelp
from bot.care.people import Profile
from bot.care.resource_kinds import Status
from bot.care.resources import Resource
from bot.library import Library
from bot.local_help import NOTHING, LocalHelp
from bot.record_words import RecordWords, spoken_date
from bot.screens import Button, PhoneCard, Screen, escape, pack

__all__ = ["PAGE", "ResourceCards", "spoken_date"]

RELATED = 4  # ways on from an article
PAGE = 5  # entries of a list at once: what fits on a phone without scrolling
IN_A_ROW = 8  # https://core.telegram.org/bots/features#inline-keyboards
PAGES_AT_ONCE = 24  # page buttons below one list; a directory of thousands would fill the screen with them
WAYS = {"call": "way-call", "write": "way-write", "meet": "way-meet", "online": "way-online"}


class ResourceCards:
    """Screens made of records and articles."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._minute: datetime | None = None
        self._entries: dict[tuple[object, ...], str] = {}

    def found_for(
        self,
        need: Need,
        profile: Profile,
        today: date,
        departments: Iterable[str] = (),
        local: LocalHelp = NOTHING,
    ) -> tuple[Found, ...]:
        """All places and answers for a need or on a shelf, best first; `departments` names those the person joined.

        `local` is what those departments' coordinators keep; it stands like the records of their own pack.
        """
        places, own = self._places(local), self._own(profile, departments, local)
        return all_for(need, places, self._articles(profile), profile, today, own)

    def has_any(
        self, need: Need, profile: Profile, departments: Iterable[str] = (), local: LocalHelp = NOTHING
    ) -> bool:
        """Whether `found_for` would find anything."""
        own = self._own(profile, departments, local)
        return any_for(need, self._places(local), self._articles(profile), profile, own)

    def like(
        self,
        found: Found,
        profile: Profile,
        today: date,
        departments: Iterable[str] = (),
        local: LocalHelp = NOTHING,
    ) -> tuple[Found, ...]:
        """What is most like this place or answer."""
        among: list[Found] = [*self._places(local), *self._articles(profile)]
        return alike(found, among, profile, today, self._own(profile, departments, local))

    def others(
        self,
        resource: Resource,
        profile: Profile,
        today: date,
        departments: Iterable[str] = (),
        local: LocalHelp = NOTHING,
    ) -> tuple[list[Resource], list[str]]:
        """The same kind of help by other ways, and for each the way in words."""
        places, own = self._places(local), self._own(profile, departments, local)
        found = other_ways(resource, places, profile, today, own)
        return [one for _, one in found], [self._say(profile, WAYS[way]) for way, _ in found]

    def listing(
        self,
        head: str,
        found: Sequence[Found],
        profile: Profile,
        today: date,
        why: Sequence[str] = (),
        *,
        now: datetime | None = None,
        page: int = 0,
        turn: Callable[[int], str] | None = None,
    ) -> Screen:
        """One page of places and answers under a heading, a numbered button for each.

        `why` says it of each, in order. `turn` gives the data of the button to a page, from 0; without it there is
        one page. A page beyond the last shows the last. Without `now` nothing is said about being open.
        """
        pages = max(1, -(-len(found) // PAGE)) if turn else 1
        page = min(max(page, 0), pages - 1)
        here = found[page * PAGE : (page + 1) * PAGE]
        reasons = [*why[page * PAGE :], *[""] * PAGE]
        at = now or datetime.combine(today, time(), UTC)
        entries = [
            self._entry(number, one, profile, at, reasons[number - 1], tells_open=now is not None)
            for number, one in enumerate(here, 1)
        ]
        numbers = tuple(
            Button(str(number), pack("find", "card", one.id)) for number, one in enumerate(here, 1)
        )
        rows = self._pages(profile, page, pages, turn) if turn and pages > 1 else ()
        place = [self._say(profile, "find-page-of", page=page + 1, pages=pages)] if rows else []
        meant = {"back": pack("find", "ask")}
        if turn and page + 1 < pages:
            meant["more"] = turn(page + 1)
        return Screen(
            "\n\n".join([head, *entries, *place]), (numbers, *rows), key="find-results", meant=meant
        )

    def page(self, article: Article, profile: Profile) -> Screen:
        """An article, and the places and answers it names that serve this person."""
        reviewed = spoken_date(article.reviewed_on, profile.lang)
        parts = [
            f"<b>{escape(article.title)}</b>",
            to_telegram_html(article.body),
            self._say(profile, "article-reviewed", date=reviewed) + "\n" + self._say(profile, "card-share"),
        ]
        rows = []
        for related in article.related:
            found = self._library.place_or_answer(related, profile.lang)
            if isinstance(found, Article) and found.serves(profile.country):
                rows.append((Button(found.title, pack("find", "card", related)),))
            elif isinstance(found, Resource) and found.serves(profile.country, profile.region):
                rows.append((Button(found.title(profile.lang), pack("find", "card", related)),))
        more = (Button(self._say(profile, "card-more-like"), pack("find", "like", article.id)),)
        return Screen("\n\n".join(parts), (*rows[:RELATED], more), key="article")

    def card(self, resource: Resource, profile: Profile, now: datetime) -> Screen:
        """Everything known of one record that may be shown now, with a contact card for its first number."""
        words = RecordWords(self._library, resource, profile.lang, now)
        parts = [
            f"<b>{escape(resource.title(profile.lang))}</b>",
            words.notice(),
            "\n".join(words.about()),
            "\n".join(words.ways()),
            words.privacy(),
            "\n".join(words.closing()),
        ]
        phones = resource.shown_phones(now.date())
        cards = (PhoneCard(resource.title(profile.lang), phones[0].link),) if phones else ()
        return Screen(
            "\n\n".join(filter(None, parts)), tuple(self._rows(resource, profile)), cards, key="card"
        )

    def _own(self, profile: Profile, departments: Iterable[str], local: LocalHelp) -> OwnHelp:
        return local.leads(OwnHelp.of(self._library.packs, profile, departments))

    def _places(self, local: LocalHelp) -> list[Resource]:
        return [*local.records, *self._library.resources.values()]

    def _articles(self, profile: Profile) -> list[Article]:
        written = (self._library.place_or_answer(name, profile.lang) for name in self._library.articles)
        return [one for one in written if isinstance(one, Article)]

    def _entry(
        self, number: int, found: Found, profile: Profile, now: datetime, why: str, *, tells_open: bool
    ) -> str:
        """The house's own records read alike for a minute, whoever asks; a department's are worded each time."""
        if self._library.place_or_answer(found.id, profile.lang) is not found:
            return self._worded(number, found, profile, now, why, tells_open=tells_open)
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute, self._entries = minute, {}
        key = (number, found.id, profile.lang, why, tells_open)
        if key not in self._entries:
            self._entries[key] = self._worded(number, found, profile, now, why, tells_open=tells_open)
        return self._entries[key]

    def _worded(
        self, number: int, found: Found, profile: Profile, now: datetime, why: str, *, tells_open: bool
    ) -> str:
        if isinstance(found, Article):
            lines = [
                self._say(profile, "find-entry", number=number, name=found.title),
                self._say(profile, "find-entry-answer"),
            ]
        else:
            words = RecordWords(self._library, found, profile.lang, now)
            title = self._say(profile, "find-entry", number=number, name=found.title(profile.lang))
            doubt = words.notice() if found.status in (Status.UNCONFIRMED, Status.NOT_FOR_INDIVIDUALS) else ""
            reach = [words.open_now() if tells_open else "", *words.shortest()]
            about = escape(found.about(profile.lang).what)
            lines = [title, about, doubt, " · ".join(filter(None, reach))]
        return "\n".join(filter(None, [*lines, f"<i>{escape(why)}</i>" if why else ""]))

    def _pages(
        self, profile: Profile, page: int, pages: int, turn: Callable[[int], str]
    ) -> tuple[tuple[Button, ...], ...]:
        first = min(max(0, page - PAGES_AT_ONCE // 2), max(0, pages - PAGES_AT_ONCE))
        others = [number for number in range(first, min(pages, first + PAGES_AT_ONCE)) if number != page]
        buttons = [
            Button(self._say(profile, "find-page", page=number + 1), turn(number)) for number in others
        ]
        return tuple(tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW))

    def _rows(self, resource: Resource, profile: Profile) -> Iterable[tuple[Button, ...]]:
        if resource.url and resource.url_is_confirmed:
            yield (Button(self._say(profile, "card-website"), url=resource.url),)
        yield (
            Button(self._say(profile, "card-more-like"), pack("find", "like", resource.id)),
            Button(self._say(profile, "card-other-ways"), pack("find", "ways", resource.id)),
        )
        yield (Button(self._say(profile, "menu-crisis"), pack("home", "crisis")),)

    def _say(self, profile: Profile, key: str, **values: object) -> str:
        return self._library.text(key, profile.lang, **values)
