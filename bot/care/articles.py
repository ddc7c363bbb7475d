"""Short answers to what people ask before they trust anybody: one article each, the same in every language.

An article is a Markdown file with TOML front matter. It ends in one thing to do next, because an answer
without a next step leaves a person where they were.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from bot.care.resource_kinds import Serves, Topic

ANYWHERE = "any"
NEXT_STEP = {"en": "Next step:", "es": "Siguiente paso:"}
"""How the last paragraph begins, by language."""
LANGUAGE_KEYS = frozenset(("lang", "title", "asks", "body"))
"""What a translation changes. Everything else must be the same in every language."""

ArticleTopic = (
    Topic
    | Literal[
        "access", "confidentiality", "therapy", "peer_support", "career", "stigma", "burnout", "firearms", "language",
        "bot",
    ]
)  # fmt: skip
"""The topics of the resources, and those that only an answer has."""

_PARTS = re.compile(r"\A\+\+\+\n(?P<meta>.*?)^\+\+\+\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)


class ArticleError(ValueError):
    """An article that cannot be used. Its text names the file and each key that is wrong."""


class Article(BaseModel):
    """One question and its answer in one language.

    `related` names resources and other articles. `asks` is what people type when this is the answer; only the
    search reads it. `reviewed_on` is the day the facts were last compared, `reviewed_by` the person who signed
    for the words, empty until somebody did. `body` is Markdown: paragraphs, bold, italics, lists, https links.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    title: str = Field(min_length=5, max_length=100)
    audiences: tuple[Serves, ...] = Field(min_length=1)
    topics: tuple[ArticleTopic, ...] = Field(min_length=1)
    countries: tuple[Annotated[str, Field(pattern=r"^(any|[A-Z]{2})$")], ...] = Field(min_length=1)
    related: tuple[str, ...]
    asks: tuple[Annotated[str, Field(min_length=2)], ...] = Field(min_length=6, max_length=10)
    sources: tuple[str, ...]
    reviewed_on: date
    reviewed_by: str
    body: str = Field(min_length=1)

    @field_validator("countries")
    @classmethod
    def _anywhere_stands_alone(cls, countries: tuple[str, ...]) -> tuple[str, ...]:
        if ANYWHERE in countries and len(countries) > 1:
            raise ValueError('"any" stands alone')
        return countries

    @model_validator(mode="after")
    def _ends_in_a_next_step(self) -> "Article":
        step = NEXT_STEP.get(self.lang)
        if step and not self.body.rpartition("\n\n")[2].startswith(step):
            raise ValueError(f'the last paragraph of the body must begin with "{step}"')
        return self

    def serves(self, country: str) -> bool:
        """Whether the answer holds in this country (two capital letters)."""
        return self.countries == (ANYWHERE,) or country in self.countries


def parse_article(name: str, lang: str, text: str) -> Article:
    """The article in the file `articles/<lang>/<name>.md`. Raises ArticleError naming file and key."""
    file = f"articles/{lang}/{name}.md"
    parts = _PARTS.match(text.replace("\r\n", "\n"))
    if parts is None:
        raise ArticleError(f"{file}: it must begin with TOML between two lines of +++")
    try:
        meta = tomllib.loads(parts["meta"])
    except tomllib.TOMLDecodeError as error:
        raise ArticleError(f"{file}: the part between +++ is not TOML: {error}") from error
    if ours := sorted({"id", "lang", "body"} & meta.keys()):
        raise ArticleError(f"{file} {ours[0]}: leave it out, the folder and the file say it")
    try:
        return Article.model_validate({**meta, "id": name, "lang": lang, "body": parts["body"].strip()})
    except ValidationError as error:
        raise ArticleError("\n".join(f"{file} {problem}" for problem in _problems(error))) from error


def article_problems(
    articles: Iterable[Article], languages: Collection[str], places: Collection[str]
) -> list[str]:
    """What is wrong between articles, one line each: a language missing, translations that disagree, or a
    related id that is neither an article nor one of `places` (the ids of the resources)."""
    by_name: dict[str, dict[str, Article]] = {}
    for article in articles:
        by_name.setdefault(article.id, {})[article.lang] = article
    known = {*places, *by_name}
    return [
        f"articles {name} {problem}"
        for name, found in by_name.items()
        for problem in (*_disagreements(found, languages), *_strangers(found, known))
    ]


def _disagreements(found: dict[str, Article], languages: Collection[str]) -> Iterator[str]:
    yield from (f"is not there in {lang!r}" for lang in languages if lang not in found)
    first, *others = found.values()
    for other in others:
        for key in Article.model_fields.keys() - LANGUAGE_KEYS:
            if getattr(first, key) != getattr(other, key):
                yield f"{key}: differs between {first.lang!r} and {other.lang!r}"


def _strangers(found: dict[str, Article], known: Collection[str]) -> Iterator[str]:
    named = {related for article in found.values() for related in article.related}
    yield from (f"related: there is no {related!r}" for related in sorted(named - set(known)))


def _problems(error: ValidationError) -> Iterator[str]:
    for found in error.errors(include_url=False, include_context=False):
        key = ".".join(str(part) for part in found["loc"]) or "body"
        yield f"{key}: {found['msg'].removeprefix('Value error, ')}"
