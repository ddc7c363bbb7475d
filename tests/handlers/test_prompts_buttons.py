"""Buttons of prompts that nobody made, or that belong to what is over: nothing happens, and nothing breaks."""

import pytest

from bot.care.schedule_wishes import Wishes
from storage import subscriptions
from tests.chat import Chatter, House


async def _wishes(house: House, sam: Chatter) -> Wishes | None:
    services = house.bot.services
    name = services.vault.pseudonym(sam.person.id)
    found = await services.storage.read(lambda s: subscriptions.find(s, services.vault, name))
    return found.wishes if found else None


async def _sign_up(sam: Chatter) -> None:
    await sam.says("/prompts")
    await sam.taps("prompts-begin")
    await sam.taps("Central, 12:00")
    await sam.taps("18:00–20:00")


FORGED = (
    "wish:zone:Mars/Base~begin", "wish:set:9-5~begin", "rota:today:XYZ~1", "rota:pattern:none", "rota:fixed:D~9~1-2",
    "prompts:refuse:no-such", "wish:pace:99", "course:again:99", "course:read:1~99", "wish:topics:gossip",
)  # fmt: skip


async def test_a_button_nobody_made_changes_nothing(house: House, officer: Chatter) -> None:
    await _sign_up(officer)
    before = await _wishes(house, officer)
    for forged in FORGED:
        await officer.does(officer.person.taps(forged, anyway=True))
        officer.sees_not("failed")
    assert await _wishes(house, officer) == before


@pytest.mark.parametrize("after", ["prompts:stop", "/forget"])
async def test_an_old_message_of_somebody_who_left_breaks_nothing(
    house: House, officer: Chatter, after: str
) -> None:
    await _sign_up(officer)
    if after == "/forget":
        await officer.says(after)
        await officer.taps("privacy-forget-yes")
    else:
        await officer.does(officer.person.taps(after, anyway=True))
    for step in (
        "did",
        "later",
        "later:double-in-long-out~day",
        "refuse:double-in-long-out",
        "resume",
        "hard",
        "one",
    ):
        await officer.does(officer.person.taps(f"prompts:{step}", anyway=True))
        officer.sees_not("failed")
    for data in (
        "wish:pace:1",
        "wish:topics:sleep",
        "wish:set:540-660",
        "rota:none",
        "rota:today:DN--~1",
        "course:leave",
    ):
        await officer.does(officer.person.taps(data, anyway=True))
        officer.sees_not("failed")
    assert await _wishes(house, officer) is None
