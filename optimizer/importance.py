"""The town's goals in the order in which they are to be reached."""

from optimizer.audit import cost_of_breaches, goal_of
from optimizer.goal import Goal
from optimizer.linear import Linear, total
from optimizer.model import StaffingModel
from scenarios import Plan, Town

COST_OF_BREACHES = Goal("rules", StaffingModel.penalty, cost_of_breaches)
"""What comes before every goal of the scenario: breaches of soft rules."""


def goals_in_order(town: Town) -> tuple[Goal, ...]:
    """Return the goals, one step each; a weighted sum is one goal."""
    goals = tuple(goal_of(key) for key in town.goals.order)
    if town.goals.mode == "weighted":
        goals = (weighted(town),)
    return (COST_OF_BREACHES, *goals)


def weighted(town: Town) -> Goal:
    """Return the sum of the goals by their weights, 1 where none is given.

    A weight is the price of one of the unit that people read (an hour of clashes, a
    seat, a point), so every goal is brought to the finest unit before it is added.
    """
    goals = [goal_of(key) for key in town.goals.order]
    scale = max((goal.scale for goal in goals), default=1)
    prices = [
        (goal, town.goals.weights.get(key, 1) * (scale // goal.scale))
        for key, goal in zip(town.goals.order, goals, strict=True)
    ]

    def expression(model: StaffingModel) -> Linear:
        return total(goal.expression(model) * price for goal, price in prices if price)

    def value(town: Town, plan: Plan) -> int:
        return sum(goal.value(town, plan) * price for goal, price in prices)

    return Goal("weighted", expression, value, scale)
