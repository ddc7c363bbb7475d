"""FindTreatment.gov, against a local server of the same shape: what goes out, what is believed, and the plain link."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.delivery import treatment
from bot.delivery.treatment import FAILURES, GOOD_FOR, LARGEST, LEFT_ALONE, SHOWN, FindTreatment
from bot.settings import SettingsError, read_settings
from tests.chat import Chatter, Hands, House, open_house

STATES = {"TX": 71, "NY": 72}
ROW = {
    "name1": "River <b>House</b> & Co", "street1": "1 Main St", "city": "Austin", "state": "TX", "zip": "78701",
    "phone": "512-555-0100", "website": "https://river.example.org/a?b=1&c=2", "latitude": "30.2", "longitude": "-97.7",
    "miles": 0, "services": [{"f1": "Type of Care", "f2": "TC", "f3": "Detox"}],
}  # fmt: skip


@dataclass
class Site:
    """The government's page as far as we ask it. `answer` says what it does."""

    answer: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    hang: asyncio.Event | None = None
    url: str = ""

    async def reply(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.query))
        self.cookies.append(request.headers.get("Cookie", ""))
        if self.hang is not None:
            await self.hang.wait()
        body = self.answer if isinstance(self.answer, bytes) else json.dumps(self.answer).encode()
        headers = {"Set-Cookie": "who=you; Path=/", "Content-Type": "application/json", **self.headers}
        return web.Response(status=self.status, body=body, headers=headers)


def rows(*found: dict[str, Any]) -> dict[str, Any]:
    return {"page": 1, "totalPages": 1, "recordCount": len(found), "rows": list(found)}


@asynccontextmanager
async def serve(site: Site) -> AsyncIterator[Site]:
    app = web.Application()
    app.router.add_get("/locator/exportsAsJson/v2", site.reply)
    runner = web.AppRunner(app)
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0)
    await place.start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield site
    finally:
        if site.hang is not None:
            site.hang.set()
        await runner.cleanup()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serve(Site(rows(ROW))) as running:
        yield running


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
async def list_(site: Site, hands: Hands) -> AsyncIterator[FindTreatment]:
    async with FindTreatment.open(site.url, STATES, hands.clock().monotonic) as opened:
        yield opened


async def test_a_state_and_a_kind_go_out_and_nothing_else(list_: FindTreatment, site: Site) -> None:
    await list_.places("TX", "SA")
    assert site.asked == [
        {
            "sType": "SA",
            "sAddr": "0,0",
            "limitType": "0",
            "limitValue": "71",
            "pageSize": "5",
            "page": "1",
            "sort": "0",
        }
    ]


async def test_two_questions_cannot_be_told_to_be_one_persons(list_: FindTreatment, site: Site) -> None:
    await list_.places("TX", "SA")
    await list_.places("TX", "MH")
    assert site.cookies == ["", ""]


async def test_an_answer_becomes_places(list_: FindTreatment) -> None:
    (place,) = await list_.places("TX", "SA")
    assert place.address == "1 Main St, Austin, TX 78701"
    assert place.number == "512-555-0100"


async def test_no_more_than_a_screen_is_shown(list_: FindTreatment, site: Site) -> None:
    site.answer = rows(*[ROW] * 40)
    assert len(await list_.places("TX", "SA")) == SHOWN


async def test_what_was_answered_is_remembered_for_a_day(
    list_: FindTreatment, site: Site, hands: Hands
) -> None:
    first = await list_.places("TX", "SA")
    hands.forward(timedelta(seconds=GOOD_FOR - 1))
    assert await list_.places("TX", "SA") == first
    assert len(site.asked) == 1
    hands.forward(timedelta(seconds=1))
    await list_.places("TX", "SA")
    assert len(site.asked) == 2


async def test_a_place_in_another_state_is_never_shown(list_: FindTreatment, site: Site) -> None:
    site.answer = rows({**ROW, "state": "OK"}, ROW)
    assert [place.state for place in await list_.places("TX", "SA")] == ["TX"]
    site.answer = rows(ROW)
    assert await list_.places("NY", "SA") == ()


async def test_a_state_nobody_gave_a_number_for_is_not_asked_for(list_: FindTreatment, site: Site) -> None:
    assert await list_.places("ZZ", "SA") == ()
    assert site.asked == []


MALFORMED = [
    b"", b"<html>maintenance</html>", b"[]", b"null", b"7", b'{"rows": {}}', b'{"rows": null}', b"[" * 100_000,
    b"\xff\xfe", json.dumps(rows({"name1": 3}, {"state": "TX"}, {})).encode(), b'{"rows": [1, null, "x", []]}',
]  # fmt: skip


@pytest.mark.parametrize("body", MALFORMED, ids=lambda body: body[:12])
async def test_an_answer_in_another_form_is_no_answer(list_: FindTreatment, site: Site, body: bytes) -> None:
    site.answer = body
    assert await list_.places("TX", "SA") == ()


async def test_one_bad_row_costs_only_itself(list_: FindTreatment, site: Site) -> None:
    site.answer = rows({"name1": None, "state": "TX"}, ROW, {**ROW, "name1": "x" * 5000})
    assert len(await list_.places("TX", "SA")) == 1


async def test_a_number_or_link_that_is_none_is_left_out(list_: FindTreatment, site: Site) -> None:
    site.answer = rows({**ROW, "phone": "<a href=x>call</a>", "website": "javascript:alert(1)"})
    (place,) = await list_.places("TX", "SA")
    assert place.number == ""
    assert place.link == ""


@pytest.mark.parametrize("status", [301, 404, 429, 500, 503])
async def test_an_error_of_theirs_is_no_answer(list_: FindTreatment, site: Site, status: int) -> None:
    site.status, site.headers = status, {"Location": "https://elsewhere.example.org"}
    assert await list_.places("TX", "SA") == ()
    assert len(site.asked) == 1


async def test_an_answer_without_end_is_not_read_to_the_end(list_: FindTreatment, site: Site) -> None:
    site.answer = b'{"rows": [' + b" " * (LARGEST + 1) + b"]}"
    assert await list_.places("TX", "SA") == ()


async def test_a_packed_answer_is_not_unfolded(list_: FindTreatment, site: Site) -> None:
    site.answer = gzip.compress(b'{"rows": [' + b" " * 50_000_000 + b"]}", compresslevel=9)
    site.headers = {"Content-Encoding": "gzip"}
    assert await list_.places("TX", "SA") == ()


async def test_a_slow_answer_is_not_waited_for(
    site: Site, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(treatment, "IN_ALL", 0.05)
    site.hang = asyncio.Event()
    async with FindTreatment.open(site.url, STATES, hands.clock().monotonic) as list_:
        assert await list_.places("TX", "SA") == ()


async def test_a_server_that_is_not_there_is_no_answer(hands: Hands) -> None:
    async with FindTreatment.open("http://127.0.0.1:9", STATES, hands.clock().monotonic) as list_:
        assert await list_.places("TX", "SA") == ()


async def test_after_three_failures_it_is_left_alone_for_five_minutes(
    list_: FindTreatment, site: Site, hands: Hands
) -> None:
    site.status = 500
    for _ in range(FAILURES + 3):
        await list_.places("TX", "SA")
    assert len(site.asked) == FAILURES
    hands.forward(timedelta(seconds=LEFT_ALONE))
    await list_.places("TX", "SA")
    await list_.places("TX", "SA")
    assert len(site.asked) == FAILURES + 1, "one more try, and it is left alone again"
    site.status = 200
    hands.forward(timedelta(seconds=LEFT_ALONE))
    assert await list_.places("TX", "SA")


async def test_what_is_remembered_is_shown_while_the_site_is_left_alone(
    list_: FindTreatment, site: Site
) -> None:
    known = await list_.places("TX", "SA")
    site.status = 500
    for _ in range(FAILURES):
        await list_.places("NY", "SA")
    assert await list_.places("TX", "SA") == known


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ("78701", "https://findtreatment.gov/locator?sAddr=78701"),
        ("", "https://findtreatment.gov"),
        ("7870", "https://findtreatment.gov"),
        ("78701&x=1", "https://findtreatment.gov"),
    ],
)
async def test_the_plain_link_carries_a_zip_and_nothing_else(
    list_: FindTreatment, said: str, link: str
) -> None:
    assert list_.page(said) == link


async def _opened_need(house: House, need: str) -> Chatter:
    officer = house.person("Sam")
    await officer.says("/start")
    await officer.taps("start-officer")
    await officer.says("/find")
    await officer.taps(need)
    return officer


async def test_what_goes_out_is_said_before_anything_does(tmp_path: Path, site: Site) -> None:
    async with open_house(tmp_path, findtreatment=site.url, findtreatment_states="TX=71") as house:
        officer = await _opened_need(house, "need-alcohol")
        await officer.taps("treatment-near")
        officer.sees("treatment-ask-state")
        officer.sees("treatment-ask-zip")
        assert site.asked == []
        await officer.taps("TX")
        officer.sees("treatment-found")
        assert "River <b>House</b> & Co" in officer.reads, "shown as text, not as markup"
        assert site.asked[0]["sType"] == "SA"


async def test_when_the_list_fails_people_get_the_link(tmp_path: Path, site: Site) -> None:
    site.status = 500
    async with open_house(tmp_path, findtreatment=site.url, findtreatment_states="TX=71") as house:
        officer = await _opened_need(house, "need-therapist")
        await officer.taps("treatment-near")
        await officer.taps("TX")
        officer.sees("treatment-link")
        buttons = [button for row in officer.person.last_with_buttons.buttons for button in row]
        assert "https://findtreatment.gov" in {button.url for button in buttons}


async def test_a_zip_becomes_a_link_and_nothing_is_asked(tmp_path: Path, site: Site) -> None:
    async with open_house(tmp_path, findtreatment=site.url) as house:
        officer = await _opened_need(house, "need-residential")
        await officer.taps("treatment-near")
        officer.sees("treatment-ask-zip")
        officer.sees_not("treatment-ask-state")
        await officer.says("78701")
        officer.sees("treatment-zip")
        buttons = [button for row in officer.person.last_with_buttons.buttons for button in row]
        assert "https://findtreatment.gov/locator?sAddr=78701" in {button.url for button in buttons}
        assert site.asked == []


async def test_outside_the_us_it_is_not_offered(tmp_path: Path, site: Site) -> None:
    async with open_house(tmp_path, findtreatment=site.url, default_country="CA") as house:
        officer = await _opened_need(house, "need-alcohol")
        assert "Find treatment near me" not in officer.person.last_with_buttons.labels
        await officer.says("78701")
        officer.sees_not("treatment-zip")


def test_it_is_off_unless_switched_on() -> None:
    assert read_settings(_env_file=None).findtreatment_url is None
    assert read_settings(_env_file=None, findtreatment="on").findtreatment_url == "https://findtreatment.gov"


def test_states_are_read_from_a_setting() -> None:
    given = read_settings(_env_file=None, findtreatment_states="tx=71, NY=72")
    assert given.findtreatment_states == {"TX": 71, "NY": 72}


@pytest.mark.parametrize("given", [{"findtreatment": "maybe"}, {"findtreatment_states": "Texas=11"}])
def test_a_wrong_setting_is_named(given: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(given)).upper()):
        read_settings(_env_file=None, **given)
