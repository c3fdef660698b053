"""From a plan to a better one, one sum of goals after the other, and what is proven."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from optimizer.bettering import Known, better
from optimizer.build import build
from optimizer.effort import Effort
from optimizer.goal import Goal, values_of
from optimizer.importance import goals_in_order
from optimizer.insight import FORESIGHTS, foreseen, narrow
from optimizer.merged_goals import Merged, merged
from optimizer.model import StaffingModel
from scenarios import Plan, Town

Pace = Callable[[Collection[str]], Effort]
"""What a sum of goals, by their keys, may take."""


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


def improved(town: Town, plan: Plan, pace: Pace) -> Best:
    """Return the best plan that is found from one on, searched for as when staffing.

    Parameters
    ----------
    town
        The town.
    plan
        A plan that keeps its hard rules.
    pace
        What the next sum of goals may take.
    """
    model, goals, proof = build(town, late=True), goals_in_order(town), Proof()
    plan, known = _foreseen(model, goals, plan, pace(FORESIGHTS))
    open_ = [goal for goal in goals if goal.key not in known]
    for one in merged(model, goals, known):
        bound = one.of(values_of(goals, town, plan))
        if bound and one.expression.terms:
            found = better(model, one, Known(plan), pace(one.goals))
            plan, bound = found.plan, found.least
        value = one.of(values_of(goals, town, plan))
        proof.note(one, value, bound)
        model.define(one.expression <= value)
        if one.goals[-1] != goals[-1].key:
            narrow(model, open_, one, plan, pace(one.goals))
    return proof.best(plan)


def _foreseen(
    model: StaffingModel, goals: Sequence[Goal], plan: Plan, effort: Effort
) -> tuple[Plan, Mapping[str, int]]:
    """Return the better of a plan and a foreseen one, and what it has the least of."""
    plan, floors = foreseen(model, goals, plan, effort, lambda *_: None)
    values = values_of(goals, model.town, plan)
    return plan, {goal: low for goal, low in floors.items() if values[goal] == low}
