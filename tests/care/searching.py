"""The search as shipped, read once for a test run, and short ways to ask it."""

from benchmarks.search_model import load_search
from bot.care.people import Audience, Profile
from bot.care.search import Answer


def ask(
    text: str, audience: str = "officer", country: str = "US", region: str | None = None, lang: str = "en"
) -> Answer:
    """What the search answers to this person."""
    return load_search().answer(text, Profile(lang, country, region, Audience(audience)))


def ids(
    text: str, audience: str = "officer", country: str = "US", region: str | None = None, lang: str = "en"
) -> list[str]:
    """The ids of that answer, best first."""
    return [hit.id for hit in ask(text, audience, country, region, lang).hits]
