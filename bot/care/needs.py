"""Browsing without typing: what a need of /find or a shelf of /library leads to, for this person, best first."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.care.articles import Article, ArticleTopic
from bot.care.packs import OwnHelp
from bot.care.people import Audience, Profile
from bot.care.resource_kinds import Freshness, Kind, Status
from bot.care.resources import Resource

SERVES: Mapping[Audience, frozenset[str]] = {
    Audience.OFFICER: frozenset(
        ("anyone", "officers", "retired", "dispatchers", "corrections", "fire_ems", "veterans", "survivors")
    ),
    Audience.FAMILY: frozenset(("anyone", "family", "survivors", "children_teens")),
    Audience.DEPARTMENT: frozenset(("anyone", "departments", "officers", "developers")),
    Audience.UNKNOWN: frozenset(("anyone", "officers", "family", "retired", "survivors")),
}
LINES = frozenset((Kind.HOTLINE, Kind.PEER_LINE, Kind.TEXTLINE))
SUICIDAL = "suicidal"
PLACES_FIRST, ANSWERS_NEXT = 3, 2
"""How a first screen of five is shared: who to turn to first, then the answers chosen for this need."""

Found = Resource | Article
NOBODYS = OwnHelp()


class Need(BaseModel):
    """One button of /find, or with `shelf` of /library.

    A record fits by one of `topics` or `kinds`, or by name in `first`, whose order leads. An answer fits by one of
    `topics` or `answers`, or by name in `articles`, which stand on the first screen. `lengths` sorts what is on a
    shelf by the time it takes; `treatment` says what FindTreatment.gov is asked for here (its own codes).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    audiences: frozenset[Audience]
    topics: frozenset[ArticleTopic] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    first: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    answers: frozenset[ArticleTopic] = frozenset()
    shelf: bool = False
    lengths: Mapping[Literal["short", "day", "long"], tuple[str, ...]] = {}
    treatment: Literal["", "SA", "MH", "both"] = ""

    def fits(self, found: Found) -> bool:
        """Whether the record or answer is about this need at all."""
        if isinstance(found, Article):
            return found.id in self.articles or bool((self.topics | self.answers) & set(found.topics))
        return found.id in self.first or found.kind in self.kinds or bool(self.topics & set(found.topics))


def offered(needs: Iterable[Need], audience: Audience) -> tuple[Need, ...]:
    """The needs shown to this audience, in order."""
    return tuple(need for need in needs if audience in need.audiences and not need.shelf)


def shelves(needs: Iterable[Need], audience: Audience) -> tuple[Need, ...]:
    """The shelves of /library for this audience, in order."""
    return tuple(need for need in needs if audience in need.audiences and need.shelf)


def is_for(found: Found, profile: Profile, *, to_read: bool = False, own: OwnHelp = NOBODYS) -> bool:
    """Whether it holds at the person's place and is meant for this kind of person.

    What is only for departments is offered as help to nobody else; officers may find it `to_read`.
    A state's own line goes to nobody whose state is not known. A pack for members goes to members, wherever they live.
    """
    serves = SERVES[profile.audience]
    if to_read and profile.audience is not Audience.FAMILY:
        serves |= {"departments"}
    if not serves & set(found.audiences):
        return False
    if isinstance(found, Article):
        return found.serves(profile.country)
    if found.pack in own.hidden:
        return False
    agencies_only = found.status is Status.NOT_FOR_INDIVIDUALS and profile.audience is not Audience.DEPARTMENT
    here = found.pack in own.joined or found.serves(profile.country, profile.region)
    return here and (to_read or not agencies_only)


def places_for(
    need: Need, resources: Iterable[Resource], profile: Profile, today: date, own: OwnHelp = NOBODYS
) -> tuple[Resource, ...]:
    """Records for this need that serve the person's place and kind of person, best first."""
    fitting = [
        one for one in resources if need.fits(one) and is_for(one, profile, to_read=need.shelf, own=own)
    ]
    return tuple(sorted(fitting, key=lambda one: _rank(need, one, profile, today, own)))


def answers_for(need: Need, articles: Iterable[Article], profile: Profile) -> tuple[Article, ...]:
    """Answers for this need and this person: those chosen for it first, then by title."""
    fitting = [one for one in articles if need.fits(one) and is_for(one, profile)]
    chosen = {name: number for number, name in enumerate(need.articles)}
    return tuple(sorted(fitting, key=lambda one: (chosen.get(one.id, len(chosen)), one.title)))


def all_for(
    need: Need,
    resources: Iterable[Resource],
    articles: Iterable[Article],
    profile: Profile,
    today: date,
    own: OwnHelp = NOBODYS,
) -> tuple[Found, ...]:
    """Places and answers as one list. People come first, but the answers chosen for the need share their screen."""
    places = places_for(need, resources, profile, today, own)
    answers = answers_for(need, articles, profile)
    chosen = [one for one in answers if one.id in need.articles][:ANSWERS_NEXT]
    rest = [one for one in answers if one not in chosen]
    return (*places[:PLACES_FIRST], *chosen, *places[PLACES_FIRST:], *rest)


def any_for(
    need: Need,
    resources: Iterable[Resource],
    articles: Iterable[Article],
    profile: Profile,
    own: OwnHelp = NOBODYS,
) -> bool:
    """Whether `all_for` would find anything. Ends at the first."""
    reads = any(need.fits(one) and is_for(one, profile) for one in articles)
    return reads or any(
        need.fits(one) and is_for(one, profile, to_read=need.shelf, own=own) for one in resources
    )


def _rank(need: Need, one: Resource, profile: Profile, today: date, own: OwnHelp) -> tuple[object, ...]:
    # A department's own help comes first for its people, but never before the lines for a life in danger.
    ours = len(need.first) - 0.5 if need.id == SUICIDAL else -1
    named = need.first.index(one.id) if one.id in need.first else len(need.first)
    lead = ours if one.pack in own.leading else named
    speaks = profile.lang == "en" or profile.lang in one.languages
    reachable = bool(one.shown_phones(today) or one.shown_texts(today) or one.shown_chat(today))
    doubtful = one.freshness(today) is Freshness.UNCONFIRMED
    return (
        doubtful and not (need.shelf and one.id in need.first),  # a shelf's own order, by date, holds for all
        not need.shelf and not speaks,
        lead,
        profile.audience is Audience.DEPARTMENT and "departments" not in one.audiences,
        not reachable,
        one.countries == ("international",),
        one.kind not in LINES,
        one.id,
    )


def parse_needs(
    content: Mapping[str, object], resources: Collection[str], articles: Collection[str]
) -> tuple[Need, ...]:
    """Read `needs.toml`; `resources` and `articles` are the ids there are. Raises ValueError naming the need."""
    needs = []
    for need_id, table in content.items():
        try:
            need = Need.model_validate(
                {"id": need_id, **(table if isinstance(table, Mapping) else {"": table})}
            )
        except ValidationError as error:
            raise ValueError(f"needs.toml [{need_id}] {error.errors()[0]['msg']}") from None
        named = (*need.first, *(record for records in need.lengths.values() for record in records))
        unknown = [record for record in named if record not in resources]
        if unknown:
            raise ValueError(f"needs.toml [{need_id}]: there is no resource {unknown[0]!r}")
        untold = [article for article in need.articles if article not in articles]
        if untold:
            raise ValueError(f"needs.toml [{need_id}]: there is no article {untold[0]!r}")
        needs.append(need)
    return tuple(needs)
