"""A conversation as data: steps, choices and what follows, advanced by pure functions and checked when read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

STEP_ID = r"^[a-z][a-z0-9_]{0,23}$"  # step and choice travel in a button's 64 bytes together
STAY = "stay"


class FlowError(ValueError):
    """A flow that leads nowhere. Its text names the flow, the step and what is wrong."""


class Choice(BaseModel):
    """One answer a person can give: where it leads and what else it asks of us (`effects`, named by the handler).

    `hidden_from` names audiences and topics for whom this answer makes no sense.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=STEP_ID)]
    to: str
    effects: tuple[str, ...] = ()
    hidden_from: frozenset[str] = frozenset()


class Said(BaseModel):
    """What typed words do: where they lead ("" stays at the step) and what they ask of us.

    `says` is the key of a sentence that comes first; `number`: the emergency number and a line come with it; `card`: the
    whole card does; `ask`: the question comes once more with its answers. `answers` also where a yes-or-no question is open.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    to: str = ""
    effects: tuple[str, ...] = ()
    answers: bool = True
    says: str = ""
    number: bool = False
    card: bool = False
    ask: bool = False


class Step(BaseModel):
    """One message of a conversation: a sentence, perhaps a way to reach a person (`shows`), and its choices.

    At a step that `rests` nothing is asked: what is said next may begin anew. One that `listens` is there for words.
    `offers` are needs of /find that go on from here without leaving the conversation. `hears`: by the meaning of typed
    words a choice of this step, another step, or what is said; where words mean two things the one written first counts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=STEP_ID)] = ""
    shows: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    offers: tuple[str, ...] = ()
    yes: str = ""
    no: str = ""
    alone: str = ""
    hears: Mapping[str, str | Said] = Field(default_factory=dict)
    rests: bool = False
    listens: bool = False

    def choice(self, choice_id: str) -> Choice | None:
        """The choice of that id, None when this step does not have it (an old or forged button)."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


class Flow(BaseModel):
    """All steps of one conversation.

    `begins`: at which step, by topic; the empty topic is the usual one. `asks`: the same where words were not clear.
    `paths`: the path a step belongs to, by the beginning of its name. `turns`: by path and topic, what new words do
    to a conversation under way: "stay", or the step that sorts it out; anything else begins anew.
    `said`: by meaning, or "path.meaning", where a typed answer leads.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = ""
    hours: Annotated[int, Field(ge=1, le=24 * 30)]
    begins: Mapping[str, str]
    asks: Mapping[str, str] = Field(default_factory=dict)
    paths: Mapping[str, str] = Field(default_factory=dict)
    turns: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    said: Mapping[str, Said] = Field(default_factory=dict)
    steps: Mapping[str, Step]

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        for where, to in self.arrows():
            if to not in self.steps:
                raise ValueError(f"{where} leads to {to!r}, which is not a step")
        lost = sorted(set(self.steps) - self.reachable())
        if lost:
            raise ValueError(f"no path reaches {', '.join(lost)}")
        return self

    def arrows(self) -> Iterator[tuple[str, str]]:
        """Every (from, to): how a conversation can go."""
        yield from ((f"begins.{topic}", step) for topic, step in self.begins.items())
        yield from ((f"asks.{topic}", step) for topic, step in self.asks.items())
        yield from ((f"said.{meaning}", said.to) for meaning, said in self.said.items() if said.to)
        for path, turns in self.turns.items():
            yield from ((f"turns.{path}.{topic}", to) for topic, to in turns.items() if to != STAY)
        for step in self.steps.values():
            for choice in step.choices:
                yield f"{step.id}.{choice.id}", choice.to
            for meaning, then in step.hears.items():
                to = then.to if isinstance(then, Said) else then
                if to and step.choice(to) is None:
                    yield f"{step.id}.hears.{meaning}", to
            for named in filter(None, (step.yes, step.no, step.alone)):
                if step.choice(named) is None:
                    raise ValueError(f"{step.id}: yes and no name a choice of the step, not {named!r}")

    def reachable(self) -> set[str]:
        """The steps that taps alone can lead to."""
        seen: set[str] = set()
        ahead = [*self.begins.values(), *self.asks.values()]
        while ahead:
            step = self.steps[ahead.pop()]
            if step.id not in seen:
                seen.add(step.id)
                ahead += [choice.to for choice in step.choices]
        return seen

    def first(self, topic: str) -> Step:
        """Where a conversation about `topic` begins."""
        return self.steps[self.begins.get(topic, self.begins[""])]

    def question(self, topic: str) -> Step:
        """The plain question about `topic`, where words were not clear."""
        return self.steps[self.asks.get(topic, self.asks[""])]

    def path_of(self, step_id: str) -> str:
        """The path a step belongs to; "" is the usual one."""
        return next((path for name, path in self.paths.items() if step_id.startswith(name)), "")

    def turn(self, step_id: str, topic: str) -> str:
        """What words about `topic` do at this step: STAY, the step that sorts it out, or "" to begin anew."""
        step, path = self.steps.get(step_id), self.path_of(step_id)
        if step is None or step.rests:
            return ""
        return STAY if path == topic else self.turns.get(path, {}).get(topic, "")

    def hears(self, step_id: str, meanings: Sequence[str]) -> "Move | None":
        """Where words that mean all this lead by what the step itself hears; None when it hears none of it."""
        for meaning, then in self.steps[step_id].hears.items():
            if meaning in meanings:
                if isinstance(then, Said):
                    return self._led(step_id, then)
                return advance(self, step_id, then) or Move(self.steps[then], self.steps[then].effects)
        return None

    def meant(self, step_id: str, meaning: str) -> "Move | None":
        """Where a typed answer of this meaning leads from here; None when this step does not know it."""
        step = self.steps[step_id]
        named = {"yes": step.yes, "no": step.no, "alone": step.alone}.get(meaning)
        if named is not None:
            return advance(self, step_id, named)
        path = self.path_of(step_id)
        said = self.said.get(f"{path}.{meaning}" if path else meaning) or self.said.get(f"*.{meaning}")
        if said is None or (step.yes and not said.answers) or said.to == step_id:
            return None
        return self._led(step_id, said)

    def _led(self, step_id: str, said: Said) -> "Move":
        by_choice = advance(self, step_id, said.to)
        if by_choice is not None:
            return Move(by_choice.step, said.effects + by_choice.effects, said)
        return Move(self.steps[said.to or step_id], said.effects, said)


@dataclass(frozen=True, slots=True)
class Move:
    """What an answer led to: the next step, and what the choice and that step ask of us, in order."""

    step: Step
    effects: tuple[str, ...] = field(default=())
    said: Said = field(default_factory=Said)

    @property
    def stays(self) -> bool:
        """Whether something is only said, and the step stays open."""
        return bool(self.said.says) and not self.said.to


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
