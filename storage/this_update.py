"""What was learned while one update is answered, so that its handlers do not ask the database the same thing in turn.

Only one thing is remembered, that a person has no open conversation at all, and only until something is written, the
update has been answered, or a moment has passed. A chat's updates are answered one after the other, so nobody else
moves that conversation meanwhile.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn, TypeVar

from sqlmodel import Session

T = TypeVar("T")
LASTS = 2.0  # seconds; an answer that takes much longer is overtaken by the chat's next update
_PLACE = "this update"


class Learned:
    """Who has nothing open, as far as this update's handlers found out."""

    def __init__(self) -> None:
        self.nobody_open: set[str] = set()
        self.writes = 0  # what was read before one of them says nothing of after it
        self._until = time.monotonic() + LASTS

    @property
    def holds(self) -> bool:
        """Whether it may still be gone by."""
        return time.monotonic() < self._until

    def end(self) -> None:
        """The update is answered; work that goes on in the background asks anew."""
        self._until = float("-inf")


class _NotKnown(Exception):
    """Storage has to be asked after all."""


class _OffHand(Session):
    """Answers from what was learned; whatever needs SQL raises."""

    def _ask(self, *_args: Any, **_more: Any) -> NoReturn:
        raise _NotKnown

    connection = exec = execute = get = scalars = scalar = _ask


_learned: ContextVar[Learned | None] = ContextVar("learned", default=None)


@contextmanager
def answering() -> Iterator[None]:
    """Around the answer to one update."""
    learned = Learned()
    token = _learned.set(learned)
    try:
        yield
    finally:
        learned.end()
        _learned.reset(token)


def learned() -> Learned | None:
    """Of the update that is being answered, to be handed to another thread; None outside of one."""
    found = _learned.get()
    return found if found is not None and found.holds else None


def forget() -> None:
    """Something is being written."""
    if (found := _learned.get()) is not None:
        found.writes += 1
        found.nobody_open.clear()


def off_hand(fn: Callable[[Session], T]) -> tuple[bool, T | None]:
    """Whether `fn` needs no database, and what it returns then. What it does to find out, it does again if not."""
    found = learned()
    if found is None or not found.nobody_open:
        return False, None
    try:
        return True, fn(_OffHand(info=noting(found)))
    except _NotKnown:
        return False, None


def noting(found: Learned | None) -> dict[Any, Any]:
    """The `info` of a session that may learn."""
    return {} if found is None else {_PLACE: (found, found.writes)}


def has_nothing_open(session: Session, pseudonym: str) -> bool:
    """Whether it was found out already."""
    found, _ = session.info.get(_PLACE, (None, 0))
    return found is not None and pseudonym in found.nobody_open


def learns(session: Session) -> bool:
    """Whether it is worth finding out."""
    return _PLACE in session.info


def note_nothing_open(session: Session, pseudonym: str) -> None:
    """This person has no open conversation, unless something was written while we looked."""
    found, writes = session.info.get(_PLACE, (None, 0))
    if found is not None and found.writes == writes:
        found.nobody_open.add(pseudonym)
