"""A department's own help in the chat: first for those who joined it, in answers and lists, unseen by anybody else."""

import shutil
from pathlib import Path
from typing import Any

from bot.care.roles import Role
from storage import departments
from tests.chat import Chatter, House, open_house
from tests.harm import spoil

EXAMPLE = Path(__file__).parents[2] / "examples" / "pack"
NAME = "Your department peer support team"


def _pack(folder: Path) -> Path:
    pack = Path(shutil.copytree(EXAMPLE, folder / "pack"))
    for file, old, new in (
        (pack / "pack.toml", "departments = []", 'departments = ["Metro PD"]'),
        (pack / "pack.toml", '["Ohio"]', "[]"),
        (pack / "resources" / "local.toml", 'regions = ["Ohio"]', ""),
    ):
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return pack


async def _member(house: House) -> Chatter:
    services = house.bot.services
    now = services.clock.now()

    def link(session: Any) -> str:
        metro = departments.establish(session, "Metro PD", today=now.date())
        return departments.invite(session, services.vault, metro.id, Role.MEMBER, now=now)

    one = house.person("Sam")
    await one.says(f"/start {await services.storage.write(link)}")
    await one.taps("department-join-officer")
    one.sees("department-joined")
    return one


async def test_members_see_it_first_and_strangers_never(tmp_path: Path) -> None:
    async with open_house(tmp_path, content_packs=(str(_pack(tmp_path)),)) as house:
        member, stranger = await _member(house), house.person("Alex")
        for one in (member, stranger):
            await one.says("peer support from my own people")
            assert (f"1. {NAME}" in one.reads) is (one is member)
            assert (NAME in one.reads) is (one is member)
            await one.says("/find")
            await one.taps("need-peer")
            assert (f"1. {NAME}" in one.reads) is (one is member)
            assert (NAME in one.reads) is (one is member)


async def test_without_storage_everybody_sees_the_houses_list(tmp_path: Path) -> None:
    async with open_house(tmp_path, content_packs=(str(_pack(tmp_path)),)) as house:
        member = await _member(house)
        spoil(tmp_path)
        await member.says("number for copline")
        assert "267-5463" in member.reads
