"""FindTreatment.gov, asked only where an operator switched it on: a state goes out, nothing about a person does.

The page is public and needs no key, but nobody promises its form (no documentation was found; the pattern was read in
public clients). So it is asked with short patience, remembered for a day, left alone after failures, and believed only
as far as its answer has the expected form. Whatever fails, people get the plain link.
"""

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

import httpx
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

log = logging.getLogger("statuscheck.delivery")

SITE = "https://findtreatment.gov"
SHOWN = 5
CONNECT, READ, IN_ALL = 2.0, 4.0, 5.0  # seconds; behind this answer the person's next message waits
LARGEST = 256 * 1024  # bytes of an answer that are read
GOOD_FOR = 24 * 3600.0  # seconds an answer is remembered
FAILURES, LEFT_ALONE = 3, 300.0  # after so many failures in a row it is not asked for so many seconds
ZIP = re.compile(r"\d{5}")
NUMBER = re.compile(r"[+()\d][\d ().x-]{5,24}")
WEB = re.compile(r"https?://[^\s<>\"']{4,200}")

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=160)]


class Trouble(Exception):
    """No answer that can be used; its text says why and holds nothing of the answer."""


class TreatmentPlace(BaseModel):
    """One row of the list, as it says it. Nobody here has checked it."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    name1: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=160)]
    street1: Line | None = None
    city: Line | None = None
    state: Line
    zip: Line | None = None
    phone: Line | None = None
    website: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] | None = None

    @property
    def address(self) -> str:
        """Street, town, state and ZIP, as far as the list has them."""
        return ", ".join(filter(None, (self.street1, self.city, f"{self.state} {self.zip or ''}".strip())))

    @property
    def number(self) -> str:
        """The phone number; empty for anything that is not one."""
        return self.phone if self.phone and NUMBER.fullmatch(self.phone) else ""

    @property
    def link(self) -> str:
        """The website; empty for anything that is not one."""
        return self.website if self.website and WEB.fullmatch(self.website) else ""


@dataclass(slots=True)
class _Breaker:
    """Counts failures in a row and says when to leave the site alone."""

    clock: Callable[[], float]
    failures: int = 0
    failed_at: float = 0.0

    @property
    def is_open(self) -> bool:
        return self.failures >= FAILURES and self.clock() - self.failed_at < LEFT_ALONE

    def note(self, *, worked: bool) -> None:
        self.failures = 0 if worked else self.failures + 1
        self.failed_at = self.clock()


class FindTreatment:
    """The list of licensed places, by state. `states` gives the site's own number of each state's letters."""

    def __init__(
        self, client: httpx.AsyncClient, url: str, states: Mapping[str, int], clock: Callable[[], float]
    ) -> None:
        self._client = client
        self._url = url
        self.states = states
        self._clock = clock
        self._breaker = _Breaker(clock)
        self._known: dict[tuple[str, str], tuple[float, tuple[TreatmentPlace, ...]]] = {}

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, states: Mapping[str, int], clock: Callable[[], float]
    ) -> AsyncIterator["FindTreatment"]:
        """Ready to ask `url`; `clock` counts seconds and never goes back."""
        async with httpx.AsyncClient(
            timeout=httpx.Timeout(READ, connect=CONNECT, pool=CONNECT),
            limits=httpx.Limits(max_connections=4),
            headers={
                "User-Agent": "status-check",
                "Accept": "application/json",
                "Accept-Encoding": "identity",
            },
        ) as client:
            yield cls(client, url, states, clock)

    def page(self, zip_code: str = "") -> str:
        """The plain link, around the middle of a ZIP where one is given. Nothing is sent until a person opens it."""
        return f"{SITE}/locator?sAddr={zip_code}" if ZIP.fullmatch(zip_code) else SITE

    async def places(self, state: str, kind: str) -> tuple[TreatmentPlace, ...]:
        """At most SHOWN places of this kind (SA, MH or both) in a state by its two letters; empty for any trouble."""
        if state not in self.states:
            return ()
        known = self._known.get((state, kind))
        if known and self._clock() - known[0] < GOOD_FOR:
            return known[1]
        if self._breaker.is_open:
            return ()
        try:
            async with asyncio.timeout(IN_ALL):
                found = _read(await self._ask(state, kind), state)
        except (httpx.HTTPError, TimeoutError, Trouble) as error:
            self._breaker.note(worked=False)
            log.warning(
                "FindTreatment.gov: %s", error if isinstance(error, Trouble) else type(error).__name__
            )
            return ()
        self._breaker.note(worked=True)
        self._known[state, kind] = (self._clock(), found)
        return found

    async def _ask(self, state: str, kind: str) -> bytes:
        # limitType 0 is a whole state; the address is then a formality, and ours is nobody's
        question: dict[str, str | int] = {
            "sType": kind, "sAddr": "0,0", "limitType": 0, "limitValue": self.states[state],
            "pageSize": SHOWN, "page": 1, "sort": 0,
        }  # fmt: skip
        self._client.cookies.clear()  # two people's questions are not to be told apart from one person's
        url = f"{self._url}/locator/exportsAsJson/v2"
        async with self._client.stream("GET", url, params=question) as answer:
            if answer.status_code != httpx.codes.OK:
                raise Trouble(f"answered {answer.status_code}")
            body = b""
            # raw, because a few packed bytes can unfold to more than there is memory
            async for part in answer.aiter_raw():
                body += part
                if len(body) > LARGEST:
                    raise Trouble("answered more than can be")
            return body


def _read(body: bytes, state: str) -> tuple[TreatmentPlace, ...]:
    try:
        rows = json.loads(body)["rows"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Trouble("answered in another form") from None
    if not isinstance(rows, list):
        raise Trouble("answered in another form")
    # A number that means another state there must not send anybody to another state.
    found = [place for place in map(_place, rows) if place and place.state.upper() == state]
    if rows and not found:
        raise Trouble("answered with nothing that can be used")
    return tuple(found[:SHOWN])


def _place(row: object) -> TreatmentPlace | None:
    try:
        return TreatmentPlace.model_validate(row)
    except ValidationError:
        return None
