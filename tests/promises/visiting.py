"""Goes everywhere in the bot without knowing what is there: every command, every button, and the same words at each step."""

from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

from bot.handlers import commands
from bot.sandbox.telegram_shapes import InlineButton, Message
from tests.chat import Chatter

SPARED = ("privacy:forget", "privacy:keep", "department:leave", "department:down", "crisis:", "home:crisis")
ENDS = ("forget", "clear")  # commands that would take away what is being looked for


class Visitors:
    """Tries everything a few times. `words` is what they write wherever they are; `been` the places, as `flow:step`."""

    def __init__(self, words: str, *, spared: tuple[str, ...] = SPARED) -> None:
        self.words = words
        self.been: Counter[str] = Counter()
        self._spared = spared

    async def everywhere(self, person: Callable[[], Chatter], *, each: int = 40) -> None:
        """A fresh person for each command, so that none stands in the way of another."""
        for command in commands():
            if command.name not in ENDS:
                await self.from_here(person(), f"/{command.name}", each=each)

    async def from_here(self, one: Chatter, first: str, *, each: int = 40) -> None:
        """Deeper first: a button is tapped while its screen is still the newest. Words after every second tap."""
        waiting = await self._shown(one, one.says(f"{first} {self.words}"))
        waiting += await self._shown(one, one.says(first))
        for number in range(each):
            message, button = next(
                ((m, b) for m, b in reversed(waiting) if self.been[_place(b)] < 4), (None, None)
            )
            if message is None or button is None:
                return
            self.been[_place(button)] += 1
            tap = one.does(one.person.taps(button.data or "", message, anyway=True))
            waiting += await self._shown(one, tap)
            if number % 2:
                waiting += await self._shown(one, one.says(self.words))

    async def _shown(
        self, one: Chatter, deed: Coroutine[Any, Any, list[Message]]
    ) -> list[tuple[Message, InlineButton]]:
        await deed
        buttons = [(message, button) for message in one.new for row in message.buttons for button in row]
        return [(m, b) for m, b in buttons if b.data and not b.data.startswith(self._spared)]


def _place(button: InlineButton) -> str:
    return ":".join((button.data or "").split(":")[:2])
