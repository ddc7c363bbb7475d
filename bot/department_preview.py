"""What coordinators see beside tips, for the preview: contacts step by step, a quarter's numbers, a post in a channel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.broadcast_letters import letter
from bot.care.broadcast import Wording
from bot.care.local_contacts import FIELDS, LASTS, LocalKind
from bot.care.people import Audience, Profile
from bot.care.statistics import Asked, Counted, Question, Totals, publish, quarter_of
from bot.channel_posts import post_of
from bot.library import Library
from bot.local_drafts import CONFIRM, LocalDraft
from bot.local_screens import LocalScreens
from bot.resource_cards import ResourceCards
from bot.screens import Screen
from bot.stats_words import told

NAME = "(department)"
FILLED = {
    "kind": LocalKind.PEER.value,
    "name": "(name)",
    "who_answers": "(who answers)",
    "phone": "",
    "url": "https://example.org",
    "hours": "(hours)",
    "privacy": "(who learns what)",
    "for_family": False,
}


def department_screens(library: Library, lang: str, now: datetime) -> Iterator[tuple[str, Screen]]:
    """Each with its name."""
    yield from _contacts(library, lang, now)
    yield from _numbers(library, lang, now)
    yield from _posts(library, lang, now)


def _contacts(library: Library, lang: str, now: datetime) -> Iterator[tuple[str, Screen]]:
    profile = Profile(lang=lang, audience=Audience.DEPARTMENT)
    screens, today = LocalScreens(library, ResourceCards(library), profile), now.date()
    draft = LocalDraft(1, 1, FILLED, version=1)
    for name in FIELDS:
        yield f"contact · {name}", screens.step(replace(draft, step=name), NAME, now)
    for kind in LocalKind:
        filled = replace(draft, fields=FILLED | {"kind": kind.value}, step=CONFIRM)
        yield f"contact · {kind} as members see it", screens.step(filled, NAME, now)
    yield "contact · change", screens.fields(draft)
    yield "contact · delete", screens.sure(draft)
    one = draft.contact(NAME, "US", today)
    old = replace(one, checked_on=today - LASTS * 2)
    yield "contacts", screens.listing(1, NAME, [one, old], today)
    yield "contacts · none", screens.listing(1, NAME, [], today)
    yield "contact · too old", screens.old(old)


def _numbers(library: Library, lang: str, now: datetime) -> Iterator[tuple[str, Screen]]:
    quarter, counts = (
        quarter_of(now.date()),
        {Counted.LEFT: 12, Counted.HELP: 30, Counted.YES: 60, Counted.NO: 3},
    )
    shown = {
        "some": publish(quarter, Totals(101, 7, counts), None),
        "large": publish(quarter, Totals(1001, 7, counts), None),
        "small": publish(quarter, Totals(0, 2), None),
    }
    for name, one in shown.items():
        yield f"/stats · {name}", Screen(told(library, lang, NAME, (one,)))
    yield "/stats · nothing yet", Screen(told(library, lang, NAME, ()))


def _posts(library: Library, lang: str, now: datetime) -> Iterator[tuple[str, Screen]]:
    wording = Wording(tip=library.tips[0].id)
    post = post_of(library, wording, lang, "(bot)")
    if post is not None:
        yield "a tip in a channel", post.screen
    for question in Question:
        asking = letter(library, wording, lang, asks=Asked(question, quarter_of(now.date())))
        if asking is not None:
            yield f"a tip that asks · {question}", asking.screen
