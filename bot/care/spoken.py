"""Whole messages that are no question: a greeting, thanks, a feature or a country by its name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale

from bot.care.typed import SHORT, folded

SIGNS, HELP, COUNTRY, CRISIS, EMERGENCY = "signs", "help", "country", "crisis", "emergency"
ALARMS = frozenset("\U0001f198\U0001f52b\U0001f6a8")  # SOS, a gun, a siren
_A_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Messages, folded, and what each means: a word of spoken.toml, or `country:US`."""

    meanings: Mapping[str, str]

    def meant(self, text: str) -> str:
        """SIGNS for what holds neither letter nor digit, "" for everything that is better searched for."""
        if not _A_WORD.search(text):
            return CRISIS if ALARMS & set(text) else HELP if "?" in text else SIGNS
        return self.meanings.get(folded(text), "") if len(text) <= SHORT else ""


def parse_spoken(content: Mapping[str, Any]) -> Spoken:
    """Read spoken.toml. Raises ValueError for a message that is not folded or has two meanings."""
    meanings: dict[str, str] = {}
    for lang, tables in content.items():
        for meaning, messages in _tables(tables):
            for message in messages:
                if message != folded(message):
                    raise ValueError(
                        f"spoken.toml [{lang}] {meaning}: write {message!r} as {folded(message)!r}"
                    )
                if meanings.setdefault(message, meaning) != meaning:
                    raise ValueError(
                        f"spoken.toml [{lang}]: {message!r} is {meaning} and {meanings[message]}"
                    )
    other = {name for tables in content.values() for name in tables.get("not_countries", ())}
    for lang in content:
        for code, name in Locale(lang).territories.items():
            if len(code) == 2 and code.isalpha() and folded(name) not in other:
                meanings.setdefault(folded(name), f"{COUNTRY}:{code}")
    return Spoken(meanings)


def _tables(tables: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for meaning, messages in tables.items():
        if meaning == "countries":
            yield from ((f"{COUNTRY}:{code}", names) for code, names in messages.items())
        elif meaning != "not_countries":
            yield meaning, messages
