"""Other processes of the same house: whose turn it is with a person, who keeps time, who needs to know."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Protocol

from storage.engines import is_sqlite, parse
from storage.errors import StorageUnavailable


class Neighbours(Protocol):
    """What a process knows of the others."""

    @property
    def alone(self) -> bool:
        """Whether this is surely the only process of the house."""
        ...

    @property
    def leads(self) -> bool:
        """Whether this one keeps time for all: exactly one does, or none for a moment."""
        ...

    def turn(self, number: int, patience: float) -> Any:
        """`async with` a person's turn, or after `patience` seconds without it. Gives whether there may be others."""
        ...

    def sent(self, messages: int) -> None:
        """Messages of ours that count for the token's limit."""
        ...

    def tell(self, kind: str, text: str) -> None:
        """Let the others know."""
        ...

    def listen(self, kind: str, heard: Callable[[str], None]) -> None:
        """Call `heard`, on the event loop, with what others tell."""
        ...

    async def close(self) -> None:
        """Give everything back."""
        ...


class Alone:
    """On SQLite there is one process; it always has the turn and the lead."""

    alone = True
    leads = True

    @asynccontextmanager
    async def turn(self, _number: int, _patience: float) -> AsyncIterator[bool]:
        """At once."""
        yield False

    def sent(self, messages: int) -> None:
        """Nobody to tell."""

    def tell(self, kind: str, text: str) -> None:
        """Nobody to tell."""

    def listen(self, kind: str, heard: Callable[[str], None]) -> None:
        """Nobody will."""

    async def close(self) -> None:
        """Nothing is held."""


def neighbours_on(url: str) -> Neighbours:
    """By DATABASE_URL; alone where that is no address, which is said where the database is opened."""
    try:
        alone = is_sqlite(parse(url))
    except StorageUnavailable:
        alone = True
    if alone:
        return Alone()
    from storage.neighbours_postgres import OnPostgres  # 8 MB that a house on SQLite does without

    return OnPostgres(url)
