"""One concrete next step: the ways to a person for whoever is asking, the least exposed first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from bot.care.articles import Article
from bot.care.needs import is_for
from bot.care.people import Audience, Profile
from bot.care.resource_kinds import Freshness, Kind, Status
from bot.care.resources import Resource


class Rung(BaseModel):
    """One degree of exposure. A record fits by name in `first`, else by one of `kinds`; never one of `without`.

    `own`: the person's own agency runs it or pays for it: a department's pack belongs here and on no other rung, and
    `kinds` count for its records only.
    `when`: only while all these words hold. `article`: the answer that tells how, where no record can.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    audiences: frozenset[Audience]
    first: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    without: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    own: bool = False
    article: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A rung and who stands on it: a record, or an answer on how to find one."""

    rung: str
    found: Resource | Article


def ways(
    rungs: Iterable[Rung],
    resources: Iterable[Resource],
    articles: Mapping[str, Article],
    profile: Profile,
    words: frozenset[str],
    today: date,
) -> tuple[Way, ...]:
    """One way a rung, in order, nobody twice. Nobody unconfirmed, overdue, or out of reach."""
    usable = [one for one in resources if is_for(one, profile) and _can_be_reached(one, today)]
    found: list[Way] = []
    for rung in rungs:
        if profile.audience not in rung.audiences or not rung.when <= words:
            continue
        taken = {way.found.id for way in found}
        fitting = [one for one in usable if _stands_on(rung, one) and one.id not in taken]
        if fitting:
            found.append(Way(rung.id, min(fitting, key=lambda one: _rank(rung, one, profile))))
        elif (article := articles.get(rung.article)) and article.serves(profile.country):
            found.append(Way(rung.id, article))
    # Who does not speak the language comes after those who do: a first call must not fail on that.
    return tuple(sorted(found, key=lambda way: not _speaks(way.found, profile)))


def _stands_on(rung: Rung, one: Resource) -> bool:
    if (one.pack and not rung.own) or one.id in rung.without:
        return False
    return one.id in rung.first or (one.kind in rung.kinds and (bool(one.pack) or not rung.own))


def _can_be_reached(one: Resource, today: date) -> bool:
    if one.status is Status.GENERIC:
        return True  # every agency has its own: its words say how to find it
    contact = one.shown_phones(today) or one.shown_texts(today) or one.shown_chat(today) or one.shown_email
    page = one.url if one.url_is_confirmed else None
    return one.status is Status.ACTIVE and one.freshness(today) is Freshness.FRESH and bool(contact or page)


def _speaks(one: Resource | Article, profile: Profile) -> bool:
    if isinstance(one, Article) or profile.lang == "en":
        return True
    return profile.lang in one.languages or "interpreters" in one.languages


def _rank(rung: Rung, one: Resource, profile: Profile) -> tuple[object, ...]:
    named = rung.first.index(one.id) if one.id in rung.first else len(rung.first)
    return (not one.pack, not _speaks(one, profile), named, not one.regions, one.id)
