"""Everything the search reads from `bot/content/search`, parsed and checked once."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.care.search_intents import RULED, URGENT, Intents
from bot.care.search_lines import ELSEWHERE, Lines
from bot.care.search_model import SearchModel
from bot.care.search_places import Places
from bot.care.search_reading import Concepts, fold
from bot.care.search_scope import Scope

FILES = tuple(
    f"{name}.toml"
    for name in ("concepts", "words", "lines", "routes", "places", "intents", "names", "refuse")
)


class SearchContentError(ValueError):
    """Content of the search that cannot be used; the text names the file and what is wrong."""


@dataclass(frozen=True)
class SearchContent:
    """Concepts, lists, rules and more phrasings; knows nothing of the records yet."""

    concepts: Concepts
    small: Mapping[str, frozenset[str]]
    shorthand: Mapping[str, str]
    lines: Lines
    places: Places
    intents: Intents
    scope: Scope
    names: Mapping[str, str]
    around: frozenset[str]
    ambiguous: str
    asks: Mapping[str, tuple[str, ...]]
    out_of_scope: tuple[str, ...] = ()
    model: SearchModel | None = None
    listed: frozenset[str] = frozenset()
    """Every word of the rules, the places and the names, and everyday words: never taken for a slip of another."""

    @classmethod
    def parse(cls, files: Mapping[str, str]) -> Self:
        """Build it from file texts; names are paths inside `bot/content/search`, with forward slashes.

        Raises SearchContentError naming the file.
        """
        read = {name: _toml(name, files) for name in FILES}
        words = read["words.toml"]
        sets = {name: frozenset(said.split()) for name, said in words["sets"].items()}
        return cls(
            concepts=Concepts.parse(read["concepts.toml"]),
            small={lang: frozenset(fold(said)) for lang, said in words["small"].items()},
            shorthand=words["shorthand"],
            lines=Lines.parse(read["lines.toml"], read["routes.toml"]),
            places=Places.parse(read["places.toml"]),
            intents=Intents.parse(read["intents.toml"], sets["fillers"]),
            scope=Scope.parse(
                read["refuse.toml"],
                _ours(read["concepts.toml"], sets["general"]),
                sets["asked"],
                sets["errands"],
            ),
            names=read["names.toml"],
            around=sets["around"],
            ambiguous=words["names"]["ambiguous"],
            asks=_asks(files),
            out_of_scope=tuple(
                line
                for name in sorted(files)
                if name.startswith("out_of_scope/")
                for line in _lines(files[name])
            ),
            model=SearchModel.parse(files["model.tsv"], files["model.json"])
            if "model.tsv" in files
            else None,
            listed=_listed(
                read[name] for name in ("intents.toml", "places.toml", "refuse.toml", "names.toml")
            ).union(*(line.split() for line in _lines(files.get("real_words.txt", "")))),
        )

    def strangers(self, known: set[str]) -> list[str]:
        """Ids that the content names though there is no such record or article, one problem each."""
        named = {"routes or lines": self.lines.ids(), "names.toml": set(self.names), "asks": set(self.asks)}
        return [
            f"search {where}: there is no {one!r}"
            for where, ids in named.items()
            for one in sorted(ids - known)
        ]


def _toml(name: str, files: Mapping[str, str]) -> dict[str, Any]:
    if name not in files:
        raise SearchContentError(f"search/{name} is missing")
    try:
        return tomllib.loads(files[name])
    except tomllib.TOMLDecodeError as error:
        raise SearchContentError(f"search/{name}: {error}") from error


def _ours(concepts: Mapping[str, Mapping[str, str]], general: frozenset[str]) -> frozenset[str]:
    """Who people are does not make a question ours; what they feel, met or look for does."""
    named = {name for section, table in concepts.items() if section != "people" for name in table}
    return frozenset(named - general)


def _listed(tables: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    said = (one for table in tables for part in table.values() for one in _strings(part))
    return frozenset(word for one in said for part in one.split(",") for word in fold(part))


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, Mapping):
        for one in part.values():
            yield from _strings(one)
    else:
        yield str(part)


def _asks(files: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(files):
        if name.startswith("asks/") and name.endswith(".toml"):
            for key, said in _toml(name, files).items():
                found[key] = (*found.get(key, ()), *_lines(str(said)))
    return found


def _lines(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if line.strip() and not line.startswith("#")]


_NO_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "words.toml": {
        "small": ("en", "es"),
        "shorthand": (),
        "names": ("ambiguous",),
        "sets": ("asked", "around", "fillers", "general", "errands"),
    },
    "lines.toml": {ELSEWHERE: (), "answers": ()},
    "places.toml": {"countries": ()},
    "intents.toml": {**dict.fromkeys((*RULED, *URGENT), ("whole", "says", "but")), "plain": ()},
}


def _empty(tables: Mapping[str, tuple[str, ...]]) -> str:
    return "\n".join(
        "\n".join((f"[{name}]", *(f'{key} = ""' for key in keys))) for name, keys in tables.items()
    )


EMPTY = SearchContent.parse(
    {**dict.fromkeys(FILES, ""), **{name: _empty(one) for name, one in _NO_WORDS.items()}}
)
"""No words of our own at all: an index and nothing else."""
