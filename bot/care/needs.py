"""Browsing by need: which records a need leads to, for this person, best first."""

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.care.people import Audience, Profile
from bot.care.resource_kinds import Freshness, Kind, Status, Topic
from bot.care.resources import Resource

SERVES: Mapping[Audience, frozenset[str]] = {
    Audience.OFFICER: frozenset(
        ("anyone", "officers", "retired", "dispatchers", "corrections", "fire_ems", "veterans", "survivors")
    ),
    Audience.FAMILY: frozenset(("anyone", "family", "survivors", "children_teens")),
    Audience.DEPARTMENT: frozenset(("anyone", "departments", "officers")),
    Audience.UNKNOWN: frozenset(("anyone", "officers", "family", "retired", "survivors")),
}
LINES = frozenset((Kind.HOTLINE, Kind.PEER_LINE, Kind.TEXTLINE))


class Need(BaseModel):
    """One button of /find."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    audiences: frozenset[Audience]
    topics: frozenset[Topic] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    first: tuple[str, ...] = ()

    def fits(self, resource: Resource) -> bool:
        """Whether the record is about this need at all."""
        return resource.kind in self.kinds or bool(self.topics & set(resource.topics))


def offered(needs: Iterable[Need], audience: Audience) -> tuple[Need, ...]:
    """The needs shown to this audience, in order."""
    return tuple(need for need in needs if audience in need.audiences)


def places_for(
    need: Need, resources: Iterable[Resource], profile: Profile, today: date
) -> tuple[Resource, ...]:
    """Records for this need that serve the person's place and kind of person, best first."""
    serves = SERVES[profile.audience]
    fitting = [
        one for one in resources
        if need.fits(one) and one.serves(profile.country, profile.region) and serves & set(one.audiences)
    ]  # fmt: skip
    return tuple(sorted(fitting, key=lambda one: _rank(need, one, profile, today)))


def _rank(need: Need, one: Resource, profile: Profile, today: date) -> tuple[object, ...]:
    lead = need.first.index(one.id) if one.id in need.first else len(need.first)
    speaks = profile.lang == "en" or profile.lang in one.languages
    reachable = bool(one.shown_phones(today) or one.shown_texts(today) or one.shown_chat(today))
    return (
        one.freshness(today) is Freshness.UNCONFIRMED or one.status is Status.NOT_FOR_INDIVIDUALS,
        not speaks,
        lead,
        not reachable,
        one.countries == ("international",),
        one.kind not in LINES,
        one.id,
    )


def parse_needs(content: Mapping[str, object], resources: Mapping[str, Resource]) -> tuple[Need, ...]:
    """Read `needs.toml`. Raises ValueError naming the need and what is wrong."""
    needs = []
    for need_id, table in content.items():
        try:
            need = Need.model_validate(
                {"id": need_id, **(table if isinstance(table, Mapping) else {"": table})}
            )
        except ValidationError as error:
            raise ValueError(f"needs.toml [{need_id}] {error.errors()[0]['msg']}") from None
        unknown = [record for record in need.first if record not in resources]
        if unknown:
            raise ValueError(f"needs.toml [{need_id}] first: there is no resource {unknown[0]!r}")
        needs.append(need)
    return tuple(needs)
