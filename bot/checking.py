"""`python -m bot check`: what an operator should look at before people meet the bot, one sentence each."""

from collections.abc import Iterator

from bot.care.articles import article_problems
from bot.care.crisis_contacts import crisis_contacts
from bot.care.people import Profile
from bot.care.practices import practice_problems
from bot.care.programme import programme_problems
from bot.care.resource_numbers import number_problems
from bot.care.tips import tip_problems
from bot.clock import Clock
from bot.library import Library, open_library
from bot.sentences import ContentError
from bot.settings import Settings, SettingsError
from storage import migrations

SOON = 30  # days before a contact is overdue in which `check` begins to say so


def findings(settings: Settings, clock: Clock | None = None) -> Iterator[str]:
    """Everything that needs a person, settings first. Nothing is changed."""
    clock = clock or Clock()
    yield from _settings(settings)
    try:
        library = open_library(packs=settings.content_packs)
    except (ContentError, ValueError) as error:
        yield f"content: {error}"
        return
    yield from library.pack_problems
    yield from _packs(library)
    yield from companion_findings(library)
    library.search.prepare()  # raises when the search names a record that is not there
    if library.search.problem:
        yield library.search.problem
    every = [article for written in library.articles.values() for article in written.values()]
    yield from article_problems(every, library.sentences.languages, library.resources)
    yield from _contacts(library, clock)
    yield from _database(settings)


def _settings(settings: Settings) -> Iterator[str]:
    if settings.telegram_bot_token is None:
        return  # the sandbox needs nothing
    try:
        settings.for_live_use()
    except SettingsError as error:
        yield str(error)


def _packs(library: Library) -> Iterator[str]:
    for pack in library.packs:
        own = [one for one in library.resources.values() if one.pack == pack.name]
        if not own:
            yield f"content pack {pack.name}: it holds no records"
        if english := sum(one.en == one.es for one in own):
            yield f"content pack {pack.name}: {english} records have no Spanish words, so everybody reads English"


def companion_findings(library: Library) -> Iterator[str]:
    """What is missing among practices, the eight weeks and tips, one line each."""
    languages = library.sentences.languages
    try:
        yield from practice_problems(library.practices, languages)
        yield from programme_problems(library.programme, languages)
        yield from tip_problems(library.tips, languages)
    except ContentError as error:
        yield f"content: {error}"


def _contacts(library: Library, clock: Clock) -> Iterator[str]:
    today = clock.today()
    for country in library.crisis_places.by_country:
        for contact in crisis_contacts(library.crisis_places, Profile(country=country), today).in_order():
            left = (contact.resource.due_on - today).days
            if left < 0:
                yield f"{contact.resource.id}: on the crisis card of {country}, and its check is {-left} days overdue"
            elif left < SOON:
                yield f"{contact.resource.id}: on the crisis card of {country}, to be checked within {left} days"
    overdue = [one.id for one in library.resources.values() if one.is_crisis_line and today > one.due_on]
    if overdue:
        yield f"crisis lines overdue for a check: {', '.join(overdue)}"
    yield from number_problems(library.resources.values())


def _database(settings: Settings) -> Iterator[str]:
    if migrations.current(settings.database_url) is None:
        return  # nothing there yet: the first start makes it
    pending = migrations.pending(settings.database_url)
    if pending:
        yield f"database: {len(pending)} migrations wait; they run at the next start, or now by `python -m bot db upgrade`"
