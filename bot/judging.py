"""The risk screen and the search as an outside judge meets them: JSON lines in, JSON lines out, in order."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.care.people import Audience, Profile
from bot.library import open_library
from bot.sentences import BadLine


def screen_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """`{"id", "text", "lang"?}` -> `{"id", "level", "action", "reasons"}`."""
    risk = open_library().risk
    for number, asked in _objects(lines):
        verdict = risk.screen(_text(asked, number), asked.get("lang"))
        yield {
            "id": asked.get("id", number),
            "level": str(verdict.level),
            "action": str(verdict.action),
            "reasons": list(verdict.reasons),
        }


def search_lines(lines: Iterable[str], default_country: str) -> Iterator[dict[str, Any]]:
    """`{"id", "text", "lang"?, "audience"?, "country"?, "region"?}` -> `{"id", "results", "score"}`."""
    library = open_library()
    for number, asked in _objects(lines):
        answer = library.search.answer(_text(asked, number), _profile(asked, default_country))
        yield {
            "id": asked.get("id", number),
            "results": [hit.id for hit in answer.hits],
            "score": round(answer.score, 4),
        }


def screen_text(text: str) -> str:
    """The verdict for a reader."""
    verdict = open_library().risk.screen(text)
    reasons = "\n".join(f"  {reason}" for reason in verdict.reasons) or "  nothing was found"
    topic = f", topic {verdict.topic}" if verdict.topic else ""
    return f"level {verdict.level}, action {verdict.action}{topic}\n{reasons}"


def search_text(text: str, lang: str, country: str) -> str:
    """The results for a reader."""
    library = open_library()
    answer = library.search.answer(text, Profile(lang=lang, country=country))
    found = "\n".join(f"  {number}. {hit.id}" for number, hit in enumerate(answer.hits, 1))
    return f"score {answer.score:.2f}\n{found or '  nothing: the chat would say so and offer a person'}"


def _objects(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
        except ValueError as error:
            raise BadLine(f"line {number} is not JSON: {error}") from None
        if not isinstance(asked, dict):
            raise BadLine(f"line {number} is not a JSON object")
        yield number, asked


def _text(asked: dict[str, Any], number: int) -> str:
    text = asked.get("text")
    if not isinstance(text, str):
        raise BadLine(f'line {number} has no "text"')
    return text


def _profile(asked: dict[str, Any], default_country: str) -> Profile:
    audience = asked.get("audience")
    return Profile(
        lang=asked.get("lang") or "en",
        country=asked.get("country") or default_country,
        region=asked.get("region"),
        audience=Audience(audience) if audience in set(Audience) else Audience.UNKNOWN,
    )
