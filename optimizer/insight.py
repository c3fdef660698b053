"""What goals know of themselves that a solver doesn't see."""

from collections.abc import Mapping, Sequence

from optimizer.goal import Goal, values_of
from optimizer.merged_goals import NOTHING, Merged
from optimizer.model import StaffingModel
from optimizer.search import Effort
from scenarios import Plan


def foreseen(
    model: StaffingModel, goals: Sequence[Goal], plan: Plan, effort: Effort
) -> tuple[Plan, Mapping[str, int]]:
    """Return a plan, and the values of goals that it has the least of already.

    The first goal that is anything to strive for in the plan given is looked at. If
    nothing is foreseen, that plan comes back.
    """
    values = values_of(goals, model.town, plan)
    number = next((n for n, goal in enumerate(goals) if values[goal.key]), None)
    if number is None or (foresee := goals[number].foresee) is None:
        return plan, NOTHING
    for reached in goals[:number]:
        model.define(reached.expression(model) <= 0)
    if (better := foresee(model, effort)) is None:
        return plan, NOTHING
    goal = goals[number]
    return better, {goal.key: goal.value(model.town, better)}


def narrow(
    model: StaffingModel,
    goals: Sequence[Goal],
    sum_: Merged,
    plan: Plan,
    effort: Effort,
) -> None:
    """Say to a model what follows for single people from a sum that a plan reached."""
    for goal in goals:
        if goal.key in sum_.goals and goal.narrow is not None:
            goal.narrow(model, plan, effort)
