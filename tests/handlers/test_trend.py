"""My results: a picture and the same in words, for the person alone, and gone with one tap."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from bot.sandbox.telegram_shapes import Message
from bot.trend_chart import TrendCharts
from bot.trend_drawing import INK, LIMIT, LINE, PAPER, QUIET, SHADE
from storage import scores
from storage.scores import Score
from tests.chat import NOON, Chatter, House, open_house

PNG = b"\x89PNG\r\n\x1a\n"
TODAY = NOON.date()


async def _keep(house: House, person: Chatter, kept: Iterable[Score]) -> None:
    services, mine = house.bot.services, tuple(kept)
    whose = services.vault.pseudonym(person.person.id)
    await services.storage.write(lambda s: scores.keep(s, services.vault, whose, mine))


async def _open(person: Chatter) -> list[Message]:
    await person.does(person.person.taps("trend:show", anyway=True))
    await person.house.bot.services.charts.close(20.0)
    return person.new


def _months(number: int) -> list[Score]:
    return [
        Score("phq9", "2001", 20 - one, TODAY - timedelta(days=9 * (number - one))) for one in range(number)
    ]


async def test_a_picture_comes_with_the_same_in_words(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await _keep(house, officer, [*_months(4), Score("gad2", "2009", 4, TODAY)])
    words, picture = await _open(officer)
    assert picture.media is not None
    assert picture.media.kind == "photo"
    assert picture.text
    drawn = house.telegram.download(picture.media.path)
    assert drawn is not None
    assert drawn.data.startswith(PNG)
    assert officer.sees("trend-title")
    assert "17 of 27, worth a talk soon" in words.text
    assert "4 of 6, worth a talk" in words.text
    assert "23 Nov 2026" in words.text


async def test_from_the_results_my_plan_opens_below(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await _keep(house, officer, _months(2))
    await _open(officer)
    await officer.taps("command-plan")
    assert officer.sees("plan-begin")
    assert any("Your saved results" in message.text for message in officer.person.messages)


async def test_one_tap_erases_all_of_it(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await _keep(house, officer, _months(2))
    await _open(officer)
    await officer.taps("trend-erase")
    assert officer.sees("trend-erased")
    await _open(officer)
    assert officer.sees("trend-none")
    await officer.says("/export")
    assert "phq9" not in officer.reads


async def test_export_shows_it_and_forget_takes_it(house: House, officer: Chatter) -> None:
    await officer.says("/start")
    await _keep(house, officer, _months(1))
    await officer.says("/export")
    assert '"scale": "phq9"' in officer.reads
    await officer.says("/forget")
    await officer.taps("privacy-forget-yes")
    await _open(officer)
    assert officer.sees("trend-none")


async def test_somebody_else_sees_nothing_of_it(house: House, officer: Chatter, spouse: Chatter) -> None:
    await officer.says("/start")
    await spouse.says("/start")
    await _keep(house, officer, _months(2))
    await _open(spouse)
    assert spouse.sees("trend-none", "es")


async def test_words_come_alone_when_there_is_no_picture(
    house: House, officer: Chatter, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit(3)")
    house.bot.services.charts._drawing = broken
    await officer.says("/start")
    await _keep(house, officer, _months(2))
    (words,) = await _open(officer)
    assert words.media is None
    assert officer.sees("trend-how")


async def test_a_message_in_danger_is_answered_while_the_picture_is_drawn(
    house: House, officer: Chatter, tmp_path: Path
) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time; time.sleep(30)")
    house.bot.services.charts._drawing = slow
    await officer.says("/start")
    await _keep(house, officer, _months(2))
    await officer.does(officer.person.taps("trend:show", anyway=True))
    assert officer.sees("trend-how")
    await officer.says("I want to die")
    assert officer.sees_a_number
    assert not house.bot.services.charts.follow(officer.person.id, (), "en")
    await house.bot.services.charts.close(0.1)


async def test_long_ago_is_on_the_picture_and_only_the_newest_in_words(
    house: House, officer: Chatter
) -> None:
    await officer.says("/start")
    await _keep(house, officer, _months(12))
    words, _ = await _open(officer)
    assert words.text.count(" of 27") == 8
    assert officer.sees("trend-more")


async def test_where_nothing_is_counted_nothing_is_shown_but_it_can_be_erased(tmp_path: Path) -> None:
    async with open_house(tmp_path, scored_checks=False) as house:
        sam = house.person()
        await sam.says("/start")
        await _keep(house, sam, _months(2))
        await _open(sam)
        assert sam.sees("trend-off")
        assert "27" not in sam.reads
        await sam.taps("trend-erase")
        assert sam.sees("trend-erased")


async def test_the_program_that_draws_is_given_no_secret(house: House, tmp_path: Path) -> None:
    spy = tmp_path / "spy.py"
    spy.write_text("import os, sys; sys.stdin.read(); sys.stdout.write(','.join(sorted(os.environ)))")
    services = house.bot.services
    seen = await TrendCharts(services.library.sentences, services.sender, spy).draw((), "en")
    assert seen is not None
    assert set(seen.decode().split(",")) <= {"", "LC_CTYPE"}


def test_every_colour_stands_out_from_its_ground() -> None:
    """WCAG 2: 4.5 for text, 3 for lines and marks."""
    for ground in (PAPER, SHADE):
        assert min(_contrast(ink, ground) for ink in (INK, QUIET)) > 4.5
        assert min(_contrast(ink, ground) for ink in (LINE, LIMIT)) > 3


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
