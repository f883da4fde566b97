"""A flow: the states of a thing and the steps between them, told once.

The same object checks commands, bounds the database column, feeds the GraphQL enum and `allowedSteps`,
draws the diagram in `docs/flows.md`, and writes `flows.ts` for the buttons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bole.core.errors import StepNotAllowed

S = TypeVar("S", bound=StrEnum)

FLOWS: dict[str, "Flow"] = {}
"""Every flow by its name, for the generated documents and the test of every state × every step."""


@dataclass(frozen=True)
class Step(Generic[S]):
    name: str
    before: frozenset[S]
    to: S
    label: str


class Flow(Generic[S]):
    """States of one thing. `labels` gives the Chinese word of every state."""

    def __init__(self, name: str, start: S, labels: dict[S, str], *steps: Step[S]) -> None:
        self.name, self.start, self.labels = name, start, labels
        self.states: type[S] = type(start)
        self.steps = {s.name: s for s in steps}
        if len(self.steps) != len(steps):
            raise ValueError(f"flow {name}: a step name is used twice")
        reached = {start} | {s.to for s in steps}
        if missing := set(self.states) - reached:
            raise ValueError(f"flow {name}: unreachable {missing}")
        if unnamed := set(self.states) - set(labels):
            raise ValueError(f"flow {name}: no Chinese word for {unnamed}")
        FLOWS[name] = self

    def allowed(self, state: S) -> list[Step[S]]:
        return [s for s in self.steps.values() if state in s.before]

    def after(self, state: S, step: str) -> S:
        """The state that `step` leads to; refuses a step not allowed here (StepNotAllowed)."""
        chosen = self.steps[step]
        if state not in chosen.before:
            raise StepNotAllowed(state=self.labels[state], step=chosen.label)
        return chosen.to

    def mermaid(self) -> str:
        lines = ["stateDiagram-v2", f"  [*] --> {self.start}"]
        lines += [f"  {s.value} : {self.labels[s]}" for s in self.states]
        for s in self.steps.values():
            lines += [f"  {b} --> {s.to}: {s.label}" for b in sorted(s.before)]
        return "\n".join(lines)


def step(name: str, before: S | Iterable[S], to: S, label: str) -> Step[S]:
    states = frozenset([before]) if isinstance(before, StrEnum) else frozenset(before)
    return Step(name, states, to, label)
