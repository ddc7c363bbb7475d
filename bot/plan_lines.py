"""A line of "my plan" that the gate met with the plain question: it stays in the plan, and the plan comes back after a no.

Which chats wait for that is remembered by this process alone; the line itself lies sealed with the plan, like every other.
"""

import logging
from collections import OrderedDict
from datetime import timedelta

from sqlmodel import Session

from bot.care import plan as care
from bot.care.plan import Refused
from bot.clock import Clock
from bot.context import Person
from bot.delivery.on_screen import OnScreen
from bot.plan_screens import FLOW
from storage import conversations
from storage.conversations import Conversation, StaleConversation
from storage.database import Storage
from storage.errors import StorageError
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.plan")

LIFETIME = timedelta(hours=6)
AFTER = timedelta(milliseconds=1)  # later than the answer of this instant, which would hear the next words
PATIENCE = 1.0  # seconds; the question stands already
WAITS = 30 * 60.0  # seconds in which an answer brings the plan back
CHATS = 5_000
SHOWN = frozenset(f"{FLOW}-{step}" for step in (*care.BY_ID, care.NAME))


class PlanLines:
    """One for the whole house."""

    def __init__(self, storage: Storage, vault: Vault, clock: Clock, on_screen: OnScreen) -> None:
        self._storage = storage
        self._vault = vault
        self._clock = clock
        self._on_screen = on_screen
        self._waiting: OrderedDict[int, float] = OrderedDict()

    def is_written(self, chat_id: int) -> bool:
        """Whether a part of the plan is what this person has before them: from memory, so that nothing waits for it."""
        shown = self._on_screen.now(chat_id)
        return shown is not None and shown.key in SHOWN

    async def keep(self, person: Person, text: str) -> None:
        """Into the part that is open, as it would have been; when it was opened does not change. Never raises."""
        try:
            kept = await self._storage.write(
                lambda session: self._add(session, person, text), timeout=PATIENCE
            )
        except (StorageError, VaultError, StaleConversation) as error:
            log.warning("line not kept: %s", type(error).__name__)
            return
        if kept:
            self._waiting[person.chat_id] = self._clock.monotonic()
            self._waiting.move_to_end(person.chat_id)
            while len(self._waiting) > CHATS:
                self._waiting.popitem(last=False)

    def waits(self, chat_id: int) -> bool:
        """Whether the plan of this chat comes back after a no."""
        since = self._waiting.get(chat_id)
        return since is not None and self._clock.monotonic() - since < WAITS

    async def back(self, person: Person) -> Conversation | None:
        """Where it was, and from now on words are its lines again. None when it is gone."""
        self.forget(person.chat_id)
        now, vault = self._clock.now() + AFTER, self._vault

        def again(session: Session) -> Conversation | None:
            found = conversations.find(session, vault, person.pseudonym, FLOW, now=now)
            if found is None:
                return None
            return conversations.advance(
                session, vault, found, found.step, found.answers, now=now, lifetime=LIFETIME
            )

        try:
            return await self._storage.write(again, timeout=PATIENCE)
        except (StorageError, VaultError, StaleConversation) as error:
            log.warning("plan not back: %s", type(error).__name__)
            return None

    def forget(self, chat_id: int) -> None:
        """Nothing is left."""
        self._waiting.pop(chat_id, None)

    def _add(self, session: Session, person: Person, text: str) -> bool:
        vault, now = self._vault, self._clock.now()
        found = conversations.find(session, vault, person.pseudonym, FLOW, now=now)
        if found is None:
            return False
        try:
            plan = care.add(care.read(found.step, found.answers), text)
        except Refused:
            return True  # too long, or the part is full: the plan comes back all the same
        at = found.expires_at - LIFETIME  # the question was moved last, and hears what is typed
        conversations.advance(session, vault, found, plan.step, plan.as_json(), now=at, lifetime=LIFETIME)
        return True
