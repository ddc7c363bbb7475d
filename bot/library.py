"""Loads `bot/content` once and checks it: after this nothing a person reads comes from disk."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.care.articles import Article, parse_article
from bot.care.crisis_contacts import CrisisPlaces, parse_crisis_places
from bot.care.flow import Flow, parse_flow
from bot.care.needs import Need, parse_needs
from bot.care.resources import Resource, parse_resources
from bot.care.risk import RiskScreen, parse_risk_content
from bot.care.search import Search, build_search
from bot.care.typed import TypedAnswers, parse_typed
from bot.sentences import ContentError, Sentences, read_sentences

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("en", "es")
FLOWS = ("crisis",)


@dataclass(frozen=True, slots=True)
class Library:
    """All that can be said and all that is known, in memory."""

    sentences: Sentences
    resources: Mapping[str, Resource]
    articles: Mapping[str, Mapping[str, Article]]
    crisis_places: CrisisPlaces
    risk: RiskScreen
    flows: Mapping[str, Flow]
    doors: Mapping[str, Mapping[str, str]]
    typed: TypedAnswers
    search: Search
    needs: tuple[Need, ...]

    def place_or_answer(self, found: str, lang: str) -> Resource | Article | None:
        """The resource of that id, or the article in this language (English where it is not written in it)."""
        if found in self.resources:
            return self.resources[found]
        written = self.articles.get(found, {})
        return written.get(lang) or written.get(LANGUAGES[0])

    @property
    def regions(self) -> Mapping[str, tuple[str, ...]]:
        """States and provinces that have a line of their own, by country: asking for more would be asking for nothing."""
        found: dict[str, set[str]] = {}
        for resource in self.resources.values():
            for country in resource.countries:
                found.setdefault(country, set()).update(resource.regions)
        return {country: tuple(sorted(regions)) for country, regions in found.items() if regions}

    def country_name(self, country: str, lang: str) -> str:
        """The country in words; plain "another country" for one we have no name for."""
        key = f"country-{country}"
        return self.text(key if self.sentences.has(key, self.sentences.languages[0]) else "country-ZZ", lang)

    def text(self, key: str, lang: str, **values: object) -> str:
        """The sentence `key` in `lang`, values escaped for Telegram HTML."""
        return self.sentences.text(key, lang, **values)


def open_library(content: Path = CONTENT) -> Library:
    """Read everything. Raises ContentError naming the file, the record and what is wrong."""
    try:
        return _read(content)
    except (ValueError, KeyError) as error:
        raise ContentError(str(error)) from error


def _read(content: Path) -> Library:
    resources = _resources(content / "resources")
    flows = content / "flows"
    return Library(
        sentences=read_sentences(content / "sentences", LANGUAGES),
        resources=resources,
        articles=_articles(content / "articles"),
        crisis_places=parse_crisis_places(_toml(content / "resources" / "crisis.toml"), resources),
        risk=_risk(content / "risk"),
        flows={name: parse_flow(name, _toml(flows / f"{name}.toml")) for name in FLOWS},
        doors=_doors(_toml(flows / "doors.toml"), resources),
        typed=parse_typed(_toml(flows / "typed.toml")),
        needs=parse_needs(_toml(content / "search" / "needs.toml"), resources),
        search=build_search(resources),
    )


def _resources(folder: Path) -> dict[str, Resource]:
    found: dict[str, Resource] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == "crisis.toml":
            continue
        for resource in parse_resources(_toml(path), path.name):
            if resource.id in found:
                raise ContentError(f"{path}: the resource {resource.id!r} is there twice")
            found[resource.id] = resource
    return found


def _articles(folder: Path) -> dict[str, dict[str, Article]]:
    found: dict[str, dict[str, Article]] = {}
    for lang in LANGUAGES:
        for path in sorted((folder / lang).glob("*.md")):
            article = parse_article(path.stem, lang, path.read_text(encoding="utf-8"))
            found.setdefault(article.id, {})[lang] = article
    return found


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{path}: {error}") from error


def _doors(content: Mapping[str, object], resources: Mapping[str, Resource]) -> dict[str, dict[str, str]]:
    doors: dict[str, dict[str, str]] = {}
    for country, places in content.items():
        doors[country] = dict(places) if isinstance(places, dict) else {}
        for place, record in doors[country].items():
            if record not in resources:
                raise ContentError(f"flows/doors.toml [{country}] {place}: there is no resource {record!r}")
    return doors


def _risk(folder: Path) -> RiskScreen:
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return parse_risk_content(files)
