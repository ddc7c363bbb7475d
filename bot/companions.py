"""What people ask for: short practices, the eight weeks, tips, the check-in. Read at the start, parsed on first need."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property

from bot.care import (
    checkin,
    moves,
    places_in_time,
    practices,
    programme,
    questionnaires,
    safe_messaging,
    said_countries,
    spoken,
    tips,
    tongue,
)
from bot.sentences import ContentError


class Companions:
    """What people ask to be sent. Read from disk at the start, and parsed on first need: nobody waits for it."""

    def __init__(self, files: Mapping[str, Mapping[str, str]]) -> None:
        """`files` holds the TOML of each folder by file name."""
        self._files = files

    @cached_property
    def practices(self) -> tuple[practices.Practice, ...]:
        """All short practices, in the order written. Raises ContentError for the first that is wrong."""
        with _content_error():
            return practices.load(self._files["prompts"])

    @cached_property
    def programme(self) -> programme.Programme:
        """The eight weeks. Raises ContentError."""
        with _content_error():
            return programme.load(self._files["programme"])

    @cached_property
    def tips(self) -> tuple[tips.Tip, ...]:
        """All tips a department may send. Raises ContentError."""
        with _content_error():
            return tips.load(self._files["tips"])

    @cached_property
    def questionnaires(self) -> Mapping[str, questionnaires.Questionnaire]:
        """All questionnaires, by id. Raises ContentError."""
        with _content_error():
            return questionnaires.load(self._files["questionnaires"])

    @cached_property
    def checkin(self) -> checkin.CheckIn:
        """The check-in. Raises ContentError."""
        with _content_error():
            return checkin.parse_checkin(tomllib.loads(self._files["flows"]["checkin.toml"]))

    @cached_property
    def moves(self) -> moves.Moves:
        """Moves typed instead of tapped. Raises ContentError."""
        with _content_error():
            return moves.parse_moves(tomllib.loads(self._files["flows"]["moves.toml"]), self.places.states())

    @cached_property
    def spoken(self) -> spoken.Spoken:
        """Whole messages that are no question. Raises ContentError."""
        with _content_error():
            return spoken.parse_spoken(tomllib.loads(self._files["flows"]["spoken.toml"]))

    @cached_property
    def said_countries(self) -> said_countries.SaidCountries:
        """Words that name a country in passing. Raises ContentError."""
        with _content_error():
            return said_countries.parse_said_countries(
                tomllib.loads(self._files["flows"]["said_countries.toml"])
            )

    @cached_property
    def tongues(self) -> tongue.Tongues:
        """By which words a message shows its language. Raises ContentError."""
        with _content_error():
            return tongue.parse_tongues(tomllib.loads(self._files["flows"]["tongues.toml"]))

    @cached_property
    def places(self) -> places_in_time.PlacesInTime:
        """Countries and cities by time zone. Raises ContentError."""
        with _content_error():
            return places_in_time.load(self._files["places"])

    @cached_property
    def linter(self) -> safe_messaging.Linter:
        """What a department's own words are checked for. Raises ContentError."""
        with _content_error():
            return safe_messaging.parse(self._files["broadcasts"]["safe_messaging.toml"])


@contextmanager
def _content_error() -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise ContentError(str(error)) from error
