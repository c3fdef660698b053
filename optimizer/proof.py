"""What is proven of the best plan that was found, goal by goal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from optimizer.merged_goals import Merged
from optimizer.outcome import Solved
from scenarios import Plan


@dataclass(frozen=True, slots=True)
class Best:
    """The best plan that was found.

    Parameters
    ----------
    plan
        The plan.
    exact
        The goals, from the first on, that are proven to have their least values.
    least
        What the first goal that isn't among them can't go below, if that is known.
    """

    plan: Plan
    exact: tuple[str, ...] = ()
    least: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Proof:
    """What is proven of a plan, sum by sum."""

    exact: list[str] = field(default_factory=list)
    least: dict[str, int] = field(default_factory=dict)
    over: bool = False
    """Whether some goal so far isn't proven; of later ones nothing is said then."""

    def note(self, one: Merged, value: int, bound: int) -> None:
        """Take in what a sum came to, and what it can't go below."""
        values, bounds = one.apart(value), one.apart(max(0, bound))
        for goal in () if self.over else one.goals:
            if values[goal] > bounds[goal]:
                self.least, self.over = {goal: bounds[goal]}, True
                return
            self.exact.append(goal)

    def best(self, plan: Plan) -> Best:
        """Return a plan with what is proven of it."""
        return Best(plan, tuple(self.exact), self.least)


def best_of(solved: Solved) -> Best:
    """Return the plan of a search with what its steps prove of it."""
    exact = tuple(s.goal for s in takewhile(lambda step: step.proven, solved.steps))
    first_open = solved.steps[len(exact) : len(exact) + 1]
    return Best(solved.plan, exact, {step.goal: step.bound for step in first_open})
