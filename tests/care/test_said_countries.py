"""Countries named in passing."""

import pytest

from bot.care.said_countries import parse_said_countries
from bot.handlers.place import COUNTRIES
from bot.library import open_library

LIBRARY = open_library()
SAID = LIBRARY.companions.said_countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("i live in sydney and i want to die", ("AU",)),
        ("I'm in the UK", ("GB",)),
        ("northern ireland", ("GB",)),
        ("garda in Dublin", ("IE",)),
        ("a nypd cop in new zealand", ("NZ", "US")),
        ("help us, tell us", ()),
        ("", ()),
    ],
)
def test_a_country_is_known_by_its_words(text: str, countries: tuple[str, ...]) -> None:
    assert SAID.of(text) == countries


def test_only_countries_with_numbers_of_their_own_are_named() -> None:
    assert set(SAID.by_words.values()) == set(COUNTRIES)


@pytest.mark.parametrize("content", [{"GB": ["The UK"]}, {"GB": ["a b c"]}, {"GB": ["x"], "US": ["x"]}])
def test_words_that_are_not_plain_or_of_two_countries_are_refused(content: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match=r"said_countries\.toml"):
        parse_said_countries(content)
