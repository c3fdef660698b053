"""The search for the points of a frontier between a first one and the other end."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from threading import Event
from time import monotonic

from optimizer.audit import audit
from optimizer.effort import Effort
from optimizer.front import (
    Frontier,
    Gap,
    Staircase,
    Values,
    best_of,
    gaps_of,
    points_of,
)
from optimizer.goal import Goal
from optimizer.importance import goals_in_order
from optimizer.limited import Limits, any_within, least
from optimizer.outcome import Solved, SolverDisagreesError
from scenarios import Plan, Town
from scenarios.language.rules import Mode

SHARE = 0.25
"""The share of what is left of the time that one run may take."""

LEAST_LEFT = 0.2
"""Seconds with which nothing new is begun."""

OnPoint = Callable[[int, int], None]
"""Told how many points there are, and how many gaps between them."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What the search for a frontier may take.

    Parameters
    ----------
    seconds
        Of time, in all.
    points
        Of points; at least the two ends are looked for.
    workers
        Threads of the solver.
    stop
        Set by whoever wants it to end with what it has.
    on_point
        Told of every step.
    """

    seconds: float = 60
    points: int = 12
    workers: int = 2
    stop: Event = field(default_factory=Event)
    on_point: OnPoint | None = None


class Exploring:
    """The search for the points between a first one and the other end.

    Parameters
    ----------
    town
        The town, its goals those to be kept and then the two.
    first
        The plan that is best on the first of the two.
    budget, deadline
        What it may take, and when it must end.
    """

    def __init__(
        self, town: Town, first: Solved, budget: Budget, deadline: float
    ) -> None:
        self._town = town
        self._budget = budget
        self._deadline = deadline
        *kept, self._fine, self._coarse = goals_in_order(town)
        *self._steps, fine, coarse = first.steps
        self._kept = [
            (goal, step.value) for goal, step in zip(kept, self._steps, strict=True)
        ]
        self._found: dict[Values, Plan] = {}
        self._known = Staircase()
        self._known.learn(inf, fine.bound)
        self._known.learn(coarse.bound - 1, fine.value + 1)
        self._keep(first.plan)

    def explore(self) -> None:
        """Look for the other end, then into the largest gap, while there is time."""
        ((_, first),) = self._best()
        plan, least_of_all = self._least(self._coarse, (), first)
        self._known.learn(least_of_all - 1, inf)
        self._keep(plan)
        self._reach(self._coarse.value(self._town, plan))
        tried: set[int] = set()
        while not self._over():
            untried = [gap for gap in self._inner_gaps() if _middle(gap) not in tried]
            if not untried or len(self._best()) >= self._budget.points:
                return
            limit = _middle(max(untried, key=lambda gap: gap.size))
            tried.add(limit)
            self._reach(limit)

    def frontier(self) -> Frontier:
        """Return what was found and what is known."""
        return Frontier(
            self._town,
            (self._town.goals.order[-2], self._town.goals.order[-1]),
            tuple(self._steps),
            points_of(self._best(), self._known),
            self._gaps(),
            interrupted=self._budget.stop.is_set(),
        )

    def _reach(self, limit: int) -> None:
        """Find the least of the finer goal within a limit of the coarser one."""
        value, plan = next(one for one in self._best() if one[0][1] <= limit)
        if self._known.first(limit) < value[0]:
            plan, bound = self._least(self._fine, [(self._coarse, limit)], plan)
            self._known.learn(limit, bound)
            self._keep(plan)
        fine, coarse = self._values(plan)
        if self._known.second(fine) < coarse:
            plan, bound = self._least(self._coarse, [(self._fine, fine)], plan)
            self._known.learn(bound - 1, fine + 1)
        self._keep(self._repeatable(plan))
        if self._budget.on_point is not None:
            self._budget.on_point(len(self._best()), len(self._gaps()))

    def _least(self, goal: Goal, limits: Limits, plan: Plan) -> tuple[Plan, int]:
        everything = (*self._kept, *limits)
        return least(self._town, goal, everything, plan, self._effort())

    def _repeatable(self, plan: Plan) -> Plan:
        """Return the plan of these values that comes out every time, if proven."""
        fine, coarse = self._values(plan)
        proven = (
            self._known.first(coarse) >= fine and self._known.second(fine) >= coarse
        )
        if not proven:
            return plan
        limits = (*self._kept, (self._fine, fine), (self._coarse, coarse))
        return any_within(self._town, limits, plan, self._effort())

    def _keep(self, plan: Plan) -> None:
        """Note a plan; hold the solver to its word that it keeps the rules."""
        if broken := audit(self._town, plan, modes=(Mode.HARD,)):
            raise SolverDisagreesError(f"the plan breaks {broken}")
        for goal, most in self._kept:
            if goal.value(self._town, plan) > most:
                raise SolverDisagreesError(f"the goal {goal.key} was lost on the way")
        self._found[self._values(plan)] = plan

    def _values(self, plan: Plan) -> Values:
        return self._fine.value(self._town, plan), self._coarse.value(self._town, plan)

    def _best(self) -> list[tuple[Values, Plan]]:
        return best_of(self._found.items())

    def _gaps(self) -> tuple[Gap, ...]:
        return gaps_of([values for values, _ in self._best()], self._known)

    def _inner_gaps(self) -> list[Gap]:
        ends = (0, len(self._best()))
        return [gap for gap in self._gaps() if gap.place not in ends]

    def _effort(self) -> Effort:
        left = max(0.0, self._deadline - monotonic())
        return Effort(SHARE * left, self._budget.workers, self._budget.stop)

    def _over(self) -> bool:
        return self._budget.stop.is_set() or self._deadline - monotonic() < LEAST_LEFT


def _middle(gap: Gap) -> int:
    """Return the limit of the coarser goal that parts a gap."""
    low, high = gap.second
    return int(low + high + 1) // 2
