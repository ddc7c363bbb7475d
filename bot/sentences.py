"""Every sentence a person can receive, from Fluent files, in every language, escaped for Telegram HTML."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.screens import escape


class ContentError(Exception):
    """Content that cannot be used. Its text names the file and what is wrong there."""


class BadLine(Exception):
    """A line on standard input that cannot be judged. Its text names the line and what is missing."""


class Html(str):
    """Text that is Telegram HTML already, made by us; everything else is escaped before it enters a sentence."""

    __slots__ = ()


class Sentences:
    """Sentences by key and language. A key is a Fluent id, or `id.choice` for the label of a button."""

    def __init__(self, bundles: Mapping[str, FluentBundle], keys: Mapping[str, frozenset[str]]) -> None:
        self._bundles = bundles
        self._fixed: dict[tuple[str, str], str] = {}
        self.keys = keys

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are; the first is what an unknown language falls back to."""
        return tuple(self._bundles)

    def speaks(self, lang: str | None) -> str:
        """The language we answer in for a Telegram language code such as `es-MX`; English when we have none."""
        short = (lang or "").partition("-")[0].lower()
        return short if short in self._bundles else self.languages[0]

    def text(self, key: str, lang: str, **values: object) -> str:
        """The sentence in `lang`. Raises KeyError for a key that does not exist: a test finds those before people."""
        spoken = self.speaks(lang)
        if not values:  # nothing of a person is in it
            if (key, spoken) not in self._fixed:
                self._fixed[key, spoken] = self._worded(key, spoken, values)
            return self._fixed[key, spoken]
        return self._worded(key, spoken, values)

    def _worded(self, key: str, lang: str, values: dict[str, object]) -> str:
        bundle = self._bundles[lang]
        name, _, attribute = key.partition(".")
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        words, _errors = bundle.format_pattern(
            pattern, {name: _safe(value) for name, value in values.items()}
        )
        return str(words)

    def has(self, key: str, lang: str) -> bool:
        """Whether the sentence or label exists in this language itself."""
        return key in self.keys[lang]


def read_sentences(folder: Path, languages: Iterable[str]) -> Sentences:
    """Read every file of each folder `<lang>/`. Raises ContentError for text Fluent cannot read."""
    bundles: dict[str, FluentBundle] = {}
    keys: dict[str, frozenset[str]] = {}
    for lang in languages:
        bundle, found = FluentBundle([lang], use_isolating=False), set[str]()
        for path in sorted((folder / lang).glob("*.ftl")):
            resource = _read(path)
            repeated = found & (names := set(_names(resource)))
            if repeated:
                raise ContentError(f"{path}: {sorted(repeated)[0]} is there twice")
            bundle.add_resource(resource)
            found |= names
        if not found:
            raise ContentError(f"{folder / lang}: no sentences here")
        bundles[lang], keys[lang] = bundle, frozenset(found)
    return Sentences(bundles, keys)


def _read(path: Path) -> ast.Resource:
    try:
        resource: ast.Resource = FluentResource(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentError(f"{path}: {error.strerror}") from error
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise ContentError(f"{path}: Fluent cannot read this: {(entry.content or '').strip()[:80]!r}")
    return resource


def _names(resource: ast.Resource) -> Iterator[str]:
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.value is not None:
                yield entry.id.name
            yield from (f"{entry.id.name}.{attribute.id.name}" for attribute in entry.attributes)


def _safe(value: object) -> object:
    return escape(value) if isinstance(value, str) and not isinstance(value, Html) else value
