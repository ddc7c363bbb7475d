"""Where each person is in the crisis protocol: read and written with bounded patience, in memory while storage is away."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from sqlmodel import Session

from bot.care.flow import Flow
from bot.clock import Clock
from bot.context import Person
from bot.crisis_effects import carry_out
from bot.crisis_memory import CrisisMemory
from bot.crisis_steps import FLOW, CrisisSteps, Here
from storage import check_backs, conversations
from storage.conversations import Conversation
from storage.database import Storage
from storage.errors import StorageError
from storage.vault import Vault, VaultError

log = logging.getLogger("statuscheck.crisis")

PATIENCE = 0.5  # seconds a next step may wait for storage
IDLE = timedelta(hours=3)  # then words are no longer taken for an answer


class CrisisKeeping:
    """Reads and keeps steps; works with storage gone, then from memory alone."""

    def __init__(
        self,
        flow: Flow,
        steps: CrisisSteps,
        memory: CrisisMemory,
        storage: Storage,
        vault: Vault,
        clock: Clock,
    ) -> None:
        self._flow = flow
        self._steps = steps
        self._memory = memory
        self._storage = storage
        self._vault = vault
        self._clock = clock

    async def keep(
        self, person: Person, here: Here, effects: Iterable[str], *, moving: Conversation | None = None
    ) -> Here:
        """The step is kept with what it asks of us. Raises StaleConversation when somebody moved first."""
        effects = tuple(effects)
        met = self._steps.met_after(person.profile, here, self._clock.today())
        answers = {"topic": here.topic, "met": dict(met)}
        now, hours = self._clock.now(), timedelta(hours=self._flow.hours)

        def keep(session: Session) -> Conversation:
            carry_out(session, self._vault, person, effects, now)
            step, vault = here.step.id, self._vault
            if moving is not None and moving.version:
                return conversations.advance(session, vault, moving, step, answers, now=now, lifetime=hours)
            whose = (person.pseudonym, FLOW)
            return conversations.start(session, vault, *whose, step, answers, now=now, lifetime=hours)

        try:
            kept = await self._storage.write(keep, timeout=PATIENCE)
        except StorageError as error:
            log.warning("step not kept: %s", type(error).__name__)
            kept = Conversation(person.pseudonym, FLOW, here.step.id, 0, now + hours, answers)
        self._memory.stand(kept)
        return replace(here, version=kept.version)

    async def find(self, person: Person) -> Conversation | None:
        """The conversation of this person, whatever else they did since."""
        return await self._read(person, newest=False)

    async def open(self, person: Person) -> Conversation | None:
        """The conversation plain text belongs to: ours, unless another flow was moved since."""
        return await self._read(person, newest=True)

    async def drop_promises(self, person: Person) -> None:
        """Write no more unasked."""
        try:
            await self._storage.write(lambda s: check_backs.drop(s, person.pseudonym, kind=FLOW))
        except StorageError as error:
            log.warning("promises not dropped: %s", type(error).__name__)

    def is_idle(self, found: Conversation) -> bool:
        """Whether the last step is hours old."""
        return self._clock.now() > found.expires_at - timedelta(hours=self._flow.hours) + IDLE

    async def _read(self, person: Person, *, newest: bool) -> Conversation | None:
        now, vault, whose = self._clock.now(), self._vault, person.pseudonym

        def read(session: Session) -> Conversation | None:
            if newest:
                return conversations.latest(session, vault, whose, now=now)
            return conversations.find(session, vault, whose, FLOW, now=now)

        try:
            found = await self._storage.read(read, timeout=PATIENCE)
        except (StorageError, VaultError) as error:
            log.warning("step not readable: %s", type(error).__name__)
            return self._memory.place(whose, now)
        unkept = self._memory.place(whose, now)
        if unkept is not None and not unkept.version:
            return unkept  # newer than what storage could take down
        return found if found and found.flow == FLOW and found.step in self._flow.steps else None
