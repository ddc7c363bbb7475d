"""The terminal chat: one line typed (or piped) is one message; what the bot answers is printed as plain text."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import TextIO

from bot.sandbox.chat_lines import lines_of
from bot.sandbox.chat_view import describe
from bot.sandbox.telegram import Person, Telegram
from bot.sandbox.telegram_shapes import Event, InlineButton

HELP = """\
  some words          say them to the bot; /start, /help and other commands too
  :2                  tap button 2 of the newest message with buttons
  :edit new words     change what you said last
  :start payload      open the bot's link with that payload (or :open https://t.me/...)
  :photo words        send a photo with these words; also :voice :sticker :location :contact
  :forward words      pass on what somebody else wrote
  :who family         be somebody else: officer, family, coordinator, or any name
  :menu               the commands the bot offers
  :block, :unblock    block the bot, let it in again
  :quit               leave, as the end of input does
"""
COMMAND = re.compile(r":([a-z]{2,}|\d+)(?:\s+(.*))?", re.DOTALL)

Act = Callable[[str], Awaitable[object]]

PERSON_ACTS: dict[str, Callable[[Person, str], Awaitable[object]]] = {
    "start": lambda person, rest: person.starts(rest or None),
    "open": Person.opens,
    "photo": Person.sends_photo,
    "voice": lambda person, _: person.sends_voice(),
    "sticker": lambda person, _: person.sends_sticker(),
    "location": lambda person, _: person.sends_location(),
    "contact": lambda person, _: person.sends_contact(),
    "forward": Person.forwards,
    "block": lambda person, _: person.blocks(),
    "unblock": lambda person, _: person.unblocks(),
}


async def terminal_chat(
    telegram: Telegram,
    *,
    lines: AsyncIterator[str] | TextIO,
    out: TextIO,
    person: Person,
    people: Mapping[str, Person] | None = None,
) -> None:
    """Until the input ends. Each line waits for the bot's answers to the one before.

    `people` are those `:who` finds by name; `person` is who speaks first; any other name makes a new person.
    """
    typed = isinstance(lines, AsyncIterator) or not lines.isatty()
    terminal = _Terminal(telegram, out, person, dict(people or {}), echo=typed)
    stop = telegram.listen(terminal.show)
    try:
        async for line in lines_of(lines):
            await terminal.settle()
            if not await terminal.take(line.strip()):
                break
        await terminal.settle()
    finally:
        stop()


class _Terminal:
    def __init__(
        self, telegram: Telegram, out: TextIO, person: Person, people: dict[str, Person], *, echo: bool
    ) -> None:
        self._telegram = telegram
        self._out = out
        self._person = person
        self._people = people
        self._echo = echo
        self._acts: dict[str, Act] = {
            "edit": self._edit,
            "who": self._become,
            "menu": self._menu,
            "help": self._help,
        }
        people.setdefault(person.name.lower(), person)
        if not echo:
            self._write(f"You talk to {telegram.name} in a sandbox, as {person.name}. :help says how.")

    async def take(self, line: str) -> bool:
        """Acts on one line; False when the person wants to leave."""
        if not line:
            return True
        if self._echo:
            self._write(f"> {line}")
        command = COMMAND.fullmatch(line)
        if line == ":quit":
            return False
        if not command:
            await self._person.says(line)
        elif command[1].isdigit():
            await self._tap(int(command[1]))
        elif of_person := PERSON_ACTS.get(command[1]):
            await of_person(self._person, command[2] or "")
        elif act := self._acts.get(command[1]):
            await act(command[2] or "")
        else:
            self._write(f"There is no :{command[1]} here. :help shows what there is.")
        return True

    async def settle(self) -> None:
        """Waits for the bot; says so when it does not come to rest."""
        try:
            await self._telegram.idle()
        except TimeoutError as waiting:
            self._write(f"(still waiting: {waiting})")

    def show(self, event: Event) -> None:
        """Prints what the people at this terminal would see."""
        to = next((who for who in self._people.values() if who.id == event["chat_id"]), None)
        if to and (text := describe(event)):
            name = "" if to is self._person else f" to {to.name}"
            self._write(f"{self._telegram.name}{name}{text}")

    async def _tap(self, number: int) -> None:
        try:
            message = self._person.last_with_buttons
        except LookupError:
            return self._write("There are no buttons to tap yet.")
        buttons = [button for row in message.buttons for button in row]
        if not 1 <= number <= len(buttons):
            return self._write(f"There are buttons 1 to {len(buttons)}.")
        chosen = await self._person.taps(buttons[number - 1], message)
        return self._say_tapped(chosen)

    def _say_tapped(self, chosen: InlineButton) -> None:
        if chosen.url:
            self._write(f"(opens {chosen.url})")
        elif chosen.copy_text:
            self._write(f"(copied: {chosen.copy_text})")
        else:
            self._write(f"(taps {chosen.text})")

    async def _edit(self, text: str) -> None:
        mine = [message for message in self._person.messages if not message.from_bot and message.text]
        if not mine or not text:
            return self._write("Say something first, then :edit what it should be.")
        await self._person.edits(mine[-1], text)
        return None

    async def _become(self, name: str) -> None:
        key = name.lower()
        if key and key not in self._people:
            self._people[key] = self._telegram.person(name.capitalize())
        self._person = self._people.get(key, self._person)
        self._write(f"(you are {self._person.name})")

    async def _menu(self, _: str) -> None:
        commands = self._telegram.snapshot(self._person.id)["commands"]
        rows = [f"  /{command['command']} - {command['description']}" for command in commands]
        self._write("\n".join(rows) or "The bot offers no commands.")

    async def _help(self, _: str) -> None:
        self._write(HELP.rstrip("\n"))

    def _write(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()
