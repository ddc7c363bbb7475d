"""A conversation as data: steps, choices and what follows, advanced by one pure function and checked when read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

STEP_ID = r"^[a-z][a-z0-9_]{0,23}$"  # step and choice travel in a button's 64 bytes together


class FlowError(ValueError):
    """A flow that leads nowhere. Its text names the flow, the step and what is wrong."""


class Choice(BaseModel):
    """One answer a person can give: where it leads and what else it asks of us (`effects`, named by the handler)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=STEP_ID)]
    to: str
    effects: tuple[str, ...] = ()


class Step(BaseModel):
    """One message of a conversation: a sentence, perhaps a way to reach a person (`shows`), and its choices."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=STEP_ID)] = ""
    shows: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    yes: str = ""
    no: str = ""

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, None when this step does not have it (an old or forged button)."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class Flow(BaseModel):
    """All steps of one conversation. `begins` says at which step, by topic; the empty topic is the usual one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    hours: Annotated[int, Field(ge=1, le=24 * 30)]
    begins: Mapping[str, str]
    steps: Mapping[str, Step]

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        for where, to in self.arrows():
            if to not in self.steps:
                raise ValueError(f"{where} leads to {to!r}, which is not a step")
        reached = self._reachable()
        lost = sorted(set(self.steps) - reached)
        if lost:
            raise ValueError(f"no path reaches {', '.join(lost)}")
        return self

    def arrows(self) -> Iterator[tuple[str, str]]:
        """Every (from, to): how a conversation can go."""
        yield from ((f"begins.{topic}", step) for topic, step in self.begins.items())
        for step in self.steps.values():
            for choice in step.choices:
                yield f"{step.id}.{choice.id}", choice.to
            for named in filter(None, (step.yes, step.no)):
                if step.choice(named) is None:
                    raise ValueError(f"{step.id}: yes and no name a choice of the step, not {named!r}")

    def _reachable(self) -> set[str]:
        seen: set[str] = set()
        ahead = list(self.begins.values())
        while ahead:
            step = self.steps[ahead.pop()]
            if step.id not in seen:
                seen.add(step.id)
                ahead += [choice.to for choice in step.choices]
        return seen

    def first(self, topic: str) -> Step:
        """Where a conversation about `topic` begins."""
        return self.steps[self.begins.get(topic, self.begins[""])]


@dataclass(frozen=True, slots=True)
class Move:
    """What an answer led to: the next step, and what the choice and that step ask of us, in order."""

    step: Step
    effects: tuple[str, ...] = field(default=())


def advance(flow: Flow, step_id: str, choice_id: str) -> Move | None:
    """The next step after an answer; None when that step or choice does not exist (an old release's button)."""
    step = flow.steps.get(step_id)
    choice = step.choice(choice_id) if step else None
    if choice is None:
        return None
    to = flow.steps[choice.to]
    return Move(to, choice.effects + to.effects)


def parse_flow(name: str, content: Mapping[str, object]) -> Flow:
    """Read a flow's TOML. Raises FlowError naming the flow and the first thing wrong with it."""
    raw = content.get("steps")
    steps = {key: {"id": key, **value} for key, value in raw.items()} if isinstance(raw, dict) else raw
    try:
        return Flow.model_validate({"id": name, **content, "steps": steps})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise FlowError(f"flow {name}: {where} {first['msg'].removeprefix('Value error, ')}") from None
