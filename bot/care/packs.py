"""Department packs: whom a folder of local help is for, and that its records come first for those people alone."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from threading import Lock

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.care.people import Profile
from bot.care.resource_kinds import INTERNATIONAL, Country, Kind
from bot.care.resources import Resource, ResourceError
from bot.care.search import Answer, Hit, Search

ANSWERS = 2_000  # kept for those who ask the same; about 2 MB
LEADING = 5  # an answer's first screen: what lies deeper answers the question too little to be moved up


class Pack(BaseModel):
    """Whom local help is for: people of these countries, of these regions and departments where any are named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=2, max_length=80)
    countries: tuple[Country, ...] = Field(min_length=1)
    regions: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()

    def is_for(self, profile: Profile, departments: Iterable[str] = ()) -> bool:
        """Whether its records come first for this person; `departments` names those the person joined."""
        if profile.country not in self.countries and INTERNATIONAL not in self.countries:
            return False
        if self.has_joined(departments):
            return True
        return profile.region in self.regions if self.regions else not self.departments

    def has_joined(self, departments: Iterable[str]) -> bool:
        """Whether one of these departments is one it names; capitals and signs do not count."""
        return not {_folded(one) for one in self.departments}.isdisjoint(_folded(one) for one in departments)


@dataclass(frozen=True, slots=True)
class OwnHelp:
    """The packs, by name, in the eyes of one person: whose records lead, whose hold though no region is known, and
    whose are for members of a department alone."""

    leading: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    @classmethod
    def of(cls, packs: Iterable["Pack"], profile: Profile, departments: Iterable[str] = ()) -> "OwnHelp":
        """As seen by this person; `departments` names those the person joined."""
        joined = tuple(departments)
        own = [pack for pack in packs if pack.is_for(profile, joined)]
        return cls(
            leading=frozenset(pack.name for pack in own),
            joined=frozenset(pack.name for pack in own if pack.has_joined(joined)),
            hidden=frozenset(pack.name for pack in packs if pack.departments and pack not in own),
        )


def parse_pack(content: Mapping[str, object]) -> Pack:
    """Read `pack.toml`. Raises ResourceError with every problem."""
    if set(content) != {"pack"}:
        raise ResourceError(["pack.toml must hold the table [pack] and nothing else"])
    try:
        return Pack.model_validate(content["pack"])
    except ValidationError as error:
        raise ResourceError(
            [f"pack.toml [pack] {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        ) from None


def in_its_place(record: Resource, pack: Pack) -> Resource:
    """The record, served in the pack's regions where it names none. Raises ResourceError for one from elsewhere."""
    if not set(record.countries) <= set(pack.countries) and INTERNATIONAL not in pack.countries:
        raise ResourceError([f"[{record.id}] countries: the pack is for {', '.join(pack.countries)} only"])
    if pack.regions and not set(record.regions) <= set(pack.regions):
        raise ResourceError([f"[{record.id}] regions: the pack is for {', '.join(pack.regions)} only"])
    return record if record.regions else record.model_copy(update={"regions": pack.regions})


class OwnFirst:
    """The search, with a department's own help first for its people. Crisis and named lines keep their place.

    `instead` builds the index of the house alone, for when packs hold what cannot be indexed; `problem` then says why.
    """

    def __init__(
        self,
        build: Callable[[], Search],
        resources: Mapping[str, Resource],
        packs: Iterable[Pack],
        instead: Callable[[Exception], Search] | None = None,
    ) -> None:
        self._build, self._instead = build, instead
        self._built: Search | None = None
        self._building = Lock()
        self._answers: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
        self._resources = resources
        self._packs = tuple(packs)
        self.problem = ""

    @property
    def ready(self) -> bool:
        """Whether the index is built."""
        return self._built is not None

    def prepare(self) -> Search:
        """The index, built on first need: on a thread at start, so that a crisis card never waits for it."""
        with self._building:
            self._built = self._built or self._first()
            return self._built

    def _first(self) -> Search:
        try:
            return self._build()
        except Exception as error:
            if self._instead is None:
                raise
            self.problem = f"the search leaves all content packs out: {error}"
            return self._instead(error)

    def answer(self, text: str, profile: Profile, limit: int = 10, departments: Iterable[str] = ()) -> Answer:
        """As Search.answer; `departments` names those the person joined."""
        # The words themselves are not held: of them only Python's hash, whose seed is new in every process.
        joined = frozenset(departments)
        key = (hash(text), len(text), profile, limit, joined)
        known = self._answers.get(key)
        if known is None:
            known = self._answer(text, profile, limit, joined)
            with self._building:
                self._answers[key] = known
                if len(self._answers) > ANSWERS:
                    self._answers.popitem(last=False)
        return known

    def _answer(self, text: str, profile: Profile, limit: int, departments: Iterable[str]) -> Answer:
        own = OwnHelp.of(self._packs, profile, departments)
        found = (self._built or self.prepare()).answer(
            text, profile, limit, joined=own.joined, hidden=own.hidden
        )
        leading = [hit for hit in found.hits[:LEADING] if self._leads(hit, own)]
        if found.intent or not leading or self._keeps_its_place(found.hits[0], text):
            return found
        return replace(found, hits=(*leading, *(hit for hit in found.hits if hit not in leading)))

    def _leads(self, hit: Hit, own: OwnHelp) -> bool:
        record = self._resources.get(hit.id)
        return record is not None and record.pack in own.leading

    def _keeps_its_place(self, hit: Hit, text: str) -> bool:
        """A hotline, and what was asked for by its name, are not moved behind anything."""
        first = self._resources.get(hit.id)
        if first is None or first.kind is Kind.HOTLINE:
            return first is not None
        names = (first.name, first.name_es, *first.also_known_as)
        said = f" {_folded(text)} "
        return any(f" {_folded(name)} " in said for name in names if name)


def _folded(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())
