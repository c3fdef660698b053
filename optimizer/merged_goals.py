"""Goals that follow each other as one sum, which reaches them in their order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from types import MappingProxyType

from optimizer.goal import Goal
from optimizer.linear import Condition, Linear
from optimizer.model import StaffingModel
from optimizer.outcome import Step

NOTHING: Mapping[str, int] = MappingProxyType({})
LARGEST = 10**12
"""What a merged sum may come to at most; beyond, the solver's arithmetic suffers.

That is so of a sum to strive for; as a condition far less would be too much (`kept`).
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """Some goals, the first of which counts more than all later ones together.

    Parameters
    ----------
    goals
        The goals' keys.
    rooms
        For each how many values it can have.
    parts
        For each what it is to a model.
    """

    goals: tuple[str, ...]
    rooms: tuple[int, ...]
    parts: tuple[Linear, ...]

    @property
    def expression(self) -> Linear:
        """The sum, to strive for."""
        result = Linear({})
        for part, room in zip(self.parts, self.rooms, strict=True):
            result = result * room + part
        return result

    @property
    def size(self) -> int:
        """How many values the sum can have."""
        return prod(self.rooms)

    def of(self, values: Mapping[str, int]) -> int:
        """Return the sum from the goals' values."""
        result = 0
        for goal, room in zip(self.goals, self.rooms, strict=True):
            result = result * room + values[goal]
        return result

    def kept(self, values: Mapping[str, int]) -> Iterator[Condition]:
        """Yield the conditions that no goal is more than it came to.

        One condition of the sum would allow less of an earlier goal for more of a later
        one, where that isn't proven to be impossible. But of a model in which seats add
        up to 2^31 or more CP-SAT 9.15 may say that it has no solution, or
        that a solution is the best, and be wrong (docs/decisions/0015).
        """
        for goal, part in zip(self.goals, self.parts, strict=True):
            yield part <= values[goal]

    def apart(self, total: int) -> dict[str, int]:
        """Return the goals' values from their sum."""
        values: dict[str, int] = {}
        for goal, room in zip(reversed(self.goals), reversed(self.rooms), strict=True):
            total, values[goal] = divmod(total, room)
        return {goal: values[goal] for goal in self.goals}

    def floor(self, steps: Mapping[str, Step]) -> int:
        """Return what the sum can't go below, by what is proven of a plan.

        It holds where all goals before it are as in the plan, and proven.
        """
        least = dict.fromkeys(self.goals, 0)
        for goal in self.goals:
            if goal not in steps:
                break
            least[goal] = steps[goal].bound
            if not steps[goal].proven:
                break
        return self.of(least)

    def steps(self, values: Mapping[str, int], bound: int) -> Iterator[Step]:
        """Yield how far each goal was reached, from their values and the sum's bound.

        What the sum can't go below says something of a goal only where those before
        it can't be any less.
        """
        floors, tight = self.apart(max(0, bound)), True
        for goal in self.goals:
            floor = min(values[goal], floors[goal]) if tight else 0
            yield Step(goal, values[goal], floor)
            tight &= values[goal] == floor

    def proven(self, steps: Mapping[str, Step]) -> bool:
        """Whether a plan is proven to reach all of these goals."""
        return all(goal in steps and steps[goal].proven for goal in self.goals)

    def with_next(self, goal: str, room: int, expression: Linear) -> "Merged":
        """Return the sum with one goal more."""
        goals, rooms = (*self.goals, goal), (*self.rooms, room)
        return Merged(goals, rooms, (*self.parts, expression))


def merged(
    model: StaffingModel, goals: Sequence[Goal], reached: Mapping[str, int] = NOTHING
) -> Iterator[Merged]:
    """Yield the goals, as many in one sum as its size allows.

    A sum for which B-holders can wait isn't made one for which they can't.
    A goal's variables enter the model when the sum before it is yielded, not earlier.
    Goals that are reached already, with these values, are yielded by themselves.
    """
    so_far: Merged | None = None
    for goal in goals:
        if goal.key in reached:
            if so_far is not None:
                yield so_far
            value, so_far = reached[goal.key], None
            yield Merged((goal.key,), (value + 1,), (Linear({}, value),))
            continue
        expression = goal.expression(model)
        room = model.largest(expression) + 1
        if (
            so_far is not None
            and so_far.size * room <= LARGEST
            and not _for_want_of_backups(model, so_far.expression, expression)
        ):
            so_far = so_far.with_next(goal.key, room, expression)
            continue
        if so_far is not None:
            yield so_far
        so_far = Merged((goal.key,), (room,), (expression,))
    if so_far is not None:
        yield so_far


def _for_want_of_backups(model: StaffingModel, sum_: Linear, more: Linear) -> bool:
    """Whether B-holders could wait for a sum, and can't with what is to be added."""
    waits = model.does_without_backups(sum_)
    return waits and not model.does_without_backups(sum_ + more)
