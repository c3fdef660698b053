"""The town's goals in the order in which they are to be reached."""

from optimizer.audit import cost_of_breaches, goal_of
from optimizer.goal import Goal
from optimizer.linear import Linear, total
from optimizer.model import StaffingModel
from scenarios import Plan, Town

WEIGHTED = "weighted"
"""The key of the sum of all goals by their weights."""

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
    prices, scale = _prices_of(town), _scale(town)

    def expression(model: StaffingModel) -> Linear:
        return total(goal.expression(model) * price for goal, price in prices)

    def value(town: Town, plan: Plan) -> int:
        return sum(goal.value(town, plan) * price for goal, price in prices)

    return Goal(WEIGHTED, expression, value, scale, prices)


def _prices_of(town: Town) -> tuple[tuple[Goal, int], ...]:
    """Return the goals that have a price in a weighted sum, by the finest unit."""
    scale = _scale(town)
    prices = (
        (goal_of(key), town.goals.weights.get(key, 1)) for key in town.goals.order
    )
    return tuple(
        (goal, price * (scale // goal.scale)) for goal, price in prices if price
    )


def _scale(town: Town) -> int:
    return max((goal_of(key).scale for key in town.goals.order), default=1)
