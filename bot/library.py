"""Loads `bot/content` once and checks it: after this nothing a person reads comes from disk."""

import gc
import json
import logging
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.care import practices, programme, questionnaires, tips
from bot.care.article_html import warm_up
from bot.care.articles import Article, parse_article
from bot.care.breathing import Technique, in_order, parse_technique
from bot.care.crisis_contacts import CrisisPlaces, parse_crisis_places
from bot.care.flow import Flow, parse_flow
from bot.care.heard import Heard, parse_heard
from bot.care.needs import Need, parse_needs
from bot.care.packs import OwnFirst, Pack, in_its_place, parse_pack
from bot.care.resources import Resource, parse_resources
from bot.care.risk import RiskScreen, parse_risk_content
from bot.care.safe_messaging import Linter
from bot.care.search import Search, build_search
from bot.care.search_content import SearchContent
from bot.care.typed import TypedAnswers, parse_typed
from bot.companions import Companions
from bot.sentences import ContentError, Sentences, read_sentences

log = logging.getLogger("statuscheck.library")

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("en", "es")
COMPANIONS = ("prompts", "programme", "tips", "questionnaires", "flows", "places", "broadcasts")
FLOWS = ("crisis",)


@dataclass(frozen=True, slots=True)
class Library:
    """All that can be said and all that is known, in memory. `pack_problems` tells which packs were left out."""

    sentences: Sentences
    resources: Mapping[str, Resource]
    articles: Mapping[str, Mapping[str, Article]]
    crisis_places: CrisisPlaces
    risk: RiskScreen
    flows: Mapping[str, Flow]
    doors: Mapping[str, Mapping[str, str]]
    typed: TypedAnswers
    heard: Heard
    search_files: Mapping[str, str]
    search: OwnFirst
    needs: tuple[Need, ...]
    techniques: Mapping[str, Technique]
    pictures: Mapping[str, bytes]
    companions: Companions
    packs: tuple[Pack, ...] = ()
    pack_tips: Mapping[str, tuple[tips.Tip, ...]] = field(default_factory=dict)  # by the name of the pack
    pack_problems: tuple[str, ...] = ()

    def place_or_answer(self, found: str, lang: str) -> Resource | Article | None:
        """The resource of that id, or the article in this language (English where it is not written in it)."""
        if found in self.resources:
            return self.resources[found]
        written = self.articles.get(found, {})
        return written.get(lang) or written.get(LANGUAGES[0])

    @property
    def practices(self) -> tuple[practices.Practice, ...]:
        """Short practices for those who asked to be sent some."""
        return self.companions.practices

    @property
    def programme(self) -> programme.Programme:
        """The eight weeks at one's own pace."""
        return self.companions.programme

    @property
    def tips(self) -> tuple[tips.Tip, ...]:
        """What a department may send without writing it itself."""
        return self.companions.tips

    @property
    def linter(self) -> Linter:
        """What a department's own words are checked for before they go out."""
        return self.companions.linter

    @property
    def questionnaires(self) -> Mapping[str, questionnaires.Questionnaire]:
        """What /check asks word for word, by id."""
        return self.companions.questionnaires

    @property
    def regions(self) -> Mapping[str, tuple[str, ...]]:
        """States and provinces with a line of their own or left out by one, by country: more would be asking for nothing."""
        found: dict[str, set[str]] = {}
        for resource in self.resources.values():
            for country in resource.countries:
                found.setdefault(country, set()).update((*resource.regions, *resource.not_in))
        return {country: tuple(sorted(regions)) for country, regions in found.items() if regions}

    def country_name(self, country: str, lang: str) -> str:
        """The country in words; plain "another country" for one we have no name for."""
        key = f"country-{country}"
        return self.text(key if self.sentences.has(key, self.sentences.languages[0]) else "country-ZZ", lang)

    def text(self, key: str, lang: str, **values: object) -> str:
        """The sentence `key` in `lang`, values escaped for Telegram HTML."""
        return self.sentences.text(key, lang, **values)


def open_library(content: Path = CONTENT, packs: Iterable[str | Path] = ()) -> Library:
    """Read everything. Raises ContentError naming the file, the record and what is wrong.

    A broken department pack is left out and named, in the log and in `pack_problems`: it never stops the bot.
    """
    try:
        library = _read(content)
    except Exception as error:  # whatever a file holds, an operator reads which one it was
        raise ContentError(_blamed(content, error)) from error
    for folder in packs:
        try:
            library = _with_pack(library, Path(folder))
        except Exception as error:  # noqa: BLE001  # whatever is in a department's folder, people still get the card
            problem = f"content pack {folder} is left out: {error}"
            log.warning("%s", problem)
            library = replace(library, pack_problems=(*library.pack_problems, problem))
    return library


def _blamed(content: Path, error: Exception) -> str:
    """What is wrong and in which file: most readers get words alone, so the first file that is not whole is looked for."""
    told = str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
    if str(content) in told:
        return told
    for path in sorted(content.rglob("*.*")):
        if path.suffix in (".toml", ".md", ".ftl", ".tsv", ".json"):
            try:
                text = path.read_text(encoding="utf-8")
                if path.suffix == ".toml":
                    tomllib.loads(text)
                elif path.suffix == ".json":
                    json.loads(text)
            except (ValueError, RecursionError) as broken:
                return f"{path}: {broken}"
    return f"{content}: {told}"


def _with_pack(library: Library, folder: Path) -> Library:
    pack = parse_pack(_toml(folder / "pack.toml"))
    if pack.name in {one.name for one in library.packs}:
        raise ContentError(f"another pack is called {pack.name!r}")
    with _without_looking_for_rubbish():
        found = _resources(folder / "resources", pack.name)
        own = {key: in_its_place(one, pack) for key, one in found.items()}
    taken = sorted(own.keys() & (library.resources.keys() | library.articles.keys()))
    if taken:
        raise ContentError(f"these ids are taken: {', '.join(taken)}")
    resources, packs = {**library.resources, **own}, (*library.packs, pack)
    told = {**library.pack_tips, pack.name: tips.load(_tomls(folder / "tips"))}
    search = _search(library.search_files, resources, library.articles, packs)
    return replace(library, resources=resources, packs=packs, pack_tips=told, search=search)


def _read(content: Path) -> Library:
    resources = _resources(content / "resources")
    articles, search_files = _articles(content / "articles"), _search_files(content / "search")
    flows = content / "flows"
    return Library(
        sentences=read_sentences(content / "sentences", LANGUAGES),
        resources=resources,
        articles=articles,
        crisis_places=parse_crisis_places(_toml(content / "resources" / "crisis.toml"), resources),
        risk=_risk(content / "risk"),
        flows={name: parse_flow(name, _toml(flows / f"{name}.toml")) for name in FLOWS},
        doors=_doors(_toml(flows / "doors.toml"), resources),
        typed=parse_typed(_toml(flows / "typed.toml")),
        heard=parse_heard(_toml(flows / "heard.toml")),
        needs=parse_needs(_toml(content / "search" / "needs.toml"), resources, articles),
        techniques=in_order(
            {path.stem: parse_technique(path.stem, _toml(path)) for path in (content / "calm").glob("*.toml")}
        ),
        pictures={path.stem: path.read_bytes() for path in (content / "calm").glob("*.mp4")},
        companions=Companions({name: _tomls(content / name) for name in COMPANIONS}),
        search_files=search_files,
        search=_search(search_files, resources, articles, ()),
    )


def _search(
    files: Mapping[str, str],
    resources: Mapping[str, Resource],
    articles: Mapping[str, Mapping[str, Article]],
    packs: Iterable[Pack],
) -> OwnFirst:
    # Read and indexed on first need: a crisis card does not wait for half a second of search.
    def build() -> Search:
        warm_up()  # together with the index, off the event loop
        return build_search(resources, articles, SearchContent.parse(files))

    def house_alone(error: Exception) -> Search:
        log.warning("the search leaves all content packs out: %s", error)
        house = {key: one for key, one in resources.items() if not one.pack}
        return build_search(house, articles, SearchContent.parse(files))

    packs = tuple(packs)
    return OwnFirst(build, resources, packs, house_alone if packs else None)


def _search_files(folder: Path) -> dict[str, str]:
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "needs.toml"]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def _tomls(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))}


def _resources(folder: Path, pack: str = "") -> dict[str, Resource]:
    found: dict[str, Resource] = {}
    for path in sorted((*folder.glob("*.toml"), *folder.glob("*.jsonl"))):
        if path.name == "crisis.toml" and not pack:
            continue
        for resource in records_in(path, pack):
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


def topic_words(content: Path = CONTENT) -> dict[str, tuple[str, ...]]:
    """By which words a service from another directory is known to be about a topic of ours."""
    table = _toml(content / "directory" / "topics.toml")
    return {topic: tuple(words) for topic, words in table.items() if isinstance(words, list)}


def records_in(path: Path, pack: str = "") -> Iterator[Resource]:
    """The records of a file: TOML for hands, JSON Lines for thousands (four times as fast to read).

    Raises ContentError or ResourceError naming the file, and the record or line. An id may come twice.
    """
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield from parse_resources(_of_line(line, f"{path}:{number}"), path.name, pack)
    else:
        yield from parse_resources(_toml(path), path.name, pack)


def _of_line(line: str, where: str) -> dict[str, object]:
    try:
        table = json.loads(line)
        return {table.pop("id"): table}
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise ContentError(f"{where}: one record a line, with its id ({error})") from None


@contextmanager
def _without_looking_for_rubbish() -> Iterator[None]:
    """Python looks through everything it holds again and again while it grows: 8 of 11 s for 45,000 records."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        gc.freeze()  # content is never let go: looking through 45,000 records again stopped everything for a second


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
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return parse_risk_content({str(path.relative_to(folder)): path.read_bytes() for path in paths})
