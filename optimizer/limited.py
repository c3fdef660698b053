"""One goal made as small as can be while others stay within limits."""

from collections.abc import Sequence
from dataclasses import replace

from optimizer.bracket import Bracket
from optimizer.build import build
from optimizer.closing_in import close_in
from optimizer.effort import Effort
from optimizer.goal import Goal
from optimizer.lawful import search_further
from optimizer.model import StaffingModel
from optimizer.search import Found, Refuted, Unknown
from scenarios import Plan, Town

Limits = Sequence[tuple[Goal, int]]
"""Goals, each with the most that it may come to."""


def least(
    town: Town, goal: Goal, limits: Limits, known: Plan, effort: Effort
) -> tuple[Plan, int]:
    """Return the plan with the least of a goal, and what no plan can go below.

    Parameters
    ----------
    town
        The town, whose hard rules are kept.
    goal
        What to make small.
    limits
        What the plan must stay within.
    known
        A plan that does; it comes back if none better is found.
    effort
        What the run may take.
    """
    model = _within(town, limits)
    expression = goal.expression(model)
    if not expression.terms:
        return known, expression.constant
    value = goal.value(town, known)
    within = Bracket(model.smallest(expression), value - 1)
    match close_in(model, expression, replace(effort, turns=True), within=within):
        case Found(values=values, bound=bound):
            return model.plan(values), bound
        case Refuted():
            return known, value
        case Unknown(bound=bound):
            return known, bound


def any_within(town: Town, limits: Limits, known: Plan, effort: Effort) -> Plan:
    """Return the plan within limits that comes out every time.

    It depends on the town and the limits alone, whatever led to the known plan, which
    comes back if time runs out.
    """
    model = _within(town, limits)
    match search_further(model, replace(effort, turns=True)):
        case Found(values=values):
            return model.plan(values)
        case Unknown():
            return known


def _within(town: Town, limits: Limits) -> StaffingModel:
    model = build(town, late=True)
    for goal, most in limits:
        model.define(goal.expression(model) <= most)
    return model
