"""Asks every page we send people to whether it is still there. Polite, bounded, and it changes nothing.

One request at a time to a host, a pause between them, a handful of hosts at once; a page that fails is asked again.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

import httpx

from bot.care.resources import Resource

AT_ONCE = 8  # hosts
APART = 1.0  # seconds between two requests to one host
TIMEOUT = 15.0  # seconds for each step of a request
BACKOFF = (2.0, 8.0)  # seconds before asking again
LONGEST_WAIT = 60.0  # seconds that a host may ask us to wait
REDIRECTS = 8
AGENT = "Mozilla/5.0 (compatible; StatusCheck link check)"
PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
GUARDED = frozenset((401, 403, 405, 406, 429, 451, 999))
"""Answers of a host that keeps programs out: the page may be there, so a person must look."""


class Outcome(StrEnum):
    """What became of a link. Only BROKEN fails the check."""

    OK = "ok"
    MOVED = "moved"
    LOOK = "look"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the fields of records that send people there, such as `copline.url`."""

    url: str
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a link answered. `leads_to` is where redirects end; `said` is the status or the kind of failure."""

    link: Link
    outcome: Outcome
    said: str
    leads_to: str = ""


Pause = Callable[[float], Awaitable[None]]


def links_of(resources: Iterable[Resource]) -> list[Link]:
    """Every address of the records once, with all who use it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in resources:
        for field, url in _addresses(record):
            found[url].append(f"{record.id}.{field}")
    return [Link(url, tuple(used_by)) for url, used_by in found.items()]


async def check_links(
    links: Sequence[Link],
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    pause: Pause = asyncio.sleep,
    told: Callable[[Checked], None] = lambda _: None,
) -> list[Checked]:
    """Ask them all, in the order given out again. `told` hears each as it is known; `transport` replaces the network."""
    hosts: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        hosts[_host(link.url)].append(link)
    few = asyncio.Semaphore(AT_ONCE)
    found: dict[str, Checked] = {}
    async with httpx.AsyncClient(
        transport=transport,
        timeout=TIMEOUT,
        follow_redirects=True,
        max_redirects=REDIRECTS,
        headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"},
    ) as client:

        async def ask_host(waiting: Sequence[Link]) -> None:
            async with few:
                for number, link in enumerate(waiting):
                    if number:
                        await pause(APART)
                    found[link.url] = await _ask(client, link, pause)
                    client.cookies.clear()
                    told(found[link.url])

        await asyncio.gather(*(ask_host(waiting) for waiting in hosts.values()))
    return [found[link.url] for link in links]


def as_json(found: Iterable[Checked]) -> list[Mapping[str, object]]:
    """The answers as plain data."""
    return [
        {"url": one.link.url, "outcome": str(one.outcome), "said": one.said, "leads_to": one.leads_to}
        | {"used_by": list(one.link.used_by)}
        for one in found
    ]


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""  # no address at all: asking will say so


def _addresses(record: Resource) -> Iterator[tuple[str, str]]:
    if record.url:
        yield "url", record.url
    if record.chat_url:
        yield "chat_url", record.chat_url
    for number, source in enumerate(record.sources):
        if source.url.startswith(("https://", "http://")):
            yield f"sources.{number}", source.url


async def _ask(client: httpx.AsyncClient, link: Link, pause: Pause) -> Checked:
    for wait in (*BACKOFF, None):
        try:
            answer = await _answer(client, link.url, pause)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError):
            return Checked(link, Outcome.BROKEN, "no address a browser could open")
        except httpx.TooManyRedirects:
            return Checked(link, Outcome.BROKEN, f"more than {REDIRECTS} redirects")
        except httpx.HTTPError as error:
            if wait is None:
                return Checked(link, Outcome.BROKEN, _failure(error))
        else:
            if wait is None or answer.status_code not in PASSING:
                return _judged(link, answer)
            wait = max(wait, _asked_to_wait(answer))
        await pause(wait)
    raise AssertionError("the last try always answers")


async def _answer(client: httpx.AsyncClient, url: str, pause: Pause) -> httpx.Response:
    """The answer to HEAD; to GET, its body unread, where HEAD is not liked."""
    answer = await client.head(url)
    if answer.is_success or answer.status_code == 429:
        return answer
    await pause(APART)
    async with client.stream("GET", url) as answer:
        return answer


def _judged(link: Link, answer: httpx.Response) -> Checked:
    said = f"{answer.status_code} {answer.reason_phrase}".strip()
    leads_to = str(answer.url) if answer.history else ""
    if answer.status_code in GUARDED:
        return Checked(link, Outcome.LOOK, said, leads_to)
    if not answer.is_success:
        return Checked(link, Outcome.BROKEN, said, leads_to)
    return Checked(link, Outcome.MOVED if leads_to else Outcome.OK, said, leads_to)


def _asked_to_wait(answer: httpx.Response) -> float:
    seconds = answer.headers.get("Retry-After", "")
    return min(float(seconds), LONGEST_WAIT) if seconds.isdecimal() else 0.0


def _failure(error: httpx.HTTPError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return f"no answer in {TIMEOUT:g} s"
    words = str(error).strip()
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
