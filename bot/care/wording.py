"""Words in several languages, each with where it comes from and who signed for it; read from TOML, or refused by name."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

FIRST = "en"
"""The language every text has; who reads one it is not written in gets this."""

COMMON_PRACTICE = "common practice"
"""The source of what people have long done and nobody has measured."""

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Lang = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


def _plain(words: Mapping[str, str]) -> Mapping[str, str]:
    if FIRST not in words:
        raise ValueError(f"it is not there in {FIRST!r}")
    for lang, text in words.items():
        if not text or text != text.strip() or "  " in text:
            raise ValueError(f"{lang}: it is empty, or has spaces at an end or two in a row")
    return words


Words = Annotated[Mapping[Lang, str], AfterValidator(_plain)]
"""A text by language (ISO 639-1). Plain: whoever sends it escapes it for Telegram."""


def at_most(characters: int) -> AfterValidator:
    """No language may need more characters than this."""

    def fits(words: Mapping[str, str]) -> Mapping[str, str]:
        for lang, text in words.items():
            if len(text) > characters:
                raise ValueError(f"{lang}: {len(text)} characters, {characters} fit")
        return words

    return AfterValidator(fits)


def said(words: Mapping[str, str], lang: str) -> str:
    """The text in this language, or in English where it is not written in it."""
    return words.get(lang) or words[FIRST]


def missing(words: Mapping[str, str], languages: Iterable[str]) -> list[str]:
    """The languages it is not written in."""
    return [lang for lang in languages if lang not in words]


class WordingError(ValueError):
    """Content that cannot be used. Its text names the file, the record and each key that is wrong."""


class Signed(BaseModel):
    """What carries its evidence. `source` is a key of the sources in docs/prompts.md, or "common practice".

    `reviewed_by` and `reviewed_on` are empty until a person has read these words and signed for them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = Field(min_length=2, max_length=60)
    reviewed_by: str
    reviewed_on: date | Literal[""]

    @model_validator(mode="after")
    def _signed_with_a_date(self) -> "Signed":
        if bool(self.reviewed_by) != bool(self.reviewed_on):
            raise ValueError("reviewed_by and reviewed_on belong together")
        return self


Record = TypeVar("Record", bound=BaseModel)


def records(texts: Mapping[str, str], key: str, model: type[Record]) -> tuple[Record, ...]:
    """Every `[[key]]` of these files (name: TOML), in the order they are written.

    Raises WordingError for anything that is not such a record, and for an id that is there twice.
    """
    found: list[Record] = []
    ids: set[str] = set()
    for file, text in texts.items():
        for number, table in enumerate(_tables(file, text, key), 1):
            where = f"{file} {table.get('id', f'{key} {number}')}"
            one = _checked(where, table, model)
            if (name := str(table.get("id", where))) in ids:
                raise WordingError(f"{where}: this id is there twice")
            ids.add(name)
            found.append(one)
    return tuple(found)


def record(file: str, text: str, model: type[Record]) -> Record:
    """The one record that this TOML file is. Raises WordingError."""
    return _checked(file, _toml(file, text), model)


def _tables(file: str, text: str, key: str) -> list[dict[str, object]]:
    content = _toml(file, text)
    tables = content.pop(key, None)
    if content or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise WordingError(f"{file}: it must hold [[{key}]] tables and nothing else")
    return tables


def _toml(file: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WordingError(f"{file}: {error}") from error


def _checked(where: str, table: Mapping[str, object], model: type[Record]) -> Record:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        raise WordingError("\n".join(f"{where} {problem}" for problem in _problems(error))) from error


def _problems(error: ValidationError) -> Iterator[str]:
    for found in error.errors(include_url=False, include_context=False):
        key = ".".join(str(part) for part in found["loc"]) or "record"
        yield f"{key}: {found['msg'].removeprefix('Value error, ')}"
