"""Before the last goals: who can still move, and the best plan for them."""

from collections.abc import Sequence
from functools import partial

from optimizer.budget import Budget
from optimizer.goal import Goal, goal_by_goal, values_of
from optimizer.lawful import begin_with, search_further
from optimizer.merged_goals import Merged
from optimizer.model import StaffingModel
from optimizer.search import Found, Unknown
from optimizer.settled import settled, staying
from scenarios import Plan

QUARTER, HALF, MOST = 0.25, 0.5, 0.75
"""Shares of what is left of the time: for looking around, the others, the proof."""


def settle(
    model: StaffingModel,
    goals: Sequence[Goal],
    sum_: Merged,
    plan: Plan,
    budget: Budget,
) -> Plan:
    """Say to a model whom every plan as good has; return the best plan met on the way.

    Those who are likely to be settled stay first, and the best plan for the others is
    soon found. Whether they are settled in truth takes longer; it is asked only if time
    sufficed for that.
    """
    kept = staying(model, plan, budget.effort(QUARTER))
    if not kept:
        return plan
    stay = model.integer(0, 1, "stay")
    for one in kept:
        model.define(model.holds(one.person, one.post, one.seat) >= stay)
    leaving = sum_.of(values_of(goals, model.town, plan)) + 1
    effort = budget.effort(HALF)
    model.minimise(sum_.expression + (1 - stay) * leaving)
    begin_with(model, plan, effort)
    match search_further(model, effort):
        case Found(values=values, value=value, bound=bound):
            ranked = partial(goal_by_goal, goals, model.town)
            plan = min(plan, model.plan(values), key=ranked)
            if value > bound:
                return plan
        case Unknown():
            return plan
    for one in settled(model, plan, kept, budget.effort(MOST)):
        model.define(model.holds(one.person, one.post, one.seat) >= 1)
    return plan
