"""From a town to a plan: first any plan that keeps the rules, then goal by goal."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from threading import Event
from time import monotonic

from optimizer.audit import audit
from optimizer.budget import Budget
from optimizer.build import build
from optimizer.explain import explain
from optimizer.goal import Goal, goal_by_goal, values_of
from optimizer.importance import goals_in_order
from optimizer.insight import foreseen, narrow
from optimizer.lawful import begin_with, search_any, search_further
from optimizer.linear import Linear
from optimizer.merged_goals import Merged, merged
from optimizer.model import StaffingModel
from optimizer.outcome import (
    Listener,
    Outcome,
    Progress,
    Solved,
    SolverDisagreesError,
    Step,
    Undecided,
)
from optimizer.search import Effort, Found, OnNews, Refuted, Unknown
from optimizer.settling import settle
from scenarios import Plan, Town
from scenarios.language.rules import Mode

HALF = 0.5
"""The share of what is left of the time that goes to a step that isn't the last."""


def assign(
    town: Town,
    *,
    seconds: float = 40,
    workers: int = 2,
    on_progress: Listener | None = None,
    stop: Event | None = None,
) -> Outcome:
    """Staff the town.

    The goals are taken one after the other: each is made as small as the goals before
    it allow. Where every step is proven, the values depend on the scenario alone; if
    time ran out or the search was stopped, another run may come to other values.

    Parameters
    ----------
    town
        The town to staff. Whether it is to be staffed at all (``staffing``) is the
        caller's affair.
    seconds
        How long the search may take; an explanation may take as long again.
    workers
        Threads of the solver.
    on_progress
        Told of every improvement, in the calling thread.
    stop
        When set, the search ends with the best plan so far.

    Returns
    -------
    Outcome
        The best plan found, or why there is none, or that nothing is known.
    """
    stop = stop or Event()
    budget = Budget(monotonic() + seconds, workers, stop, on_progress)
    model = build(town, late=True)
    match search_any(model, budget.effort()):
        case Found(values=values):
            return _improved(model, model.plan(values), budget)
        case Refuted():
            return _explained(town, seconds, stop)
        case Unknown():
            return Undecided(interrupted=stop.is_set())


def _explained(town: Town, seconds: float, stop: Event) -> Outcome:
    if (outcome := explain(town, seconds=seconds, stop=stop)) is None:
        raise SolverDisagreesError("there is a plan where there was said to be none")
    return outcome


def _improved(model: StaffingModel, plan: Plan, budget: Budget) -> Solved:
    """Take a plan that keeps the rules through all goals."""
    goals = goals_in_order(model.town)
    plan, reached = foreseen(model, goals, plan, budget.effort(HALF))
    left = [goal for goal in goals if goal.key not in reached]
    steps: list[Step] = []
    for sum_ in merged(model, goals, reached):
        plan, bound = _reached(model, goals, sum_, plan, steps, budget)
        values = values_of(goals, model.town, plan)
        steps += sum_.steps(values, bound)
        model.define(sum_.expression <= sum_.of(values))
        if sum_.goals[-1] != goals[-1].key:
            narrow(model, left, sum_, plan, budget.effort(HALF))
    values = values_of(goals, model.town, plan)
    now = tuple(replace(step, value=values[step.goal]) for step in steps)
    _check(model.town, goals, plan, steps)
    return Solved(plan, now, interrupted=budget.stop.is_set())


def _reached(
    model: StaffingModel,
    goals: Sequence[Goal],
    sum_: Merged,
    plan: Plan,
    steps: Sequence[Step],
    budget: Budget,
) -> tuple[Plan, int]:
    """Return a plan with the least found of a sum, and what nothing can go below."""
    value = sum_.of(values_of(goals, model.town, plan))
    if not value:
        return plan, 0
    last = sum_.goals[-1] == goals[-1].key
    tell = _teller(budget, goals, sum_, value)
    tell(value, 0)
    if last and _leave_little_open(steps):
        plan = settle(model, goals, sum_, plan, budget)
    effort = budget.effort(1.0 if last else HALF)
    _strive_for(model, sum_, plan if last else None, effort)
    found, bound = _best(model, sum_.expression, plan, effort, tell)
    return min(plan, found, key=partial(goal_by_goal, goals, model.town)), bound


def _chosen(steps: Sequence[Step]) -> bool:
    """Whether a goal that costs something was striven for, so that a plan is choice."""
    return any(step.value for step in steps)


def _leave_little_open(steps: Sequence[Step]) -> bool:
    """Whether goals were reached that few plans reach."""
    return _chosen(steps) and all(step.proven for step in steps)


def _strive_for(
    model: StaffingModel, sum_: Merged, near: Plan | None, effort: Effort
) -> None:
    """Make a sum the thing to strive for, if possible from a plan that is near."""
    model.forget()
    model.minimise(sum_.expression)
    if near is not None:
        begin_with(model, near, effort)


def _best(
    model: StaffingModel,
    expression: Linear,
    plan: Plan,
    effort: Effort,
    on_news: OnNews,
) -> tuple[Plan, int]:
    """Return the plan with the least value found, and what nothing can go below."""
    if not expression.terms:
        return plan, expression.constant
    match search_further(model, effort, on_news=on_news):
        case Found(values=values, bound=bound):
            return model.plan(values), bound
        case Unknown():
            return plan, model.smallest(expression)


def _teller(budget: Budget, goals: Sequence[Goal], sum_: Merged, known: int) -> OnNews:
    """Return what tells the listener of the first goal of a sum that isn't proven.

    What is worse than what is known isn't told.
    """
    listener, order = budget.on_progress, [goal.key for goal in goals]

    def tell(value: int, bound: int) -> None:
        if listener is None:
            return
        steps = [*sum_.steps(sum_.apart(min(value, known)), bound)]
        now = next((step for step in steps if not step.proven), steps[-1])
        number = order.index(now.goal) + 1
        listener(Progress(now.goal, number, len(order), now.value, now.bound))

    return tell


def _check(
    town: Town, goals: Sequence[Goal], plan: Plan, steps: Sequence[Step]
) -> None:
    """Hold the solver to its word: the plan keeps the rules in plain Python too.

    A later step may have made an earlier goal smaller, if that wasn't proven, at the
    price of those after it.
    """
    if broken := audit(town, plan, modes=(Mode.HARD,)):
        raise SolverDisagreesError(f"the plan breaks {broken}")
    reached = tuple(step.value for step in steps)
    if goal_by_goal(goals, town, plan) > reached:
        raise SolverDisagreesError(f"of {reached} something was lost on the way")
