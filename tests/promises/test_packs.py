"""Promise 1, for department packs: whatever is in an operator's folder, help still comes."""

from pathlib import Path

import pytest

from bot.app import open_bot
from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_request import SandboxRequest
from tests.chat import Hands, House, house_settings


@pytest.mark.parametrize("content", [b"not toml at all [[[", b"\xff\xfe", b'[copline]\nname = "Another"\n'])
async def test_a_broken_pack_does_not_stop_the_crisis_card(tmp_path: Path, content: bytes) -> None:
    pack, hands = tmp_path / "pack", Hands()
    (pack / "resources").mkdir(parents=True)
    (pack / "pack.toml").write_text('[pack]\nname = "Broken"\ncountries = ["US"]\n', encoding="utf-8")
    (pack / "resources" / "local.toml").write_bytes(content)
    telegram = Telegram(now=lambda: hands.at)
    settings = house_settings(tmp_path, telegram, content_packs=(str(pack), str(tmp_path / "nowhere")))
    request = SandboxRequest(telegram, read_timeout=None)
    async with open_bot(settings, request=request, clock=hands.clock()) as bot:
        running = bot.nursery.start(bot.run(), "polling")
        await telegram.idle()
        officer = House(bot, telegram, hands, tmp_path).person("Sam")
        await officer.says("I'm going to kill myself tonight")
        officer.sees("crisis-card-self")
        assert "988" in officer.reads
        assert len(bot.services.library.pack_problems) == 2
        running.cancel()
