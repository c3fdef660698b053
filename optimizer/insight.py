"""What is known of single goals that a solver doesn't see."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from optimizer.effort import Effort
from optimizer.foresight import Foreseen, least_clashes
from optimizer.goal import Goal, goal_by_goal, values_of
from optimizer.goals.clashes import CLASHES
from optimizer.importance import WEIGHTED
from optimizer.merged_goals import NOTHING, Merged
from optimizer.model import StaffingModel
from optimizer.one_lead import keep_to_one_lead
from optimizer.priced import least_weighted
from optimizer.search import OnNews
from scenarios import Plan

Foresight = Callable[[Goal, StaffingModel, Effort, OnNews], Foreseen | None]
FORESIGHTS: Mapping[str, Foresight] = {
    CLASHES.key: least_clashes,
    WEIGHTED: least_weighted,
}
"""By goal: what returns a plan with little of it and what none can go below, where that
can be had without the whole sum. The model keeps to plans as good then."""

CONSEQUENCES: Mapping[str, Callable[[StaffingModel, Plan, Effort], None]] = {
    CLASHES.key: keep_to_one_lead
}
"""By goal: what says to a model what follows for single people, once there is to be no
more of it than in a plan."""


def foreseen(
    model: StaffingModel,
    goals: Sequence[Goal],
    plan: Plan,
    effort: Effort,
    tell: Callable[[Goal, int, int], None],
) -> tuple[Plan, Mapping[str, int]]:
    """Return the better of a plan and a foreseen one, and bounds of goals, if known.

    The first goal that is anything to strive for in the plan given is looked at. Better
    values and bounds are told.
    """
    values = values_of(goals, model.town, plan)
    number = next((n for n, goal in enumerate(goals) if values[goal.key]), None)
    if number is None or goals[number].key not in FORESIGHTS:
        return plan, NOTHING
    for reached in goals[:number]:
        model.define(reached.expression(model) <= 0)
    goal = goals[number]
    foresee, told = FORESIGHTS[goal.key], partial(tell, goal)
    if (found := foresee(goal, model, effort, told)) is None:
        return plan, NOTHING
    ranked = partial(goal_by_goal, goals, model.town)
    return min(plan, found.plan, key=ranked), {goal.key: found.least}


def narrow(
    model: StaffingModel,
    goals: Sequence[Goal],
    sum_: Merged,
    plan: Plan,
    effort: Effort,
) -> None:
    """Say to a model what follows for single people from a sum that a plan reached."""
    for goal in goals:
        if goal.key in sum_.goals and goal.key in CONSEQUENCES:
            CONSEQUENCES[goal.key](model, plan, effort)
