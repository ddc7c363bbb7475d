"""/broadcast from the first tap to the last report, as coordinators and members see it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.care.roles import Role
from tests.broadcast_house import (
    coordinator,
    department_house,
    goes_out,
    got,
    ledger_of,
    library_tip,
    link,
    member,
    newest,
    pseudonym,
)

WRITTEN = "After a bad call, talk to the peer team before you drive home. Ten minutes is enough."
SPANISH = "Después de algo duro, habla con el equipo de apoyo antes de manejar. Bastan diez minutos."


async def test_a_tip_of_the_library_goes_to_everybody_in_their_own_language(tmp_path: Path) -> None:
    async with department_house(tmp_path) as house:
        chief = await coordinator(house)
        sam, ana = await member(house, "Sam"), await member(house, "Ana", lang="es", family=True)
        other = await member(house, "Alex", department="Springfield PD")
        await library_tip(chief)
        assert got(sam) == []
        await chief.taps("broadcast-send")
        await goes_out(house)
        tip = next(one for one in house.bot.services.library.tips if one.audience == "both")
        assert [tip.said("en")[0] in text for text in got(sam)] == [True]
        assert [tip.said("es")[0] in text for text in got(ana)] == [True]
        assert got(other) == []
        assert set((await ledger_of(house)).values()) == {"sent"}
        assert (await newest(house)).state == "done"
        chief.sees("broadcast-state-done")
