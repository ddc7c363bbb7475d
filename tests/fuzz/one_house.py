"""One running bot for many examples of hypothesis: opened once, spoken to as often as there are examples."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from bot.care.roles import Role
from tests.broadcast_house import department_house, link
from tests.chat import Chatter, House

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))  # `make fuzz` asks for more
BROKEN = (
    "statuscheck.errors",
    "gate:",
    "card:",
    "was not handled",
    "could not be read",
    "could not read the HTML",
)


def examples(usual: int) -> settings:
    """So many in a test run, and as many as were asked for in a long one."""
    odd = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=EXAMPLES or usual, deadline=None, suppress_health_check=odd, database=None)


class OneHouse:
    """Synchronous to the outside, as hypothesis wants it."""

    def __init__(self, runner: asyncio.Runner, house: House) -> None:
        self._runner = runner
        self.house = house
        self.broken: list[str] = []

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    async def joins(self, name: str, role: Role, department: str) -> Chatter:
        """One more person in a department."""
        one = self.house.person(name)
        await one.says(f"/start {await link(self.house, role, department)}")
        await one.taps("department-accept" if role is Role.COORDINATOR else "department-join-officer")
        return one

    async def receives(self, kind: str, content: Any) -> None:
        """An update of any shape, straight from Telegram."""
        self.house.telegram.account.updates.put(kind, content)
        await self.house.telegram.idle()

    def whole(self) -> None:
        """Nothing broke since the last look: an error that was apologised for is one nevertheless."""
        broken, self.broken[:] = self.broken[:], []
        assert broken == []

    def rows(self, *, without: str) -> dict[str, list[tuple[Any, ...]]]:
        """Every row that is not of this person, and not of the house's own noting of updates."""
        found = {}
        with sqlite3.connect(self.house.folder / "house.db") as db:
            for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                if table not in ("answered_update", "sqlite_sequence"):
                    rows = db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # our own tables
                    found[table] = [row for row in rows if without not in row]
        return found


class _Listening(logging.Handler):
    def __init__(self, broken: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._broken = broken

    def emit(self, record: logging.LogRecord) -> None:
        said = f"{record.name} {record.getMessage()}"
        if any(words in said for words in BROKEN):
            self._broken.append(said)


@contextmanager
def one_house(folder: Path) -> Iterator[OneHouse]:
    """Opened and closed on one loop."""
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()

        async def opens() -> House:
            return await stack.enter_async_context(department_house(folder))

        opened = OneHouse(runner, runner.run(opens()))
        listening, log = _Listening(opened.broken), logging.getLogger("statuscheck")
        log.addHandler(listening)
        try:
            yield opened
        finally:
            log.removeHandler(listening)
            runner.run(stack.aclose())
