"""Checking a plan without a solver: all its breaches, and what it comes to."""

from optimizer.goal import Goal
from optimizer.goals import GOALS
from optimizer.reason import Reason
from optimizer.rules import RULES
from optimizer.settings import mode_of, settings_of
from scenarios import Plan, Town
from scenarios.language.goals import GoalKey
from scenarios.language.rules import Mode


def audit(
    town: Town, plan: Plan, *, modes: tuple[Mode, ...] = (Mode.HARD, Mode.SOFT)
) -> tuple[Reason, ...]:
    """Return every breach of the town's rules, in the order of the rules.

    Parameters
    ----------
    town
        The town with its rules.
    plan
        Any plan: the solver's, today's, or one made by hand.
    modes
        Which rules to look at, by their mode.
    """
    return tuple(
        dict.fromkeys(
            because
            for rule in RULES
            if mode_of(town, rule.key) in modes
            for because in rule.breaches(town, plan)
        )
    )


def goal_values(town: Town, plan: Plan) -> dict[GoalKey, int]:
    """Return what a plan comes to on each of the town's goals, in their order."""
    return {key: goal_of(key).value(town, plan) for key in town.goals.order}


def goal_of(key: GoalKey) -> Goal:
    """Return the goal of a key."""
    return next(goal for goal in GOALS if goal.key == key)


def cost_of_breaches(town: Town, plan: Plan) -> int:
    """Return the cost of all breaches of soft rules."""
    broken = audit(town, plan, modes=(Mode.SOFT,))
    return sum(settings_of(town, because.rule).weight for because in broken)
