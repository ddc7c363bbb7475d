"""The page answers to this computer alone, says no in a sentence, and its stream never leaves a page half told."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox.page import Seat, serve_page
from bot.sandbox.page_guard import picture_type
from bot.sandbox.page_stream import LONGEST_QUEUE, Stream
from bot.sandbox.telegram import Telegram
from tests.sandbox.page_bot import DOT
from tests.sandbox.page_stage import three_seats

MARK = "what only the officer wrote"


class Desk:
    """The page over plain HTTP, as a stranger's program could reach it."""

    def __init__(self, telegram: Telegram, seats: list[Seat], url: str, web: ClientSession) -> None:
        self.telegram, self.seats, self.url, self.web = telegram, seats, url, web

    async def acts(self, path: str, body: Any, **headers: str) -> tuple[int, Any]:
        own = {"Origin": self.url.rstrip("/"), "Content-Type": "application/json"}
        text = body if isinstance(body, str) else json.dumps(body)
        url = f"{self.url}api/people/{path}"
        async with self.web.post(url, data=text, headers=own | headers) as answer:
            return answer.status, await answer.json()

    async def gets(self, path: str, **headers: str) -> tuple[int, str, Any]:
        async with self.web.get(self.url + path, headers=headers) as answer:
            return answer.status, await answer.text(errors="replace"), answer.headers


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    telegram = Telegram()
    seats = three_seats(telegram)
    async with serve_page(telegram, seats, port=0) as url, ClientSession() as web:
        yield Desk(telegram, seats, url, web)


async def test_a_name_that_merely_points_here_is_refused(desk: Desk) -> None:
    for host in (
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "10.0.0.7",
        "[::ffff:1.2.3.4]",
    ):
        status, text, _ = await desk.gets("", Host=host)
        assert (status, "sandbox" in text.lower() or "computer" in text) == (403, True), host


async def test_this_computers_own_names_are_welcome_through_any_port(desk: Desk) -> None:
    for host in ("localhost:9999", "127.0.0.1", "[::1]:8080"):
        assert (await desk.gets("", Host=host))[0] == 200, host


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Content-Type": "text/plain"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_web_site_cannot_act_as_anybody(desk: Desk, headers: dict[str, str]) -> None:
    status, answer = await desk.acts("officer/say", {"text": "hello"}, **headers)
    assert status in (403, 415)
    assert list(answer) == ["error"]
    assert desk.seats[0].person.messages == []


async def test_another_web_site_cannot_read_the_stream(desk: Desk) -> None:
    assert (await desk.gets("api/events", **{"Sec-Fetch-Site": "cross-site"}))[0] == 403


async def test_every_answer_carries_the_policy_the_stream_and_refusals_too(desk: Desk) -> None:
    for path in ("", "files/app.js", "nowhere"):
        _, _, headers = await desk.gets(path)
        assert headers["Content-Security-Policy"].startswith("default-src 'self';"), path
        assert headers["X-Content-Type-Options"] == "nosniff"
    async with desk.web.get(f"{desk.url}api/events") as stream:
        assert "require-trusted-types-for 'script'" in stream.headers["Content-Security-Policy"]


async def test_the_page_loads_only_its_own_files(desk: Desk) -> None:
    _, page, _ = await desk.gets("")
    assert "//" not in page.replace("<!doctype", "")
    assert "style=" not in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    "path", ["files/../page.py", "files/%2e%2e%2fpage.py", "files/", "media/../../settings.py"]
)
async def test_nothing_but_the_pages_files_can_be_read(desk: Desk, path: str) -> None:
    assert (await desk.gets(path))[0] == 404


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("officer/say", {"text": "  "}, 400),
        ("officer/say", {"text": "x" * 4097}, 400),
        ("officer/say", {"text": MARK, "surprise": 1}, 400),
        ("officer/say", f"{{not json {MARK}", 400),
        ("officer/say", [MARK], 400),
        ("officer/say", "x" * 70_000, 413),
        ("officer/tap", {"message_id": 99}, 404),
        ("officer/edit", {"message_id": 99, "text": MARK}, 404),
        ("officer/start", {"payload": "no spaces allowed"}, 400),
        ("officer/language", {"language": ""}, 400),
        ("officer/dance", {}, 404),
        ("nobody/say", {"text": MARK}, 404),
    ],
)
async def test_what_makes_no_sense_is_refused_in_a_sentence(
    desk: Desk, path: str, body: Any, status: int
) -> None:
    answered, answer = await desk.acts(path, body)
    assert answered == status
    assert MARK not in str(answer)
    assert "Traceback" not in str(answer)


async def test_a_breaking_act_shows_no_trace_and_logs_no_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def breaks(*_: object) -> None:
        raise RuntimeError(MARK)

    monkeypatch.setattr(desk.seats[0].person, "says", breaks)
    with caplog.at_level(logging.DEBUG):
        status, answer = await desk.acts("officer/say", {"text": MARK})
    assert (status, answer) == (500, {"error": "the sandbox could not do this"})
    assert MARK not in caplog.text
    assert "RuntimeError" in caplog.text


async def test_the_bots_words_cannot_be_changed_by_a_person(desk: Desk) -> None:
    person = desk.seats[0].person
    await desk.acts("officer/say", {"text": "hello"})
    params = {"chat_id": person.id, "text": "mine"}
    await desk.telegram.call(desk.telegram.token, "sendMessage", params)
    status, _ = await desk.acts("officer/edit", {"message_id": person.last.id, "text": "forged"})
    assert (status, person.last.text) == (400, "mine")


async def test_a_file_that_is_no_picture_is_only_ever_downloaded(desk: Desk) -> None:
    person = desk.seats[0].person
    page = b"<script>alert(1)</script>"
    message = await person.sends_document("note.html", page)
    assert message.media is not None
    _, text, headers = await desk.gets(f"media/{message.media.path}")
    assert (text.encode(), headers["Content-Type"]) == (page, "application/octet-stream")
    assert headers["Content-Disposition"] == "attachment"


def test_pictures_are_known_by_their_bytes() -> None:
    assert picture_type(DOT) == "image/png"
    assert picture_type(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == "image/webp"
    assert picture_type(b"\x00\x00\x00\x18ftypmp42") == "video/mp4"
    assert picture_type(b"<svg onload=alert(1)>") is None


async def test_only_this_computer_can_be_served() -> None:
    for host in ("0.0.0.0", "10.0.0.7", "statuscheck.example"):  # noqa: S104 - refused, which is the point
        with pytest.raises(OSError, match="this computer only"):
            async with serve_page(Telegram(), [], host=host, port=0):
                pass


async def test_a_taken_port_is_an_error_that_names_it(desk: Desk) -> None:
    port = int(desk.url.rstrip("/").rpartition(":")[2])
    with pytest.raises(OSError, match=str(port)):
        async with serve_page(desk.telegram, desk.seats, port=port):
            pass


async def test_the_stream_begins_with_everything_and_goes_on_in_order(desk: Desk) -> None:
    await desk.acts("officer/say", {"text": "before"})
    async with desk.web.get(f"{desk.url}api/events") as stream:
        state = json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: "))
        officer = state["seats"][0]
        assert (state["kind"], officer["key"], officer["started"]) == ("state", "officer", True)
        assert [message["text"] for message in officer["messages"]] == ["before"]
        await desk.acts("officer/say", {"text": "after"})
        await desk.acts("officer/language", {"language": "es"})
        told = [
            json.loads((await stream.content.readuntil(b"\n\n")).removeprefix(b"data: ")) for _ in range(2)
        ]
    assert [(one["kind"], one["seat"]) for one in told] == [("message", "officer"), ("head", "officer")]
    assert told[1]["head"]["language"] == "es"


async def test_a_page_too_slow_to_follow_is_let_go_and_others_are_not() -> None:
    stream = Stream()
    with stream.joined() as slow, stream.joined() as quick:
        for number in range(LONGEST_QUEUE + 1):
            stream.tell({"number": number})
            quick.get_nowait()
        assert [event async for event in stream.read(slow, beat=1)] == []
        stream.tell({"number": -1})
        assert quick.get_nowait() == {"number": -1}


async def test_a_silent_stream_shows_a_sign_of_life() -> None:
    stream = Stream()
    with stream.joined() as queue:
        reading = stream.read(queue, beat=0)
        assert await anext(reading) is None
        stream.close()
        assert [event async for event in reading] == []
