"""The doors, by role: a coordinator whose account was stolen is put out by the operator, at once and whatever is open."""

from pathlib import Path

from bot import department_cli
from tests.broadcast_house import coordinator, department_house, goes_out, got, library_tip, member, newest
from tests.promises.test_a_coordinator_learns_nothing import _forges


async def test_who_lost_the_role_can_do_nothing_from_that_moment_on(tmp_path: Path) -> None:
    async with department_house(tmp_path, broadcast_approval="off") as house:
        chief, sam = await coordinator(house), await member(house, "Sam")
        other = await coordinator(house, "Rex", department="Springfield PD")
        await library_tip(chief)
        await department_cli.revoke(house.bot.services.settings, "Metro PD", coordinators=True)
        await chief.taps("broadcast-send")
        await goes_out(house)
        assert got(sam) == []
        for data in ("bc:for:1", "bc:send", "bcrun:show:1", "department:down:1"):
            await _forges(chief, data)
            assert "Metro" not in chief.reads
        await chief.says("/broadcast")
        chief.sees("broadcast-not-yours")
        await other.says("/department")
        other.sees("department-coordinator")
        await library_tip(other)
        await other.taps("broadcast-send")
        assert (await newest(house, 2)).department_id == 2
