"""The one place where work is set going on its own: nothing is lost to the garbage collector, no failure is silent."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger("statuscheck.delivery")


class Nursery:
    """Tasks that are held until they end. A failure is logged by its type; it touches no other task."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> "asyncio.Task[Any]":
        """Set `work` going; `name` is what the log calls it, so it never holds anything of a person."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def drain(self, seconds: float) -> int:
        """Wait up to `seconds` for all to end, then cancel the rest. Returns how many had to be cancelled."""
        if not self._tasks:
            return 0
        _, late = await asyncio.wait(set(self._tasks), timeout=seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=1.0)
        return len(late)

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s failed: %s", task.get_name(), type(error).__name__)
