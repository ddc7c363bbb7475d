"""From one place or answer to the next: what is like it, and the same kind of help by another way."""

from collections.abc import Iterable, Mapping
from datetime import date

from bot.care.needs import NOBODYS, Found, is_for
from bot.care.packs import OwnHelp
from bot.care.people import Profile
from bot.care.resource_kinds import Freshness, Reach, Status
from bot.care.resources import Resource

ENOUGH = 15  # three screens; what comes later has little in common
EACH_WAY = 2
MEET: frozenset[Reach] = frozenset(
    ("in_person", "peer_team", "support_group", "residential", "debriefing", "coaching")
)
ONLINE: frozenset[Reach] = frozenset(("online", "telehealth", "app", "online_course", "forum"))
WAYS = ("call", "write", "meet", "online")


def alike(
    one: Found, among: Iterable[Found], profile: Profile, today: date, own: OwnHelp = NOBODYS
) -> tuple[Found, ...]:
    """At most ENOUGH others for this person that share a topic, most in common first."""
    return tuple(_near(one, among, profile, today, own)[:ENOUGH])


def ways_of(resource: Resource, today: date) -> frozenset[str]:
    """How people can reach it today, in the words of WAYS; a number that is withheld is no way."""
    written = resource.shown_texts(today) or resource.shown_chat(today) or resource.shown_email
    has: Mapping[str, object] = {
        "call": resource.shown_phones(today),
        "write": written,
        "meet": MEET & set(resource.reach),
        "online": ONLINE & set(resource.reach),
    }
    return frozenset(way for way, found in has.items() if found)


def other_ways(
    resource: Resource,
    among: Iterable[Resource],
    profile: Profile,
    today: date,
    own: OwnHelp = NOBODYS,
) -> tuple[tuple[str, Resource], ...]:
    """Places with the same kind of help and a way this one does not have, two for each way; each place once.

    Where it has every way already, each way leads to the places most like it.
    """
    near = [
        one
        for one in _near(resource, among, profile, today, own)
        if isinstance(one, Resource) and one.freshness(today) is not Freshness.UNCONFIRMED
    ]
    has = ways_of(resource, today)
    missing = [way for way in WAYS if way not in has] or list(WAYS)
    found: dict[str, tuple[str, Resource]] = {}
    for way in missing:
        for one in [one for one in near if one.id not in found and way in ways_of(one, today)][:EACH_WAY]:
            found[one.id] = (way, one)
    return tuple(found.values())


def _near(one: Found, among: Iterable[Found], profile: Profile, today: date, own: OwnHelp) -> list[Found]:
    topics = set(one.topics)
    found = [
        other
        for other in among
        if other.id != one.id and topics & set(other.topics) and is_for(other, profile, own=own)
    ]
    return sorted(found, key=lambda other: (-_likeness(one, other, today), other.id))


def _likeness(one: Found, other: Found, today: date) -> float:
    shared = len(set(one.topics) & set(other.topics)) + 0.5 * len(set(one.audiences) & set(other.audiences))
    if isinstance(one, Resource) and isinstance(other, Resource):
        doubtful = other.freshness(today) is Freshness.UNCONFIRMED or other.status is Status.GENERIC
        return shared + 2 * (one.kind is other.kind) - 3 * doubtful
    return shared + 2 * (type(one) is type(other))
